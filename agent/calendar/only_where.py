"""`only_where`: a pattern that is asked only where a sign of it stands in the text.

For patterns that try many beginnings before they come to the words that tell (anything up to 「の代わりに」): the sign is
those words alone, which Python looks for in a tenth of the time. English words are worked out from the pattern
(`agent.calendar.telling_words`). Every match of the pattern must hold one of its sign;
tests/agent/calendar/test_only_where.py makes texts of each pattern and looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

pairs: list[tuple[re.Pattern[str], re.Pattern[str]]] = []
"""Sign and pattern of every pair made."""


def only_where(sign: re.Pattern[str], pattern: re.Pattern[str]) -> re.Pattern[str]:
    """The pattern, for searching texts to their end; finds what it finds alone."""
    pairs.append((sign, pattern))
    return cast("re.Pattern[str]", _OnlyWhere(sign, pattern))


class _OnlyWhere:
    def __init__(self, sign: re.Pattern[str], pattern: re.Pattern[str]) -> None:
        self._stands = sign.search
        self._pattern = pattern

    def search(self, text: str, pos: int = 0) -> re.Match[str] | None:
        return self._pattern.search(text, pos) if self._stands(text, pos) else None

    def finditer(self, text: str, pos: int = 0) -> Iterator[re.Match[str]]:
        return self._pattern.finditer(text, pos) if self._stands(text, pos) else iter(())

    def sub(self, new: str, text: str) -> str:
        return self._pattern.sub(new, text) if self._stands(text, 0) else text

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)
