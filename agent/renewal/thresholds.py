"""The amount above or below which a step applies, in base units, where a remark prints one."""

from __future__ import annotations

import re
import unicodedata

from agent.calendar.number_words import amounts_in_digits
from agent.evidence.cite import cite
from agent.models.evidence import Value
from agent.models.plan import Number
from agent.renewal.clauses import CUES, named_group
from agent.renewal.remarks import Remark

SCALES = {"億": 100_000_000, "万": 10_000, "千": 1_000, "k": 1_000, "m": 1_000_000}
CURRENCIES = {"円": "JPY", "¥": "JPY", "us$": "USD", "s$": "SGD", "$": "USD", "€": "EUR", "£": "GBP"}
CODE = re.compile(r"\b(USD|SGD|EUR|GBP|JPY)\b")
CEILING = re.compile(r"(?P<sum>[0-9][0-9,.]*(?:億|万|千)?円?)(?:まで|以下|未満|以内)")
FLOOR = re.compile(r"(?P<sum>[0-9][0-9,.]*(?:億|万|千)?円?)(?:以上|を?超)")
BARE_FLOOR = re.compile(r"(?:^|、)(?:それを)?超え")
"""Up to how much somebody may decide, in yen: the account's yearly amount is known in yen alone."""


def threshold_in(remark: Remark) -> Value[Number] | None:
    """The amount as a cited value ("年額300万円以上" gives 3000000 JPY); None without an amount."""
    words = named_group(CUES["threshold"], remark.text)
    citation = cite(remark.document, remark.start, remark.end) if words else None
    amount = _amount(words) if words else None
    if words is None or citation is None or amount is None:
        return None
    return Value[Number](
        value=int(amount) if amount.is_integer() else amount, unit=_unit(words), citations=[citation]
    )


def ceiling_in(text: str) -> float | None:
    """Yen up to which the clause lets somebody decide ("50万までは専務"); None where it sets no such bound."""
    found = CEILING.search(amounts_in_digits(unicodedata.normalize("NFKC", text)))
    if not found or not re.search(r"[億万千円]", found["sum"]):
        return None
    return _amount(found["sum"])


def floor_in(clause: str, remark: str) -> float | None:
    """Yen from which the clause's decider counts ("600万円以上は本部長級"); for a bare 「超えたら社長」 the highest bound
    the remark sets before."""
    text = amounts_in_digits(unicodedata.normalize("NFKC", clause))
    found = FLOOR.search(text)
    if found and re.search(r"[億万千円]", found["sum"]):
        return _amount(found["sum"])
    if not BARE_FLOOR.search(text):
        return None
    bounds = [
        _amount(m["sum"]) for m in CEILING.finditer(amounts_in_digits(unicodedata.normalize("NFKC", remark)))
    ]
    return max((bound for bound in bounds if bound), default=None)


def _amount(words: str) -> float | None:
    folded = amounts_in_digits(unicodedata.normalize("NFKC", words))
    digits = re.search(r"[0-9][0-9,.]*", folded)
    if not digits:
        return None
    scale = next((SCALES[c.lower()] for c in folded[digits.end() :] if c.lower() in SCALES), 1)
    return float(digits[0].replace(",", "").rstrip(".")) * scale


def _unit(words: str) -> str:
    folded = unicodedata.normalize("NFKC", words)
    code = CODE.search(folded)
    if code:
        return code[1]
    return next((unit for mark, unit in CURRENCIES.items() if mark in folded.casefold()), "JPY")
