"""English words that look like a source or a way of measuring and are none: signed in, entered in the CRM, counts in May."""

from __future__ import annotations

import re

from agent.calendar.patterns import regex
from agent.goals.scan import Scan

OUTSIDE_EN = regex(
    r"(?<![a-z])(?:provider|vendor|supplier|carrier|agency|bureau|bank|lab|laboratory|insurer|institute|utility|landlord|broker|operator|contractor|university|regulator|inspectorate|council|exchange)s?(?![a-z])",
    re.I,
)
"""reported by the telephony provider: an outside source."""


SIGNED_IN = regex(
    r"(?<![a-z])(?:has|have|had|who|are|is|be|get|gets|of|users|staff|people) (?:ever |all |never |not |already )*logged in$",
    re.I,
)
"""every recruiter has logged in: what they do, not where it is noted."""
_NOUN_EN = regex(r"(?:counts?|tracks?|measures?|reads?|checks?|logs?|tally|score) (?:in|on|by|at)", re.I)


def noun_with_a_day(scan: Scan, match: re.Match[str]) -> bool:
    """Start cycle counts in May: what is started, and when."""
    dated = any(0 <= m.start - match.end() <= 1 or m.start == match.end() - 2 for m in scan.mentions)
    return _NOUN_EN.fullmatch(match.group()) is not None and dated


DONE_THERE_EN = regex(
    r"\d ?%? of (?:the |our |all )*[a-z-]+(?: [a-z-]+)? (?:entered|created|raised|kept|stored|filed|processed|handled|approved|submitted|placed|booked|closed|opened|made|sent|held|saved|run|planned|written|done) $",
    re.I,
)
"""95% of quotes entered in the CRM: where the work is done."""
