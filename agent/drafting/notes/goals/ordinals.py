"""The number that a goal only has in its list: "Goal 2: …", 「3 希望休の通る率を上げる」, "KPI #1 - …"."""

from __future__ import annotations

import re

NAMED = (
    r"(?:goals?|targets?|objectives?|aims?|KPIs?|OKRs?|KR|items?|points?|outcomes?|priorit(?:y|ies)|"
    r"目標|ゴール|ねらい|狙い|指標|項目|重点|成果|課題)(?:その)?"
)
COUNTED = (
    r"(?:(?:[%％割分秒時日週月年期件名人回本枚個点店社台通票便冊倍半度円つ階]|営業日|週間|時間|日間|[か箇カヶケヵ](?:月|所|国)|万|億|千|百|拠点|施設|月(?:末|頭|中))"
    r"(?=[にへをまでのがは以か内中程、。\s\d(（→]|$))"
)
ORDINAL = re.compile(
    rf"^[\s・\-–*•●○□■◆◇▪☐]*(?:\*\*)?(?:{NAMED}\s*(?:no\.?|#|№)?\s*(?P<named>\d{{1,2}})(?![\d.,]*\d)"
    rf"(?=\s*(?:[:：)）、\-–—]|\.(?!\d)|は)|\s+(?=[一-龠ァ-ヴー「])(?!{COUNTED}))"
    rf"|(?P<bare>\d{{1,2}})\s+(?!{COUNTED})(?=[一-龠ァ-ヴー「]))",
    re.I,
)


MARKED = re.compile(
    r"^\s*(?:[(（](?P<number>\d{1,2})[)）]|(?![約計第月年日週全各残朝夜昼毎平])[一-龠](?P<sign>\d)(?=[\s　:：)）、]))"
)
"""A number in brackets, or behind one letter of the writer's own (固1)."""


SECTION = re.compile(
    rf"^\s*(?P<number>\d{{1,2}}\.\d{{1,2}})[\s　]+(?!{COUNTED})(?=[一-龠ァ-ヴー「]|[A-Z][a-z])"
)
"""The number of a point of minutes ("3.3 …")."""


def ordinal_of(text: str) -> tuple[int, int] | None:
    """Where the number stands in a text that begins with one; a number that counts something is none ("20 件…")."""
    marked = MARKED.match(text)
    if marked is not None:
        return marked.span("number" if marked["number"] else "sign")
    section = SECTION.match(text)
    if section is not None:
        return section.span("number")
    found = ORDINAL.match(text)
    return None if found is None else found.span("named" if found["named"] else "bare")


COUNTED_OFF = re.compile(
    r"(?:第[一二三四五六七]に、?|[一二三四五]つ目は、?|(?:First|Second|Third|Fourth)(?:ly)?, )(?=\S)"
)
LEADING = re.compile(r"\s*[:：.)）、,\-–—]?\s*")


def without_ordinal(text: str) -> str:
    """The text from behind its number in the list on; the text itself where it has none, or only that."""
    counted = COUNTED_OFF.match(text)
    if counted and len(text) > counted.end() + 1:
        return text[counted.end() :]
    at = ordinal_of(text)
    if at is None or text[at[1] : at[1] + 1] == "は":
        return text
    rest = LEADING.sub("", text[at[1] :], count=1)
    return rest if len(rest) > 1 else text
