"""Lists of tools cut at slashes."""

from __future__ import annotations

from agent.drafting.notes.tools.items import split_items


def test_each_item_between_slashes_is_a_tool() -> None:
    found = split_items("名簿:クラスミル(事務室)／会計:チョウアイ／送迎:バスノワ(運転手)")
    assert [item.name for item in found] == ["クラスミル", "チョウアイ", "バスノワ"]
    assert [item.purpose for item in found] == ["名簿", "会計", "送迎"]
