"""Rows, heads, groups and notes of printed tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from agent.tables.grid import RowKind, row_kinds, tables_in
from agent.tables.heads import Cell, cells_of
from agent.tables.words import is_nothing, is_number, is_unit, label, without_notes
from connectors.interface import Document

Filing = Callable[..., Document]
BALANCE = [
    ["", "", "(単位：百万円)"],
    ["", "前事業年度 (2023年3月31日)", "当事業年度 (2024年3月31日)"],
    ["資産の部", "", ""],
    ["流動資産", "", ""],
    ["現金及び預金", "1,200", "※1 1,300"],
    ["その他", "40", "50"],
    ["流動資産合計", "1,240", "1,350"],
    ["固定資産", "", ""],
    ["その他", "7", "8"],
]


def cells(document: Document) -> dict[str, Cell]:
    return {cell.words: cell for table in tables_in(document) for cell in cells_of(table)}


def test_a_cell_knows_its_row_its_column_and_the_groups_it_stands_in(filing: Filing) -> None:
    found = cells(filing("#①【貸借対照表】", BALANCE))
    assert found["50"].beside == ("その他",)
    assert found["50"].above == ("当事業年度(2024年3月31日)",)
    assert found["50"].groups == ("資産の部", "流動資産")
    assert found["8"].groups[-1] == "固定資産"  # the total closed the group before it
    assert found["※1 1,300"].unit == "(単位：百万円)"


def test_heads_over_several_columns_stand_over_all_of_them(filing: Filing) -> None:
    rows = [
        ["役員区分", "報酬等の総額 (百万円)", "報酬等の種類別の総額(百万円)", "", "対象となる役員の員数(名)"],
        ["", "", "固定報酬", "賞与", ""],
        ["取締役", "120", "90", "30", "5"],
    ]
    found = cells(filing(rows))
    assert found["30"].above == ("報酬等の種類別の総額", "賞与")
    assert found["5"].above == ("対象となる役員の員数",)


def test_numbers_of_notes_are_neither_labels_nor_amounts(filing: Filing) -> None:
    rows = [
        ["", "注記", "前連結会計年度", "当連結会計年度"],
        ["資産", "", "", ""],
        ["営業債権", "7,31", "160", "180"],
        ["のれん", "9", "12", "11"],
    ]
    found = cells(filing(rows))
    assert "7,31" not in found
    assert found["180"].beside == ("営業債権",)
    assert found["180"].groups[-1] == "資産"


def test_rows_after_an_inner_table_belong_to_their_own_table_again(filing: Filing) -> None:
    document = filing([["氏名", "生年月日", "任期"], ["秋山", "1960年1月1日", "1年"]], [["年", "事"]])
    last = document.blocks[-1]
    again = type(last)(last.kind, last.start, last.end, cells=last.cells, table=0)
    table = tables_in(
        type(document)(
            **{f: getattr(document, f) for f in document.__slots__} | {"blocks": (*document.blocks, again)}
        )
    )[0]
    assert len(table.rows) == 3


@pytest.mark.parametrize(
    ("rows", "kinds"),
    [
        ([["売上高", "1"], ["営業利益", "2"]], [RowKind.VALUE, RowKind.VALUE]),
        ([["", "", "株主資本", ""], ["", "資本金", "資本剰余金", "合計"], ["期首", "1", "2", "3"]],
         [RowKind.HEAD, RowKind.HEAD, RowKind.VALUE]),
        ([["区分", "金額"], ["", "2024年3月31日現在"], ["計", "5"]], [RowKind.HEAD, RowKind.UNIT, RowKind.VALUE]),
        ([["【会社名】", "株式会社あおば"], ["【電話番号】", "03-0000-0000"]], [RowKind.VALUE, RowKind.VALUE]),
    ],
)  # fmt: skip
def test_kinds_of_rows(rows: list[list[str]], kinds: list[RowKind]) -> None:
    assert row_kinds([tuple(row) for row in rows], [False] * len(rows)) == kinds


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("※1 55,698", "55,698"),
        ("※1,※3 13,677", "13,677"),
        ("注1 886", "886"),
        ("調整額(注)1", "調整額"),
        ("受注", "受注"),
    ],
)
def test_note_marks_are_taken_off_and_nothing_else(words: str, bare: str) -> None:
    assert without_notes(words) == bare


def test_what_is_a_number_a_unit_and_nothing() -> None:
    assert is_number("△ 1,234")
    assert is_number("( 89.2 )")
    assert is_number("49.9%")
    assert not is_number("2024年")
    assert not is_number("第52期")
    assert is_nothing("－")
    assert is_nothing("─")
    assert not is_nothing("0")
    assert is_unit("(百万円)")
    assert not is_unit("売上高(百万円)")
    assert label("売上高(百万円)※1") == "売上高"
