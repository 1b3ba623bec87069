"""`only_where`: a pattern that is asked only where a sign of it stands in the text.

For patterns that try many beginnings before they come to the words that tell (anything up to 「の代わりに」): the sign is
those words alone, which Python looks for in a tenth of the time. Every match of the pattern must hold one of its sign;
tests/agent/calendar/test_only_where.py makes texts of each pattern and looks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, cast

Sign = re.Pattern[str] | tuple[str, ...]
"""A pattern, or pieces in small letters one of which stands in every match, in any case."""

pairs: list[tuple[Sign, re.Pattern[str]]] = []
"""Sign and pattern of every pair made."""
_ODD = str.maketrans("ıİſ", "iis")
"""Letters that the matcher takes for others where case is ignored, and `str.lower` does not."""


def only_where(sign: Sign, pattern: re.Pattern[str]) -> re.Pattern[str]:
    """The pattern, for searching texts to their end; finds what it finds alone."""
    pairs.append((sign, pattern))
    return cast("re.Pattern[str]", _OnlyWhere(sign, pattern))


class _OnlyWhere:
    def __init__(self, sign: Sign, pattern: re.Pattern[str]) -> None:
        self._stands: Callable[[str, int], object] = _one_of(sign) if isinstance(sign, tuple) else sign.search
        self._pattern = pattern

    def search(self, text: str, pos: int = 0) -> re.Match[str] | None:
        return self._pattern.search(text, pos) if self._stands(text, pos) else None

    def finditer(self, text: str, pos: int = 0) -> Iterator[re.Match[str]]:
        return self._pattern.finditer(text, pos) if self._stands(text, pos) else iter(())

    def sub(self, new: str, text: str) -> str:
        return self._pattern.sub(new, text) if self._stands(text, 0) else text

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)


def _one_of(pieces: tuple[str, ...]) -> Callable[[str, int], bool]:
    def stands(text: str, _: int) -> bool:
        small = text.lower() if text.isascii() else text.translate(_ODD).lower()
        return any(map(small.__contains__, pieces))

    return stands
