"""Is this word a person's name, and how is it read? SudachiPy's dictionary answers."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from agent.dictionary import dictionary, morphemes
from agent.people.fold import fold
from agent.people.latin_letters import LOWER, UPPER
from agent.people.lexicon import not_names
from agent.people.romaji import kana_key

_KANJI = re.compile(r"[一-龥々〆ヶケノ]+\Z")
_KANA = re.compile(r"[ぁ-んァ-ヶー]+\Z")
_LATIN_WORD = re.compile(
    rf"(?:Mc|Mac|[OD]['’])?[{UPPER}][{LOWER}]+(?:['’\-][{UPPER}]?[{LOWER}]+)*\Z|[{UPPER}]{{2,}}\Z|[{LOWER}]{{3,}}\Z"
)
MAX_FAMILY = 5
"""Longest family name tried, in characters (some have four)."""


_FOREIGN = re.compile(r"(?P<given>[ァ-ヶー]{2,}(?:[・＝=][ァ-ヶー]{2,})*)[・＝=](?P<family>[ァ-ヶー]{2,})")
"""A foreign name in katakana, given name first: マリオ・ロッシ."""
_ENDINGS = frozenset(
    {
        "には",
        "から",
        "まで",
        "より",
        "とは",
        "では",
        "です",
        "さん",
        "くん",
        "へは",
        "にも",
        "でも",
        "とも",
        "だけ",
        "ほど",
        "など",
        "こと",
        "とか",
        "って",
        "しか",
        "さま",
        "ます",
        "した",
        "する",
    }
)


_PARTICLES = re.compile(
    r"(?:まで|から|より|だけ|のみ|ほど|など|なら|しか|さえ|こそ|すら|とか|って|ばかり|ぐらい|くらい|には|へは|とは|では|でも)[はがをにのもとで]?"
)
"""Two particles in a row are no given name either: までは, からも, だけが."""

_NO_GIVEN = frozenset({"より", "から", "まで", "だけ", "ほど", "など"})
"""Given names of the dictionary that are always particles behind a family name."""


class SplitName(NamedTuple):
    family: str
    given: str | None


class _Words(NamedTuple):
    family: bool
    given: bool
    place: bool
    common: bool
    readings: tuple[str, ...]
    given_readings: tuple[str, ...]


@lru_cache(maxsize=20_000)
def _look_up(word: str) -> _Words:
    family, given, place, common = False, False, False, False
    readings: list[str] = []
    given_readings: list[str] = []
    for entry in dictionary().lookup(word):
        pos = entry.part_of_speech()
        if pos[2] == "人名":
            if pos[3] == "名":
                given = True
                given_readings.append(entry.reading_form())
            else:
                family = True
                readings.append(entry.reading_form())
        elif pos[2] == "地名":
            place = True
        elif pos[1] != "固有名詞":
            common = True
    return _Words(family, given, place, common, tuple(readings), tuple(given_readings))


def token_starts(text: str) -> set[int]:
    """Offsets in `text` (at most one line) where a word begins or ends."""
    starts: set[int] = set()
    for token in morphemes(text):
        starts.add(token.begin())
        starts.add(token.end())
    return starts


def is_family(word: str) -> bool:
    """True for a folded word that Japanese families have as name."""
    return bool(word) and word not in not_names() and _look_up(word).family


def is_given(word: str) -> bool:
    """True for a folded word that Japanese people have as given name."""
    return bool(word) and _look_up(word).given


def is_common(word: str) -> bool:
    """True for a word of everyday language (it may be a name too)."""
    return _look_up(word).common


def is_place(word: str) -> bool:
    """True for a word that names a place."""
    return _look_up(word).place


def is_unknown(word: str) -> bool:
    """True for a word the dictionary does not have in any sense."""
    found = _look_up(word)
    return not (found.family or found.given or found.place or found.common)


_MIXED = re.compile(r"[ぁ-ん]{1,3}[江子代世枝美恵乃香奈衣緒絵]\Z")


def is_mixed_given(word: str) -> bool:
    """True for a given name of small letters and a last character that women's names end in: ふき江, きぬ子."""
    return bool(_MIXED.match(word)) and not word.startswith(
        ("は", "が", "を", "に", "の", "も", "と", "で", "へ")
    )


