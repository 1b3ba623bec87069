"""Tokens, filters, expansion and the order of evidence."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from agent.evidence.hashing import DIMENSIONS, dense, inner, rarity, rarity_table, sparse
from agent.evidence.lexical import LexicalIndex
from agent.evidence.passages import passages
from agent.evidence.query import Filters, read_query
from agent.evidence.retrieve import Retriever, in_memory
from agent.evidence.tokens import bigrams, stem, words
from connectors.interface import Block, BlockKind, Document, DocumentKind


def note(text: str, **more: object) -> Document:
    source = f"s{abs(hash(text)) % 10**12:012d}"
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    made = Document(source, "a.md", "メモ", DocumentKind.NOTE, text, blocks, "0" * 64, "ja")
    return replace(made, **more)  # type: ignore[arg-type]


NOTES = [
    note("減価償却費は1,234百万円でした。"),
    note("有形固定資産の取得による支出は500百万円でした。", kind=DocumentKind.ANNUAL_REPORT, access="public"),
    note("更新は経営会議で決まります。", published=dt.date(2026, 11, 1)),
    note("Purchases of property, plant and equipment were $12 million."),
    note("打ち合わせは来週です。", published=dt.date(2025, 1, 1)),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("打合せと打ち合わせ", ["打ち合わせ", "打ち合わせ"]),
        ("ＤＸの推進", ["dx", "推進"]),
        ("Companies increased their sales", ["company", "increas", "sale"]),
        ("1,234百万円", ["1234000000", "円"]),
        ("U.S. sales of 3M, R&D", ["u.s", "sale", "3m", "r&d"]),
        ("Net sales\t1,234.5\t(12)", ["net", "sale", "1234.5", "12"]),
        ("2026.3.31", ["2026", "3", "31"]),
        ("当社のbalance sheetの額", ["当社", "balanc", "sheet", "額"]),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("purchases", "purchase"), ("renewed", "renew"), ("companies", "company"), ("costs", "cost")],
)
def test_forms_of_a_word_share_their_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_bigrams_stay_inside_a_run() -> None:
    assert bigrams("売上高 abc 増") == ["売上", "上高", "増"]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("減価償却はいくら", 0),
        ("capex", 1),
        ("設備投資の金額", 1),
        ("誰が更新を決めるか", 2),
        ("capital expenditures", 3),
        ("ミーティングの日程", 4),
    ],
)
def test_the_right_note_is_among_the_first_two(question: str, answer: int) -> None:
    found = in_memory(NOTES).retrieve(question, limit=2)
    assert NOTES[answer].text in [evidence.passage.text for evidence in found]


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (Filters(), 5),
        (Filters(account="a"), 5),
        (Filters(account="b"), 0),
        (Filters(kinds=["annual_report"]), 1),
        (Filters(access="public"), 1),
        (Filters(since=dt.date(2026, 1, 1)), 1),
        (Filters(until=dt.date(2025, 12, 31)), 1),
    ],
)
def test_filters_come_before_ranking(filters: Filters, count: int) -> None:
    index = LexicalIndex()
    index.write(("a", document.source_id, passages(document)) for document in NOTES)
    question = "減価償却費 取得による支出 更新 equipment 打ち合わせ million 百万円"
    assert len(Retriever(index).retrieve(question, filters)) == count


def test_writing_again_replaces() -> None:
    index = LexicalIndex()
    for _ in range(3):
        index.write([("a", "k", passages(NOTES[0]))])
    assert index.size == 1
    index.write([], removed=["k"])
    assert index.size == 0


def test_quoted_phrases_lead() -> None:
    notes = [note("費用の償却と減価、減価、費用の減価償却累計。"), note("減価償却費のこと。")]
    found = in_memory(notes).retrieve("「減価償却費」はどれか")
    assert found[0].passage.text == notes[1].text
    assert found[0].scores.phrases == 1.0


def test_a_question_of_nothing_finds_nothing() -> None:
    assert in_memory(NOTES).retrieve("？") == []
    assert in_memory([]).retrieve("減価償却費") == []


def test_hashed_vectors_agree_with_their_dense_form() -> None:
    tokens, asked = words(NOTES[0].text), words("減価償却費")
    vector, question = dense(tokens), dense(asked, query=True)
    assert len(vector) == DIMENSIONS
    product = sum(a * b for a, b in zip(vector, question, strict=True))
    assert inner(sparse(asked, query=True), sparse(tokens)) == pytest.approx(product)
    assert product > 0


def test_rare_words_weigh_more() -> None:
    table = rarity_table([["共通", f"稀{n}"] for n in range(50)])
    assert max(table) > min(byte for byte in table)
    assert rarity("年") < rarity("稟議")


def test_the_lexicon_only_adds() -> None:
    plain, more = read_query("設備投資", lexicon=False), read_query("設備投資")
    assert set(plain.expanded) < set(more.expanded)
    assert all(more.expanded[word] == 1.0 for word in plain.words)
