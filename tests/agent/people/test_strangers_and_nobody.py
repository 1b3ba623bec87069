"""Who is nobody's stakeholder: third houses told by role, label, key or speaker; words that name nobody at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from agent.people import PeopleReading
from agent.people.holder_columns import is_post_head
from agent.people.names import is_mixed_given, split_name

Read = Callable[..., PeopleReading]
HEAD = "ヤマネ製作 訪問 2026/9/10 14:00\n出席 先方:小川社長、内藤課長、杉村さん / 当社:江崎\n\n・内藤課長「数え直しが月3回から1回になった」\n・杉村さんが毎朝入力している\n"


def names(reading: PeopleReading) -> set[str]:
    return {p.name for p in reading.people}


@pytest.mark.parametrize(
    ("line", "stranger"),
    [
        ("・顧問税理士の蓮沼先生が新しい支出は控えてと言っている", "蓮沼"),
        ("・会計は蓮沼会計の蓮沼先生にお任せとのこと", "蓮沼"),
        ("・隣町の同業(雪村樹脂)の雪村社長も同じ仕組みを使いたいらしい", "雪村"),
        ("・信金の担当の垣内さんから補助金の話が来ている", "垣内"),
        ("・コンサルの六角さん(外部)が工程表を作っている", "六角"),
        ("・他社の営業、久米さんという方が先週デモをした", "久米"),
        ("・「うちの娘婿の会社の佐久間さんに頼んでもいい」と社長", "佐久間"),
        ("・補助金は県庁の商工課の長峰さんが窓口", "長峰"),
        ("・同業組合の会長の門脇さんが見学に来る", "門脇"),
        ("・紹介者は商工会の指導員、目黒さん", "目黒"),
        ("・併用は「工程番」(カモシカソフト、営業は和久さん)", "和久"),
        ("・お客様の食堂の店主・滝口さんが検索を使いたいと", "滝口"),
        ("競合\tテオリ帳票(滝口さんという営業が毎週来ているらしい)", "滝口"),
        ("他 : まどか堂 滝口 / 当社 江崎", "滝口"),
    ],
)
def test_a_third_house_by_what_it_is(read: Read, line: str, stranger: str) -> None:
    assert stranger not in names(read({"m.txt": f"{HEAD}{line}\n"}))


@pytest.mark.parametrize(
    ("line", "ours"),
    [
        ("・弊社の開発の朝比奈に確認する", "朝比奈"),
        ("・技術の朝比奈さんに聞いて回答する(社内)", "朝比奈"),
    ],
)
def test_our_own_people_by_unit(read: Read, line: str, ours: str) -> None:
    reading = read({"m.txt": f"{HEAD}{line}\n"})
    assert ours not in names(reading)
    assert ours in reading.vendor_people


@pytest.mark.parametrize(
    ("line", "theirs"),
    [
        ("・業者対応の根津さんから、請求書の形式を変えたいと相談", "根津"),
        ("・仕入先の管理は鍋島さんが一人でやっている", "鍋島"),
        ("・総務の大垣さんが保険会社とのやり取りも見ている", "大垣"),
        ("・経理の椿さん(元銀行員)は数字に厳しい", "椿"),
        ("・購買の千原さん(仕入先との窓口)が同席", "千原"),
        ("・取締役の会田さん(元は信金)", "会田"),
    ],
)
def test_who_deals_with_a_third_house_is_the_customers(read: Read, line: str, theirs: str) -> None:
    assert theirs in names(read({"m.txt": f"{HEAD}{line}\n"}))


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("・妹さんが継ぐらしい", "妹"),
        ("・仲居さんと夜勤さんが使いにくいと言っている", "仲居"),
        ("・看護補助さんに多い", "看護補助"),
        ("・先日杉村さんから電話", "先日杉村"),
        ("・全部杉村さんがやっている", "全部杉村"),
        ("・部長の小川はそうです。10年使っています", "小川はそう"),
    ],
)
def test_words_that_name_nobody(read: Read, line: str, word: str) -> None:
    assert word not in names(read({"m.txt": f"{HEAD}{line}\n"}))


def test_the_short_name_of_a_site_is_nobody(read: Read) -> None:
    lines = "・中谷浄化センターから始める\n・中谷は38分。実測で\n・西野から始める話は消えた\n"
    assert "中谷" not in names(read({"m.txt": HEAD + lines}))


def test_a_paper_with_its_time_is_no_talk(read: Read) -> None:
    reading = read({"m.txt": HEAD})
    assert names(reading) == {"小川", "内藤", "杉村"}
    assert reading.vendor_people == ["江崎"]


def test_in_the_customers_own_words_their_customer_is_a_stranger(read: Read) -> None:
    mail = "From: 小川 進 <ogawa@yamane.example>\nTo: 江崎 薫 <ezaki@soyogi.example>\nSubject: 報告\nContent-Type: text/plain; charset=utf-8\n\n江崎様\nヤマネ製作の小川です。報告書を早く出せた件、先方の黒木さんからお褒めのメールが来ました。\n小川\n"
    reading = read({"m.eml": mail})
    assert "黒木" not in names(reading)
    assert "小川 進" in names(reading)


def test_a_post_over_a_column_heads_its_holders(read: Read) -> None:
    table = "年月,現場,所長,写真枚数\n2026-07,総合庁舎,若宮,6812\n2026-07,給食センター,石動丸,9204\n2026-07,研修所,来島,0\n"
    people = {p.name: p for p in read({"u.csv": table}).people}
    assert set(people) == {"若宮", "石動丸", "来島"}
    assert people["来島"].title == "所長"
    assert people["来島"].department == "研修所"


@pytest.mark.parametrize(
    ("head", "holds"), [("所長", True), ("店長名", True), ("担当者", False), ("owner", False)]
)
def test_heads_that_are_posts(head: str, holds: bool) -> None:
    assert is_post_head(head) is holds


def test_a_given_name_alone_is_the_one_who_bears_it(read: Read) -> None:
    lines = "・取締役の小川 弓子様が配る\n・弓子さんに25日までに渡す\n・会長は小川ふき江。ふき江さんが最後まで渋った\n"
    found = names(read({"m.txt": HEAD.replace("小川社長、", "") + lines}))
    assert "小川 弓子" in found
    assert "弓子" not in found
    assert "小川ふき江" in found
    assert "江" not in found


def test_one_character_speaks_for_the_one_whose_name_begins_so(read: Read) -> None:
    talk = "1021 電話 杉村課長 江崎 / 誤字そのまま\n杉: 今月ですよね\n江: そうですね\n杉: 無理です、うちは様式が12あるんです\n江: いただけたら見ます\n杉: 30日までに送ります\n"
    reading = read({"t.txt": talk})
    assert "杉" not in names(reading)
    assert "江" not in names(reading)
    assert any(name.startswith("杉村") for name in names(reading))


@pytest.mark.parametrize(("word", "mixed"), [("ふき江", True), ("きぬ代", True), ("の子", False)])
def test_given_names_of_two_scripts(word: str, mixed: bool) -> None:
    assert is_mixed_given(word) is mixed


def test_a_particle_begins_no_given_name() -> None:
    assert split_name("小川になる") is None
    assert split_name("小川はるか") == ("小川", "はるか")
