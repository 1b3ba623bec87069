"""Citations made from places in a document: the smallest run of whole units or of a long sentence's clauses."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import asdict
from functools import lru_cache
from typing import Literal

from agent.evidence.clauses import clause_run
from agent.evidence.held import Held
from agent.evidence.segment import covering
from agent.evidence.sentences import quotable_spans
from agent.models.evidence import MAX_QUOTE, Citation, PlanLocator
from connectors.interface import Document, Fact, Locator, Span

Check = Literal["quote_found", "value_matches"]


@lru_cache(maxsize=64)
def _units(key: Held) -> tuple[list[int], list[int], list[int]]:
    spans = quotable_spans(key.document)
    return [s.start for s in spans], [s.end for s in spans], [b.end for b in key.document.blocks]


def covering_span(document: Document, start: int, end: int) -> Span | None:
    """The smallest run of quotable units that covers `[start, end)`, of any length; None without one."""
    start, end = _without_margin(document.text, start, end)
    starts, ends, _ = _units(Held(document))
    found = covering(starts, ends, start, end) if start < end else None
    return Span(*found) if found else None


def _is_unit(document: Document, span: Span) -> bool:
    starts, ends, _ = _units(Held(document))
    at = bisect_left(starts, span.start)
    return at < len(starts) and (starts[at], ends[at]) == span


def units_between(document: Document, start: int, end: int) -> list[Span]:
    """Quotable units that lie inside `[start, end)`, in order."""
    starts, ends, _ = _units(Held(document))
    low = bisect_left(starts, start)
    high = bisect_right(ends, end)
    return [Span(starts[index], ends[index]) for index in range(low, high)]


def cite(document: Document, start: int, end: int, check: Check = "quote_found") -> Citation | None:
    """Citation of the smallest run of whole quotable units that covers code points `[start, end)`.

    Inside one sentence that is longer than a quote may be (300 characters) it is the smallest run of its clauses
    that stands alone. None when there is no such run or the place holds no text.
    """
    span = covering_span(document, start, end)
    if span is not None and span.end - span.start > MAX_QUOTE:
        span = clause_run(document.text, span, start, end) if _is_unit(document, span) else None
    if span is None:
        return None
    return Citation(
        source_id=document.source_id,
        start=span.start,
        end=span.end,
        quote=document.text[span.start : span.end],
        locator=_plan_locator(locator_at(document, span.start)),
        check=check,
    )


def cite_fact(document: Document, fact: Fact) -> list[Citation]:
    """Citations of a tagged value: its printed form's unit, then sign and scale words that stand elsewhere.

    Empty when the fact is not printed or its unit is too long to quote. Each carries check "value_matches"
    and the fact's element as locator.
    """
    places = [place for place in (fact.span, fact.sign_span, fact.scale_span) if place is not None]
    if fact.span is None:
        return []
    citations: list[Citation] = []
    for place in places:
        if any(c.start <= place.start and place.end <= c.end for c in citations):
            continue
        citation = cite(document, place.start, place.end, "value_matches")
        if citation is None:
            if place is fact.span:
                return []
            continue
        citation.locator.element = fact.element
        citations.append(citation)
    return citations


def locator_at(document: Document, offset: int) -> Locator:
    """Locator of the block at a code point, or of the nearest block before it."""
    if not document.blocks:
        return Locator()
    ends = _units(Held(document))[2]
    index = min(bisect_right(ends, offset), len(ends) - 1)
    block = document.blocks[index]
    if block.start > offset and index:
        block = document.blocks[index - 1]
    return block.locator


def _plan_locator(locator: Locator) -> PlanLocator:
    return PlanLocator(**asdict(locator))


def _without_margin(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
