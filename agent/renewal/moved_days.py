"""Days that somebody's later word moves: "29 January, not the 22nd", 「18日締めとお聞きかと思いますが、締めは22日です」."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from agent.calendar import Anchor
from agent.renewal.remarks import Remark
from agent.renewal.when import When, finest, read_when

DAY = 2
"""Hyphens of a day ("2026-11-18")."""
BETWEEN_OLD_AND_NEW = re.compile(
    r"^[^。]{0,12}?(?:ではなく|じゃなく|でなく)て?、?[^。]{0,8}$|"
    r"^[^。、]{0,12}?(?:から|を|より)、?[^。]{0,8}$(?<!までから)|"
    r"[^。]*(?:お?(?:聞き|伝え|知らせ|話し|答え|返事)|申し|言[っいわ]|書[いき]|聞[いき]|ご?案内|なって(?:い|お)|でした|だった|思[っい])[^。]{0,16}(?:が|けど|けれど|ところ)、?[^。]*$|"
    r"^[^.;]{0,40}\b(?:moved|brought forward|put back|pushed(?: back)?|pulled forward|slipped|changed|shifted|postponed|rescheduled)\b[^.;]{0,12}\bto (?:the )?$",
    re.I,
)
"""From a day that no longer holds to the one in its place."""
MOVES = re.compile(
    r"^[^。、]{0,10}?(?:に|へ|で|と)[^。]{0,8}?(?:変[わえ更]|移[りっし動]|延[びばっ期長]|繰り|早[まめく]|遅[られく]|ずら|ずれ|なりま|なった|改め|動[いきか]|前倒|訂正)",
)
"""What the new day's clause goes on with, where the words between say only 「…から」."""
FROM = re.compile(r"(?:から|を|より)、?[^。]{0,8}$")
MOVED_FROM = re.compile(
    r"\b(?:moved|shifted|changed|put back|brought forward|slipped|pushed(?: back)?|rescheduled|postponed)\b[^.;]{0,24}\bfrom (?:the )?$",
    re.I,
)
BETWEEN_NEW_AND_OLD = re.compile(
    r"^[^.;]{0,4}(?:and )?(?:not|instead of|rather than) (?:on )?(?:the )?$|"
    r"^[^.;]{0,4}\((?:it )?(?:was|moved|changed|brought forward|put back|previously|originally|formerly)(?: \w+){0,2}? ?$|"
    r"^[^。、]{0,10}[(（](?:旧|当初|変更前|元|もと|前)[^。()（）]{0,6}$",
    re.I,
)
NOT_THE = re.compile(r"^,? (?:and )?not (?:on )?(?:the )?(?P<day>[0-3]?\d)(?:st|nd|rd|th)\b", re.I)
WORD = re.compile(r"[一-龠々](?<![年月日曜火水木金土午前後時])|[ァ-ヴー]{3,}|[a-z]{4,}", re.I)
NO_MATTER = re.compile(
    r"(?:have|been|that|thi|with|from|they|them|will|were|your|our|moved|back|(?:january|february|march|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri)day))",
    re.I,
)
"""Words that say nothing of what a day is for."""


@dataclass(frozen=True, slots=True)
class Move:
    """`old` (ISO day) no longer holds; `new` stands in `remark`."""

    old: str
    new: When
    remark: Remark


def read_moves(remarks: Sequence[Remark], anchor: Anchor) -> list[Move]:
    """Every moved day of the notes, in the order of the remarks."""
    return [move for remark in remarks if remark.is_note for move in moves_in(remark, anchor)]


def moves_in(remark: Remark, anchor: Anchor) -> Iterator[Move]:
    """The moves one remark tells."""
    text = remark.text
    dates = [d for d in finest(read_when(text, remark.day, anchor, "nearest")) if d.iso.count("-") == DAY]
    for day in dates:
        told = NOT_THE.match(text[day.end :])
        if told and (old := _same_month(day.first, int(told["day"]))) is not None:
            yield Move(old.isoformat(), day, remark)
    for one, two in pairwise(dates):
        between = text[one.end : two.start]
        if BETWEEN_NEW_AND_OLD.search(between):
            yield Move(two.iso, one, remark)
        elif _is_replaced(text, one, two, between):
            yield Move(one.iso, two, remark)


def move_of(iso: str, remark: Remark, moves: Sequence[Move]) -> Move | None:
    """The move of a day that the remark tells and that no longer holds: the newest, told of the same matter and not before."""
    found = [
        move
        for move in moves
        if move.old == iso
        and move.new.iso != iso
        and (move.remark.day or dt.date.max) >= (remark.day or dt.date.min)
        and (move.remark is remark or _shared(move.remark.text, remark.text))
    ]
    return max(found, key=lambda move: (move.remark.day or dt.date.min, move.remark.start), default=None)


def _is_replaced(text: str, one: When, two: When, between: str) -> bool:
    if MOVED_FROM.search(text[: one.start]) and re.fullmatch(r",? to (?:the )?", between, re.I):
        return True
    if not BETWEEN_OLD_AND_NEW.search(between):
        return False
    return not FROM.search(between) or MOVES.match(text[two.end :]) is not None


def _shared(one: str, other: str) -> bool:
    words = [{w.lower().rstrip("s") for w in WORD.findall(text)} for text in (one, other)]
    return any(NO_MATTER.fullmatch(word) is None for word in words[0] & words[1])


def _same_month(day: dt.date, number: int) -> dt.date | None:
    try:
        return day.replace(day=number)
    except ValueError:
        return None
