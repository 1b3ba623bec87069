"""Whether an outlay comes back in time: what is saved a year against what was spent, or one span against another."""

from __future__ import annotations

import re

from agent.calendar import fold
from agent.calendar.patterns import regex
from agent.goals.promised.claims import Facts, facts_of
from agent.goals.promised.measures import Measure
from agent.goals.scan import Scan

_YEAR = 525600.0
_SUBJECT = regex(
    r"(?:投資|投下|費用|コスト|導入費|初期費|支出|資金|円)[^、。\n]{0,12}回収|回収期間|ペイバック|元を?取|元が取|採算|損益分岐|黒字|(?<![a-z])(?:payback|pay(?:s|ing)? (?:back|for itself|off)|paid back|recoup(?:s|ed)?|break[- ]?even|breaks even|(?:recover|recovers|recovered|recovery|return)(?= (?:of |on )?(?:the |its |our )?(?:cost|outlay|investment|spend))|(?:costs?|outlay|investment|spend)[^.;]{0,24}? (?:recovered|earned back|returned))(?![a-z])",
    re.I,
)
_GAINED = regex(
    r"効果|削減|節約|節減|浮|利益|増益|増収|便益|メリット|(?<![a-z])(?:sav(?:e|es|ed|ings?)|benefits?|gains?|cut|less|lower|down|margin|profit|earn(?:s|ed)?|return)(?![a-z])",
    re.I,
)


_IN_ALL = regex(
    r"効果額|効果金額|総効果|金額効果|便益|投資|年間効果|年間メリット|(?<![a-z])(?:total|overall|annual|yearly|net) (?:savings?|benefits?|gains?|return)|^(?:savings?|benefits?)(?![a-z])|(?:savings?|benefits?) (?:of|at|total|:)",
    re.I,
)
"""Words for all that is gained, not for one saving among others."""


def pays_back(promise: Scan, plan: Scan) -> bool | None:
    """The plan recovers the outlay in the promised time; None when one of the two says nothing of it."""
    if not _SUBJECT.search(promise.text):
        return None
    full = fold(promise.context.purchase_promise or "").text
    promised, planned = facts_of(Scan.of(full, promise.language, promise.context)), facts_of(plan)
    spans = [m for m in _every(promised) if m.kind == "time" and m.value >= 1440 * 28]
    if len(spans) != 1:
        return None
    span = spans[0]
    month = _IN_MONTH.search(planned.text)
    if month and _SUBJECT.search(planned.text):
        return int(month["en"] or month["nth"] or month["ja"]) <= -(-span.value // (_YEAR / 12))
    year = _IN_YEAR.search(planned.text)
    if year and _SUBJECT.search(planned.text):
        return _year_of(year) <= -(-span.value // _YEAR)
    own = [m for m in _every(planned) if m.kind == "time" and m.value >= 1440 * 28]
    if own and _SUBJECT.search(planned.text):
        aims = [m for m in own if m not in planned.now] or own
        return None if len({m.value for m in aims}) != 1 else aims[0].value <= span.value * 1.0001
    outlay = [m for m in _every(promised) if m.kind == "money"]
    gained = [m for m in (*planned.aims, *planned.changes) if m.kind == "money"]
    if (
        len(outlay) != 1
        or len(gained) != 1
        or not (_GAINED.search(planned.text) and _IN_ALL.search(planned.text))
        or gained[0].period is None
    ):
        return None
    return gained[0].value * gained[0].period.most * span.value / _YEAR >= outlay[0].value * 0.999


_IN_YEAR = regex(
    r"(?<![a-z])(?:in |by |during )?(?:the )?(?:(?P<nth>first|second|third|fourth|fifth) year|year (?P<n>\d|one|two|three|four|five)(?![a-z\d]))|(?<!\d)(?P<ja>[1-9])年目",
    re.I,
)
_IN_MONTH = regex(
    r"(?<![a-z])month (?P<en>\d{1,2})(?![\d%])|(?<!\d)(?P<nth>\d{1,2})(?:st|nd|rd|th) month(?![a-z])|(?<!\d)(?P<ja>\d{1,2})か月目",
    re.I,
)
"""Payback reached in month 16."""
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}  # fmt: skip


def _year_of(match: re.Match[str]) -> int:
    """Break-even in year three, 3年目に黒字: which year."""
    said = (match["nth"] or match["n"] or match["ja"]).lower()
    return _ORDINALS.get(said) or int(said)


def _every(facts: Facts) -> list[Measure]:
    return [*facts.now, *facts.aims, *facts.changes, *facts.others]
