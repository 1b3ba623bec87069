"""Habits an English goal asks for that anybody can see kept or not: prices updated twice a week, ward rounds end by noon.

A concrete act with the time or the rhythm of it, an act done to one's own papers, something left out that can be
counted, something stopped. What is loose itself (supervisors act sooner, without fuss) is no such habit.
"""

from __future__ import annotations

import re

from agent.calendar.patterns import regex
from agent.goals.words import pattern_of

_ACT = r"(?:end|start|begin|close|open|leave|depart|arrive|report|submit|send|post|publish|update|print|sign|approve|enter|file|pay|record|order|book|register|upload|issue|return|deliver|ship|label|count|weigh|answer|reply|invoice|clean|inspect|load|unload|dispatch|test|scan|refill|restock|clear|empty|lock|finish|hand in|clock (?:in|out)|check (?:in|out)|go out|come in)"
_DONE = r"(?:filled (?:in|out)|completed|used|worn|displayed|updated|posted|published|sent(?: out)?|printed|signed|approved|entered|filed|paid|recorded|booked|registered|uploaded|issued|returned|delivered|shipped|labelled|counted|weighed|answered|invoiced|cleaned|inspected|loaded|unloaded|dispatched|tested|scanned|backed up|refilled|restocked|cleared|emptied|closed|opened|read out|exported|reconciled|collected|picked up|handed in)"
_THING = r"^\W*(?:the |our |all )?(?!we |they |it |to )[A-Za-z][a-z'-]*(?: (?!and |or |to |with |that |who |more |less |better )[a-z'-]+){0,4}"
_CLOCK = r"(?:by|before|at|until|no later than|not later than) (?:noon|midnight|lunch(?:time)?|\d{1,2}(?::\d\d)? ?(?:am|pm|h|o'clock)|\d{1,2}:\d\d|(?:the )?(?:end of (?:the )?(?:shift|day)|close of business)|the [a-z0-9]+ (?:working |business )?day|(?:working |business )?day \d|WD ?\d)(?![a-z])"
_WHEN = rf" {_CLOCK}| (?:once|twice|[a-z]+ times|\d+ times) (?:a|per|each|every) [a-z]+| (?:daily|weekly|monthly|quarterly|hourly|nightly|overnight)(?![a-z])| (?:every|each) (?:[a-z]+ )?(?:hour|shift|day|night|week|fortnight|month|morning|evening|monday|tuesday|wednesday|thursday|friday)s?| (?:on )?the same day| (?:for|at|in|on|after|before) (?:every|each) [a-z]+| \d+ (?:working |business )?(?:days?|hours?|weeks?) (?:before|after|ahead of) (?:each |every |the )?[a-z]+"
_TIMED = regex(rf"{_THING} (?P<act>(?:{_ACT}|{_DONE})(?:s|es)?)(?: (?:[a-z'-]+ ){{0,5}}?[a-z'-]+)??(?:{_WHEN})", re.I)  # fmt: skip
_OWN_PAPERS = regex(
    rf"{_THING}s (?:now |always |only )?(?P<act>sign|approve|enter|order|book|file|pay|print|record|scan|submit|upload|issue|return|weigh|count|invoice|post|register|release|close|reconcile|schedule|price|quote) (?:their|its|the|all|own|a|an|every|each|what)(?: [a-z'-]+){{1,5}}\W*$",
    re.I,
)
_NONE_OF_IT = regex(
    r"(?P<act>(?<![a-z])without (?:any |a |an |a single |further )?(?:[a-z]+ )?(?:mistakes?|errors?|typos?|re-?entry|rekeying|re-keying|rework|paper|faxes|downtime|defects?|complaints?|accidents?|injur(?:y|ies)|duplicates?|corrections?|reminders?|overtime|stoppages?|write-offs?|penalt(?:y|ies)|findings?|journals?|spreadsheets?|phone calls?|agency staff|temps|weekend work|night work))(?![a-z])",
    re.I,
)
_STOPPED = regex(
    r"^\W*(?P<act>(?:stop|end|abolish|ban|drop|scrap|discontinue|withdraw|phase out|do away with|get rid of)) (?:the |all |our )?(?:[a-z-]+ ){0,3}(?P<what>[a-z-]+s)\W*(?:$|by |from |in |before |at )",
    re.I,
)
_PASSED = regex(
    r"^\W*(?P<act>pass(?:es)? (?:the |our |an? |all )?(?:[a-z0-9-]+ ){0,4}(?:audit|exam|inspection|test|assessment|certification|trial|check)s?)(?![a-z])",
    re.I,
)
_TRAINED = regex(r"^\W*[A-Z][a-z'-]+(?: [a-z'-]+){0,3} (?P<act>(?:trained|briefed|enrolled|instructed) (?:on|in) (?:the )?[a-z0-9'-]+)(?= ?(?:[a-z0-9'-]+ ?){0,3}\W*$)")  # fmt: skip


def habit_en(text: str, felt: frozenset[str]) -> re.Match[str] | None:
    """The match whose group `act` is the habit, in folded text; `felt`: nouns nobody can count."""
    clause = re.split(r"[;,(\n]|[.:] ", text, maxsplit=1)[0]
    found = _NONE_OF_IT.search(clause) or _TIMED.search(clause) or _OWN_PAPERS.search(clause)
    if found is None:
        found = _TRAINED.search(clause) or _PASSED.search(clause)
    if found is None and (stopped := _STOPPED.search(clause)) and stopped["what"].lower() not in felt:
        found = stopped
    if found is None or pattern_of("en", "vague", "degree", "adjectives", "comparatives").search(clause):
        return None
    return found
