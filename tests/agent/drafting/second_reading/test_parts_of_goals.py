"""Figures, dates and people beside a goal: found as spans, weighed by fitted chances, filled in only where none stands."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.drafting.second_reading.parts.another import is_same
from agent.drafting.second_reading.parts.fitted import Model, model_of, write_model
from agent.drafting.second_reading.parts.spans import spans_of
from agent.models.evidence import Value
from agent.models.plan import Goal, SuccessPlan
from agent.pipeline import draft


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("目標,60秒。2027年3月まで", ["60秒"]),
        ("伝票の起票、一日半が現状。来春には四時間へ", ["一日半", "四時間"]),
        ("入力の漏れは1割2分、これを一桁に", ["1割2分", "一桁"]),
        ("処理に1時間20分かかる", ["1時間20分"]),
        ("待ち時間を半分にしたい", ["半分"]),
        ("rework at 4.5% today, wants under two percent", ["4.5%", "two"]),
        ("from $1,200 a load to nine hundred", ["$1,200", "nine hundred"]),
        ("halve the overtime by June", ["halve"]),
    ],
)
def test_figures_are_found_whatever_they_mean(sentence: str, figures: list[str]) -> None:
    found = [span.words for span in spans_of(sentence)]
    assert [words for words in figures if words in found] == figures


@given(st.text(alphabet="0123456789.,%件時間分から半ゼロ abto", max_size=40))
def test_figures_lie_in_the_sentence_and_apart(sentence: str) -> None:
    spans = spans_of(sentence)
    assert all(sentence[span.start : span.end] == span.words for span in spans)
    ordered = sorted((span.start, span.end) for span in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(ordered))


def test_a_model_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_model(Model({"b1 を": 1.5, "a  に": -0.5, "unit": 0.001}, -1.0), "target", "ja", tmp_path)
    model = model_of("target", "ja", tmp_path)
    assert model == Model({"b1 を": 1.5, "a  に": -0.5}, -1.0)
    assert model.chance(("b1 を", "unknown")) > 0.6 > 0.5 > model.chance(())


def _goal(folder: Path, name: str, note: str, language: str = "ja") -> Goal:
    account = folder / name
    (account / "sources").mkdir(parents=True)
    (account / "account.yaml").write_text(
        f"id: {name}\nname: 株式会社こぶし\nproduct: ナギ\nas_of: 2026-05-20\ncsm: 椎名\nlanguage: {language}\n",
        encoding="utf-8",
    )
    (account / "sources" / "0518.txt").write_text(note, encoding="utf-8")
    (goal,) = _plan(account).goals
    return goal


def _plan(folder: Path) -> SuccessPlan:
    return draft(folder, as_of=dt.date(2026, 5, 20)).plan


@pytest.mark.parametrize(
    ("note", "target", "baseline"),
    [
        (
            "・返品の受付、今は1件あたり35分前後。これを来年3月までに20分へ持っていく、が両社の合言葉\n",
            20,
            35,
        ),
        ("・検品の漏れは昨年度の平均で月に52件。今年度の約束は年度末に30件以下です。\n", 30, 52),
    ],
)
def test_target_and_baseline_of_a_goal(tmp_path: Path, note: str, target: float, baseline: float) -> None:
    goal = _goal(tmp_path, "A", "5/18 定例\n先方:赤羽様、当社:椎名\n" + note)
    assert goal.target is not None
    assert goal.target.value == target
    assert goal.baseline is not None
    assert goal.baseline.value == baseline
    assert goal.target.citations[0].quote in note
    assert "target" not in goal.missing


def test_a_wish_takes_no_figure_from_beside_it(tmp_path: Path) -> None:
    goal = _goal(
        tmp_path,
        "B",
        "5/18 定例\n先方:赤羽様、当社:椎名\n・展示会には340名が来場、昨年は280名\n"
        "・赤羽様「現場どうしで知恵を貸し合うようにしたい」とのこと\n・来月の電気代は12%上がる見込み\n",
    )
    assert goal.target is None
    assert goal.baseline is None
    assert {"target", "baseline"} <= set(goal.missing)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("検品の漏れを30件にする", "年度末には検品の漏れ三十件", True),
        ("検品の漏れを30件にする", "伝票の起票を4時間にする", False),
        ("Cut rework to 2%", "rework must be under two percent", True),
        ("Cut rework to 2%", "answer quotes within a day", False),
    ],
)
def test_goals_that_measure_one_thing_are_one(first: str, second: str, same: bool) -> None:
    goals = [Goal(id="g", statement=statement, missing=[]) for statement in (first, second)]
    assert is_same(goals[0], goals[1]) is same


@pytest.mark.parametrize(
    ("unit", "metric", "same"),
    [("本", "動画", False), ("時間", "動画", True), ("本", "手順書の作成時間", True)],
)
def test_targets_in_other_units_are_other_goals(unit: str, metric: str, same: bool) -> None:
    first = Goal(id="g", statement="手順書の作成時間を40時間にする", metric="手順書の作成時間", missing=[])
    second = Goal(id="h", statement="手順書を動画にそろえる", metric=metric, missing=[])
    first, second = (
        goal.model_copy(update={"target": Value.model_construct(value=value, unit=of)})
        for goal, value, of in ((first, 40, "時間"), (second, 120, unit))
    )
    assert is_same(first, second) is same
