"""Who approves a step: the body, the person named as deciding, or the department that does it and its head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.models.plan import KeyPerson
from agent.renewal.clauses import CUES, Clause, named_group
from agent.renewal.holders import NOT_BUT, POWERS, body_in, holder_of, holders_in, same_body, stands_alone
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides

STATIONS = frozenset({"hearing", "review", "legal", "security", "procurement"})
"""Kinds that a department does: where no person is named, its head or the department itself approves."""

RECIPIENT = re.compile(
    r"(?:提出先は|宛先は|窓口は)[^。、]{1,12}|[^。、はがの]{1,10}(?:に|へ|宛に|様に)(?=提出|出|上げ|送)"
)
REPORTED = re.compile(
    r"^[^「」。、]{1,14}(?:さん|様|氏|長|代理|主任|主査)[「:：]|(?<=[るすいただんう」])[(（][^()（）]{1,14}[)）]\s*。?$"
)
"""Who said it, not who does it: 「川上さん「…」, 「…に諮る(小野課長)」."""
REPORTS = re.compile(
    r"(?:って|と)、?[^、。「」]{1,12}?(?:さん|様|氏|長|役員|専務|常務)?(?:が|は|も|から)(?:言[っいうわ]|話し|申し|おっしゃ|仰|聞[いき])[^。]*[。]?$|[^、。「」]{1,12}(?:さん|様|氏|長)?(?:によ(?:ると|れば)|いわく|曰く|の話では)、?"
    r"|,? (?:says|said|according to) (?:the |our )?[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)?[.]?$|^\W*(?:According to )?[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)? (?:says|said|told (?:me|us)|tells (?:me|us))(?: that)?,? ",
)
"""By whom it was told, who does not decide by that."""
DEPARTMENT = re.compile(
    r"[一-龠ァ-ヴーA-Za-z]{2,12}?(?:部|課|室|局|本部|センター)(?!長)|情シス|経理|法務|購買|財務|総務|調達|監査"
    r"|\b(?:Legal|Procurement|Finance|Security|InfoSec|Infosec|IT|Compliance|Commercial)\b"
)
OUR_OWN = re.compile(
    r"(?:うち|私|弊社|当社|こちら)の(?:部|課|ほう|方)?|(?:私|わたし|こちら)(?:が|と|で|のほうで)|\b(?:we|I|our team)\b",
    re.I,
)
MYSELF = re.compile(
    r"(?:私|わたし)(?:が|と|で|のほうで)|\bI (?:will |then )?(?:review|check|sign|go through)\b|\bto me\b|\bI(?:'|’)d (?:simply )?like\b"
)
HEAD = re.compile(r"(?<![係班])長$|長\s|head|director|manager|chief|officer", re.I)
TAKEN_BACK = re.compile(
    r"^.*?(?:誤り|間違い|まちがい|勘違い)(?:で|でした。?|だった)、?|^.*?(?:というのは|との話は)(?:なくな|撤回)[^。、]*[。、]"
)
"""What a sentence corrects before it says how it is: 「部長決裁というのも誤りで、…」."""
DRAFTS = re.compile(r"起案|起票|起草")
DRAFTS_ONLY = re.compile(
    r"起案者|起案(?:する|の)?(?:だけ|のみ|まで)|(?:決裁|承認|決定)(?:権限?|する立場)[^。]{0,8}(?:な(?:い|く)|ありません|ません)"
)
LEADS = re.compile(r"(?:部|室|局|本部|センター|所|工場)長|head|director|chief|officer|VP", re.I)
"""Who hands in a department's draft in its name; others that write a 稟議 (起案者) do not approve it."""
COMMON = frozenset({"各部", "全部", "一部", "内部", "外部", "部", "課", "本部", "各課", "各室", "各本部"})


