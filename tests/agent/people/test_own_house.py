"""Colleagues of whoever speaks: "our CEO", 弊社の…, a quoted tail under an answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from agent.people import PeopleReading

Read = Callable[..., PeopleReading]
ENGLISH = {"name": "Yamane Works Ltd", "csm": "Priya Nair", "product": "Soyogi Flow", "language": "en"}
HEAD = "Call notes 2026-09-03\nAttendees: Yamane: Grace Tollman (Plant Manager); Us: Priya Nair\n\n"
MAIL = (
    "From: Grace Tollman <grace@yamane.example>\nTo: Priya Nair <priya@soyogi.example>\nSubject: Re: setup\n"
    "Date: Thu, 3 Sep 2026 10:00:00 +0900\n\nThanks, that helps.\n\nGrace\nYamane Works Ltd\n\n"
)
POST = (
    "From: 小川 進 <ogawa@yamane.example>\nTo: 江崎 薫 <esaki@soyogi.example>\nSubject: Re: 設定\n"
    "Date: Thu, 3 Sep 2026 10:00:00 +0900\n\n江崎様\nヤマネ製作の小川です。承知しました。\n\n"
)


def names(reading: PeopleReading) -> set[str]:
    return {p.name for p in reading.people}


@pytest.mark.parametrize(
    "line",
    [
        "Our CEO Lars Holm decides on discounts on our side.",
        "Priya: our VP Lars Holm has the final say on the price we offer.",
        "Discounts are decided by Lars Holm, our CEO.",
        "Our head of engineering Lars Holm will join the next call.",
    ],
)
def test_our_own_chief_is_no_buyer_of_theirs(read: Read, line: str) -> None:
    reading = read({"n.txt": f"{HEAD}{line}\n"}, **ENGLISH)
    assert "Lars Holm" in reading.vendor_people
    assert names(reading) == {"Grace Tollman"}


@pytest.mark.parametrize(
    "line",
    [
        "Grace: our VP Lars Holm has the final say on the renewal.",
        "Grace said our VP Lars Holm has the final say on the renewal.",
    ],
)
def test_what_a_customer_calls_ours_is_the_customers(read: Read, line: str) -> None:
    reading = read({"n.txt": f"{HEAD}{line}\n"}, **ENGLISH)
    assert "Lars Holm" in names(reading)


def test_a_tail_under_a_customers_answer_is_ours(read: Read) -> None:
    tail = "On Wed, 2 Sep 2026, Priya Nair wrote:\n> Our head of engineering Marta Lind will look at it.\n"
    reading = read({"a.eml": MAIL + tail}, **ENGLISH)
    assert "Marta Lind" in reading.vendor_people
    assert names(reading) == {"Grace Tollman"}


def test_the_customers_own_earlier_words_stay_the_customers(read: Read) -> None:
    tail = "On Wed, 2 Sep 2026, Grace Tollman wrote:\n> Our head of finance Marta Lind will look at it.\n"
    reading = read({"a.eml": MAIL + tail}, **ENGLISH)
    assert "Marta Lind" in names(reading)


def test_a_japanese_tail_is_the_other_house(read: Read) -> None:
    tail = "2026年9月2日 江崎 薫 <esaki@soyogi.example>:\n> 弊社の佐久間部長が確認いたします。\n"
    reading = read({"a.eml": POST + tail})
    assert "佐久間" in reading.vendor_people
    assert names(reading) == {"小川 進"}


@pytest.mark.parametrize(
    "rows",
    [
        "日付,相手,内容,担当\n2026-09-01,（社内）佐久間,値引きの相談,江崎\n2026-09-02,小川課長,更新の相談,江崎\n",
        "日付,種別,相手,内容,担当\n2026-09-01,社内,佐久間,値引きの相談,江崎\n2026-09-02,訪問,小川課長,更新の相談,江崎\n",
        "日付,種別,相手,内容,担当\n2026-09-01,社内会議,佐久間部長,値引きの相談,江崎\n2026-09-02,訪問,小川課長,更新の相談,江崎\n",
    ],
)
def test_a_row_of_a_talk_within_our_house_lists_a_colleague(read: Read, rows: str) -> None:
    reading = read({"crm.csv": rows})
    assert "佐久間" in reading.vendor_people
    assert names(reading) == {"小川"}


def test_a_customer_in_a_row_of_ours_stays_the_customers(read: Read) -> None:
    rows = (
        "Date,Type,Who,Notes,Owner\n2026-09-01,Internal,Marta Lind,Talked about discount,Priya Nair\n"
        "2026-09-01,Internal,Grace Tollman,Her questions,Priya Nair\n"
        "2026-09-02,Call,Grace Tollman,Talked about renewal,Priya Nair\n"
    )
    reading = read({"crm.csv": rows}, **ENGLISH)
    assert "Marta Lind" in reading.vendor_people
    assert names(reading) == {"Grace Tollman"}
