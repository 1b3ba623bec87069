"""Whether a goal or action stays below, comes later than, or goes against what was promised at purchase."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.calendar import fold
from agent.goals.context import GoalContext
from agent.goals.quantities import Found
from agent.goals.reading import Due
from agent.goals.scan import Scan
from agent.goals.targets import Targets, read_targets

_OPPOSED = (
    (r"対面|現地|訪問(?!件数)|オンサイト|来社|on-?site|in[- ]person|face[- ]to[- ]face", r"オンライン|リモート|Web会議|ウェブ会議|Zoom|Teams|動画配信|録画|リモート|online|remote|virtual|webinar|video call"),
    (r"オンライン(?:のみ|で完結)|リモート(?:のみ|で完結)|online only|fully remote", r"対面|現地|来社|on-?site|in[- ]person"),
    (r"全社|全店|全拠点|全部署|全部門|全員|全国|すべての|全ての|全\d+|all |every |company-wide|enterprise-wide|entire", r"一部|のみ|だけ|限定|パイロット|先行|試行|本社のみ|only|pilot|one (?:site|team|department)|a single|subset|limited to"),
    (r"無償|無料|追加費用(?:は?(?:なし|無し|不要|かから))|追加料金(?:は?(?:なし|無し|不要))|費用内|free|no (?:extra|additional) (?:cost|charge|fee)|at no cost|included", r"有償|有料|追加費用(?!は?(?:なし|無し|不要|かから))|追加料金|別途(?:お?見積|費用|請求)|課金|paid|charge(?:d|able)|extra (?:cost|fee)|at cost|billed|additional fee"),
    (r"専任|専属|dedicated", r"兼任|兼務|共有(?:の)?担当|持ち回り|shared|pooled|part-time"),
    (r"現行(?:の)?(?:人員|体制|要員|人数)(?:のまま|で)|増員(?:なし|せず|しない)|人員を?増やさ|without (?:adding|extra|additional) (?:headcount|staff|fte)|no (?:additional|extra|new) (?:headcount|staff|hire)", r"増員(?!なし|せず)|追加採用|人員(?:を)?(?:追加|増)|新規採用|hire|add (?:headcount|staff)|additional (?:headcount|staff)"),
    (r"(?:既存|現行)(?:の)?(?:システム|基幹|運用|フロー|ツール)(?:は|を)?(?:変更(?:なし|せず|しない)|そのまま|維持)|(?:改修|開発|カスタマイズ)(?:なし|不要|せず)|no (?:customi[sz]ation|development|changes? to)|without changing|out of the box", r"改修(?!なし|不要|せず)|カスタマイズ(?!なし|不要|せず)|追加開発|個別開発|custom(?:i[sz]e|i[sz]ation| build)|redevelop"),
    (r"24時間|24/7|24x7|24/365|365日", r"平日(?:のみ|9|10|日中)|営業時間(?:内|のみ)|日中のみ|business hours|weekdays|office hours"),
    (r"日本語(?:対応|サポート|で)|Japanese", r"英語(?:のみ|で)|English[- ]only|in English"),
    (r"国内(?:サーバ|データセンター|保管)|in (?:the )?(?:EU|Japan)|on-?prem", r"海外(?:サーバ|リージョン|データセンター)|overseas|outside (?:the )?(?:EU|Japan)|public cloud"),
    (r"紙(?:を|の)?(?:廃止|全廃|ゼロ)|ペーパーレス|paperless|eliminate paper", r"紙(?:で|に)?(?:印刷|配布|保管|併用|運用|提出)|印刷して|郵送で|print(?:ed)? (?:copies|and)|on paper"),
    (r"自動(?:化|連携|で)|手作業(?:なし|をなく|ゼロ|不要)|automat(?:ic|ed)|no manual", r"手(?:作業|入力|動)(?:で|により|にて)|Excelで(?:転記|手)|manually|by hand|manual (?:entry|upload|export)"),
    (r"削減|減ら|短縮|圧縮|下げ|reduce|cut|lower|fewer|decrease|shorten", r"(?:残業|工数|コスト|費用|時間|人員|件数|在庫|ミス|経費)[^、。\n]{0,8}(?:増や|増加|拡大|増員)|increase (?:the )?(?:cost|hours|headcount|overtime|effort|spend)"),
)
_LOWER_IS_BETTER = re.compile(
    r"時間|日数|工数|コスト|費|残業|件数(?=を?(?:減|削))|ミス|エラー|不良|クレーム|問い?合わ?せ|離職|解約|在庫|差異|欠品|遅延|差戻し|リードタイム|期間|手戻り|漏れ|紙|転記|作業|電話|以内|以下|未満|ゼロ|削減|短縮|減"
    r"|time|hours|days|minutes|cost|overtime|error|defect|ticket|complaint|churn|attrition|stock-?out|backlog|late|rework|escalation|within|under|below|at most|fewer|less|reduce|cut|shorten|lower|zero|downtime|incident",
    re.I,
)
_REDUCED = re.compile(r"削減|短縮|圧縮|減|低減|ゼロ|なくす|reduc|cut|fewer|less|lower|shorten|sav|decreas|drop", re.I)


def contradiction_of(scan: Scan, targets: Targets, due: Due) -> str | None:
    """against_words, lower_target or later_date; None when the promise is met, or nothing was promised."""
    promise_text = scan.context.purchase_promise
    if not promise_text:
        return None
    context = replace(scan.context, purchase_promise=None, kind="goal")
    promise = Scan.of(fold(promise_text).text, scan.language if promise_text.isascii() else "ja", context)
    for pattern_promised, pattern_planned in _OPPOSED:
        if re.search(pattern_promised, promise.text, re.I) and re.search(pattern_planned, scan.text, re.I):
            if not re.search(pattern_promised, _without(scan.text, pattern_planned), re.I) or "のみ" in scan.text or "only" in scan.text.lower():
                return "against_words"
    promised = read_targets(promise)
    if _falls_short(scan, targets, promise, promised):
        return "lower_target"
    return "later_date" if _is_later(due, promise, scan.context) else None


def _without(text: str, pattern: str) -> str:
    return re.sub(pattern, "", text, flags=re.I)


def _is_later(due: Due, promise: Scan, context: GoalContext) -> bool:
    days = [mention.last for mention in promise.mentions if mention.last is not None]
    if not days or due.first is None or due.last is None:
        return False
    return due.first > max(days)


def _falls_short(scan: Scan, targets: Targets, promise: Scan, promised: Targets) -> bool:
    wanted = promised.target
    planned = targets.target
    if wanted is None or planned is None:
        return False
    planned = next((q for q in targets.all_targets if _same_measure(q, wanted)), planned)
    lower_better = bool(_LOWER_IS_BETTER.search(promise.text))
    amount_wanted = _amount(promise, wanted, promised)
    amount_planned = _amount(scan, planned, targets)
    if amount_wanted is not None and amount_planned is not None and amount_wanted[1] == amount_planned[1]:
        return amount_planned[0] < amount_wanted[0] * 0.999
    if amount_wanted is not None or amount_planned is not None:
        return _ratio_short(scan, targets, planned, wanted, promise)
    if planned.dimension == "zero" or wanted.dimension == "zero":
        return wanted.dimension == "zero" and planned.dimension != "zero" and planned.value > 0 and lower_better and not planned.change
    if not _same_measure(planned, wanted):
        return False
    if wanted.dimension in ("count", "people", "points", "ratio") and not re.search(r"以内|以下|未満|within|under|below|at most", promise.text):
        lower_better = lower_better and bool(promised.pair and promised.baseline and promised.baseline.value > wanted.value) or bool(re.search(r"不良率|エラー率|離職率|解約率|差異率|欠品率|差戻し率|ミス|クレーム|error rate|defect|attrition|churn", promise.text))
    scaled = _in_unit(planned, wanted)
    return scaled > wanted.value * 1.001 if lower_better else scaled < wanted.value * 0.999


def _amount(scan: Scan, quantity: Found, targets: Targets) -> tuple[float, str] | None:
    """Amount of change with its measure: 月20時間削減 → 20 hours; 22時間→7時間 → 15 hours."""
    if quantity.change or (_REDUCED.search(scan.text) and re.match(r"(?:の|を|ほど|程度)?(?:削減|短縮|減|圧縮)", scan.text[quantity.end :])):
        return _base(quantity)
    if targets.pair and targets.baseline is not None and quantity.dimension == targets.baseline.dimension:
        target, base = _base(quantity), _base(targets.baseline)
        return abs(target[0] - base[0]), target[1]
    return None


def _ratio_short(scan: Scan, targets: Targets, planned: Found, wanted: Found, promise: Scan) -> bool:
    """30% fewer promised, 1,000 → 680 planned: compared as shares of the baseline."""
    base = targets.baseline
    if wanted.dimension == "ratio" and wanted.change and base is not None and base.value and base.dimension != "ratio":
        change = abs(base.value - planned.value) / base.value * 100
        return change < wanted.value * 0.999
    if not wanted.change and targets.pair and _same_measure(planned, wanted):
        lower = bool(base and base.value > planned.value)
        scaled = _in_unit(planned, wanted)
        return scaled > wanted.value * 1.001 if lower else scaled < wanted.value * 0.999
    if wanted.change and planned.dimension == "zero" or planned.dimension == "all":
        return False
    return False


_MINUTES = {"秒": 1 / 60, "分": 1.0, "分間": 1.0, "時間": 60.0, "h": 60.0, "日": 1440.0, "日間": 1440.0, "営業日": 1440.0, "週間": 10080.0, "か月": 43200.0, "年": 525600.0, "min": 1.0, "mins": 1.0, "minutes": 1.0, "minute": 1.0, "hours": 60.0, "hour": 60.0, "hrs": 60.0, "hr": 60.0, "days": 1440.0, "day": 1440.0, "weeks": 10080.0, "week": 10080.0, "months": 43200.0, "month": 43200.0}  # fmt: skip


def _base(quantity: Found) -> tuple[float, str]:
    if quantity.dimension == "time":
        return quantity.value * _MINUTES.get(quantity.unit, 1.0), "time"
    return quantity.value, quantity.dimension


def _in_unit(planned: Found, wanted: Found) -> float:
    if planned.dimension == "time" and wanted.dimension == "time":
        return _base(planned)[0] / _MINUTES.get(wanted.unit, 1.0)
    return planned.value


def _same_measure(first: Found, second: Found) -> bool:
    if first.dimension != second.dimension:
        return {first.dimension, second.dimension} <= {"count", "people"}
    return first.dimension != "count" or first.unit == second.unit or not first.unit or not second.unit
