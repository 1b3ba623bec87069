"""Question sheets with a row for where a measure stands and rows for what is wanted of it; goals of one matter joined."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.drafting.notes.goals.asked_measures import measure_asked
from agent.drafting.notes.goals.interviews import role_of
from agent.drafting.notes.goals.merged import merged
from agent.drafting.notes.goals.method import method_in
from agent.drafting.notes.goals.subjects import Subjects, tokens
from agent.models.evidence import Citation, Value
from agent.models.plan import Goal

JA = "質問,回答,備考\n入庫検品の待ち時間,平均35分(守衛の記録簿から),\nどこまで減らしますか,20分,\nいつまで,2027年3月末,\nだれの仕事,熊倉部長,\n決裁のしかた,常務会,\n"
WISHED = "お尋ね,お答え\nいま日報にかかる時間は,1人1日50分(勤怠の記録から)\n目指したいところ,15分\nいつまでに,2027年3月末\nだれの受け持ちで,熊倉さん\n"
EN = 'Q,Answer,Who\nInvoices sent back now,"64 a month (quality log)",Nadia\nWhere should it be,30 a month,Nadia\nBy when,end of March 2027,Nadia\nWho owns it,Hugo Brandt,Nadia\n'


@pytest.mark.parametrize(
    ("language", "text", "metric", "parts"),
    [
        ("ja", JA, "入庫検品の待ち時間", (35, 20, "2027-03-31", "熊倉")),
        ("ja", WISHED, "日報にかかる時間", (50, 15, "2027-03-31", "熊倉")),
        ("en", EN, "Invoices sent back", (64, 30, "2027-03-31", "Hugo Brandt")),
    ],
)
def test_each_row_gives_one_part(notes, language: str, text: str, metric: str, parts: tuple) -> None:
    (goal,) = notes(language, {"sheet.csv": text}).reading.goals
    assert goal.metric == metric
    assert (goal.baseline.value, goal.target.value, goal.due.value, goal.owner) == parts
    assert goal.missing == ["review_date"]
    assert {c.quote[:4] for c in goal.citations} >= {goal.baseline.citations[0].quote[:4]}


def test_a_wanted_state_without_a_figure_leaves_the_target_open(notes) -> None:
    text = "質問,回答\n紙の伝票,年12万枚\n伝票の目標,とにかく減らしたい\n"
    (goal,) = notes("ja", {"s.csv": text}).reading.goals
    assert (goal.metric, goal.target) == ("紙の伝票", None)
    assert goal.baseline.value == 120000


@pytest.mark.parametrize(
    "text",
    [
        "質問,回答\n契約の席数,120席\nどこまで増やしますか,200席\n",
        "質問,回答\n購入時の約束,残業を2割減\nいまの目標,AHT 420秒、品質スコア 85点\n",
        "質問,回答\n棚卸の時間,8時間\n決裁のしかた,常務会\nほかの道具,表計算\n会議の日,毎週木曜\nどこまで減らす,20分\n",
    ],
)
def test_a_row_about_the_contract_a_promise_or_far_above_is_no_measure(notes, text: str) -> None:
    goals = notes("ja", {"s.csv": text}).reading.goals
    assert not {g.metric for g in goals} & {"契約の席数", "購入時の約束", "棚卸の時間"}


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("どこまで下げたいですか", "target"),
        ("面会の目標", "target"),
        ("Where would you like it to be", "target"),
        ("その期限", "due"),
        ("By when", "due"),
        ("責任を持つ人", "owner"),
        ("Who will answer for it", "owner"),
        ("電話の件数", None),
        ("Calls a day", None),
    ],
)
def test_what_a_row_asks_for(question: str, role: str | None) -> None:
    assert role_of(question) == role


@pytest.mark.parametrize(
    ("question", "measure"),
    [
        ("How many tickets come back now", "tickets come back"),
        ("現在の待ち時間", "待ち時間"),
        ("電話の件数はどのくらいですか", "電話の件数"),
        ("Your backlog today", "backlog"),
    ],
)
def test_the_measure_in_a_question(question: str, measure: str) -> None:
    assert measure_asked(question) == measure


@pytest.mark.parametrize(
    "text",
    [
        "月620件(返品伝票から)",
        "担当が正の字で数えた",
        "9 days (from the Jira export)",
        "counted in the gate log",
    ],
)
def test_the_record_a_figure_comes_from(text: str) -> None:
    assert method_in(text) == text


@pytest.mark.parametrize("text", ["月620件", "30 min", "伝票をなくしたい", "we log in every day"])
def test_no_record_is_named(text: str) -> None:
    assert method_in(text) is None


def _goal(source: str, statement: str, **parts: object) -> Goal:
    at = Citation(source_id=source, quote=statement, start=0, end=len(statement))
    return Goal(id="g-1", statement=statement, citations=[at], **parts)


def _value(number: object, unit: str | None = None) -> Value:
    return Value(value=number, unit=unit, citations=[Citation(source_id="a", quote="x", start=0, end=1)])


def test_one_matter_is_one_goal_with_the_newest_figure_and_the_first_baseline() -> None:
    days = {"a": dt.date(2026, 4, 1), "b": dt.date(2026, 9, 1)}
    old = _goal(
        "a",
        "誤配送を月30件に",
        metric="誤配送",
        target=_value(30, "件"),
        baseline=_value(80, "件"),
        owner="熊倉",
    )
    new = _goal(
        "b",
        "誤配送は月20件を目標に",
        metric="誤配送",
        target=_value(20, "件"),
        baseline=_value(50, "件"),
        due=_value("2027-03-31"),
    )
    (goal,) = merged([old, new], Subjects([]), days)
    assert (goal.baseline.value, goal.target.value, goal.due.value, goal.owner) == (
        80,
        20,
        "2027-03-31",
        "熊倉",
    )
    assert {c.source_id for c in goal.citations} == {"a", "b"}
    assert goal.missing == ["measure_method", "review_date"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("誤配送を月30件に", 30, "件"), ("残業を月20時間に", 20, "時間")),
        (("受付の待ち時間を10分に", 10, "分"), ("受付の待ち人数を5人に", 5, "人")),
        (("Cut late deliveries to 4%", 4, "%"), ("Cut overtime to 20 hours", 20, "hours")),
    ],
)
def test_two_matters_stay_two_goals(one: tuple, other: tuple) -> None:
    goals = [
        _goal(s, words, target=_value(n, unit))
        for s, (words, n, unit) in zip("ab", (one, other), strict=True)
    ]
    assert merged(goals, Subjects([]), {}) == goals


@given(st.text(alphabet="照会電話の件数をカルテ記入late deliveries 12", max_size=30), st.text(max_size=10))
def test_tokens_of_a_text_are_tokens_of_more_words(text: str, more: str) -> None:
    assert tokens(text) <= tokens(f"{text}。{more}")


def test_a_telling_word_weighs_more_than_one_of_every_line(notes) -> None:
    lines = "".join(f"- 電話は{n}日にあった\n" for n in range(2, 9))
    remarks = notes("ja", {"m.md": f"# メモ 2026-09-20\n\n{lines}- 点検表の話\n"}).reading.remarks
    subjects = Subjects(remarks)
    assert subjects.weight({"点検"}) > subjects.weight({"電話"}) >= 0
