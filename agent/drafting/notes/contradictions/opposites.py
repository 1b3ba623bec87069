"""One matter affirmed in one place and denied in another: renewing, switching, being for it, staying, being done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from agent.drafting.notes.contradictions.pairs import Pair, Reason, is_earlier, stand_apart
from agent.drafting.notes.frames import frames
from agent.drafting.notes.predicates import clause_around, is_japanese, is_negated
from agent.drafting.notes.tools.products import with_products
from agent.models.plan import KeyPerson
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides

PACKAGE, FILE = "agent.drafting.notes.contradictions", "opposites"
OF_ACCOUNT = ("renewal", "switching", "money")
OF_PERSON = ("favour", "staying")
OF_THING = ("done", "reporting", "off_paper", "tool")
TOPIC = {"favour": "stance"}
"""Key of the plan's wording; the others are stated as changed."""
THING = re.compile(r"[一-龠々]{2,}|[ァ-ヴー]{2,}|[A-Z]{2,}|[A-Za-z]{4,}")
UNIT = re.compile(
    r"[一-龠ァ-ヴーA-Za-z]{0,8}(?:部(?!長)|課(?!長|題)|室(?!長)|工場|支店|支社|拠点|店舗|センター|情シス|経理|総務|人事|法務|社長|会長|営業|現場|夜勤|購買|財務)|"
    r"\b(?:Finance|IT|HR|Legal|Procurement|Operations|Sales|Security|the [a-z]+ (?:shift|team|depot|site|desk))\b"
)
PLAIN = re.compile(
    r"^(?:今回|今後|予定|担当|確認|資料|利用|打合|打合せ|定例|課長|部長|係長|主任|現在|必要|内容|連絡|完了|着手|済む|済み|終わる|まだ|月末|来月|先月|今月|すべて|稼働|全員|全部|実施|"
    r"still|been|finished|completed|live|done|they|have|with|from|that|this|were|left|already|again)$",
    re.I,
)
TAIL = 8


@dataclass(frozen=True, slots=True)
class Polar:
    """A statement on one matter: true or not, of whom or what."""

    matter: str
    holds: bool
    remark: Remark
    people: frozenset[str]  # ids
    units: frozenset[str]
    things: frozenset[str]


def opposites(remarks: Sequence[Remark], people: Sequence[KeyPerson], sides: Sides) -> Iterator[Pair]:
    """At most one pair a matter: the newest statement against the nearest earlier one that says otherwise.

    A matter of a person or unit needs the same person or unit, that of a thing a word for the thing in both.
    """
    said = [polar for remark in remarks if _counts(remark) for polar in _polars(remark, people, sides)]
    for matter in (*OF_ACCOUNT, *OF_PERSON, *OF_THING):
        mine = [polar for polar in said if polar.matter == matter]
        pair = next(_disagreeing(mine), None)
        if pair:
            older, newer = pair
            yield Pair(TOPIC.get(matter, "changed"), older.remark, newer.remark, _why(newer.remark))


def _disagreeing(said: Sequence[Polar]) -> Iterator[tuple[Polar, Polar]]:
    for newer in reversed(said):
        for older in reversed(said):
            apart = stand_apart(older.remark, newer.remark)
            if (
                apart
                and older.holds != newer.holds
                and is_earlier(older.remark, newer.remark)
                and _same(older, newer)
            ):
                yield older, newer


def _same(one: Polar, other: Polar) -> bool:
    if one.matter in OF_ACCOUNT:
        return True
    if one.matter in OF_PERSON:
        if one.people or other.people:
            return bool(one.people & other.people)
        return bool(one.units & other.units)
    units = not one.units or not other.units or bool(one.units & other.units)
    return units and any(_one_thing(a, b) for a in one.things for b in other.things)


def _one_thing(one: str, other: str) -> bool:
    """The same word, or one that the other ends with (研修, 初期研修)."""
    return one == other or (not one.isascii() and (one.endswith(other) or other.endswith(one)))


def _why(newer: Remark) -> Reason:
    return "direct" if newer.side == "customer" or "「" in newer.text else "newer"


def _counts(remark: Remark) -> bool:
    return remark.is_note and remark.kind.value not in ("heading", "field")


def _polars(remark: Remark, people: Sequence[KeyPerson], sides: Sides) -> Iterator[Polar]:
    text = remark.text
    language = "ja" if is_japanese(text) else "en"
    for matter in (*OF_ACCOUNT, *OF_PERSON, *OF_THING):
        masked = with_products(text) if matter == "tool" else text
        holds = _holds(matter, masked, language)
        if holds is None:
            continue
        named = {person.id for person in people if person.kind == "person" and sides.names(text, person)}
        speaker = sides.person(remark.speaker or "") if remark.side == "customer" and not named else None
        named |= {speaker.id} if speaker else set()
        yield Polar(matter, holds, remark, frozenset(named), frozenset(UNIT.findall(text)), _things(text))


def _holds(matter: str, text: str, language: str) -> bool | None:
    """What the sentence says of the matter; None where it says nothing, asks, supposes, or says both."""
    answers = set()
    for way, value in (("yes", True), ("no", False)):
        for frame in _frames(f"{matter}_{way}", language):
            for found in frame.finditer(text):
                first, last = clause_around(text, *found.span())
                if matter != "favour" and any(
                    weak.search(text, first, last) for weak in _frames("weak", language)
                ):
                    continue
                answers.add(value != _turned(text, found, language, first, last))
    if matter == "done" and len(answers) == 2:  # done in part is not done
        return False
    return answers.pop() if len(answers) == 1 else None


def _turned(text: str, found: re.Match[str], language: str, first: int, last: int) -> bool:
    """A negation outside the frame turns its meaning round; a frame that holds one already is taken as it stands."""
    if is_negated(found[0]):
        return False
    if language == "ja":
        return is_negated(re.split(r"[、。」]", text[found.end() : min(last, found.end() + TAIL)])[0])
    before = re.search(r"(?:[\w’']+ ){0,3}$", text[first : found.start()])
    return is_negated(before[0] if before else "")


def _things(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in THING.findall(text) if not PLAIN.match(word))


@cache
def _frames(key: str, language: str) -> tuple[re.Pattern[str], ...]:
    return frames(PACKAGE, FILE, language, key)
