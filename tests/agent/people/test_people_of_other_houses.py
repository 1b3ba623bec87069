"""Who is of neither house by calling, form or own words; who belongs to the customer by its owner; whose unit is where."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from agent.people import PeopleReading
from agent.people.domains_of_houses import initials, names_domain, sounds
from agent.people.english_owners import owners_of
from agent.people.japanese_owners import japanese_owners, short_name
from agent.people.outside_callings import calling_patterns, told_patterns

Read = Callable[..., PeopleReading]
HEAD = "# ヤマネ製作 訪問 2026年9月10日\n\n書いた人 江崎\n\n小川社長と内藤課長に会った。\n\n"
HEAD_EN = "# Visit to Acme Bindery, 10 September 2026\n\nBy Emi Esaki\n\nMet Helen Marsh, the director, and Tom Birch, head of print.\n\n"
ENGLISH = {"name": "Acme Bindery Ltd", "csm": "Emi Esaki", "product": "Folio", "language": "en"}


def names(reading: PeopleReading) -> set[str]:
    return {p.name for p in reading.people}


@pytest.mark.parametrize(
    ("line", "stranger"),
    [
        ("電気屋の芦辺さんが配線をしてくれた。", "芦辺"),
        ("旅行会社「たびなかま」の津森さんという方が途中から話した。", "津森"),
        ("センサーはハヤテ計装さんという会社が付ける。担当のハヤテ計装さんの能見さんは明るい人だ。", "能見"),
        ("社長の友人の鴨井さんがよそで使っているそうだ。", "鴨井"),
        ("役場の観光課の佐伯さんが補助金の説明をした。", "佐伯"),
        ("お向かいの和菓子屋の岩切さんが「うちも入れたい」と言った。", "岩切"),
        ("お客さんの一人の門田さまが便利だとほめてくださった。", "門田"),
        ("銀行から来た人で、梅津さんという方も横にいた。", "梅津"),
        ("コピー機の営業の名取さんが割り込んできた。", "名取"),
        ("名取さんは同業の会社の社長で、遊びに来ていた。", "名取"),
        ("補助金の審査員だという黛さんが質問した。", "黛"),
        ("取材で来ていた向井さんが写真を撮った。", "向井"),
        ("野崎さんは一時間しゃべっていたが、会社の人ではない。", "野崎"),
        ("駒場さん。ヤマト計器の営業さん。", "駒場"),
    ],
)
def test_a_japanese_stranger(read: Read, line: str, stranger: str) -> None:
    assert stranger not in names(read({"m.md": f"{HEAD}{line}\n"}))


@pytest.mark.parametrize(
    ("line", "ours"),
    [("椎名さん(うちの経理)に請求書を頼む。", "椎名"), ("榎戸くんに数字を出してもらった。", "榎戸")],
)
def test_a_japanese_colleague(read: Read, line: str, ours: str) -> None:
    assert ours not in names(read({"m.md": f"{HEAD}{line}\n"}))


@pytest.mark.parametrize(
    ("line", "stranger"),
    [
        ("The electrician, Barry Nudd, was fixing the lights.", "Barry Nudd"),
        ("There was a gentleman from the insurers, Clive Voss, who had opinions.", "Clive Voss"),
        ("Serena Pike, from the Ottery Foundation, would love to see it carry on.", "Serena Pike"),
        ("Their lender's man, Ray Cobb, likes it.", "Ray Cobb"),
        ("Simon Cray, an old friend of hers from another trade, wants a demo.", "Simon Cray"),
        ("One of their customers, Sandra Quill, praised it.", "Sandra Quill"),
        ("Ella Stone, she runs a rival bindery, asked about it.", "Ella Stone"),
        ("I met Wyn Price, who is not staff.", "Wyn Price"),
        ("Kwame Addo (solutions) will check the feed.", "Kwame Addo"),
        ("Wendy Cole at the Bramley Press, who uses you as well, is happy.", "Wendy Cole"),
        ("Rita Cobb (First Mercia Bank) was listening in.", "Rita Cobb"),
    ],
)
def test_an_english_stranger(read: Read, line: str, stranger: str) -> None:
    assert stranger not in names(read({"m.md": f"{HEAD_EN}{line}\n"}, **ENGLISH))


@pytest.mark.parametrize(
    "line",
    [
        "Tom Birch, the rep for our safety committee, was there.",
        "Tom Birch manages the website and the friends of the bindery.",
        "Tom Birch went to the bank and came back.",
    ],
)
def test_one_of_theirs_stays(read: Read, line: str) -> None:
    assert "Tom Birch" in names(read({"m.md": f"{HEAD_EN}{line}\n"}, **ENGLISH))


def test_no_kin_word_or_title_word_is_a_person(read: Read) -> None:
    line = "Mum says to say nobody knows. Honorary Treasurer it says on the letter. Granny signs nothing."
    assert not {"Mum", "Honorary", "Granny"} & names(read({"m.md": f"{HEAD_EN}{line}\n"}, **ENGLISH))


def test_what_somebody_says_of_themselves() -> None:
    for words in ("私は銀行の者なので、聞いているだけです。", "I am only here for the council, ignore me."):
        assert any(p.search(words) for p in told_patterns())
    for words in ("私は営業の者です。", "I am here for the numbers."):
        assert not any(p.search(words) for p in told_patterns())


def test_posts_of_public_life_are_strangers_but_to_public_offices() -> None:
    assert len(calling_patterns(False)) > len(calling_patterns(True))


def test_a_head_of_customers_in_our_own_channel_is_ours(read: Read) -> None:
    chat = (
        '{"channel": "acme", "users": ['
        '{"id": "U1", "name": "emi", "real_name": "Emi Esaki", "profile": {"title": "CSM"}},'
        '{"id": "U2", "name": "dot", "real_name": "Dot Ferro", "profile": {"title": "Head of Customer"}}],'
        '"messages": ['
        '{"type": "message", "user": "U1", "user_name": "Emi Esaki", "ts": "1789676040.05", "text": "Helen cannot sign"},'
        '{"type": "message", "user": "U2", "user_name": "Dot Ferro", "ts": "1789677040.05", "text": "Write it down"}]}'
    )
    reading = read({"slack.json": chat, "m.md": HEAD_EN}, **ENGLISH)
    assert "Dot Ferro" not in names(reading)
    assert "Dot Ferro" in reading.vendor_people


@pytest.mark.parametrize(
    ("domain", "house", "own"),
    [
        ("larkspur.example", "larkspurbindery", True),
        ("vesper-pc.example", "ヴェスペル・ホールディングス", True),
        ("sudachi.example", "ヴェスペル", False),
        ("abc.example", "acmebindery", False),
    ],
)
def test_a_domain_of_a_house(domain: str, house: str, own: bool) -> None:
    assert names_domain(domain, house) is own


def test_initials_and_sounds() -> None:
    assert initials("The Acorn & Birch Railway Ltd") == "abr"
    assert initials("Acorn") == ""
    assert sounds("ヴェスペル") == sounds("vesper") != sounds("メルカ")


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("ニュースのとおり、うちは9月からオルタナさんの子会社になりました。", "オルタナ"),
        (
            "オルタナ・ホールディングス株式会社は、ヤマネ製作の全株式を取得しました。",
            "オルタナ・ホールディングス",
        ),
        ("親会社のオルタナに確認します。", "オルタナ"),
        ("うちは子会社をつくりません。", None),
        ("親会社の方針に従います。", None),
    ],
)
def test_a_japanese_owner(documents: Callable[..., list[object]], sentence: str, owner: str | None) -> None:
    from agent.people.units import read_units

    found = list(japanese_owners("ヤマネ製作", read_units(documents({"m.md": f"{sentence}\n"}))))  # type: ignore[arg-type]
    assert found == ([owner] if owner else [])
    assert short_name("オルタナ・ホールディングス") == "オルタナ"


def test_an_english_owner_in_brackets(documents: Callable[..., list[object]]) -> None:
    from agent.people.units import read_units

    line = "# Notes\n\nFamily firm until 2024, now owned by a Norwegian group (Fjordkant Gruppen).\n"
    assert list(owners_of("Tregear", read_units(documents({"m.md": line})))) == ["Fjordkant Gruppen"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "name", "unit"),
    [
        ("黒木客室課長も同席。黒木課長「人が足りない」", "黒木", "客室課"),
        ("客室課長の黒木さんが決めるそうだ。", "黒木", "客室課"),
        ("黒木さん(業務課 課長)が「毎日使う」と言った。", "黒木", "業務課"),
        ("午後に市民課を訪ねる。黒木課長は「助かる」と言った。", "黒木", "市民課"),
        ("南院の黒木院長が「続ける」と言った。", "黒木", "南院"),
        ("黒木さんは本店営業部の係長で、毎日使っている。", "黒木", "本店営業部"),
    ],
)
def test_a_unit_beside_the_name(read: Read, line: str, name: str, unit: str) -> None:
    people = {p.name: p.department for p in read({"m.md": f"{HEAD}{line}\n"}).people}
    assert people.get(name) == unit


def test_a_list_in_columns_has_its_houses_people(read: Read) -> None:
    text = "# 会議のご案内\n\n日時 2026年9月13日 10:00\n\n出席者(敬称略)\n\nヤマネ製作\t蓬田 真(執行役員)\t田所 亮(業務課)\n江崎の会社\t江崎 薫\n"
    reading = read({"m.txt": text, "n.md": HEAD + "蓬田さんが決める。田所さんが使う。\n"})
    assert {"蓬田 真", "田所 亮"} <= names(reading)
    assert not any("江崎" in name for name in names(reading))


@pytest.mark.parametrize(
    ("line", "name", "unit"),
    [
        ("Ann Lee in Finance asked for the figures.", "Ann Lee", "Finance"),
        ("IT: Tom Okoro.", "Tom Okoro", "IT"),
        ("We met Ann Lee (Procurement) at noon.", "Ann Lee", "Procurement"),
        ("Ann Lee, the managing partner, signs.", "Ann Lee", None),
        (
            "Ann Lee from Polgarth said so. The tablets at Polgarth work. The shed at Polgarth leaks.",
            "Ann Lee",
            "Polgarth",
        ),
        ("Ann Lee from Polgarth said so.", "Ann Lee", None),
    ],
)
def test_an_english_unit_or_site(read: Read, line: str, name: str, unit: str | None) -> None:
    people = {p.name: p.department for p in read({"m.md": f"{HEAD_EN}{line}\n"}, **ENGLISH).people}
    assert people.get(name) == unit


def test_what_is_no_unit(read: Read) -> None:
    text = HEAD + "黒木(途中入室): 毎日使っています。\n\n四園の黒木園長が「続ける」と言った。\n"
    assert all(p.department not in ("途中入室", "四園") for p in read({"m.md": text}).people)


def test_the_next_line_of_a_letterhead_is_somebody_elses(read: Read) -> None:
    mail = (
        "From: 辻本かおり <tsujimoto@yamane.example>\nTo: 江崎薫 <esaki@soyogi.example>\n"
        "Date: Mon, 19 Oct 2026 10:00:00 +0900\nSubject: =?utf-8?b?5Lu2?=\nMessage-ID: <1@yamane.example>\n"
        "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n\n"
        "江崎様\n\n資料をお願いします。\n\n株式会社ヤマネ製作\n事務局長 辻本かおり\n社長 大庭宗一郎 / 会計課長 熊谷重雄\n"
    )
    people = {p.name: p.department for p in read({"a.eml": mail}, as_of="2026-11-01").people}
    assert people.get("辻本かおり") == "事務局"
