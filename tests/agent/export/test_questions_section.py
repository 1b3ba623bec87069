"""The table of questions says once what one talk can fill, and loses no blank."""

from __future__ import annotations

from agent.drafting.blanks import find_blanks
from agent.export.cells import CellMaker
from agent.export.numbering import Numbering
from agent.export.open_sections import blanks
from agent.models.plan import AccountInformation, Goal, KeyPerson, SuccessPlan, Tool


def _rows(plan: SuccessPlan) -> list[list[str]]:
    plan.blanks = find_blanks(plan)
    (table,) = blanks(CellMaker(plan, Numbering(plan))).tables
    return [[cell.text for cell in row] for row in table.rows]


def _about(plan: SuccessPlan, words: str) -> list[list[str]]:
    return [row for row in _rows(plan) if words in row[0]]


def test_what_a_goal_lacks_is_one_row_that_begins_with_the_first_question(plan: SuccessPlan) -> None:
    plan.goals = [Goal(id="g-7", statement="棚卸しの時間を減らす")]
    (row,) = _about(plan, "棚卸しの時間を減らす")
    assert row[0] == (
        "棚卸しの時間を減らす：指標、現状値、目標値、期日、責任者、計測方法、振り返り、事業上の目的"
    )
    assert row[1].startswith("目標の責任者、窓口の方")
    assert row[1].count("窓口の方") == 1
    first, rest = row[2].split("あわせて、")
    assert "どの指標で" in first
    assert rest == "現状値、目標値、期日、責任者、計測方法、振り返り、事業上の目的もうかがえますか。"


def test_people_who_lack_the_same_one_thing_share_a_row(plan: SuccessPlan) -> None:
    known = {"title": "課長", "department": "総務部", "role": "user", "stance": "推進"}
    plan.key_people = [KeyPerson(id=f"p-{name}", name=name, **known) for name in ("仁木", "汐見")]
    assert [row[0] for row in _about(plan, "仁木")] == ["氏名：仁木、汐見"]


def test_a_body_is_no_person(plan: SuccessPlan) -> None:
    plan.key_people = [KeyPerson(id="p-1", name="運営会議", kind="body", role="economic_buyer")]
    (row,) = _about(plan, "運営会議")
    assert row[0] == "運営会議は継続をどう見ているか"
    assert "様" not in row[2].split("運営会議")[1][:1]


def test_what_a_company_publishes_is_one_row_but_its_fiscal_year_stands_alone(plan: SuccessPlan) -> None:
    plan.account_information = AccountInformation()
    (company,) = _about(plan, "アカウント情報：")
    assert "事業内容" in company[0]
    assert "決算" not in company[0]
    assert _about(plan, "決算月")


def test_every_blank_of_the_plan_is_in_a_row_in_english_too(plan: SuccessPlan) -> None:
    plan.language = "en"
    plan.goals = [Goal(id="g-1", statement="Fewer returns"), Goal(id="g-2", statement="Faster replies")]
    plan.cs_setup.tools = [Tool(name="Sheetbox")]
    rows = [row[0] for row in _rows(plan)]
    assert any(row.startswith("Fewer returns: Metric, Baseline") for row in rows)
    assert any(row.startswith("Sheetbox: ") for row in rows)
    assert len(rows) < len(plan.blanks) / 2
