"""Figures that usually measure nothing but here are what moves: clock times (2:10から1:30へ) and ranks (8th, aim for 5th).

A clock time counts when it stands in a pair of before and after, or beside the time that is usual today; opening hours
(9:00から17:00まで) and appointments do not. An ordinal counts where the text speaks of a ranking.
"""

from __future__ import annotations

import itertools
import re

from agent.calendar.number_words import ONES_EN
from agent.calendar.only_where import only_where
from agent.calendar.patterns import regex
from agent.goals.quantities import Found

_CLOCK = only_where(
    regex(r"\d(?::\d\d|[ap]m| ?[AaPp]\.?[Mm]|時)"),
    regex(
        r"(?:(?:午前|午後|朝の?|夜の?|深夜の?|未明の?|夕方の?|翌朝?の?|AM|PM) ?)?(?<![\d./])(?<!\d:)(?P<hour>[0-3]?\d)(?::(?P<minute>[0-5]\d)(?![\d:])(?: ?[ap]\.?m\b\.?)?|時(?!間|点|期|代)(?:(?P<minute_ja>[0-5]?\d)分|(?P<half>半))?| ?[ap]m\b)",
        re.I,
    ),
)
_BEFORE_AND_AFTER = regex(
    r"(?:[^\d。;\n]{0,8}?)(?:から|より|→|->|=>|⇒|だった(?:の|もの)を|を|、)[^\d。;\n]{0,10}"
    r"|,? (?:to|instead of|rather than|in place of|not|was|up from|down from|from|against|versus|vs\.?|compared with|then|now|today|currently|->|→|down to|back to|forward to|up to|earlier than|aim|aiming for|target|target:|goal|goal:)(?: (?:the )?(?:today's|current|usual|present|before|about|around|at|is|was|it is|at the latest|for))* "
    r"| ?[(（](?:現在|今は?|いまは?|現状は?|従来は?|これまでは?|昨年は?|now|was|today|currently|from|before)[: ]*",
    re.I,
)
_MOVED_AFTER_JA = regex(
    r"(?:以前|ごろ|頃|ちょうど)?(?:に|へ|を目標|を目指|とする|\)|$|、)(?!は|なる)|まで(?:に)?(?:前倒|早め|繰り上|繰上|縮|短|遅ら|延ば|延長|後ろ倒|後倒)"
)
_HOURS = regex(
    r"(?<![a-z])(?:opening hours|hours|opens?|open|staffed|manned|available|availability|cover|coverage|covered|support|shift|between|working time|desk|helpdesk|reachable)(?![a-z])",
    re.I,
)
_MOVES_EN = regex(
    r"(?<![a-z])(?:bring|brings|brought|move|moves|moved|pull|pulls|pulled|shift(?:ed|ing)? the|push|pushed|advance|advanced|earlier|later|forward|back|cut-?off|deadline|finish(?:es|ed)?|finishing|clos(?:e|es|ed|ing)|end(?:s|ed|ing)?|start(?:s|ed|ing)?|last|first|depart\w*|leav(?:e|es|ing)|departure|arriv\w*|ready|complete\w*|done|out by|handover|landing|landed|time|times|from)(?![a-z])",
    re.I,
)
_RANKING = regex(
    r"(?<![a-z])(?:rank(?:s|ed|ing|ings)?|league|league table|table|standings?|place|placed|position|leaderboard|podium|scoreboard)(?![a-z])",
    re.I,
)
_ORDINALS = {
    word: value
    for value, word in enumerate(("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), 1)
}  # fmt: skip
_RANK = regex(
    rf"(?<![a-z\d.,-])(?:(?P<digits>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{'|'.join(_ORDINALS)})|top[ -](?P<top>\d{{1,3}}|{'|'.join(ONES_EN)}|quartile|decile|half|third|quarter))(?: (?:place|position|rank))?(?![a-z-])"
    r"(?= ?(?:$|[,;.:()/]| (?:in|to|from|of the \d+|out of|by|before|on|among|place|position|rank|today|now|currently|last|at|or|and|for|aim|was|is|this)(?![a-z])|->|→|\ue000))",
    re.I,
)
_TOP = {"quartile": 25.0, "quarter": 25.0, "decile": 10.0, "half": 50.0, "third": 33.3}
_TOP_OF = regex(
    r"(?<![a-z\d-])top[ -](?P<part>quartile|decile)(?![a-z])",
    re.I,
)


def moved_figures(text: str, language: str) -> list[Found]:
    """Clock times and ranks of folded text that are before or after, in text order."""
    found = _clocks(text, language)
    if language == "en":
        found += _ranks(text)
    return sorted(found, key=lambda figure: figure.start)


def _clocks(text: str, language: str) -> list[Found]:
    times = list(_CLOCK.finditer(text))
    kept: list[Found] = []
    for first, second in itertools.pairwise(times):
        gap = text[first.end() : second.start()]
        if (
            len(gap) > 24
            or not _BEFORE_AND_AFTER.fullmatch(gap)
            or _are_hours(text, gap, first, second, language)
        ):
            continue
        kept += [figure for figure in map(_time, (first, second)) if figure not in kept]
    return kept


def _are_hours(text: str, gap: str, first: re.Match[str], second: re.Match[str], language: str) -> bool:
    """From when to when something is open or staffed, not before and after."""
    if language != "en":
        return re.search(r"から|より|を|、", gap) is not None and not _MOVED_AFTER_JA.match(
            text, second.end()
        )
    if gap.strip() not in ("to", "->", "→"):
        return gap.strip() == ","
    return bool(_HOURS.search(text)) or not _MOVES_EN.search(text[: first.start()])


def _time(match: re.Match[str]) -> Found:
    minutes = match["minute"] or match["minute_ja"] or ("30" if match["half"] else "0")
    return Found(*match.span(), int(match["hour"]) + int(minutes) / 60, "時", "clock")


def _ranks(text: str) -> list[Found]:
    if _RANKING.search(text) is None:
        found = _TOP_OF.search(text)
        return [Found(*found.span(), _TOP[found["part"].lower()], "%", "ratio")] if found else []
    return [Found(*match.span(), _place(match), "", "points") for match in _RANK.finditer(text)]


def _place(match: re.Match[str]) -> float:
    if match["digits"]:
        return float(match["digits"])
    if match["word"]:
        return float(_ORDINALS[match["word"].lower()])
    top = match["top"].lower()
    return float(top) if top.isdigit() else _TOP.get(top) or float(ONES_EN[top])
