"""A goal in one sentence of its parts, for goals that are only said across several sentences, lines or speakers."""

from __future__ import annotations

import re
import unicodedata

from agent.drafting.notes.frames import frames
from agent.drafting.notes.goals.measures import is_bare
from agent.drafting.notes.goals.values import CURRENCY, Parts
from agent.models.evidence import Value
from agent.models.plan import Number
from connectors.language import JAPANESE

TIME = re.compile(
    r"^(?:営業日目?|時間半?|か月|週間|日間?|分間?|秒|h|hours?|min(?:ute)?s?|days?|weeks?|months?)$|\d ?(?:時間|分|日|か月|h|min|days?)"
)
SHARE = re.compile(r"[%割点率]|percent|ポイント")
WRITTEN = 70  # characters of a statement that reads as one
SPOKEN_END = re.compile(
    r"(?:ます|です|ました|でした|たい|ほしい|欲しい|くれ|かな|よね|ね|よ|わ|じゃ|や|けん|ばい|って|とのこと|そうだ|ください|だ)$|[?？!！…]|」[^「]*$"
)
FRAGMENT = re.compile(
    r"^[のをがはにでとも](?=[一-龠ァ-ヴー])|(?:に|で|へ|と|から|あたり|当たり|につき|ごと|毎)$|^\d+ ?(?:枚|件|人|本|台|社|店|回|個)の|^(?:その|この|あの)|^(?:time|work|things?|numbers?|level|figure|days?|hours?|amount|rest|everything|anything)$|\b(?:is|are|was|were) \w+$",
    re.I,
)
"""A metric that is only a piece of the words: no sentence is composed of it."""
BETTER_DOWN = re.compile(
    r"(?:ミス|漏れ|もれ|誤り|間違い|忘れ|待ち|残業|クレーム|苦情|事故|不良|不備|遅れ|遅延|欠品|トラブル|停止|手戻り|差し?戻し|やり直し|不良率|紛失率|離職率|再訪問率|廃棄|ロス|時間|日数|期間|コスト|費)$|"
    r"\b(?:errors?|mistakes?|complaints?|delays?|waits?|waiting|waste|rework|scrap|overtime|absences?|turnover|churn|omissions?|defects?|failures?|incidents?|accidents?|returns?|times?|hours|minutes|days|costs?)$",
    re.I,
)
"""What is to become less: more of it is a figure misread."""
WHOLE = re.compile(r"(?:halv|halve|double|triple)\w*$", re.I)
PART = re.compile(
    r"(?:half|a third|two thirds|a quarter|three quarters|a fifth|a tenth|all|everyone|never)\b", re.I
)
POINTS_BACK = re.compile(
    r"それ|これ|そこ|ここ|あれ|そっち|その|この|\b(?:it|its|that|this|them|those|these|they)\b", re.I
)
NAMED = frozenset(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))
CHANGED_BY = re.compile(
    r"^(?:ほど|くらい|程度|の|を|分)?(?:減|へら|増|ふや|浮か|節約|抑え|おさえ|ちぢめ|縮め|削減|短縮|圧縮|低減|カット|アップ|ダウン|改善|向上|上昇|引き下げ|引き上げ|(?:以上|は)?切)|^ ?(?:points? )?(?:fewer|less|more|lower|higher|reduction|cut|drop|faster|off)\b",
    re.I,
)
"""Behind a target that says by how much."""
EMPHASIS = re.compile(r"\*\*|__|~~")
FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")


def plainly(statement: str) -> str:
    """The statement without marks of emphasis and without a quotation mark whose other half was left behind."""
    words = EMPHASIS.sub("", statement)
    for opens, closes in ("「」", "『』", "“”"):
        if words.startswith(opens) and closes not in words:
            words = words[1:]
        if words.endswith(closes) and opens not in words:
            words = words[:-1]
    return words or statement


def stated(statement: str, told: str, parts: Parts) -> str:
    """The statement itself where it reads as one; else measure, direction and target put into a sentence.

    `told` are all the words of the goal; they tell the direction where no baseline does. Nothing is added that the
    parts do not hold.
    """
    if parts.metric is None or parts.target is None or _reads(statement, parts):
        return statement
    if (
        FRAGMENT.search(parts.metric)
        or is_bare(parts.metric)
        or _names_only_its_unit(parts)
        or _from_elsewhere(parts.metric, statement, told, parts)
    ):
        return statement
    return composed(statement, told, parts)


def composed(statement: str, told: str, parts: Parts) -> str:
    """Measure, direction and target as a sentence, the statement itself where they make none that holds."""
    if parts.metric is None or parts.target is None or FRAGMENT.search(parts.metric) or is_bare(parts.metric):
        return statement
    target = _printed(parts.target)
    if re.search(re.escape(parts.metric) + r"(?:し(?:た|て|ない)|され(?:た|て)|する|できる)", told):
        return statement  # the stem of a verb
    at = told.find(target)
    if at >= 0 and CHANGED_BY.match(told[at + len(target) :]):
        return statement
    if JAPANESE.search(parts.metric + target):
        if _direction(parts, told) == "up" and BETTER_DOWN.search(parts.metric):
            return statement
        return _japanese(parts, target, told)
    direction = _direction(parts, told)
    if direction == "up" and BETTER_DOWN.search(parts.metric):
        return statement
    verb = {"up": "Raise", "down": "Reduce", "none": "Bring"}[direction]
    metric = _in_sentence(parts.metric)
    if target in ("0", "zero", "none"):
        return f"No {metric}"
    if WHOLE.match(target):
        return f"{target[:1].upper()}{target[1:].lower()} {metric}"
    if PART.match(target):
        return statement
    return f"{verb} {metric} to {target}"


