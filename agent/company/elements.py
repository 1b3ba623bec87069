"""Which figure of the plan a tagged element states, by the table in elements.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

Standard = Literal["JGAAP", "IFRS", "USGAAP"]
STANDARDS: tuple[Standard, ...] = ("JGAAP", "IFRS", "USGAAP")

_CORE_TAXONOMIES = {
    "jpcrp_cor": "jpcrp_cor",
    "jppfs_cor": "jppfs_cor",
    "jpigp_cor": "jpigp_cor",
    "ifrs-full": "ifrs-full",
    "us-gaap": "us-gaap",
    "tse-ed-t": "tse",
    "tse-re-t": "tse",
}
"""Taxonomy of the table by namespace prefix; any other prefix is a filer's extension."""
_OWN = re.compile(r"jp[a-z]{3}\w*-[a-z0-9]+_[A-Z]\d{5}-\d{3}:")
"""Prefix of a filer's own taxonomy (EDINET taxonomy guideline, namespaces)."""
_SUMMARY = re.compile("SummaryOfBusinessResults|KeyFinancialData")
_AFFIXES = re.compile("SummaryOfBusinessResults|KeyFinancialData|IFRS|USGAAP")
_LABEL_TAIL = re.compile("(?:、経営指標等|（(?:IFRS|US ?GAAP|日本基準)）|\\s)+$")


@dataclass(frozen=True, slots=True)
class FigureOf:
    """One key an element can state: `rank` orders candidates, lower first; `list_` is its list."""

    key: str
    rank: int
    list_: int
    standard: Standard | None  # None: of every standard the period has
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """A row of the financial table: unit of its values, and whether one list must serve all years."""

    unit: str
    exclusive: bool


@cache
def keys() -> dict[str, Key]:
    """All keys of the table in its order."""
    return {name: Key(row["unit"], bool(row.get("exclusive"))) for name, row in _table().items()}


def is_own(element: str) -> bool:
    """True for an element of the filer's own taxonomy in a filing of EDINET."""
    return _OWN.match(element) is not None


def own_labels(key: str) -> frozenset[str]:
    """Whole labels under which filers state the key by elements of their own."""
    return frozenset(label for name, _, _, labels in _extension_lists() if name == key for label in labels)


@lru_cache(maxsize=8192)
def figures_of(element: str, label: str | None = None) -> tuple[FigureOf, ...]:
    """Keys that the element "prefix:LocalName" states; empty for an element that states none.

    `label` is the filer's own label of an extension element, where the form carries it.
    """
    prefix, _, local = element.rpartition(":")
    taxonomy = _CORE_TAXONOMIES.get(prefix, "extension")
    if taxonomy == "extension":
        return tuple(_extension_figures(local, label))
    found = _core_index().get((taxonomy, local), ())
    return tuple(
        FigureOf(key, rank, list_, _standard(mark, local), scope) for key, rank, list_, mark, scope in found
    )


def _extension_figures(local: str, label: str | None) -> list[FigureOf]:
    if not _SUMMARY.search(local):
        return []
    stem = _AFFIXES.sub("", local)
    words = _LABEL_TAIL.sub("", label or "")
    return [
        FigureOf(key, list_ * 100, list_, _standard("marked", local, core=False), None)
        for key, list_, stems, labels in _extension_lists()
        if stems.fullmatch(stem) or words in labels
    ]


def _standard(mark: str, local: str, *, core: bool = True) -> Standard | None:
    if mark in STANDARDS:
        return mark
    if mark == "any":
        return None
    if "IFRS" in local:
        return "IFRS"
    if "USGAAP" in local:
        return "USGAAP"
    return "JGAAP" if core else None


@cache
def _table() -> dict[str, dict[str, Any]]:
    text = files(__package__).joinpath("elements.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _core_index() -> dict[tuple[str, str], list[tuple[str, int, int, str, str | None]]]:
    index: dict[tuple[str, str], list[tuple[str, int, int, str, str | None]]] = {}
    for key, row in _table().items():
        for list_, entry in enumerate(row["elements"]):
            for place, name in enumerate(entry.get("names", ())):
                found = (key, list_ * 100 + place, list_, entry["standard"], entry.get("scope"))
                index.setdefault((entry["taxonomy"], name), []).append(found)
    return index


@cache
def _extension_lists() -> list[tuple[str, int, re.Pattern[str], frozenset[str]]]:
    return [
        (key, list_, re.compile("|".join(entry["stems"])), frozenset(entry["labels"]))
        for key, row in _table().items()
        for list_, entry in enumerate(row["elements"])
        if entry["taxonomy"] == "extension"
    ]
