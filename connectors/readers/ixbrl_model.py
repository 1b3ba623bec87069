"""What a scan of inline XBRL or of an instance yields before values are computed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from connectors.interface import Block, FactContext, FactPeriod

SCOPE_AXES = ("ConsolidatedOrNonConsolidatedAxis", "ConsolidatedNonconsolidatedAxis")
"""Axes of jppfs_cor and of TDnet's tse-ed-t that tell consolidated from non-consolidated figures."""


@dataclass(slots=True)
class Contexts:
    """Contexts and units by id, as the instance or the inline header declares them."""

    contexts: dict[str, FactContext] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)

    def context(self, identifier: str) -> FactContext:
        """The declared context, else one that carries the id alone (a single member without its header)."""
        found = self.contexts.get(identifier)
        if found is None:
            scope = False if "NonConsolidatedMember" in identifier.split("_") else None
            found = FactContext(identifier, FactPeriod(None, None), scope, (), identifier.partition("_")[0])
            self.contexts[identifier] = found
        return found


class RawFact:
    """One tagged place: attributes as written, and the code points of its printed form once they are known."""

    __slots__ = (
        "attributes", "block", "continued", "declared", "end", "hidden", "name", "numeric", "start", "text",
    )  # fmt: skip

    def __init__(self, name: str, attributes: dict[str, str], numeric: bool, declared: Contexts) -> None:
        self.name = name
        self.declared = declared
        self.attributes = attributes
        self.numeric = numeric
        self.start = -1  # -1: nothing of it is printed
        self.end = -1
        self.block = -1  # index of the block its first character stands in
        self.hidden = False
        self.text: str | None = None  # of hidden facts and instances
        self.continued: str | None = attributes.get("continuedAt")

    @property
    def is_block(self) -> bool:
        """True for text blocks, whose value is their place in the text."""
        return self.name.endswith("TextBlock")


Mark = tuple[int, RawFact, bool]
"""A tagged place begins or (True) ends here; the number counts pieces or characters."""


@dataclass(slots=True)
class Scan:
    """Everything read from the members of one filing, in document order."""

    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    facts: list[RawFact] = field(default_factory=list)
    continuations: dict[str, RawFact] = field(default_factory=dict)
    declared: dict[str, Contexts] = field(default_factory=dict)  # by instance: one package may hold several


def iso_date(text: str) -> dt.date | None:
    """A date of `xbrli:period` ("2024-03-31", with or without a time); None for anything else."""
    try:
        return dt.date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None
