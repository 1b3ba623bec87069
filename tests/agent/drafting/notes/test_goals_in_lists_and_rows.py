"""Goals whose place tells more than their words: items of a list, rows of minutes, columns of a sheet; and what is none."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.calendar import Anchor
from agent.drafting.notes.goals.changed_things import thing_changed
from agent.drafting.notes.goals.figures import read_figures
from agent.drafting.notes.goals.minutes_rows import stated_in, tables_of_minutes
from agent.drafting.notes.goals.no_goal import says_nothing, sets_nothing
from agent.drafting.notes.goals.ordinals import ordinal_of
from agent.drafting.notes.goals.series import series, without_item_mark
from agent.drafting.notes.goals.tied import tied
from agent.goals import GoalContext
from agent.models.plan import Goal
from agent.renewal.sides import BARE_TITLE

DAY = dt.date(2026, 6, 1)
CONTEXT = GoalContext(as_of=DAY)
SITES = "項目,北倉庫,南倉庫,港倉庫\n責任者,熊倉部長,椎名係長,\nいまの積み残し,日に14個,日に9個,\n目標,3個,誤出荷を月2件にする,とくにない\n期限,2027年3月末,2026年12月末,\n"
MINUTES = "# 打合せ\n\n| 件 | 話 | 決まり | だれ | いつ |\n|---|---|---|---|---|\n| 返品 | いま月80件。多すぎる | 決:月30件までにする | 椎名係長 | 2027年1月末 |\n| 昼休み | 食堂が混む | | | |\n"


def test_a_column_a_site(notes) -> None:
    goals = notes("ja", {"sheet.csv": SITES}).reading.goals
    assert {(goal.metric or goal.statement, goal.owner) for goal in goals} >= {("北倉庫の積み残し", "熊倉")}
    assert any(goal.statement == "南倉庫: 誤出荷を月2件にする" for goal in goals)
    assert all("港倉庫" not in goal.statement for goal in goals)


def test_rows_of_minutes(notes) -> None:
    ((row, other),) = list(tables_of_minutes(notes("ja", {"m.md": MINUTES}).reading.remarks))
    assert row.who is not None
    assert row.who.text == "椎名係長"
    assert stated_in(row, Anchor(as_of=DAY))[0].text.startswith("決:月30件")
    assert stated_in(other, Anchor(as_of=DAY)) == ()


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("ja", "決1 返品を減らす\n決2 積み残しをなくす\n保1 案内板を見やすくする\n", [1, 2, 1]),
        ("ja", "一つ、返品を減らす。\n二つ、積み残しをなくす。\n", [1, 2]),
        ("en", "- a) returns down to 30 a month.\n- b) no pallets left overnight.\n", [1, 2]),
        ("en", "1. Returns down.\n\n7. Seventh of another list.\n", []),
    ],
)
def test_runs_of_items(notes, language: str, text: str, numbers: list[int]) -> None:
    runs = list(series(notes(language, {"m.md": text}).reading.remarks))
    assert [item.number for run in runs for item in run] == numbers


def test_marks_are_no_figures() -> None:
    assert without_item_mark("決2 積み残しをなくす") == "積み残しをなくす"
    assert without_item_mark("10 days for the winter intake") == "10 days for the winter intake"
    assert ordinal_of("決2 積み残しをなくす") == (1, 2)
    assert ordinal_of("約3 割を減らす") is None


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("数え方は月末に8棟の棟長が付ける印の平均です", True), ("Counted in the gate log", True),
        ("No owner named", True), ("未定", True), ("目標は置かない", True),
        ("返品を月30件にする", False), ("引き継ぎを短くする(目標は置かない)", False), ("Cut returns to 30 a month", False), ("No returns without a slip", False),
    ],
)  # fmt: skip
def test_sentences_that_say_nothing_of_a_goal(text: str, none: bool) -> None:
    assert says_nothing(text) is none


@pytest.mark.parametrize(
    ("language", "text", "quote"),
    [
        ("ja", "番号,お尋ね,お答え,どなた\n1,返品の数,月80件(2026年4月、伝票を数えた),椎名\n", "月80件(2026年4月、伝票を数えた)"),
        ("en", "No,Asked,Answer,From\n1,Returns,80 a month (gate log of spring),Nadia\n", "80 a month (gate log of spring)"),
        ("en", "No,Asked,Answer,From\n1,Next step,I'd aim for the week of 8 March,Nadia\n", "I'd aim for the week of 8 March"),
    ],
)  # fmt: skip
def test_where_things_stand_is_no_goal(notes, language: str, text: str, quote: str) -> None:
    remarks = notes(language, {"sheet.csv": text}).reading.remarks
    remark = next(r for r in remarks if r.text == quote)
    goal = Goal.model_construct(statement=quote, target=None, baseline=None)
    assert sets_nothing(goal, remark, CONTEXT)


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("緊急の連絡に5分以内に出た割合を90%にする", "ja", "90%"),
        ("Alarms answered within five minutes, 90% of the time", "en", "90%"),
        ("Answer alarms within 5 minutes", "en", "5 minutes"),
    ],
)
def test_a_limit_beside_a_share_is_no_level(text: str, language: str, words: str) -> None:
    target = read_figures([text], language, CONTEXT, expected=True).target
    assert target is not None
    assert target.words == words


def test_results_are_not_expected() -> None:
    assert (
        read_figures(["The season closed at 40 returns a week"], "en", CONTEXT, expected=True).target is None
    )


@pytest.mark.parametrize(
    ("statement", "thing"),
    [
        ("棚札をそろえて誤出荷を減らしたい", "誤出荷"), ("積み荷の崩れをなくす", "積み荷の崩れ"), ("新人の対応力を高める", None),
        ("紙の送り状をなくす", None), ("倉庫を見えるようにする", None), ("Fewer picking errors at the gate", "picking errors"),
    ],
)  # fmt: skip
def test_the_thing_changed_is_the_measure(statement: str, thing: str | None) -> None:
    assert thing_changed(statement) == thing


@pytest.mark.parametrize(
    ("metric", "before", "wanted"),
    [
        ("棚卸しの一次報告", "棚卸しの一次報告を平均", "棚卸しの一次報告"),
        ("夜勤60時間超の係員", "決2 夜勤60時間超の係員 いま", "夜勤60時間超の係員"),
        ("b) trucks loaded before dawn", "b) trucks loaded before dawn: ", "trucks loaded before dawn"),
        ("件数", "件数を", None), ("と言いました", "椎名さんは減ると言いました、", None),
    ],
)  # fmt: skip
def test_words_right_before_the_figure(metric: str, before: str, wanted: str | None) -> None:
    assert tied(metric, before, []) == wanted


@pytest.mark.parametrize(
    ("words", "title"), [("支店長", True), ("副施設長", True), ("統括部長", True), ("熊倉支店長", False)]
)
def test_a_name_counts_before_any_title(words: str, title: bool) -> None:
    assert bool(BARE_TITLE.match(words)) is title
