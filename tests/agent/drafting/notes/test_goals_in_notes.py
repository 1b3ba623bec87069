from __future__ import annotations

MINUTES = """# キックオフ 2026-08-06

## 3. 目標
### 3.1 製造技術部
段取り替え時間を2027年3月末までに平均35分にする。責任者は椎名係長。

### 3.2 全体
第二工場での活用を推進する。進め方は別途協議とする。

## 4. その他
- 2026年7月の段取り替え時間は平均47分であった。
"""


def test_goals_under_a_heading_with_their_parts(notes) -> None:
    goals = notes("ja", {"m.md": MINUTES}).reading.goals
    assert len(goals) == 2
    first, second = goals
    assert first.metric == "段取り替え時間"
    assert (first.target.value, first.target.unit) == (35, "分")
    assert (first.baseline.value, first.baseline.unit) == (47, "分")
    assert first.due.value == "2027-03-31"
    assert first.owner == "椎名 健太"
    assert first.missing == ["measure_method", "review_date"]
    assert (second.metric, second.baseline, second.target, second.due, second.owner) == (None,) * 5
    assert set(second.missing) >= {"metric", "baseline", "target", "due", "owner"}


def test_rows_of_a_hearing_sheet_fill_one_goal_each(notes) -> None:
    sheet = (
        "設問,回答,回答日\n"
        "Q1 現在の検査時間,一件あたり20分(2026年7月),2026-08-01\n"
        "Q2 目標,検査時間 12分、手直し件数 30件,2026-08-01\n"
        "Q3 目標の期限,検査時間は今期末まで。手直し件数はできるだけ早く,2026-08-01\n"
        "Q4 責任者,検査時間:熊倉、手直し件数:椎名,2026-08-01\n"
    )
    goals = notes("ja", {"sheet.csv": sheet}).reading.goals
    assert [g.target.value for g in goals] == [12, 30]
    assert [g.due.value if g.due else None for g in goals] == ["2027-03-31", None]
    assert [g.owner for g in goals] == ["熊倉", "椎名 健太"]
    assert goals[0].baseline.value == 20
    assert goals[1].baseline is None


def test_promises_stand_in_where_no_goal_is_stated(notes) -> None:
    form = "項目,内容\n期待する効果,①検査時間を20分から12分へ ②手直しを半分にする\n"
    reading = notes("ja", {"form.csv": form}).reading
    assert [promise.text for promise in reading.promises] == [
        "検査時間を20分から12分へ",
        "手直しを半分にする",
    ]
    assert [goal.statement for goal in reading.goals] == ["検査時間を20分から12分へ", "手直しを半分にする"]
    assert reading.goals[0].baseline.value == 20


def test_english_goals(notes) -> None:
    minutes = """# Review 2026-07-08

## Goals
- Bring average handling time down from 14 minutes to 9 minutes by the end of December 2026. Owner: Nadia Costa.
- Increase adoption in the dispatch team.
"""
    goals = notes("en", {"m.md": minutes}).reading.goals
    assert goals[0].target.value == 9
    assert goals[0].baseline.value == 14
    assert goals[0].due.value == "2026-12-31"
    assert goals[0].owner == "Nadia Costa"
    assert goals[1].target is None


def test_an_offer_of_ours_is_no_goal_of_theirs(notes) -> None:
    call = (
        "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n野々村: 当社としては活用を促進したいと考えています。\n"
    )
    assert notes("ja", {"call.vtt": call}).reading.goals == []
