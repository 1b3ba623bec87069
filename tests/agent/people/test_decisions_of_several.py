"""Decisions that are nobody's alone, limits of authority in every spelling, and older words beside newer ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from agent.calendar.number_words import amounts_in_digits
from agent.people.bodies import find_bodies
from agent.people.limits import RATES
from agent.people.types import PeopleReading
from agent.people.units import read_units

Read = Callable[..., PeopleReading]
ENGLISH = {"name": "Acme Ltd", "csm": "Emi Esaki", "language": "en"}


def buyer(reading: PeopleReading) -> str | None:
    return next((p.name for p in reading.people if p.role == "economic_buyer"), None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("更新は親族会議で決まります。", "親族会議"),
        ("備品購入審査会にかけます。", "備品購入審査会"),
        ("桑野家の集まりで決める習わしです。", "桑野家の集まり"),
        ("支配人会議で手をあげる。", "支配人会議"),
        ("社員会は毎月第二火曜です。", "社員会"),
        ("大会議室を予約した。", None),
        ("社員会社の案内。", None),
        ("The Regional Steering Group decides in May.", "Regional Steering Group"),
        ("It goes to the spend desk every Friday.", "spend desk"),
        ("Deputy Chair, Tenants' Council", "Tenants' Council"),
        ("The Partners' Review Meeting gives the consent.", "Partners' Review Meeting"),
        ("The steering wheel group photo.", None),
    ],
)
def test_names_of_bodies(documents: Callable[..., list], text: str, name: str | None) -> None:  # type: ignore[type-arg]
    suffix = "en" if text.isascii() else "ja"
    found = find_bodies(read_units(documents({f"{suffix}.md": f"# Note\n\n{text}\n"})))
    assert [b.name for b in found] == ([name] if name else [])


def test_a_kind_of_body_alone_is_the_one_body_of_that_kind(documents: Callable[..., list]) -> None:  # type: ignore[type-arg]
    text = "# 打合せ\n\n- 更新は備品購入審査会で決める\n- 審査会は毎月第三木曜\n"
    (body,) = find_bodies(read_units(documents({"m.md": text})))
    assert (body.name, body.aliases, len(body.places)) == ("備品購入審査会", {"審査会"}, 2)


JA = [
    ("- 続けるかどうかは親族会議。\n- ひとりでも反対なら終わりです", "親族会議"),
    ("- 更新は理事会にかけます。\n- 三分の二の賛成がいります\n- 桑野さんが判を押します", "理事会"),
    ("- 三百万円以下は桑野課長、それを超えるのは辺見部長\n- 契約は年450万円", "辺見"),
    ("- 五十万円までは桑野課長の判、それより上は辺見部長\n- 契約は年40万円", "桑野"),
    ("- 三百万円をこえる契約は親族会議で決める。\n- 契約は年450万円", "親族会議"),
    ("- 動画の人気投票で決めた。桑野さんも一票", None),
]
EN = [
    ("The contract goes to the Growth Council.\n\nIt's a vote, two-thirds of nine seats.", "Growth Council"),
    (
        "The Holding Committee sits in May.\n\nIt isn't a majority, both owners have to say yes.",
        "Holding Committee",
    ),
    ("Renewals over 0.15M go to the Holding Committee. Our price is £240k.", "Holding Committee"),
    ("Should it be a vote at the Holding Committee?", None),
]


@pytest.mark.parametrize(("lines", "name"), JA)
def test_japanese(read: Read, lines: str, name: str | None) -> None:
    assert buyer(read({"m.md": f"# 打合せ 2026-09-03\n\n{lines}\n"})) == name


@pytest.mark.parametrize(("lines", "name"), EN)
def test_english(read: Read, lines: str, name: str | None) -> None:
    head = "# Review 2026-09-03\n\nAttendees:\nAcme: Helen Marsh (Operations Manager), Tom Birch (VP Finance)\nUs: Emi Esaki\n\n"
    assert buyer(read({"m.md": f"{head}{lines}\n"}, **ENGLISH)) == name


def test_what_we_noted_at_the_start_yields_to_the_customers_newer_words(read: Read) -> None:
    handover = "# 引継ぎ 2026-03-02\n\n- 決裁者は桑野部長\n- 更新も桑野部長の判で終わり\n"
    mail = "From: 辺見 志保 <henmi@yamane.example>\nTo: 江崎 薫 <esaki@us.example>\nDate: Mon, 07 Sep 2026 10:00:00 +0900\nSubject: 更新\n\n江崎様\n辺見です。4月から、更新は常務会で決まります。常務会を通らないと契約できません。\n"
    assert buyer(read({"a.md": handover, "b.eml": mail})) == "常務会"


def test_nobody_decides_where_it_was_said_since_that_nobody_knows(read: Read) -> None:
    first = "# 打合せ 2026-03-02\n\n- 更新の判をつくのは桑野部長です\n"
    later = "# 打合せ 2026-09-03\n\n- 決裁者はまだ不明。12月に聞く\n"
    assert buyer(read({"a.md": first})) == "桑野"
    assert buyer(read({"a.md": first, "b.md": later})) is None


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("三百万円以下", "300万円以下"),
        ("五十万", "50万"),
        ("百二十万円", "120万円"),
        ("二千万円", "2000万円"),
        ("一月六日に百人", "一月六日に百人"),
    ],
)
def test_amounts_in_kanji(text: str, digits: str) -> None:
    assert amounts_in_digits(text) == digits


def test_every_currency_has_a_rate_above_zero() -> None:
    assert all(rate > 0 for rate in RATES.values())
