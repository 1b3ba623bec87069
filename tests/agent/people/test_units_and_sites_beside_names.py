"""Units and sites that stand beside a name: in lists, brackets, before a title, behind one, in rows, as an owner's house."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from agent.people import PeopleReading
from agent.people.attendance_rows import heads_attendance

Read = Callable[..., PeopleReading]
ENGLISH = {"name": "Acme Bindery Ltd", "csm": "Emi Esaki", "product": "Folio", "language": "en"}


def departments(reading: PeopleReading) -> dict[str, str | None]:
    return {p.name: p.department for p in reading.people}


@pytest.mark.parametrize(
    ("line", "name", "unit"),
    [
        ("出席: 特養みどり 施設長 諏訪氏、久保次長 / 江崎", "諏訪", "特養みどり"),
        ("東雲の小瀬所長が「1月からならやる」と言った。", "小瀬", "東雲"),
        ("出席: 小瀬所長(東雲倉庫) / 江崎", "小瀬", "東雲倉庫"),
        ("客室課長の小瀬さんに会った。", "小瀬", "客室課"),
        ("小瀬さんは本店営業部の係長。", "小瀬", "本店営業部"),
        ("社長の小瀬さんに会った。", "小瀬", None),
        ("新しい主任の小瀬さんに会った。", "小瀬", None),
    ],
)
def test_beside_a_japanese_name(read: Read, line: str, name: str, unit: str | None) -> None:
    assert departments(read({"m.md": f"# ヤマネ製作 定例 2026年9月3日\n\n{line}\n"}))[name] == unit


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("Day to day is Ann Lorne, maintenance manager, Halden.", "Halden"),
        ("Contact is Ann Lorne, learning lead, head office.", "head office"),
        ("Ann Lorne in Payroll asked for a list.", "Payroll"),
        ("Ann Lorne (Procurement) asked for a list.", "Procurement"),
        ("Ann Lorne asked for a list.", None),
    ],
)
def test_beside_an_english_name(read: Read, line: str, unit: str | None) -> None:
    text = f"# Acme Bindery, 3 September 2026\n\nPresent: Tom Birch (director) / Emi Esaki\n\n{line}\n\nHalden goes first. Halden has two lines, so Halden waits.\n"
    assert departments(read({"m.md": text}, **ENGLISH))["Ann Lorne"] == unit


def test_a_list_of_those_present_set_in_columns(read: Read) -> None:
    assert heads_attendance("■出席者")
    assert not heads_attendance("出席者からは、次の月の予定を早めに知りたいという声が多く出た。")
    table = "| | | |\n|---|---|---|\n| ヤマネ製作 | 小川課長 | 内藤様 |\n| ソヨギ | 江崎 | 福本 |\n"
    reading = read({"m.md": f"# 定例 2026年9月3日\n\n出席者\n\n{table}"})
    assert {p.name for p in reading.people} == {"小川", "内藤"}


def test_the_owner_s_house_is_the_unit_of_whom_it_sends(read: Read) -> None:
    notes = "# ヤマネ製作 定例 2026年9月3日\n\n出席: 小川社長、内藤課長 / 江崎\n\nヤマネ製作の親会社はカザリ精機ホールディングス。カザリ精機ホールディングスの津森部長が予算を見る。\n"
    found = departments(read({"m.md": notes}))
    assert found.get("津森") in (None, "カザリ精機ホールディングス")
    assert found["小川"] is None
