"""Question sheets with a topic beside the question, baselines settled on later, measures that open a paragraph."""

from __future__ import annotations

from agent.drafting.notes.goals.agreed_baselines import START
from agent.drafting.notes.goals.grouped_questions import likeness
from agent.drafting.notes.goals.no_goal import RECALL
from agent.drafting.notes.promises.lists import is_no_promise

BY_PART = "区分,質問,回答\n現状,伝票の入力時間,1件平均12分\n現状,返品,月30件\n目標,伝票の入力,5分\n目標,返品の件数,月12件\n期限,,2027年3月末まで\n"
BY_TOPIC = "Topic,Question,Answer\nParcels,Average time to book a parcel,40 minutes (May)\nParcels,Target,15 minutes\nParcels,By when,End of March 2027\nTools,What else do you use?,Spreadsheets\n"
WANTED = '質問,回答\n見学会に来た会社の数,18社\n来場を増やしたい数,"1,200社"\nいつまで,2027年3月末\n'


def test_rows_sorted_by_part_are_joined_by_their_question(notes) -> None:
    goals = notes("ja", {"sheet.csv": BY_PART}).reading.goals
    found = {g.metric: (g.baseline.value, g.target.value, g.due.value) for g in goals}
    assert found == {"伝票の入力": (12, 5, "2027-03-31"), "返品の件数": (30, 12, "2027-03-31")}


def test_rows_sorted_by_topic_are_asked_by_their_question(notes) -> None:
    (goal,) = notes("en", {"sheet.csv": BY_TOPIC}).reading.goals
    assert goal.metric == "Average time to book a parcel"
    assert (goal.baseline.value, goal.target.value, goal.due.value) == (40, 15, "2027-03-31")


def test_a_figure_with_thousands_stays_whole(notes) -> None:
    (goal,) = notes("ja", {"sheet.csv": WANTED}).reading.goals
    assert (goal.baseline.value, goal.target.value) == (18, 1200)


def test_the_figure_that_both_settled_on() -> None:
    for text in (
        "今後は22分を出発点として見る。",
        "We agreed to use 31.",
        "基準値は18件とする。",
        "Let's start from 9.",
    ):
        assert START.search(text), text
    for text in ("22分を目指す。", "We agreed to use the blue form.", "22分かかる。"):
        assert START.search(text) is None, text


def test_asking_back_sets_nothing() -> None:
    assert RECALL.search("3割減らす約束でしたっけ。")
    assert RECALL.search("いつまでに何がどうなればよいか")
    assert RECALL.search("3割減らす約束です。") is None


def test_likeness_of_questions() -> None:
    assert likeness("伝票の入力", "伝票の入力時間") == 1
    assert likeness("伝票の入力", "返品の件数") == 0


def test_tasks_of_the_start_are_no_promise_of_the_purchase() -> None:
    assert is_no_promise("5月中に4店ぶんの登録を完了する")
    assert is_no_promise("店長向け研修を店ごとに3回")
    assert not is_no_promise("棚卸しの時間を半分にする")
