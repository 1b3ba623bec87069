"""The commands as a person or a script meets them: help, results on stdout, one line for an error, exit codes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main
from typer.testing import CliRunner

from agent.cli import app, main
from agent.cli.demo import sample_account

ROOT = Path(__file__).resolve().parents[3]
COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(arguments))
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(command: str) -> None:
    code, shown, _ = run(command, "--help")
    assert code == 0
    assert f"banso {command}" in shown


def test_the_readme_lists_every_command_and_no_other() -> None:
    listed = set(re.findall(r"^\| `banso (\w+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.M))
    assert listed == {*COMMANDS, "eval", "gold"}


def test_draft_writes_the_plan_and_says_so_to_scripts(tmp_path: Path) -> None:
    code, shown, told = run("draft", str(sample_account()), "--out", str(tmp_path), "--json")
    summary = json.loads(shown)
    plan = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))
    assert code == 0
    assert summary["sources"] == len(plan["sources"]) > 0
    assert summary["blanks"] == len(plan["blanks"]) > 0
    assert plan["account"]["name"] in told
    for citation in (c for person in plan["key_people"] for c in person["citations"]):
        text = (tmp_path / "texts" / f"{citation['source_id']}.txt").read_bytes().decode()
        assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_a_file_a_person_edited_is_kept(tmp_path: Path) -> None:
    run("draft", str(sample_account()), "--out", str(tmp_path), "-q")
    (tmp_path / "plan.md").write_text("my own words\n", encoding="utf-8")
    _, shown, told = run("draft", str(sample_account()), "--out", str(tmp_path), "--json")
    assert (tmp_path / "plan.md").read_text(encoding="utf-8") == "my own words\n"
    assert json.loads(shown)["kept_human_edits"] == [str(tmp_path / "plan.md")]
    assert str(tmp_path / "plan.md") in told.replace("\n", "").replace(" ", "")


def test_demo_prints_its_summary_on_stdout(tmp_path: Path) -> None:
    code, shown, _ = run("demo", "--out", str(tmp_path / "demo"))
    assert code == 0
    assert "みなと精工" in shown
    assert (tmp_path / "demo" / "plan.html").is_file()


def test_the_readme_shows_what_the_demo_prints(tmp_path: Path) -> None:
    shown = "".join(run("demo", "--out", str(tmp_path / "demo"))[1].split())
    block = re.search(r"```text\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.S)
    assert block is not None
    lines = [line for line in block[1].splitlines() if line.strip() and "banso-demo/" not in line]
    assert lines
    assert [line for line in lines if "".join(line.split()) not in shown] == []


def test_ask_answers_in_the_sources_words(tmp_path: Path) -> None:
    code, shown, _ = run("ask", str(sample_account()), "来期予算の申請締切はいつですか", "--json")
    answer = json.loads(shown)
    assert code == 0
    assert answer["status"] == "answered"
    assert any("12月18日" in item["citation"]["quote"] for item in answer["items"])


def test_ask_uses_a_workspace_when_given(tmp_path: Path) -> None:
    folder = str(tmp_path / "ws")
    question = (str(sample_account()), "来期予算の申請締切はいつですか", "--json")
    assert (
        json.loads(run("ask", *question)[1])["items"]
        == json.loads(run("ask", *question, "--workspace", folder)[1])["items"]
    )
    assert run("index", "--workspace", folder, "--rebuild")[1] == "1 accounts, 10 documents\n"


@pytest.mark.parametrize("contract", ["plan", "account", "gold"])
def test_schema_is_json_schema(contract: str) -> None:
    code, shown, _ = run("schema", contract)
    assert code == 0
    assert json.loads(shown)["$schema"].startswith("https://json-schema.org/")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["draft", "no-such-folder"], "no such folder"),
        (["draft", str(ROOT / "docs")], "account.yaml: missing"),
        (["draft", str(ROOT / "examples" / "minato"), "--lang", "fr"], "use ja or en"),
        (["draft", str(ROOT / "examples" / "minato"), "--format", "pdf"], "--format pdf"),
    ],
)
def test_errors_are_one_line_and_exit_2(
    arguments: list[str], words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        sys, "argv", ["banso", *arguments, *(["--out", "unused"] if "draft" in arguments else [])]
    )
    with pytest.raises(SystemExit) as ended:
        main()
    told = capsys.readouterr().err
    assert ended.value.code == 2
    assert told.startswith("banso: ")
    assert words in told
    assert "Traceback" not in told
    assert not Path("unused").exists()


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys; from agent.cli import app; "
        "heavy = {'pydantic', 'openpyxl', 'lxml', 'sudachipy', 'chromadb', 'openai', 'tantivy', 'bs4', 'rich'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    shown = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert shown.stdout.strip() == "[]"
