"""Whether pypdfium2 loses minus signs in a file, found by reading its densest pages twice.

Some filings carry △ and − in a font without a Unicode table; pdfium leaves such glyphs out of its text without
a trace ("△9,057" becomes "9,057"), pdfminer knows them by their glyph codes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from connectors.readers.pdf_layout import LayoutPages

PROBED = 4
"""Pages read twice: those with the most figures."""

_SIGNS = ("△", "▲", "−－")
"""Signs, the two minus signs as one: pdfium and pdfminer read the same glyph as one or the other."""
_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+\.\d")


def loses_signs(texts: Sequence[str], layout: LayoutPages) -> bool:
    """True when a densest page shows more signs in pdfminer's reading than in pdfium's."""
    densest = sorted(range(len(texts)), key=lambda number: -len(_FIGURE.findall(texts[number])))[:PROBED]
    for number in densest:
        if not _FIGURE.search(texts[number]):
            continue
        seen, read = Counter(texts[number]), Counter(layout.letters(number + 1))
        if any(_count(read, signs) > _count(seen, signs) for signs in _SIGNS):
            return True
    return False


def _count(letters: Counter[str], signs: str) -> int:
    return sum(letters[sign] for sign in signs)
