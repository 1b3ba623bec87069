"""Moves in plain words, who pushes, uses and holds up, and what is about somebody else, one line at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from agent.people import PeopleReading

Read = Callable[..., PeopleReading]
HEADS = {
    "ja": "定例 2026年9月24日\n先方：野田部長、唐沢課長、内藤様\n当社：江崎\n\n・",
    "en": "# Review 2026-09-24\n\nAttendees:\nAcme: Helen Marsh (Operations Manager), Tom Birch (VP Finance)\nUs: Emi Esaki\n\n- ",
}
NAMES = {"ja": "唐沢", "en": "Helen Marsh"}
ENGLISH: dict[str, Any] = {"name": "Acme Ltd", "csm": "Emi Esaki", "language": "en"}


def _person(read: Read, language: str, line: str) -> Any:
    account = ENGLISH if language == "en" else {}
    name = "n.md" if language == "en" else "m.txt"
    people = read({name: f"{HEADS[language]}{line}\n"}, as_of="2026-10-01", **account).people
    return next((p for p in people if NAMES[language] in p.name), None)


@pytest.mark.parametrize(
    ("language", "line", "status"),
    [
        ("ja", "唐沢課長は11月から人事へ移るそう。", "leaving"),
        ("ja", "唐沢課長は年末で別会社へ転職済み。", "left"),
        ("ja", "唐沢課長は先月で営業所を去った。", "left"),
        ("ja", "唐沢課長が抜けたら誰も締めができない。", "active"),
        ("ja", "唐沢課長の部署では退職者の名簿を直している。", "active"),
        ("ja", "唐沢課長は異動期で手一杯とのこと。", "active"),
        ("ja", "唐沢課長は来年6月の総会で退任の見込み。", "leaving"),
        ("ja", "唐沢課長は次の議題に移ると言った。", "active"),
        ("en", "Helen Marsh has been shifted to the Leeds unit.", "left"),
        ("en", "Helen Marsh left for a bakery start-up in August.", "left"),
        ("en", "Helen Marsh is relieved of her post and returns to Osaka factory in November.", "leaving"),
        ("en", "If Helen Marsh left for a rival we would be lost.", "active"),
        ("en", "Helen Marsh moved to Thursday as the better day.", "active"),
    ],
)
def test_moves_in_plain_words(read: Read, language: str, line: str, status: str) -> None:
    found = _person(read, language, line)
    assert found is not None
    assert found.status == status


@pytest.mark.parametrize(
    ("language", "line", "role", "holds"),
    [
        ("ja", "唐沢課長は隣の班にまで操作を教えて回っている。", "champion", True),
        ("ja", "唐沢課長は全店で使わせた立役者。", "champion", True),
        ("ja", "唐沢課長は意地でも紙を捨てず、部下にも端末を触らせない。", "blocker", True),
        ("ja", "唐沢課長は他社製品を導入することに反対している。", "blocker", False),
        ("ja", "唐沢課長「前に検討した別の道具は高いから見送った」", "blocker", False),
        ("en", "Helen Marsh is our biggest ally in the plant.", "champion", True),
        ("en", "Helen Marsh told her crew not to use the thing.", "blocker", True),
    ],
)
def test_roles_in_plain_words(read: Read, language: str, line: str, role: str, holds: bool) -> None:
    found = _person(read, language, line)
    shown = found is not None and role in (found.role, *found.also_roles)
    assert shown is holds


def test_who_opens_it_every_day_is_a_user(read: Read) -> None:
    reading = read({"m.txt": HEADS["ja"] + "内藤様は毎朝6時に在庫の画面を開いている。\n"}, as_of="2026-10-01")
    assert next(p.role for p in reading.people if p.name == "内藤") == "user"


@pytest.mark.parametrize(
    "line",
    ["唐沢課長「結論だけでいい、前置きは要らない」", "唐沢課長は他社製品を導入することに反対している。"],
)
def test_refusing_something_else_is_no_stance_against_us(read: Read, line: str) -> None:
    found = _person(read, "ja", line)
    assert found is not None
    assert found.stance != "反対"


def test_a_title_still_to_be_filled_is_not_its_present_holder(read: Read) -> None:
    reading = read({"m.txt": HEADS["ja"] + "新しい部長が決めることになる。\n"}, as_of="2026-10-01")
    assert "野田" not in {p.name for p in reading.people if p.role == "economic_buyer"}


def test_the_head_of_another_house_is_no_stakeholder(read: Read) -> None:
    line = "Borealis's chief executive, Nora Field, praised the new plant in the paper.\n"
    reading = read({"n.md": HEADS["en"] + line}, as_of="2026-10-01", **ENGLISH)
    assert "Nora Field" not in {p.name for p in reading.people}
