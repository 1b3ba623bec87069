"""Completeness at a glance: S/M/A/R/T/O by goal with counts, and the three questions that matter most. No score."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from agent.models.finding import Finding, Severity

LETTERS = ("S", "M", "A", "R", "T", "O")
QUESTIONS = 3
_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
_FIRST = (
    "P04",
    "P03",
    "A02",
    "T05",
    "T06",
    "P01",
    "P02",
    "R02",
    "M01",
    "M05",
    "M07",
    "T01",
    "T03",
    "O01",
    "O04",
    "R01",
)
"""Which question comes first among equally severe ones: what costs the renewal, then what makes a goal checkable."""


@dataclass(frozen=True, slots=True)
class GlanceRow:
    """One goal or action, or a whole plan in a portfolio; `counts` are errors and warnings a letter."""

    name: str
    path: str
    counts: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Glance:
    """A table and the most important questions, each with its path."""

    rows: tuple[GlanceRow, ...]
    questions: tuple[tuple[str, str], ...]
    plan_findings: int  # rules of the plan as a whole (P)


def glance(places: Sequence[tuple[str, str]], findings: Sequence[Finding]) -> Glance:
    """`places` are (path, name) of the rows in order; findings of deeper paths count for their row."""
    counts: dict[str, dict[str, int]] = {path: dict.fromkeys(LETTERS, 0) for path, _ in places}
    for finding in filter(_counts_for_a_goal, findings):
        path = finding.path
        while path and path not in counts:
            path = path.rpartition(".")[0]
        if path:
            counts[path][finding.rule[0]] += 1
    rows = tuple(GlanceRow(name, path, counts[path]) for path, name in places)
    whole = sum(finding.rule[0] == "P" and finding.rule[1:].isdigit() for finding in findings)
    return Glance(rows, questions_first(findings), whole)


def portfolio(plans: Sequence[tuple[str, Sequence[Finding]]]) -> Glance:
    """One row a plan, the plan with most errors and warnings first; questions over all plans."""
    rows = [GlanceRow(name, name, _counts(findings)) for name, findings in plans]
    rows.sort(key=lambda row: (-row.total, row.name))
    every = [finding for _, findings in plans for finding in findings]
    return Glance(tuple(rows), questions_first(every), sum(finding.rule[0] == "P" for finding in every))


def _counts(findings: Sequence[Finding]) -> dict[str, int]:
    counted = Counter(finding.rule[0] for finding in findings if _counts_for_a_goal(finding))
    return {letter: counted[letter] for letter in LETTERS}


def _counts_for_a_goal(finding: Finding) -> bool:
    """A warning or error of a SMART or ownership rule."""
    return finding.severity is not Severity.INFO and bool(re.fullmatch(r"[SMARTO]\d\d", finding.rule))


def questions_first(findings: Sequence[Finding]) -> tuple[tuple[str, str], ...]:
    """(path, question) of the most important findings, one a rule, the gravest first."""
    chosen: list[Finding] = []
    for finding in sorted(findings, key=_importance):
        if finding.question and all(finding.rule != other.rule for other in chosen):
            chosen.append(finding)
        if len(chosen) == QUESTIONS:
            break
    return tuple((finding.path, finding.question or "") for finding in chosen)


def _importance(finding: Finding) -> tuple[int, int]:
    rank = _FIRST.index(finding.rule) if finding.rule in _FIRST else len(_FIRST)
    return _WEIGHT[finding.severity], rank
