"""Which numbers of an action say how much will be done: things produced or covered, and how often; not pages or minutes."""

from __future__ import annotations

import re

from agent.calendar.patterns import regex
from agent.goals.quantities import Found
from agent.goals.scan import Scan

_PAGES = frozenset(
    [
        "ページ",
        "頁",
        "枚",
        "文字",
        "行",
        "分",
        "時間",
        "秒",
        "日",
        "日間",
        "営業日",
        "点",
        "つ",
        "割",
        "年",
        "か月",
        "週間",
        "人時",
        "page",
        "pages",
        "slide",
        "slides",
        "words",
        "lines",
        "kb",
        "mb",
    ]
)


_OF_PLACES_JA = regex(
    r"の(?:[一-龥々ァ-ヶー]{0,6})(?:病棟|営業所|拠点|工場|店舗?|支店|支社|部署|課|校|園|施設|倉庫|センター|事業所|事務所|現場|会場|地区|エリア|ライン|チーム|班|クラス|病院|部門|得意先|取引先|階|フロア)(?:で|に|へ|を|の)"
)
"""9つの病棟で開催: places covered; 3つの観点で整理 counts nothing."""
_SHEET_JA = r"(?:カード|ポスター|図|票|札|ラベル|シール|写真|POP|ポップ|看板|チラシ|パネル|名刺|券|ステッカー|バーコード|タグ|掲示|名札|はがき|ハガキ)"
_SHEETS_BEFORE_JA = regex(rf"{_SHEET_JA}(?:を|は|:|、|計|約|全)?$")
_SHEETS_AFTER_JA = regex(rf"の(?:[一-龥ァ-ヶー]{{0,6}}){_SHEET_JA}")
"""カード12枚: things made; 資料10枚 are its pages."""
_LISTED_ALONE_EN = regex(r"[a-z]{3}(?::|,| [-–—]) ?$", re.I)
_CLOSES_EN = regex(
    r" ?(?:$|[,;.)]|\ue000| (?:by|before|until|on|in|from|finished|done|all|altogether|this|next|of them)(?![a-z]))",
    re.I,
)
"""tutorials, 8, by …: how many, in a field of its own."""


_KNOWN_EN = regex(
    r"(?<![a-z])(?<!each )(?<!all )(?<!every one )(?<!half )(?:of|for|against|between|with|among|from|to) (?:the|these|those|our)(?: agreed| known| main| open)? $",
    re.I,
)
"""a review against the 4 KPIs: things that are known, not made."""


def counts_in_action(scan: Scan, quantity: Found) -> bool:
    """Counts of things produced or covered, and rates to reach; minutes, pages, versions are not."""
    after, before = scan.text[quantity.end :], scan.text[: quantity.start]
    if quantity.unit == "つ":
        return not after.startswith(("の", "に分", "目")) or _OF_PLACES_JA.match(after) is not None
    if quantity.unit == "枚" and (
        quantity.value >= 50 or _SHEETS_BEFORE_JA.search(before) or _SHEETS_AFTER_JA.match(after)
    ):
        return True
    if quantity.unit in _PAGES or quantity.dimension in ("time", "clock"):
        return quantity.change
    if quantity.spelled and quantity.dimension == "all":
        return False
    if scan.text[quantity.start : quantity.end].lower() in ("once", "twice"):
        return True
    if scan.language == "en" and _KNOWN_EN.search(before):
        return False
    if quantity.dimension == "none":
        return (
            scan.language == "en"
            and _LISTED_ALONE_EN.search(before) is not None
            and _CLOSES_EN.match(after) is not None
        )
    if quantity.dimension == "money":
        return quantity.change
    return not re.match(
        r"\d+[ -]?(?:min|minute|hour|page)", scan.text[quantity.start : quantity.end + 8], re.I
    )
