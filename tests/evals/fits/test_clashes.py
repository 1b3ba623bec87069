"""The pair that a fit of clashes is judged by: two places, the first said earlier."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.drafting.notes.contradictions.said import Said
from agent.drafting.second_reading.decider_links import BIAS, Side
from agent.renewal.remarks import Remark
from connectors.interface import Block, BlockKind, Document, DocumentKind
from evals.fits.clashes import best_pair

WEIGHTS = {(place, "ja"): {BIAS: -1.0, place: 2.0, "both": 3.0} for place in ("before", "after")}


def _side(number: int, day: dt.date, **features: float) -> Side:
    text = f"文{number}。"
    block = Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text))
    document = Document(
        source_id=f"s{number}", path=f"{number}.txt", kind=DocumentKind.NOTE, title="", text=text, blocks=[block], sha256="", language="ja"
    )  # fmt: skip
    remark = Remark(document, 0, len(text), text, BlockKind.PARAGRAPH, 0, day=day)
    return Side(Said(remark, "", day), "ja", features)


@pytest.mark.parametrize(("first", "second", "order"), [(1, 9, (0, 1)), (9, 1, None)])
def test_what_holds_was_said_later(first: int, second: int, order: tuple[int, int] | None) -> None:
    sides = [
        _side(1, dt.date(2026, 5, first), before=1.0),
        _side(2, dt.date(2026, 5, second), after=1.0),
    ]
    found = best_pair(sides, WEIGHTS)
    assert found is not None
    assert (found[1:] == (0, 1)) is (order is not None)


def test_one_sentence_alone_clashes_with_nothing() -> None:
    assert best_pair([_side(1, dt.date(2026, 5, 1), both=1.0)], WEIGHTS) is None
