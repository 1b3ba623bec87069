"""Falsified letters: look-alikes, invisible characters, marks and case."""

from __future__ import annotations

import re
import unicodedata
from random import Random

_LOOK_ALIKES = {
    "a": "а", "e": "е", "o": "о", "p": "р", "c": "с", "x": "х", "y": "у", "i": "і", "A": "А", "B": "В", "E": "Е",
    "H": "Н", "K": "К", "M": "М", "O": "О0", "P": "Р", "T": "Т", "0": "O〇", "1": "lI", "l": "1I", "I": "l1",
    "5": "S", "8": "B", "ー": "一―－", "一": "ー―", "二": "ニ", "ニ": "二", "力": "カ", "カ": "力", "口": "ロ",
    "ロ": "口", "工": "エ", "エ": "工", "夕": "タ", "タ": "夕", "八": "ハ", "ハ": "八", "卜": "ト", "ト": "卜",
    "へ": "ヘ", "ヘ": "へ", "べ": "ベ", "ベ": "べ", "ぺ": "ペ", "日": "曰", "未": "末", "末": "未", "土": "士",
    "士": "土", "−": "-–ー", "-": "−–‐", "・": "·･•", "。": "．", "、": "，", ",": "、", ".": "。", "△": "▲∆Δ",
    "▲": "△", "~": "〜", "〜": "～", "～": "〜",
    "神": "\ufa19", "社": "\ufa4c", "年": "\uf98e", "月": "\u2f49", "見": "\u2f92", "人": "\u2f08", "高": "髙", "崎": "﨑", "斉": "斎", "円": "圓",
    "ッ": "ツ", "ツ": "ッ", "つ": "っ", "っ": "つ", "ゃ": "や", "ャ": "ヤ", "㈱": "株", "①": "1", "Ⅰ": "I",
}  # fmt: skip
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u202e\u202d\u2066\u2069\u200e\u200f\u180e\ufe0f\U000e0100"


def look_alike(rng: Random, quote: str) -> str | None:
    """One character as another that looks like it."""
    places = [at for at, mark in enumerate(quote) if mark in _LOOK_ALIKES]
    if not places:
        return None
    at = rng.choice(places)
    return quote[:at] + rng.choice(_LOOK_ALIKES[quote[at]]) + quote[at + 1 :]


def invisible(rng: Random, quote: str) -> str | None:
    """A zero-width, direction or selector character put in."""
    at = rng.randrange(len(quote) + 1)
    return quote[:at] + rng.choice(_INVISIBLE) + quote[at:]


def combining(rng: Random, quote: str) -> str | None:
    """A combining mark added, or a composed letter taken apart."""
    apart = [at for at, mark in enumerate(quote) if len(unicodedata.normalize("NFD", mark)) > 1]
    if apart and rng.random() < 0.5:
        at = rng.choice(apart)
        return quote[:at] + unicodedata.normalize("NFD", quote[at]) + quote[at + 1 :]
    at = rng.randrange(1, len(quote) + 1)
    return quote[:at] + rng.choice("\u0301\u0338\u3099\u20e3\u0332") + quote[at:]


def voice_mark(rng: Random, quote: str) -> str | None:
    """ガ for カ, パ for バ: one voice mark lost or another."""
    places = [
        m.start()
        for m in re.finditer(
            "[がぎぐげござじずぜぞだぢづでどばびぶべぼガギグゲゴザジズゼゾダデドバビブベボ]", quote
        )
    ]
    if not places:
        return None
    at = rng.choice(places)
    return quote[:at] + unicodedata.normalize("NFD", quote[at])[0] + quote[at + 1 :]


def case(rng: Random, quote: str) -> str | None:
    """One letter in the other case."""
    places = [at for at, mark in enumerate(quote) if mark.isascii() and mark.isalpha()]
    if not places:
        return None
    at = rng.choice(places)
    return quote[:at] + quote[at].swapcase() + quote[at + 1 :]


def mark(rng: Random, quote: str) -> str | None:
    """One mark as another kind of mark, not merely in another width."""
    places = [at for at, mark in enumerate(quote) if mark in _OTHER_MARKS]
    if not places:
        return None
    at = rng.choice(places)
    return quote[:at] + rng.choice(_OTHER_MARKS[quote[at]]) + quote[at + 1 :]


_OTHER_MARKS = {
    "、": "，。・", "。": "．、", "，": "、．", "．": "，", ",": ".、;", ".": ",、:", "（": "「［", "）": "」］", "(": "[「", ")": "]」",
    "「": "『（", "」": "』）", "・": "、", ":": ";.", "：": "；・", "%": "‰", "％": "‰", "〜": "、", "～": "・", "-": "/", "?": "!",
}  # fmt: skip
