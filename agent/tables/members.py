"""What the members of XBRL dimensions are called where they are printed: taxonomy names, segments, persons."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

from agent.people.fold import fold
from agent.people.names import family_keys, given_keys, split_name
from agent.people.romaji import kana_key, latin_key
from agent.tables.question import core
from agent.tables.strings import Strings, flat, grams

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_KIND = re.compile(r"(?:(?:Reportable)?(?:Operating)?Segments?|IFRS)+$")
_GENERAL = frozenset(
    {
        "Business",
        "Businesses",
        "Services",
        "Service",
        "Products",
        "Product",
        "Group",
        "Operations",
        "Related",
        "Division",
        "Unit",
    }
)
"""Parts that many segments of a company share count less."""
_PART = re.compile(r"[A-Z]{2,}(?=[A-Z][a-z]|$|\d)|[A-Z]?[a-z]+|[A-Z]+|\d+")
_JOINING = frozenset({"And", "Of", "The", "Etc", "In", "For", "A"})
_NAME = re.compile(r"[一-龥々ヶぁ-んァ-ヶー]{2,10}")
_KATAKANA = re.compile(r"[ァ-ヶー・=＝]{3,30}")
_TITLES = re.compile(
    r"^(?:代表)?(?:取締役|監査役|執行役|社外取締役|社外監査役)(?:会長|社長|副社長|専務|常務)?|\(.*?\)$|[\d注*※]+$"
)


def member_likeness(member: str, strings: Strings) -> tuple[Floats, list[str]]:
    """How well each string names the member, 0 to 1, and the printed names that were looked for."""
    like = np.zeros(len(strings.words), dtype=np.float32)
    key = re.sub(r"IFRS$", "", member)
    names = _lexicon().get(key) or _lexicon().get(_KIND.sub("", key)) or []
    for at, words in enumerate(names):
        asked = grams(words)
        dice = 2 * strings.shared(asked) / (len(asked) + strings.lengths + 1e-6)
        like = np.maximum(like, np.where(dice > 0.5, dice * 0.7, 0))
        if "(" not in words:
            for number in strings.cores.get(core(words), ()):
                like[number] = max(like[number], 0.8 - 0.05 * min(at, 3))
        for number in strings.flats.get(flat(words), ()):
            like[number] = max(like[number], 1.0 - 0.05 * min(at, 3))
    if names:
        return like, names
    parts = [part for part in _PART.findall(_KIND.sub("", key)) if part not in _JOINING]
    for number, words in enumerate(strings.words):
        if words and len(words) <= 40:
            like[number] = max(_segment(tuple(parts), words), _person(tuple(parts), words))
    return like, names


@lru_cache(maxsize=65536)
def _segment(parts: tuple[str, ...], words: str) -> float:
    """Share of the parts that the words translate or spell, less what the words say beyond them."""
    left = words
    hits = 0.0
    weights = {part: 0.3 if part in _GENERAL and len(parts) > 1 else 1.0 for part in parts}
    for part in sorted(parts, key=lambda part: -weights[part]):
        said = next((w for w in _renderings(part) if w.casefold() in left.casefold()), None)
        if said is not None:
            left = left.replace(said, "", 1)
            hits += weights[part]
        elif len(part) > 3 and _read(latin_key(part), words):
            left = left[2:]
            hits += weights[part]
        elif len(part) > 3 and _spelt(part.lower(), words):
            left = re.sub("[ァ-ヶー]+", "", left, count=1)
            hits += 0.9 * weights[part]
    if not hits:
        return 0.0
    beyond = len(re.sub(r"事業|セグメント|部門|・|及び|および|その他|\d|注|[()*&等業]", "", left))
    return hits / sum(weights.values()) * (1 - 0.5 * beyond / max(len(words), 1))


def _renderings(part: str) -> Sequence[str]:
    found = _words().get(part)
    return [*found, part] if found else [part]


@lru_cache(maxsize=65536)
def _read(key: str, words: str) -> bool:
    """The words begin with a name in kanji that is read so (a company's segments bear its name)."""
    return any(key in family_keys(words[:size]) for size in (2, 3) if re.fullmatch("[一-龥]+", words[:size]))


@lru_cache(maxsize=65536)
def _spelt(part: str, words: str) -> bool:
    """The words hold a katakana word whose consonants are those of the English one."""
    asked = _consonants(part)
    for run in re.findall("[ァ-ヶー]{3,}", words):
        found = _consonants(kana_key(run))
        if len(asked) > 1 and (
            found == asked or (len(asked) > 2 and (asked in found or (found in asked and len(found) > 2)))
        ):
            return True
    return False


_SOUNDS = (
    ("th", "s"),
    ("ph", "h"),
    ("f", "h"),
    ("v", "b"),
    ("l", "r"),
    ("c", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("j", "z"),
    ("w", ""),
    ("y", ""),
)


def _consonants(word: str) -> str:
    for old, new in _SOUNDS:
        word = word.replace(old, new)
    bare = re.sub(r"[aiueo]", "", word)
    return re.sub(r"(.)\1+", r"\1", bare)


@lru_cache(maxsize=65536)
def _person(parts: tuple[str, ...], words: str) -> float:
    """1 when family and given name agree with the parts in any reading, 0.6 when one of them does."""
    keys = {latin_key(part) for part in parts if len(part) > 1}
    plain = _TITLES.sub("", words).replace("﨑", "崎").replace("髙", "高").replace("濵", "濱")
    if _KATAKANA.fullmatch(plain):
        said = {kana_key(run) for run in re.split("[・=＝]", plain)}
        same = sum(1 for key in keys if any(_alike(key, other) for other in said))
        return min(1.0, same / max(len(keys), 1) + 0.2) if same else 0.0
    if not _NAME.fullmatch(plain):
        found = re.findall(r"[A-Z][a-z]+", words)
        same = len(keys & {latin_key(word) for word in found})
        return 0.9 * same / max(len(keys), 1) if found else 0.0
    best = 0.0
    for family, given in _divisions(plain):
        families, givens = family_keys(family), given_keys(given)
        score = 0.6 * any(key in keys for key in families) + 0.4 * any(key in keys for key in givens)
        if len(keys) == 1 and any(f + g in keys or g + f in keys for f in families for g in givens):
            score = 1.0
        if not score and len(keys) == 1:
            whole = next(iter(keys))
            score = 0.6 * any(len(f) > 2 and (whole.startswith(f) or whole.endswith(f)) for f in families)
        best = max(best, score)
    return best


def _alike(key: str, other: str) -> bool:
    return key == other or (len(key) > 2 and _consonants(key) == _consonants(other))


def _divisions(words: str) -> Iterator[tuple[str, str]]:
    split = split_name(fold(words))
    if split is not None and split.given:
        yield split.family, split.given
    for size in (2, 1, 3):
        if 0 < len(words) - size <= 4:
            yield words[:size], words[size:]


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    path = files(__package__).joinpath("members.toml")
    table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return table


def _lexicon() -> dict[str, list[str]]:
    return _table()["names"]


def _words() -> dict[str, list[str]]:
    return _table()["words"]
