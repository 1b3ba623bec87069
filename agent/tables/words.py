"""Words of table heads and cells in one form, so that they can be compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DASH = re.compile("[‐‑‒–—―−─━]")
_MARK = r"(?:[(（](?:※|＊|[*]|注)\s*[\d,、 ]*[)）](?:\s*\d{1,2}(?![\d,.]))?+|[※＊*]\s*\d{0,2}+(?![\d.]|,\d))"
_NOTES_BEFORE = re.compile(
    rf"^(?:{_MARK}|注\s*\d{{1,2}}(?=\s))(?:\s*[,、]?\s*(?:{_MARK}|\d{{1,2}}(?=\s)))*\s*(?=\S)"
)
_NOTES_BEHIND = re.compile(rf"(?:\s*[,、]?\s*(?:{_MARK}|(?<=\s)注\s*\d{{1,2}}))+$")
_UNIT = re.compile(
    r"[(（\[［](?:単位[:：])?(?:百万|千万|十億|億|千|万)?(?:円|人|名|％|%|株|個|倍|ヶ月|か月|年|月|歳|銘柄|米ドル|ドル)"
    r"(?:・[^)）]{1,6})?[)）\]］]"
)
_UNIT_CELL = re.compile(
    r"(?:単位[:：])?(?:百万|千万|十億|億|千|万)?(?:円|人|名|％|%|株|個|倍|銘柄)|〃|\"|円銭|金額(?:\((?:百万|千)?円\))?"
)
_NUMBERING = re.compile(
    r"^(?:第\d+(?=【)|[(（]?(?:\d{1,2}|[ァ-ヶa-zA-Zⅰ-ⅹ]{1,3})[)）.．、]|\d{1,2}(?=【)|[①-⑳※]|注記?\d{1,2}[.．、]?)+"
)
_NUMBER = re.compile(
    r"[(\[〔<]?(?:[△▲▵-]|約)?\(?[¥$]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\)?(?:円|株|%|％|人|名|倍|百万円|千円|億円|個|年|歳|ヶ月|か月)?[)\]〕>]?"
    r"(?:[(\[〔][^)\]〕]*[)\]〕])?"
)
_NOTHING = re.compile(r"[(\[〔]?[-－]+%?[)\]〕]?")


@lru_cache(maxsize=65536)
def plain(words: str) -> str:
    """NFKC without whitespace, dashes and minus signs as "-", wave dashes as "~"."""
    return re.sub(r"\s+", "", _DASH.sub("-", unicodedata.normalize("NFKC", words))).replace("〜", "~")


@lru_cache(maxsize=65536)
def without_notes(words: str) -> str:
    """A cell without the note marks before or behind it: "※1,※3 13,677" is "13,677"; a mark alone stays."""
    folded = unicodedata.normalize("NFKC", words).strip()
    return _NOTES_BEHIND.sub("", _NOTES_BEFORE.sub("", folded)) or folded


@lru_cache(maxsize=65536)
def label(words: str) -> str:
    """A head without units and note marks: "売上高(百万円)※1" is "売上高"."""
    folded = _UNIT.sub("", plain(without_notes(words))).strip("【】・:。、")
    if folded.startswith("(") and folded.endswith(")") and folded.count("(") == 1:
        folded = folded[1:-1]
    return folded or plain(words)


@lru_cache(maxsize=16384)
def without_numbering(words: str) -> str:
    """A heading without its number: "(1)その他の収益", "25.費用" and "①明細" without what stands before the words."""
    return _NUMBERING.sub("", words) or words


def is_unit(words: str) -> bool:
    """Nothing but a unit, "(百万円)", or a ditto mark."""
    return _UNIT_CELL.fullmatch(plain(words).strip("()[]")) is not None


def is_number(words: str) -> bool:
    """An amount, with its sign, unit or a bracketed addition; "2020年" and dates are none."""
    folded = plain(without_notes(words))
    return _NUMBER.fullmatch(folded) is not None and not re.fullmatch(r"(?:19|20)\d\d年", folded)


def is_nothing(words: str) -> bool:
    """The mark of an empty value: －, ―, (-)."""
    return _NOTHING.fullmatch(plain(words)) is not None