def looks_given(word: str) -> bool:
    """True for a word that can stand as given name behind a family name: listed, or one to three characters."""
    if is_given(word) or is_mixed_given(word):
        return True
    if len(word) > 1 and word.endswith(("様", "殿", "氏")):
        return False  # 聡様: how somebody is addressed
    short = 1 <= len(word) <= 3
    return (
        short
        and bool(_KANJI.match(word) or _KANA.match(word))
        and is_unknown(word)
        and word not in not_names()
    )


@lru_cache(maxsize=10_000)
def split_name(text: str) -> SplitName | None:
    """Family and given name of a folded Japanese name written with or without a space; None if it is not one."""
    parts = re.split(r"[\s\u3000]+", text.strip())
    foreign = _FOREIGN.fullmatch(text.strip())
    if foreign:
        return SplitName(foreign["family"], foreign["given"])
    if len(parts) == 2:
        family, given = parts
        if (
            1 <= len(family) <= MAX_FAMILY
            and 1 <= len(given) <= 5
            and _name_like(family)
            and _name_like(given)
        ):
            known = is_family(family)
            surname_again = is_family(given) and (not is_given(given) or not known)
            if (
                (known or (is_unknown(family) and _KANJI.match(family)))
                and looks_given(given)
                and not surname_again
            ):
                return SplitName(family, given)
            if _KANA.match(family) and _KANA.match(given) and all(is_given(w) or is_family(w) for w in parts):
                return SplitName(family, given)
        return None
    if len(parts) != 1 or not _name_like(text):
        return None
    if re.fullmatch(r"[ァ-ヶー]+", text):
        return SplitName(text, None) if len(text) >= 3 and is_family(text) and not is_common(text) else None
    if is_family(text):
        return SplitName(text, None)
    return None if is_common(text) else _best_split(text)


def _best_split(text: str) -> SplitName | None:
    """Where a name written without a space divides: listed names first, then a listed family and a rare given name."""
    cuts = [(text[:size], text[size:]) for size in (2, 3, 1, 4, 5) if 0 < len(text) - size <= 4]
    for family, given in cuts:
        if is_family(family) and is_given(given) and given not in _NO_GIVEN:
            return SplitName(family, given)
    for family, given in cuts:
        if len(family) >= 2 and is_family(family) and is_mixed_given(given):
            return SplitName(family, given)
        rare = re.fullmatch(r"[一-龥々]{1,2}|[ぁ-ん]{2,3}", given)
        if (
            given in _ENDINGS
            or _PARTICLES.fullmatch(given)
            or (given[0] in "はがをにのもとでへや" and not is_given(given))
        ):
            continue
        if len(family) >= 2 and is_family(family) and rare and is_unknown(given) and given not in not_names():
            return SplitName(family, given)
    return None


def _name_like(word: str) -> bool:
    return bool(
        _KANJI.match(word) or _KANA.match(word) or re.fullmatch(r"[一-龥々ぁ-んァ-ヶー]+", word)
    ) and (word not in not_names())


def is_latin_word(word: str) -> bool:
    """True for a word in Latin letters that can be (part of) a name."""
    return bool(_LATIN_WORD.match(word))


@lru_cache(maxsize=5_000)
def family_keys(family: str) -> frozenset[str]:
    """Latin keys of every reading a family name may have."""
    found = _look_up(fold(family)).readings
    keys = {kana_key(reading) for reading in found} | {kana_key(family)}
    return frozenset(key for key in keys if key)


@lru_cache(maxsize=5_000)
def given_keys(given: str) -> frozenset[str]:
    """Latin keys of every reading a given name may have."""
    found = _look_up(fold(given)).given_readings
    keys = {kana_key(reading) for reading in found} | {kana_key(given)}
    return frozenset(key for key in keys if key)
