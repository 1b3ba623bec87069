"""The one function that decides whether a quote is there: `QuoteChecker.find`.

A quote is found when, after `agent.evidence.fold`, it equals a run of whole units of the source that is at most
300 characters long and not cut from a number, sign, scale or negation. Of a sentence that is longer than that it
may be a run of whole clauses (`agent.evidence.clauses`). Nothing else is forgiven.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from agent.evidence.clauses import clause_spans, stands_alone
from agent.evidence.cuts import Reason, cut, cut_from_wrapped_negation
from agent.evidence.fold import Folded, fold, spacing_differs
from agent.evidence.sentences import plain_spans, quotable_spans
from agent.evidence.starts import label_ends, later_starts
from agent.models.evidence import MAX_QUOTE
from connectors.interface import Document, Span

_KEY = 24
"""Characters of a unit's head that the index is sorted by: long enough that few units share them."""

_MAX_TYPED = 4 * MAX_QUOTE
"""A quote typed with entities and doubled spaces may be this long before it is looked at."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where the quote stands: code points `[start, end)` of the source's text."""

    start: int
    end: int


@dataclass(frozen=True)
class Refused:
    """The quote is not there as one may quote it. `reason` is worked out when asked for."""

    checker: QuoteChecker = field(repr=False)
    quote: str

    @cached_property
    def reason(self) -> Reason:
        """Why, as a code; looks at every place where the words stand."""
        return self.checker.why_not(self.quote)


class QuoteChecker:
    """One source, prepared once. `spans` are its quotable units; without them lines and tabs tell.
    `labels` are further places where a quote may begin.

    Preparing 300,000 characters takes about 0.2 s, a check some microseconds.
    """

    def __init__(self, text: str, spans: Sequence[Span] | None = None, labels: Sequence[int] = ()) -> None:
        self.text = text
        units = list(plain_spans(text, 0, len(text))) if spans is None else spans
        self._folded: Folded = fold(text)
        folded = self._folded.text
        starts = self._folded.positions([unit.start for unit in units])
        ends = [0] * len(units)
        after = self._folded.positions([unit.end for unit in units])
        for index, position in enumerate(after):
            ends[index] = position
        self._hard = set(starts)
        later = self._folded.positions(sorted([*later_starts(text, units), *labels]))
        self._long = [unit for unit in units if unit.end - unit.start > MAX_QUOTE]
        inner_starts, inner_ends = self._clause_ends()
        self._inner = inner_starts.difference(starts), inner_ends.difference(ends)
        self._ends = inner_ends.union(ends)
        self._starts = sorted(
            self._hard.union(later, inner_starts), key=lambda at: (folded[at : at + _KEY], at)
        )
        self._keys = [folded[at : at + _KEY] for at in self._starts]
        self._whole: dict[str, list[int]] = {}
        for begin, end in zip(starts, ends, strict=True):
            self._whole.setdefault(folded[begin:end], []).append(begin)

    @classmethod
    def of(cls, document: Document) -> QuoteChecker:
        """Checker of a document by its own blocks."""
        return cls(document.text, quotable_spans(document), label_ends(document))

    def find(self, quote: str, near: int | None = None) -> Found | Refused:
        """Exact place of `quote`, or a refusal with its reason.

        Of several places the one nearest to code point `near` is given, the first without it.
        """
        if len(quote) > _MAX_TYPED:
            return Refused(self, quote)
        typed = fold(quote.strip())
        needle = typed.text
        if not needle:
            return Refused(self, quote)
        raw = quote.strip()
        best = self._nearest(self._whole.get(needle, ()), typed, raw, near)
        if best is None or near not in (None, best.start):
            other = self._nearest(self._places(needle), typed, raw, near)
            best = other or best
        return best or Refused(self, quote)

    def _nearest(self, places: Sequence[int], typed: Folded, raw: str, near: int | None) -> Found | None:
        origin = self._folded.origin
        if near is not None and len(places) > 1:
            places = sorted(places, key=lambda begin: abs(origin(begin) - near))
        return next((found for begin in places if (found := self._accept(begin, typed, raw))), None)

    def why_not(self, quote: str) -> Reason:
        """Why `find` refuses this quote."""
        stripped = quote.strip()
        if not stripped:
            return Reason.EMPTY
        if len(quote) > _MAX_TYPED:
            return Reason.TOO_LONG
        typed = fold(stripped)
        reason = Reason.NOT_IN_SOURCE
        at = self._folded.text.find(typed.text) if typed.text else -1
        while at >= 0:
            start, end = self._span(at, len(typed.text))
            if end - start > MAX_QUOTE:
                return Reason.TOO_LONG
            if spacing_differs(self._folded, self.text, self._hard, at, typed, stripped):
                reason = Reason.SPACING if reason is Reason.NOT_IN_SOURCE else reason
            else:
                whole = self._begins(at) and at + len(typed.text) in self._ends
                left = Reason.CUT_FROM_NEGATION if whole else Reason.NOT_WHOLE_UNITS
                return cut(self.text, start, end) or left
            at = self._folded.text.find(typed.text, at + 1)
        return reason

    def _places(self, needle: str) -> Sequence[int]:
        folded, key, size = self._folded.text, needle[:_KEY], len(needle)
        index = bisect_left(self._keys, key)
        places: list[int] = []
        while index < len(self._keys) and self._keys[index].startswith(key):
            begin = self._starts[index]
            if begin + size in self._ends and folded.startswith(needle, begin):
                places.append(begin)
            index += 1
        return sorted(places)

    def _accept(self, begin: int, typed: Folded, raw: str) -> Found | None:
        start, end = self._span(begin, len(typed.text))
        if end - start > MAX_QUOTE:
            return None
        if self.text[start:end] != raw and spacing_differs(
            self._folded, self.text, self._hard, begin, typed, raw
        ):
            return None
        if self._parts_a_sentence(begin, begin + len(typed.text)) and not self._clauses_stand(start, end):
            return None
        if cut(self.text, start, end) or cut_from_wrapped_negation(self.text, end):
            return None
        return Found(start, end)

    def _clause_ends(self) -> tuple[set[int], set[int]]:
        """Folded positions where clauses of long sentences begin and end, before their mark and after it."""
        clauses = [span for unit in self._long for span in clause_spans(self.text, *unit)]
        ends = sorted(
            end for clause in clauses for end in (clause.end, clause.end - _marked(self.text, clause))
        )
        starts = self._folded.positions([clause.start for clause in clauses])
        return set(starts), set(self._folded.positions(ends))

    def _begins(self, position: int) -> bool:
        return position in self._hard or position in self._inner[0]

    def _parts_a_sentence(self, begin: int, end: int) -> bool:
        """Whether a run of folded positions begins or ends at a clause inside a long sentence."""
        return begin in self._inner[0] or end in self._inner[1]

    def _clauses_stand(self, start: int, end: int) -> bool:
        at = bisect_right(self._long, start, key=lambda unit: unit.start) - 1
        sentence = self._long[at] if at >= 0 else None
        return sentence is not None and end <= sentence.end and stands_alone(self.text, sentence, start, end)

    def _span(self, begin: int, size: int) -> tuple[int, int]:
        return self._folded.origin(begin), self._folded.origin_end(begin + size)


def _marked(text: str, clause: Span) -> int:
    """Length of the mark a clause ends with."""
    return 1 if text[clause.end - 1] in "、，,；;" and clause.end - clause.start > 1 else 0
