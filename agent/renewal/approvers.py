"""Who approves a step: the body, the person named as deciding, or the head of the department that does it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.models.plan import KeyPerson
from agent.renewal.clauses import CUES, Clause, named_group
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides

BODY_LEAD = re.compile(r"^(?:.*[月日回の]|次|毎年|今回|その|この|はい|結果|[Tt]he )+")
RECIPIENT = re.compile(
    r"(?:提出先は|宛先は|窓口は)[^。、]{1,12}|[^。、はがの]{1,10}(?:に|へ|宛に|様に)(?=提出|出|上げ|送)"
)
DEPARTMENT = re.compile(r"[一-龠ァ-ヴーA-Za-z]{2,12}?(?:部|課|室|局|本部|センター)(?!長)")
OUR_OWN = re.compile(
    r"(?:うち|私|弊社|当社|こちら)の(?:部|課|ほう|方)?|(?:私|わたし|こちら)(?:が|と|で|のほうで)|\b(?:we|I|our team)\b",
    re.I,
)
MYSELF = re.compile(
    r"(?:私|わたし)(?:が|と|で|のほうで)|\bI (?:will |then )?(?:review|check|sign|go through)\b"
)
HEAD = re.compile(
    r"(?:部|課|室|局|本部|センター|所|店|工場)?長$|長\s|head|director|manager|chief|officer", re.I
)
DRAFTS = re.compile(r"起案")
DRAFTS_ONLY = re.compile(
    r"起案者|起案(?:する|の)?(?:だけ|のみ|まで)|(?:決裁|承認|決定)(?:権限?|する立場)[^。]{0,8}(?:な(?:い|く)|ありません|ません)"
)
LEADS = re.compile(r"(?:部|室|局|本部|センター|所|工場)長|head|director|chief|officer|VP", re.I)
"""Who hands in a department's draft in its name; others that write a 稟議 (起案者) do not approve it."""
COMMON = frozenset({"各部", "全部", "一部", "内部", "外部", "部", "課", "本部", "各課"})


def body_in(text: str) -> str | None:
    """The deciding body a text names ("経営会議", "投資委員会", "Spend Committee"); the longest wording."""
    names = [BODY_LEAD.sub("", found[0].strip()) for found in CUES["body"].finditer(text)]
    return max((name for name in names if len(name) >= 3), key=len, default=None)


def approver_in(
    clause: Clause, remark: Remark, people: Sequence[KeyPerson], sides: Sides
) -> KeyPerson | str | None:
    """A stakeholder, or the name of a body or title as written; None when the clause does not say.

    Somebody a paper is handed to is not its author. A title ("代表") counts where a stakeholder goes by it.
    """
    text = remark.text if clause.kind == "decide" else clause.text
    if clause.kind == "decide":
        who = named_group(CUES["decider"], text)
        person = sides.person(who) if who else None
        if person is not None and person.kind == "person":
            return person
        return _body(text, people)
    if clause.kind == "compile" and remark.side == "customer":
        return (
            sides.person(remark.speaker or "")
            if OUR_OWN.search(clause.text)
            else sides.person(RECIPIENT.sub("", text))
        )
    if clause.kind == "request" and DRAFTS_ONLY.search(remark.text):
        return None
    speaker = sides.person(remark.speaker or "") if remark.side == "customer" else None
    if speaker is not None and MYSELF.search(clause.text):
        return speaker
    named = sides.person(RECIPIENT.sub("", text))
    if named is not None and named.kind == "person":
        return None if _only_drafts(named, clause) else named
    return _head_of_department(clause, remark, people, sides)


def _body(text: str, people: Sequence[KeyPerson]) -> KeyPerson | str | None:
    words = body_in(text)
    if not words:
        return None
    known = [
        p
        for p in people
        if p.kind == "body" and (p.name in text or words in p.name or any(a in words for a in p.aliases))
    ]
    return known[0] if known else words


def _only_drafts(person: KeyPerson, clause: Clause) -> bool:
    return (
        clause.kind == "request"
        and bool(DRAFTS.search(clause.text))
        and not LEADS.search(f"{person.title or ''}")
    )


def _head_of_department(
    clause: Clause, remark: Remark, people: Sequence[KeyPerson], sides: Sides
) -> KeyPerson | None:
    """The only head among stakeholders of the department named ("情報システム部で起案します", "うちの部が…")."""
    if clause.kind not in ("request", "hearing", "review", "opinion"):
        return None
    names = [d for d in DEPARTMENT.findall(clause.text) if d not in COMMON]
    if not names and OUR_OWN.search(clause.text):
        speaker = sides.person(remark.speaker or "")
        names = [speaker.department] if speaker and speaker.department else []
    for name in names:
        heads = [
            p for p in people if p.department and name in p.department and p.title and HEAD.search(p.title)
        ]
        if len(heads) == 1:
            return heads[0]
    return None
