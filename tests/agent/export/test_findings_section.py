"""The table of findings names what each is about and says the same words once."""

from __future__ import annotations

from agent.export.cells import CellMaker
from agent.export.numbering import Numbering
from agent.export.open_sections import findings
from agent.models.finding import Finding, Severity
from agent.models.plan import Action, SuccessPlan


def _rows(plan: SuccessPlan) -> list[list[str]]:
    (table,) = findings(CellMaker(plan, Numbering(plan))).tables
    return [[cell.text for cell in row] for row in table.rows]


def _unowned(path: str) -> Finding:
    return Finding(
        rule="O01", severity=Severity.WARNING, path=path, message="担当がいません", question="誰が?"
    )


def test_the_same_words_about_several_actions_stand_in_one_row_that_names_them(plan: SuccessPlan) -> None:
    plan.actions = [Action(id=f"a-{n}", side="us", text=f"資料{n}を送る") for n in range(1, 7)]
    plan.findings = [_unowned(f"actions[a-{n}].owner") for n in range(1, 7)]
    assert _rows(plan) == [
        [
            "注意",
            "資料1を送る / 資料2を送る / 資料3を送る / 資料4を送る / ほか2件",
            "担当がいません",
            "誰が?",
            "O01",
        ]
    ]


def test_a_finding_about_no_single_entry_names_its_section_and_errors_come_first(plan: SuccessPlan) -> None:
    plan.findings = [
        _unowned("sources"),
        Finding(rule="P04", severity=Severity.ERROR, path="budget.decision_date", message="先に締まります"),
        Finding(rule="P01", severity=Severity.WARNING, path="", message="空欄が多い"),
    ]
    assert [row[1] for row in _rows(plan)] == ["予算と3つの時計", "出典", ""]
