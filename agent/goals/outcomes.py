"""What kind of result a goal is about: a business result, use, sentiment, activity, or the vendor's own figure."""

from __future__ import annotations

import re

from agent.goals.metrics import DIRECTION_EN, DIRECTION_JA, Head, class_by_modifier
from agent.goals.reading import OutcomeClass
from agent.goals.scan import Scan
from agent.goals.targets import Targets

_PLACES_OF_USE = frozenset(
    (
        "拠点",
        "店舗",
        "部署",
        "部門",
        "チーム",
        "支店",
        "営業所",
        "工場",
        "sites",
        "stores",
        "teams",
        "branches",
        "departments",
    )
)


def outcome_class(
    scan: Scan, targets: Targets, found: list[Head], metric: tuple[int, int] | None
) -> OutcomeClass:
    """The class of what the goal is about: the named metric's, else the strongest class in the text."""
    if targets.target is not None and targets.target.dimension == "level":
        return "other"
    governed = [head for head in found if _is_governed(scan, head, targets)]
    if _WORK_EASED_JA.search(scan.text):
        return "outcome"
    if any(head.kind == "vendor" for head in governed) and not any(
        head.kind == "outcome" for head in governed
    ):
        return "vendor"
    if (
        scan.language == "en"
        and targets.target is not None
        and targets.target.dimension in ("ratio", "all")
        and re.search(
            r"(?:auto|digit|electronic|paperless|online|self-serv|in the (?:app|tool|portal|system)|via the|through the)[a-z-]*",
            scan.text[targets.target.end : targets.target.end + 50],
            re.I,
        )
    ):
        return "usage"
    for kind in ("outcome", "usage", "sentiment", "activity", "vendor"):
        if any(head.kind == kind for head in governed):
            return kind
    if metric is not None and targets.target is not None:
        if targets.target.dimension == "level":
            return "other"
        if targets.target.dimension in ("time", "money"):
            return "outcome"
        if targets.target.dimension in ("all", "people") or targets.target.unit in _PLACES_OF_USE:
            return "usage"
        name = scan.text[max(0, metric[0] - 10) : metric[1] + 30]
        return class_by_modifier(name) if scan.language != "en" else _class_by_modifier_en(name)
    return "other"


_WORK_EASED_JA = re.compile(
    r"(?:作成|処理|入力|集計|準備|転記|承認|検索|発行|突合|照合|作業|業務|準備|手続き?|事務)(?:業務|作業|時間|工数)?(?:を|の)[^、。\n]{0,8}(?:効率化|短縮|自動化|省力化|スピードアップ|削減|減ら|早く|速く|半減)"
    r"|(?:立ち?上が?り|独り立ち|戦力化|習得)(?:期間)?(?:を|の)[^、。\n]{0,6}(?:早く|早め|短縮|速く)"
)


def _class_by_modifier_en(phrase: str) -> OutcomeClass:
    if re.search(
        r"adopt|usage|use[sd]? |log|active|train|enrol|attend|submit|respon|complet|auto|digit|in the app|portal|online|paperless|migrat|live|read|open|view|dashboard|feature|onboard",
        phrase,
        re.I,
    ):
        return "usage"
    return (
        "sentiment"
        if re.search(r"satisf|rate |survey|nps|csat|happy|aware|skill|confiden", phrase, re.I)
        else "outcome"
    )


_METHOD_TAIL_JA = re.compile(
    r"(?:[^、。\n]{0,10})(?:ログ|レポート|アンケート|調査|日報|台帳|実績|データ|記録|明細|科目|集計表|一覧|で(?:計測|測定|確認|集計|算出|判定)|にて|より算出|から算出)"
)
_ACT_JA = re.compile(
    r"(?:[^、。\n]{0,12})(?:効率化|減|削減|短縮|改善|向上|高速化|スピードアップ|自動化|ゼロ|圧縮|上げ|高め|伸ば|増|防|なく|早|達成|抑)"
)


def _is_governed(scan: Scan, head: Head, targets: Targets) -> bool:
    """True when a number or a direction belongs to the noun; false inside a method or a bare mention."""
    _start, end = scan.segment_at(head.start)
    sentence_start, sentence_end = scan.sentence_at(head.start)
    numbers = [
        number for number in (targets.target, targets.baseline, *targets.all_targets) if number is not None
    ]
    if scan.language == "en":
        if any(sentence_start <= number.start < sentence_end for number in numbers):
            return abs(min((number.start - head.end for number in numbers), key=abs)) < 60
        near = scan.masked[max(0, head.start - 40) : min(len(scan.masked), head.end + 30)]
        return bool(DIRECTION_EN.search(near))
    if _METHOD_TAIL_JA.match(scan.masked, head.end, end) and not any(
        number.start < end and number.start >= head.end for number in numbers
    ):
        return False
    if any(
        head.end <= number.start < sentence_end
        and number.start - head.end < 40
        and "、" not in scan.masked[head.end + 12 : number.start]
        for number in numbers
    ):
        return True
    if any(0 <= head.start - number.end < 10 for number in numbers):
        return True
    return bool(
        _ACT_JA.match(scan.masked, head.end, min(end + 2, len(scan.masked)))
        or DIRECTION_JA.match(scan.masked, head.end)
    )
