"""Dates that tell when something was counted, and are no due date though the next such day is still to come."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from agent.drafting.notes.goals.blocks import CHANGE
from agent.drafting.notes.goals.figures import states_aim
from agent.renewal.when import When

BEHIND = dt.timedelta(days=130)
"""A month named without its year is the last such month where that lies no further behind: the next is most of a year off."""
NAMES_ITS_YEAR = re.compile(
    r"\d{4}|令和|平成|[RH]\d|[来次翌今昨再同当本毎]|\bFY|\b(?:next|this|coming|following|last|current)\b",
    re.I,
)
LIMIT_AFTER = re.compile(
    r"[ 　]*(?:の?(?:末日?|頭|終わり|半ば|なかば|前半|後半|連休|[一-龠]{1,4}期))?[ 　]?(?:まで|迄|中(?:に|を|で|[。、]|$)|には|いっぱい|内に|締め?切?り?|〆|期限|を?(?:めど|目途|目標|期限)|"
    r"に[^。、]{0,16}(?:する|へ|まで|なる|達|下げ|上げ|減ら|ゼロ|なく|やめ|そろえ|終え|半分|半減|たい))"
)
LIMIT_BEFORE = re.compile(
    r"(?:期限|期日|納期|締め?切り?|めど|目途|いつまで|目標)(?!超過|切れ|内|越え|外)[^。]{0,6}$"
    r"|\b(?:by|before|until|till|due|no later than|deadline|target|want\w*|aim\w*|next|coming)\b[^.;]{0,24}$"
    r"|\bto (?:the end of )?$",
    re.I,
)
STRETCH = re.compile(r"\b(?:from|between|up to|as (?:at|of))\b[^.;]{0,24}$", re.I)
FIGURE_BEFORE = re.compile(r"(?:→|⇒|->|=>)\s*[^→]{0,24}$")
COUNTED_IN = re.compile(
    r"(?:[の]?(?:上旬|中旬|下旬|頭|末))?に[^、。]{0,14}(?:調べ|測っ|測り|測定し|計っ|計り|計測し|数え|集計し|聞い|聞き取)"
    r"|の[^、。]{0,10}\d[^、。\d]{0,6}(?:から|→|より)(?!も)"
    r"|(?:[のに]?(?:調べ|時点|調査|集計|計測|実績|測定))"
)
PIECE = re.compile(r"[。;；\n]|[.!?] +(?=[A-Za-z])|(?<=[a-z]\.) ")
DAY_ALONE = re.compile(r"\W*")


def counted_then(text: str, when: When, said_on: dt.date | None) -> bool:
    """The date is that of a figure told or of an entry, not one by which something is to be reached.

    A month without its year whose last time lies just behind, a stretch that is running, and a day that is all its
    line holds set no limit unless a word of limits or of wishes stands beside them.
    """
    before, after = text[: when.start], text[when.end :]
    piece = PIECE.split(before)[-1] + when.words + ("" if when.words.endswith(".") else PIECE.split(after)[0])
    if COUNTED_IN.match(after) and not states_aim(piece[piece.find(when.words) :]):
        return True
    if LIMIT_AFTER.match(after) or (LIMIT_BEFORE.search(before) and not STRETCH.search(before)):
        return False
    alone = not DAY_ALONE.sub("", before) and not DAY_ALONE.sub("", after)
    if alone:
        return said_on is not None and when.rule == "slash" and _lies_behind(when, said_on)
    if FIGURE_BEFORE.search(before) or states_aim(piece) or said_on is None:
        return False
    if when.first <= said_on <= when.last and (when.last - when.first).days > 31:
        return after[:1] in ("は", "の") and CHANGE.search(piece) is None
    return _lies_behind(when, said_on)


REFUSED = re.compile(
    r"(?:末|頭|中|まで|いっぱい)*(?:だと|では|じゃ|には|は|に)(?:さすがに|ちょっと|少し|とても|もう|まだ)?(?:早|遅|無理|きつ|難し|むずかし|厳し|間に合(?:い|わ|う(?:か|と)|えな)|足り(?:な|ま)|現実的で)"
    r"|,? (?:is|was|would be|looks?|seems?|feels?) (?:far |much |a bit |a little |simply |just )?(?:too (?:soon|early|late|tight|ambitious)|unrealistic|not (?:realistic|possible|doable))\b"
)
"""Behind a date that is too soon or cannot be kept."""


def limiting(text: str, dates: Sequence[When], said_on: dt.date | None) -> list[When]:
    """The dates that no figure was counted on. What stands in one breath with such a date is told as well."""
    told = [when for when in dates if counted_then(text, when, said_on)]
    dates = [when for when in dates if not REFUSED.match(text, when.end)] or []
    return [
        when
        for when in dates
        if when not in told and not any(_in_one_breath(text, when, other) for other in told)
    ]


def _in_one_breath(text: str, when: When, other: When) -> bool:
    """Two months without a year in one clause, neither with a word of limits ("9% in Feb, 4% in Sept")."""
    if NAMES_ITS_YEAR.search(when.words) or LIMIT_AFTER.match(text[when.end :]):
        return False
    if LIMIT_BEFORE.search(text[: when.start]) or FIGURE_BEFORE.search(text[: when.start]):
        return False
    between = text[min(when.end, other.end) : max(when.start, other.start)]
    return not PIECE.search(between) and not states_aim(between)


def _lies_behind(when: When, said_on: dt.date) -> bool:
    """Named without a year, and nearer a year before than the day it was resolved to."""
    if NAMES_ITS_YEAR.search(when.words) or when.first <= said_on or (when.last - when.first).days > 200:
        return False
    return said_on - (when.last - dt.timedelta(days=365)) <= BEHIND
