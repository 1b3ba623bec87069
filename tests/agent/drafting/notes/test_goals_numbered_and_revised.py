"""Numbers of a list, dates of tasks, and what later notes change of a goal."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.calendar import Anchor
from agent.drafting.notes.goals.due_told import says_no_date
from agent.drafting.notes.goals.figures import read_figures
from agent.drafting.notes.goals.ordinals import ordinal_of, without_ordinal
from agent.drafting.notes.goals.topics import is_topic, told_wish
from agent.drafting.notes.goals.values import context_of

ANCHOR = Anchor(as_of=dt.date(2026, 5, 1), fiscal_year_end_month=3)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Goal 2: fewer returns at the counter", "fewer returns at the counter"),
        ("3 配達の遅れを減らす", "配達の遅れを減らす"),
        ("目標1:受付の待ち時間", "受付の待ち時間"),
        ("第二に、検品の手間を減らす", "検品の手間を減らす"),
        ("Target 8 days for the repair", "Target 8 days for the repair"),
        ("30 件を 12 件にする", "30 件を 12 件にする"),
    ],
)
def test_the_number_in_a_list_is_no_figure(text: str, rest: str) -> None:
    assert without_ordinal(text) == rest
    assert (ordinal_of(text) is None) or rest != text


@pytest.mark.parametrize(
    ("text", "baseline", "target"),
    [
        ("棚卸し 月2日→半日", "2日", "半日"),
        ("from 55 hours a month (mean of spring) to 30 by June", "55 hours", "30"),
        ("翌日以内に発送できた割合を70%から95%にする", "70%", "95%"),
        ("raise the share of calls answered within 20 seconds from 60% to 85%", "60%", "85%"),
    ],
)
def test_where_it_stands_and_where_to(text: str, baseline: str, target: str) -> None:
    language = "en" if text.isascii() else "ja"
    figures = read_figures([text], language, context_of(ANCHOR, ANCHOR.as_of))
    assert figures.baseline is not None
    assert figures.target is not None
    assert (figures.baseline.words, figures.target.words) == (baseline, target)


def test_words_that_name_the_matter() -> None:
    assert is_topic("・伝票の二重入力。")
    assert is_topic("2. Counter returns.")
    assert not is_topic("伝票を二重に入れています。")
    assert not is_topic("Returns are too slow.")
    assert (
        told_wish("案内を分かりやすくしたい、とのお話が店長からありましたが、数字は決めておりません。")
        == "案内を分かりやすくしたい"
    )


def test_nobody_said_until_when() -> None:
    assert says_no_date("期限はまだ決めていない。")
    assert says_no_date("No date agreed, he wants to wait for spring.")
    assert not says_no_date("期限は6月末。")


def test_a_later_note_puts_the_date_off(notes) -> None:
    sources = {
        "minutes_20260310.md": "# 打合せ 2026-03-10\n\n## 目標\n\n- 検品の待ち時間を 40分→15分 にする。期限は2026年6月末\n",
        "call_20260701.md": "# 定例 2026-07-01\n\n- 検品の待ち時間は22分。目標の期限は9月末まで延ばすことで合意\n",
    }
    goals = notes("ja", sources).reading.goals
    assert [goal.target.value for goal in goals] == [15]
