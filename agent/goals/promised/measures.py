"""Measures of a text in base units: minutes, minutes of the day, money, percent, ranks, person-minutes, things counted.

Unlike `quantities` a time span that may be a due date (7日以内), a clock time (9:40), a rank (5th) and a fraction in
words (nine in ten, an hour and a quarter) are measures too: a promise may be made in any of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from agent.calendar.number_words import NUMBER_WORDS_EN, number_of
from agent.calendar.patterns import regex
from agent.goals.promised.measure import NUMBER, Kind, Measure, float_of
from agent.goals.promised.periods import period_of
from agent.goals.promised.shares import kept_from_dates, shares, shares_en, times_over
from agent.goals.promised.spans import clocks, is_speed, nth_days, spans_en, spans_ja, speeds
from agent.goals.scan import Scan
from agent.goals.words import alternation, lazily, words

__all__ = ["Kind", "Measure", "measures"]

_SCALE = {"千": 1e3, "万": 1e4, "百万": 1e6, "千万": 1e7, "億": 1e8, "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}  # fmt: skip

_MONEY = regex(
    rf"(?P<sign>(?:(?<![A-Za-z])[A-Z]{{0,3}})[$€£¥₹₩] ?|(?<![A-Za-z])(?:USD|EUR|JPY|GBP|CHF|SEK|NOK|DKK|PLN) ?)?(?<![\d.,])(?P<n>{NUMBER})(?:(?P<oku>[億万])(?P<rest>\d[\d,]*)(?P<rest_scale>千?万|千)?(?=円))?(?: ?(?P<scale>百万|千万|億|万|千|(?:thousand|million|billion|k|mn?|bn)(?![a-z])))?(?P<unit>円| ?(?:yen|euros?|dollars?|pounds?|francs?)(?![a-z]))?",
    re.I,
)
_EFFORT = regex(
    rf"(?<![\d.,])(?P<n>{NUMBER})(?:(?P<ja>人時間?|人日|人分)(?!析|野)| ?(?P<en>(?:person|staff|man|labou?r|crew|admin|nursing|clinic(?:al)?|clerical|engineer(?:ing|s)?|consultant|driver|teacher|operator|planner|analyst|manager|employee|team|manual|re-?work|handling|back-office|field|technician)[ -](?:hours?|minutes?|mins?|days?))(?![a-z]))",
    re.I,
)
_RANK = regex(
    r"(?P<word>首位|(?<![a-z])(?:runners?-up|first place|second place|third place|number one|no\.? ?1|podium|top spot)(?![a-z]))|(?<![\d.])(?:上位|トップ|ベスト)?(?P<ja>\d{1,3})位(?!置|相)|(?:上位|トップ|ベスト)(?P<top_ja>\d{1,3})(?!\d|割|%)"
    r"|(?<![a-z])(?:top|best|leading)[ -](?P<top>\d{1,3}|three|four|five|six|ten|two)(?![\d%]| ?per)|(?<![\d.a-z])(?P<en>\d{1,3})(?:st|nd|rd|th)(?: place| position| out of \d+)?(?= ?(?:$|[,.;:()→>]|-|to |in the|of \d|place|today|now|at present|by (?!the)))",
    re.I,
)
_TURNS = regex(
    rf"(?<![\d.,])(?P<n>{NUMBER})回転(?!日)|回転(?:率|数)?(?:を|は|が)?(?:現在)?(?P<before>年(?:間)?)(?P<n2>{NUMBER})回|(?<![a-z])turn(?:s|ed)? over (?P<en>[a-z]+|\d+)(?: times)? (?:a|per) year|(?<![\d.a-z])(?P<en2>\d+(?:\.\d+)?|[a-z]+) (?:stock |inventory )?turns(?= (?:a|per) year|$|[,.;])",
    re.I,
)
_COUNT_JA = lazily(
    lambda: regex(
        rf"(?<![\d.,])(?<!\d:)(?P<n>{NUMBER})(?P<scale>[万千])?(?P<unit>{alternation(words('ja', 'quantity', 'counters'))}|[ァ-ヶー]{{2,8}}|[一-龥])"
    )
)
_WORD = lazily(lambda: regex(alternation(w for w in NUMBER_WORDS_EN if w not in ("a", "an"))))
_COUNT_EN = lazily(
    lambda: regex(
        rf"(?<![a-z\d.,/$€£¥-])(?<!\d:)(?P<n>{NUMBER}|{_WORD.pattern})(?: ?(?P<scale>thousand|million|k)(?![a-z]))?(?! ?(?:%|percent|per cent|:\d))(?P<noun>(?:[ -](?!fewer|less|more|a |an |every |each |kept |held |left |and |or |to |by |in |on |at |per |for |with |from |than |now|today|of |over |during |within |across |throughout )[a-z][a-z'-]+){{0,2}})(?![\d%])",
        re.I,
    )
)


def measures(scan: Scan) -> list[Measure]:
    """The measures of a text in text order; of two that overlap the one of the earlier pattern stays."""
    return list(_measures(scan))


@lru_cache(maxsize=16)
def _measures(scan: Scan) -> tuple[Measure, ...]:
    text = kept_from_dates(scan.text, _undated(scan))
    english = scan.language == "en"
    found: list[Measure] = []
    for measure in _in_order(text, english=english):
        if not any(measure.start < other.end and other.start < measure.end for other in found):
            found.append(measure)
    found += [today for measure in found if (today := _before_arrow(text, measure))]
    found.sort(key=lambda measure: measure.start)
    return tuple(_in_period(scan, measure) for measure in found)


def _in_order(text: str, *, english: bool) -> Iterator[Measure]:
    """What names its unit itself, spans of time, money, and at last things counted."""
    yield from clocks(text)
    yield from _named(text)
    yield from shares(text)
    yield from nth_days(text)
    if english:
        yield from spans_en(text)
        yield from shares_en(text)
    yield from spans_ja(text)
    yield from times_over(text)
    yield from _money(text)
    yield from speeds(text)
    yield from _counted(text, english)


_BARE_BEFORE = regex(r"(?<![\d.,:/])(?P<n>\d[\d,]*(?:\.\d+)?) ?(?:→|-+>|=+>|⇒|⇨) ?[$€£¥]?$")


def _before_arrow(text: str, measure: Measure) -> Measure | None:
    """Today's value that has its unit from the one behind the arrow: 61 of 61→78%."""
    bare = _BARE_BEFORE.search(text[: measure.start])
    if bare is None or not measure.number:
        return None
    number = float_of(bare["n"])
    value = number * measure.value / measure.number
    return replace(measure, start=bare.start("n"), end=bare.end("n"), value=value, number=number)


