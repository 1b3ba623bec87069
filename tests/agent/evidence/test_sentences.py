"""Where sentences, cells and items begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.evidence.segment import sentences
from agent.evidence.sentences import quotable_spans
from connectors.interface import Block, BlockKind, Document, DocumentKind, Span


def document(text: str, *blocks: Block) -> Document:
    return Document("s1", "a.md", "t", DocumentKind.NOTE, text, blocks, "0" * 64, "ja")


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "当期は増収。「来期は見送る。予算がない。」と述べた。次へ。",
            ["当期は増収。", "「来期は見送る。予算がない。」と述べた。", "次へ。"],
        ),
        (
            "（以下「当社」という。）は、東京に本社を置く。",
            ["（以下「当社」という。）は、東京に本社を置く。"],
        ),
        (
            "以上です。（注）これは注記です。（以上。） 次。",
            ["以上です。", "（注）これは注記です。", "（以上。）", "次。"],
        ),
        ("次へ進む！と決めた。本当？はい。", ["次へ進む！と決めた。", "本当？", "はい。"]),
        ("1. 概要です。2．次です。", ["1. 概要です。", "2．次です。"]),
        (
            "Mr. J. Smith of Acme Inc. said sales rose 3.5%. The U.S. market fell. We do not.",
            ["Mr. J. Smith of Acme Inc. said sales rose 3.5%.", "The U.S. market fell.", "We do not."],
        ),
        ('He said "no." Then he left.', ['He said "no."', "Then he left."]),
        ("It grew vs. plan, e.g. in Japan. No. 5 fell.", ["It grew vs. plan, e.g. in Japan.", "No. 5 fell."]),
        (
            "解約はしない\nという方針です。\n・項目1\n・項目2",
            ["解約はしない\nという方針です。", "・項目1", "・項目2"],
        ),
        (
            "We are not going to renew the contract with the vendor because\nthe price rose. Overview\nSales",
            [
                "We are not going to renew the contract with the vendor because\nthe price rose.",
                "Overview",
                "Sales",
            ],
        ),
        ("", []),
        ("見出し", ["見出し"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_stops_in_a_long_bracket_count() -> None:
    inner = "予算は来期に決まります。" * 30
    pieces = cut(f"「{inner}」と述べた。")
    assert len(pieces) == 30
    assert pieces[0] == "「予算は来期に決まります。"
    assert pieces[-1].endswith("」と述べた。")


@given(st.text(alphabet='あ亜A1a.。！？ \n\t「」（）()、，\u3000"', max_size=120))
def test_sentences_cover_all_but_space_in_order(text: str) -> None:
    spans = list(sentences(text, 0, len(text)))
    at = 0
    for start, end in spans:
        assert not text[at:start].strip()
        assert start < end
        assert text[start:end].strip() == text[start:end]
        at = end
    assert not text[at:].strip()


def test_units_follow_the_blocks() -> None:
    text = "見出し。続き\n売上高\t△\t1,234\t－\n一文目。二文目。\n"
    row = Block(
        BlockKind.TABLE_ROW, 7, 20, cells=(Span(7, 10), Span(11, 12), Span(13, 18), Span(19, 20)), table=0
    )
    doc = document(text, Block(BlockKind.HEADING, 0, 6), row, Block(BlockKind.PARAGRAPH, 21, 29))
    assert [text[s.start : s.end] for s in quotable_spans(doc)] == [
        "見出し。",
        "続き",
        "売上高",
        "△\t1,234",
        "－",
        "一文目。",
        "二文目。",
    ]


def test_units_without_blocks_come_from_lines_and_tabs() -> None:
    text = "見出し\n売上高\t$\t(1,234\t)\t5%\n一文目。二文目。"
    assert [text[s.start : s.end] for s in quotable_spans(document(text))] == [
        "見出し",
        "売上高",
        "$",
        "(1,234\t)",
        "5%",
        "一文目。",
        "二文目。",
    ]


def test_half_a_million_characters_are_cut_to_the_last() -> None:
    text = (
        "当期は増収。「来期は見送る。予算がない。」と述べた。（注）売上高は1,234百万円でした。\n" * 12_000
    )[:500_000]
    spans = quotable_spans(document(text, Block(BlockKind.PARAGRAPH, 0, len(text))))
    assert len(spans) > 30_000
    assert spans[-1].end == len(text.rstrip())
