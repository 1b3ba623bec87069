"""Whether a label holds, from the rules' verdict, how it scores, and what else is read and scored of the text.

The rules' reading is one voice: how much it is worth is fitted on writers the rules had not been made on
(`evals.fits.smart_judged`), so a label may be given up or taken where the scores alone lie near.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import mul
from pathlib import Path

JUDGED = ("vague", "method", "qualitative_without_scale")
"""Labels judged this way; the others are overruled by bounds."""
SCORED_AS = {"qualitative_without_scale": "vague"}
"""A label no word is part of goes by the score of another."""
SCORED = ("vague", "baseline", "method", "review", "owner_person", "owner_role", "owner_team", "due")
"""Labels whose best score counts for all."""
FEATURES = (
    "rules", "score", "both", *SCORED,
    "is_goal", "words", "metric", "target", "source", "undated", "ambiguous",
)  # fmt: skip
"""Names of the weights, in the order of `features`."""
MARGIN = {"vague": 1.5}
"""Log-odds by which a judge must differ from the rules. The smallest of those tried (0, .5, 1, 1.5) at which generated
goals keep their verdict in both languages: of 10,000 pairs 11, 4, 1 and 0 changed (`python -m evals.smart_forms`)."""
_MOST = 8.0
"""A score beyond it says no more."""
_WORDS = 20
"""Words are counted in so many."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What the rules alone read of a text; `due` is the kind of its due date."""

    is_goal: bool
    words: int
    metric: bool
    target: bool
    method: bool
    due: str


def seen_of(scores: Mapping[str, float], about: Situation) -> list[float]:
    """What counts for every label, in the order of FEATURES after the first three; `scores` has the best of SCORED."""
    return [
        *(max(-_MOST, min(_MOST, scores[name])) for name in SCORED),
        float(about.is_goal),
        about.words / _WORDS,
        float(about.metric),
        float(about.target),
        float(about.method),
        float(about.due == "none"),
        float(about.due == "relative_ambiguous"),
    ]


def features(label: str, found: bool, seen: Sequence[float]) -> list[float]:
    """Numbers in the order of FEATURES; `seen` as `seen_of` gives it."""
    score = seen[_place(label)]
    return [float(found), score, score if found else 0.0, *seen]


@cache
def _place(label: str) -> int:
    return SCORED.index(SCORED_AS.get(label, label))


@dataclass(frozen=True, slots=True)
class Judge:
    """What one label of one language is judged by: a constant and a weight a feature."""

    label: str
    constant: float
    weights: Sequence[float]

    def holds(self, found: bool, seen: Sequence[float]) -> bool:
        """The label is likelier than not; what the rules say of a loose word must be clearly the less likely."""
        odds: float = self.constant + sum(map(mul, self.weights, features(self.label, found, seen)))
        margin = MARGIN.get(self.label, 0.0)
        return odds > (-margin if found else margin)


@cache
def judges(language: str, folder: Path) -> Mapping[str, Judge]:
    """The judges of a language by label: `judged.toml` of the folder."""
    table = tomllib.loads((folder / "judged.toml").read_text(encoding="utf-8")).get(language, {})
    return {
        label: Judge(label, of["constant"], tuple(of[name] for name in FEATURES))
        for label, of in table.items()
    }
