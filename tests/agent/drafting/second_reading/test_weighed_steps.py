"""Steps that likely sentences make: dated ahead, once each, behind them whom the sentence names."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.company.ownership import attribute
from agent.drafting.second_reading import entries
from agent.drafting.second_reading import steps as module
from agent.drafting.second_reading import weighed as reader
from agent.drafting.second_reading.steps import weighed_steps
from agent.drafting.second_reading.weighed import Weighed
from agent.models.plan import DecisionStep
from agent.people.types import PeopleReading
from agent.pipeline import anchor_of, read_by_rules
from agent.renewal.sides import Sides
from agent.store.account_folder import open_account
from connectors.registry import read_folder

NOTE = """2026年9月3日 定例
先方：赤羽課長、当社：椎名

{line}
"""


def _steps(folder: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> list[DecisionStep]:
    (folder / "sources").mkdir()
    (folder / "account.yaml").write_text(
        "id: X\nname: 株式会社こぶし\nproduct: ナギ\nas_of: 2026-09-10\ncsm: 椎名\ncontract_end: 2027-03-31\n",
        encoding="utf-8",
    )
    (folder / "sources" / "0903.txt").write_text(NOTE.format(line=line), encoding="utf-8")
    account = open_account(folder).account
    documents = read_folder(folder / "sources").documents
    readings = read_by_rules(account, documents, attribute(documents, account))
    people: PeopleReading = readings.people
    monkeypatch.setattr(
        reader, "likely_kinds", lambda remarks, _seen, _weights: [{"step": 0.9} for _ in remarks]
    )
    monkeypatch.setattr(module, "listed_and_again", lambda weighed, steps, form: ([
        one.entry for one in entries.candidates(weighed, [], form)
    ], []))  # fmt: skip
    remarks = readings.notes.remarks
    found = weighed_steps(
        Weighed(remarks, [()] * len(remarks)),
        [],
        people.people,
        Sides(account, people),
        anchor_of(account, None),
    )
    return [step for step in found if step.when]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("来年分の見込みを10月30日に本社へ入れます。", "2026-10-30"),
        ("29日の集まりの資料は、25日までに届けてください。", "2026-09-25"),
        ("そのあと役員会が1月の第2火曜、12日ですね。", "2027-01-12"),
        (
            "The last one is 18 February, as your notice date is 3 March and the March one is on the 16th.",
            "2027-02-18",
        ),
    ],
)
def test_the_day_of_a_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, day: str) -> None:
    assert [step.when for step in _steps(tmp_path, monkeypatch, line)] == [day]


def test_what_is_long_past_makes_no_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _steps(tmp_path, monkeypatch, "初めの契約は2025年3月12日の役員会で通りました。") == []


def test_who_takes_the_paper_stands_behind_the_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (step,) = _steps(tmp_path, monkeypatch, "赤羽課長へ、要望の紙を10月2日までに渡します。")
    assert "赤羽" in (step.approver or "")
