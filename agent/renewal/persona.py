"""The decider's persona: the sentences in which sources describe how those who decide judge."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from agent.evidence.cite import cite
from agent.models.evidence import Citation, Claim
from agent.models.plan import DecisionStep, KeyPerson
from agent.renewal.cues import cues
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides

CUES = cues("agent.renewal", "persona")
MOST = 6
TALKED_OF = 7  # remarks back that "the kind of person who …" may take its person from
DEPARTMENT_END = re.compile(r"^.*[ 　]|(?:部|課|室|局)$")
QUOTED = re.compile(r"「([^」]{10,})」")


def read_persona(
    remarks: Sequence[Remark], people: Sequence[KeyPerson], steps: Sequence[DecisionStep], sides: Sides
) -> Claim | None:
    """One claim with up to six quotes, the most telling first; None where no source describes how a decider judges.

    A sentence counts when it speaks of somebody who decides or reviews on the decision path (by name, or by a
    title such a person goes by) and says what they look at, like, refuse or ask, or where they come from. The
    sentences around it count when they go on about the same person.
    """
    deciders = _deciders(people, steps)
    scored = [
        (score, index)
        for index in range(len(remarks))
        if (score := _score(remarks, index, deciders, sides)) >= 2
    ]
    best = sorted(sorted(scored, key=lambda pair: -pair[0])[:MOST], key=lambda pair: -pair[0])
    citations: list[Citation] = []
    words: list[str] = []
    days: list[dt.date] = []
    for _, index in best:
        citation = cite(remarks[index].document, remarks[index].start, remarks[index].end)
        if citation and all(citation.quote not in known.quote for known in citations):
            citations.append(citation)
            words.append(remarks[index].text)
            day = remarks[index].day
            days += [day] if day else []
    if not citations:
        return None
    text = " ".join(words)
    single = len({citation.source_id for citation in citations}) == 1
    return Claim(
        id="persona-1", text=text, citations=citations, as_of=max(days, default=None), single_source=single
    )


def _deciders(people: Sequence[KeyPerson], steps: Sequence[DecisionStep]) -> list[KeyPerson]:
    """Economic buyers, those named on the path from hearing to decision, and influencers named in the very words
    of a step (who presents to the deciding body); not the ones who use or ask."""
    named = {step.approver for step in steps}
    told = [citation.quote for step in steps for citation in step.citations]
    users = {"champion", "user"}
    return [
        person
        for person in people
        if "economic_buyer" in (person.role, *person.also_roles)
        or (person.name in named and person.role not in users and not set(person.also_roles) & users)
        or (
            person.role == "influencer"
            and person.kind == "person"
            and any(name in quote for name in (person.name, *person.aliases) for quote in told)
        )
        or (person.kind == "person" and person.title is not None and CHAIR.search(person.title))
    ]


TOP = re.compile(
    r"(?<!副)(?:代表|社長|会長|理事長|院長|学長|専務|常務|決裁者|オーナー)(?:は|が|に|も|って)|\b(?:CEO|CFO|COO|president|chief executive|chair|managing director|decision[- ]maker)\b"
)
TASK = re.compile(r"宿題|to-?do|アクション|次回まで|持ち帰り|やること|actions?\b|next steps?", re.I)
CHAIR = re.compile(r"代表取締役|社長|理事長|院長|CEO|CFO|CIO|最高|president|chief|chair", re.I)


def _score(remarks: Sequence[Remark], index: int, deciders: Sequence[KeyPerson], sides: Sides) -> int:
    """How much a sentence tells of a decider's ways; 0 when it does not."""
    remark = remarks[index]
    text = remark.text
    if remark.kind.value in ("heading", "field", "table_row") or len(text) < 10:
        return 0
    if TASK.search(remark.heading) or CUES["not_persona"].search(QUOTED.sub("", text)):
        return 0
    strong = bool(CUES["strong"].search(text))
    judges = len(CUES["judges"].findall(text)) + 2 * bool(CUES["background"].search(text)) + 2 * strong
    if not remark.is_note and (quoted := QUOTED.search(text)) and CUES["own_words"].search(quoted[1]):
        judges += 2
    if not judges:
        return 0
    return judges + 2 if _about(remarks, index, deciders, sides, strong) else 0


def _about(
    remarks: Sequence[Remark], index: int, deciders: Sequence[KeyPerson], sides: Sides, strong: bool
) -> bool:
    """The sentence, its heading, the talk just before it, or the speech the press quotes is about a decider."""
    remark = remarks[index]
    if _names(remark.text, deciders, sides) or (CUES["heading"].search(remark.heading) and remark.is_note):
        return True
    if not remark.is_note:
        return _interviewed(remark, deciders, sides)
    if remark.side == "us" or remark.document.kind.value not in ("transcript", "mail", "chat"):
        return False
    back = TALKED_OF if strong else 1
    before = [r for r in remarks[max(0, index - back) : index] if r.document is remark.document]
    return any(_names(r.text, deciders, sides) for r in before)


def _interviewed(remark: Remark, deciders: Sequence[KeyPerson], sides: Sides) -> bool:
    """A press text that quotes the decider: in the sentence itself, or an interview of which they are the subject."""
    if QUOTED.search(remark.text):
        return _names(remark.text, deciders, sides)
    title = remark.document.title
    return bool(CUES["interview"].search(title)) and _names(title, deciders, sides)


def _names(text: str, deciders: Sequence[KeyPerson], sides: Sides) -> bool:
    """A decider by name, title or department ("経営企画" for its head)."""
    person = sides.person(text)
    if person is not None and any(person is decider for decider in deciders):
        return True
    if TOP.search(text):
        return True
    departments = (DEPARTMENT_END.sub("", d.department or "") for d in deciders)
    return any(len(department) >= 4 and department in text for department in departments)
