"""Letters of all languages written in Latin script, for character classes of regular expressions."""

from __future__ import annotations

_LATIN = "".join(map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))))
UPPER = "A-Z" + "".join(c for c in _LATIN if c.isupper())
"""Capital letters."""
LOWER = "a-z" + "".join(c for c in _LATIN if c.islower())
"""Small letters."""
