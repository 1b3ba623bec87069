"""Goals laid out in tables, rows and labelled lines, in answer to a question, and told over two items."""

from __future__ import annotations

import pytest

TABLE_JA = "# 議事録 2026-09-20\n\n## 目標\n| 指標 | 現状 | 目標 | 期限 | 担当 |\n|---|---|---|---|---|\n| 問い合わせ件数 | 月120件 | 月60件 | 2027年3月末 | 熊倉部長 |\n| 手戻り率 | 8% | 3%以下 | 来年1月末 | 椎名係長 |\n"
TABLE_EN = "# QBR 2026-07-20\n\n## Goals\n| Metric | Today | Target | By | Owner |\n|---|---|---|---|---|\n| Ticket backlog | 140 | 60 | 31 Dec 2026 | Nadia Costa |\n"
ROWS_JA = "項目,内容\n達成したいこと,問い合わせを減らす\nいまの件数,月120件\n何件にしたいか,月60件\nいつまでに,2027年3月末\n誰が見るか,熊倉部長\n"
LINES_EN = "# Call 2026-07-20\n\nGoal: fewer late deliveries\nNow: 9%\nTarget: 4%\nBy: end of March 2027\nOwner: Hugo Brandt\n"


@pytest.mark.parametrize(
    ("language", "path", "text", "goals"),
    [
        ("ja", "m.md", TABLE_JA, [("問い合わせ件数", 120, 60, "2027-03-31", "熊倉"), ("手戻り率", 8, 3, "2027-01-31", "椎名 健太")]),
        ("en", "m.md", TABLE_EN, [("Ticket backlog", 140, 60, "2026-12-31", "Nadia Costa")]),
        ("ja", "h.csv", ROWS_JA, [("問い合わせ", 120, 60, "2027-03-31", "熊倉")]),
        ("en", "m.md", LINES_EN, [("late deliveries", 9, 4, "2027-03-31", "Hugo Brandt")]),
    ],
)  # fmt: skip
def test_fields_name_the_parts(notes, language: str, path: str, text: str, goals: list) -> None:
    found = notes(language, {path: text}).reading.goals
    assert len(found) == len(goals)
    for goal, (metric, baseline, target, due, owner) in zip(found, goals, strict=True):
        assert metric in goal.metric
        assert (goal.baseline.value, goal.target.value, goal.due.value, goal.owner) == (
            baseline,
            target,
            due,
            owner,
        )


def test_an_answer_to_the_question_for_a_goal_needs_no_word_for_it(notes) -> None:
    talk = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:05.000\n野々村 遥: 見積の回答日数は、どこを目指されますか。\n\n2\n00:00:06.000 --> 00:00:10.000\n椎名 健太: 見積の回答は3日。いまは7日かかってるから。\n"
    (goal,) = notes("ja", {"t_20260920.vtt": talk}).reading.goals
    assert (goal.baseline.value, goal.target.value) == (7, 3)


def test_a_wish_takes_its_subject_and_baseline_from_the_item_before(notes) -> None:
    text = "# 訪問 2026-09-20\n\n- 棚卸 前は丸2日かかっていた\n- 次は1日で終わらせたい、これは私がやります、と椎名係長\n"
    goals = notes("ja", {"m.md": text}).reading.goals
    assert [(g.metric, g.baseline.value, g.target.value) for g in goals] == [("棚卸", 2, 1)]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ja", "稟議は300万円以上が社長決裁。"),
        ("ja", "1件あたり5分で入力している。"),
        ("ja", "10月の出荷は1,200件だった。"),
        ("en", "Anything over 50k goes to the board."),
        ("en", "They have 14 depots and 3 yards."),
        ("en", "We shipped 1,200 orders in October."),
    ],
)
def test_figures_that_set_nothing(notes, language: str, sentence: str) -> None:
    head = "# メモ 2026-09-20\n\n- " if language == "ja" else "# Notes 2026-07-20\n\n- "
    assert notes(language, {"m.md": f"{head}{sentence}\n"}).reading.goals == []
