"""The amount above or below which a step applies, in base units, where a remark prints one."""

from __future__ import annotations

import re
import unicodedata

from agent.evidence.cite import cite
from agent.models.evidence import Value
from agent.models.plan import Number
from agent.renewal.clauses import CUES, named_group
from agent.renewal.remarks import Remark

SCALES = {"億": 100_000_000, "万": 10_000, "千": 1_000, "k": 1_000, "m": 1_000_000}
CURRENCIES = {"円": "JPY", "¥": "JPY", "us$": "USD", "s$": "SGD", "$": "USD", "€": "EUR", "£": "GBP"}
CODE = re.compile(r"\b(USD|SGD|EUR|GBP|JPY)\b")


def threshold_in(remark: Remark) -> Value[Number] | None:
    """The amount as a cited value ("年額300万円以上" gives 3000000 JPY); None without an amount."""
    words = named_group(CUES["threshold"], remark.text)
    citation = cite(remark.document, remark.start, remark.end) if words else None
    if not words or citation is None:
        return None
    folded = unicodedata.normalize("NFKC", words)
    digits = re.search(r"[0-9][0-9,.]*", folded)
    if not digits:
        return None
    amount = float(digits[0].replace(",", "").rstrip("."))
    scale = next((SCALES[c.lower()] for c in folded[digits.end() :] if c.lower() in SCALES), 1)
    total = amount * scale
    return Value[Number](
        value=int(total) if total.is_integer() else total, unit=_unit(folded), citations=[citation]
    )


def _unit(words: str) -> str:
    code = CODE.search(words)
    if code:
        return code[1]
    return next((unit for mark, unit in CURRENCIES.items() if mark in words.casefold()), "JPY")
