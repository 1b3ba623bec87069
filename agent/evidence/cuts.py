"""What a quote must not be cut from: the rest of its number, its sign, its scale, its negation."""

from __future__ import annotations

import re
from enum import StrEnum


class Reason(StrEnum):
    """Why a quote was refused; messages under `evidence.refused.<value>`."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    NOT_IN_SOURCE = "not_in_source"
    SPACING = "spacing"
    INSIDE_NUMBER = "inside_number"
    CUT_FROM_SIGN = "cut_from_sign"
    CUT_FROM_SCALE = "cut_from_scale"
    CUT_FROM_NEGATION = "cut_from_negation"
    NOT_WHOLE_UNITS = "not_whole_units"


_NUMERAL = "0-9０-９"
_KANJI_NUMERAL = "〇一二三四五六七八九十百千万億兆"
_ENDS_IN_NUMBER = re.compile(
    rf"(?:[{_NUMERAL}][,.，．'’/／:：〜～~–-]?|[{_KANJI_NUMERAL}]|第|令和|平成|昭和|FY|Q)\Z"
)
_BEGINS_WITH_NUMBER = re.compile(rf"[,.，．'’/／:：〜～~–-]?[{_NUMERAL}]|[{_KANJI_NUMERAL}]|[⁰¹²³⁴-⁹]|元年")
_DIGIT_END = re.compile(rf"[{_NUMERAL}][,.，．〜～~–-]?\Z")
_DIGITS_FOLLOW = re.compile(rf"[,.，．’'/／:：〜～~–-]?[{_NUMERAL}]|[⁰¹²³⁴-⁹]")
_SIGN_BEFORE = re.compile(r"[△▲−－‐–+±-][ 　\xa0]*[$¥￥€£]?[ 　\xa0]*\Z|[(（][$¥￥€£]?[ 　\xa0]*\Z")
_NUMBER_IN_BRACKETS = re.compile(rf"[$¥￥€£]?[{_NUMERAL}][{_NUMERAL},.，．]*\s?[%％]?\s?[)）]")
_OPEN_NEGATIVE = re.compile(rf"[(（][ 　]?[$¥￥€£]?[{_NUMERAL}][{_NUMERAL},.，．]*[ 　]?[%％]?\Z")
_CURRENCY_BEFORE = re.compile(r"(?:[$¥￥€£＄]|US\$|USD|JPY|EUR)[ 　\xa0]?\Z")
_AMOUNT_END = re.compile(rf"(?:[{_NUMERAL}]|[百千万億兆])\Z")
_SCALE = re.compile(
    r"[ 　\xa0]?(?:[百千万億兆]|円|銭|ドル|ユーロ|元|[%％‰]|パーセント|ポイント|pt\b|倍|割|人|名|株|社|件|個|台|店|"
    r"年|月|日|期|四半期|か月|ヶ月|カ月|ヵ月|週|時|分|秒|回|歳|位|以上|以下|未満|超|程度|"
    r"(?:thousand|million|billion|trillion|mn|bn|percent|percentage|bps|basis|points?|yen|dollars?|USD|JPY|EUR|"
    r"x|[kKmMbB])\b)"
)
_NEGATION_AFTER = re.compile(
    r"[ 　]?(?:ない|なかった|なく|なければ|無い|無し|なし|ません|ませぬ|ず(?!つ|れ)|ぬ|まい|とは限ら|とは言え|とはいえ|"
    r"とは言わ|とはなら|わけでは|訳では|のでは|では(?:な|あり)|はな[いくか]|もな[いくか]|という見方|(?:こと)?を否定|"
    r"(?:not|n['’]t|never|no longer|neither|nor|without)\b)",
    re.IGNORECASE,
)
_STOPS = "。｡．.!?！？"
_NEGATION_BEFORE = re.compile(
    r"(?:\b(?:not|never|cannot|without|non|no|nor|neither)|n['’]t)[ -]\Z|(?:\b(?:not|never|cannot)|n['’]t)\n\Z|"
    r"[非未不無]\Z",
    re.IGNORECASE,
)
_WRAPPED_NEGATION = re.compile(
    r"\n(?:ない|なかった|ません|ず(?!っと|つ|れ|らす)|とは限|わけで|(?:not|no longer)\b)"
)


def cut(text: str, start: int, end: int) -> Reason | None:
    """What the quote `text[start:end]` would be cut from, looking at both its ends; None when from nothing."""
    return _cut_start(text, start, end) or _cut_end(text, start, end)


def cut_from_wrapped_negation(text: str, end: int) -> bool:
    """True when the next line carries the negation of the words before `end`."""
    return _WRAPPED_NEGATION.match(text, end) is not None


def _cut_start(text: str, start: int, end: int) -> Reason | None:
    if not start or text[start - 1] == "\t":  # the head of a cell; a sign in a cell of its own is in the unit
        return None
    before = text[max(0, start - 12) : start]
    numeric = _BEGINS_WITH_NUMBER.match(text, start, end)
    if numeric:
        if _ENDS_IN_NUMBER.search(before):
            return Reason.INSIDE_NUMBER
        sign = _SIGN_BEFORE.search(before)
        if sign and (sign.group()[0] not in "(（" or _NUMBER_IN_BRACKETS.match(text, start)):
            return Reason.CUT_FROM_SIGN
        if _CURRENCY_BEFORE.search(before):
            return Reason.CUT_FROM_SCALE
    elif _ENDS_IN_NUMBER.search(before) and _SCALE.match(text, start):
        return Reason.CUT_FROM_SCALE
    return Reason.CUT_FROM_NEGATION if _NEGATION_BEFORE.search(before) else None


def _cut_end(text: str, start: int, end: int) -> Reason | None:
    if end >= len(text) or text[end] == "\t":
        return None
    tail = text[max(start, end - 24) : end]
    if _DIGIT_END.search(tail) and _DIGITS_FOLLOW.match(text, end):
        return Reason.INSIDE_NUMBER
    if _OPEN_NEGATIVE.search(tail) and re.match(r"[ 　]?[)）]", text[end : end + 2]):
        return Reason.CUT_FROM_SIGN
    if re.search(r"[△▲−]\Z", tail) and _BEGINS_WITH_NUMBER.match(text, end):
        return Reason.CUT_FROM_SIGN
    if _AMOUNT_END.search(tail) and _SCALE.match(text, end):
        return Reason.CUT_FROM_SCALE
    if text[end - 1] in _STOPS:  # the next sentence may begin with "Not"
        return None
    return Reason.CUT_FROM_NEGATION if _NEGATION_AFTER.match(text, end) else None
