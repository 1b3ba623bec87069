"""Scores of a whole goal or action: is it a business result, does something concrete come of it?

A text's score for a label is the sum of the weights of the signs its tokens show, each counted once
(`evals.fits.smart_items`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from agent.goals.second_opinion.signs import Sign
from agent.goals.second_opinion.tokens import Token

ITEM_LABELS = ("outcome", "deliverable")
"""Labels of the item as a whole; columns of the weights."""
_OF_THE_MEASURE = "wsmlh"
"""Groups of signs that are seen once more where they stand in the words for what is measured (`M`)."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The tokens of a text and the signs of each."""

    language: str
    tokens: Sequence[Token] = ()
    signs: Sequence[Sequence[Sign]] = ()

    def features(self, label: str, metric: tuple[int, int] | None) -> set[Sign]:
        """What the label is judged by. English names what is measured in one phrase, Japanese by the whole clause."""
        found = set[Sign]().union(*self.signs)
        if label == "outcome" and metric is not None and self.language == "en":
            start, end = metric
            for token, own in zip(self.tokens, self.signs, strict=True):
                if start <= token.start < end:
                    found.update(["M" + sign for sign in own if sign[0] in _OF_THE_MEASURE])
        return found

    def span(self, weights: Mapping[Sign, int]) -> tuple[int, int]:
        """The token whose signs speak most for the label, with its neighbours that speak for it too."""
        worth = [sum(weights[sign] for sign in own if sign in weights) for own in self.signs]
        first = last = max(range(len(worth)), key=worth.__getitem__)
        while first > 0 and worth[first - 1] > 0:
            first -= 1
        while last + 1 < len(worth) and worth[last + 1] > 0:
            last += 1
        return self.tokens[first].start, self.tokens[last].end


@dataclass(frozen=True, slots=True)
class ItemWeights:
    """A label's weight by sign, and what every text has, in thousandths: whole numbers add up the same in any order."""

    bias: int
    of: Mapping[Sign, int]
    signs: frozenset[Sign]

    def score(self, features: set[Sign]) -> float:
        """Log odds that the label holds."""
        return (self.bias + sum(map(self.of.__getitem__, features & self.signs))) / 1000


@cache
def item_weights(language: str, folder: Path) -> Mapping[str, ItemWeights]:
    """The weights of one language by label: `<language>.items.txt` (a sign a line, the first none: the bias) and
    `<language>.items.npy` (signs × labels). Raises FileNotFoundError where the folder has none."""
    import numpy as np

    names = (folder / f"{language}.items.txt").read_text(encoding="utf-8").split("\n")
    with (folder / f"{language}.items.npy").open("rb") as file:
        table = np.load(file, allow_pickle=False)
    found = {}
    for label, column in zip(ITEM_LABELS, table.T.tolist(), strict=True):
        of = {name: weight for name, weight in zip(names, column, strict=True) if weight}
        found[label] = ItemWeights(of.pop("", 0), of, frozenset(of))
    return found
