"""Lists and tables of people by their form: sides from heads, columns and brackets; a third house's people are not listed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from agent.people import PeopleReading
from agent.people.house_columns import side_of_cell
from agent.people.labels import read_label
from agent.people.name_columns import name_columns
from agent.people.parties import Parties
from agent.people.types import Side

Read = Callable[..., PeopleReading]
ENGLISH = {
    "name": "Northgate Dairies Ltd",
    "csm": "Hannah Wells",
    "product": "Larkspur Flow",
    "language": "en",
}


def _names(reading: PeopleReading) -> set[str]:
    return {person.name for person in reading.people}


@pytest.mark.parametrize(
    "text",
    [
        "■先方\n・長谷川 誠 / 購買課長\n・石田 恵 / 物流部長\n■当社\n・江崎",
        "◆お客様のご担当者\n購買課長:長谷川 誠様\n物流部長:石田 恵様\n◆弊社\n江崎",
        "先方参加者\n1. 長谷川 誠(購買課長)\n2. 石田 恵(物流部長)\n当社参加者\n1. 江崎",
        "■お客様のご担当者\n氏名:長谷川 誠\n役職:購買課長\n氏名:石田 恵\n役職:物流部長",
    ],
)
def test_a_person_a_line_below_heads(read: Read, text: str) -> None:
    found = read({"memo.txt": f"ヤマネ製作 打合せメモ 8/20\n\n{text}\n"})
    assert {"長谷川 誠", "石田 恵"} <= _names(found)
    posts = {p.name: f"{p.department or ''} {p.title or ''}" for p in found.people}
    assert "課長" in posts["長谷川 誠"]
    assert "部長" in posts["石田 恵"]


def test_third_houses_under_their_own_head(read: Read) -> None:
    note = "Call notes\n\nNorthgate Dairies\n- Erin Marsh, IT Director\n- Leo Crane, Head of Sales\nBrightwell Advisers\n- Petra Lind, Consultant\nUs\n- Hannah Wells\n"
    assert _names(read({"call.txt": note}, **ENGLISH)) == {"Erin Marsh", "Leo Crane"}


def test_columns_of_family_and_given_names() -> None:
    assert name_columns(["Last name", "First name", "Company"]) == (0, 1)
    assert name_columns(["姓", "名", "役職"]) == (0, 1)
    assert name_columns(["氏名", "役職"]) is None


def test_sides_of_cells() -> None:
    parties = Parties(ours={"larkspur"}, customer={"northgatedairies"})
    assert side_of_cell("Northgate Dairies Ltd", parties) is Side.CUSTOMER
    assert side_of_cell("Brightwell Advisers", parties) is Side.THIRD
    assert side_of_cell("3 people", parties) is None


def test_a_post_run_onto_a_name() -> None:
    label = read_label("石川経営企画部長", 0)
    assert label is not None
    assert (label.family, label.title.text if label.title else "") == ("石川", "部長")
    assert read_label("業務改革室長", 0) is None
