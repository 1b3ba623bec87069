"""Whether a tool does our work, told by its own work; and words that are no tool's name."""

from __future__ import annotations

import pytest

from agent.drafting.notes.tools.items import split_items
from agent.drafting.notes.tools.no_name import is_no_name
from agent.drafting.notes.tools.same_work import does_same_work


@pytest.mark.parametrize(
    ("name", "purpose", "product", "same"),
    [
        ("ソロバンくん", "会計", "アルカナ 点検", False),
        ("ミマワリ", "在庫の点検", "アルカナ 点検", True),
        ("手書きの巡回簿", None, "アルカナ 点検", True),
        ("Excel", None, "アルカナ 点検", None),
        ("Excel", "巡回の予定", "アルカナ 点検", True),
        ("紙の給与明細", None, "アルカナ 点検", False),
        ("Plotline", "tides", "Arcana Notes", False),
        ("Ledgerly", "payroll", "Arcana Notes", False),
        ("ホシゾラ", None, "アルカナ 点検", None),
    ],
)
def test_same_work(name: str, purpose: str | None, product: str, same: bool | None) -> None:
    assert does_same_work(name, purpose, product, ()) is same


def test_a_tool_weighed_against_ours_does_our_work(notes) -> None:
    text = "# 定例 2026-09-01\n\n- 点検の記録はホシゾラを使っている。\n- 総務はホシゾラとの比較表がほしいとのこと。\n"
    tools = {tool.name: tool for tool in notes("ja", {"m.md": text}).reading.tools}
    assert tools["ホシゾラ"].overlap_with_us is True


@pytest.mark.parametrize(
    ("language", "name", "text"),
    [
        ("ja", "ホシゾラ", "ホシゾラで十分だと、現場は言います。"),
        ("ja", "ホシゾラ", "記録は、前任者がAccessで作った「ホシゾラ」に入れています。"),
        ("en", "Plotline", "The depot still has a spreadsheet called Plotline."),
        ("en", "Plotline", "They want us off Plotline by June."),
    ],
)
def test_words_that_put_a_tool_in_our_place(notes, language: str, name: str, text: str) -> None:
    remarks = notes(language, {"m.md": f"# Notes 2026-09-01\n\n- {text}\n"}).reading.remarks
    assert does_same_work(name, None, "Arcana", remarks) is True


@pytest.mark.parametrize("words", ["頭の中", "半減", "12IDほしい", "安全委員会", "has a list", "Tuesdays."])
def test_no_names(words: str) -> None:
    assert is_no_name(words)


@pytest.mark.parametrize("words", ["ソロバンくん", "Ledgerly", "共有フォルダ", "Monday.com"])
def test_names(words: str) -> None:
    assert not is_no_name(words)


@pytest.mark.parametrize(
    ("text", "name", "purpose", "department"),
    [
        ("成績=ガクノート、幼稚部=えんのわ(無料)", "えんのわ", None, "幼稚部"),
        ("勤怠=総務の何か", "勤怠(名称不明)", "勤怠", None),
        ("Ledgerly for payroll, GateKeep at Ohio", "GateKeep", None, "Ohio"),
    ],
)
def test_items_of_a_list(text: str, name: str, purpose: str | None, department: str | None) -> None:
    item = next(item for item in split_items(text) if item.name == name)
    assert purpose is None or item.purpose == purpose
    assert item.department == department


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ja", "巡回のあとは紙の巡回簿に書いています。", "紙の巡回簿"),
        ("ja", "配送課はホワイトボードで予定を回しています。", "ホワイトボード"),
        ("en", "The crews still fill in paper job cards every night.", "paper job cards"),
        ("en", "Signals are kept in the brown book.", "brown book"),
    ],
)
def test_work_by_hand_is_named_by_its_kind(notes, language: str, text: str, name: str) -> None:
    found = notes(language, {"m.md": f"# Notes 2026-09-01\n\n- {text}\n"}).reading.tools
    assert name in [tool.name for tool in found]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "紙の巡回簿は去年やめました。"),
        ("ja", "紙の資料を配りました。"),
        ("en", "The paper job cards are gone."),
        ("en", "I deleted the old whiteboard."),
    ],
)
def test_what_is_gone_is_no_tool(notes, language: str, text: str) -> None:
    assert notes(language, {"m.md": f"# Notes 2026-09-01\n\n- {text}\n"}).reading.tools == []
