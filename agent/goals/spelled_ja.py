"""Amounts a Japanese goal spells out instead of counting: 全件, 半減, 事故なし, 一件もない, 5日を翌日へ."""

from __future__ import annotations

import re
from functools import cache

from agent.calendar.alternation import alternation
from agent.calendar.patterns import regex
from agent.goals.words import data

_DONE_THEN = r"に(?:返|出|届|回答|処理|対応|完了|済|終|着|発送|出荷|納|支払|入金|決|渡|配|報告|公開|反映)"
"""見積りは翌営業日に返す: how fast, whatever the day."""


@cache
def _lists() -> dict[str, str]:
    return {name: alternation(found) for name, found in data("spelled_ja").items()}


@cache
def spelled_ja() -> re.Pattern[str]:
    """Any spelled amount of folded Japanese text; what it is worth is told by its first character."""
    of = _lists()
    return regex(
        rf"{of['never_of']}(?:を|が|は)?{of['none']}(?=$|[、。(）)])|(?<=を)(?:なし|無し)(?=に|で|と)|(?<=→)(?:なし|無し|皆無)(?=$|[、。（）()\n;]|に|へ)|ゼロ(?!から|ベース|トラスト|距離|カーボン)|{of['zero']}|(?<!\d)倍(?=に)"
        rf"|(?<=を)(?:起こさない|出さない|発生させない)|(?<=を)(?:無く|なく)(?:す|し)(?!ては)|{of['whole']}(?=[^\d]|$)|{of['half']}|{of['double']}"
        rf"|(?<!\d)[1一](?:{of['not_one']})(?:たり)?も[^、。\n]{{0,8}}(?:ない|さない|せず|ず(?:に|、)|なくす|ゼロ)|(?:[二2]度と|一切|いっさい|決して)[^、。\n]{{0,10}}?(?:起こさない|起きない|出さない|出ない|させない|くりかえさない|繰り返さない|発生しない|招かない|許さない|ない)|{of['few']}|即日|当日中|その日のうち"
        rf"|(?<=[をへ→~]){of['speeds']}(?=中?(?:へ|に|化|まで|完結|$|[、。)]))|{of['speeds']}以内|(?<=[はも]){of['speeds']}中?(?={_DONE_THEN})"
    )


def is_speed(text: str, start: int, end: int) -> bool:
    """翌日 as how fast something is to go (5日を翌日へ, 当日回答に), not as the day after today."""
    if not re.fullmatch(rf"{_lists()['speeds']}(?:中)?", text[start:end]):
        return False
    return (
        text[:start].endswith(("を", "→", "から", "へ"))
        or text.startswith("以内", end)
        or (text[:start].endswith(("は", "も")) and re.match(rf"中?{_DONE_THEN}", text[end:]) is not None)
        or re.match(
            r"(?:の)?(?:出荷|発送|回答|返信|返答|納品|処理|対応|完了|決済|入金|支払|発行|公開|反映|配送|返却)(?:率|比率|割合|に|へ|化|を?\d)",
            text[end:],
        )
        is not None
    )
