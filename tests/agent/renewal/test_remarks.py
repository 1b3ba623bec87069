from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from agent.renewal.labelled import read_answers
from agent.renewal.remarks import document_day, read_remarks
from agent.renewal.sides import Sides
from connectors.interface import Document, RawSource
from connectors.registry import read_source

Reading = Callable[[dict[str, str]], list[Document]]

TRANSCRIPT = """WEBVTT

1
00:00:01.000 --> 00:00:03.000
野々村 遥: 来週お送りします。

2
00:00:04.000 --> 00:00:06.000
椎名: お願いします。
"""


def test_every_remark_is_the_text_at_its_offsets(japanese: SimpleNamespace) -> None:
    assert japanese.remarks
    for remark in japanese.remarks:
        assert remark.document.text[remark.start : remark.end] == remark.text


@given(st.text(alphabet="あい。、:： \n・-[]x1２年月日|#ABC", max_size=120))
def test_offsets_hold_for_any_text(text: str) -> None:
    documents, _ = read_source(RawSource("note.md", text.encode()))
    for document in documents:
        sides = Sides.__new__(Sides)
        sides.__dict__.update(_own_companies=[], _us=set(), _customers={}, _us_families=set())
        for remark in read_remarks([document], sides):
            assert document.text[remark.start : remark.end] == remark.text


def test_speakers_words_stand_without_their_label(japanese: SimpleNamespace, read: Reading) -> None:
    remarks = read_remarks(read({"call_20261001.vtt": TRANSCRIPT}), japanese.sides)
    assert [(r.text, r.side) for r in remarks] == [
        ("来週お送りします。", "us"),
        ("お願いします。", "customer"),
    ]
    assert remarks[0].day == dt.date(2026, 10, 1)


def test_day_of_a_form_is_the_latest_day_it_was_filled_in(japanese: SimpleNamespace) -> None:
    assert document_day(japanese.documents[0]) == dt.date(2026, 3, 25)


def test_headings_stand_with_what_is_under_them(japanese: SimpleNamespace) -> None:
    under = [r for r in japanese.remarks if r.heading == "来期について" and r.kind.value == "list_item"]
    assert len(under) >= 4
    assert under[0].section.endswith("来期について")


def test_answers_of_forms_and_lines(japanese: SimpleNamespace) -> None:
    answers = {answer.label: answer for answer in read_answers(japanese.remarks)}
    assert answers["決裁者"].value == "製造技術部 部長 熊倉様"
    assert answers["競合"].is_empty
    assert answers["次回"].value.startswith("10月14日")
    assert answers["次回"].remarks[0].text.startswith("10月14日")
