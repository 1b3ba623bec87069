"""Text in one width and with single spaces, keeping where every character came from.

`fold("４０　名")` reads "40名"; `Folded.original(start, end)` gives back the span in the text as written.
Dates and goals are matched on folded text, so width and spacing never change what is read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from agent.calendar.number_words import kanji_number
from agent.calendar.patterns import regex

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
_ARROWS = dict.fromkeys(map(ord, "⇒➡➔➜⟶⇨➝▶►⟹"), "→")
_QUOTES = {ord("’"): "'", ord("‘"): "'", ord("“"): '"', ord("”"): '"'}
_TILDES = dict.fromkeys(map(ord, "〜～∼"), "~")
_MARKS = {**_DASHES, **_ARROWS, **_QUOTES, **_TILDES, ord("ヶ"): "か", ord("ヵ"): "か"}
_CIRCLED = regex(r"[①-⓿㊀-㊰²³¹]")
"""Circled numbers and superscripts are not plain digits: ①40名 is item 1, not 140 people."""

_JA = r"\u3041-\u30fa\u30fc-\u30ff\u3005-\u3007\u4e00-\u9fff"
_KANJI_NUMBER = regex(
    r"(?:(?<![一-龥])|(?<=[月計約週均全延]))(?!十二?分(?!間))[二三四五六七八九十百]{1,5}(?=本(?!部|社|店)|名(?!様?称)|件|社(?!員|内|長)|個|割|台|枚|月(?!次)|日(?!報|程|次)|回|店舗|拠点|部署|部門|人(?!事|材|件)|時間|分(?!析|類|担|野)|年|か月|カ月|週間|万|千|%|％|種(?!の神器|免|目|別)|校(?!舎|門|長|了|正|閲|歌)|便(?!利|宜)|棟|病棟|床|席|工場|支店|営業所|事業所|倉庫|施設|ライン|チーム|品目|品番|項目|か所|ヶ所|箇所|通(?!り|じ|勤|う|常)|冊|枠|点(?!検|在|滴|呼)|円|秒|店(?!長|員|頭))"
    r"|(?<=[一二三四五六七八九十]月)[一二三四五六七八九十]{1,3}(?=日)"
    r"|(?<=令和)[一二三四五六七八九十]{1,3}(?=年)|(?<![一-龥])十[一二]?(?=月(?:末|上旬|中旬|下旬|中|$|[、。)）に]))"
    r"|[〇一二三四五六七八九]{4}(?=年)|(?<=[〇一二三四五六七八九十]年)(?:十[一二]?|[一二三四五六七八九])(?=月)"
    r"|(?<![一-龥])一(?=割[^一-龥]|割$)"
    r"|(?<![一-龥])一(?=月(?:末|上旬|中旬|下旬|[二三四五六七八九十\d]|まで|中))"
)
"""二十本, 二月末: numbers from two up, before a counter; 十分 and 一部 are words."""

_PLAIN = regex(
    rf"[\u0021-\u007e{_JA}、。「」・]*(?:[ \n](?=[\u0021-\u007e])[\u0021-\u007e{_JA}、。「」・]*)*"
)
_AFTER_JAPANESE = regex(rf"[{_JA}、。「」・] |[ヶヵ]| (?=[~/:()\[\]%+*=|])|[~/:()\[\]%+*=|] ")
_JAPANESE = regex(rf"[{_JA}]")
_MARK = regex(r"[→~/:()\[\]。、・「」『』【】%+*=|]")
_ASCII_MARKS = ",;"  # these keep their space in English
_TIGHT = "→~/:、。・"


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` is folded; its i-th character stands at `[starts[i], ends[i])` in the text as written."""

    text: str
    starts: tuple[int, ...] | None  # None: nothing was changed
    ends: tuple[int, ...] | None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Code points in the text as written for a non-empty span of the folded text."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """NFKC for letters, digits, brackets and kana; dashes, arrows and tildes made one; whitespace collapsed.

    A space beside a mark, or between a digit and Japanese, is dropped; between words it stays as one
    space, and a line break stays a line break. Circled digits are kept as they are.
    """
    if _PLAIN.fullmatch(text) and not _AFTER_JAPANESE.search(text) and not _KANJI_NUMBER.search(text):
        return Folded(text, None, None)
    return _arabic(_single_spaces(*_single_width(text)))


def _arabic(folded: Folded) -> Folded:
    """Kanji numbers before a counter as digits, each digit standing for the whole number."""
    assert folded.starts is not None
    assert folded.ends is not None
    if not _KANJI_NUMBER.search(folded.text):
        return folded
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for match in [*_KANJI_NUMBER.finditer(folded.text), None]:
        first, last = match.span() if match else (len(folded.text), len(folded.text))
        pieces.append(folded.text[done:first])
        starts += folded.starts[done:first]
        ends += folded.ends[done:first]
        if match:
            digits = str(kanji_number(match.group()))
            pieces.append(digits)
            starts += [folded.starts[first]] * len(digits)
            ends += [folded.ends[last - 1]] * len(digits)
        done = last
    return Folded("".join(pieces), tuple(starts), tuple(ends))


@lru_cache(maxsize=4096)
def _one_width(piece: str) -> str:
    if _CIRCLED.match(piece):
        return piece
    if piece in "\n\r\v\f\u2028\u0085":
        return "\n"
    if piece.isspace():
        return " "
    return unicodedata.normalize("NFKC", piece).translate(_MARKS)


_VOICED = ("ﾞ", "ﾟ", "\u3099", "\u309a")
"""Sound marks that stand behind the kana they belong to."""


def _single_width(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    if not any(mark in text for mark in _VOICED):
        folded = "".join(map(_one_width, text))
        if len(folded) == len(text):  # no character becomes two
            return folded, range(len(text)), range(1, len(text) + 1)
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    index = 0
    while index < len(text):
        marked = text[index + 1 : index + 2] in _VOICED
        piece = text[index : index + 2] if marked else text[index]
        for letter in _one_width(piece):
            letters.append(letter)
            starts.append(index)
            ends.append(index + len(piece))
        index += len(piece)
    return "".join(letters), starts, ends


_SPACES = regex(r"(?<![0-9A-Za-z.;'\"]) [ \n]*| (?![0-9A-Za-z'\"$])[ \n]*|\n[ \n]*")
"""Whitespace that may not stay as it is; one space between two Latin words does."""


def _single_spaces(text: str, starts: Sequence[int], ends: Sequence[int]) -> Folded:
    pieces: list[str] = []
    keep: list[int] = []
    done = 0
    for match in _SPACES.finditer(text):
        pieces.append(text[done : match.start()])
        keep += range(done, match.start())
        separator = _separator(text, match)
        if separator:
            pieces.append(separator)
            keep.append(match.start())
        done = match.end()
    pieces.append(text[done:])
    keep += range(done, len(text))
    return Folded("".join(pieces), tuple(map(starts.__getitem__, keep)), tuple(map(ends.__getitem__, keep)))


def _separator(text: str, spaces: re.Match[str]) -> str:
    """What a run of whitespace is worth: a line break, one space, or nothing."""
    if spaces.start() == 0 or spaces.end() == len(text):
        return ""
    if "\n" in spaces.group():
        return "\n"
    before, after = text[spaces.start() - 1], text[spaces.end()]
    if before == ":" and after.isdigit() and text[max(0, spaces.start() - 2)].isdigit():
        return " "  # line 3: 11 h, no time of day
    return _between(before, after)


@lru_cache(maxsize=4096)
def _between(before: str, after: str) -> str:
    """What a space is worth between two characters."""
    marks = bool(_MARK.match(before)), bool(_MARK.match(after))
    if all(marks) or before in _TIGHT or after in _TIGHT or after == "%":
        return ""
    if any(marks) and not (before.isascii() and after.isascii()):
        return ""
    japanese = _JAPANESE.match(before), _JAPANESE.match(after)
    if any(japanese) and (before in _ASCII_MARKS or after in _ASCII_MARKS):
        return ""
    beside_digit = (before.isdigit() and japanese[1]) or (japanese[0] and after.isdigit())
    return "" if beside_digit else " "
