"""How a house speaks of people makes them outsiders or colleagues; lists in a note's own short hand; words that name nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from agent.people import PeopleReading
from agent.people.label_lists import read_items

Read = Callable[..., PeopleReading]
HEAD = "# ヤマネ製作 訪問 2026年9月10日\n\n書いた人 江崎\n\n小川社長と内藤課長に会った。\n\n"
HEAD_EN = "# Visit to Acme Bindery, 10 September 2026\n\nBy Emi Esaki\n\nMet Helen Marsh, the director, and Tom Birch, head of print.\n\n"
ENGLISH = {"name": "Acme Bindery Ltd", "csm": "Emi Esaki", "product": "Folio", "language": "en"}
MAKER = {"industry": "金属加工"}
TALK = (
    "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n"
    "江崎 薫: ヤマネ製作の皆様、お時間をありがとうございます。\n\n"
    "00:00:05.000 --> 00:00:09.000\n小川: よろしくお願いします。\n\n00:00:10.000 --> 00:00:15.000\n{}\n"
)


def names(reading: PeopleReading) -> set[str]:
    return {p.name for p in reading.people}


def chat(first: str, second: str, told: str) -> str:
    users = f'{{"id": "U1", "real_name": "{first}", "profile": {{"title": "CSM"}}}}, {{"id": "U2", "real_name": "{second}", "profile": {{"title": "CS"}}}}'
    return (
        f'{{"channel": "yamane", "users": [{users}], "messages": ['
        f'{{"type": "message", "user": "U1", "user_name": "{first}", "ts": "1789676040.05", "text": "-"}},'
        f'{{"type": "message", "user": "U2", "user_name": "{second}", "ts": "1789676140.05", "text": "{told}"}}]}}'
    )


@pytest.mark.parametrize(
    "line",
    [
        "経費の話は能見先生に聞いてからになるそう。",
        "共同研究の能見教授が来週見学に来る。",
        "信金が寄越した能見さんが数字を見ている。",
        "得意先は常盤アセットの能見さんで、様式にこだわる。",
        "ハヤテ計装の購買の能見さんから写真を求められている。",
        "能見さんとは先週話した。会社は別。",
    ],
)
def test_an_outsider_by_how_the_note_speaks_of_him(read: Read, line: str) -> None:
    assert "能見" not in names(read({"m.md": f"{HEAD}{line}\n"}, **MAKER))


@pytest.mark.parametrize(
    "line",
    [
        "保全の能見さんが毎日見ている。",
        "能見さんに聞くと、夜勤は五人とのこと。",
        "銀行対応の窓口の能見さんも使う。",
        "伝票は能見が書く、と社長。",
    ],
)
def test_one_of_theirs_stays_whatever_stands_beside(read: Read, line: str) -> None:
    assert "能見" in names(read({"m.md": f"{HEAD}{line}\n"}, **MAKER))


@pytest.mark.parametrize(
    "turn",
    [
        "江崎 薫: 連携は、能見さんという先方の担当のかたが直します。",
        "小川: 前に御社の担当だった能見さんはお元気ですか。",
        "小川: 先方の能見さんはいつも遅いんです。",
    ],
)
def test_whose_house_is_meant_depends_on_who_says_it(read: Read, turn: str) -> None:
    assert "能見" not in names(read({"m.md": HEAD, "t.vtt": TALK.format(turn)}, **MAKER))


def test_an_outsiders_own_colleague_is_an_outsider(read: Read) -> None:
    talk = TALK.format(
        "内藤(市): 市の内藤です。\n\n00:00:16.000 --> 00:00:19.000\n内藤(市): 課長の能見が聞かれるので。"
    )
    assert not {"内藤", "能見"} & names(read({"t.vtt": talk}, **MAKER))


@pytest.mark.parametrize(
    ("told", "listed"),
    [
        ("値引きは能見さんの承認待ちです", False),
        ("能見さん、数字を見てもらえますか", False),
        ("訪問は能見さんも行けるそうです", False),
        ("先方の能見さんから電話がありました", True),
        ("現場の能見さんが毎日入れてくれてます", True),
    ],
)
def test_who_is_named_in_a_chat_of_ours(read: Read, told: str, listed: bool) -> None:
    assert ("能見" in names(read({"c.json": chat("江崎 薫", "沢井 学", told)}, **MAKER))) is listed


def test_whom_a_report_of_ours_is_written_to_is_ours(read: Read) -> None:
    note = "能見課長\n\nヤマネ製作さまの件のご報告です。先方は内藤課長でした。\n\n江崎\n"
    reading = read({"m.txt": note}, **MAKER)
    assert "能見" not in names(reading)
    assert "内藤" in names(reading)


@pytest.mark.parametrize(
    "line",
    [
        "Price talk after Tamara Holm from Meltwick has been in.",
        "I walk the racks with Tamara Holm of Meltwick.",
        "The union sent a regional officer, Tamara Holm, who sat at the back.",
        "Their software house, contact Tamara Holm, quotes twelve days.",
        "The insurer's lead, Tamara Holm, was there.",
        "Also in the room: Tamara Holm, Brindle Air, station manager",
        "Tamara Holm set it up when she was still with us.",
    ],
)
def test_an_english_outsider(read: Read, line: str) -> None:
    assert "Tamara Holm" not in names(read({"m.md": f"{HEAD_EN}{line}\n"}, **ENGLISH))


@pytest.mark.parametrize(
    "line",
    [
        "Tamara Holm at Garlow, Ruth Dent at Wexham. At Garlow the count is done every morning.",
        "Tamara Holm from the Garlow branch wants it.",
        "Helen's deputy Tamara Holm is not keen.",
    ],
)
def test_a_site_is_no_other_house(read: Read, line: str) -> None:
    assert "Tamara Holm" in names(read({"m.md": f"{HEAD_EN}{line}\n"}, **ENGLISH))


@pytest.mark.parametrize(("ours", "theirs"), [("弊", "先様"), ("当", "客"), ("こちら", "向こう")])
def test_a_side_in_short_hand(read: Read, ours: str, theirs: str) -> None:
    note = f"# 覚え 9/10\n\n{theirs}: 内藤課長、能見さん\n{ours}: 江崎、沢井\n\n話は短かった。\n"
    found = names(read({"m.md": note}, **MAKER))
    assert {"内藤", "能見"} <= found
    assert "沢井" not in found


def test_people_set_apart_by_signs_in_brackets() -> None:
    labels = read_items("内藤 学 製造二課長【N】 能見 梢 推進室主任【K】 サカエ電算 津森 氏【T】", 0)
    assert [(one.family, one.title.text if one.title else None) for one in labels] == [
        ("内藤", "課長"),
        ("能見", "主任"),
        ("津森", None),
    ]


def test_a_house_behind_a_post_is_no_given_name() -> None:
    (label,) = read_items("能見 水質担当(みどり)=N", 0)
    assert (label.family, label.given, label.note) == ("能見", None, "みどり")


def test_where_somebody_works_is_nobody(read: Read) -> None:
    note = f"{HEAD}北の能見さん、南の津森さんが来た。津森さん(南)は早い。\n"
    assert not {"北", "南"} & names(read({"m.md": note}, **MAKER))


def test_a_title_behind_another_name_is_not_the_next_ones(read: Read) -> None:
    sheet = "番号,設問,回答,記入者\n1,責任者,内藤課長,能見\n2,台数,12台,能見\n"
    people = {p.name: p for p in read({"s.csv": sheet}, **MAKER).people}
    assert people["能見"].title is None
