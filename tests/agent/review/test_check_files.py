"""What `banso check` reads, and what it writes."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import openpyxl
import pytest

from agent.errors import ConfigurationError, PlanError, UsageError
from agent.models.finding import Severity
from agent.review.comments import commented
from agent.review.config import ReviewConfig, config_from, load_config
from agent.review.inputs import Checked, Settings, read_input
from agent.review.outputs import Result, as_json, as_text, check
from agent.review.sarif import as_sarif

SETTINGS = Settings(dt.date(2026, 4, 10), contract_end=dt.date(2027, 3, 31))
GOOD = "受注率を18%→25%にする（2026年9月末、SFAの受注レポートで計測、営業本部長、毎月の営業会議で確認）"


def _read(name: str, text: str, settings: Settings = SETTINGS) -> Checked:
    return read_input(name, text.encode(), settings)


def _rules(result: Result) -> set[str]:
    return {finding.rule for finding in result.findings}


def test_markdown_bullets_by_heading() -> None:
    checked = _read("a.md", f"# 目標\n- {GOOD}\n\n## アクション\n1. 適宜フォロー\n")
    assert [(item.kind, item.line) for item in checked.items] == [("goal", 2), ("action", 5)]


def test_markdown_table_is_read_by_its_headings() -> None:
    checked = _read("a.md", "| 目標 | 期限 |\n|---|---|\n| 受注率を上げる | 2026/9/30 |\n")
    result = check(checked, ReviewConfig())
    assert checked.items[0].fields["due"] == "2026/9/30"
    assert "T01" not in _rules(result)
    assert "M05" in _rules(result)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_csv_in_any_encoding(encoding: str) -> None:
    data = "No.,目標,期限,担当者\n1,受注率を18%から25%にする,2026年9月末,営業本部長\n".encode(encoding)
    checked = read_input("a.csv", data, SETTINGS)
    result = check(checked, ReviewConfig())
    assert [item.id for item in checked.items] == ["1"]
    assert not {"T01", "O01", "M05"} & _rules(result)
    assert {"M08", "T07"} <= _rules(result)


def test_map_corrects_a_guess() -> None:
    settings = Settings(dt.date(2026, 4, 10), columns={"goal": "B", "due": "締め"})
    checked = _read("a.csv", "甲,乙,締め\nx,受注率を上げる,2026/9/30\n", settings)
    assert checked.items[0].text == "受注率を上げる"
    assert checked.items[0].fields["due"] == "2026/9/30"


def test_unknown_map_field_is_a_usage_error() -> None:
    settings = Settings(dt.date(2026, 4, 10), columns={"gaol": "B"})
    with pytest.raises(UsageError, match="gaol"):
        _read("a.csv", "目標,期限\nx,y\n", settings)


def _workbook(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "計画"
    for row in (
        ["サクセスプラン"],
        [],
        ["目標", "期日", "責任者"],
        ["活用を推進する[1][2]", "未確認：いつですか", ""],
        [GOOD, "", ""],
    ):
        sheet.append(row)
    book.save(path)


def test_workbook_and_comments_in_a_copy(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    _workbook(path)
    before = path.read_bytes()
    checked = read_input(str(path), before, SETTINGS)
    assert [(item.path, item.text) for item in checked.items] == [
        ("計画!A4", "活用を推進する"),
        ("計画!A5", GOOD),
    ]
    result = check(checked, ReviewConfig())
    assert {"S01", "T01", "O01"} <= {f.rule for f in result.findings if f.path == "計画!A4"}
    assert not [f for f in result.findings if f.path == "計画!A5" and f.severity is not Severity.INFO]
    copy = tmp_path / "copy.xlsx"
    copy.write_bytes(commented(result))
    sheet = openpyxl.load_workbook(copy)["計画"]
    assert sheet["A4"].comment is not None
    assert "S01" in sheet["A4"].comment.text
    assert sheet["A5"].comment is None
    assert path.read_bytes() == before


def test_json_lines_give_one_line_an_item_with_labels() -> None:
    item = {
        "id": "x-1",
        "kind": "action",
        "text": "来月中にキックオフを実施する",
        "context": {"as_of": "2026-04-10"},
    }
    result = check(_read("a.jsonl", json.dumps(item, ensure_ascii=False) + "\n"), ReviewConfig())
    (line,) = as_json([result]).splitlines()
    value = json.loads(line)
    assert value["id"] == "x-1"
    assert value["labels"]["due"] == "relative_ambiguous"
    assert value["labels"]["outcome"] is None
    assert [f["rule"] for f in value["findings"]] == ["T02", "O01"]


def test_plan_json_is_read_from_standard_input() -> None:
    plan = {
        "account": {"id": "a", "name": "b"}, "as_of": "2026-04-10", "language": "ja",
        "provenance": {"program": "banso", "sources_digest": "", "settings_digest": ""},
        "goals": [{"id": "g-1", "statement": "活用を推進する"}],
    }  # fmt: skip
    checked = _read("-", json.dumps(plan))
    assert checked.format == "plan"
    found = check(checked, ReviewConfig()).findings
    assert {"goals[g-1]", "key_people"} <= {finding.path for finding in found}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", "{"),
        ("a.json", '{"x": 1}'),
        ("a.jsonl", '{"id": 1}'),
        ("a.csv", "a,b\n1,2\n"),
        ("a.json", '{"goals": [{}]}'),
    ],
)
def test_unreadable_file_names_itself(name: str, text: str) -> None:
    with pytest.raises(PlanError, match=name):
        _read(name, text)


def test_unknown_kind_of_file() -> None:
    with pytest.raises(UsageError, match="docx"):
        _read("a.docx", "x")


def test_text_shows_place_words_question_and_table() -> None:
    text = as_text([check(_read("a.md", "- 活用を推進する\n"), ReviewConfig())])
    assert "a.md:1 S01 警告" in text
    assert "質問:" in text
    assert "   S   M   A   R   T   O" in text


def test_sarif_has_rules_and_lines() -> None:
    value = json.loads(as_sarif([check(_read("a.md", "x\n\n- 活用を推進する\n"), ReviewConfig())]))
    (run,) = value["runs"]
    assert value["version"] == "2.1.0"
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} >= {f["ruleId"] for f in run["results"]}
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] == 3


def test_same_input_same_bytes() -> None:
    texts = {
        as_text([check(_read("a.md", f"- 活用を推進する\n- {GOOD}\n"), ReviewConfig())]) for _ in range(3)
    }
    assert len(texts) == 1


def test_settings_switch_rules_words_and_severities(tmp_path: Path) -> None:
    config = config_from(
        {"off": ["T07"], "severity": {"M08": "info"}, "allow": ["推進"], "vague": ["ぐるぐる回す"]}
    )
    result = check(_read("a.md", "- 販売推進を行い受注率を上げる\n- 台帳をぐるぐる回す\n"), config)
    assert "T07" not in _rules(result)
    assert {f.severity for f in result.findings if f.rule == "M08"} == {Severity.INFO}
    loose = [f.span.text for f in result.findings if f.rule in ("S01", "S02") and f.span]
    assert "ぐるぐる回す" in loose
    assert "推進" not in loose


@pytest.mark.parametrize(
    "text",
    [
        "[review]\noff = ['X9']",
        "[review.severity]\nM08 = 'loud'",
        "[review",
        "[review]\nvendor_fiscal_year_end_month = 13",
    ],
)
def test_wrong_settings_name_the_file(tmp_path: Path, text: str) -> None:
    path = tmp_path / "banso.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"banso\.toml"):
        load_config(path)


def test_how_it_is_measured_and_whose_objective_in_a_sheet_s_own_words() -> None:
    sheet = "目標,指標,現状,目標値,期限,担当,測り方,事業目標\n誤出荷を減らす,誤出荷件数,12,3,2026/9/30,倉庫長,出荷台帳,返品の費用\n"
    assert not {"M02", "M08", "R01"} & _rules(check(_read("a.csv", sheet), ReviewConfig()))


@pytest.mark.parametrize(("metric", "asked"), [("Open tickets", False), ("Sales", True), ("Queue", True)])
def test_a_metric_that_is_a_count_names_its_unit(metric: str, asked: bool) -> None:
    sheet = f"Goal,Metric,Baseline,Target,Due date,Owner\nClear the queue,{metric},40,10,30 Sep 2026,Head of Desk\n"
    assert ("M02" in _rules(check(_read("a.csv", sheet), ReviewConfig()))) is asked


def test_the_year_of_the_cell_counts_for_a_day_without_one() -> None:
    sheet = "アクション,期日,担当\n3月18日までに原因を倉庫長へ回答する,2026-03-18,三宅 灯\n"
    rules = _rules(
        check(
            _read("a.csv", sheet, Settings(dt.date(2026, 7, 20), contract_end=dt.date(2026, 12, 31))),
            ReviewConfig(),
        )
    )
    assert "T04" in rules
    assert "T05" not in rules


def test_bullets_of_other_sections_are_no_goals() -> None:
    text = "# 計画\n\n## 会社\n- 事業内容: 清掃\n\n## 目標\n- 点検の漏れを月10件から2件にする\n\n### 営業部\n- 提案を月3件にする\n\n## 役員\n- 山の 太郎\n"
    checked = _read("plan.md", text)
    assert [item.text for item in checked.items] == ["点検の漏れを月10件から2件にする", "提案を月3件にする"]


def test_a_list_without_headings_is_read_whole() -> None:
    checked = _read("goals.md", "- 点検の漏れをなくす\n- 提案を増やす\n")
    assert len(checked.items) == 2


def test_an_action_in_two_tables_is_one() -> None:
    text = (
        "## 合意事項\n\n| どちらが | 内容 | 期日 |\n|---|---|---|\n| 当社 | 手順書を送る | 2026-12-01 |\n\n"
        "## アクション\n\n| どちらが | アクション | 責任者 | 期日 |\n|---|---|---|---|\n| 当社 | 手順書を送る | 有賀 律 | 2026-12-01 |\n"
    )
    (item,) = _read("plan.md", text).items
    assert item.fields["owner"] == "有賀 律"


def test_a_map_that_fits_no_column_is_an_error() -> None:
    text = "やりたいこと,ものさし,今,ゴール,しめ切り\nセンター長の残業を減らす,残業時間/月,38h,25h,2027/3末\n"
    with pytest.raises(UsageError, match="存在しない"):
        _read("a.csv", text, Settings(dt.date(2026, 4, 10), columns={"goal": "存在しない"}))
    (item,) = _read("a.csv", text).items
    assert item.text == "センター長の残業を減らす"
    assert (item.fields["baseline"], item.fields["target"]) == ("38h", "25h")


def test_a_list_of_goals_alone_has_one_column() -> None:
    sheet = "目標\n残業を月30時間から20時間にする\n定着を図る\n"
    read = _read("goals.csv", sheet, SETTINGS)
    assert [item.path for item in read.items] == ["A2", "A3"]


def test_cells_beside_a_goal_say_their_source_and_how_loose_they_are() -> None:
    sheet = (
        "目標,指標,現状,目標値,期限,担当\n"
        "誤配を減らす,月次の誤配件数(品質会議の帳票),42件,15件以下,2027-01-31,早瀬 涼\n"
        "満足度を上げる,満足度,,高い水準,2027-01-31,早瀬 涼\n"
    )
    found = check(_read("a.csv", sheet, SETTINGS), ReviewConfig()).findings
    rules = {(hit.path, hit.rule) for hit in found}
    assert ("A2", "M08") not in rules
    assert {("A3", "S02"), ("A3", "M05")} <= rules