_RATED = ("time", "money", "effort", "count")


def _in_period(scan: Scan, measure: Measure) -> Measure:
    """The measure with the period it is meant for; years of records (過去5年分) are no span to wait."""
    if measure.kind == "time" and _HISTORY.match(scan.text, measure.end):
        return replace(measure, unit="history")
    if measure.kind not in _RATED:
        return measure
    return replace(
        measure, period=period_of(scan.text, measure.start, measure.end, english=scan.language == "en")
    )


_HISTORY = regex(
    r"(?<=[年月])分(?!の\d)|(?: worth)?(?: of)? (?:[a-z]+ ){0,2}?(?:history|data|records?|logs?|archives?|invoices|files|backups?|transactions|orders|tickets|statements|accounts|results|minutes|footage|documents)(?![a-z])",
    re.I,
)


def _undated(scan: Scan) -> str:
    """The text with its days and months blotted out; a span of time (7日以内) stays, and an event's (9 months of go-live)."""
    text = scan.text
    for mention in scan.mentions:
        if mention.rule in ("duration", "from_today") or _SPAN.match(mention.text) or is_speed(mention.text):
            continue
        text = text[: mention.start] + "\ue000" * (mention.end - mention.start) + text[mention.end :]
    return text


_SPAN = regex(
    r"(?:within |in |after )?\d+ ?-?(?:営業日|日|週間|か月|年|days?|weeks?|months?|years?)(?:以内| of | from | after )",
    re.I,
)


def _named(text: str) -> list[Measure]:
    """Effort, turns of stock and ranks."""
    found: list[Measure] = []
    for match in _EFFORT.finditer(text):
        unit = (match["ja"] or match["en"]).lower()
        factor = 480.0 if "日" in unit or "day" in unit else 1.0 if "分" in unit or "min" in unit else 60.0
        found.append(
            Measure(*match.span(), float_of(match["n"]) * factor, "effort", "", None, float_of(match["n"]))
        )
    for match in _TURNS.finditer(text):
        value = number_of(match["n"] or match["n2"] or match["en"] or match["en2"])
        if value:
            found.append(Measure(*match.span(), value, "turns", "", None, value))
    for match in _RANK.finditer(text):
        word = (match["word"] or "").lower()
        placed = 2.0 if word[:6] in ("runner", "second") else 3.0 if word[:5] in ("third", "podiu") else 1.0
        value = (
            placed
            if word
            else number_of(match["ja"] or match["top_ja"] or match["top"] or match["en"]) or 0.0
        )
        found.append(Measure(*match.span(), value, "rank", "", None, value))
    return found


def _money(text: str) -> list[Measure]:
    found: list[Measure] = []
    for match in _MONEY.finditer(text):
        if not match["sign"] and not match["unit"]:
            continue
        number = float_of(match["n"])
        value = number * _SCALE.get((match["scale"] or "").lower(), 1.0)
        if match["oku"]:
            value = number * _SCALE[match["oku"]] + float_of(match["rest"]) * _SCALE.get(
                match["rest_scale"] or "", 1.0
            )
        found.append(Measure(*match.span(), value, "money", "", None, number))
    return found


def _counted(text: str, english: bool) -> list[Measure]:
    """Things counted: 58店, 150 fewer queries; what no other pattern has taken."""
    found: list[Measure] = []
    for match in (_COUNT_EN if english else _COUNT_JA).finditer(text):
        number = number_of(match["n"])
        if number is None:
            continue
        value = number * _SCALE.get((match["scale"] or "").lower(), 1.0)
        unit = _noun_at(text, match) if english else match["unit"]
        end = match.end() if not english or _CHANGE_WORD.match(text, match.end()) else match.end("noun")
        found.append(Measure(match.start(), end, value, "count", unit, None, number))
    return found


_CHANGE_WORD = regex(r" (?:fewer|less|more) ", re.I)
_NOUNS = regex(
    r"[a-z][a-z'-]+(?: (?!and |or |to |by |in |on |at |per |for |with |from |every |each |a )[a-z][a-z'-]+){0,1}",
    re.I,
)


def _noun_at(text: str, match: re.Match[str]) -> str:
    """What is counted: keys of 12 lost keys, call-outs of 45 fewer guard call-outs."""
    change = _CHANGE_WORD.match(text, match.end())
    noun = _NOUNS.match(text, change.end()) if change else None
    return (noun.group() if noun else match["noun"] or "").strip(" -").lower()
