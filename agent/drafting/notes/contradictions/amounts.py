"""Amounts of one thing that two notes give differently: fees, limits, seats, savings, numbers of sites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.drafting.notes.contradictions.pairs import Pair, is_earlier, stand_apart
from agent.renewal.remarks import Remark

AMOUNT = re.compile(
    r"(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<scale>万|億|千|k\b|m\b)?\s*(?P<unit>円|時間|分|日間|席|ID|名|人|拠点|店舗?|件|台|本|%|％|社|回|"
    r"(?:dollars|pounds|euros|USD|GBP|EUR|percent|hours?|minutes?|days|seats|licen[cs]es|users|drivers|people|sites|depots|tickets)\b)?",
    re.I,
)
HEAD = re.compile(
    r"(?P<head>[一-龠ァ-ヴーA-Za-z]{2,14})(?:の(?P<of>[一-龠ァ-ヴー]{2,8}))?(?:は|が)[^。、\d]{0,6}$"
)
ENGLISH_HEAD = re.compile(
    r"(?P<head>(?:[a-z-]+ )?[a-z-]+)(?: (?:is|was|at|are|of|can(?: only)? sign))+ (?:only |about |around |up to |[$£€])*$",
    re.I,
)
PERIOD = re.compile(
    r"\d+\s*月(?!額)|先月|今月|上期|下期|昨年|去年|来年|四半期|目標|見込|予定|上限|\b(?:january|february|march|april|june|july|august|september|october|november|december|last|next|target|goal|plan|forecast|budgeted|q[1-4]|per)\b",
    re.I,
)
CHECKED = re.compile(
    r"実際|実測|測り直|数え直|数えた|請求書|契約書|訂正|正しく|下が|減っ|増え|だった|台帳|\b(?:shows?|according to|actual(?:ly)?|measured|counted|invoice|report|only|since|now|correct)\b",
    re.I,
)
MEASURED = re.compile(r"実際|実測|測り直|数え直|\b(?:measured|counted|actual(?:ly)?)\b", re.I)
WORD = re.compile(r"[一-龠々]{2,}|[ァ-ヴー]{3,}|[a-z]{4,}")
PLAIN = frozenset({"with", "that", "this", "they", "according", "have", "down", "from"})
SCALES = {"千": 1_000, "万": 10_000, "億": 100_000_000, "k": 1_000, "m": 1_000_000}


@dataclass(frozen=True, slots=True)
class _Amount:
    head: str
    unit: str
    value: float
    remark: Remark


def disputed_amounts(remarks: Sequence[Remark]) -> Iterator[Pair]:
    """One pair: the same head word and unit with two numbers in two notes, neither of a period, the later one checked."""
    notes = [
        r
        for r in remarks
        if r.is_note and r.kind.value not in ("heading", "field", "table_row") and r.side != "us"
    ]
    said = [amount for remark in notes for amount in _amounts(remark)]
    for newer in reversed(said):
        for older in said:
            one = (
                older.unit == newer.unit
                and older.value != newer.value
                and (older.head == newer.head or _checked(older, newer))
            )
            apart = stand_apart(older.remark, newer.remark) and is_earlier(older.remark, newer.remark)
            if (
                one
                and apart
                and CHECKED.search(newer.remark.text)
                and not PERIOD.search(_core(older))
                and not PERIOD.search(_core(newer))
            ):
                yield Pair(
                    "measured" if "測" in newer.remark.text or "measured" in newer.remark.text else "not_so",
                    older.remark,
                    newer.remark,
                    "newer",
                )
                return


def _checked(older: _Amount, newer: _Amount) -> bool:
    """The later sentence measured or counted what the earlier one speaks of: two words or more in common."""
    words = _words(newer.remark.text) & _words(older.remark.text)
    return bool(MEASURED.search(newer.remark.text)) and older.unit != "" and len(words - PLAIN) >= 2


def _words(text: str) -> set[str]:
    """Content words, compounds of kanji by their first two ("登録" for 登録済み)."""
    return {word[:2] if "一" <= word[0] <= "龠" else word for word in WORD.findall(text.casefold())}


def _core(amount: _Amount) -> str:
    """The sentence without the word since when it holds, which dates the change and not the amount."""
    return re.sub(r"\bsince \w+", "", amount.remark.text)


def _amounts(remark: Remark) -> Iterator[_Amount]:
    for found in AMOUNT.finditer(remark.text):
        unit = (found["unit"] or "").casefold().rstrip("s").replace("licence", "license")
        before = remark.text[: found.start()]
        head = HEAD.search(before) or ENGLISH_HEAD.search(before)
        scale = SCALES.get((found["scale"] or "").casefold(), 1)
        value = float(found["number"].replace(",", "")) * scale
        if head:
            words = (
                head["head"] if "of" not in head.groupdict() or not head["of"] else head["of"]
            ).casefold()
            yield _Amount(re.sub(r"^(?:the|an?|our|their) ", "", words), unit, value, remark)
        if unit in ("件", "%", "percent", "hour", "時間", "分", "minute") and not head:
            yield _Amount("", unit, value, remark)
        if unit in ("license", "user", "driver", "seat", "people", "site", "depot", "拠点", "席", "id"):
            yield _Amount(f"number of {unit}", unit, value, remark)
