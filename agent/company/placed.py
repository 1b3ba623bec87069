"""Own elements of a filer's statements that state a figure: known by their label and their calculation links."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from agent.company.elements import FigureOf, Standard, figures_of, is_own, own_labels
from connectors.interface import CalculationArc, Document, Fact

_LAST = 50
"""List of an own element that stands in for a standard one: after every list of elements.toml."""
_TOTAL = re.compile("(?:合計|計)$")
_IFRS = ("jpigp_cor", "ifrs-full")
_LONGEST_CHAIN = 4
"""Own subtotals between an element and the standard one it belongs to; more are never seen."""

_Link = tuple[str, str]
"""Kind of link as in calculations.toml, and the standard element at its other end."""


@dataclass(frozen=True, slots=True)
class _Rule:
    key: str
    labels: frozenset[str]
    links: frozenset[_Link]  # by local name
    total: bool


class PlacedElements:
    """What the own elements of one filing state; its links are read when the first unknown element is asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._links: Mapping[str, Sequence[_Link]] | None = None
        self._known: dict[tuple[str, str | None], tuple[FigureOf, ...]] = {}

    def figures(self, fact: Fact) -> tuple[FigureOf, ...]:
        """Keys of an own element that elements.toml does not know; none for others, and without links."""
        if self._document.calculations is None or not is_own(fact.element):
            return ()
        place = (fact.element, fact.label)
        if place not in self._known:
            if self._links is None:
                self._links = _links_of(self._document.calculations())
            self._known[place] = tuple(_stated(self._links.get(fact.element, ()), fact.label))
        return self._known[place]


def _stated(links: Sequence[_Link], label: str | None) -> Iterator[FigureOf]:
    """A key whose rule the label and one link fulfil, or whose elements it totals.

    A total comes before its parts, which state the key too; another one after every element of the table.
    """
    words = _TOTAL.sub("", label or "")
    for rule in _rules():
        fitting = [element for kind, element in links if (kind, element.rpartition(":")[2]) in rule.links]
        parts = _parts(rule.key, links)
        total = rule.total and len(parts) > 1
        if total or (fitting and (words in rule.labels or label in rule.labels)):
            list_ = min((part.list_ for part in parts), default=_LAST)
            rank = list_ * 100 - 1 if parts else list_ * 100
            yield FigureOf(rule.key, rank, list_, _standard(fitting or [element for _, element in links]))


def _parts(key: str, links: Sequence[_Link]) -> list[FigureOf]:
    """What the elements it adds state of the key; none where it also subtracts something."""
    if any(kind == "subtracts" for kind, _ in links):
        return []
    return [
        figure
        for kind, element in links
        if kind == "adds"
        for figure in figures_of(element)
        if figure.key == key and figure.scope is None
    ]


def _standard(elements: Sequence[str]) -> Standard:
    return "IFRS" if any(element.rpartition(":")[0] in _IFRS for element in elements) else "JGAAP"


def _links_of(arcs: Sequence[CalculationArc]) -> dict[str, list[_Link]]:
    """Links of each own element to standard ones, through other own elements."""
    children: dict[str, list[tuple[str, int]]] = {}
    parents: dict[str, list[tuple[str, int]]] = {}
    for _, parent, child, weight in dict.fromkeys(arcs):
        children.setdefault(parent, []).append((child, weight))
        parents.setdefault(child, []).append((parent, weight))
    links: dict[str, list[_Link]] = {}
    for element in dict.fromkeys([*children, *parents]):
        if is_own(element):
            down = [("adds" if sign > 0 else "subtracts", end) for end, sign in _ends(element, children)]
            up = [
                ("added_to" if sign > 0 else "subtracted_from", end) for end, sign in _ends(element, parents)
            ]
            links[element] = list(dict.fromkeys([*down, *up]))
    return links


def _ends(
    element: str, arcs: Mapping[str, Sequence[tuple[str, int]]], sign: int = 1, left: int = _LONGEST_CHAIN
) -> Iterator[tuple[str, int]]:
    """Standard elements at the end of chains of own ones, and the product of the weights on the way."""
    for other, weight in arcs.get(element, ()) if left else ():
        if is_own(other):
            yield from _ends(other, arcs, sign * weight, left - 1)
        else:
            yield other, sign * weight


@cache
def _rules() -> tuple[_Rule, ...]:
    table = tomllib.loads(files(__package__).joinpath("calculations.toml").read_text(encoding="utf-8"))
    return tuple(
        _Rule(
            key,
            frozenset(row.get("labels", ())) | own_labels(key),
            frozenset(
                (kind, name)
                for kind in ("adds", "subtracts", "added_to", "subtracted_from")
                for name in row.get(kind, ())
            ),
            bool(row.get("total")),
        )
        for key, row in table.items()
    )
