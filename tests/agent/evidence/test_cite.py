"""Citations widen to whole units and never lie about their words."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from agent.evidence.cite import cite, cite_fact, covering_span
from connectors.interface import (
    Block,
    BlockKind,
    Document,
    DocumentKind,
    Fact,
    FactContext,
    FactPeriod,
    Locator,
    Span,
)

TEXT = "(単位：百万円)\n売上高\t△1,234\t5,678\n当期は増収でした。来期は未定です。\n" + "長" * 301 + "。\n"
BLOCKS = (
    Block(BlockKind.PARAGRAPH, 0, 8, Locator(page=1)),
    Block(
        BlockKind.TABLE_ROW,
        9,
        25,
        Locator(page=1, row=2),
        cells=(Span(9, 12), Span(13, 19), Span(20, 25)),
        table=0,
    ),
    Block(BlockKind.PARAGRAPH, 26, 43, Locator(page=2)),
    Block(BlockKind.PARAGRAPH, 44, 346),
)
DOC = Document("s1", "a.html", "t", DocumentKind.WEB_PAGE, TEXT, BLOCKS, "0" * 64, "ja")


def test_cite_widens_to_the_sentence() -> None:
    at = TEXT.index("来期は未定")
    citation = cite(DOC, at + 1, at + 2)
    assert citation is not None
    assert citation.quote == "来期は未定です。"
    assert TEXT[citation.start : citation.end] == citation.quote
    assert citation.locator.page == 2


def test_cite_refuses_what_cannot_be_short() -> None:
    assert cite(DOC, 60, 61) is None
    assert cite(DOC, 43, 44) is None


def test_fact_is_cited_with_its_scale() -> None:
    fact = Fact(
        "jppfs_cor:NetSales",
        FactContext("c", FactPeriod(None, None)),
        Decimal(-1234000000),
        span=Span(14, 19),
        sign_span=Span(13, 14),
        scale_span=Span(4, 7),
    )
    first, second = cite_fact(DOC, fact)
    assert (first.quote, second.quote) == ("△1,234", "(単位：百万円)")
    assert first.check == "value_matches"
    assert first.locator.element == "jppfs_cor:NetSales"
    assert first.locator.row == 2


def test_hidden_fact_has_no_citation() -> None:
    assert cite_fact(DOC, Fact("x:Y", FactContext("c", FactPeriod(None, None)), Decimal(1))) == []


@given(st.integers(0, len(TEXT)), st.integers(0, 40))
def test_covering_span_covers(start: int, length: int) -> None:
    end = min(len(TEXT), start + length)
    span = covering_span(DOC, start, end)
    if span is None:
        assert not TEXT[start:end].strip()
    else:
        inside = TEXT[start:end].strip()
        assert inside in TEXT[span.start : span.end]
