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
        ("ミマワリ", "在庫の点検", "アルカナ 点検", None),
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
