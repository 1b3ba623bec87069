"""Who speaks: marks and signs of minutes, one microphone for several, titles as labels, who is meant behind a nod."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

import pytest

from agent.models.account import Account
from agent.people.coded_speakers import coded_speakers
from agent.people.deciding.links import linked
from agent.people.parties import find_parties
from agent.people.reading import find_mentions, gather
from agent.people.topics import says_nothing
from agent.people.types import Form
from agent.people.units import read_units
from connectors.interface import Document

Read = Callable[[Mapping[str, str]], list[Document]]
ACCOUNT = Account(
    id="T",
    name="株式会社ヤマネ製作",
    csm="江崎 薫",
    product="ソヨギ フロー",
    as_of=dt.date(2026, 10, 1),
    language="ja",
)


def speakers(documents: list[Document]) -> list[tuple[str, str]]:
    """Family name and words of every turn whose speaker is known."""
    assembler = gather(ACCOUNT, documents, ACCOUNT.as_of).assembler
    return [
        (assembler.persons[s.speaker].family or "", s.marked)
        for s in assembler.statements
        if s.speaker is not None
    ]


def test_marked_minutes_with_signs(documents: Read) -> None:
    text = (
        "逐次 2026-09-10\n出席 小川 健 製造部長(以下O) / 内藤 班長【Nt】 / 当社 江崎【江】\n\n"
        "10:00 ○O 今日は短めに。\n10:02 ●江 承知しました。\n10:03 ○Nt 夜の当番が書いています。\n10:05 ○O それは助かる。\n"
        "10:07 ○Nt ただ、字が小さい。\n10:09 ●江 直します。\n"
    )
    said = speakers(documents({"chikuji.txt": text}))
    assert [who for who, _ in said] == ["小川", "江崎", "内藤", "小川", "内藤", "江崎"]


def test_initials_of_english_minutes(documents: Read) -> None:
    text = (
        "Call of 9 September 2026\nFor Acme: Helen Marsh, director; Tom Birch, head of print\nFor us: Emi Esaki\n\n"
        "14:00 o HM We start with the numbers.\n14:02 * EE Forty a week.\n14:03 o TB Fifty, I counted.\n14:05 o HM Good.\n14:06 o TB They all log in.\n"
    )
    sources = read_units(documents({"record.txt": text}))
    named, _ = find_mentions(sources, find_parties(ACCOUNT, sources))
    coded_speakers(sources, [named])
    spoken = [m.family for m in named if m.form is Form.SPEAKER]
    assert spoken.count("Marsh") == 2
    assert spoken.count("Birch") == 2


def test_one_microphone_for_several(documents: Read) -> None:
    text = "WEBVTT\n\n" + "\n".join(
        f"00:00:{n:02}.000 --> 00:00:{n + 3:02}.000\n{line}\n"
        for n, line in enumerate(
            [
                "江崎 薫: よろしくお願いします。",
                "3階会議室: 小川です。こちらは内藤と二人です。",
                "3階会議室: 内藤です。現場の数字は私から。",
                "3階会議室: 先月は40件でした。",
                "3階会議室: 小川です。更新は部で決めます。",
            ]
        )
    )
    said = speakers(documents({"web.vtt": text}))
    assert ("内藤", "先月は40件でした。") in said
    assert not any(who not in ("江崎", "小川", "内藤") for who, _ in said)


def test_a_title_as_a_label(documents: Read) -> None:
    text = "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n社長: 更新は続けるよ。\n\n00:00:04.000 --> 00:00:06.000\n江崎 薫: ありがとうございます。\n"
    head = "# 引き継ぎ\n- 代表取締役社長 小川 健様\n- 窓口 内藤様\n"
    assert ("小川", "更新は続けるよ。") in speakers(documents({"a.md": head, "b.vtt": text}))


def test_who_is_meant_behind_a_nod(documents: Read) -> None:
    text = "WEBVTT\n\n" + "\n".join(
        f"00:00:{n:02}.000 --> 00:00:{n + 3:02}.000\n{line}\n"
        for n, line in enumerate(
            ["内藤: 後任は倉持です。", "江崎 薫: そうですか。", "内藤: 現場の出で、機械には強いです。"]
        )
    )
    head = "# 引き継ぎ\n- 窓口 内藤様\n- 第二工場 倉持様\n"
    assembler = gather(ACCOUNT, documents({"a.md": head, "t.vtt": text}), ACCOUNT.as_of).assembler
    last = assembler.statements[-1]
    assert last.topic is not None
    assert assembler.persons[last.topic.index].family == "倉持"


def test_he_reaches_over_a_sentence(documents: Read) -> None:
    text = (
        "# Call, 9 September 2026\n\nPresent: Helen Marsh (director), Tom Birch (head of print) / Emi Esaki\n\n"
        "Tom Birch runs the print room. It has three shifts. He wants one list.\n"
    )
    account = ACCOUNT.model_copy(update={"name": "Acme Bindery Ltd", "csm": "Emi Esaki", "language": "en"})
    assembler = gather(account, documents({"m.md": text}), account.as_of).assembler
    told = linked(assembler.statements, len(assembler.statements) - 1, assembler.persons)
    assert [assembler.persons[ref.index].family for ref in told] == ["Birch"]


@pytest.mark.parametrize(
    "line", ["ええ。", "\ue000です。", "\ue000 here.", "では\ue000はこれで。", "経営管理部 \ue000", "Got it."]
)
def test_what_says_nothing(line: str) -> None:
    assert says_nothing(line)


@pytest.mark.parametrize("line", ["\ue000は続けたい。", "うん、やめよう。", "Yes, we renew.", "使います。"])
def test_what_says_something(line: str) -> None:
    assert not says_nothing(line)
