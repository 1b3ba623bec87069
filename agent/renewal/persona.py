"""The decider's persona: the sentences in which sources describe how those who decide judge."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from agent.evidence.cite import cite
from agent.models.evidence import Citation, Claim
from agent.models.plan import DecisionStep, KeyPerson
from agent.renewal.courtesies import states_nothing
from agent.renewal.cues import cues
from agent.renewal.holders import BODY
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides

CUES = cues("agent.renewal", "persona")
MOST = 6
TALKED_OF = 7  # remarks back that "the kind of person who …" may take its person from
DEPARTMENT_END = re.compile(r"^.*[ 　]|(?:部|課|室|局)$")
SUBJECT, MENTIONED, BODY_ONLY = 3, 2, 1
MOST_CUES = 6
ENOUGH = 4
"""One cue in a sentence about the decider, two or a strong one in a sentence that only names them."""
SHORT = 6  # characters below which a sentence describes nobody
OTHER = re.compile(r"(?:様|さん|氏)(?:は|が|の)")
QUOTED = re.compile(r"「([^」]{10,})」")


def read_persona(
    remarks: Sequence[Remark], people: Sequence[KeyPerson], steps: Sequence[DecisionStep], sides: Sides
) -> Claim | None:
    """One claim with up to five quotes, the most telling first; None where no source describes how a decider judges.

    A sentence counts when it speaks of somebody who decides or reviews on the decision path (by name, or by a
    title such a person goes by) and says what they look at, like, refuse or ask, or where they come from. The
    sentences around it count when they go on about the same person.
    """
    deciders = deciders_of(people, steps)
    named = [
        step.approver for step in steps if step.approver and step.approver not in {p.name for p in people}
    ]
    scored = [
        (score, index)
        for index in range(len(remarks))
        if (score := _score(remarks, index, deciders, named, sides)) >= ENOUGH
    ]
    best = sorted(scored, key=lambda pair: -pair[0])[:MOST]

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


def deciders_of(people: Sequence[KeyPerson], steps: Sequence[DecisionStep]) -> list[KeyPerson]:
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
            and any(_told_of(name, quote) for name in (person.name, *person.aliases) for quote in told)
        )
        or (person.kind == "person" and person.title is not None and CHAIR.search(person.title))
    ]


SAYS = r"(?:さん|様|氏|[一-龠]{1,3}長)?[ 　]?(?:[:：「]|\s(?:said|says|mentioned|told|confirmed|noted|added|thinks)\b)"
"""Behind a name: whoever only reports a step has no part in it."""


def _told_of(name: str, quote: str) -> bool:
    first = re.split(r"[\s　]", name)[0]
    return name in quote and re.search(re.escape(first) + r"(?:\s\w+)?" + SAYS, quote) is None


TASK = re.compile(r"宿題|to-?do|アクション|次回まで|持ち帰り|やること|actions?\b|next steps?", re.I)
CHAIR = re.compile(r"代表取締役|社長|理事長|院長|CEO|CFO|CIO|最高|president|chief|chair", re.I)


def _score(
    remarks: Sequence[Remark], index: int, deciders: Sequence[KeyPerson], named: Sequence[str], sides: Sides
) -> int:
    """How much a sentence tells of a decider's ways; 0 when it does not."""
    remark = remarks[index]
    text = remark.text
    described = remark.kind.value == "table_row" and CUES["heading"].search(remark.label)
    if (remark.kind.value in ("heading", "field", "table_row") or len(text) < SHORT) and not described:
        return 0
    if (
        states_nothing(remark)
        or TASK.search(remark.heading)
        or CUES["not_persona"].search(QUOTED.sub("", text))
    ):
        return 0
    strong = bool(CUES["strong"].search(text))
    leans = len({found[0] for found in CUES["leans"].finditer(text)})
    judges = len(CUES["judges"].findall(text)) + 2 * bool(CUES["background"].search(text)) + 2 * strong
    judges += leans if judges or leans >= 2 else 0  # a single leaning is a word that says many other things
    if not remark.is_note and (quoted := QUOTED.search(text)) and CUES["own_words"].search(quoted[1]):
        judges += 2
    if described:
        return judges + SUBJECT
    about = _about(remarks, index, deciders, named, sides, strong) if judges else 0
    return min(judges, MOST_CUES) + about if about else 0


def _about(
    remarks: Sequence[Remark],
    index: int,
    deciders: Sequence[KeyPerson],
    named: Sequence[str],
    sides: Sides,
    strong: bool,
) -> int:
    """How surely the sentence is about a decider: its subject, named in it or in the heading, a body, or talked of
    just before; 0 when it is not."""
    remark = remarks[index]
    if own := _names(remark.text, deciders, named, sides):
        return own if remark.is_note or not QUOTED.search(remark.text) else MENTIONED
    if CUES["heading"].search(remark.heading) and remark.is_note:
        return MENTIONED
    if not remark.is_note:
        return MENTIONED if _interviewed(remark, deciders, named, sides) else 0
    if remark.side == "us" or sides.person(remark.text) is not None or OTHER.search(remark.text):
        return 0
    told = remark.document.kind.value in ("transcript", "mail", "chat")
    pronoun = CUES["pronoun"].search(remark.text)
    back = TALKED_OF if told and (strong or pronoun) else 1
    before = [r for r in remarks[max(0, index - back) : index] if r.document is remark.document]
    if not told:
        before = [r for r in before if r.block == remark.block or pronoun]
    return max((_names(r.text, deciders, named, sides) for r in before), default=0) and MENTIONED


def _interviewed(remark: Remark, deciders: Sequence[KeyPerson], named: Sequence[str], sides: Sides) -> bool:
    """A press text that quotes the decider: an interview of which they are the subject."""
    title = remark.document.title
    return bool(CUES["interview"].search(title)) and bool(_names(title, deciders, named, sides))


def _names(text: str, deciders: Sequence[KeyPerson], named: Sequence[str], sides: Sides) -> int:
    """SUBJECT where the sentence says something of a decider, MENTIONED where it names one or their department,
    BODY_ONLY for a body; 0 for none."""
    if CUES["top"].search(text):
        return SUBJECT
    best = 0
    for decider in deciders:
        if sides.names(text, decider):
            best = max(best, BODY_ONLY if decider.kind == "body" else _place(text, decider))
    if any(name in text for name in named):
        best = max(best, *(BODY_ONLY if BODY.search(name) else MENTIONED for name in named if name in text))
    departments = (DEPARTMENT_END.sub("", d.department or "") for d in deciders)
    if any(len(department) >= 4 and department in text for department in departments):
        best = max(best, MENTIONED)
    return best or (BODY_ONLY if CUES["top_body"].search(text) else 0)


def _place(text: str, decider: KeyPerson) -> int:
    """SUBJECT when a name of the person begins what is said ("熊倉部長は…", "Hugo wants", "for Hugo")."""
    names = {decider.name, *decider.aliases, re.split(r"[\s　]", decider.name)[0]}
    after = r"[一-龠]{0,4}(?:さん|様|氏)?(?:は|が|の|から|も|に(?:話|見せ|説明))|(?:(?:'|’)s)? (?!and|or)\w+"
    before = r"(?:\bto|\bfor|\bFor) $"
    for name in names:
        for found in re.finditer(re.escape(name), text):
            if re.match(after, text[found.end() :]) or re.search(before, text[: found.start()]):
                return SUBJECT
    return MENTIONED
