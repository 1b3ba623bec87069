"""Tools as forms and hand-overs list them: kinds, nicknames, who has them, what they are for, and what is none."""

from __future__ import annotations

import pytest

from agent.drafting.notes.tools.answers import items_under
from agent.drafting.notes.tools.no_name import bare_name, is_no_name, is_told_otherwise

LISTS = [
    # label, answer, {name: (purpose, department)}
    ("他システム", "予約=ミナモリ(旅館基幹)、勤怠=打刻機(紙)", {"ミナモリ": ("予約", None), "打刻機": ("勤怠", None)}),
    ("既存", "複写の納品伝票、Excel「ヨヤク.xls」、配車は黒板", {"複写の納品伝票": (None, None), "ヨヤク.xls": (None, None), "黒板": ("配車", None)}),
    ("いまの道具", "現場は紙のチェックシート。部品はコトリス", {"紙のチェックシート": (None, "現場"), "コトリス": ("部品", None)}),
    ("いま使っている道具", "二課は手帳(にもつ帳) / 積付はAccessの自作「積付くん」", {"にもつ帳": (None, "二課"), "積付くん": ("積付", None)}),
    ("ほかの道具", "職員の回覧板「ひだまり」、札幌は「シルベ」を前から使ってる", {"ひだまり": ("職員の回覧板", None), "シルベ": (None, "札幌")}),
    ("使っている道具", "引継ぎ帳(看護課の手作り)、無線機(別館のみ)", {"引継ぎ帳": (None, "看護課"), "無線機": (None, "別館")}),
    ("現状", "月に40件。手間がかかる", {}),
    ("Existing", 'carbon books (green), "the Shed board" (magnets), Quaywise', {"carbon books": (None, None), "Shed board": ("magnets", None), "Quaywise": (None, None)}),
    ("Before", "job cards (the blue one), a snags whiteboard per bay", {"job cards": ("the blue one", None), "snags whiteboard": (None, "bay")}),
    ("Replaces", "paper day books, plus a spreadsheet everyone calls The Monster", {"paper day books": (None, None), "The Monster": (None, None)}),
    ("Other stuff they run", "Pennant for payroll, clipboards in the boiler rooms.", {"Pennant": ("payroll", None), "clipboards": (None, "boiler rooms")}),
    ("Other systems", "Training records in a spreadsheet", {"spreadsheet": ("Training records", None)}),
    ("ERP", '"Timberline", on prem, 2011', {"Timberline": ("ERP", None)}),
    ("Before", "60 a month", {}),
    ("Today", "they wait four days", {}),
]  # fmt: skip


@pytest.mark.parametrize(("label", "answer", "wanted"), LISTS)
def test_what_a_label_lists(label: str, answer: str, wanted: dict) -> None:
    found = {item.name: (item.purpose, item.department) for item in items_under(label, answer)}
    assert set(found) == set(wanted)
    for name, (purpose, department) in wanted.items():
        if purpose not in ("magnets", "the blue one"):
            assert found[name] == (purpose, department)


def test_what_ours_was_bought_instead_of() -> None:
    items = items_under("Competitor", "Wall planner, WhatsApp", "None. Wall planner, WhatsApp")
    assert [(item.name, item.overlap) for item in items] == [("Wall planner", True), ("WhatsApp", True)]
    assert items_under("Competitor", "Wall planner", "Quaywise") == []


@pytest.mark.parametrize(
    ("words", "name"),
    [("in a notebook", "notebook"), ("lots of WhatsApp.", "WhatsApp"), ("on bound ledgers", "bound ledgers"),
     ("The Ledger", "The Ledger"), ("The green book", "green book"), ("回覧板", "回覧板")],
)  # fmt: skip
def test_words_before_a_name(words: str, name: str) -> None:
    assert bare_name(words) == name


@pytest.mark.parametrize(
    "words",
    ["読んでいる", "契約の手続きは従来どおりとする", "なんとかする", "英語必須", "グローバル運営ボード"],
)
def test_phrases_are_no_names(words: str) -> None:
    assert is_no_name(words)
    assert not is_no_name("積付くん")


@pytest.mark.parametrize(
    ("name", "text", "otherwise"),
    [
        ("効果", "先方の申請書の「効果」欄", True),
        ("使っている", "「使っている」と答えた割合", True),
        ("Access", "Access「積付くん」(前任の方の自作)", True),
        ("Stop", "Stop sending both", True),
        ("Hale", "B. Hale for the customer", True),
        ("Emberfall", "Get through the Emberfall 3.0 launch", True),
        ("コトリス", "部品はコトリスで引いている", False),
        ("Pennant", "Payroll runs on Pennant", False),
        ("Slack", "Slack is where they talk", False),
    ],
)
def test_words_told_of_as_something_else(name: str, text: str, otherwise: bool) -> None:
    assert is_told_otherwise(name, text) is otherwise
