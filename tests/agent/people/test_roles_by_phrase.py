"""The many ways people say who decides, drives, influences, uses and blocks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from agent.people import PeopleReading

Read = Callable[..., PeopleReading]
HEAD = "定例 2026年9月3日\n先方：小川課長、内藤様、根岸部長\n当社：江崎\n\n"
TALK = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n江崎 薫 / ソヨギ: 来期のご継続は、どなたがお決めになりますか。\n\n00:00:03.000 --> 00:00:05.000\n小川(ヤマネ製作): {}\n"


def buyer(reading: PeopleReading) -> str | None:
    return next((p.name for p in reading.people if p.role == "economic_buyer"), None)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("最終判断は根岸部長が行うとのこと。", "根岸"),
        ("更新の決裁は根岸部長で足りる（小川課長談）。", "根岸"),
        ("小川課長「決めるのは根岸です」", "根岸"),
        ("小川課長より、来期の予算は経営会議マターとのこと。", "経営会議"),
        ("小川課長：最後は根岸の判子が必要です。", "根岸"),
        ("小川課長によると、予算を握っているのは根岸部長。", "根岸"),
        ("小川課長「根岸がうんと言わないと通りません」", "根岸"),
        ("決裁者：根岸部長", "根岸"),
        ("承認ルート：小川課長→根岸部長", "根岸"),
        ("小川課長「私には決裁権はありません」", None),
        ("小川課長は決裁権を持っていないとのこと。", None),
        ("決裁者は不明（たぶん根岸部長）。", None),
        ("台本の優先順位は根岸部長が決める。", None),
        ("根岸部長は普段の窓口で、毎週やりとりしている。", None),
    ],
)
def test_minutes(read: Read, line: str, expected: str | None) -> None:
    assert buyer(read({"m.txt": HEAD + line + "\n"})) == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("根岸部長です。", "根岸"),
        ("最後は経営会議です。毎年1月に決めます。", "経営会議"),
        ("私ではないんです。根岸が決めます。", "根岸"),
        ("うーん、わからないです。", None),
    ],
)
def test_answers(read: Read, answer: str, expected: str | None) -> None:
    assert buyer(read({"t.vtt": TALK.format(answer), "m.txt": HEAD})) == expected


def test_newer_and_direct_words_beat_the_hand_over(read: Read) -> None:
    handover = "引き継ぎ 2026年1月10日\n作成: 花田(営業)\n決裁者：小川課長\n"
    reading = read(
        {"h.txt": handover, "m.txt": HEAD + "小川課長「私では決められません。決めるのは根岸です」\n"}
    )
    assert buyer(reading) == "根岸"


def test_the_hand_over_alone_is_asserted(read: Read) -> None:
    reading = read({"h.txt": "引き継ぎ 2026年8月10日\n作成: 花田(営業)\n決裁者：根岸部長\n"})
    [person] = [p for p in reading.people if p.role == "economic_buyer"]
    assert (person.name, person.role_basis) == ("根岸", "asserted")


def test_the_daily_contact_is_not_the_decider(read: Read) -> None:
    reading = read({"m.txt": HEAD, "n.txt": HEAD.replace("9月3日", "9月17日"), "h.txt": "窓口：小川課長\n"})
    assert buyer(reading) is None


@pytest.mark.parametrize(
    ("line", "name", "role"),
    [
        ("推進役：小川課長", "小川", "champion"),
        ("小川課長は社内説明会を自分で開いてくれている。小川課長「ぜひ続けたい」", "小川", "champion"),
        ("内藤様「毎朝画面を開いて入力しています」", "内藤", "user"),
        ("根岸部長は更新に反対している。根岸部長「来期は基幹に統一する方針です」", "根岸", "blocker"),
        ("小川課長「根岸は数字に厳しい方です」", "根岸", "influencer"),
    ],
)
def test_other_roles(read: Read, line: str, name: str, role: str) -> None:
    people = {p.name: p.role for p in read({"m.txt": HEAD + line + "\n"}).people}
    assert people[name] == role


def test_not_wanting_to_stop_is_no_blocking(read: Read) -> None:
    line = "根岸部長「利用を止めたいわけではありません。反対はしていません」\n"
    people = {p.name: p.role for p in read({"m.txt": HEAD + line}).people}
    assert people["根岸"] != "blocker"


ENGLISH = "# Review, 3 September 2026\n\nAttendees (Yamane): Karen Whitfield, Derek Osei\nAttendees (Soyogi): Hannah Price\n\n- {}\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Derek Osei signs off every renewal.", "Derek Osei"),
        ("Karen said the final say rests with Derek Osei.", "Derek Osei"),
        ("Derek holds the budget.", "Derek Osei"),
        ("Anything above GBP 20,000 goes to the Spend Committee for approval.", "Spend Committee"),
        ("Derek does not have the budget.", None),
        ("It is not Derek's call.", None),
        ("Karen: \"I just recommend, the Investment Committee decides.\"", "Investment Committee"),
    ],
)  # fmt: skip
def test_english(read: Read, line: str, expected: str | None) -> None:
    reading = read(
        {"m.md": ENGLISH.format(line)},
        name="Yamane Ltd",
        csm="Hannah Price",
        product="Soyogi Flow",
        language="en",
    )
    assert buyer(reading) == expected
