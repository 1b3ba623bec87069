"""Where else than at its head a unit may be quoted from: after a bullet or an item number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from connectors.interface import Span

# □ ☐ ○ and circled numbers may say something (not done, yes, which), so they stay.
_MARK = re.compile(
    r"(?:[・●■※*•‣▪]|[-–](?=[ 　])|[(（][0-9０-９一-十]{1,2}[)）]|[0-9０-９]{1,2}[.．)）](?=[ 　]))[ 　]*"
    r"(?=[^\W\d_])"
)
_SCALE_HEAD = re.compile(r"[百千万億兆円年月日人名%％]|期|四半期|[a-z]")


def later_starts(text: str, units: Sequence[Span]) -> list[int]:
    """Ascending offsets after leading marks, where a quote may begin besides the unit starts."""
    found: list[int] = []
    for start, end in units:
        if start and text[start - 1] == "\t":
            continue
        mark = _MARK.match(text, start, end)
        if mark and not _SCALE_HEAD.match(text, mark.end(), end):
            found.append(mark.end())
    return found
