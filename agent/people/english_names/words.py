"""Words of one block of English text, and the runs of capitalised ones that may be somebody's name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from agent.people.latin_letters import LOWER, UPPER
from agent.people.lexicon import latin_honorific

PARTICLES = frozenset(
    [
        "van",
        "der",
        "den",
        "de",
        "von",
        "zu",
        "da",
        "di",
        "du",
        "la",
        "le",
        "bin",
        "binte",
        "al",
        "el",
        "ap",
        "ten",
        "ter",
        "dos",
        "y",
        "ní",
        "nic",
        "ó",
        "mac",
        "v/d",
    ]
)
"""Small words within names."""
MOST_PARTICLES = 2
"""Of them in a row ("van der")."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or sign with its place in the block's text. `capital`: may be (part of) a name."""

    text: str
    start: int
    end: int
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Words first … last of a block, beginning and ending with a capitalised one, one space between them."""

    first: int
    last: int


def words_in(text: str) -> list[Word]:
    """Words and signs in order; the ending of a possessive is a word of its own."""
    words: list[Word] = []
    for found in _word().finditer(text):
        name = _capital().match(text, found.start())
        if name is None or name.end() > found.end() or len(name[0]) < 2:
            words.append(Word(found[0], found.start(), found.end()))
            continue
        words.append(Word(name[0], name.start(), name.end(), capital=not is_honorific(name[0])))
        if name.end() < found.end():
            words.append(Word(text[name.end() : found.end()], name.end(), found.end()))
    return words


def runs_in(text: str, words: list[Word]) -> list[Run]:
    """Runs of capitalised words, particles between them included ("Anke van der Velde")."""
    runs: list[Run] = []
    at = 0
    while at < len(words):
        if not words[at].capital:
            at += 1
            continue
        last = at
        while (step := _step(text, words, last)) is not None:
            last = step
        runs.append(Run(at, last))
        at = last + 1
    return runs


def is_honorific(word: str) -> bool:
    """True for Mr, Ms., Herr and the like."""
    return _honorific().fullmatch(word) is not None


def _step(text: str, words: list[Word], last: int) -> int | None:
    """The place of the next capitalised word of the run that has come to `last`."""
    for step in range(1, MOST_PARTICLES + 2):
        following = last + step
        if following >= len(words) or not words[following].capital:
            continue
        between = words[last + 1 : following]
        gaps = [
            text[a.end : b.start]
            for a, b in zip(words[last:following], words[last + 1 : following + 1], strict=True)
        ]
        if all(gap == " " for gap in gaps) and all(w.text.casefold() in PARTICLES for w in between):
            return following
    return None


@cache
def _word() -> re.Pattern[str]:
    letter = f"{UPPER}{LOWER}"
    return re.compile(rf"[{letter}0-9]+(?:['’.\-/&][{letter}0-9]+)*['’]?|\S")


@cache
def _capital() -> re.Pattern[str]:
    ending = rf"['’-](?!(?:s|t|d|ve|ll|re|m|san|sama|sensei|kun|ji|bhai|garu)(?![{LOWER}{UPPER}]))[{UPPER}]?[{LOWER}]+"
    return re.compile(
        rf"(?<![{UPPER}{LOWER}0-9@./&'’-])[{UPPER}][{LOWER}]*(?:{ending})*(?:[{UPPER}][{LOWER}]+)*(?![{UPPER}{LOWER}0-9@])"
    )


@cache
def _honorific() -> re.Pattern[str]:
    return re.compile(rf"{latin_honorific()}\.?")
