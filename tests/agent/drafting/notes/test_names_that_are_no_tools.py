"""Words that a list or a sentence holds and that name no tool, and names that stand with their kind."""

from __future__ import annotations

import pytest

from agent.drafting.notes.tools.items import split_items
from agent.drafting.notes.tools.no_name import is_no_name, is_told_otherwise


@pytest.mark.parametrize(
    "words",
    [
        "青藍サポートの施設管理課",
        "フォークリフトの一部",
        "毎晩ファイルで届く",
        "整理券の機械あり",
        "月内に",
        "来月に90%登録",
        "各自のスマホ",
        "→ 来年度 9",
        "database",
        "Harbour Trust",
        "北斗HD",
    ],
)
def test_units_scopes_and_predicates_are_no_names(words: str) -> None:
    assert is_no_name(words)


@pytest.mark.parametrize(
    "words", ["ズメンバコ", "紙の台帳", "Access database", "共有フォルダ", "トキモリ部屋帳"]
)
def test_names_stay_names(words: str) -> None:
    assert not is_no_name(words)


def test_a_quoted_word_of_the_dictionary_may_be_a_name() -> None:
    assert not is_told_otherwise("ヒバリ", "在庫は基幹の「ヒバリ」です。")


def test_lists_with_scopes_channels_and_kinds() -> None:
    names = [item.name for item in split_items("Gate clocks are old Tern scanners at 5 depots, paper at 2")]
    assert names == ["old Tern scanners"]
    assert split_items("電話とメール") == []
    item = split_items("Quayline is the yard booking system")[0]
    assert (item.name, item.purpose) == ("Quayline", "yard booking system")


def test_tools_beside_their_kind_and_in_lists_that_leave_the_verb_out(notes) -> None:
    found = notes(
        "en",
        {
            "visit.md": "# Visit\n\n- Rosters live in Dutyfold, pay in Coinbarn.\n"
            "- Nadia pulls the number from the accounting system (Sumline) every month end.\n"
        },
    )
    assert {"Dutyfold", "Coinbarn", "Sumline"} <= {tool.name for tool in found.reading.tools}


def test_paper_that_is_to_be_abolished_is_no_tool(notes) -> None:
    found = notes(
        "ja", {"memo.md": "# 引き継ぎ\n\n- 導入の目的は紙の検針票の廃止。\n- 紙の巡回簿を廃止した。\n"}
    )
    assert not found.reading.tools
