"""`banso check` of a sheet: the findings on standard output, the rows left out on standard error."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from agent.cli import app


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("目標,KPI,目標値,アクション\n受注率を上げる,受注率,25%,手順書を作成する\n,入力率,90%,\n", "1行は"),
        ("Goal,KPI,Target,Action\nRaise it,Win rate,25%,Draft the guide\n,Entries,90%,\n", "1 row(s)"),
    ],
)
def test_rows_left_out_are_said_on_stderr(rows: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(rows, encoding="utf-8")
    result = CliRunner().invoke(app, ["check", str(path), "--fail-on", "never"])
    assert result.exit_code == 0
    assert said in result.stderr
    assert said not in result.stdout
    assert "own.csv:A2 " in result.stdout
