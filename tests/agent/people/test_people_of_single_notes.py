"""One note, no list of our people: who is the customer's, who is ours, and which post a sentence gives to whom."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from agent.people import PeopleReading

Read = Callable[..., PeopleReading]


def names(reading: PeopleReading) -> set[str]:
    return {p.name for p in reading.people if p.kind == "person"}


def chat(*turns: tuple[str, str]) -> str:
    return json.dumps(
        [{"user": user, "ts": f"17870000{n:02}.1", "text": text} for n, (user, text) in enumerate(turns)],
        ensure_ascii=False,
    )


def vtt(*turns: tuple[str, str]) -> str:
    lines = [
        f"{n}\n00:00:{n * 5:02}.000 --> 00:00:{n * 5 + 4:02}.000\n{who}: {words}\n"
        for n, (who, words) in enumerate(turns, 1)
    ]
    return "WEBVTT\n\n" + "\n".join(lines)


def mail(sender: str, to: str, body: str) -> str:
    return f"From: {sender}\nTo: {to}\nDate: Tue, 18 Aug 2026 10:00:00 +0900\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n\n{body}\n"


JAPANESE = {
    "named once with さん, quoted colleague without": (
        "m.txt",
        "9/3 電話 柏の和菓子屋\n仕入れの和賀さん「うちは鮎沢が帳面を見てますから」\n次回9/17\n",
        {"和賀", "鮎沢"},
    ),
    "a company is nobody": ("m.txt", "9/3 岬水産さん、北野鋳造さんへ。応対は和賀さん\n", {"和賀"}),
    "the writer in brackets": ("m.md", "# 月例 9/3 (記:二年目 梛野)\n- 和賀さん、動作が重いと\n", {"和賀"}),
    "the writer behind": ("m.md", "9/3 月例 梛野記\n・和賀様より再現手順\n", {"和賀"}),
    "hand-over": ("m.md", "## 引継ぎ(営業 梛野 → CS 鵠沼)\n- 窓口は購買の和賀さん\n", {"和賀"}),
    "sides with =": ("m.txt", "9/3 オンライン 参加:先方=和賀、鮎沢 当方=梛野\n", {"和賀", "鮎沢"}),
    "unit, space, name": ("m.txt", "9/3 訪問\n・棚卸しは来週。責任は文書係 鮎沢。\n・和賀さんは不在\n", {"和賀", "鮎沢"}),
    "an agent's man": ("m.txt", "9/3 訪問\n代理店(西国オフィス)の梛野さんも同席。和賀さんは黙って聞く\n", {"和賀"}),
    "another product's man": ("m.txt", "9/3 訪問\n勤怠はトキヨミ。担当の梛野さんがよく来る。\n窓口 和賀さん\n", {"和賀"}),
    "a department called さま": ("m.txt", "9/3\n図書館は別予算。図書館さまの分も見積る。図書館は来年。図書館の話は和賀さんへ\n", {"和賀"}),
}  # fmt: skip


@pytest.mark.parametrize("key", JAPANESE)
def test_a_japanese_note(read: Read, key: str) -> None:
    path, words, expected = JAPANESE[key]
    assert names(read({path: words}, csm=None)) == expected


ENGLISH = {
    "verbs": "3 Sept, Fennel Packaging\n- Ottoline rolled it out to both sheds. Ngozi reckons it saves an hour\n- Ruaridh to send the list\n",
    "brackets and colons": 'Fennel Packaging recap\n* Ottoline (warehouse): "lovely, keep it"\n* Ngozi (finance): neither here nor there\n* Ruaridh (night shift): wants the export\n',
    "addressed": "Notes, 3 Sept. Present: Ma'am Ottoline (HR), Engr. Ruaridh, Captain Ngozi\nSent the sheet after.\n",
    "behind the words": 'Quotes from the floor\n"We are in there daily." - Ottoline\nSat with Ngozi (stores) after lunch. "Fine by me," says Ruaridh.\n',
}


@pytest.mark.parametrize("key", ENGLISH)
def test_an_english_note(read: Read, key: str) -> None:
    reading = read({"n.md": ENGLISH[key]}, csm=None, language="en", name="Placeholder Ltd", product="Tallow")
    assert names(reading) == {"Ottoline", "Ngozi", "Ruaridh"}


@pytest.mark.parametrize(
    "line",
    [
        "Call with Fennel Packaging, notes by Casimir (tired)",
        "Visit, Fennel Packaging (by Casimir)",
        "MoM - Fennel Packaging (scribe: Casimir)",
        "Handover Casimir -> Odalys",
    ],
)
def test_the_writer_of_an_english_note_is_ours(read: Read, line: str) -> None:
    words = f"{line}\n- Ottoline said the board likes it. Casimir asked twice.\n"
    reading = read({"n.md": words}, csm=None, language="en", name="Placeholder Ltd", product="Tallow")
    assert names(reading) == {"Ottoline"}
    assert "Casimir" in reading.vendor_people


@pytest.mark.parametrize(
    "words",
    [
        "Training started late. Weather awful. Parking full.",
        "Reno said no? No: the Reno depot stays on paper. Tern Ferries asked for a quote.",
        "The consultant, a Mr. Casimir from Loam Advisors, kept talking.",
        "Traffic was terrible. Her husband Casimir waited outside.",
    ],
)
def test_what_is_no_customer_in_english(read: Read, words: str) -> None:
    text = f"Notes, 3 Sept\n- Ottoline asked for the export. She signs.\n- {words}\n"
    reading = read({"n.md": text}, csm=None, language="en", name="Placeholder Ltd", product="Tallow")
    assert names(reading) == {"Ottoline"}


def test_a_channel_of_our_own_lists_whom_it_speaks_of(read: Read) -> None:
    talk = chat(
        ("nagi", "岬水産さん、決算いつでしたっけ"), ("梛野", "窓口の和賀さんに聞きました。3月だそうです")
    )
    assert names(read({"c.json": talk}, csm=None)) == {"和賀"}


def test_a_guest_of_a_channel_carries_the_house(read: Read) -> None:
    talk = chat(("waga (岬水産)", "先日の役員会で話が出ました"), ("nagi", "共有ありがとうございます"))
    reading = read({"c.json": talk}, csm=None)
    assert names(reading) == {"waga"}
    assert reading.vendor_people == ["nagi"]


def test_who_asks_in_a_talk_is_ours(read: Read) -> None:
    talk = vtt(
        ("梛野", "本日はありがとうございます。更新のお話は、どなたに上がるのでしょうか。"),
        ("和賀", "うちは専務の鮎沢が全部見てるんですよ。私は帳面をつけるだけで。"),
        ("梛野", "承知しました。いつ頃になりそうですか。"),
        ("和賀", "うちの決算が6月なので、5月の役員会ですね。"),
    )
    reading = read({"t.vtt": talk}, csm=None)
    assert names(reading) == {"和賀", "鮎沢"}
    assert reading.vendor_people == ["梛野"]


@pytest.mark.parametrize(
    ("sender", "to", "body", "expected"),
    [
        ("梛野 <nagino@shiomi.example>", "和賀 様 <waga@misaki.example>", "和賀様\n\nいつもお世話になっております。弊社から更新のご提案をお送りいたします。ご検討ください。\n梛野", {"和賀"}),
        ("和賀 <waga@misaki.example>", "梛野 <nagino@shiomi.example>", "梛野様\n\nお見積、拝受しました。弊社次長の鮎沢にも回しておきます。\n和賀", {"和賀", "鮎沢"}),
        ("梛野 <nagino@shiomi.example>", "チーム <cs@shiomi.example>", "岬水産の和賀様と面会しました。来年も今の形で続けるとのことです。会議室はとても寒かったので、次回は上着を持って行きます。\n梛野", {"和賀"}),
    ],
)  # fmt: skip
def test_whose_domain_it_is(read: Read, sender: str, to: str, body: str, expected: set[str]) -> None:
    assert names(read({"m.eml": mail(sender, to, body)}, csm=None)) == expected


@pytest.mark.parametrize(
    ("line", "name", "title", "unit"),
    [
        ("蕨=専務。創業家の人。蕨さんには会えず", "蕨", "専務", None),
        ("施設長は和賀さん(女性)", "和賀", "施設長", None),
        ("和賀さんは管理部長。来月挨拶", "和賀", "部長", "管理部"),
        ("和賀さんは経理部に籍を置き、課長補佐の任にある", "和賀", "課長補佐", "経理部"),
        ("和賀さんと話した。本人は配車センターのセンター長", "和賀", "センター長", "配車センター"),
        ("運航本部長は 和賀 さん。判をもらう段取り", "和賀", "本部長", "運航本部"),
        ("前の部長は和賀さん。今は違う", "和賀", None, None),
    ],
)
def test_a_post_that_the_sentence_gives(
    read: Read, line: str, name: str, title: str | None, unit: str | None
) -> None:
    [person] = [p for p in read({"m.txt": f"9/3 訪問メモ\n{line}\n"}, csm=None).people if p.name == name]
    assert (person.title or "").endswith(title or "")
    assert bool(person.title) == bool(title)
    assert unit is None or person.department == unit


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Ottoline (medical director) asked for the export.", "medical director"),
        ("Ottoline is the plant manager now.", "plant manager"),
        ("The money moved to the IT director, Ottoline. She says yes or no.", "IT director"),
        ('Ottoline asked to be put down as "Analyst, Treasury".', "Analyst"),
        ("Ottoline thinks the plant manager is wrong. She said so.", None),
        ("Ottoline and the Treasurer agreed. She signs.", None),
    ],
)
def test_an_english_post(read: Read, words: str, title: str | None) -> None:
    reading = read({"n.md": f"Notes, 3 Sept\n\n{words}\n"}, csm=None, language="en", name="Placeholder Ltd")
    [person] = [p for p in reading.people if p.name == "Ottoline"]
    assert person.title == title


def test_a_log_is_written_by_us_and_a_sheet_answered_by_them(read: Read) -> None:
    log = (
        'date,who,text\n2026-09-03,Casimir,"Ms Ottoline said no"\n2026-09-08,Casimir,"Ms Ottoline will see"\n'
    )
    assert names(read({"l.csv": log}, csm=None, language="en", name="Placeholder Ltd")) == {"Ottoline"}
    sheet = "質問,回答,所感\n担当者,和賀様。来年も続ける,よし\n使用状況,毎週,良好\n"
    assert names(read({"s.csv": sheet}, csm=None)) == {"和賀"}
