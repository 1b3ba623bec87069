"""Whose yes counts in a clause: a stakeholder, a body, or the title or department as written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.models.plan import KeyPerson
from agent.renewal.cues import cues, frames
from agent.renewal.sides import HONORIFIC, Sides

POWERS = cues("agent.renewal", "powers")
BODIES = cues("agent.renewal", "decision")["body"]
GIVES = frames("agent.renewal", "powers", "gives")
TITLE = re.compile(
    r"(?:社長|会長|専務|常務|副社長|頭取|行長|市長|町長|村長|区長|知事|学長|総長|院長|校長|園長|理事長|事務長|代表|役員|オーナー|CEO|CFO|COO|CIO|CTO|CHRO"
    r"|(?:部|課|室|局|本部|事業部|センター|所|店|工場|支店|支社)長)(?:級)?$"
    r"|\b(?:CEO|CFO|COO|CIO|CTO|FD|MD|VP|SVP|EVP|[Dd]irector|[Pp]resident|[Cc]hair|[Hh]ead|[Mm]anager|[Oo]fficer|[Cc]ontroller|[Tt]reasurer|[Pp]rincipal|[Dd]ean|[Cc]hief)\b"
)
ABBREVIATIONS = {
    "FD": "finance director", "MD": "managing director", "CFO": "chief financial officer", "CEO": "chief executive officer",
    "COO": "chief operating officer", "CIO": "chief information officer", "CTO": "chief technology officer",
}  # fmt: skip
NAME = re.compile(r"[一-龠々ァ-ヴー]{1,6}(?:[ 　][一-龠々ァ-ヴーぁ-ん]{1,6})?")
NOT_BUT = re.compile(
    r"((?:の|人|者)は)[^。、]{1,24}(?:ではなくて?|じゃなくて?)、?"
    r"|[^。、「]{1,24}(?:では|じゃ)(?:もう)?(?:出せ|通ら|通せ|通り|済ま|済み|足り|でき|出来|決ま|決め|おさま|収ま|進ま|進め|進み|買え|回ら)[^。、]{0,6}(?:な[いくか]|ず|ませ[んず]|ぬ)[^。、]{0,6}[。、」]?"
    r"|[^、。「」はが]{1,14}(?:決裁|承認|判断|合議|マター)(?:を|は|から)(?:やめ|止め|廃止し|改め|外れ|外し|離れ|なくし)て?、?"
    r"|[^.;,]{0,40}(?:signature|sign-?off|approval|say-so|nod)(?: alone)? (?:is|was|will be|would be)(?: not|n['’]t|no longer)(?: be)? (?:enough|sufficient)[^.;,]*[.;,]?"
)
"""「決めるのはAではなく、Bです」, 「A決裁では出せません。Bです」 say B."""
ARTICLE = re.compile(r"^(?:the|our|their|your) ", re.I)
BODY_LEAD = re.compile(
    r"^(?:.*[月日回の旬]|次|毎年|今回|その|この|はい|結果|金額の大小に関係なく|全部|[Tt]he |[Oo]ur |(?:Approved|Endorsed|Reviewed|Signed(?: off)?|Decided|Decision|Recommended|Agreed|Authori[sz]ed|Submitted|Minuted)(?: by| to)? |(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*[.,]{0,2} )+"
)
WITHIN = re.compile(r"常任|常勤|常設|執行|専門|小$|分科|幹事")
"""Before a body's name: a smaller body that is not the body itself."""
SMALLER = re.compile(r"(?:常任|常勤|常設|執行|専門|小|分科|幹事)$")


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody whose yes counts. `known` is the stakeholder where there is one; `name` as the plan prints it."""

    name: str
    known: KeyPerson | None
    at: int  # where the words stand in the text


BODY = re.compile(
    r"(?:会議?|委員会|議会|理事会|評議会|ミーティング|審議会)$|\b(?:Committee|Council|Board|Panel|Trustees|ExCo|Forum|[Mm]eeting|[Tt]eam|board|committee|council|panel|trustees)\b"
)


def holders_in(text: str, people: Sequence[KeyPerson], sides: Sides) -> list[Holder]:
    """Everybody a clause says decides, in its order, none twice; empty where it denies that."""
    said = NOT_BUT.sub(r"\1", text)
    if POWERS["denies"].search(said):
        return []
    found: dict[str, Holder] = {}
    for words, at, polite in sorted(_named(said), key=lambda named: named[1]):
        holder = holder_of(words, at, people, sides, polite)
        if holder:
            found.setdefault(holder.name, holder)
    return list(found.values())


def gives_power(text: str) -> bool:
    """The text has the form of a sentence that says whose yes counts, whoever it names."""
    return any(frame.search(text) for frame in GIVES) and not POWERS["denies"].search(text)


def holder_of(
    words: str, at: int, people: Sequence[KeyPerson], sides: Sides, polite: bool = False
) -> Holder | None:
    """The stakeholder the words name, by name or by a title only one of them has; else a title or body as written.

    `polite`: さん or 様 follows, so that an unknown word is a name.
    """
    bare = ARTICLE.sub("", HONORIFIC.sub("", words.strip()))
    if not bare or POWERS["nobody"].fullmatch(bare) or sides.of(words) == "us":
        return None
    known = None if bare.endswith("級") else sides.person(bare) or by_title(bare, people)
    if known is not None:
        return Holder(known.name, known, at)
    named = polite and NAME.fullmatch(bare)
    return Holder(bare, None, at) if named or TITLE.search(bare) or BODY.search(bare) else None


def by_title(words: str, people: Sequence[KeyPerson]) -> KeyPerson | None:
    """The only active person whose title, with or without the department, is or ends in the words."""
    words = ABBREVIATIONS.get(words, words)
    active = [p for p in people if p.kind == "person" and p.status != "left" and p.title]
    wanted = words.casefold()
    titles = [(p, _title(p.title or ""), _title(f"{p.department or ''}{p.title}")) for p in active]
    same = [p for p, title, full in titles if wanted in (title, full)]
    ends = same or [p for p, title, full in titles if full.endswith(wanted) or wanted.endswith(title)]
    return ends[0] if len(ends) == 1 and TITLE.search(words) else None


def _title(text: str) -> str:
    words = text.strip()
    return ABBREVIATIONS.get(words, words).casefold()


def _named(text: str) -> Iterator[tuple[str, int, bool]]:
    for frame in GIVES:
        for match in frame.finditer(text):
            yield match["who"], match.start("who"), bool(match.groupdict().get("hon"))


def same_body(one: str, other: str) -> bool:
    """One name is the other's end ("the committee", "Spend Committee"), and not of a body within the other (常任理事会, 理事会)."""
    short, full = sorted((one.casefold(), other.casefold()), key=len)
    if not short or short not in full:
        return False
    return not WITHIN.search(full.removesuffix(short)) or bool(WITHIN.search(short))


def stands_alone(name: str, text: str) -> bool:
    """The text names the body itself somewhere, not only a smaller body whose name ends in it (常任理事会)."""
    return any(not SMALLER.search(text[: found.start()]) for found in re.finditer(re.escape(name), text))


def body_in(text: str) -> str | None:
    """The deciding body a text names ("経営会議", "投資委員会", "Spend Committee"); the longest wording."""
    names = [BODY_LEAD.sub("", found[0].strip()) for found in BODIES.finditer(text)]
    return max((name for name in names if len(name) >= 2), key=len, default=None)
