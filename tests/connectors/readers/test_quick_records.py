"""Records built quickly are the records their constructors build, frozen ones with every field."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from decimal import Decimal

import pytest

from connectors.interface import Block, BlockKind, Fact, FactContext, FactPeriod, Locator, Span
from connectors.readers.quick_records import quick_block, quick_fact

CONTEXT = FactContext("CurrentYearInstant", FactPeriod(None, None))


@pytest.mark.parametrize(
    ("quick", "slow"),
    [
        (
            quick_block(BlockKind.HEADING, 3, 9, Locator(page=1)),
            Block(BlockKind.HEADING, 3, 9, Locator(page=1)),
        ),
        (
            quick_block(BlockKind.TABLE_ROW, 0, 3, Locator(), 0, (Span(0, 1), Span(2, 3)), 4, True),
            Block(BlockKind.TABLE_ROW, 0, 3, Locator(), 0, (Span(0, 1), Span(2, 3)), 4, True),
        ),
        (
            quick_fact("a:B", CONTEXT, "", None, None, "見出し", Span(1, 2), None, None, True),
            Fact("a:B", CONTEXT, "", None, None, "見出し", Span(1, 2), None, None, True),
        ),
        (
            quick_fact("a:B", CONTEXT, Decimal(-5), "JPY", -6, None, Span(1, 2), Span(0, 1), Span(7, 9)),
            Fact("a:B", CONTEXT, Decimal(-5), "JPY", -6, None, Span(1, 2), Span(0, 1), Span(7, 9)),
        ),
    ],
)
def test_both_are_the_same_record(quick: Block | Fact, slow: Block | Fact) -> None:
    assert type(quick) is type(slow)
    assert quick == slow
    assert hash(quick) == hash(slow)
    assert repr(quick) == repr(slow)
    for field in fields(slow):
        assert getattr(quick, field.name) == getattr(slow, field.name)
    with pytest.raises(FrozenInstanceError):
        setattr(quick, fields(slow)[0].name, None)
