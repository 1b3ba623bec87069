"""One thing counted twice with two results: a memory against a record, a slip against its correction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from agent.drafting.notes.contradictions.pairs import Pair, Reason
from agent.drafting.notes.contradictions.said import Said, pairs_of
from agent.drafting.notes.contradictions.use_claims import UNIT_NAME, general_units
from agent.drafting.notes.frames import frames
from agent.drafting.notes.predicates import is_japanese
from agent.drafting.notes.promises.read import is_case
from agent.evidence.tokens import words

PACKAGE, FILE = "agent.drafting.notes.contradictions", "figures"
CLASSES = ("seat", "person", "device", "site", "piece", "money", "share", "hour", "day")
NUMBER = re.compile(
    r"(?<![\d.\-/:A-Za-z第])(?P<money>[$£€¥])?(?P<n>\d+(?:\.\d+)?)(?P<scale>万|億|千| ?thousand\b| ?million\b| grand\b|k\b|m\b)?(?=(?P<tail>.{0,14}))",
    re.I,
)
NO_FIGURE = re.compile(
    r"^(?:\s*(?:月(?!額)|日(?!間)|年(?!額|間)|時(?!間)|/\d|[:：]\d|th\b|st\b|nd\b|rd\b|階|号|番|回目|年目|次))|^\.\d"
)
SCALES = {
    "万": 10_000.0,
    "億": 100_000_000.0,
    "千": 1_000.0,
    "k": 1_000.0,
    "thousand": 1_000.0,
    "grand": 1_000.0,
    "million": 1_000_000.0,
    "m": 1_000_000.0,
}
REACH = 8
"""Characters after a number within which its unit begins."""
NAMED = ("seat", "device", "money")
"""Kinds that a number without a unit may be of, where only one of them was named before it."""
LIMIT = re.compile(r"を?超え|以上|以下|未満|まで(?:なら|は|の)")
LONG = 4
"""Digits beyond which a number before a limit is money, where it has no unit ("500万を超える")."""
MOST = 2
ONE_OF_A_KIND = frozenset({"seat"})
"""What an account has one number of; other figures need a word for the thing in both statements."""


@dataclass(frozen=True)
class Figure:
    """A number with what it counts, in the sentence it stands in."""

    value: float
    kind: str
    sentence: str
    words: frozenset[str]
    places: frozenset[str]
    periods: frozenset[str]


def disputed_figures(said: Sequence[Said]) -> Iterator[Pair]:
    """Pairs in which one side corrects, or rests on a record or a count, and the other is older or a guess; at most two.

    Figures of two places, two periods, a plan and an outcome, or of which one explains the other are no dispute.
    """
    usable = [
        s
        for s in said
        if not is_case(s.remark.document) and (s.remark.side != "us" or s.is_record or s.corrects)
    ]
    figures = {id(s): list(_figures(s)) for s in usable}
    told = 0
    seen: set[tuple[int, int]] = set()
    for older, newer in pairs_of([s for s in usable if figures[id(s)]]):
        pair = _taken_back(older, newer, figures) or _dispute(older, newer, figures)
        if pair is None or (id(pair.a), 0) in seen or (0, id(pair.b)) in seen:
            continue
        seen |= {(id(pair.a), 0), (0, id(pair.b))}
        yield pair
        told += 1
        if told == MOST:
            return


def _taken_back(older: Said, newer: Said, figures: dict[int, list[Figure]]) -> Pair | None:
    """The later one repeats the earlier figure to put another in its place ("the 35 was wrong, it is 27")."""
    if not (newer.corrects or newer.joined) or older.corrects or not _strongly(newer):
        return None
    for mine in figures[id(newer)]:
        for theirs in figures[id(older)]:
            same = mine.kind == theirs.kind and mine.value == theirs.value
            others = [f for f in figures[id(newer)] if f.value != mine.value]
            alike = mine.words & theirs.words or mine.kind in ONE_OF_A_KIND or mine.places & theirs.places
            if (
                same
                and others
                and alike
                and _fits("wrong", mine.sentence)
                and not _fits("part", mine.sentence)
            ):
                return Pair("correction", older.remark, newer.remark, "newer")
    return None


def _strongly(said: Said) -> bool:
    return _fits("counted", said.plain) or _fits("wrong", said.plain)


def _dispute(older: Said, newer: Said, figures: dict[int, list[Figure]]) -> Pair | None:
    for one in figures[id(older)]:
        for other in figures[id(newer)]:
            if not _of_one_thing(one, other) or one.value == other.value:
                continue
            right, why = _stronger(older, newer, one, other)
            if right is newer:
                return Pair("measured" if why == "data" else "not_so", older.remark, newer.remark, why)
            if right is older:
                return Pair("not_so", newer.remark, older.remark, why)
    return None


def _stronger(older: Said, newer: Said, one: Figure, other: Figure) -> tuple[Said | None, Reason]:
    """The one to be preferred and why; None where neither corrects the other."""
    if any(f.value == one.value for f in _figures(newer)) or _fits("explained", newer.plain):
        return None, "newer"
    if newer.is_question or (older.is_question and not older.is_hedged):
        return None, "newer"
    if older.is_hedged and not newer.is_hedged and (newer.is_record or _fits("timed", newer.plain)):
        return newer, "data"
    if newer.is_hedged and not older.is_hedged and (older.is_record or one.kind in ONE_OF_A_KIND):
        return older, "data"
    if _fits("growth", other.sentence) or newer.is_hedged:
        return None, "newer"
    if newer.corrects and _fits("counted", newer.plain):
        return newer, "newer"
    return None, "newer"


def _of_one_thing(one: Figure, other: Figure) -> bool:
    if one.kind != other.kind or _fits("forecast", one.sentence) != _fits("forecast", other.sentence):
        return False
    if _fits("threshold", one.sentence) != _fits("threshold", other.sentence):
        return False
    if any(_fits("part", figure.sentence) for figure in (one, other)):
        return False
    inclusive = _fits("includes", one.sentence) or _fits("includes", other.sentence)
    if one.places and other.places and not one.places & other.places and not inclusive:
        return False
    if bool(one.places) != bool(other.places) and one.kind not in ONE_OF_A_KIND and not inclusive:
        return False
    if one.periods != other.periods and one.periods and other.periods:
        return False
    shared = one.words & other.words
    return one.kind in ONE_OF_A_KIND or len(shared) >= 2 or (bool(shared) and one.places == other.places)


def _figures(said: Said) -> Iterator[Figure]:
    so_far, last = "", None
    for sentence in said.sentences:
        label = said.about if said.remark.kind.value == "table_row" else sentence
        for match in NUMBER.finditer(sentence):
            if NO_FIGURE.match(match["tail"] or ""):
                continue
            kind = _kind(match, so_far + sentence[: match.start()]) or (last if said.corrects else None)
            if kind is None:
                continue
            last = kind
            value = float(match["n"]) * SCALES.get((match["scale"] or "").strip().casefold(), 1.0)
            places = frozenset(unit for unit in UNIT_NAME.findall(label) if _names_one(unit))
            yield Figure(value, kind, sentence, _words(label), places, _periods(sentence))
        so_far += sentence


def _names_one(unit: str) -> bool:
    """The name of one unit, and no word or number for several (全6支所, 34店, 店舗)."""
    return not re.match(r"(?:全|各)?\d*", unit)[0] and unit not in general_units()  # type: ignore[index]


def _kind(match: re.Match[str], before: str) -> str | None:
    """What the number counts: the unit after it, else the only thing that the words before it name."""
    tail = match["tail"] or ""
    if match["money"] or (LIMIT.match(tail) and (match["scale"] or len(match["n"]) > LONG)):
        return "money"
    best = min(
        (
            (found.start(), kind)
            for kind in CLASSES
            if (found := _first(kind, tail)) and found.start() <= REACH
        ),
        default=None,
    )
    if best is not None and not re.search(r"[、。,;()（）]|\d", tail[: best[0]]):
        return best[1]
    named = [kind for kind in NAMED if _first(kind, before)]
    return named[0] if len(named) == 1 else None


def _first(kind: str, text: str) -> re.Match[str] | None:
    for language in ("ja", "en"):
        for frame in _frames(kind, language):
            if found := frame.search(text):
                return found
    return None


def _words(text: str) -> frozenset[str]:
    return frozenset(w for w in words(text) if not w.isdigit()) - _weak()


def _periods(sentence: str) -> frozenset[str]:
    return frozenset(
        found[0].casefold()
        for language in ("ja", "en")
        for frame in _frames("period", language)
        for found in frame.finditer(sentence)
    )


def _fits(key: str, text: str) -> bool:
    languages = ("ja", "en") if is_japanese(text) else ("en",)
    return any(frame.search(text) for language in languages for frame in _frames(key, language))


@cache
def _frames(key: str, language: str) -> tuple[re.Pattern[str], ...]:
    return frames(PACKAGE, FILE, language, key)


@cache
def _weak() -> frozenset[str]:
    """Words that name no thing of their own: units, and words of correcting."""
    found = {
        frame.pattern.removeprefix(r"\b") for lang in ("ja", "en") for frame in _frames("weak_words", lang)
    }
    return frozenset(token for word in found for token in words(word))
