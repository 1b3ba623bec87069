"""Who is leaving, has left, joins; when we last met; who reports to whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from agent.people import PeopleReading

Read = Callable[..., PeopleReading]
NOTES = "定例 2026年9月3日\n先方：製造部 小川課長、内藤様\n当社：江崎\n\n"
NOTICE = "<html><head><title>人事異動のお知らせ</title></head><body><p>株式会社ヤマネ製作は、2026年{}付で次の人事異動を行います。</p><table><tr><th>氏名</th><th>異動後</th><th>異動前</th></tr><tr><td>小川 進</td><td>ベトナム工場 副工場長</td><td>製造部 課長</td></tr><tr><td>野々村 葵</td><td>製造部 課長</td><td>購買部 主任</td></tr><tr><td>福井 大地</td><td>総務部長</td><td>総務部 次長</td></tr></table></body></html>"


@pytest.mark.parametrize(
    ("day", "old", "new"), [("11月1日", "leaving", "joining"), ("9月15日", "left", "active")]
)
def test_a_notice_moves_the_person_and_brings_the_successor(read: Read, day: str, old: str, new: str) -> None:
    reading = read({"m.txt": NOTES, "j.html": NOTICE.format(day)}, as_of="2026-10-01")
    status = {p.name: p.status for p in reading.people}
    assert status["小川 進"] == old
    assert status.get("野々村 葵") == new
    assert "福井 大地" not in status


@pytest.mark.parametrize(
    ("post", "expected"),
    [("ヤマネ運輸株式会社 出向 取締役", "left"), ("執行役員 製造本部長", "active")],
)
def test_an_officer_of_another_house_has_left(read: Read, post: str, expected: str) -> None:
    notice = NOTICE.format("9月15日").replace("ベトナム工場 副工場長", post)
    reading = read({"m.txt": NOTES, "j.html": notice}, as_of="2026-10-01")
    assert {p.name: p.status for p in reading.people}["小川 進"] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("内藤様は10月末で退職されるとのこと。", "leaving"),
        ("内藤さんは7/1付で総務部へ。", "left"),
        ("内藤さん、8月に総務部に異動してます。", "left"),
        ("内藤様から資料を受け取った。", "active"),
        ("内藤様からは、辞めた人の数を出してほしいと。", "active"),
    ],
)
def test_moves_told_in_notes(read: Read, line: str, expected: str) -> None:
    status = {p.name: p.status for p in read({"m.txt": NOTES + line + "\n"}, as_of="2026-10-01").people}
    assert status["内藤"] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Nina is going to be a reference for us.", "active"),
        ("Nina is away until the 18th, so send it after that.", "active"),
        ("Nina is off until Monday.", "active"),
        ("Nina: I am leaving the company at the end of October.", "leaving"),
        ("Nina is away until April 2027, on maternity leave.", "leaving"),
        ("Nina is going to work for a competitor from December.", "leaving"),
        ("Nina has gone, her last day was 4 September.", "left"),
    ],
)
def test_a_few_days_away_and_plans_are_no_move(read: Read, line: str, expected: str) -> None:
    notes = f"Review, 3 September 2026\nCustomer: Nina Halloway (planning)\nUs: Emi Esaki\n\n{line}\n"
    reading = read({"m.md": notes}, name="Acme Ltd", csm="Emi Esaki", language="en")
    assert {p.name: p.status for p in reading.people}["Nina Halloway"] == expected


def test_a_promotion_within_the_unit_is_no_move(read: Read) -> None:
    page = "<html><head><title>ヤマネ製作</title></head><body><p>2026年9月10日</p><p>株式会社ヤマネ製作は9月15日付で、小川進(製造部 課長)を製造部長に選任いたします。</p></body></html>"
    [person] = [p for p in read({"m.txt": NOTES, "p.html": page}).people if p.name.startswith("小川")]
    assert (person.status, person.title) == ("active", "部長")


def test_contact_and_reporting_line(read: Read) -> None:
    table = "日付,担当,先方,内容\n2026-09-18,江崎,小川課長,Web会議\n"
    people = {
        p.name: p
        for p in read(
            {
                "m.txt": NOTES + "小川課長は毎月根岸部長に報告している。\n根岸部長は数字に厳しい。\n",
                "c.csv": table,
            }
        ).people
    }
    assert people["小川"].last_contact == dt.date(2026, 9, 18)
    assert people["小川"].our_contact == "江崎 薫"
    assert people["小川"].reports_to == "根岸"
    assert people["根岸"].last_contact is None
    assert people["根岸"].our_contact is None


def test_of_colleagues_met_equally_often_the_last_one_is_the_contact(read: Read) -> None:
    notes = {
        f"m{month}.txt": f"ヤマネ製作様 定例 2026/{month}/18\n出席: 先方 小川課長 / 当社 {ours}\n小川課長「画面は見やすい」\n"
        for month, ours in ((7, "早乙女"), (8, "神林"), (9, "羽住"))
    }
    [person] = [p for p in read(notes).people if p.name.startswith("小川")]
    assert person.our_contact == "羽住"
