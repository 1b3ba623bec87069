"""Figures worked out of two: so much each times how many, people times minutes, a part of its whole, turns of stock."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from agent.calendar.patterns import regex
from agent.goals.promised.measures import Measure

if TYPE_CHECKING:
    from agent.goals.promised.claims import Facts

_EACH_BEFORE = regex(
    r"(?:(?:1|一)(?P<one>[一-龥ァ-ヶー]{1,3}?)(?:あたり|当たり|につき|ごとに?|の)?|各(?P<every>[一-龥ァ-ヶー]{1,3}?)(?:で|が|の|に|とも)?|(?P<both>それぞれ|おのおの|いずれも))(?:平均)?(?:(?:年間?|月|週|1?日|四半期|毎[月週日])(?:間|に|あたり)?)?(?:約)?$"
)
_EACH_AFTER_JA = regex(r"ずつ")
_EACH_AFTER_EN = regex(
    r"(?: (?:saved|fewer|less|off|freed))?(?: (?:a|per|every|each) (?:week|month|year|quarter|day|working day))?,?(?: on average)? (?P<each>each|apiece)(?![a-z])|(?: (?:saved|fewer|less|off))? (?:per|for each|for every|each) (?P<per>(?!week|month|year|day|hour|quarter|shift|working)[a-z]{3,})",
    re.I,
)
_EACH_BEFORE_EN = regex(
    r"(?<![a-z])each (?:[a-z]+ )?(?:saves?|cuts?|frees?(?: up)?|trims?|gains?|loses?|takes?)(?: about| at least)? ?[$€£¥]?$",
    re.I,
)
_TIMES_SIGN = regex(
    r"(?<![\d.,])(?P<n>[2-9]|\d[\d,]+)[^\d、。×]{0,5} ?[×*] ?(?:毎?[年月週日]間?|四半期|1日)?[$€£¥]?$"
)
_SAID_EACH = regex(
    r"(?:1|一)(?:人|名|台|店|店舗|拠点|社|校|施設|件|回|枚|本)(?!以)|各|あたり|当たり|につき|それぞれ|ごと|(?<![a-z])(?:each|apiece|per (?!week|month|year|day|quarter|cent|hour)[a-z]+|every (?!week|month|year|day|quarter)[a-z]+)(?![a-z])",
    re.I,
)
_PEOPLE = regex(
    r"[人名]|people|staff|persons?|crew|cleaners?|workers?|clerks?|nurses?|[a-z]+(?:ers?|ors?|ists?|ants?|men|women)",
    re.I,
)


def times_each(facts: Facts, measure: Measure, promised: str) -> Measure:
    """The measure for all it is meant for: 15 hours for each of five; as it is where the promise too is of each."""
    if _SAID_EACH.search(promised) and facts.text != promised:
        return measure
    count = _how_many(facts, measure)
    if count is None or (facts.text == promised and not _said_apart(facts, measure)):
        return measure
    return replace(measure, value=measure.value * count)


def _said_apart(facts: Facts, measure: Measure) -> bool:
    """A promise that itself says so much each for how many (それぞれ) is for all of them together."""
    before = facts.text[: measure.start]
    found = _EACH_BEFORE.search(before[-16:])
    return bool(found and found["both"])


def _how_many(facts: Facts, measure: Measure) -> float | None:
    text = facts.text
    by = _TIMES_SIGN.search(text[max(0, measure.start - 16) : measure.start])
    if by:
        return float(by["n"].replace(",", ""))
    counts = [
        m
        for m in (*facts.aims, *facts.others, *facts.wholes, *facts.now)
        if m.kind == "count" and m.value > 1
    ]
    before = _EACH_BEFORE.search(text[max(0, measure.start - 16) : measure.start])
    after = _EACH_AFTER_EN.match(text, measure.end)
    if before and (unit := before["one"] or before["every"]):
        named = [m for m in counts if m.unit[:1] == unit[0] or {m.unit[:1], unit[0]} == {"人", "名"}]
    elif after and after["per"]:
        named = [
            m
            for m in counts
            if any(word.rstrip("s")[:5] == after["per"].rstrip("s")[:5] for word in m.unit.split())
        ]
    elif (
        before
        or after
        or _EACH_AFTER_JA.match(text, measure.end)
        or _EACH_BEFORE_EN.search(text[: measure.start])
    ):
        named = counts
        if not before and measure.end and _EACH_AFTER_JA.match(text, measure.end) and len(counts) != 1:
            return None
    else:
        return None
    values = {m.value for m in named}
    return values.pop() if len(values) == 1 else None


def effort_of(plan: Facts) -> float | None:
    """Person-minutes: said, or people times minutes (3人で90分)."""
    said = plan.aim("effort")
    if said is not None:
        return said.value
    time = plan.aim("time")
    people = [
        m
        for m in (*plan.aims, *plan.others)
        if m.kind == "count" and _PEOPLE.search(m.unit[:1] if not m.unit.isascii() else m.unit)
    ]
    if time is None or len({m.value for m in people}) != 1:
        return None
    return time.value * people[0].value


def share_of(plan: Facts, promise: Facts) -> float | None:
    """The part of its whole in percent: 480名 (全600名), 210 out of 300; None when neither text names the whole."""
    named = plan.wholes or promise.wholes
    if len({m.value for m in named}) != 1:
        return None
    whole = named[0]
    if not plan.wholes and not any(_counts_same(m, whole) and m.unit for m in plan.aims if m.kind == "count"):
        return None
    parts = [m for m in plan.aims if m.kind == "count" and m.value <= whole.value and _counts_same(m, whole)]
    if len({m.value for m in parts}) != 1 or not whole.value:
        return None
    return parts[0].value / whole.value * 100


def _counts_same(part: Measure, whole: Measure) -> bool:
    if not part.unit or not whole.unit:
        return True
    if part.unit.isascii():
        return bool({w[:4] for w in part.unit.split()} & {w[:4] for w in whole.unit.split()})
    return part.unit[0] == whole.unit[0]


_PARTS = (
    ("未読", "既読"), ("欠席", "出席"), ("欠勤", "出勤"), ("不良", "良品"), ("不合格", "合格"), ("失敗", "成功"), ("未払", "支払済"),
    ("手作業", "自動"), ("unpaid", "paid"), ("absent", "present"), ("accuracy", "wrong"), ("accuracy", "errors?"), ("accuracy", "mistakes?"), ("on[- ]time", "late"), ("uptime", "downtime"), ("正確", "誤"), ("正答", "誤答"), ("歩留", "不良"),
    ("正確", "ミス"), ("failed", "passed"), ("manual", "automatic"), ("late", "on time"),
)  # fmt: skip
_BY_HAND = regex(
    r"紙|手書き|郵送|FAX|窓口|電話|対面|手入力|(?<![a-z])(?:paper|by phone|by post|by fax|at the counter|by hand|manual(?:ly)?)(?![a-z])",
    re.I,
)
_BY_WIRE = regex(
    r"Web|ウェブ|オンライン|電子|アプリ|デジタル|システム|ネット|自動|(?<![a-z])(?:online|digital(?:ly)?|electronic(?:ally)?|in the app|on the app|through the portal|self-service|automatic(?:ally)?)(?![a-z])",
    re.I,
)
_NOT_YET = regex(r"未(?P<what>[一-龥]{1,2})")


def is_other_part(promised: str, planned: str) -> bool:
    """The two shares are of the two parts of one whole: 未読率 and 既読率, failed and passed."""
    for one, other in _PARTS:
        for first, second in ((promised, planned), (planned, promised)):
            if (
                _has(first, one)
                and not _has(second, one)
                and _has(second, other)
                and not _has(first.replace(one, ""), other)
            ):
                return True
    if (
        _BY_WIRE.search(promised)
        and not _BY_HAND.search(promised)
        and _BY_HAND.search(planned)
        and not _BY_WIRE.search(planned)
    ):
        return True  # 紙が1割未満 where 90 % were to be online
    return any(
        match["what"] + "済" in other and match.group() not in other
        for text, other in ((promised, planned), (planned, promised))
        for match in _NOT_YET.finditer(text)
    )


def _has(text: str, word: str) -> bool:
    return _whole(word).search(text) is not None


@cache
def _whole(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z]){word}(?![A-Za-z])" if word.isascii() else word, re.I)


_STOCK = regex(r"在庫|回転|日数|stock|inventory|turn|cover", re.I)
_HANDLED_JA = regex(r"1時間(?:に|あたり|で)?$")
_HANDLED_EN = regex(r"[a-z ]{0,30}(?:an|per|each|every) hour", re.I)
_APIECE = regex(
    r"(?:1|一)(?:件|枚|本|個|台|人|名|通|点|冊|頭|食)(?:の[^、。\d]{0,8}|あたり|につき)?(?:を|は|が)?(?:平均)?$|^ ?(?:each|apiece|per (?!hour|day|week|month|year)[a-z]+|a (?!hour|day|week|month|year)[a-z]+)",
    re.I,
)


def turned(plan: Facts, wanted: Measure, promise: Facts) -> float | None:
    """A rate from its reciprocal: days of stock from turns a year, and the other way round."""
    if not _STOCK.search(promise.text) or not _STOCK.search(plan.text):
        return None
    if wanted.kind == "turns":
        days = plan.aim("time")
        return 365 * 1440 / days.value if days is not None and days.value else None
    if wanted.kind == "time":
        turns = plan.aim("turns")
        return 365 * 1440 / turns.value if turns is not None and turns.value else None
    return None


def an_hour(facts: Facts) -> float | None:
    """How many an hour: said (1時間に20件), or from the minutes that one takes (1件4分)."""
    for measure in facts.aims:
        if measure.kind == "count" and (
            _HANDLED_JA.search(facts.text[: measure.start]) or _HANDLED_EN.match(facts.text, measure.end)
        ):
            return measure.value
    time = facts.aim("time")
    if time is None or not time.value or time.value > 240:
        return None
    if _APIECE.search(facts.text[max(0, time.start - 14) : time.start]) or _APIECE.match(
        facts.text[time.end : time.end + 20]
    ):
        return 60 / time.value
    return None
