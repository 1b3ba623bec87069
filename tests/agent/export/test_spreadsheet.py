"""plan.xlsx: sheets, cells that are text, comments with the quotes, questions for what is not known."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from agent.export.compose import compose
from agent.export.spreadsheet import spreadsheet
from agent.models.plan import SuccessPlan


def _open(plan: SuccessPlan) -> Any:
    return load_workbook(io.BytesIO(spreadsheet(compose(plan), plan.as_of)))


def _find(sheet: Any, words: str) -> Any:
    return next(cell for row in sheet.iter_rows() for cell in row if cell.value and words in str(cell.value))


def test_sheets_are_named_in_the_plans_language(plan: SuccessPlan, english_plan: SuccessPlan) -> None:
    assert _open(plan).sheetnames == ["基本情報シート", "アクションスケジュールシート", "出典"]
    assert _open(english_plan).sheetnames == ["Account plan", "Action schedule", "Sources"]


def test_no_cell_is_a_formula(plan: SuccessPlan) -> None:
    book = _open(plan)
    kinds = {
        cell.data_type
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
    assert kinds == {"s"}
    assert _find(book["基本情報シート"], "=HYPERLINK").quotePrefix
    assert _find(book["アクションスケジュールシート"], "@見積").quotePrefix


def test_a_figure_shows_its_exact_value_and_quote_in_the_comment(plan: SuccessPlan) -> None:
    sheet = _open(plan)["基本情報シート"]
    cell = _find(sheet, "353,217 [")
    assert "353,217,000,000円" in cell.comment.text
    assert "「353,217」" in cell.comment.text
    assert _find(sheet, "△1,234 [").comment.text.count("「△1,234」") == 1


def test_an_unknown_slot_asks_its_question_in_another_colour(plan: SuccessPlan) -> None:
    sheet = _open(plan)["基本情報シート"]
    asked = _find(sheet, "未確認：営業改革部")
    known = _find(sheet, "締めを3日にする")
    assert asked.fill.fgColor.rgb != known.fill.fgColor.rgb
    assert _find(sheet, "未確認：更新を最終的に決める方")


def test_numbers_in_cells_point_to_the_sources_sheet(plan: SuccessPlan) -> None:
    book = _open(plan)
    number = str(_find(book["基本情報シート"], "若宮 透").value).rpartition(" ")[2]
    row = next(row for row in book["出典"].iter_rows(values_only=True) if row[0] == number)
    assert row[1] == "議事録"
    assert row[5] == "若宮さんが推進しています。"


def test_lanes_stand_side_by_side(plan: SuccessPlan) -> None:
    sheet = _open(plan)["アクションスケジュールシート"]
    assert _find(sheet, "役員会").column == 2
    assert _find(sheet, "成果の共有").column == 3


@pytest.mark.parametrize("wild", ["a\x00b\x0bc", "\ud800", "x" * 40_000, "+1", "-1", "@x", "\t=1", "\r=1"])
def test_any_words_can_be_written(plan: SuccessPlan, wild: str) -> None:
    plan.goals[0].metric = wild
    plan.account.name = wild
    cells = [cell.value for row in _open(plan)["基本情報シート"].iter_rows() for cell in row if cell.value]
    assert all(len(str(value)) <= 32_767 for value in cells)


def test_print_and_panes(plan: SuccessPlan) -> None:
    sheet = _open(plan)["基本情報シート"]
    assert sheet.freeze_panes == "A3"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.fitToWidth == 1
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
