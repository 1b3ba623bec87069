"""Powers that are over, smaller than our contract, or of something else; and decisions the customer says are open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from agent.people import PeopleReading

Read = Callable[..., PeopleReading]
HEAD = "# ヤマネ製作 定例 2026年9月10日\n\n出席: 先方 小川社長、内藤課長(製造部)、津森主任 / 当社 江崎\n\n"
HEAD_EN = "# Acme Bindery, 10 September 2026\n\nPresent: Helen Marsh (director), Tom Birch (head of print) / Emi Esaki\n\n"
ENGLISH = {"name": "Acme Bindery Ltd", "csm": "Emi Esaki", "product": "Folio", "language": "en"}


def buyers(reading: PeopleReading) -> list[str]:
    return [p.name for p in reading.people if p.role == "economic_buyer"]


@pytest.mark.parametrize(
    "line", ["常任理事会は1月21日に決まりました。", "件数は津森さんに聞かないと分かりません。"]
)
def test_dates_and_errands_show_no_power(read: Read, line: str) -> None:
    assert buyers(read({"m.md": HEAD + line + "\n"})) == []


@pytest.mark.parametrize(
    "line",
    [
        "Before that Tom could sign for the renewal.",
        "Below that Tom can approve here.",
        "Tom decides on the renewal. That is from May, ignore.",
    ],
)
def test_former_and_lesser_powers(read: Read, line: str) -> None:
    assert buyers(read({"m.md": HEAD_EN + line + "\n"}, **ENGLISH)) == []


def test_what_the_customer_leaves_open_our_note_does_not_settle(read: Read) -> None:
    talk = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:09.000\nEmi Esaki: So who signs the renewal?\n\n2\n00:00:10.000 --> 00:00:19.000\nHelen Marsh: Whether Tom decides or the spend committee does, that is not settled.\n"
    note = "CRM note, 20 September 2026\n\nTom Birch approves the renewal.\n"
    assert buyers(read({"m.md": HEAD_EN, "call_2026-09-12.vtt": talk, "crm.txt": note}, **ENGLISH)) == []


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("いえ、今期からは設備会議にかかります。百万円を超える契約は全部です。", ["設備会議"]),
        ("いえ、件数は減っています。", ["小川"]),
    ],
)
def test_what_another_customer_contradicts_shows_no_power(
    read: Read, answer: str, expected: list[str]
) -> None:
    talk = (
        "WEBVTT\n\n1\n00:00:01.000 --> 00:00:09.000\n内藤: 更新は小川社長が判を押せば終わりです。\n\n"
        f"2\n00:00:10.000 --> 00:00:19.000\n津森: {answer}\n"
    )
    assert buyers(read({"m.md": HEAD, "t_20260910.vtt": talk})) == expected
