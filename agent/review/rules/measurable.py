"""M: how anybody would see that it is reached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent.goals import Quantity
from agent.models.finding import Severity
from agent.review.rule import Hit, Read, Rule

_SCORE = re.compile(
    r"スコア|NPS|CSAT|満足度|評点|評価|指数|偏差値|点数|ROI|ROAS|倍率"
    r"|\b(?:score|e?nps|csat|rating|index|ratio|gpa|roi|satisfaction)\b",
    re.I,
)
_UP = re.compile(
    r"増や|増加|(?<!底)(?<!仕)(?<!売り)(?<!立ち)上げ|引き上げ|高め|伸ば|向上|拡大|アップ|獲得|increase|raise|grow|lift|improve|boost|double",
    re.I,
)
_DOWN = re.compile(
    r"減ら|削減|短縮|圧縮|低減|下げ|抑え|縮小|カット|なく[すし]|reduce|cut|lower|decrease|shorten|halve|fewer",
    re.I,
)


_COUNTED = re.compile(
    r"(?<!指)(?<!点)数$|\b(?!(?:sales|costs|savings|earnings|revenues|profits|expenses|losses|wages|margins)$)[a-z]{3,}(?<![sui])s$",
    re.I,
)
"""A metric cell that counts something (利用者数, Open tickets): its heading is the unit of the cells beside it."""


def no_metric(read: Read) -> Iterator[Hit]:
    """M01: a goal that names nothing that is counted, scored or reached as a state."""
    reading = read.reading
    if read.is_goal and reading.metric is None and reading.target is None and not reading.not_metric:
        yield Hit()


def no_unit(read: Read) -> Iterator[Hit]:
    """M02: a number without its unit, on a metric that is no score; a metric cell of its own may name what is counted."""
    reading = read.reading
    value = reading.target_value
    if value is None or value.dimension != "none" or not any(letter.isdigit() for letter in value.part.text):
        return
    if reading.baseline_value is not None and reading.baseline_value.unit:
        return
    if _COUNTED.search(read.item.fields.get("metric", "").strip()):
        return
    named = reading.text[: value.part.start][-24:] + (reading.metric.text if reading.metric else "")
    if not _SCORE.search(named):
        yield Hit(value.part, {"words": value.part.text.strip()})


def number_is_no_metric(read: Read) -> Iterator[Hit]:
    """M03: the only numbers are names or hours (Lv2, v3.0, 第2四半期, 24時間サポート)."""
    reading = read.reading
    if read.is_goal and reading.metric is None and reading.target is None:
        for part in reading.not_metric:
            yield Hit(part, {"words": part.text})


def no_baseline(read: Read) -> Iterator[Hit]:
    """M04: where it stands today is not said. Sums saved and states reached need none."""
    reading = read.reading
    if (
        read.is_goal
        and reading.metric is not None
        and reading.target_value is not None
        and reading.baseline is None
    ):
        yield Hit(reading.target, {"metric": reading.metric.text})


def no_target(read: Read) -> Iterator[Hit]:
    """M05: a metric is named, how far it should go is not."""
    reading = read.reading
    if read.is_goal and reading.metric is not None and reading.target is None:
        yield Hit(reading.metric, {"metric": reading.metric.text})


def wrong_way(read: Read) -> Iterator[Hit]:
    """M06: the target equals the baseline, or lies on the other side of what the verb says."""
    reading = read.reading
    base, target = reading.baseline_value, reading.target_value
    if base is None or target is None or target.change or not _comparable(base, target):
        return
    if (
        base.value == target.value
        and target.high is None
        and not re.search(r"維持|継続|保つ|maintain|keep", reading.text)
    ) or _points_wrong(_verbs_near(read), base.value, target.value):
        yield Hit(reading.target, {"baseline": base.part.text, "target": target.part.text})


def _verbs_near(read: Read) -> str:
    """The words that say which way: right after the target in Japanese, before the baseline in English."""
    reading = read.reading
    target, base = reading.target_value, reading.baseline_value
    assert target is not None
    assert base is not None
    if target.part.end == 0 or base.part.end == 0:
        return ""
    if reading.language == "ja":
        return re.split(r"[。、,（(]", reading.text[target.part.end : target.part.end + 10])[0]
    return re.split(r"[:;.,(：；，（]", reading.text[: min(base.part.start, target.part.start)])[-1]


def _comparable(base: Quantity, target: Quantity) -> bool:
    return base.dimension == target.dimension and base.unit == target.unit


def _points_wrong(text: str, base: float, target: float) -> bool:
    up, down = _UP.search(text), _DOWN.search(text)
    if up and not down:
        return target < base and not re.search(
            r"精度|品質|満足|効率|生産性|早|速|quality|accuracy|improv", text, re.I
        )
    return bool(down and not up and target > base)


def qualitative(read: Read) -> Iterator[Hit]:
    """M07: qualitative, without a scale that everybody reads alike."""
    if read.reading.qualitative_without_scale:
        yield Hit(read.reading.vague[0] if read.reading.vague else None)


def no_method(read: Read) -> Iterator[Hit]:
    """M08: a metric without how, or from what source, it is measured."""
    reading = read.reading
    if read.is_goal and reading.metric is not None and reading.method is None:
        yield Hit(reading.metric, {"metric": reading.metric.text})


MEASURABLE = (
    Rule("M01", Severity.WARNING, no_metric),
    Rule("M02", Severity.WARNING, no_unit),
    Rule("M03", Severity.WARNING, number_is_no_metric),
    Rule("M04", Severity.WARNING, no_baseline),
    Rule("M05", Severity.WARNING, no_target),
    Rule("M06", Severity.ERROR, wrong_way),
    Rule("M07", Severity.WARNING, qualitative),
    Rule("M08", Severity.WARNING, no_method),
)
