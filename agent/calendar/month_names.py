"""English names of the months as alternatives of a pattern, written out and cut to three letters, in both cases."""

from __future__ import annotations

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
MONTHS_SHORT = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
MONTHS_LOWER = MONTHS.lower()
MONTHS_SHORT_LOWER = MONTHS_SHORT.lower()
