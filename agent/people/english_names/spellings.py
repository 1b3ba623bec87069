"""The chance that a spelling is the name of somebody of the customer's, over all English notes of an account."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from math import inf
from pathlib import Path

from agent.people.english_names.features import features_of
from agent.people.english_names.words import words_in
from agent.people.fold import name_key
from agent.people.latin_letters import LOWER, UPPER
from agent.people.latin_words import is_house
from agent.people.parties import Parties
from agent.people.types import Side, Source

_ELSEWHERE = (
    "honorific", "label", "alone", "pronoun", "p1g spoken_to", "n1g says", "possessive owns", "behind( job",
    "behind, job", "behind( unit", "behind, unit",
)  # fmt: skip
"""Features that speak for a name wherever else in the account the word has them."""
_NO_THING = frozenset({"is job", "is unit", "is date", "capitals", "is given"})
"""What a capitalised word behind a name may be that does not make both a thing's name."""
_MOST_TIMES, _MOST_SMALL = 5, 3
WEIGHTS = Path(__file__).parent / "data" / "weights.tsv"
ADD = -0.25
"""Mean score of the word's places from which it is a name (0: as likely as not), on writers left out of the fit."""
ADD_LARGE, FEW = 1.0, 2
"""The same where the account has more English notes than FEW, on packs left out of the fit: these say a name more than
once and in plainer ways, and name many towns and products."""
HOUSE = 0.5
"""The same for every word of a name that ends as companies' names do."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A capitalised word with its place in a document, the run it is in and its features."""

    doc: int
    unit: int
    word: str
    start: int
    end: int
    run: tuple[int, int]  # the run's place in the document
    features: frozenset[str]


@dataclass(frozen=True)
class NameChances:
    """Scores of words (log odds; small letters), and the spellings of whole names."""

    scores: Mapping[str, float] = field(default_factory=dict)
    names: frozenset[str] = frozenset()

    def best(self, name: str) -> float:
        """The highest score of the name's words; -inf where none of them stands in the notes."""
        return max((self.scores.get(word.casefold(), -inf) for word in name.split()), default=-inf)


def name_chances(sources: Sequence[Source], parties: Parties) -> NameChances:
    """Scores of all capitalised words of the account's own English notes, and names made of neighbouring words at or
    above the bound."""
    notes = {s.index for s in sources if s.document.language == "en" and not s.public}
    bound = ADD if len(notes) <= FEW else ADD_LARGE
    seen = seen_words(sources, parties)
    weights = _weights()
    sums: dict[str, list[float]] = defaultdict(list)
    for word in seen:
        score = weights[""] + sum(weights.get(feature, 0.0) for feature in sorted(word.features))
        sums[word.word.casefold()].append(score)
    scores = {word: sum(found) / len(found) for word, found in sums.items()}
    return NameChances(scores, frozenset(_names(seen, scores, bound, sources, parties)))


def seen_words(sources: Sequence[Source], parties: Parties) -> list[Seen]:
    """Every capitalised word of the account's own English notes with all its features."""
    notes = [s for s in sources if s.document.language == "en" and not s.public]
    seen: list[Seen] = []
    for source in notes:
        for unit in source.units:
            words = words_in(unit.text)
            for word, run, features in features_of(unit, unit is source.units[-1]):
                place = unit.start + words[run.first].start, unit.start + words[run.last].end
                seen.append(
                    Seen(
                        source.index, unit.index, word.text, unit.start + word.start, unit.start + word.end, place,
                        frozenset(features),
                    )
                )  # fmt: skip
    return _with_account(seen, notes, parties)


def _with_account(seen: Sequence[Seen], notes: Sequence[Source], parties: Parties) -> list[Seen]:
    """The words with what the rest of the account says of each."""
    small = Counter(word for source in notes for word in _small().findall(source.folded))
    times = Counter(found.word.casefold() for found in seen)
    elsewhere: dict[str, Counter[str]] = defaultdict(Counter)
    for found in seen:
        elsewhere[found.word.casefold()].update(found.features.intersection(_ELSEWHERE))
    out: list[Seen] = []
    for found in seen:
        word = found.word.casefold()
        more = {f"small {min(_MOST_SMALL, small[word])}", f"times {min(_MOST_TIMES, times[word])}"}
        more |= {f"else {name}" for name, n in elsewhere[word].items() if n > (name in found.features)}
        key = name_key(found.word)
        houses = (("customer", parties.customer), ("ours", parties.ours), ("third", parties.third))
        more |= {f"in {side}" for side, names in houses if any(key in name for name in names)}
        out.append(
            Seen(
                found.doc, found.unit, found.word, found.start, found.end, found.run, found.features | more
            )
        )  # fmt: skip
    return out


def _names(
    seen: Sequence[Seen],
    scores: Mapping[str, float],
    bound: float,
    sources: Sequence[Source],
    parties: Parties,
) -> set[str]:
    """Neighbouring words of a run that are all at or above the bound, as printed with the particles between them.

    A name that is only ever followed by a capitalised word that is none ("Ashby Fund") is a thing's.
    """
    texts = {s.index: s.folded for s in sources}
    names: set[str] = set()
    for (doc, _), together in groupby(seen, key=lambda found: (found.doc, found.run)):
        pieces = [
            (is_name, list(words))
            for is_name, words in groupby(together, key=lambda w: scores[w.word.casefold()] >= bound)
        ]
        for at, (is_name, words) in enumerate(pieces):
            behind = pieces[at + 1][1][0] if at + 1 < len(pieces) else None
            if at and is_house(texts[doc][words[-1].run[0] : words[-1].end]):
                continue
            if is_name and (behind is None or not behind.features.isdisjoint(_NO_THING)):
                name = texts[doc][words[0].start : words[-1].end]
                least = min(scores[w.word.casefold()] for w in words)
                if is_house(name) and least < HOUSE:
                    continue
                called = any("honorific" in w.features or "else honorific" in w.features for w in words)
                if called or not _is_house(name, parties):
                    names.add(name)
    return names


def _is_house(name: str, parties: Parties) -> bool:
    """One of the companies and products that the account knows."""
    return parties.of_words(name) is not Side.UNKNOWN or parties.is_company(name)


@cache
def _small() -> re.Pattern[str]:
    return re.compile(rf"(?<![{UPPER}{LOWER}'’.-])[{LOWER}][{LOWER}'’-]+")


@cache
def _weights() -> Mapping[str, float]:
    """Feature → weight; "" holds the constant. Fitted by `evals.fits.english_names`."""
    rows = (line.rpartition("\t") for line in WEIGHTS.read_text(encoding="utf-8").splitlines())
    return {name: float(weight) for name, _, weight in rows}
