"""Whose yes the renewal hangs on, told in many forms; and the sentences that look so and name nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from agent.people.types import PeopleReading

Read = Callable[..., PeopleReading]
ENGLISH = {"name": "Acme Ltd", "csm": "Emi Esaki", "language": "en"}


def buyer(reading: PeopleReading) -> str | None:
    """Name of who is read as deciding."""
    return next((p.name for p in reading.people if p.role == "economic_buyer"), None)


NAMED_JA = [
    ("- 更新は専務の桑野さんさえ納得すれば話は終わりです", "桑野"),
    ("- 桑野さんが首を縦に振らないことには更新は動かない", "桑野"),
    ("- 桑野さんがうんと言わんと一円も出ません", "桑野"),
    ("- 桑野さんの判がないと更新の契約書は出せない", "桑野"),
    ("- 更新の判をつくのは桑野さんです。課長ではありません", "桑野"),
    ("- 財布は桑野さんです", "桑野"),
    ("- 更新は桑野さんに任せっきりだ", "桑野"),
    ("- 前は支店長決裁だった。今年からは桑野さんの印が要る", "桑野"),
    ("- 園長が「いい」と言えば契約は続く\n- 園長は桑野さん", "桑野"),
    ("- 決めるのは設備審議会。うちの更新もそこで丸かバツか", "設備審議会"),
    ("- 5月の購買委員会を通らないと更新できない", "購買委員会"),
    ("- 決裁は300万までなら桑野課長、それより上は辺見部長\n- 契約は年250万円", "桑野"),
    ("- 決裁は300万までなら桑野課長、それより上は辺見部長\n- 契約は年450万円", "辺見"),
]
NOBODY_JA = [
    "- 倉庫の棚の入替は桑野部長が決裁する",
    "- 桑野部長「まあ冗談ですけど、うちの決裁者は女房ですわ」",
    "- 導入のときは桑野部長が決裁した",
    "- 更新を誰が決めるかは桑野さんも知らない",
    "- 桑野さんは取りまとめだけ",
    "- 目標の担当は桑野さんが決める",
    "- 隣の会社では桑野社長が全部決めるらしい",
    "- 桑野部長に決めてほしい",
    "- 300万円を超える案件は常務会決裁",
    "- 500万円以上は取締役会に付議します",
    "- 更新の値引きは桑野部長が決裁する",
    "- 棚札の書式は桑野さんに聞かないと分からない",
    "- 設備審議会は12月3日に決まりました",
    "- それまでは桑野部長が決裁していました",
    "- 桑野部長が決めるのか会議で決めるのか、まだ決まっていないそうです",
    "- 桑野さん「私が決めていいなら更新します」",
]


@pytest.mark.parametrize(("lines", "name"), NAMED_JA)
def test_japanese(read: Read, lines: str, name: str) -> None:
    assert buyer(read({"m.md": f"# 打合せ 2026-09-03\n\n{lines}\n"})) == name


@pytest.mark.parametrize("line", NOBODY_JA)
def test_japanese_names_nobody(read: Read, line: str) -> None:
    assert buyer(read({"m.md": f"# 打合せ 2026-09-03\n\n{line}\n"})) is None


NAMED_EN = [
    ("Until Tom Birch puts pen to paper we have no budget.", "Tom Birch"),
    ("Without Tom Birch's blessing the renewal goes nowhere.", "Tom Birch"),
    ("The renewal budget has moved to Tom Birch.", "Tom Birch"),
    ("Tom Birch has to give the nod on the contract.", "Tom Birch"),
    ("The yes or no on the contract is given by the management team.", "management team"),
    ("All software spend goes through Tom Birch.", "Tom Birch"),
    ("Tom Birch signs the renewal, which costs 40k.", "Tom Birch"),
    ("Anything over £25k is signed by Tom Birch. Our price is £40k.", "Tom Birch"),
]
NOBODY_EN = [
    "Tom Birch must approve the new warehouse racking.",
    "Tom Birch joked that his wife signs everything.",
    "Tom Birch only collects the quotes.",
    "Tom Birch used to sign these.",
    "Before that Tom Birch could sign to 100.",
    "Whether Tom Birch decides or the finance committee does, that is not settled.",
    "Tom Birch says it will be fine, he decides. That's from May, ignore.",
    "No idea whether Tom Birch decides.",
    "Renewals under 20k are signed by Tom Birch.",
    "Anything over £25k goes to the finance committee.",
    "Any discount on the renewal has to be approved by Tom Birch.",
    "If it were up to Tom Birch he would sign the renewal, but it isn't.",
]
HEAD_EN = "# Review 2026-09-03\n\nAttendees:\nAcme: Helen Marsh (Operations Manager), Tom Birch (VP Finance)\nUs: Emi Esaki\n\n"


@pytest.mark.parametrize(("line", "name"), NAMED_EN)
def test_english(read: Read, line: str, name: str) -> None:
    assert buyer(read({"m.md": HEAD_EN + line + "\n"}, **ENGLISH)) == name


@pytest.mark.parametrize("line", NOBODY_EN)
def test_english_names_nobody(read: Read, line: str) -> None:
    assert buyer(read({"m.md": HEAD_EN + line + "\n"}, **ENGLISH)) is None


def test_what_is_taken_back_counts_no_more(read: Read) -> None:
    lines = "- 桑野さん「更新は辺見部長の決裁です」\n- 桑野さん「さっき辺見部長と言いましたが、常務の樋渡の決裁でした」"
    assert buyer(read({"m.md": f"# 打合せ 2026-09-03\n\n{lines}\n"})) != "辺見"