def _from_elsewhere(metric: str, statement: str, told: str, parts: Parts) -> bool:
    """The measure is said beside neither the target nor the baseline, or beside the baseline of another sentence, and no
    "it" points back to it: it may be another matter's."""
    name = metric.casefold()
    target, baseline = _quoted(parts.target), _quoted(parts.baseline)
    if not target + baseline or name in target:
        return False
    if name in baseline:
        return baseline != target and bool(target) and POINTS_BACK.search(statement) is None
    return metric in told or POINTS_BACK.search(statement) is None


def _quoted(value: Value[Number | str] | None) -> str:
    return " ".join(citation.quote for citation in value.citations).casefold() if value else ""


def _names_only_its_unit(parts: Parts) -> bool:
    """ "Raise harvests to two harvests": what is counted is all that is known of the measure."""
    unit = (parts.target.unit or "").strip().casefold() if parts.target else ""
    long = len(unit) > 2 or (len(unit) > 1 and JAPANESE.search(unit) is not None)
    return long and unit == (parts.metric or "").casefold()


def _in_sentence(metric: str) -> str:
    """Without the capital of a sentence's first word."""
    first = metric.split(" ")[0]
    return metric[:1].lower() + metric[1:] if first[1:].islower() and first not in NAMED else metric


def _reads(statement: str, parts: Parts) -> bool:
    """One written sentence that names the measure and the target."""
    target = _printed(parts.target) if parts.target else ""
    one = len(statement) <= WRITTEN and not re.search(r"[。「」『』◇◆●○■]|\. |[:：]", statement)
    return (
        one and (parts.metric or "") in statement and target in statement and not SPOKEN_END.search(statement)
    )


def _japanese(parts: Parts, target: str, told: str) -> str:
    metric = re.sub(r"(?:を|は|が|の)$", "", parts.metric or "")
    if re.fullmatch(r"(?:0|〇|ゼロ)[^\d.]{0,3}", target):
        return f"{metric}をなくす"
    direction = _direction(parts, told)
    unit = (parts.target.unit or "") if parts.target else ""
    if direction == "none":
        return f"{metric}を{target}にする"
    if TIME.search(unit) or TIME.search(target):
        verb = "短縮する" if direction == "down" else "延ばす"
    elif SHARE.search(unit + target + metric[-1:]):
        verb = "下げる" if direction == "down" else "上げる"
    else:
        verb = "減らす" if direction == "down" else "増やす"
    return f"{metric}を{target}に{verb}"


def _direction(parts: Parts, told: str) -> str:
    one, two = _number(parts.baseline), _number(parts.target)
    if one is not None and two is not None and one != two:
        return "down" if two < one else "up"
    language = "ja" if JAPANESE.search(told) else "en"
    said = [
        direction
        for direction in ("down", "up")
        if any(p.search(told) for p in frames("agent.drafting.notes.goals", "around", language, direction))
    ]
    if parts.metric and BETTER_DOWN.search(parts.metric) and "down" in said:
        return "down"
    return said[0] if len(said) == 1 else "none"


def _number(value: Value[Number | str] | None) -> float | None:
    """The figure in minutes where the unit is a time; two units together only count the first."""
    if value is None:
        return None
    found = FIGURE.search(str(value.value))
    if isinstance(value.value, str) and not found:
        return 0.0 if re.search(r"ゼロ|zero|none|なし", value.value) else None
    number = float(found[0].replace(",", "")) if found else float(value.value)
    words = f"{value.value}{value.unit or ''}"
    scale = 60 if re.search(r"時間|\d ?h|hour", words) else 480 if re.search(r"\d日|day", words) else 1
    return number * scale


def _printed(value: Value[Number | str]) -> str:
    """The value as its quote prints it."""
    if value.derived is not None and value.derived.inputs:
        return str(value.derived.inputs[0].value)
    unit = value.unit or ""
    if written := _as_written(value):
        return written
    if unit in CURRENCY:
        return f"{unit}{value.value:,}" if not isinstance(value.value, str) else f"{unit}{value.value}"
    return f"{value.value}{unit if JAPANESE.search(unit) or unit in '%％' else ' ' + unit if unit else ''}"


def _as_written(value: Value[Number | str]) -> str | None:
    """The figure with its unit in the form one of the quotes has it (88万円, 1,200件); None where none does."""
    unit, forms = value.unit or "", [str(value.value)]
    if isinstance(value.value, int | float):
        forms += [f"{value.value:,}"]
        forms += [f"{value.value / scale:{mark}g}{word}" for word, scale in _SCALES for mark in ("", ",")]
    quotes = [unicodedata.normalize("NFKC", citation.quote) for citation in value.citations]
    return next(
        (form + unit for form in forms if unit and any(form + unit in quote for quote in quotes)), None
    )


_SCALES = (("億", 10**8), ("百万", 10**6), ("万", 10**4), ("千", 10**3))
"""Words of number before a unit."""
