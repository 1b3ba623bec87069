"""Steps of a scale of letters: grade A promised, B planned."""

from __future__ import annotations

import re

from agent.calendar.patterns import regex

_WORD = r"(?:grade|rating|rated|band|class|label|score|ランク|評価|等級|判定|格付け?|グレード|クラス)"
_GRADE = regex(
    rf"(?<![a-z]){_WORD} ?(?:of |an? )?[「']?(?P<after>(?-i:[A-E]))(?P<sign>[+-])?(?![A-Za-z\d])|(?<![A-Za-z\d])(?P<before>(?-i:[A-E]))(?P<sign2>[+-])?[」']? ?{_WORD}(?![a-z])",
    re.I,
)
_MOVED = regex(
    r"(?<![A-Za-z\d])(?P<low>[A-E][+-]?)(?:ランク|評価|判定|等級)?(?: ?(?:→|->|to|から|より|を) ?)(?:an? )?(?P<high>[A-E])(?P<sign>[+-])?(?![A-Za-z\d])"
)
_SAME = regex(_WORD, re.I)


def worse_grade(promised: str, planned: str) -> bool | None:
    """The plan's letter is a lower one than the promise's; None when one of them names none."""
    steps = _level(promised), _level(planned)
    if steps[0] and steps[1]:
        return steps[1] < steps[0]
    wanted, own = _letter(promised), _letter(planned)
    if wanted is None or own is None or not _SAME.search(planned):
        return None
    return own > wanted


_LEVEL = regex(
    r"(?:(?<![a-z])(?:level|stage|maturity|tier|star rating of)|レベル|ステージ|成熟度|Lv\.?) ?(?P<n>[1-9])(?![\d.%])|(?<![\d.])(?P<stars>[1-9])(?:つ星|[- ]stars?(?![a-z]))",
    re.I,
)


def _level(text: str) -> int | None:
    """The last level named, of those that are better the higher they are."""
    found = list(_LEVEL.finditer(text))
    return int(found[-1]["n"] or found[-1]["stars"]) if found else None


def _letter(text: str) -> tuple[str, int] | None:
    """The letter aimed at, with its sign: A+ before A before A-."""
    moved = _MOVED.search(text)
    if moved:
        return moved["high"], {"+": -1, "-": 1}.get(moved["sign"] or "", 0)
    found = _GRADE.search(text)
    if found is None:
        return None
    sign = found["sign"] or found["sign2"] or ""
    return (found["after"] or found["before"]).upper(), {"+": -1, "-": 1}.get(sign, 0)
