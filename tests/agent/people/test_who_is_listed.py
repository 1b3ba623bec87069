"""Who is a stakeholder at all: colleagues, guests, other customers' people and papers the customer wrote."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from agent.people import PeopleReading
from agent.people.bodies import find_bodies
from agent.people.units import read_units
from connectors.interface import RawSource
from connectors.registry import read_source

Read = Callable[..., PeopleReading]


def listed(reading: PeopleReading) -> set[str]:
    """Listed people by family name (Japanese) or by the whole name."""
    return {person.name.split()[0] if not person.name.isascii() else person.name for person in reading.people}


ENGLISH = {
    "name": "Northgate Dairies Ltd",
    "csm": "Hannah Wells",
    "product": "Larkspur Flow",
    "language": "en",
}


@pytest.mark.parametrize(
    ("note", "stays", "goes"),
    [
        ("・商社の与那嶺さんが同席。\n・能美様が窓口。", "能美", "与那嶺"),
        ("・常駐している堤精機(保守会社)の鷹取さんが設定した。\n・能美様が窓口。", "能美", "鷹取"),
        ("・隣にいたのは清掃会社の方(安西さん)らしい。\n・能美様が窓口。", "能美", "安西"),
        ("・鷲見さんは代理店の方で、決裁には関わらない。\n・能美様が窓口。", "能美", "鷲見"),
        ("・他社の事例として、つばめ印刷の辰巳部長の話をした。\n・能美様が窓口。", "能美", "辰巳"),
        ("・次の監査は三月。「鷹取さんって監査員が細かくて」と能美様。", "能美", "鷹取"),
        ("・来週は宇佐美部長に相談する(社内)\n・能美様が窓口。", "能美", "宇佐美"),
        ("・手順の機能で受けられるか 滝本さんに聞く\n・能美様が窓口。", "能美", "滝本"),
        ("・継続ほぼ確 【上長の朝比奈より】違う、数を見て\n・能美様が窓口。", "能美", "朝比奈"),
    ],
)
def test_guests_and_colleagues_of_a_japanese_note_are_no_stakeholders(
    read: Read, note: str, stays: str, goes: str
) -> None:
    found = listed(read({"memo.txt": f"ヤマネ製作 訪問メモ 8/20 江崎\n{note}\n"}))
    assert stays in found
    assert goes not in found


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("Simon Vale from Deltacore quoted 30% less.", "Simon Vale"),
        ("The consultant, a chap called Oliver Trent, sat in.", "Oliver Trent"),
        ("Petra Lind at Oakvale uses us too.", "Petra Lind"),
        ("Colin's wife Anna drove us to the station.", "Anna"),
        ("Ruth asked their man, Callum Frost, for a demonstration.", "Callum Frost"),
        ("Oakvale's auditor, Fiona Hale, wants the list by May.", "Fiona Hale"),
        ("Us: me (Hannah), Petra from support.", "Petra"),
        ("Nadia from the bank was there for ten minutes.", "Nadia"),
        ("Customer: Northgate Dairies Ltd, 1,200 farms, financial year ends 31 March.", "March"),
        ("The paper goes to the Executive Team in June.", "Executive"),
    ],
)
def test_guests_and_colleagues_of_an_english_note_are_no_stakeholders(
    read: Read, line: str, goes: str
) -> None:
    note = f"Visit to Northgate, 12 September\nRuth Pemberton, operations director, decides.\n{line}\n"
    found = {person.name for person in read({"note.txt": note}, **ENGLISH).people}
    assert "Ruth Pemberton" in found
    assert goes not in found


def test_a_colleague_of_the_internal_chat_is_ours_where_only_the_family_name_stands(read: Read) -> None:
    lines = [("江崎 薫", "来期の予算は10月だそうです"), ("滝本 蓮", "連携の件、私が調べます")]
    messages = [
        {"user": f"U{n}", "user_name": name, "ts": f"179000000{n}.0", "text": text}
        for n, (name, text) in enumerate(lines)
    ]
    chat = json.dumps({"channel": "#yamane", "messages": messages}, ensure_ascii=False)
    talk = "能美: 能美です。うちの桐谷が決めます。\n滝本: 営業の滝本です。弊社が頑張ります。\n能美: 滝本さん、中身をください。\n"
    reading = read({"chat.json": chat, "memo.txt": f"9/1 打合せの起こし\n{talk}"})
    assert "滝本" not in listed(reading)


def test_minutes_by_the_customer_call_the_customer_our_company(read: Read) -> None:
    minutes = (
        "議事要旨(ヤマネ製作 保全部 作成)\n日時 令和8年6月18日\n"
        "出席 (当社)桐谷保全部長、能美課長代理\n(受注者)江崎、技術担当\n\n1 報告事項\n(1) 能美から報告があった。\n"
    )
    found = listed(read({"minutes.txt": minutes}))
    assert any(name.startswith("桐谷") for name in found)
    assert "能美" in found
    assert "江崎" not in found


def test_the_customer_s_mail_names_our_colleague_by_your_house(read: Read) -> None:
    mail = (
        "From: 能美 早苗 <noumi@yamane.example>\nTo: 江崎 薫 <ezaki@soyogi.example>\nSubject: 更新\n"
        "Date: Mon, 7 Sep 2026 09:00:00 +0900\n\n江崎様\n\nヤマネ製作の能美です。\n"
        "御社の滝本さんのお話では来週とのことでした。判断は桐谷がいたします。\n\n能美\n"
    )
    found = listed(read({"mail.eml": mail}))
    assert "滝本" not in found
    assert "桐谷" in found


def test_a_row_that_says_so_is_no_customer_s(read: Read) -> None:
    sheet = (
        "Name,Where,Role,Notes\nRuth Pemberton,Northgate,Operations Director,decides\n"
        "Oliver Trent,Brightline (agency),On-site lead,NOT a customer\nMarcus Hale,us,Account Executive,moved\n"
    )
    found = {person.name for person in read({"people.csv": sheet}, **ENGLISH).people}
    assert found == {"Ruth Pemberton"}


def test_who_signs_a_letter_to_us_is_ours(read: Read) -> None:
    letter = "Dear Hannah,\n\nNorthgate is yours from Monday. Ruth Pemberton decides.\n\nGood luck,\nMarcus\n"
    reading = read({"letter.txt": letter}, **ENGLISH)
    assert "Marcus" not in {person.name for person in reading.people}


def test_all_present_at_an_internal_meeting_are_ours(read: Read) -> None:
    minutes = (
        "INTERNAL - preparation for the board (prepared by CS operations, T. Quill)\n"
        "Present: H. Wells, S. Moss, B. Ingram (CS lead), T. Quill\n\nA1 Moss: price by Friday\n"
    )
    assert not [p.name for p in read({"prep.txt": minutes}, **ENGLISH).people if p.kind == "person"]


@pytest.mark.parametrize(
    ("full", "short", "bodies"), [("常任理事会", "理事会", 2), ("本社経営会議", "経営会議", 1)]
)
def test_a_standing_board_is_another_body_than_the_board(full: str, short: str, bodies: int) -> None:
    words = f"{full}に出します。\n{short}で決まりました。\n"
    documents, _ = read_source(RawSource("memo.txt", words.encode()))
    assert len(find_bodies(read_units(documents))) == bodies


@pytest.mark.parametrize(
    ("last", "means"),
    [
        ("・センター長は値段を気にしている。", True),
        ("・新しいセンター長は値段を気にしている。", False),  # not the one we know
        ("・三笠の柘植センター長も来た。\n・センター長は値段を気にしている。", False),  # two of them
    ],
)
def test_a_title_alone_means_the_only_holder_the_account_knows(read: Read, last: str, means: bool) -> None:
    reading = read(
        {
            "a.txt": "ヤマネ製作 訪問メモ 8/20 江崎\n・桐生配送センターの能美センター長が窓口。\n・能美センター長に画面を見せた。\n",
            "b.txt": f"ヤマネ製作 訪問メモ 9/20 江崎\n{last}\n",
        }
    )
    person = next(p for p in reading.people if p.name.startswith("能美"))
    assert ("センター長" in person.aliases) == means


def test_a_title_many_hold_is_not_its_only_known_holder(read: Read) -> None:
    """A company has more heads of department than its notes name: 「部長」 elsewhere may be another."""
    reading = read(
        {
            "a.txt": "ヤマネ製作 訪問メモ 8/20 江崎\n・購買部の能美部長が窓口。\n・能美部長に画面を見せた。\n",
            "b.txt": "ヤマネ製作 訪問メモ 9/20 江崎\n・部長は値段を気にしている。\n",
        }
    )
    assert "部長" not in next(p for p in reading.people if p.name.startswith("能美")).aliases


@pytest.mark.parametrize(
    "layout",
    [
        " ヤマネ製作 能美主任、三笠工場 工場長 柘植様\n 当社 江崎",
        "ヤマネ製作様\n  能美主任\n  柘植様\n当社\n  江崎",
    ],
)
def test_those_present_on_the_lines_below_the_word_were_met(read: Read, layout: str) -> None:
    note = f"# 定例\n\n日時:2026年9月9日\n出席者:\n{layout}\n議題 更新と予算\n\n## 状況\n- 能美主任が窓口。\n- 後で鷹取様にも聞く。\n"
    met = {p.name: p.engagement.current for p in read({"20260909.md": note}).people}
    none = met.pop("鷹取")
    assert set(met) == {"能美", "柘植"}
    assert none not in met.values()


@pytest.mark.parametrize(
    ("words", "listed_once"),
    [("各職長が紙で書く。", False), ("職長12名のうち3名が使う。", False), ("職長と会った。", True)],
)
def test_a_title_of_several_people_is_no_stakeholder(read: Read, words: str, listed_once: bool) -> None:
    note = f"ヤマネ製作 訪問メモ 8/20 江崎\n・{words}\n・職長は反対している。職長が止めている。\n・能美様が窓口。\n"
    assert ("職長" in listed(read({"memo.txt": note}))) is listed_once
