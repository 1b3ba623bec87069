"""Whether a goal or action stays below, comes later than, or goes against what was promised at purchase."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache

from agent.calendar import fold
from agent.calendar.number_words import NUMBER_WORDS_EN
from agent.calendar.patterns import regex
from agent.goals.context import GoalContext
from agent.goals.left_out import leaves_out
from agent.goals.opposites import (
    any_of,
    ends_something,
    goes_on,
    in_other_language,
    is_loosened,
    is_opposed,
    is_put_off,
    lasts,
    less_often,
    own_subject,
    promise_words,
    replaced,
    stops,
    without_present,
    without_replaced,
)
from agent.goals.promise_figures import Said, is_below, said_of
from agent.goals.promise_terms import (
    adds_up,
    days_of,
    in_all,
    is_about_afterwards,
    is_cap,
    is_for_the_term,
    is_interval,
    only_part_of,
    shorter_hours,
    without_terms,
)
from agent.goals.promised import (
    days_ruled_out,
    does_what_is_ruled_out,
    ends_what_stays,
    in_forbidden_hours,
    names_only_some,
    pays_back,
    speaks_of_effort,
    verdict_on,
)
from agent.goals.quantities import Found, masked
from agent.goals.reading import Due
from agent.goals.scan import Scan
from agent.goals.targets import Targets, read_targets
from agent.goals.words import has_japanese

_SUBJECT = regex(
    r"[\u4e00-\u9fff々]{2,}|[ァ-ヶー]{3,}|(?<![ァ-ヶー])[ァ-ヶ][ァ-ヶー](?![ァ-ヶー])|[A-Za-z]{4,}|(?<![A-Za-z])[a-z]{3}(?![A-Za-z])"
    r"|(?=([\u4e00-\u9fff][めりけちせれしい](?=[をがのはに])|[\u4e00-\u9fff][めりけちせれしいきえげみびじ][\u4e00-\u9fff]))"
)
_KATAKANA = frozenset(map(chr, range(0x30A1, 0x30FD)))
"""Runs of kanji, kana or letters, and kanji with what is written after it (受け, 引き継ぎ)."""
_COMMON = frozenset(promise_words()["subjects"]["common"])


def promise_of(scan: Scan) -> Scan | None:
    """What was promised at purchase, looked over as the plan is; None when nothing was."""
    text = scan.context.purchase_promise
    if not text:
        return None
    return _promise_read(fold(text).text, replace(scan.context, kind="goal"))


def contradiction_of(scan: Scan, targets: Targets, due: Due) -> str | None:
    """against_words, lower_target or later_date; None when the promise is met, or nothing was promised."""
    promise = promise_of(scan)
    if promise is None:
        return None
    plan = without_present(scan.text)
    if _goes_against(promise, scan, due):
        return "against_words"
    returned = pays_back(promise, scan)
    if returned is not None:
        return None if returned else "lower_target"
    if not _same_subject(promise.text, scan.text):
        if (not subjects_of(promise.text) or speaks_of_effort(promise)) and verdict_on(promise, scan) == "below":
            return "lower_target"  # 半期で300時間の削減: of whatever the plan is about
        if in_other_language(promise.text, scan.text):
            return "against_words"
        carried = own_subject(promise.text) and is_opposed(promise.text, plan)
        return "against_words" if carried and not is_about_afterwards(scan, promise) else None
    if is_about_afterwards(scan, promise) and lasts(promise.text):
        return None
    days = days_of(promise)
    until = max(days) if days else promise.context.contract_end
    if leaves_out(scan, promise.text, until):
        return "lower_target"
    if (is_opposed(promise.text, plan) and not adds_up(scan.text, promise.text)) or (
        is_put_off(scan.text, promise.text) and not ends_something(promise.text)
    ):
        return "against_words"
    if is_loosened(scan.text, promise.text) or shorter_hours(scan.text, promise.text):
        return "against_words"
    if in_other_language(promise.text, scan.text) or _stops_too_early(due, scan, promise):
        return "against_words"
    swapped = replaced(scan.text)
    if swapped and subjects_of(swapped) & subjects_of(promise.text) and not _kept(scan.text, promise.text):
        return "against_words"
    if not _AT_MOST_SO_OFTEN.search(promise.text) and less_often(_undated(scan), _undated(promise)):
        return "lower_target"
    promised = read_targets(promise)
    verdict = None if is_cap(promise, promised.target) else verdict_on(promise, scan)
    if verdict == "below":
        return "lower_target"
    if verdict is None and not is_cap(promise, promised.target) and _falls_short(scan, targets, promise, promised):
        return "lower_target"
    return "later_date" if _is_later(due, promise) else None


def _goes_against(promise: Scan, scan: Scan, due: Due) -> bool:
    """The plan ends what was to stay, does what was ruled out, or does it in hours that were ruled out."""
    ruled_out = days_ruled_out(promise)
    if ruled_out and due.first and due.last:
        return ruled_out[0] <= due.first and due.last <= ruled_out[1]
    full = fold(promise.context.purchase_promise or "").text
    shared = subjects_of(full) & subjects_of(scan.text)
    return (
        ends_what_stays(full, scan.text, shared)
        or does_what_is_ruled_out(full, scan.text)
        or (bool(shared) and names_only_some(full, scan.text))
        or (bool(shared) and in_forbidden_hours(promise, scan))
    )


def _falls_short(scan: Scan, targets: Targets, promise: Scan, promised: Targets) -> bool:
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
    return is_below(planned, said, promise.text, of_scope=_is_scope(promise, promised.target))


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
_SCOPE_UNIT = regex(
    r"拠点|店舗?|工場|支社|支店|部署|部門|施設|営業所|事業所|棟|校|園|病棟|路線|社|団体|地区|エリア|ブロック|ライン|機能|帳票|センター|倉庫|部屋|課|局|本部|館"
)


_ALL_PLACES = regex(rf"全\d+(?P<unit>{_SCOPE_UNIT.pattern})")


def _is_scope(scan: Scan, quantity: Found | None) -> bool:
    """The number says how many places or parts are covered, so more is better: 全8工場."""
    return (
        quantity is not None
        and quantity.dimension == "count"
        and (scan.text[: quantity.start].endswith("全") or _SCOPE_UNIT.fullmatch(quantity.unit) is not None)
    )


def _kept(planned: str, promised: str) -> bool:
    """What replaces something is itself what was promised: 電話ではなくチャット where chat was promised."""
    return bool(subjects_of(without_replaced(planned)) & subjects_of(promised))


_AT_MOST_SO_OFTEN = regex(
    r"\d[^、。\d]{0,3}(?:以内|以下|未満|まで(?:減|抑|下げ))|(?<![a-z])(?:at most|no more than|not more than|fewer than|less than|or (?:fewer|less)|under|below|down to|up to|max)(?![a-z])",
    re.I,
)
"""月5回以内: fewer is better."""


def _undated(scan: Scan) -> str:
    """The text less what it replaces and its dates; how often stays."""
    often = [cadence.span() for cadence in scan.cadences]
    dated = [
        (mention.start, mention.end)
        for mention in scan.mentions
        if not any(start < mention.end and mention.start < end for start, end in often)
    ]
    return without_replaced(masked(scan.text, dated))


@lru_cache(maxsize=64)
def _promise_read(text: str, context: GoalContext) -> Scan:
    """The promise looked over; 30日以内 is its amount, not a due date, when it holds no other."""
    promise = Scan.of(text, "ja" if has_japanese(text) else "en", context)
    lasting = [
        m
        for m in promise.mentions
        if (m.rule in ("duration", "from_today") and _AMOUNT.search(m.text)) or _WITHIN_SO_LONG.search(m.text)
    ]
    if lasting and not promise.quantities:
        promise.mentions = [mention for mention in promise.mentions if mention not in lasting]
        promise = Scan(text, promise.language, context, promise.mentions)
    runs = without_terms(text)
    return promise if runs == text else Scan(runs, promise.language, context, promise.mentions)


_WITHIN_SO_LONG = regex(r"(?:から|より|後)の?\d+(?:日|営業日|週間|か月|時間|分)(?:以内|で|まで)?$")
_AMOUNT = regex(r"\d|(?<![a-z])(?:one|two|three|four|five|six|an?) (?:hour|day|week|month)", re.I)


def _same_subject(promised: str, planned: str) -> bool:
    """They speak of one thing: a word of two kanji, three kana or four letters in common."""
    subjects = subjects_of(promised)
    if _same_places(promised, planned):
        return True
    return (
        bool(subjects & subjects_of(planned))
        or _spelled_out(promised, planned)
        or _spelled_out(planned, promised)
    )


def _same_places(promised: str, planned: str) -> bool:
    """全64店舗 in the promise and 58店 in the plan: both say of how many places."""
    wanted = _ALL_PLACES.search(promised)
    return wanted is not None and re.search(rf"\d{wanted['unit'][0]}(?!員|長|名)", planned) is not None


def _spelled_out(short: str, long: str) -> bool:
    """An abbreviation in one, its words in the other: LTIFR, lost-time injuries."""
    initials = "".join(word[0] for word in re.findall(r"[a-z]+", long.lower()))
    return any(
        word[:3].lower() in initials for word in re.findall(r"(?<![A-Za-z])[A-Z]{3,6}(?![a-z])", short)
    )


@cache
def _same_words() -> tuple[re.Pattern[str], ...]:
    return tuple(any_of(same) for same in promise_words()["subjects"]["same"])


def subjects_of(text: str) -> set[str]:
    """What a text speaks of: pairs of kanji or kana, words of four letters and their beginnings, one sign for words
    that say the same."""
    found: set[str] = set()
    for match in _SUBJECT.finditer(text.lower()):
        word = match[1] or match[0]
        if word[0].isascii():
            found.add(word.rstrip("s"))
            if len(word) >= 5 and word not in _COMMON:
                found.add(f"~{word[:5]}")  # train, training; settled, settlement
        else:
            width = min(3, len(word)) if word[0] in _KATAKANA else 2
            found |= {word[i : i + width] for i in range(len(word) - width + 1)}
    folded = text.lower()
    found |= {f"={at}" for at, same in enumerate(_same_words()) if same.search(folded)}
    return found - _COMMON


def _stops_too_early(due: Due, scan: Scan, promise: Scan) -> bool:
    """導入支援は9月末で終わり where 12月末まで was promised."""
    days = days_of(promise)
    return (
        bool(days)
        and due.last is not None
        and due.last < max(days)
        and lasts(promise.text)
        and not ends_something(promise.text)
        and stops(without_present(scan.text))
    )


def _is_later(due: Due, promise: Scan) -> bool:
    days = days_of(promise)
    if due.problem == "past" or due.first is None or days_ruled_out(promise):
        return False
    if days:
        return due.first > max(days) and not goes_on(promise.text)
    return due.problem == "after_contract_end" and is_for_the_term(promise.context.purchase_promise or "")
