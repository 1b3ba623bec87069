"""How a goal is measured: the record its figures are taken from, or who counts them."""

from __future__ import annotations

import re

METHOD = re.compile(
    r"計測|集計|算出|数え(?:る|ます|た|、|て(?!い?(?:ない|ませ|みない)))|測(?:る|ります|った)|計(?:る|った)|抽出|正の字|アンケート|(?:記録|日報|ログ|データ|システム|明細)(?:から|より|で)|"
    r"(?:台帳|日誌|日報|勤務表|勤怠|出勤簿|超勤簿|タイムカード|伝票|受付[表簿]|照会簿|記録[帳簿表]|管理表|進行票|点検表|チェック表|カウンター|POS|ERP|CRM|ログ|レポート|集計表|月報|週報)(?:から|より|で|の(?:日付|数字|件数|枚数|欄|集計|データ)|[)）。、]|$)|"
    r"\b(?:measured|counted|pulled|reported|tracked|taken|read|sourced) (?:from|off|out of|in|by|with)\b|\bfrom (?:the |our |its )?(?:[\w-]+ ){0,3}(?:reports?|system|extract|export|log|logs|timestamps|dashboard|register|records?|tracker|ledger|survey|WMS|ERP|CRM|POS)\b|"
    r"\b(?:(?!(?:we|they|you|i|to|will|can|and|then) )\w+ (?:export|log(?! (?:in|on|off|into)\b)|timestamps|register|survey)|internal audit|timesheets?|quality log|survey of)\b",
    re.I,
)
LONGEST = 120


def method_in(text: str) -> str | None:
    """The sentence where it names the record, survey or count that the figures come from."""
    return text[:LONGEST] if METHOD.search(text) else None