def approver_in(
    clause: Clause, remark: Remark, people: Sequence[KeyPerson], sides: Sides
) -> KeyPerson | str | None:
    """A stakeholder, or the name of a body, title or department as written; None when the clause does not say.

    Somebody a paper is handed to is not its author. A title ("代表") counts where a stakeholder goes by it.
    """
    if clause.kind in ("decide", "lock"):
        return _decider(clause, remark, people, sides)
    if clause.kind in ("papers", "announce"):
        return None
    text = REPORTED.sub("", clause.text)
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
    if clause.kind == "request" and CUES["receives"].search(clause.text):
        return None
    if clause.kind in ("legal", "security", "procurement") and DEPARTMENT.search(text):
        inside = re.search(r"[(（]([^()（）]+)", text)
        doer = sides.person(inside[1]) if inside else None
        return doer or _of_department(clause, remark, people, sides, text)
    titled = (
        re.search(r"(?P<who>[一-龠]{1,4}長)(?=査定|承認|決裁)", text) if clause.kind in STATIONS else None
    )
    if titled:
        holder = holder_of(titled["who"], titled.start(), people, sides)
        return (holder.known or holder.name) if holder else None
    named = sides.person(RECIPIENT.sub("", text))
    if named is not None and named.kind == "person":
        return None if _only_drafts(named, clause) else named
    return _of_department(clause, remark, people, sides, text)


def _of_department(
    clause: Clause, remark: Remark, people: Sequence[KeyPerson], sides: Sides, text: str
) -> KeyPerson | str | None:
    """The head of the department named; for a check without a known head the department as written."""
    head = _head_of_department(clause, remark, people, sides)
    if head is not None or clause.kind not in STATIONS:
        return head
    names = [name for name in DEPARTMENT.findall(text) if name not in COMMON]
    return names[0] if names else None


def _decider(
    clause: Clause, remark: Remark, people: Sequence[KeyPerson], sides: Sides
) -> KeyPerson | str | None:
    """Who is said to decide in the clause, else the body it names, else who the whole sentence says decides."""
    for said in dict.fromkeys((clause.text, remark.text)):
        text = NOT_BUT.sub(r"\1", TAKEN_BACK.sub("", REPORTS.sub("", said)))
        denied = POWERS["denies"].search(text)
        who = None if denied else named_group(CUES["decider"], text)
        person = sides.person(who) if who else None
        if person is not None and person.kind == "person":
            return person
        held = holders_in(text, people, sides)
        if held:
            return held[0].known or held[0].name
        body = _body(text, people)
        if body is not None:
            return body
        if clause.kind == "lock":
            return _subject(clause, remark, sides)
    buyer = economic_buyer(people)
    return buyer if buyer is not None and sides.names(REPORTS.sub("", clause.text), buyer) else None


def economic_buyer(people: Sequence[KeyPerson]) -> KeyPerson | None:
    """Who the people reading says decides about the contract."""
    return next((p for p in people if p.role == "economic_buyer"), None)


def _subject(clause: Clause, remark: Remark, sides: Sides) -> KeyPerson | None:
    """Who begins the sentence, where the clause goes on with a verb alone ("Martha takes … and locks it")."""
    first = remark.text.split(" ")[0]
    verb_first = re.match(r"\s*(?:locks|freezes|sets|closes)\b", clause.text)
    person = sides.person(first) if verb_first and first[:1].isupper() else None
    return person if person is not None and person.kind == "person" else None


def _body(text: str, people: Sequence[KeyPerson]) -> KeyPerson | str | None:
    words = body_in(text)
    if not words:
        return None
    known = [
        p
        for p in people
        if p.kind == "body"
        and (stands_alone(p.name, text) or same_body(words, p.name) or any(a in words for a in p.aliases))
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
    if clause.kind not in STATIONS and clause.kind not in ("request", "opinion"):
        return None
    names = [d for d in DEPARTMENT.findall(clause.text) if d not in COMMON]
    if not names and OUR_OWN.search(clause.text):
        speaker = sides.person(remark.speaker or "")
        names = [speaker.department] if speaker and speaker.department else []
    for name in names:
        heads = [
            p
            for p in people
            if p.department
            and name in p.department
            and p.title
            and HEAD.search(p.title)
            and p.status == "active"
        ]
        if len(heads) == 1:
            return heads[0]
    return None
