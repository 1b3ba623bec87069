"""Remarks with the chances of the kinds they may be, and the chances from which on a kind is believed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from agent.drafting.second_reading.verdicts import overlaps
from agent.models.evidence import Citation
from agent.renewal.courtesies import states_nothing
from agent.renewal.likely import likely_kinds
from agent.renewal.remarks import Remark
from agent.sentence_kinds import Chances
from connectors.interface import BlockKind
from connectors.language import language_of

NEVER = 1.1
"""No chance reaches it."""
SHORTEST = 6
"""Letters below which a remark alone states nothing."""
LABEL = re.compile(r"[^:：。、.,]{1,30}[:：][\s*_]*")
NO_STATEMENT = (BlockKind.HEADING, BlockKind.FIELD)


@dataclass(frozen=True, slots=True)
class Bounds:
    """An entry stays when one of its sentences reaches `keep`; a sentence that no rule saw becomes one at `add`.

    Where the rules found none of the kind at all, it does so at `first` already.
    """

    keep: float
    add: float
    first: float


class Weighed:
    """The notes' remarks with their chances."""

    def __init__(
        self, remarks: Sequence[Remark], seen_as: Sequence[tuple[str, ...]], weights: Path | None = None
    ) -> None:
        self._remarks = remarks
        self._chances: list[Chances] = likely_kinds(remarks, seen_as, weights)
        self._days = sorted({remark.day for remark in remarks if remark.day})
        self._places: dict[str, list[int]] = {}
        for place, remark in enumerate(remarks):
            self._places.setdefault(remark.document.source_id, []).append(place)
        self._by_source: dict[str, list[tuple[Remark, Chances]]] = {}
        for pair in zip(remarks, self._chances, strict=True):
            self._by_source.setdefault(pair[0].document.source_id, []).append(pair)

    def all(self) -> Iterator[tuple[Remark, Chances]]:
        """Every remark with its chances, in order; headings and header fields are left out."""
        for _, remark, chances in self.told():
            yield remark, chances

    def told(self) -> Iterator[tuple[int, Remark, Chances]]:
        """As `all`, with each remark's place."""
        for place, (remark, chances) in enumerate(zip(self._remarks, self._chances, strict=True)):
            if may_state(remark):
                yield place, remark, chances

    def remark(self, place: int) -> Remark:
        """The remark at a place."""
        return self._remarks[place]

    def chances(self, place: int) -> Chances:
        """The chances of the remark at a place."""
        return self._chances[place]

    def places(self, citations: Iterable[Citation]) -> list[int]:
        """Places of the remarks that the citations quote, in the citations' order, each once."""
        return list(
            dict.fromkeys(
                place
                for citation in citations
                for place in self._places.get(citation.source_id, ())
                if overlaps(citation, self._remarks[place])
            )
        )

    def beside(self, places: Sequence[int]) -> list[Chances]:
        """Chances of the remarks before the first and after the last place, in the same document."""
        document = self._remarks[places[0]].document
        return [
            self._chances[place]
            for place in (min(places) - 1, max(places) + 1)
            if 0 <= place < len(self._remarks) and self._remarks[place].document is document
        ]

    def around(self, place: int) -> tuple[Remark | None, Remark | None]:
        """The remarks before and after a place in its document."""
        document = self._remarks[place].document
        before, after = (
            self._remarks[at] if 0 <= at < len(self._remarks) else None for at in (place - 1, place + 1)
        )
        return (
            before if before and before.document is document else None,
            after if after and after.document is document else None,
        )

    def around_remark(self, remark: Remark) -> tuple[Remark | None, Remark | None]:
        """As `around`, of the remark itself."""
        places = self._places.get(remark.document.source_id, [])
        at = next((place for place in places if self._remarks[place] is remark), None)
        return self.around(at) if at is not None else (None, None)

    def before(self, remark: Remark, most: int) -> list[Remark]:
        """Up to `most` remarks before one in its document, the nearest first."""
        places = self._places.get(remark.document.source_id, [])
        at = next((n for n, place in enumerate(places) if self._remarks[place] is remark), 0)
        return [self._remarks[place] for place in reversed(places[max(0, at - most) : at])]

    def age(self, place: int) -> float | None:
        """0 for the first day the notes were written on, 1 for the last; None without a day or with one day only."""
        day = self._remarks[place].day
        if day is None or len(self._days) < 2:
            return None
        return self._days.index(day) / (len(self._days) - 1)

    def quotes(self, citations: Iterable[Citation]) -> bool:
        """One of the citations quotes a remark."""
        return any(
            overlaps(citation, remark)
            for citation in citations
            for remark, _ in self._by_source.get(citation.source_id, ())
        )

    def believed(self, kind: str, citations: Iterable[Citation]) -> bool:
        """False where the entry rests on remarks alone and none of them reaches the kind's `keep`."""
        found = [
            (remark, chances)
            for citation in citations
            for remark, chances in self._by_source.get(citation.source_id, ())
            if overlaps(citation, remark)
        ]
        return not found or any(
            chances.get(kind, 1.0) >= bounds(remark, kind).keep for remark, chances in found
        )

    def added(self, kind: str, cited: Iterable[Citation]) -> Iterator[tuple[Remark, float]]:
        """Remarks that reach the kind's bound and that none of the citations quotes, in order, with their chances.

        `cited` are the citations of the entries there are; without any, `first` is the bound.
        """
        known = list(cited)
        for remark, chances in self.all():
            chance = chances.get(kind, 0.0)
            least = bounds(remark, kind).add if known else bounds(remark, kind).first
            if chance >= least and not any(overlaps(citation, remark) for citation in known):
                yield remark, chance


def may_state(remark: Remark) -> bool:
    """Neither a heading, a header field nor a header row, no mere word or label, and no greeting or signature."""
    header = remark.document.blocks[remark.block].header
    named = remark.kind not in NO_STATEMENT and not header and len(remark.text) >= SHORTEST
    return named and LABEL.fullmatch(remark.text) is None and not states_nothing(remark)


def bounds(remark: Remark, kind: str) -> Bounds:
    """The kind's bounds in the remark's language; a kind without any is neither dropped nor added."""
    return _table().get(language_of(remark.text), {}).get(kind, LEFT_TO_RULES)


LEFT_TO_RULES = Bounds(keep=0.0, add=NEVER, first=NEVER)


@cache
def _table() -> Mapping[str, Mapping[str, Bounds]]:
    text = files("agent.drafting.second_reading").joinpath("bounds.toml").read_text(encoding="utf-8")
    return {
        language: {
            kind: Bounds(values.get("keep", 0.0), values.get("add", NEVER), values.get("first", NEVER))
            for kind, values in kinds.items()
        }
        for language, kinds in tomllib.loads(text).items()
    }
