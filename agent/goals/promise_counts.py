"""Whether the number a plan aims at stays behind the promise's: numbers that count places, people or things, read by
their targets; what the calculus of `agent.goals.promised` leaves open."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.calendar.number_words import NUMBER_WORDS_EN
from agent.calendar.patterns import regex
from agent.goals.promise_figures import Said, is_below, said_of
from agent.goals.promise_subjects import SCOPE_UNIT
from agent.goals.promise_terms import in_all, is_interval, only_part_of
from agent.goals.quantities import Found
from agent.goals.scan import Scan
from agent.goals.targets import Targets


def falls_short(scan: Scan, targets: Targets, promise: Scan, promised: Targets) -> bool:
    """The plan's figure stays behind the promise's."""
    promised = _of_the_measure(promise, promised)
    said = said_of(promise, promised)
    if promised.target is not None and only_part_of(
        scan.text, None if said.dimension == "all" else promised.target.value
    ):
        return True
    target = targets.target
    if target is None or (targets.baseline is None and target.dimension != said.dimension):
        target = _only_one_like(scan, targets, said) or target
    if target is None and promised.target is not None:
        target = _one_of_them(scan, promise, promised.target)
    counted = None
    if promised.target is not None and promised.target.dimension in ("count", "people"):
        counted = _most_of_its_kind(scan, targets, promised.target, promise)
    target = counted or target
    if target is None or promised.target is None or is_interval(scan.text, target.start, target.end):
        return False
    whole = counted or in_all(scan, target, promise.text)
    if whole is target and not _are_alike(scan, target, promise, promised):
        return False
    planned = said_of(scan, replace(targets, target=whole))
    if planned.yearly and not said.yearly and not said.falls and _KEPT_UP.search(scan.text):
        planned = replace(planned, level=(planned.level or 0) * planned.yearly)  # 月7,000件を1年続ける
    return is_below(planned, said, promise.text, of_scope=_is_scope(promise, promised.target))


_KEPT_UP = regex(
    r"(?:1|一)年(?:間)?(?:続け|積み|維持)|12か月|通年|(?<![a-z])(?:for|over|across) (?:a|one|the) (?:whole |full )?year|12 months",
    re.I,
)


def _most_of_its_kind(scan: Scan, targets: Targets, wanted: Found, promise: Scan) -> Found | None:
    """Of several numbers that count what the promise counts, the one for all of it: 2 + 3 halls, 計5回; the largest.

    Numbers that only name the whole (全12棟のうち, 10 of the 12) are none of them.
    """
    base = targets.baseline.start if targets.baseline is not None else -1
    if targets.pair and targets.target is not None and targets.target.dimension == "none":
        steps = [q for q in scan.quantities if q.dimension == "none" and q.start >= targets.target.start]
        return steps[-1] if len(steps) > 1 and _STEP.search(scan.text[: steps[-1].start]) else None
    alike = [
        q
        for q in scan.quantities
        if (q.dimension in ("count", "people") or (q.dimension == "none" and scan.language == "en"))
        and not (q.change or q.spelled or q.start == base)
        and _counts_same(scan, q, promise, wanted)
        and not _NAMES_ALL.search(scan.text[: q.start])
        and not _OF_ALL.match(scan.text, q.end)
    ]
    if not alike or (targets.target in alike and len(alike) == 1):
        return None
    return max((in_all(scan, q, promise.text) for q in alike), key=lambda q: q.value)


def _counts_same(scan: Scan, quantity: Found, promise: Scan, wanted: Found) -> bool:
    if scan.language == "en" or promise.language == "en":
        return bool(_counted_en(scan, quantity) & _counted_en(promise, wanted))
    return bool(quantity.unit) and quantity.unit[0] == wanted.unit[:1] and quantity.unit not in _ANY


_STEP = regex(r"(?:→|->|=>|›)[^→]{0,14}$")
_ALL_OF_THEM = regex(r"(?:の|を)?(?:すべて|全て|全部|残らず)")
_NAMES_ALL = regex(r"(?:全|総)$|(?<![a-z])(?:of|all|out of)(?: the| our| all)* $", re.I)
_OF_ALL = regex(r"(?:中|のうち|の中)")


def _of_the_measure(scan: Scan, targets: Targets) -> Targets:
    """The amount where the first number only says of how many: 全18施設で郵送費を300万円削減."""
    found = targets.target
    if found is None and targets.baseline is not None and _ALL_OF_THEM.match(scan.text, targets.baseline.end):
        return replace(targets, target=targets.baseline, baseline=None)
    if found is not None and found.dimension == "all":
        counts = [q for q in scan.quantities if q.dimension == "count" and not q.spelled]
        return replace(targets, target=counts[0]) if len(counts) == 1 else targets
    if found is None or targets.baseline is not None or found.dimension not in ("count", "none", "people"):
        return targets
    amounts = [
        q for q in scan.quantities if q.dimension in ("time", "money", "ratio") and q.start > found.end
    ]
    first = next((q for q in amounts if q.change), None)
    return replace(targets, target=first) if first is not None else targets


def _only_one_like(scan: Scan, targets: Targets, promised: Said) -> Found | None:
    """Where the plan has no target, the one figure in it of the promised kind: a 4-hour first reply."""
    if promised.dimension not in ("time", "money", "ratio", "count", "people"):
        return None
    kinds = (
        ("count", "people", "none") if promised.dimension in ("count", "people") else (promised.dimension,)
    )
    today = targets.baseline.start if targets.baseline is not None else -1
    alike = [q for q in scan.quantities if q.dimension in kinds and not q.spelled and q.start != today]
    once = _ONCE.search(scan.text) if kinds[0] == "count" and not alike else None
    if once:
        return Found(*once.span(), 1.0, "", "none")
    if kinds[0] == "count" and not alike and scan.language == "en":
        words = list(_NUMBER_WORD.finditer(scan.without_dates))
        if len(words) == 1:
            return Found(*words[0].span(), float(NUMBER_WORDS_EN[words[0].group().lower()]), "", "none")
    return alike[0] if len(alike) == 1 else None


def _one_of_them(scan: Scan, promise: Scan, wanted: Found) -> Found | None:
    """Pilot at one site where three pilot sites were promised."""
    if scan.language != "en" or promise.language != "en" or wanted.dimension not in ("count", "none"):
        return None
    for match in _ONE_EN.finditer(scan.text):
        if any(word.startswith(match["noun"][:4].lower()) for word in _counted_en(promise, wanted)):
            return Found(*match.span(), 1.0, "", wanted.dimension)
    return None


_ONE_EN = regex(r"(?<![a-z])(?:one|a single)(?: [a-z]+)? (?P<noun>[a-z]{4,})(?= |$|[,.;)])", re.I)
_NUMBER_WORD = regex(
    r"(?<![A-Za-z-])(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![a-z-])", re.I
)
_ONCE = regex(
    r"(?<![a-z])once(?![a-z]| (?:a|per|every|each|it|the|we|they|this|that|in) )|(?<!\d)一度(?:だけ|のみ|きり)",
    re.I,
)


def _are_alike(scan: Scan, target: Found, promise: Scan, promised: Targets) -> bool:
    """The two count the same: places are not lorries. What has a present value is taken to be the promised measure."""
    other = promised.target
    if other is None:
        return True
    latin = _LATIN_UNIT.match(promise.text, other.end)
    if latin and promise.language != "en" and not scan.text.startswith(latin.group(), target.end):
        return False
    if "people" in (target.dimension, other.dimension) and _is_scope(promise, other):
        return target.dimension == other.dimension
    if target.dimension != "count" or other.dimension != "count":
        return True
    if scan.language != promise.language or promised.baseline is not None:
        return True
    if scan.language == "en":
        here, there = _counted_en(scan, target), _counted_en(promise, other)
        return not here or not there or bool(here & there)
    return target.unit == other.unit or target.unit in _ANY or other.unit in _ANY or _is_scope(scan, target)


def _counted_en(scan: Scan, quantity: Found) -> set[str]:
    """Beginnings of the words that follow a number, to the end of its phrase."""
    after = _PHRASE_EN.match(scan.without_dates, quantity.start)
    return {word[:5] for word in re.findall(r"[a-z]{4,}", after.group().lower())} if after else set()


_LATIN_UNIT = regex(r"[A-Za-zµμΩ°℃][A-Za-z/]*")
"""100Mbps, 45dB."""
_PHRASE_EN = regex(r"[^,.;:()]{1,60}")
_ANY = frozenset(("件", "個", "つ", "", "か所", "箇所", "カ所"))


def _is_scope(scan: Scan, quantity: Found | None) -> bool:
    """The number says how many places or parts are covered, so more is better: 全8工場."""
    return (
        quantity is not None
        and quantity.dimension == "count"
        and (scan.text[: quantity.start].endswith("全") or SCOPE_UNIT.fullmatch(quantity.unit) is not None)
    )
