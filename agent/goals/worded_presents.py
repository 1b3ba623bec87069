"""The present value where it is no plain number: a grade (was C, 今C), a rank (8th now), a number in words (six last year).

Asked only of goals whose numbers name no present one. What says "now" is the list of data/present_en.toml in English,
a few words in Japanese; the value must fill its field, so that a name with a letter or a level in it is none.
"""

from __future__ import annotations

import re
from functools import cache

from agent.calendar.number_words import NUMBER_WORDS_EN
from agent.calendar.patterns import regex
from agent.goals.presents_en import is_now_or_then
from agent.goals.scan import Scan
from agent.goals.words import alternation

Span = tuple[int, int]

_NOW_JA = regex(
    r"(?:^|[、。\n;(/→:])(?:現在|現状|現時点|いま|今|直近|昨年度?|前回|前年)(?:では|は|、|:|の|も|が)?(?:まだ|約)?"
    r"(?P<value>(?:Lv\.? ?|レベル ?|ステージ ?|ランク ?|段階 ?|第)?(?:\d{1,2}(?:段階|等級|級|位|番手)?|[A-FS][+-]?)(?:段階|等級|級|位|ランク|判定|評価|相当)?)(?:$|[、。\n;)/→])",
    re.I,
)
_LEVELS_JA = regex(r"Lv|レベル|ステージ|ランク|段階|等級|級|位|番手|判定|評価|相当|[A-FS]", re.I)
_HABIT_JA = regex(
    r"(?:月|週|日|年|1日|四半期)に(?P<value>\d+[^\d、。\n]{1,3}?)(?:も|ほど|程度|くらい|ぐらい)?(?:ある|あった|起き(?:る|た|ている)|出(?:る|た|ている)|発生(?:する|した|している)|鳴る|届く|来る|かか(?:る|っている))の[をがは]"
)
"""月に9回あるのを3回まで."""
_UNTIL_HALF_JA = regex(
    r"(?P<value>(?:丸)?\d+(?:\.\d+)?(?:日間?|時間|週間|か月|分)|丸一日|半日|終日|数日)(?:→|から)(?:半日|即日|翌日|当日|その場|即時|丸一日|数分|数時間)"
)
"""丸2日→半日: a time that is no plain number."""
_LEFT_JA = regex(
    r"(?:^|[、。\n;(])(?:残り?|残数|未了|未済|残って(?:いる|いた)[^、。\n\d]{0,6}は)(?:は|が|:|、|約|あと)?(?P<value>\d[\d,.]*[^\d、。\n()]{1,3})(?=$|[、。\n;)])"
)
_ALL_DONE_JA = regex(r"全(?!社)|すべて|終わらせ|終える|やめ|なく[すし]|ゼロ|解消|撤去|廃止|完了|片付け|消化")


def worded_present(scan: Scan) -> Span | None:
    """Where the present value stands in folded text, or None."""
    if scan.language == "en":
        return _english(scan)
    if (now := _NOW_JA.search(scan.text)) and _LEVELS_JA.search(now["value"]):
        return now.span("value")
    for pattern in (_HABIT_JA, _UNTIL_HALF_JA):
        if found := pattern.search(scan.text):
            return found.span("value")
    left = _LEFT_JA.search(scan.text)
    return left.span("value") if left and _ALL_DONE_JA.search(scan.text, 0, left.start()) else None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = alternation([word for word in NUMBER_WORDS_EN if word not in ("a", "an")])
    scale = r"(?:level|grade|stage|tier|rank|place|step|lv\.?) ?\d"
    value = rf"(?:(?:(?i:{words})|\d+(?:st|nd|rd|th)|\d+/\d+|{scale}|[A-FS][+-]?)(?![A-Za-z\d/-]))"
    begins = r"(?:^|[;,(\n:] ?|\. | [-–—] ?)(?:(?:only|just|a mere|about|around|still|some) )*"
    return (
        regex(rf"{begins}(?P<value>{value})(?P<rest>[^,;.()\n]*)"),
        regex(
            rf"(?<![a-z])(?:was|were|now|today|currently|at present|presently|up from|down from|last (?:time|year|term|audit|survey|round|quarter)):? (?:at |in |on |a |an )?(?P<value>{value})(?=$|[,;.()\n])",
            re.I,
        ),
    )


def _english(scan: Scan) -> Span | None:
    field, said = _patterns()
    for match in field.finditer(scan.text):
        if is_now_or_then(match["rest"]):
            return match.span("value")
    told = said.search(scan.text)
    if told and not told["value"].islower():
        return told.span("value")
    ranked = _RANKED.search(scan.text)
    return ranked.span("value") if ranked else None


_RANKED = regex(
    r"(?:^|[,;:(] ?)(?P<value>\d+(?:st|nd|rd|th)),? (?:aim(?:ing)?|going|want(?:ing)?|hop(?:e|ing)) (?:for|to be) \d+(?:st|nd|rd|th)"
)
"""8th, aim for 5th."""
