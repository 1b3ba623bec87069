"""Sheets whose rows hold a goal with its measures and the action that serves it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from pathlib import Path

import openpyxl
import pytest

from agent.messages import LANGUAGES, text
from agent.review.columns import FIELDS, field_of
from agent.review.config import ReviewConfig
from agent.review.inputs import Checked, Settings, read_input
from agent.review.outputs import as_json, as_text, check, skipped_rows

SETTINGS = Settings(dt.date(2026, 4, 10))
JA = [
    ["目標", "KPI", "現状", "目標値", "期限", "担当", "アクション"],
    ["受注率を上げる", "受注率", "18%", "25%", "2026年9月末", "営業本部長", "操作説明会を開催する"],
    ["", "", "", "", "2026年8月末", "営業企画課長", "手順書を作成する"],
    ["入力を定着させる", "入力率", "60%", "90%", "2026年9月末", "営業本部長", ""],
    ["", "入力件数", "", "", "", "", "-"],
]
EN = [
    ["Goal", "KPI", "Baseline", "Target", "Due", "Owner", "Action"],
    ["Raise the win rate", "Win rate", "18%", "25%", "Sep 30, 2026", "Head of Sales", "Run a training"],
    ["", "", "", "", "Aug 31, 2026", "Sales planner", "Draft the guide"],
    ["Make entry a habit", "Entry rate", "60%", "90%", "Sep 30, 2026", "Head of Sales", ""],
    ["", "Entries", "", "", "", "", "-"],
]


def _read(rows: list[list[str]], form: str, folder: Path, settings: Settings = SETTINGS) -> Checked:
    path = folder / f"plan.{form}"
    if form == "xlsx":
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.title = "S"
        for row in rows:
            sheet.append([cell or None for cell in row])
        book.save(path)
    elif form == "md":
        lines = ["| " + " | ".join(row) + " |" for row in rows]
        path.write_text("\n".join([*lines[:1], "|---" * len(rows[0]) + "|", *lines[1:]]), encoding="utf-8")
    else:
        buffer = io.StringIO()
        csv.writer(buffer).writerows(rows)
        path.write_text(buffer.getvalue(), encoding="utf-8")
    return read_input(str(path), path.read_bytes(), settings)


@pytest.mark.parametrize("rows", [JA, EN], ids=["ja", "en"])
@pytest.mark.parametrize(
    ("form", "places", "left"),
    [
        ("csv", ["A2", "G2", "G3", "A4"], ["5"]),
        ("xlsx", ["S!A2", "S!G2", "S!G3", "S!A4"], ["S!5"]),
        ("md", ["3", "3.2", "4", "5"], ["6"]),
    ],
)
def test_goal_and_action_of_one_row(
    rows: list[list[str]], form: str, places: list[str], left: list[str], tmp_path: Path
) -> None:
    checked = _read(rows, form, tmp_path)
    assert [item.path for item in checked.items] == places
    assert [item.kind for item in checked.items] == ["goal", "action", "action", "goal"]
    assert [item.text for item in checked.items] == [rows[1][0], rows[1][6], rows[2][6], rows[3][0]]
    goal, first, second, _ = checked.items
    assert first.goal_id == second.goal_id == goal.id
    assert goal.fields["baseline"] == "18%"
    assert second.fields == {"due": rows[2][4], "owner": rows[2][5]}
    assert checked.skipped == left
    found = check(checked, ReviewConfig()).findings
    assert [finding.path for finding in found if finding.rule == "P07"] == places[3:]
    assert "P08" not in {finding.rule for finding in found}
    assert "M08" in {finding.rule for finding in found if finding.path == places[0]}


def test_map_of_the_goal_reads_the_same(tmp_path: Path) -> None:
    mapped = Settings(SETTINGS.as_of, columns={"goal": "A"})
    assert _read(JA, "csv", tmp_path, mapped).items == _read(JA, "csv", tmp_path).items


@pytest.mark.parametrize(("kind", "places"), [("goal", ["A2", "A4"]), ("action", ["G2", "G3", "G5"])])
def test_kind_asks_for_one_of_them(kind: str, places: list[str], tmp_path: Path) -> None:
    settings = Settings(SETTINGS.as_of, kind="goal" if kind == "goal" else "action")
    assert [item.path for item in _read(JA, "csv", tmp_path, settings).items] == places


def test_goal_printed_again_is_one_goal_with_two_actions(tmp_path: Path) -> None:
    rows = [*JA[:2], [*JA[1][:6], "手順書を作成する"], [JA[1][0], "失注率", "30%", "20%", *JA[1][4:6], ""]]
    checked = _read(rows, "csv", tmp_path)
    assert [(item.path, item.goal_id) for item in checked.items] == [
        ("A2", None),
        ("G2", "A2"),
        ("G3", "A2"),
        ("A4", None),
    ]
    assert checked.skipped == []


def test_due_behind_the_action_is_the_actions(tmp_path: Path) -> None:
    rows = [
        ["目標", "KPI", "目標値", "達成期限", "アクション", "担当", "期限"],
        [
            "受注率を上げる",
            "受注率",
            "25%",
            "2026年9月末",
            "操作説明会を開催する",
            "営業本部長",
            "2026年6月末",
        ],
    ]
    goal, action = _read(rows, "csv", tmp_path).items
    assert (goal.fields["due"], action.fields["due"]) == ("2026年9月末", "2026年6月末")


@pytest.mark.parametrize("heading", ["目標ID", "目標", "Goal"])
def test_numbers_of_goals_stay_references(heading: str, tmp_path: Path) -> None:
    rows = [
        [heading, "KPI", "期限", "担当", "アクション"],
        ["G1", "受注率", "2026年9月末", "営業本部長", "操作説明会を開催する"],
        ["G2", "入力率", "2026年9月末", "営業本部長", "手順書を作成する"],
    ]
    items = _read(rows, "csv", tmp_path).items
    assert [(item.kind, item.path, item.goal_id) for item in items] == [
        ("action", "E2", "G1"),
        ("action", "E3", "G2"),
    ]


def test_action_list_without_measures_keeps_its_goal_as_a_reference(tmp_path: Path) -> None:
    rows = [["目標", "アクション", "期限"], ["受注率を上げる", "手順書を作成する", "2026年9月末"]]
    (action,) = _read(rows, "csv", tmp_path).items
    assert (action.kind, action.goal_id) == ("action", "受注率を上げる")


def test_no_one_is_overloaded_by_sharing_a_row(tmp_path: Path) -> None:
    rows = [JA[0], *([f"指標{n}を上げる", f"指標{n}", "1件", "2件", *JA[1][4:]] for n in "甲乙丙")]
    found = check(_read(rows, "csv", tmp_path), ReviewConfig()).findings
    assert "A04" not in {finding.rule for finding in found}


@pytest.mark.parametrize(
    ("rows", "language", "said"),
    [
        (JA, "ja", "現状値=C(現状), 目標値=D(目標値), 期日=E(期限), 担当=F(担当), アクション=G(アクション)"),
        (
            EN,
            "en",
            "baseline=C(Baseline), target=D(Target), due date=E(Due), owner=F(Owner), action=G(Action)",
        ),
    ],
)
def test_columns_are_shown_in_words_and_skipped_rows_counted(
    rows: list[list[str]], language: str, said: str, tmp_path: Path
) -> None:
    result = check(_read(rows, "csv", tmp_path), ReviewConfig())
    assert result.language == language
    assert said in as_text([result])
    (line,) = skipped_rows([result])
    assert line == text("rules.check.skipped", language, file=result.checked.name, count=1, rows="5")
    value = json.loads(as_json([result]))["files"][0]
    assert value["columns"][0].startswith("goal=A(")
    assert value["skipped_rows"] == ["5"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FIELDS)
def test_shown_words_can_be_given_to_map(name: str, language: str) -> None:
    assert field_of(text(f"rules.column.{name}", language)) == name


@pytest.mark.parametrize("rows", [JA, EN], ids=["ja", "en"])
@pytest.mark.parametrize(
    ("due", "owner", "rule"),
    [("2025-01-31", None, "T04"), ("", None, "T01"), (None, "", "O01"), (None, "{team}", "O02")],
)
def test_a_cell_shared_by_goal_and_action_is_reported_once(
    rows: list[list[str]], due: str | None, owner: str | None, rule: str, tmp_path: Path
) -> None:
    row = list(rows[1])
    row[4] = row[4] if due is None else due
    team = "営業企画部" if rows is JA else "Sales operations team"
    row[5] = row[5] if owner is None else owner.replace("{team}", team)
    found = check(_read([rows[0], row], "csv", tmp_path), ReviewConfig()).findings
    assert [finding.path for finding in found if finding.rule == rule] == ["A2"]


def test_cells_of_their_own_are_reported_each(tmp_path: Path) -> None:
    rows = [
        ["目標", "KPI", "目標値", "達成期限", "アクション", "担当", "期限"],
        [
            "受注率を上げる",
            "受注率",
            "25%",
            "2025年1月末",
            "操作説明会を開催する",
            "営業本部長",
            "2025年1月末",
        ],
    ]
    found = check(_read(rows, "csv", tmp_path), ReviewConfig()).findings
    assert [finding.path for finding in found if finding.rule == "T04"] == ["A2", "E2"]
