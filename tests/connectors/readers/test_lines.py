"""Which lines of a note belong together."""

from __future__ import annotations

import pytest

from connectors.interface import BlockKind, RawSource
from connectors.registry import read_source


def _blocks(text: str, name: str = "note.txt") -> list[tuple[str, str]]:
    document = read_source(RawSource(name, text.encode()))[0][0]
    return [(str(block.kind), document.text[block.start : block.end]) for block in document.blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "葉山部長から実施率のご説明がありました。若宮主任は「半年で10ポイント上がったのは\n"
            "大きい。冬の前に95%まで持っていきたい」とおっしゃいました。ご質問はありませんでした。\n"
            "次回は11月です。\n",
            [
                "葉山部長から実施率のご説明がありました。若宮主任は「半年で10ポイント上がったのは大きい。"
                "冬の前に95%まで持っていきたい」とおっしゃいました。ご質問はありませんでした。",
                "次回は11月です。",
            ],
        ),
        ("なお、年額1,000万円以上の外部サービスは、部署の申請とは別に\n「継続理由書」を付けます。", ["なお、年額1,000万円以上の外部サービスは、部署の申請とは別に「継続理由書」を付けます。"]),
        ("株式会社アオバ精機\n業務改善部\n主任 若宮 透", ["株式会社アオバ精機", "業務改善部", "主任 若宮 透"]),
        ("出席： 葉山部長、若宮主任、経理部の皆さま、情報システム部の髙梨様\n当社： 桐原", ["出席： 葉山部長、若宮主任、経理部の皆さま、情報システム部の髙梨様", "当社： 桐原"]),
        ("We agreed to move the review to the week after the committee has met, because\nDana is away.", ["We agreed to move the review to the week after the committee has met, because Dana is away."]),
    ],
)  # fmt: skip
def test_wrapped_lines_are_joined_and_others_are_not(text: str, expected: list[str]) -> None:
    assert [words for _, words in _blocks(text)] == expected


@pytest.mark.parametrize(
    ("line", "content"),
    [
        ("・決裁者は未確認", "決裁者は未確認"),
        ("① 予算の申請", "予算の申請"),
        ("(1) 効果の確認", "効果の確認"),
        ("２ 日時", "日時"),
        ("イ 目標は１００本とする。", "目標は１００本とする。"),
        ("1. 役員会", "役員会"),
        ("→ 桐原が確認", "桐原が確認"),
    ],
)
def test_printed_markers_stay_and_their_words_are_a_cell(line: str, content: str) -> None:
    document = read_source(RawSource("note.txt", f"まえがきです。\n{line}\n".encode()))[0][0]
    block = document.blocks[-1]
    assert block.kind is BlockKind.LIST_ITEM
    assert document.text[block.start : block.end] == line
    assert [document.text[cell.start : cell.end] for cell in block.cells] == [content]


@pytest.mark.parametrize(
    "line", ["10.14 打合せ", "2026.10 の件", "15:30", "a.b@example.com", "5 people came", "-3%の見込み"]
)
def test_what_looks_like_a_marker_is_none(line: str) -> None:
    assert _blocks(f"まえがきです。\n{line}\n")[-1] == ("paragraph", line)


def test_columns_set_by_blanks_are_a_table() -> None:
    text = "宿題\n  桐原    見積の再提示      １０月１６日\n  葉山部長  役員会の日程の確認   １０月末\n"
    assert _blocks(text)[1:] == [
        ("table_row", "桐原\t見積の再提示\t１０月１６日"),
        ("table_row", "葉山部長\t役員会の日程の確認\t１０月末"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| a | b |\n|---|---|\n| 1 | x\\|y |\n", [("table_row", "a\tb"), ("table_row", "1\tx|y")]),
        ("題\n===\n本文です。\n", [("heading", "題"), ("paragraph", "本文です。")]),
        ("- [ ] 見積\n  - 責任者は若宮\n", [("list_item", "[ ] 見積"), ("list_item", "責任者は若宮")]),
        ("```\ncode\n```\n", [("paragraph", "code")]),
        ("本文<!-- 隠し\n文字 -->です。\n", [("paragraph", "本文です。")]),
        ("**決裁者:** 未確認です。\n", [("paragraph", "**決裁者:** 未確認です。")]),
    ],
)
def test_markdown(text: str, expected: list[tuple[str, str]]) -> None:
    assert _blocks(text, "note.md") == expected
