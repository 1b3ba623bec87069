"""Fields of a goal written as a list, occasions that name no day, how often, and what goes against a promise."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.calendar import fold
from agent.goals import GoalContext
from agent.goals.fields_ja import fields
from agent.goals.occasions import occasions
from agent.goals.often import times_a_year
from agent.goals.opposites import is_opposed, is_put_off
from agent.goals.quantities import quantities
from agent.goals.scan import Scan
from agent.goals.sources_ja import is_record

CONTEXT = GoalContext(dt.date(2026, 6, 10), "goal", 3, 12)


def scan(text: str) -> Scan:
    return Scan.of(fold(text).text, "ja", CONTEXT)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("返品率 4%→2% 2026年11月末 通販課 返品受付簿", ["通販課", "返品受付簿"]),
        ("欠勤を月3日以下に（人事課長／勤怠の打刻）", ["人事課長", "勤怠の打刻"]),
        ("待ち時間、20分、総合案内、番号札の時刻", ["待ち時間", "総合案内", "番号札の時刻"]),
    ],
)
def test_fields_without_numbers(text: str, names: list[str]) -> None:
    assert [field.text for field in fields(scan(text)) if field.alone] == names


@given(st.text(alphabet="返品率を4%に、。（）／ 通販課2026年11月末・:", max_size=40))
def test_fields_stand_where_they_say(text: str) -> None:
    read = scan(text)
    for field in fields(read):
        assert 0 <= field.start < field.end <= len(read.text)
        assert len(field.text) == field.end - field.start


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("料金改定までに返品率2%", "ja", "料金改定までに"),
        ("後任が着任したら返品率を見直す", "ja", "後任が着任したら"),
        ("Return rate 2% before the timetable change", "en", "before the timetable change"),
        ("Return rate 2% once procurement signs off", "en", "once procurement signs off"),
        ("返品率を2%に、見習いが慣れる時期までに", "ja", "見習いが慣れる時期までに"),
        ("返品率を2%に(人手がそろい次第)", "ja", "人手がそろい次第"),
        ("返品率を2%に。新しい棚が届いてから", "ja", "新しい棚が届いてから"),
        ("返品率を2%に、一段落したころに", "ja", "一段落したころに"),
        ("Return rate 2% before the buyers return", "en", "before the buyers return"),
        ("Return rate 2% in the foreseeable future", "en", "in the foreseeable future"),
        ("Return rate 2%, post-relocation", "en", "post-relocation"),
    ],
)
def test_occasions(text: str, language: str, said: str) -> None:
    found = [text[start:end] for start, end in occasions(text, language, is_goal=True)]
    assert said in found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("受付から納品までに要する日数", "ja"),
        ("いつまでに終えるか", "ja"),
        ("Once a month the list is sent", "en"),
        ("棚に空きが出たら、倉庫へ知らせる", "ja"),
        ("返品が届くたびに、台帳へ記入する", "ja"),
        ("Share of guests served before customers leave", "en"),
    ],
)
def test_what_is_no_occasion(text: str, language: str) -> None:
    assert occasions(text, language, is_goal=True) == []


@pytest.mark.parametrize(
    ("noun", "named"),
    [
        ("窓口受付簿", True), ("PBXの保留時間", True), ("検査結果票", True), ("発表", False), ("登録", False),
        ("営業の強化", False), ("店長会議", False), ("データ", False),
    ],
)  # fmt: skip
def test_what_names_a_record(noun: str, named: bool) -> None:
    assert is_record(noun) is named


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("月2回", 24.0),
        ("隔週で", 26.0),
        ("every other month", 6.0),
        ("四半期に1回", 4.0),
        ("twice a year", 2.0),
        ("いつか", None),
    ],
)
def test_how_often(text: str, times: float | None) -> None:
    assert times_a_year(text) == times


@pytest.mark.parametrize(
    ("promised", "planned", "against"),
    [
        ("点検を自動で行う", "点検は手作業のままとする", True),
        ("追加費用なし", "追加費用なしで対応", False),
        ("全拠点で使う", "東日本の2拠点に絞る", True),
        ("support around the clock", "support on weekdays", True),
        ("support around the clock", "support around the clock", False),
    ],
)
def test_against_the_promise(promised: str, planned: str, against: bool) -> None:
    assert is_opposed(promised, planned) is against


@pytest.mark.parametrize(
    ("text", "off"), [("移行は来年に先送り", True), ("延期率を2%に", False), ("Phase two is shelved", True)]
)
def test_put_off(text: str, off: bool) -> None:
    assert is_put_off(text) is off


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("3分30秒", 3.5, "分"), ("1時間半", 1.5, "時間"), ("2時間15分", 2.25, "時間"), ("9分4分", 9.0, "分")],
)
def test_amounts_of_minutes_and_seconds(text: str, value: float, unit: str) -> None:
    first = quantities(text, "ja")[0]
    assert (first.value, first.unit) == (value, unit)
