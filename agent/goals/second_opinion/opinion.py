"""The rules' reading, overruled where the fitted scores lie far on the other side."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from agent.goals.owners import OwnerFound
from agent.goals.reading import Due
from agent.goals.scan import Scan
from agent.goals.second_opinion.items import ItemWeights, Seen, item_weights
from agent.goals.second_opinion.judged import SCORED, Judge, Situation, judges, seen_of
from agent.goals.second_opinion.scores import LABELS, WEIGHTS, Scores, scores_of

Span = tuple[int, int]
_NAMED_PERIODS = ("fiscal_year", "half", "quarter", "nendo", "fy_name")
"""今期は…: a period that is named is when, whatever the words around it are like."""
_OWNERS = ("person", "role", "team")


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the scores say of one text. All spans are of the folded text.

    `bounds` and `weights` (those of whole texts) are of one language: label → `drop` (what the rules found is given up below it) and `add` (what they did
    not find is taken above it). A label without bounds or judge is left to the rules.
    """

    scores: Scores
    bounds: Mapping[str, Mapping[str, float]]
    language: str = "en"
    weights: Mapping[str, ItemWeights] = field(default_factory=dict)
    judges: Mapping[str, Judge] = field(default_factory=dict)

    def seen(self, about: Situation) -> list[float]:
        """What is judged by, besides the rules' verdict on the label itself."""
        return seen_of(self.scores.highest, about)

    def judged(self, label: str, found: bool, seen: Sequence[float]) -> bool:
        """The label holds, by the rules' verdict, the scores and what else was read; the rules' own without a judge."""
        judge = self.judges.get(label)
        if judge is None or not self.scores.tokens:
            return found
        return judge.holds(found, seen)

    def judged_part(self, label: str, found: Span | None, seen: Sequence[float]) -> Span | None:
        """Where a judged part stands: as the rules found it, or as the scores have it, or nowhere."""
        if not self.judged(label, found is not None, seen):
            return None
        return found or self.scores.span(label)

    def part(self, label: str, found: Span | None) -> Span | None:
        """Where the part stands: as the rules found it, or as the scores have it, or nowhere."""
        bound = self.bounds.get(label)
        if bound is None:
            return found
        best = self.scores.best(label)
        if found is None:
            return self.scores.span(label) if best > bound["add"] else None
        return found if best > bound["drop"] else None

    def vague(self, found: list[Span], seen: Sequence[float]) -> list[Span]:
        """The loose words: none of the rules' where nothing scores, the likeliest words where they found none."""
        span = self.judged_part("vague", found[0] if found else None, seen)
        return found if found and span else [span] if span else []

    def owner(self, found: OwnerFound | None) -> OwnerFound | None:
        """The likeliest of person, role, team and nobody, with the rules' answer ahead by its bound `rules`."""
        bound = self.bounds.get("owner")
        if bound is None:
            return found
        totals = {"none": bound["none"]}
        for kind in _OWNERS:
            totals[kind] = bound[kind] + self.scores.best(f"owner_{kind}")
        said = found[0] if found else "none"
        totals[said] += bound["rules"]
        likeliest = max(totals, key=totals.__getitem__)
        if likeliest == said:
            return found
        if likeliest == "none":
            return None
        return _owner(likeliest, self.scores.span(f"owner_{likeliest}"))

    def due(self, found: Due, span: Span | None, others: Sequence[Span] = ()) -> tuple[Due, Span | None]:
        """An occasion no rule knows is a due date nobody can resolve; an ambiguous one may be none at all.

        `others` are dates the rules took for something else: they are not taken up again.
        """
        if found.kind not in ("none", "relative_ambiguous") or found.rule in ("loose", *_NAMED_PERIODS):
            return found, span
        likely = self.part("due", span or (0, 1) if found.kind != "none" else None)
        if found.kind == "none" and likely:
            if any(start < likely[1] and likely[0] < end for start, end in others):
                return found, span
            return Due("relative_ambiguous", rule="likely"), likely
        return (found, span) if likely or found.kind == "none" else (Due("none"), None)

    def is_outcome(self, found: bool, metric: Span | None) -> bool:
        """A business result is named, as the rules have it or as the whole text does."""
        return self._holds("outcome", found, metric)

    def deliverable(self, found: Span | None) -> Span | None:
        """What will exist afterwards: as the rules found it, or the words that speak most for it, or nothing."""
        if self._holds("deliverable", found is not None, None):
            return found or self._seen.span(self.weights["deliverable"].of)
        return None

    @property
    def _seen(self) -> Seen:
        return Seen(self.language, self.scores.tokens, self.scores.signs)

    def _holds(self, label: str, found: bool, metric: Span | None) -> bool:
        bound = self.bounds.get(label)
        if bound is None or not self.scores.tokens:
            return found
        score = self.weights[label].score(self._seen.features(label, metric))
        return score > bound["drop" if found else "add"]


def _owner(kind: str, span: Span) -> OwnerFound:
    if kind == "person":
        return "person", *span
    return ("role", *span) if kind == "role" else ("team", *span)


def opinion_on(scan: Scan, folder: Path = WEIGHTS) -> Opinion:
    """The opinion on a scanned text. Raises FileNotFoundError where the folder has no weights."""
    bounds, judged = _bounds(folder).get(scan.language, {}), judges(scan.language, folder)
    return Opinion(
        scores_of(scan, folder, _labels(frozenset(bounds) | frozenset(judged and SCORED))),
        bounds,
        scan.language,
        item_weights(scan.language, folder),
        judged,
    )


@cache
def _labels(bounded: frozenset[str]) -> tuple[str, ...]:
    """The labels the bounds ask for; `owner` stands for one a kind of owner."""
    return tuple(label for label in LABELS if label in bounded or label.split("_")[0] in bounded)


@cache
def _bounds(folder: Path) -> Mapping[str, Mapping[str, Mapping[str, float]]]:
    parts, items = (
        tomllib.loads((folder / name).read_text(encoding="utf-8")) for name in ("bounds.toml", "items.toml")
    )
    return {language: parts.get(language, {}) | items.get(language, {}) for language in parts | items}
