"""`banso ask` from end to end: an account folder with notes, a page and a sheet, with and without a workspace."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from agent.cli import app

QUESTION = "来期の予算申請の期限はいつですか"
SOURCES = {
    "20260401_minutes.md": "# 定例 2026-04-01\n\n来期の予算申請の期限は5月8日です。\n",
    "20261105_minutes.md": "# 定例 2026-11-05\n\n来期の予算申請の期限は12月18日です。\n\n更新は経営会議で決めます。\n",
    "20261001_notice.html": (
        "<html lang='ja'><head><title>お知らせ</title></head><body><article><h1>予算編成のお知らせ</h1>"
        "<p>2026年10月1日</p><p>株式会社アオイソラは、来期の予算申請の期限を12月25日とすることを決定いたしました。"
        "各部門は様式に従って申請を行い、経営企画部がとりまとめます。</p></article></body></html>"
    ),
    "sheet.csv": "項目,回答\n予算申請の期限,例年12月中旬\n利用者,30名\n",
}


@pytest.fixture
def account(tmp_path: Path) -> Path:
    return account_folder(tmp_path / "aoi", "A-1", "株式会社アオイソラ", SOURCES)


def account_folder(folder: Path, name_id: str, name: str, sources: dict[str, str]) -> Path:
    (folder / "sources").mkdir(parents=True)
    (folder / "account.yaml").write_text(
        f"id: {name_id}\nname: {name}\nas_of: 2026-11-10\n", encoding="utf-8"
    )
    for file, content in sources.items():
        (folder / "sources" / file).write_text(content, encoding="utf-8")
    return folder


def ask(account: Path, question: str, *options: str) -> dict[str, Any]:
    result = CliRunner().invoke(app, ["ask", str(account), question, "--json", *options])
    assert result.exit_code == 0, result.output
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer


def quotes(answer: dict[str, Any]) -> str:
    return "\n".join(item["citation"]["quote"] for item in answer["items"])


@pytest.mark.parametrize("kept", [False, True], ids=["in memory", "workspace"])
@pytest.mark.parametrize(
    ("options", "there", "not_there"),
    [
        ([], ["12月18日", "12月25日"], []),
        (["--kind", "note"], ["12月18日", "5月8日"], ["12月25日", "中旬"]),
        (["--kind", "table"], ["中旬"], ["12月18日", "12月25日"]),
        (["--kind", "table", "--kind", "web_page"], ["12月25日"], ["12月18日"]),
        (["--since", "2026-10-15"], ["12月18日"], ["5月8日", "12月25日", "中旬"]),
        (["--until", "2026-04-30"], ["5月8日"], ["12月18日", "12月25日", "中旬"]),
        (["--access", "public"], ["12月25日"], ["12月18日", "中旬"]),
        (["--access", "internal"], ["12月18日"], ["12月25日"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_filters_decide_what_may_answer(
    account: Path, tmp_path: Path, kept: bool, options: list[str], there: list[str], not_there: list[str]
) -> None:
    place = ["--workspace", str(tmp_path / "ws")] if kept else []
    said = quotes(ask(account, QUESTION, *options, *place))
    assert [words for words in there if words not in said] == []
    assert [words for words in not_there if words in said] == []


def test_accounts_of_one_workspace_answer_for_themselves(account: Path, tmp_path: Path) -> None:
    other = account_folder(
        tmp_path / "other",
        "B-2",
        "ミドリノ株式会社",
        {"memo.md": "# メモ\n\n来期の予算申請の期限は3月3日です。\n"},
    )
    place = ["--workspace", str(tmp_path / "ws")]
    first, second = (ask(folder, QUESTION, *place) for folder in (account, other))
    assert "3月3日" not in quotes(first)
    assert quotes(second) == "来期の予算申請の期限は3月3日です。"
    assert second["account"] == "B-2"


def test_json_is_the_whole_answer_and_its_quotes_hold(account: Path) -> None:
    answer = ask(account, QUESTION)
    assert answer["status"] == "answered"
    for item in answer["items"]:
        citation = item["citation"]
        assert citation["check"] == "quote_found"
        assert citation["end"] - citation["start"] == len(citation["quote"])
        scores = {"lexical", "coverage", "phrases", "total"}
        assert set(item["passage_scores"]) >= (set() if item["path"] else scores)


def test_explain_shows_the_scores(account: Path) -> None:
    plain = CliRunner().invoke(app, ["ask", str(account), QUESTION]).stdout
    explained = CliRunner().invoke(app, ["ask", str(account), QUESTION, "--explain"]).stdout
    assert "12月18日" in plain
    assert "lexical" not in plain
    assert "lexical" in explained
    assert "total" in explained


def test_what_the_sources_do_not_say_is_said_so(account: Path) -> None:
    answer = ask(account, "2024年の予算申請の期限はいつですか")
    assert answer["status"] == "not_stated"
    assert answer["items"] == []
    shown = CliRunner().invoke(app, ["ask", str(account), "社長の年齢は何歳ですか"]).stdout
    assert shown.startswith("資料には書かれていません")


@pytest.mark.parametrize("option", [["--kind", "novel"], ["--access", "secret"], ["--since", "soon"]])
def test_unknown_filters_are_refused(account: Path, option: list[str]) -> None:
    result = CliRunner().invoke(app, ["ask", str(account), QUESTION, *option])
    assert result.exit_code != 0
    assert result.stdout == ""
