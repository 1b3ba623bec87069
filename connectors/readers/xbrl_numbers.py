"""Printed figures and dates of XBRL as values: the transformations of the inline registry that filings use."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal, InvalidOperation
from functools import cache

from connectors.dates import date_in

_FOLD = str.maketrans("０１２３４５６７８９．，－−‐―ー", "0123456789.,-----", " \u3000\xa0\t\n")
_DASHES = frozenset({"-", "", "—", "–"})
_MARKS = "△▲-()（）[]［］〔〕+"
_PLAIN = re.compile(r"\d+(?:\.\d+)?$|\.\d+$")
_WORDS = {
    word: Decimal(value)
    for value, words in enumerate(
        [
            "no/none/zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ]
    )
    for word in words.split("/")
}
"""ixt-sec:numwordsen, as far as it is used for counts of segments, classes and customers."""
_UNITS = re.compile(r"[△▲]?([\d,]+)[^\d,]+(?:(\d{1,2})[^\d]*)?$")  # 5円50銭
_OTHER_POINTS = ("numcomma", "numunitdecimal", "numwordsen")
"""Transformations that read digits and commas as something else than a number with thousands."""
_EIGHT = re.compile(r"(\d{4})(\d{2})(\d{2})$")


def number(text: str, scale: str | None, sign: str | None, form: str | None) -> Decimal | None:
    """Value in base units: the digits shifted by `scale` (a power of ten), negative with sign="-".

    `form` is the transformation's name ("ixt:numdotdecimal"). A dash is 0 under the zero transformations
    (zerodash, fixed-zero), else no number; None when the text holds no number. The attribute alone carries
    the sign (Inline XBRL 1.0, 10.1.1): a mark inside the text is not read as one.
    """
    name = _transformation(form) if form else ""
    digits = text.replace(",", "")
    if digits.isascii() and digits.isdecimal() and not name.startswith(_OTHER_POINTS):
        return shifted("-" + digits if sign == "-" else digits, scale)
    digits = text.translate(_FOLD)
    if name in ("zerodash", "fixedzero", "numdash", "nocontent") and digits.strip(_MARKS) in _DASHES:
        return Decimal(0)
    if name == "numwordsen":
        return _WORDS.get(text.strip().lower())
    if name.startswith("numunitdecimal"):
        found = _UNITS.match(digits)
        digits = f"{found[1]}.{found[2] or 0}" if found else ""
    if name.startswith("numcomma"):
        digits = digits.replace(".", "").replace(",", ".")
    else:
        digits = digits.replace(",", "")
    digits = digits.strip(_MARKS)
    if not _PLAIN.match(digits):
        return None
    if sign == "-":
        digits = "-" + digits
    return shifted(digits, scale)


@cache
def _transformation(form: str) -> str:
    """ "ixt:num-dot-decimal" and "ixt:numdotdecimal" as "numdotdecimal"."""
    return form.rpartition(":")[2].replace("-", "").lower()


def shifted(digits: str, scale: str | None) -> Decimal | None:
    """`digits` times ten to the power of `scale`, written without exponent; None when it is no number."""
    try:
        power = int(scale) if scale else 0
        if abs(power) > 30:
            return None
        if power > 0 and "." not in digits:
            return Decimal(digits + "0" * power)
        value = Decimal(digits).scaleb(power)
        exponent = value.as_tuple().exponent
        return value.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else value
    except (InvalidOperation, ValueError):
        return None


def instance_number(text: str) -> Decimal | None:
    """A number as an instance or CSV writes it ("-1234", "0.0123"); None for anything else."""
    try:
        value = Decimal(text.strip())
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def transformed(text: str, form: str | None) -> str:
    """Text under its transformation: dates as ISO 8601, booleans as "true" or "false", else unchanged."""
    if not form:
        return text
    name = _transformation(form)
    if name.startswith("date"):
        day = _day(text)
        return day.isoformat() if day else text
    if name in ("booleantrue", "fixedtrue"):
        return "true"
    if name in ("booleanfalse", "fixedfalse"):
        return "false"
    if name in ("nocontent", "fixedempty"):
        return ""
    return text


def _day(text: str) -> dt.date | None:
    found = _EIGHT.match(text.strip())
    if found:
        try:
            return dt.date(*map(int, found.groups()))
        except ValueError:
            return None
    return date_in(text)
