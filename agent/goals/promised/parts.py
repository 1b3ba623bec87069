"""A promise that names its parts (day and night crews, 電話と対面), and a plan that keeps to one of them only."""

from __future__ import annotations

import re

from agent.calendar.patterns import regex

_NAME_JA = r"[一-龥々ァ-ヶーA-Za-z]{1,8}"
_PARTS_JA = regex(
    rf"(?P<all>{_NAME_JA}(?:(?:と|・|、|及び|および|ならびに|&|\+){_NAME_JA}){{1,4}})(?P<after>の?(?:両方|双方|両者|両(?=[一-龥])|\d(?:者|つ|種|階層|部門|拠点|校|か所))?)(?=で|に|を|の|が|は|へ|とも|、|。|$|(?<=両))"
)
_PARTS_EN = regex(
    r"(?<![a-z])(?P<all>[a-z][a-z-]{2,15}(?:, [a-z][a-z-]{2,15})*,? (?:and|&) [a-z][a-z-]{2,15})(?! (?:then|so|not|by|before|after))",
    re.I,
)
_ONLY_JA = regex(r"のみ|だけ|に限|限定|に絞")
_ONLY_EN = regex(r"(?<![a-z])(?:only|just|solely|alone|nothing but|no more than)(?![a-z])", re.I)


_AS_BEFORE = regex(
    r"(?:について|に関して)?は[^、。\n]{0,12}(?:のまま|従来(?:どお|通)り|これまで(?:どお|通)り|今まで(?:どお|通)り|現行(?:どお|通)り|対象外|含め(?:ない|ず)|行わ(?:ない|ず)|次期|後日|見送)"
    r"| (?:stays?|remains?|is left|are left|is kept|are kept|continues?)(?: to be)? (?:as (?:it is|they are|before|now|today)|in (?:excel|the spreadsheet|the old)|on (?:paper|the old)|manual|unchanged|outside|out of scope)",
    re.I,
)
"""原価は従来のExcelのまま: one of the promised parts stays as it was."""


def names_only_some(promised: str, planned: str) -> bool:
    """The plan says "only" of a part that the promise names beside others, and does not name the others; or it says of
    one of them that it stays as it was."""
    for parts in (
        *_of(_PARTS_JA, r"と|・|、|及び|および|ならびに|&|\+", promised),
        *_of(_PARTS_EN, r",? (?:and|&) |, ", promised),
    ):
        if any(_stays_as_before(part, planned) for part in parts):
            return True
        named = [part for part in parts if _named(part, planned)]
        if named and len(named) < len(parts) and any(_is_only(part, planned) for part in named):
            return True
    return False


def _of(pattern: re.Pattern[str], separators: str, text: str) -> list[list[str]]:
    found = [re.split(separators, match["all"], flags=re.I) for match in pattern.finditer(text)]
    return [
        parts for parts in found if len(parts) > 1 and all(len(part) > 1 or part.isascii() for part in parts)
    ]


def _named(part: str, text: str) -> bool:
    if part.isascii():
        return re.search(rf"(?<![A-Za-z]){re.escape(part)}", text, re.I) is not None
    return part in text


def _stays_as_before(part: str, text: str) -> bool:
    return any(_AS_BEFORE.match(text, match.end()) for match in re.finditer(re.escape(part), text, re.I))


def _is_only(part: str, text: str) -> bool:
    """The word for only stands by the part: the day crew only, 電話だけ."""
    if part.isascii() and _ONLY_EN.search(text):
        pattern = rf"(?<![a-z])(?:only|just|solely) (?:the |for |to |in |by |on )*{re.escape(part)}|(?<![a-z]){re.escape(part)}(?: [a-z]+)?,? (?:only|alone)(?![a-z])"
        return re.search(pattern, text, re.I) is not None
    return any(
        _ONLY_JA.search(text[match.end() : match.end() + 5]) for match in re.finditer(re.escape(part), text)
    )
