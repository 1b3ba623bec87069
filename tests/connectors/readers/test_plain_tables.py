"""Tables typed or pasted into plain text, and lines that only look like one."""

from __future__ import annotations

import pytest

from connectors.interface import BlockKind, RawSource
from connectors.registry import read_source


def _rows(text: str) -> list[tuple[bool, list[str]]]:
    document = read_source(RawSource("note.txt", text.encode()))[0][0]
    return [
        (block.header, [document.text[cell.start : cell.end] for cell in block.cells])
        for block in document.blocks
        if block.kind is BlockKind.TABLE_ROW
    ]


@pytest.mark.parametrize(
    "text",
    [
        "| 内容 | 担当 | 期限 |\n| --- | --- | --- |\n| 見積 | 森田 | 12/5 |\n",
        "| 内容 | 担当 | 期限 |\n| 見積 | 森田 | 12/5 |\n",
        "内容 | 担当 | 期限\n見積 | 森田 | 12/5\n",
        "内容\t担当\t期限\n見積\t森田\t12/5\n",
        "内容   担当   期限\n見積   森田   12/5\n",
        "│内容│担当│期限│\n├──┼──┼──┤\n│見積│森田│12/5│\n",
    ],
)
def test_a_header_and_its_row(text: str) -> None:
    assert _rows(f"メモ\n\n{text}") == [(True, ["内容", "担当", "期限"]), (False, ["見積", "森田", "12/5"])]


def test_empty_cells_between_tabs_keep_their_place() -> None:
    assert _rows("内容\t担当\t期限\n見積\t\t12/5\n")[1] == (False, ["見積", "", "12/5"])


def test_names_set_in_columns_have_no_header() -> None:
    rows = _rows("営業部   森田   井口\n総務部   三谷   黒崎\n")
    assert [header for header, _ in rows] == [False, False]


@pytest.mark.parametrize(
    "text", ["A | B の比較をした。\n", "項目\t内容\n", "森田様   ありがとうございます。\n"]
)
def test_a_single_line_is_no_table(text: str) -> None:
    assert _rows(text) == []


def test_entries_set_out_alike_are_not_joined() -> None:
    first = "商談の記録にかかる時間 前 32時間 / 後 24時間 / 2027年3月末 / 営業企画部の担当者"
    second = "見積の回答にかかる時間 前 12時間 / 後 4時間 / 2027年6月末 / 営業推進部の担当者"
    document = read_source(RawSource("note.txt", f"{first}\n{second}\n".encode()))[0][0]
    assert len(document.blocks) == 2
