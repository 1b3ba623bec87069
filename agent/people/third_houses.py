"""Companies that the notes give a business with the customer or us: "代理店の…", "…(受託会社)", "Brightline (agency)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from agent.people.english_never import never_names
from agent.people.houses import is_other_house, is_trade_name
from agent.people.lexicon import alternatives, table
from agent.people.names import is_common, is_family, is_place, is_unknown
from agent.people.types import Source
from connectors.interface import BlockKind

LEAST = 3
"""Characters of the shortest name of a house."""
_JA = r"[一-龥々ァ-ヶーA-Za-z0-9&・]{3,15}?"
_KANA_TOO = r"[一-龥々ァ-ヶーぁ-んA-Za-z0-9&・]{3,15}?"
_APART = r"(?:他|その他|外部|ゲスト|オブザーバー?|陪席|立会人?|立ち?会い?)"
"""Heads of those listed apart from the customer's and ours."""
_EN = r"[A-Z][\w&'’\-]*(?: (?:(?:and|&|of) )?[A-Z][\w&'’\-]*){0,3}"


def third_houses(source: Source) -> Iterator[str]:
    """Names of houses whose business the words beside them tell, in order; nothing of public pages."""
    if source.public:
        return
    english = source.document.language == "en"
    for unit in source.units:
        for number, pattern in enumerate(_patterns(english)):
            for found in pattern.finditer(unit.text):
                if not english and number == _QUOTED:
                    if not is_common(found["quoted"]):
                        yield found["quoted"]
                    continue
                if number == _GLOSSED and not _is_proper(found["house"]):
                    continue
                if _is_name(found["house"], english, number == 0):
                    yield found["house"]
        if unit.block.kind is BlockKind.TABLE_ROW and not unit.block.header:
            cells = [source.folded[c.start : c.end].strip() for c in unit.block.cells]
            yield from _of_cells(cells, english)


_GLOSSED = 5
"""Index of the Japanese pattern for any word in brackets behind a name, which must look like a house itself."""
_QUOTED = 7
"""Index of the Japanese pattern for a name in quotation marks behind a line of business: hiragana is no hindrance."""


def _is_proper(word: str) -> bool:
    """ "カネセキ情報": a line of business behind a stem in katakana that no dictionary has, or behind a family name;
    one that a customer has no site or unit by."""
    if is_other_house(word):
        return True
    stem = re.match(r"[ァ-ヶー]{3,}(?=[一-龥])", word)
    return is_trade_name(word) and stem is not None and is_unknown(stem[0])


def _of_cells(cells: Sequence[str], english: bool) -> Iterator[str]:
    """ "代理店 | …エージェンシーの…": the key gives the business, the value begins with the house."""
    for key, value in pairwise(cells):
        if _business(english).fullmatch(key):
            found = _first(english).match(value)
            if found and _is_name(found["house"], english):
                yield found["house"]


def _is_name(house: str, english: bool, glossed: bool = False) -> bool:
    """Nobody's name, no everyday word, and no unit unless brackets tell its business."""
    if len(house) < LEAST:
        return False
    if english:
        words = house.split()
        return words[0].casefold() not in never_names() and not is_common(words[0].casefold())
    if not is_unknown(house) or is_family(house) or is_place(house):
        return False
    return glossed or not _unit().search(house)


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{alternatives(table('departments')['suffixes'])}|担当|担当者|社長|部長|課長|方|人|様|さん|会社|各社|数社|側)\Z"
    )


@cache
def _business(english: bool) -> re.Pattern[str]:
    words = table("third_parties")["business_en" if english else "business_ja"]
    return re.compile("(?:" + "|".join(words) + ")s?", re.IGNORECASE if english else 0)


@cache
def _first(english: bool) -> re.Pattern[str]:
    if english:
        return re.compile(rf"(?P<house>{_EN})(?=[ ,.(]|\Z)")
    return re.compile(rf"(?P<house>{_JA})(?=の|さん|様|社|[、。(（ 　]|\Z)")


@cache
def _patterns(english: bool) -> tuple[re.Pattern[str], ...]:
    words = _business(english).pattern
    firms = "(?:" + "|".join(table("third_parties")["firms_en"]) + ")"
    if english:
        return (
            re.compile(rf"(?P<house>{_EN}) ?\((?:[a-z,/\- ]{{0,30}} )?(?i:{words})(?:[ ,][^)]{{0,20}})?\)"),
            re.compile(rf"\b(?i:{firms})(?: [a-z]+){{0,3}}(?:,| called| named|:) (?P<house>{_EN})"),
            re.compile(
                rf"(?P<house>{_EN}),? (?:is |are )?(?:the|our|their|an?) (?:[a-z]+ ){{0,2}}(?i:{firms})\b"
            ),
        )
    return (
        re.compile(
            rf"(?P<house>{_JA})[(（][^)）]{{0,12}}(?:{words})(?:の?担当|さん|様|、[^)）]{{0,12}})?[)）]"
        ),
        re.compile(
            rf"(?:{words})(?:である|の)?「?(?P<house>{_JA})」?(?=の|さん|様|社|から|より|が|は|に|と|[、。(（])"
        ),
        re.compile(rf"(?:{words})[(（](?P<house>{_JA})の(?=[一-龥々]{{1,4}}(?:さん|様|氏|[)）]))"),
        re.compile(rf"(?P<house>{_JA})[(（][^()（）]{{1,12}}の(?:会社|業者|お店)[)）]"),
        re.compile(
            rf"(?:^|[ 　/／]){_APART}(?:[ 　]*[:：][ 　]*|[ 　]+)(?P<house>{_KANA_TOO})[ 　](?=[一-龥々]{{2,4}}(?:[ 　/／、,(（]|先生|さん|様|[一-龥]{{0,2}}[長任]|\Z))"
        ),
        re.compile(r"[一-龥々]{1,4}[(（](?P<house>[一-龥々ァ-ヶーA-Za-z]{4,14})[)）]"),
        re.compile(
            r"(?<![一-龥ァ-ヶーA-Za-z])(?P<house>[一-龥々ァ-ヶーA-Za-z0-9&・]{3,15})」?(?:さん|様|社)?(?:という|っていう|とかいう|って)(?:[^、。「」\n]{0,8}の)?"
            rf"(?:会社|業者|メーカー|代理店|販売店|旅行社|商社|問屋|事務所|工務店|{words})(?!の(?:子会社|傘下|グループ|一員)|に(?:買|入|な)|が親|から出資)"
        ),
        re.compile(
            rf"(?<![親子当弊同])(?<!グループ)(?<!持株)(?<!運営)(?<!関連)(?:[一-龥]{{2,4}}会社|業者|旅行社|問屋|{words})(?:の|である|、)?「(?P<quoted>[^「」、。\n]{{2,15}})」"
        ),
    )
