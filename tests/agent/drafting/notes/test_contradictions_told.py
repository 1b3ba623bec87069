"""How contradictions are told: with both sources, short turns whole; cells with what asks for them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from agent.drafting.notes.contradictions.pairs import Pair, contradiction_of, opening_of
from agent.drafting.notes.contradictions.said import Said
from agent.drafting.notes.contradictions.taken_back import taken_back
from agent.drafting.notes.contradictions.telling import in_full, where_of
from agent.renewal.remarks import Remark
from connectors.interface import Block, BlockKind, Document, DocumentKind, Span


def _document(number: int, text: str, kind: DocumentKind, block: Block, path: str = "") -> Document:
    return Document(
        source_id=f"s{number}", path=path or f"n{number}.txt", kind=kind, title="", text=text, blocks=[block], sha256="", language="ja"
    )  # fmt: skip


def _said(number: int, text: str, kind: DocumentKind = DocumentKind.NOTE, path: str = "") -> Said:
    block = Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text))
    document = _document(number, text, kind, block, path)
    day = dt.date(2026, 4, number)
    return Said(Remark(document, 0, len(text), text, BlockKind.PARAGRAPH, 0, day=day), "", day)


def _cell(number: int, cells: list[str]) -> Said:
    """The last cell of a row of a form."""
    text = "\t".join(cells)
    ends = [sum(len(c) + 1 for c in cells[: at + 1]) - 1 for at in range(len(cells))]
    spans = tuple(Span(end - len(cell), end) for end, cell in zip(ends, cells, strict=True))
    block = Block(kind=BlockKind.TABLE_ROW, start=0, end=len(text), cells=spans)
    document = _document(number, text, DocumentKind.TABLE, block)
    day = dt.date(2026, 4, number)
    remark = Remark(
        document, *spans[-1], cells[-1], BlockKind.TABLE_ROW, 0, label=cells[0], column="ご回答", day=day
    )
    return Said(remark, "", day)


def test_a_short_sentence_is_quoted_with_its_paragraph() -> None:
    whole = _said(1, "来期からは理事会に出ます。百万円を超えるものは全部です。").remark
    last = replace(whole, start=13, text=whole.text[13:])
    assert in_full(last).text == whole.text
    assert in_full(replace(last, text=last.text * 5)).text == last.text * 5


@pytest.mark.parametrize(
    ("path", "kind", "place"),
    [
        ("01_hikitsugi.txt", DocumentKind.NOTE, "引き継ぎ"),
        ("crm_log.csv", DocumentKind.TABLE, "CRM"),
        ("usage_08.csv", DocumentKind.TABLE, "利用データ"),
        ("a.eml", DocumentKind.MAIL, "メール"),
        ("b.html", DocumentKind.WEB_PAGE, "公表資料"),
    ],
)
def test_the_source_is_named_by_its_kind(path: str, kind: DocumentKind, place: str) -> None:
    assert where_of(_said(1, "更新は来月です。", kind, path).remark, "ja") == place


def test_who_speaks_is_named_beside_the_source() -> None:
    remark = replace(_said(1, "It is settled.", DocumentKind.TRANSCRIPT).remark, speaker="Ada Loft")
    assert where_of(remark, "en") == "the call (Ada Loft)"
    told = contradiction_of(Pair("decider", _said(2, "Bo signs.").remark, remark, "newer"), "en")
    assert told is not None
    assert told.text.startswith(opening_of("decider", "en"))
    assert 'the call (Ada Loft) has "It is settled."' in told.text


def test_a_cell_is_read_with_the_question_before_it() -> None:
    asked = _cell(1, ["3", "目標とする欠品率", "12%"])
    other = _said(2, "店舗は12店あり、どこも人手が足りない。")
    later = _said(3, "欠品率の12%は勢いで書いたもの、15%でいい。12は無理だ。")
    pair = next(taken_back([asked, other, later]))
    assert pair.a.text == "12%"


@pytest.mark.parametrize(
    ("earlier", "later", "settled"),
    [
        (
            "登録の時間は月20時間を6時間に。",
            "登録の時間は申請書に20時間とありますが、忙しい店の数字でした。",
            "登録は平均13時間、これを出発点とします。",
        ),
        (
            "Reply time goes from 30 hours to 10.",
            "The 30 hours in the application was an estimate of the reply time.",
            "We agreed to use 24 for the reply time.",
        ),
    ],
)
def test_the_value_settled_instead_is_told(earlier: str, later: str, settled: str) -> None:
    pair = next(taken_back([_said(1, earlier), _said(2, later), _said(3, settled)]))
    assert (pair.a.text, pair.b.text) == (earlier, settled)


def test_what_was_measured_last_time_is_not_taken_back() -> None:
    notes = [
        _said(1, "受付の待ちは平均25分(4月の調査)"),
        _said(2, "受付の待ちの調査、平均14分(前回25分)"),
    ]
    assert not list(taken_back(notes))
