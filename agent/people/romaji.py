"""Readings in Latin letters: one key for the spellings a Japanese name has in Hepburn, Kunrei and passports."""

from __future__ import annotations

import re
import unicodedata

_KANA = {
    "ア": "a", "イ": "i", "ウ": "u", "エ": "e", "オ": "o", "カ": "ka", "キ": "ki", "ク": "ku", "ケ": "ke", "コ": "ko",
    "サ": "sa", "シ": "si", "ス": "su", "セ": "se", "ソ": "so", "タ": "ta", "チ": "ti", "ツ": "tu", "テ": "te", "ト": "to",
    "ナ": "na", "ニ": "ni", "ヌ": "nu", "ネ": "ne", "ノ": "no", "ハ": "ha", "ヒ": "hi", "フ": "hu", "ヘ": "he", "ホ": "ho",
    "マ": "ma", "ミ": "mi", "ム": "mu", "メ": "me", "モ": "mo", "ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ラ": "ra", "リ": "ri",
    "ル": "ru", "レ": "re", "ロ": "ro", "ワ": "wa", "ヲ": "o", "ン": "n", "ガ": "ga", "ギ": "gi", "グ": "gu", "ゲ": "ge",
    "ゴ": "go", "ザ": "za", "ジ": "zi", "ズ": "zu", "ゼ": "ze", "ゾ": "zo", "ダ": "da", "ヂ": "zi", "ヅ": "zu", "デ": "de",
    "ド": "do", "バ": "ba", "ビ": "bi", "ブ": "bu", "ベ": "be", "ボ": "bo", "パ": "pa", "ピ": "pi", "プ": "pu", "ペ": "pe",
    "ポ": "po", "ヴ": "bu", "ッ": "", "ー": "", "ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o",
}  # fmt: skip
_SMALL = {"ャ": "ya", "ュ": "yu", "ョ": "yo"}
# Hepburn → Kunrei; then what passports leave out (long vowels, doubled consonants, m before b and p).
_HEPBURN = [
    ("tch", "ti"), ("sch", "sy"), ("shi", "si"), ("sh", "sy"), ("chi", "ti"), ("ch", "ty"), ("tsu", "tu"), ("fu", "hu"), ("ji", "zi"),
    ("jy", "zy"), ("j", "zy"), ("dzu", "zu"), ("du", "zu"), ("di", "zi"),
]  # fmt: skip


def latin_key(word: str) -> str:
    """Key of a romanised name: "Ōtsuki", "Ohtsuki", "Otuki" and "Otsuki" give the same."""
    plain = unicodedata.normalize("NFD", word.casefold())
    plain = re.sub(r"[^a-z]", "", plain)
    for old, new in _HEPBURN:
        plain = plain.replace(old, new)
    plain = re.sub(r"m(?=[bp])", "n", plain)
    plain = re.sub(r"(?<=o)h(?![aiueoy])", "", plain)
    plain = re.sub(r"ou|oo", "o", plain)
    plain = plain.replace("uu", "u")
    return re.sub(r"([^aiueon])\1", r"\1", plain)


def kana_key(kana: str) -> str:
    """Key of a reading in katakana or hiragana, comparable with `latin_key`; "" when it is not kana."""
    out = ""
    for char in unicodedata.normalize("NFKC", kana):
        if "ぁ" <= char <= "ゖ":
            char = chr(ord(char) + 0x60)
        if char in _SMALL:
            out = (out[:-1] if out.endswith("i") else out) + _SMALL[char]
        elif char in _KANA:
            out += _KANA[char]
        elif not char.isspace():
            return ""
    return latin_key(out)
