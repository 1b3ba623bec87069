"""Goals whose parts stand under labels or are told by their form, in whatever way a writer sets them out."""

from __future__ import annotations

import pytest

JA = ("待ち時間", 40, 15, "2027-03-31", "熊倉")
EN = ("late deliveries", 9, 4, "2027-03-31", "Hugo Brandt")


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("ja", "・目標1 待ち時間\n　 現状 40分\n　 目標 15分\n　 期限 2027年3月末\n　 担当 熊倉部長"),
        ("ja", "■待ち時間\n- 現状:40分\n- 目標:15分\n- 期限:2027年3月末\n- 責任者:熊倉部長"),
        ("ja", "【KPI】待ち時間【現状】40分【目標】15分【期日】2027年3月末【責任者】熊倉部長"),
        ("ja", "1. 待ち時間\n   As-is: 40分 / To-be: 15分 / 期限: 2027年3月末 / 担当: 熊倉部長"),
        ("ja", "- 待ち時間\n  - いま: 40分\n  - めざす姿: 15分\n  - 時期: 2027年3月末\n  - 主担当: 熊倉部長"),
        ("ja", "①待ち時間\n40分→15分\n2027年3月末まで(熊倉部長)"),
        ("ja", "目標1=待ち時間 現状=40分 目標値=15分 期限=2027年3月末 担当=熊倉部長"),
        ("ja", "Q1 改善したい指標は?\nA 待ち時間\nQ 現在の値は?\nA 40分\nQ 目標値は?\nA 15分\nQ いつまでに?\nA 2027年3月末\nQ 責任者は?\nA 熊倉部長"),
        ("ja", "指標\t現状\t目標値\t期限\t担当\n待ち時間\t40分\t15分\t2027年3月末\t熊倉部長\n"),
        ("en", "- Goal 1: late deliveries\n    Current: 9%\n    Target: 4%\n    Due: end of March 2027\n    Owner: Hugo Brandt"),
        ("en", "1. late deliveries (from 9% to 4% by end of March 2027, owner: Hugo Brandt)"),
        ("en", "1. late deliveries\n   a. today 9%\n   b. target 4%\n   c. by end of March 2027\n   d. owner Hugo Brandt"),
        ("en", "- late deliveries: 9% -> 4% (end of March 2027, Hugo Brandt)"),
        ("en", "| Goal | Now | Target | Due | Owner |\n| late deliveries | 9% | 4% | end of March 2027 | Hugo Brandt |"),
    ],
)  # fmt: skip
def test_the_form_tells_the_parts(notes, language: str, lines: str) -> None:
    head = "打合せメモ 2026年9月20日\n\n" if language == "ja" else "Meeting notes, 20 July 2026\n\n"
    (goal,) = notes(language, {"m.txt": f"{head}{lines}\n"}).reading.goals
    parts = (goal.metric, goal.baseline.value, goal.target.value, goal.due.value, goal.owner)
    assert parts == (JA if language == "ja" else EN)
    assert goal.metric in goal.statement


def test_two_goals_of_a_list_stay_two(notes) -> None:
    text = "メモ 2026年9月20日\n\n・受注率\n  現状 18%\n  目標 25%\n  担当 熊倉部長\n・キャンセル率\n  現状 12%\n  目標 8%\n  担当 椎名係長\n"
    goals = notes("ja", {"m.txt": text}).reading.goals
    assert [(g.metric, g.target.value, g.owner) for g in goals] == [
        ("受注率", 25, "熊倉"),
        ("キャンセル率", 8, "椎名 健太"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "## 書式の整理の結果\n- 140件 → 62件。残りは来週",  # told of what has been
        "・料金表を送る\n  担当 野々村\n  期限 2026年10月9日",  # a task
        "担当:野々村\n期限:2026年10月9日",
    ],
)
def test_what_only_looks_laid_out_sets_no_goal(notes, lines: str) -> None:
    assert notes("ja", {"m.txt": f"メモ 2026年9月20日\n\n{lines}\n"}).reading.goals == []


def test_labels_that_come_again_are_no_speakers(notes) -> None:
    text = "メモ 2026年9月20日\n\n- 受注率\n  - 今: 18%\n  - 時期: 来月\n- 失注率\n  - 今: 9%\n  - 時期: 再来月\n"
    assert {remark.speaker for remark in notes("ja", {"m.txt": text}).reading.remarks} == {None}
