"""Ways an English text says that something is measured, other than by naming a record: a stopwatch study, scored from 1 to 5."""

from __future__ import annotations

import re

from agent.calendar.patterns import regex
from agent.goals.scan import Scan

Span = tuple[int, int]

_STUDY = regex(
    r"(?<![a-z])mystery (?:guest|shopper|caller|patient|diner|customer|buyer)s?(?![a-z])|(?<![a-z])(?:at random|randomly (?:asked|checked|picked|selected|sampled|drawn))(?![a-z])|(?<![a-z])(?:re-?calculation|post-calculation|recount|reconciliation|comparison|spot check|desk check) by (?=[a-z])|(?<![a-z])(?:stop-?watch|diary|motion|observation(?:al)?|field|shadowing|desk|pulse|mystery|exit|snap|straw|show of hands|traffic|footfall|head|hand|tally|two-week|one-week|random)[ -](?:(?:and|of) [a-z]+ )?(?:stud(?:y|ies)|counts?|exercises?|samples?|sampling|polls?|quiz(?:zes)?|surveys?|logs?|diar(?:y|ies)|walks?|interviews?)(?![a-z])",
    re.I,
)
_SCALE = regex(
    r"(?<![a-z])(?:scor|rat|grad|rank|mark|judg|assess|answer)(?:e|es|ed|s|ing) (?:[a-z'-]+ ){0,6}?(?:from (?:1|one|0|zero) to|out of (?:5|10|100|five|ten|a hundred)|on a (?:scale|\d|five|ten)|on the scale|(?:1|0)(?:-| to )(?:5|7|10)|with (?:one|1) to)",
    re.I,
)
"""the shift leads score usability from 1 to 5."""
_TWO_STAMPS = regex(
    r"(?<![a-z])(?:date|time|day) [a-z]+ (?:vs\.?|versus|to|minus|against|less|and) (?:date|time|day) [a-z]+(?![a-z])|(?<![a-z])[a-z]+(?: ?/ ?|[ -]to[ -]| and | & | vs\.? | less | minus )[a-z]+ (?:dates|times|stamps|date stamps)(?![a-z])",
    re.I,
)
"""Open/close dates: what is reckoned from two of them."""


_WEIGHED = regex(
    r"(?<=[,;(–—-] )(?:and |all |each )?(?:weighed|counted|timed|clocked|metered|tallied|gauged|sampled|swabbed|photographed)(?= (?:at|in|on|by|every|each|from|with|twice|once|daily|weekly|monthly|over))",
    re.I,
)
"""Spoilage under 3%, weighed at the back door every night."""
_CALLED = regex(
    r"(?<![a-z])(?:rated|scored|graded|marked|judged|voted|found) (?:[a-z-]+ (?:or (?:better|higher|above) )?)?by (?!\d+ ?%)(?=\d|[a-z])|(?<![a-z])(?:rate|rates|score|scores|grade|grades) (?:[a-z'-]+ ){1,5}(?:at |with )?\d+(?:\.\d+)?(?:/| out of )\d+|(?<![a-z])(?:rate|rates|rating|call|calls|mark|marks|score|scores|grade|grades|tick|ticks) (?:[a-z'-]+ ){1,5}?(?:as )?[\"“‘'][a-z ]{3,24}[\"”’']",
    re.I,
)
"""Two thirds rate it "good": who says so is how it is measured."""
_TIMED_WITH = regex(
    r"(?<![a-z])(?:log|record|clock|measure|count|track|time|note)s? (?:[a-z'-]+ ){1,5}?(?:with|using|by|via|on|in) (?:a |an |the |their )?(?:[a-z-]+ )?(?:diary|diaries|notebooks?|log ?books?|spreadsheets?|journals?|pedometers?|(?:fitness )?trackers?|gauges?|[a-z]*meters|clickers|loggers|sensors|cameras|timers|stop-?watches|stop-?watch(?: app)?|timer|app|meter|counter|clicker|sheet|logger|sensor|camera|scales?)(?![a-z])",
    re.I,
)
"""log time per task with a stopwatch app."""
_FROM_A_TOOL = regex(
    r"(?:\((?:the |our )?|(?<![a-z])from (?:the|our) )(?!old |legacy |current |former |existing |previous |new |same )[a-z-]+(?: (?!old|legacy)[a-z-]+){0,2} (?:tool|app|system|software|platform|console|back office|backend|admin panel)(?=[).,;]|$)",
    re.I,
)
"""Read rate 60% (newsletter tool): what counts it."""
_SAVED_QUERY = regex(
    r"(?<=[(;,:–—-])(?: ?(?-i:[A-Z])[A-Za-z0-9]+(?: [a-z]+)? (?:filter|query|view|saved search|pivot|export|extract|dump)(?= ?[\"'“‘(]|$|[,;.)]| of | on ))"
)
"""(Jira filter "open > 7 days"): what picks out the things counted."""


def way_en(scan: Scan) -> Span | None:
    """Where the way of measuring stands in folded text; of an action only a scale somebody scores on."""
    patterns: tuple[re.Pattern[str], ...] = (_SCALE, _TIMED_WITH)
    if scan.is_goal:
        patterns = (_STUDY, _SCALE, _TWO_STAMPS, _SAVED_QUERY, _WEIGHED, _CALLED)
        if scan.quantities:
            patterns += (_FROM_A_TOOL,)
    for pattern in patterns:
        if (match := pattern.search(scan.text)) and (pattern is not _TWO_STAMPS or match.start() > 0):
            return match.span()
    return None
