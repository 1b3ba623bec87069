"""Posts by notices without a day, who stands in for a head, unnamed chairs, areas of executives: own sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from agent.people import PeopleReading
from agent.people.columns import column_kind
from agent.people.departments_beside import unit_headed
from agent.people.domains_of_houses import names_domain
from agent.people.entries import is_area
from agent.people.titles import read_english_role

NOTICE = """<html><body><h1>株式会社ヤマネ製作 組織のお知らせ(2026年4月1日)</h1>
<table><tr><th>氏名</th><th>新しい役目</th><th>これまで</th></tr>
<tr><td>堀内 俊介</td><td>資材管理部長</td><td>入社</td></tr>
<tr><td>小松 晴美</td><td>経理課長</td><td>資材管理部長代理</td></tr></table></body></html>
"""
NOTES = """# 訪問の記録 2026-05-21

- 出席: 堀内部長、森下係長
- 決めるのは資材管理部長。
- 審査会は常務が座長で、座長が首を縦に振らないものは通りません。
"""


def test_a_notice_names_the_holder_and_who_stood_in_is_none(read: Callable[..., PeopleReading]) -> None:
    found = read({"01_notes.md": NOTES, "02_jinji_20260401.html": NOTICE})
    names = [person.name for person in found.people]
    assert "資材管理部長" not in names
    assert "座長" not in names
    head = next(person for person in found.people if person.name.startswith("堀内"))
    assert head.department == "資材管理部"


@pytest.mark.parametrize(
    ("title", "unit"), [("西ブロック長", "西ブロック"), ("取締役資材本部長", "資材本部"), ("部長", None)]
)
def test_a_head_names_the_unit(title: str, unit: str | None) -> None:
    found = unit_headed(title)
    assert (found[1] if found else None) == unit


def test_what_an_executive_is_in_charge_of_is_no_unit() -> None:
    assert is_area("常務取締役", "営業")
    assert is_area("担当", "管理")
    assert not is_area("課長", "総務")
    assert not is_area("執行役員", "営業本部")


@pytest.mark.parametrize(
    ("words", "title"),
    [("continues as depot director", "depot director"), ("who will lead", None), ("is the CFO", "CFO")],
)
def test_a_clause_is_no_title(words: str, title: str | None) -> None:
    role = read_english_role(words)
    assert (role.title if role else None) == title


def test_columns_are_named_in_many_ways() -> None:
    assert column_kind("答えた人") == column_kind("お話を伺った方") == "customer"
    assert column_kind("役") == "title"
    assert column_kind("支店") == "department"


def test_a_domain_may_spell_a_house_in_kana() -> None:
    assert names_domain("hinata-foods.example", "ひなた食品")
    assert not names_domain("hinode.example", "ひなた食品")


LISTS = """# 打合せ 2026-06-02

出席: 施設部 保全課 黒木課長、同 栗原氏、堀内さん(3階病棟の師長)
"""


def test_lists_give_units_by_same_and_in_brackets(read: Callable[..., PeopleReading]) -> None:
    found = read({"01_notes.md": LISTS})
    units = {person.name: person.department for person in found.people}
    assert units["黒木"] == units["栗原"]
    assert units["堀内"] == "3階病棟"
