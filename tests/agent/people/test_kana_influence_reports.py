"""Reading, influence and superior where a source says them, with the quote; blank elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from agent.models.plan import KeyPerson
from agent.people import PeopleReading

Read = Callable[..., PeopleReading]
HEAD = "定例 2026年9月3日\n先方：小川課長、内藤様、根岸部長\n当社：江崎\n\n"


def person(reading: PeopleReading, name: str) -> KeyPerson:
    return next(p for p in reading.people if p.name == name)


@pytest.mark.parametrize(
    ("line", "name", "kana"),
    [
        ("樋渡（ひわたし）さんにも声をかけた。樋渡さんは毎日使っている。", "樋渡", "ひわたし"),
        ("樋渡さんにも声をかけた。樋渡さんは毎日使っている。", "樋渡", None),
    ],
)
def test_the_reading_stands_in_a_quote(read: Read, line: str, name: str, kana: str | None) -> None:
    found = person(read({"m.txt": HEAD + line + "\n"}), name)
    assert found.kana == kana
    assert kana is None or any(kana in c.quote for c in found.citations)


@pytest.mark.parametrize(
    ("line", "influence"),
    [
        ("内藤様は社内で発言力がある。", 4),
        ("内藤様の意見は重い。", 4),
        ("社長は内藤様に必ず相談する。", 4),
        ("内藤様は影響力がない。", 1),
        ("内藤様の話は社内で誰も聞かない。", 1),
        ("内藤様は営業企画の担当者。", None),
        ("内藤様には発言力があるかもしれない。", None),
    ],
)
def test_influence_is_said_never_guessed(read: Read, line: str, influence: int | None) -> None:
    found = person(read({"m.txt": HEAD + line + "\n"}), "内藤")
    assert found.influence == influence
    assert influence is None or any(line[:-1] in c.quote for c in found.citations)


@pytest.mark.parametrize(
    "line", ["小川課長の上司は根岸部長。", "根岸部長は小川課長の上司。", "小川課長は根岸部長に報告する。"]
)
def test_reports_to(read: Read, line: str) -> None:
    assert person(read({"m.txt": HEAD + line + "\n"}), "小川").reports_to == "根岸"


@pytest.mark.parametrize(
    ("line", "price", "buyer"),
    [
        ("300万までは小川課長、1,000万までは根岸部長、超えたら社長。", 2_000_000, "小川"),
        ("300万までは小川課長、1,000万までは根岸部長、超えたら社長。", 5_200_000, "根岸"),
        ("300万までは小川課長、1,000万までは根岸部長、超えたら社長。", 12_000_000, "社長"),
        ("根岸部長の決裁は一件500万円まで。それを超えるものは投資委員会に諮る。", 7_700_000, "投資委員会"),
        ("小川課長「50万までは私の判で、超えたら根岸です」", 840_000, "根岸"),
    ],
)
def test_the_price_lies_in_somebodys_limit(read: Read, line: str, price: int, buyer: str) -> None:
    reading = read({"m.txt": HEAD + line + "\n"}, arr_jpy=price)
    assert [p.name for p in reading.people if p.role == "economic_buyer"] == [buyer]


def test_talk_pasted_into_a_note_has_speakers(read: Read) -> None:
    note = (
        "#共有チャンネル(コピー)\n\n江崎(ソヨギ) 9/3 13:02\n来期も使うかはどう決まりますか?\n\n"
        "小川/営業 9/3 13:08\n決めるのは堀田です\n\n内藤 9/3 13:10\n先週、全社会で私の画面を見せました\n\n"
        "小川/営業 9/3 13:12\nありがとうございます\n"
    )
    reading = read({"n.txt": note})
    roles = {p.name: p.role for p in reading.people}
    assert roles["堀田"] == "economic_buyer"
    assert roles["内藤"] == "champion"
    assert "江崎" not in roles


def test_whoever_is_asked_for_by_title_is_named_in_the_answer(read: Read) -> None:
    talk = (
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n江崎 薫 / ソヨギ: 事務部長というのは、どなたになりますか。\n\n"
        "00:00:03.000 --> 00:00:05.000\n小川(ヤマネ製作): 樋渡さんです。お金を出すかどうかは事務部長の一声です。\n"
    )
    [buyer] = [p for p in read({"t.vtt": talk}).people if p.role == "economic_buyer"]
    assert buyer.name == "樋渡"


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("SIerの樋渡氏も同席した。樋渡氏は黙っていた。", "樋渡"),
        ("アルファ総研の樋渡さんが全社展開を説いた。樋渡さんは20分話した。", "樋渡"),
        ("うちの元社員の樋渡さんが今は競合にいる。樋渡さんから電話があった。", "樋渡"),
    ],
)
def test_third_parties_are_no_stakeholders(read: Read, line: str, who: str) -> None:
    assert who not in {p.name for p in read({"m.txt": HEAD + line + "\n"}).people}


@pytest.mark.parametrize(
    ("line", "who", "status"),
    [
        ("樋渡常務は8月31日で退任されました。樋渡常務が全部決めていた。", "樋渡", "left"),
        ("内藤様は10月末で退職する。", "内藤", "leaving"),
        ("後任は経理課の樋渡さん。", "樋渡", "joining"),
        ("内藤様は異動するかもしれない。", "内藤", "active"),
        ("代わりは総務の樋渡さんが見てくれることになりました。", "樋渡", "joining"),
    ],
)
def test_going_and_coming(read: Read, line: str, who: str, status: str) -> None:
    assert person(read({"m.txt": HEAD + line + "\n"}), who).status == status
