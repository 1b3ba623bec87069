"""Whether a goal or action stays below, comes later than, or goes against what was promised at purchase."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from agent.calendar import fold
from agent.calendar.patterns import regex
from agent.goals.context import GoalContext
from agent.goals.left_out import leaves_out
from agent.goals.often import SEASONS, longer_interval
from agent.goals.opposites import (
    ends_something,
    goes_on,
    in_other_channel,
    in_other_language,
    is_loosened,
    is_opposed,
    is_put_off,
    lasts,
    less_often,
    own_subject,
    replaced,
    stops,
    without_present,
    without_replaced,
)
from agent.goals.promise_counts import falls_short
from agent.goals.promise_subjects import same_subject, shares_words, subjects_of
from agent.goals.promise_terms import (
    adds_up,
    days_of,
    is_about_afterwards,
    is_cap,
    is_for_the_term,
    shorter_hours,
    without_terms,
)
from agent.goals.promised import (
    covers_part,
    days_ruled_out,
    does_what_is_ruled_out,
    drops_another,
    ends_it,
    ends_of_years,
    ends_what_is_given,
    ends_what_stays,
    fewer_days,
    gives_it_to_customer,
    has_rate,
    has_several,
    holds_still,
    in_forbidden_hours,
    in_later_year,
    is_charged,
    leaves_it_undone,
    moves_against,
    names_only_some,
    only_looks,
    pays_back,
    some_left,
    speaks_not_of_given,
    speaks_of_effort,
    verdict_on,
)
from agent.goals.quantities import masked
from agent.goals.reading import Due
from agent.goals.scan import Scan
from agent.goals.targets import Targets, read_targets
from agent.goals.words import has_japanese


def promises_of(scan: Scan) -> list[Scan]:
    """What was promised at purchase, a line each, looked over as the plan is; of several those nearest to the plan."""
    lines = (scan.context.purchase_promise or "").splitlines()
    found = [
        _promise_read(fold(line).text, replace(scan.context, kind="goal", purchase_promise=line))
        for line in lines
        if line.strip()
    ]
    if len(found) < 2:
        return found
    own = subjects_of(scan.text)
    near = [len(subjects_of(promise.text) & own) for promise in found]
    return [promise for promise, shared in zip(found, near, strict=True) if shared == max(near)]


def contradiction_of(scan: Scan, targets: Targets, due: Due) -> str | None:
    """against_words, lower_target or later_date; None when what was promised is met, or nothing was."""
    if only_looks(scan.text):
        return None
    for promise in promises_of(scan):
        against = _contradiction_of_one(promise, scan, targets, due)
        if against:
            return against
    return None


def _contradiction_of_one(promise: Scan, scan: Scan, targets: Targets, due: Due) -> str | None:
    plan = without_present(scan.text)
    if _goes_against(promise, scan, due):
        return "against_words"
    if fewer_days(promise.text, scan.text) and same_subject(promise.text, scan.text):
        return "lower_target"
    returned = pays_back(promise, scan)
    if returned is not None:
        return None if returned else "lower_target"
    if not same_subject(promise.text, scan.text):
        bare = not all(subjects_of(_SAVING.sub("", text)) for text in (promise.text, scan.text))
        of_anything = speaks_of_effort(promise) or (bare and has_rate(scan))
        if of_anything and verdict_on(promise, scan) == "below":
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
        is_put_off(scan.text, promise.text)
        and not ends_something(promise.text)
        and not drops_another(promise.text, scan.text)
    ):
        return "against_words"
    if is_loosened(scan.text, promise.text) or shorter_hours(scan.text, promise.text):
        return "against_words"
    if (
        in_other_channel(promise.text, scan.text)
        or is_charged(promise, scan)
        or leaves_it_undone(promise.text, scan.text)
        or gives_it_to_customer(promise.text, scan.text)
        or longer_interval(scan.text, promise.text)
        or has_several(promise, scan)
    ):
        return "against_words"
    if in_other_language(promise.text, scan.text) or _stops_too_early(due, scan, promise):
        return "against_words"
    swapped = replaced(scan.text)
    if (
        swapped
        and subjects_of(swapped) & subjects_of(promise.text)
        and not _kept(scan.text, promise.text)
        and not (ends_something(promise.text) or _PUTS_IN_PLACE.search(promise.text))
    ):
        return "against_words"
    if not _AT_MOST_SO_OFTEN.search(promise.text) and less_often(_undated(scan), _undated(promise)):
        return "lower_target"
    if ends_something(promise.text) and _carries_on(promise.text, plan):
        return "against_words"
    if _SHORT_OF_IT.search(scan.text):
        return "lower_target"
    if covers_part(promise, scan) or holds_still(promise, scan) or moves_against(promise, scan):
        return "lower_target"
    left = some_left(promise, scan)
    promised = read_targets(promise)
    verdict = None if left is False or is_cap(promise, promised.target) else verdict_on(promise, scan)
    if left or verdict == "below":
        return "lower_target"
    open_still = (
        left is None
        and verdict is None
        and not is_cap(promise, promised.target)
        and not _none_left(promise, promised, scan)
        and not speaks_not_of_given(promise, scan)
    )
    if open_still and falls_short(scan, targets, promise, promised):
        return "lower_target"
    if not shares_words(promise.text, scan.text):
        return None  # a later date alone says too little of what is only akin
    return "later_date" if _is_later(due, promise) or in_later_year(promise.text, scan.text) else None


_SAVING = regex(
    r"削減|節約|節減|圧縮|低減|短縮|効果|捻出|創出|(?<![a-z])(?:sav(?:e|es|ed|ing|ings)|cut|cuts|reduc(?:e|es|tion|ing)|lower)(?![a-z])",
    re.I,
)
"""Words that only say an amount is to be saved, of whatever it is."""
_CARRIES_ON = regex(
    r"(?:使い続け|続けて使|利用を続け|継続して(?:使|利用|受)|受け付け(?:る|を続)|受付を?(?:継続|続け)|併用|併存|残す|残し|存続|引き続き|(?:を|も)?継続(?=$|する|、|。|\)| )|これまで通り|従来通り|今まで通り|のまま(?=と|で(?!は)|の運用|使|運用|維持|続|残|$|、|。|\))|当面(?:は)?(?:使|残|受|継)|も(?:活かし|生かし|使い|併せて))"
    r"|(?<![a-z])(?:keeps?|retains?|continues? (?:to|with|using)|carr(?:y|ies) on (?:with|using)|stays? (?:in (?:use|place|service)|on|open|available)|remains? (?:in (?:use|place|service)|on|open|available)|still (?:used|accepted|available|in use)|alongside|next to|side by side|in parallel)(?![a-z])",
    re.I,
)


def _carries_on(promised: str, planned: str) -> bool:
    """紙の帳票も使い続ける, keep the spreadsheet for another year: what was promised to end goes on."""
    said = _CARRIES_ON.search(planned)
    shared = subjects_of(promised) & subjects_of(planned)
    return said is not None and bool(shared) and not ends_it(planned, shared)


def _none_left(promise: Scan, promised: Targets, scan: Scan) -> bool:
    """The promise is that something ends or is none, and the plan says so in words: やめる, 1円もかからない."""
    figure = promised.target is not None and promised.target.dimension not in ("zero", "all")
    if figure or not ends_something(promise.text):
        return False
    shared = subjects_of(promise.text) & subjects_of(scan.text)
    return _NOT_ONE.search(scan.text) is not None or ends_it(scan.text, shared)


_NOT_ONE = regex(
    r"(?:1|一|ひと)(?:円|件|枚|人|名|回|つ|本|個|通|分)も[^、。]{0,10}(?:ない|ず|なし|ません)|(?<![a-z])not (?:a single|one) [a-z]|none (?:left|at all)|nothing left",
    re.I,
)


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
        or ends_what_is_given(full, scan.text, shared)
        or (bool(shared) and names_only_some(full, scan.text))
        or (bool(shared) and in_forbidden_hours(promise, scan))
    )


_SHORT_OF_IT = regex(
    r"(?:目標|約束|当初|お約束)[^、。()\n]{0,10}(?:届かな|及ばな|満たな|達しな|未達|下回る|割り込)|(?<![a-z])(?:short of|below|less than|not quite|shy of|under) (?:the |what was |our )?(?:promise[ds]?|promised [a-z]+|agreed (?:level|target)|original (?:target|goal))|falls short|fall short",
    re.I,
)
"""目標5分には届かないが: the plan says so itself."""
_PUTS_IN_PLACE = regex(
    r"(?:から|より|に代わ|置き?換|切り?替|入れ?替|移行|脱|刷新|更改)|(?<![a-z])(?:replac|swap|migrat|mov(?:e|ing) (?:off|from|away)|switch|retir|off )",
    re.I,
)
"""The promise itself puts something in place of another."""


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
    often = [cadence.span() for cadence in (*scan.cadences, *SEASONS.finditer(scan.text))]
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
    ends = ends_of_years(promise)
    if ends:
        return due.first > max(ends) and not goes_on(promise.text)
    return due.problem == "after_contract_end" and is_for_the_term(promise.context.purchase_promise or "")
