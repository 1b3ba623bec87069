"""Distinct words around cells, with the pairs of characters they share with a question."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from agent.tables.question import core

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]


def grams(words: str) -> frozenset[str]:
    """Pairs of neighbouring characters; a single character is itself."""
    return (
        frozenset(words[at : at + 2] for at in range(len(words) - 1)) if len(words) > 1 else frozenset(words)
    )


def flat(words: str) -> str:
    """Words without brackets as signs and without joining words; what the brackets say stays."""
    return re.sub(r"[()、,・･]|並びに|及び|および|である|の|うち", "", words)


@dataclass
class Strings:
    """Distinct words around cells. Number 0 is the empty string."""

    words: list[str] = field(default_factory=lambda: [""])
    numbers: dict[str, int] = field(default_factory=lambda: {"": 0})
    postings: dict[str, Any] = field(default_factory=dict)

    def number(self, words: str) -> int:
        """The number of a string, a new one if it is new."""
        found = self.numbers.get(words)
        if found is None:
            found = self.numbers[words] = len(self.words)
            self.words.append(words)
        return found

    def close(self) -> None:
        """Build postings; no string may be added afterwards."""
        places: dict[str, list[int]] = {}
        self.lengths = np.zeros(len(self.words), dtype=np.float32)
        for number, words in enumerate(self.words):
            found = grams(words)
            self.lengths[number] = len(found)
            for gram in found:
                places.setdefault(gram, []).append(number)
        self.postings = {gram: np.array(found, dtype=np.int32) for gram, found in places.items()}
        self.cores: dict[str, list[int]] = {}
        self.flats: dict[str, list[int]] = {}  # like cores, with the words in brackets
        for number, words in enumerate(self.words):
            if number:
                self.cores.setdefault(core(words), []).append(number)
                self.flats.setdefault(flat(words), []).append(number)

    def shared(self, found: Iterable[str]) -> Floats:
        """How many of the grams each string has."""
        hits = [self.postings[gram] for gram in found if gram in self.postings]
        if not hits:
            return np.zeros(len(self.words), dtype=np.float32)
        counts = np.bincount(np.concatenate(hits), minlength=len(self.words))
        return counts.astype(np.float32)
