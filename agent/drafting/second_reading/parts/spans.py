"""Figures of a sentence that may be where a goal stands or what it is to reach, found without asking what they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from agent.calendar import fold
from agent.calendar.number_words import ONES_EN, TENS_EN, number_of
from agent.drafting.notes.goals.ordinals import ordinal_of
from connectors.language import JAPANESE

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_SCALE = r"(?:百万|千万|[万億千百](?=[^一-龠]|円|人|件|枚|個|本|部|トン))"
_UNIT = (
    r"営業日目|営業日|時間半|時間|か月|カ月|ケ月|ヶ月|週間|日間|分間|人日|人時|日半|分半|円|日|分|秒|件|回|本|枚|人|名|台|通|個|箱|社|"
    r"店舗|店|割台?|分の1|[%％]台?|パーセント|パー(?![ァ-ヴー])|ポイント|ppm|点|便|冊|票|品目|品|品番|か所|カ所|ヶ所|箇所|行|頁|ページ|トン|キロ|リットル|隻|杯|束|袋|"
    r"度|組|床|室|棟|校|園|拠点|台数|倍|代|番|合|樽|俵|把|羽|頭|匹|着|足|戸|世帯|口|文字|語|項目|種類|か国|県|市|町|部署|部|課|班|"
    r"チーム|ライン|工場|支店|営業所|ケース|パレット|ロット|シフト|コマ|クラス|列|段|周|週|年|月"
)
_LATIN = r"(?:%|percent|per cent|pct|ppm|pts?|points?|mins?|minutes?|hrs?|hours?|h|days?|weeks?|months?|secs?|seconds?|kg|km|k|t|pm)"
_KANJI = r"[一二三四五六七八九十百千万〇]{1,6}"
_JA = re.compile(
    rf"(?<!\d)(?<!\d[.,])(?:{_NUMBER}時間\d+分|{_NUMBER}分\d+秒|{_NUMBER}割\d+分|{_NUMBER}[日人台件隻店名本](?:中|のうち){_NUMBER}|"
    rf"{_NUMBER}(?:{_SCALE})?(?:数|余)?(?:{_UNIT}|{_LATIN}(?![A-Za-z])|[A-Za-z]{{1,6}}(?![A-Za-z]))?半?)(?![A-Za-z\d])|"
    rf"(?<![一-龠第])[一二三四五六七八九]割[一二三四五六七八九]分|(?<![一-龠第]){_KANJI}(?:{_UNIT})半?(?![一-龠])|(?<=[平均月年週日人回件たり])(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:{_UNIT})"
)
_JA_WORD = re.compile(
    r"ゼロ|半分|半減|皆無|全廃|一?桁|[1一]けた|ひと桁|半日|即日|当日中?|翌日|全員|全社|全店舗?|全拠点|全部署|全校|全館|全車|全台|全数|全件|"
    r"全隻|全船|倍増|半月|三分の一|2倍|倍(?=に|へ|は|を)|なし(?=に|へ)|もれなし|無し|漏れなく"
)
_TENS = "|".join(TENS_EN)
_ONES = "|".join(ONES_EN)
_WORDS = (
    rf"(?<!twenty )(?!twenty[- ]twenty)(?:a (?:hundred|thousand|dozen)|(?:{_ONES}) (?:hundred|thousand|dozen)|(?:{_TENS})(?:[- ](?:{_ONES}))?|{_ONES}|hundred)"
    rf"(?: (?:hundred|thousand))?(?: (?:{_ONES}) hundred)?(?: and (?:a half|(?:{_TENS})(?:[- ](?:{_ONES}))?|{_ONES}))?"
)
_EN = re.compile(
    rf"(?P<money>(?:[$€£¥₹]|(?:USD|EUR|JPY|GBP|SGD|INR|AUD|RM|Rs\.?|S\$|A\$) ?))?(?<![\w.,])(?P<number>{_NUMBER}(?: ?(?:k|K|m|bn|million|thousand|lakh|crore)\b)?)"
    rf"(?:h ?\d{{1,2}}(?!\d))?(?P<unit> ?(?:{_LATIN}|%)(?![a-z]))?",
    re.I,
)
_EN_WORD = re.compile(
    rf"\b(?:(?:half|a quarter|three quarters|a third|two thirds|a fifth|a tenth)(?: of)?(?: an? (?:hour|day|week|minute))?|"
    rf"halv\w+|doubl(?:e|ing)|zero|nil|none|nought|no more|same[- ]day|next[- ]day|single (?:digits?|figures?)|overnight|everyone|everybody|nobody|never|every (?:one|site|branch|store)|"
    rf"an hour and a half|(?:an?|one) (?:hour|day|week|minute|month|fortnight)|{_WORDS})\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A figure of one sentence; `start`/`end` are offsets in the sentence as printed, `words` its words there."""

    start: int
    end: int
    words: str
    value: float | None
    unit: str
    kind: str  # digits, word

    @property
    def measures(self) -> str:
        """What the unit counts: time, share, or the unit itself."""
        return unit_class(self.unit)


@lru_cache(maxsize=4096)
def spans_of(text: str) -> Sequence[Span]:
    """Figures in order, none inside another; dates are among them."""
    folded = fold(text)
    japanese = bool(JAPANESE.search(text))
    listed = ordinal_of(folded.text)
    matches = [
        match
        for match in (_JA if japanese else _EN).finditer(folded.text)
        if listed is None or match.end() <= listed[0] or listed[1] <= match.start()
    ]
    words = (_JA_WORD if japanese else _EN_WORD).finditer(folded.text)
    found = [_span(match, folded.original(*match.span()), text, "digits") for match in matches]
    taken = [match.span() for match in matches]
    found += [
        _span(match, folded.original(*match.span()), text, "word")
        for match in words
        if all(match.end() <= a or b <= match.start() for a, b in taken)
    ]
    return tuple(sorted(found, key=lambda span: span.start))


def _span(match: re.Match[str], at: tuple[int, int], text: str, kind: str) -> Span:
    words = match[0].strip()
    digits = re.search(_NUMBER, words)
    value = float(digits[0].replace(",", "").rstrip(".")) if digits else number_of(words)
    unit = words[digits.end() :].strip() if digits else ""
    return Span(at[0], at[1], text[at[0] : at[1]], value, unit, kind)


TIME = re.compile(
    r"^(?:営業日目?|時間半?|か月|カ月|ケ月|ヶ月|週間?|日間?|日半|分間?|分半|秒|h|hrs?|hours?|mins?|minutes?|days?|weeks?|months?|secs?|seconds?)"
)
RATE = re.compile(r"^(?:[%％割]|パー|ポイント|percent|per cent|pct|ppm|pts?|points?|倍)")


def unit_class(unit: str) -> str:
    """time, rate, none or count."""
    if not unit:
        return "none"
    return "time" if TIME.match(unit) else "rate" if RATE.match(unit) else "count"
