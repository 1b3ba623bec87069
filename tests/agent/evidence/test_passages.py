"""Passages follow the structure, carry their context and never lose or cut a word."""

from __future__ import annotations

import pytest

from agent.evidence.passages import Passage, passages
from agent.evidence.sentences import quotable_spans
from connectors.interface import Block, BlockKind, Document, DocumentKind, Span


def built(*blocks: tuple[BlockKind, str, dict[str, object]]) -> Document:
    text, made = "", []
    for kind, words, more in blocks:
        start = len(text)
        text += words + "\n"
        made.append(Block(kind, start, start + len(words), **more))  # type: ignore[arg-type]
    return Document("s1", "a.md", "議事録", DocumentKind.NOTE, text, tuple(made), "0" * 64, "ja")


H, P, R, T = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.TABLE_ROW, BlockKind.TURN


def test_headings_make_a_path_and_join_what_follows() -> None:
    found = passages(
        built(
            (H, "1. 予算", {"level": 1}),
            (H, "申請", {"level": 2}),
            (P, "十二月に出す。", {}),
            (H, "2. 決裁", {"level": 1}),
            (P, "部長が決める。", {}),
        )
    )
    assert [(p.heading, p.text) for p in found] == [
        ("1. 予算 > 申請", "1. 予算\n申請\n十二月に出す。"),
        ("2. 決裁", "2. 決裁\n部長が決める。"),
    ]
    assert found[0].indexed.startswith("議事録\n1. 予算 > 申請\n")


def test_rows_carry_their_column_headings() -> None:
    rows = [(R, f"部署{n}\t{n * 7}人\t" + "説明" * 40, {"table": 0}) for n in range(12)]
    found = passages(built((R, "部署\t人数\t説明", {"table": 0, "header": True}), *rows))
    assert len(found) > 1
    assert all(p.columns == "部署\t人数\t説明" for p in found)
    assert all(p.text.count("部署1\t") <= 1 for p in found)


def test_quoted_tails_are_left_out() -> None:
    found = passages(built((P, "承知しました。", {}), (P, "前のメールの言葉。", {"quoted": True})))
    assert [p.text for p in found] == ["承知しました。"]


def test_turns_are_grouped_up_to_the_target() -> None:
    turns = [(T, f"田中: {n}番目の発言です。" + "はい。" * 10, {"speaker": "田中"}) for n in range(30)]
    found = passages(built(*turns))
    assert 1 < len(found) < 30
    assert all(len(p.text) <= 400 for p in found)


@pytest.mark.parametrize("length", [10, 359, 361, 900])
def test_every_unit_is_in_exactly_one_passage(length: int) -> None:
    sentence = "文" * length + "。"
    document = built((H, "見出し", {"level": 1}), (P, sentence * 5, {}), (P, "最後。", {}))
    found = passages(document)
    for unit in quotable_spans(document):
        holders = [p for p in found if p.start <= unit.start and unit.end <= p.end]
        assert len(holders) == 1
    for passage in found:
        assert isinstance(passage, Passage)
        assert document.text[passage.start : passage.end] == passage.text


def test_a_document_without_blocks_is_one_stretch() -> None:
    document = Document("s1", "a", "t", DocumentKind.NOTE, "一。二。", (), "0" * 64, "ja")
    assert [(p.start, p.end) for p in passages(document)] == [Span(0, 4)]
