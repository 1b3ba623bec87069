"""Figures of a benchmark, each beside its bound where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number; `most` and `least` are bounds it must keep."""

    label: str
    value: float
    unit: str
    most: float | None = None
    least: float | None = None
    more: str = ""  # what else is worth saying, "p95 2.1 ms"

    @property
    def holds(self) -> bool:
        """True inside the bounds, and where there are none."""
        return (self.most is None or self.value <= self.most) and (
            self.least is None or self.value >= self.least
        )

    def line(self) -> str:
        """One line for people."""
        shown = f"{self.value:,.1f}" if self.value < 100 else f"{self.value:,.0f}"
        text = f"    {self.label:44} {shown:>9} {self.unit:12} {self.more}"
        if self.most is None and self.least is None:
            return text.rstrip()
        bound = f"<= {self.most:g}" if self.most is not None else f">= {self.least:g}"
        return f"{text:82} {'pass' if self.holds else 'FAIL'} ({bound})"


def show(title: str, figures: Sequence[Figure]) -> bool:
    """Print a title and its figures; True when all of them hold."""
    print(title, *(figure.line() for figure in figures), sep="\n", flush=True)
    return all(figure.holds for figure in figures)
