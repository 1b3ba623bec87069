"""Houses and products that the notes show selling, quoting or being compared: who is of them is nobody of the customer's.

A name is taken for one by the words around it (data/rivals.toml), not by a list of names; sites and units of the
customer, which are looked at and moved to as well, are told by "in …", "the … plant" and the like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from agent.people.english_never import NOT_NAME, never_names
from agent.people.latin_words import is_everyday, is_known_person
from agent.people.lexicon import table
from agent.people.names import is_common, is_family, is_place, is_unknown
from agent.people.types import Source

_EN = r"(?P<house>[A-Z][\w&\-]*[A-Za-z0-9](?: [A-Z][\w&\-]*[A-Za-z0-9]){0,2})"
_JA = r"(?P<house>(?:[ァ-ヶー][ァ-ヶー・]{2,14}|[A-Za-z][A-Za-z0-9&.\-]{2,18})(?:[ 　]?[A-Z][A-Za-z0-9]{2,10})?[一-龥]{0,4}?)"
_CAPITAL_INSIDE = re.compile(
    r"\b(?!(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|St|O)[A-Z])[A-Z][a-z]{1,12}[A-Z][a-z]{1,12}\b"
)
"""What only products and their makers are written like."""
LEAST = 3
"""Letters of the shortest name of a house."""


def rival_houses(sources: Sequence[Source]) -> frozenset[str]:
    """Names as printed, without those of the customer's own sites; nothing of public pages."""
    noted = [source for source in sources if not source.public]
    found = {house for source in noted for house in _in_notes(source)}
    texts = {english: _text(noted, english) for english in (True, False)}
    return frozenset(house for house in found if not _is_own(house, texts))


def _text(sources: Sequence[Source], english: bool) -> str:
    return "\n".join(s.folded for s in sources if (s.document.language == "en") is english)


def _in_notes(source: Source) -> Iterator[str]:
    english = source.document.language == "en"
    is_name = _is_english if english else _is_japanese
    for unit in source.units:
        for pattern in _patterns(english):
            found = (
                _without_opening(f["house"]) if english else f["house"] for f in pattern.finditer(unit.text)
            )
            yield from (house for house in found if is_name(house))
        if english:
            yield from (f[0] for f in _CAPITAL_INSIDE.finditer(unit.text))


def _without_opening(house: str) -> str:
    """ "Also Halden" at the beginning of a sentence is Halden."""
    words = house.split()
    while len(words) > 1 and words[0].casefold() in never_names():
        words = words[1:]
    return " ".join(words)


def _is_english(house: str) -> bool:
    """No everyday word, weekday or first name; several words, a capital inside ("SkillFerry") or an unknown word."""
    words = house.split()
    if len(house) < LEAST or NOT_NAME.search(words[0]) or words[0].casefold() in never_names():
        return False
    if re.search(r"[a-z][A-Z]", house):
        return True
    return not any(is_known_person(w) for w in words) and not is_everyday(words[0]) and not is_common(words[0].casefold())  # fmt: skip


def _is_japanese(house: str) -> bool:
    """A word in katakana or Latin letters that no dictionary has, and no place or family name."""
    return (
        len(house) >= LEAST
        and is_unknown(house)
        and not (is_family(house) or is_place(house) or is_common(house.casefold()))
        and not re.search(r"(?:店|部|課|室|係|工場|支店|営業所|拠点|チーム|グループ|システム)\Z", house)
    )


def _is_own(house: str, texts: Mapping[bool, str]) -> bool:
    """A site of the customer's or a house of its group: "in Halden", "the Halden plant", "bought by Halden"."""
    data = table("rivals")
    words = re.escape(house)
    if any(
        re.search(data[name].replace("{H}", words), texts[name == "group_en"])
        for name in ("group_en", "group_ja")
    ):
        return True
    if not house[0].isascii() or re.search(r"[a-z][A-Z]", house):
        return False
    return bool(re.search(data["site_en"].replace("{H}", words), texts[True]))


@cache
def _patterns(english: bool) -> tuple[re.Pattern[str], ...]:
    entries = table("rivals")["en" if english else "ja"]
    name = _EN if english else rf"(?<![ァ-ヶーA-Za-z]){_JA}"
    return tuple(re.compile(entry.replace("\\b{H}", r"(?<!\w){H}").replace("{H}", name)) for entry in entries)


def of_rival(words: str, name: str, houses: frozenset[str]) -> str | None:
    """The words that give the person to one of the houses, or None; `name` stands in `words` for the person."""
    near = frozenset(house for house in houses if house in words)
    if not near:
        return None
    found = next((f for pattern in _beside(near, name) if (f := pattern.search(words))), None)
    return found[0] if found else None


@lru_cache(maxsize=512)
def _beside(houses: frozenset[str], name: str) -> tuple[re.Pattern[str], ...]:
    alternatives = "(?:" + "|".join(re.escape(h) for h in sorted(houses, key=len, reverse=True)) + ")"
    called = r"(?:(?:Mr|Ms|Mrs|Dr)\.? )?"
    roles = table("rivals")["of_house"]["roles_en"]
    return tuple(
        re.compile(
            entry.replace("{H}", alternatives)
            .replace("{N}", name)
            .replace("{T}", called)
            .replace("{R}", roles)
        )
        for language in ("en", "ja")
        for entry in table("rivals")["of_house"][language]
    )
