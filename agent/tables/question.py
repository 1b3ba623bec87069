"""What a question asks of a table: words of the label, year, scope and members."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from agent.tables.words import plain

_MEMBER = re.compile(r"([A-Z][A-Za-z0-9]{3,}?)(?:Member|Axis)?(?=における)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_QUOTED = re.compile(r"「(.+)」")
_ALTERNATIVE = re.compile(r"又は.*$")
_MEASURE = re.compile(r"育児休業(?:等)?(?:取得率|を取得)|賃金の(?:差異|格差)|管理職に占める女性")
"""Measures of diversity, whose labels begin with the group of people they are of (全労働者、…、賃金の差異)."""
_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class TableQuestion:
    """`pieces` are the parts of the label between commas, the concept first, what it belongs to behind it.

    `year` is the calendar year in which the period or the day lies that is asked for; `consolidated` is None
    when the question does not say.
    """

    text: str
    pieces: tuple[str, ...]
    year: int | None = None
    at_day: bool = False
    consolidated: bool | None = None
    member: str = ""
    month: int | None = None  # in which the year asked for ends, where the question says so (年3月期)
    names_year: bool = True  # False: the latest year was taken for a question that names none


def read_question(text: str) -> TableQuestion:
    """The question's parts. The label is what stands in 「」, else the whole question without the other parts."""
    folded = plain(text)
    quoted = _QUOTED.search(folded)
    asked = quoted[1] if quoted else folded
    rest = folded[: quoted.start()] if quoted else folded
    year = _YEAR.search(rest)
    member = _MEMBER.search(rest)
    scope = False if re.search("個別|単体|提出会社", rest) else True if "連結" in rest else None
    pieces = tuple(
        piece for piece in re.split(r"、|(?<=[^\x00-\x28\x2a-\x7f])-(?=[^\x00-\x7f])", asked) if piece
    )
    return TableQuestion(
        text,
        tuple(sorted(pieces, key=lambda piece: _MEASURE.search(piece) is None)) or (asked,),
        int(year[1]) if year else None,
        "年時点" in rest,
        scope,
        member[1] if member else "",
    )


@lru_cache(maxsize=65536)
def core(words: str) -> str:
    """A label without what filers leave out or add: brackets, the loss beside the profit, 合計 and の."""
    bare = _ALTERNATIVE.sub("", _BRACKETS.sub("", _BRACKETS.sub("", words)))
    bare = (
        bare.replace("たな卸", "棚卸")
        .replace("寄附", "寄付")
        .replace("暖簾", "のれん")
        .replace("貸付金", "貸付金")
    )
    bare = re.sub(
        r"(?:の部)?(?:金額|合計額?|総計|総額|計)$|^当連結|並びに|及び|および|又は|[、・,･の]", "", bare
    )
    return bare or words
