from __future__ import annotations

import pytest

from agent.drafting.notes.tools.items import ToolItem, split_items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("文書管理はFolio、チャットはPipit", [ToolItem("Folio", "文書管理"), ToolItem("Pipit", "チャット")]),
        (
            "サクラMRP(生産管理)、ズメンバコ(図面)",
            [ToolItem("サクラMRP", "生産管理"), ToolItem("ズメンバコ", "図面")],
        ),
        ("営業部は「アキナイ帳」", [ToolItem("アキナイ帳", None, "営業部")]),
        ("勤怠: トキモリ", [ToolItem("トキモリ", "勤怠")]),
        ("受注をハコビヤで管理", [ToolItem("ハコビヤ", "受注")]),
        (
            "Zendra (ticketing), SharePoint for documents",
            [ToolItem("Zendra", "ticketing"), ToolItem("SharePoint", "documents")],
        ),
        ("なし", []),
        ("特になし", []),
        ("紙", []),
        ("", []),
    ],
)
def test_an_answer_is_cut_into_tools(text: str, items: list[ToolItem]) -> None:
    assert split_items(text) == items


def test_tools_from_forms_lists_and_sentences(notes) -> None:
    files = {
        "form.csv": "項目,内容\n併用システム,図面管理は「ズメンバコ」、チャットはPipit\n競合,なし\n",
        "minutes.md": "# 定例\n\n## ほかに使っているもの\n- 勤怠: トキモリ\n\n## 話\n- いまはExcelで作って印刷しています。\n- ミチシルベとズメンバコを併用しており、探すときはどちらか迷う。\n",
    }
    found = notes("ja", files)
    tools = {tool.name: tool for tool in found.reading.tools}
    assert set(tools) == {"ズメンバコ", "Pipit", "トキモリ", "Excel"}
    assert tools["ズメンバコ"].purpose == "図面管理"
    assert tools["ズメンバコ"].overlap_with_us is True
    assert tools["Excel"].overlap_with_us is None
    assert tools["Pipit"].overlap_with_us is None
    for tool in tools.values():
        assert any(tool.name in citation.quote for citation in tool.citations)


def test_a_rival_is_no_tool_in_use(notes) -> None:
    found = notes(
        "ja",
        {
            "m.md": "- 比較先として「ナビワークス」の名前が出た。\n- 他社システム「ナビワークス」と比べたい。\n"
        },
    )
    assert [tool.name for tool in found.reading.tools] == []
    assert "ナビワークス" in found.reading.competitors[0].text


def test_our_own_product_is_no_tool(notes) -> None:
    found = notes("ja", {"form.csv": "項目,内容\n利用中のシステム,ミチシルベ、ズメンバコ\n"})
    assert [tool.name for tool in found.reading.tools] == ["ズメンバコ"]
