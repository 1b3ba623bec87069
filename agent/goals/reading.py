"""The typed reading of one goal or action: what stands where, and what follows from it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

DueKind = Literal["absolute", "relative_resolved", "relative_ambiguous", "none"]
DueProblem = Literal["past", "after_contract_end"]
OwnerKind = Literal["person", "role", "team", "none"]
OutcomeClass = Literal["outcome", "usage", "vendor", "sentiment", "activity", "other"]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the text: code points `[start, end)` and the words there."""

    label: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit. `value` is in base units (万, k and 割 applied); `high` is the end of a range."""

    part: Part
    value: float
    unit: str  # as written, "" without one
    dimension: str  # time | clock | money | ratio | people | count | points | none
    high: float | None = None
    change: bool = False  # an amount of change (20%減, 月10時間削減), not a level


@dataclass(frozen=True, slots=True)
class Due:
    kind: DueKind
    first: dt.date | None = None
    last: dt.date | None = None
    part: Part | None = None
    rule: str = ""  # how it was read, see `DateMention.rule`; "loose" for 早めに, ASAP
    anchor: str = ""
    problem: DueProblem | None = None


@dataclass(frozen=True, slots=True)
class Owner:
    kind: OwnerKind
    name: str | None = None  # as written
    part: Part | None = None
    side: Literal["us", "customer"] | None = None  # when the words say so


@dataclass(frozen=True, slots=True)
class ItemReading:
    """One goal or action, read. Every part's offsets count code points of `text` as given."""

    text: str
    language: str
    kind: str
    vague: tuple[Part, ...] = ()  # loose words that nothing in the text pins down
    pinned: tuple[Part, ...] = ()  # loose words that a number, list or definition pins down
    metric: Part | None = None
    target: Part | None = None
    target_value: Quantity | None = None
    baseline: Part | None = None
    baseline_value: Quantity | None = None
    method: Part | None = None
    due: Due = field(default_factory=lambda: Due("none"))
    owner: Owner = field(default_factory=lambda: Owner("none"))
    review: Part | None = None
    deliverable: Part | None = None
    outcome: bool = False
    outcome_class: OutcomeClass = "other"
    qualitative_without_scale: bool = False
    contradicts_promise: str | None = None  # why, as a rule id: lower_target, later_date, against_words
    not_metric: tuple[Part, ...] = ()  # numbers that measure nothing: Lv2, v3.0, 24時間サポート
    parts_count: int = 1  # goals in one cell (①②, second demand)

    def parts(self) -> list[Part]:
        """Every part in text order, for highlighting."""
        single = [
            self.metric, self.target, self.baseline, self.method, self.due.part, self.owner.part, self.review,
            self.deliverable,
        ]  # fmt: skip
        found = [part for part in single if part is not None] + list(self.vague)
        return sorted(found, key=lambda part: (part.start, part.end, part.label))
