"""Lists of promises in cells and under the lines that open them; pointers, prices and years are none."""

from __future__ import annotations

import pytest

from agent.drafting.notes.promises.lists import is_no_promise


def _promises(notes, language: str, name: str, text: str) -> list[str]:
    return [claim.text for claim in notes(language, {name: text}).reading.promises]


@pytest.mark.parametrize(
    ("language", "name", "text", "wanted"),
    [
        ("ja", "f.csv", "項目コード,項目,記入\nA01,顧客,青藍精機\nA09,導入目的(先方資料より転記),①点検の電話をなくす ②掲示の板を年内に撤去\n",
         ["点検の電話をなくす", "掲示の板を年内に撤去"]),
        ("ja", "f.csv", "記号,見出し,記入\nイ,顧客,青藍精機\nロ,導入の狙い,「日報の転記をゼロに」「見落とし年5件→1件」(提案書より)\n",
         ["日報の転記をゼロに", "見落とし年5件→1件"]),
        ("ja", "m.md", "# 受注メモ\n\n別紙 事業計画書(抜粋)\n\n- 紛失を年3%から1%に下げる\n- 複写の伝票を全廃する\n- 会計年度は6月から5月まで\n",
         ["紛失を年3%から1%に下げる", "複写の伝票を全廃する"]),
        ("en", "f.csv", "Field,Entry\nCustomer,Calderon\nReasons to buy,(1) Missed slots down from 20 a month to 4 (2) agency spend cut by GBP 90k (3) no more wall charts\n",
         ["Missed slots down from 20 a month to 4", "agency spend cut by GBP 90k", "no more wall charts"]),
        ("en", "m.md", "# Hand-over\n\nSOLD ON (their own case, two pages)\n- a) scrap down 30k in year one\n- b) blue cards gone by the end of May\n\nPrice 30k\n",
         ["scrap down 30k in year one", "blue cards gone by the end of May"]),
        ("ja", "f.csv", "区分,記入\n稟議(写しのみ),期待効果①返品を月80件から30件に ②紙の送り状を全廃\n", ["返品を月80件から30件に", "紙の送り状を全廃"]),
        ("ja", "f.csv", "欄,内容\n約束(起案),北倉庫:返品を月80件から30件に / 南倉庫:送り状の転記をやめる\n", ["北倉庫:返品を月80件から30件に", "南倉庫:送り状の転記をやめる"]),
        ("ja", "m.md", "# 引継\n\n| 項 | 内容 |\n|---|---|\n| 期待 | (1) 返品を月80件から30件に |\n| | (2) 紙の送り状を全廃する |\n| 競合 | なし |\n",
         ["返品を月80件から30件に", "紙の送り状を全廃する"]),
        ("en", "f.csv", "Field,Entry\nPurchase memo May 2026 (seen once),1. Close the gate finding 2. Cut returns from 80 a month to 30 3. No printed slips\n",
         ["Close the gate finding", "Cut returns from 80 a month to 30", "No printed slips"]),
        ("en", "f.csv", "field,entry\npromised in their buying note,(a) slips gone by June (b) returns from 80 a month to 30\n",
         ["slips gone by June", "returns from 80 a month to 30"]),
    ],
)  # fmt: skip
def test_listed_promises(notes, language: str, name: str, text: str, wanted: list[str]) -> None:
    assert _promises(notes, language, name, text) == wanted


@pytest.mark.parametrize(
    ("words", "none"),
    [
        ("下の「計画書(抜粋)」のとおり", True), ("580万円(税別)、五社で割る", True), ("USD 96,000.", True),
        ("100万円の経費を減らす", False), ("検索の時間を半分にする", False), ("USD 40,000 off overtime", False),
    ],
)  # fmt: skip
def test_price_and_pointers(words: str, none: bool) -> None:
    assert is_no_promise(words) is none
