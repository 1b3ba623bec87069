"""What people do, where they stand, and who goes and comes, one statement at a time in words no data set has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from agent.people import PeopleReading

Read = Callable[..., PeopleReading]
HEADS = {
    "ja": "定例 2026年9月24日\n先方：野田部長、{}内藤様\n当社：江崎\n\n",
    "en": "# Review 2026-09-24\n\nAttendees:\nAcme: {}Tom Birch (VP Finance)\nUs: Emi Esaki\n\n- ",
}
LISTED = {"ja": "唐沢課長、", "en": "Helen Marsh (Operations Manager), "}
NAMES = {"ja": "唐沢", "en": "Helen Marsh"}
ENGLISH: dict[str, Any] = {"name": "Acme Ltd", "csm": "Emi Esaki", "language": "en"}


@pytest.mark.parametrize(
    ("language", "line", "slot", "value", "holds"),
    [
        ("ja", "唐沢課長は部長会のたびに自分から画面を開いて見せている。", "role", "champion", True),
        ("ja", "唐沢課長「ほかの店にも入れたいんですよ」", "stance", "推進", True),
        ("ja", "唐沢課長「来年はもう要らないと思っています」", "stance", "反対", True),
        ("ja", "唐沢課長は「便利は便利だけど、値段がねえ」と首をひねる。", "stance", "慎重", True),
        ("ja", "唐沢課長は導入当初は反対していたが、今では一番の応援団。", "stance", "推進", True),
        ("ja", "唐沢課長「どっちでもええよ、若いもんに任せとるで」", "stance", "中立", True),
        ("ja", "唐沢課長は来月いっぱいで定年。", "status", "leaving", True),
        ("ja", "唐沢課長は7月に子会社へ出向された。", "status", "left", True),
        ("ja", "唐沢課長は昇格して次長に。担当は変わらず。", "status", "active", True),
        ("ja", "唐沢課長は12月から育休に入るとのこと。", "status", "leaving", True),
        ("ja", "唐沢課長が辞めるという噂は誤報でした。", "status", "active", True),
        ("ja", "後任は唐沢課長。11月着任予定。", "status", "joining", True),
        ("ja", "唐沢課長は半年前に亡くなった。", "status", "left", True),
        ("ja", "野田部長いわく、唐沢課長は何かにつけて粗探しをしてくるらしい。", "role", "blocker", True),
        ("ja", "唐沢課長が申請を三か月も寝かせている。", "role", "blocker", True),
        ("ja", "唐沢課長は見積の査定をして意見を付ける役。", "role", "influencer", True),
        (
            "ja",
            "唐沢課長は当社に「いつも感謝してます」と言うが、社内では何もしていない。",
            "role",
            "champion",
            False,
        ),
        ("ja", "弊社の江崎としては唐沢課長に旗を振ってほしい。", "role", "champion", False),
        ("ja", "唐沢課長は席替えに断固反対。", "stance", "不明", True),
        ("en", "Helen Marsh has walked every depot manager through it herself.", "role", "champion", True),
        ("en", "Helen Marsh likes the idea but wants to see hard numbers first.", "stance", "慎重", True),
        ("en", "Helen Marsh was dead against it at first, but now she swears by it.", "stance", "推進", True),
        ("en", 'Helen Marsh: "Makes no odds to me, ask the crew."', "stance", "中立", True),
        ("en", "Helen Marsh has handed in her notice.", "status", "leaving", True),
        ("en", "Helen Marsh retired in July.", "status", "left", True),
        ("en", "Helen Marsh succeeds Ada Poole, who retired in July.", "status", "active", True),
        ("en", "Helen Marsh joins as Finance Director on 5 October.", "title", "Finance Director", True),
        ("en", "Helen Marsh, Chief Executive, read it.", "title", "Chief Executive", True),
        ("en", "Helen Marsh got promoted, same team.", "status", "active", True),
        ("en", "Helen Marsh goes on maternity leave from 1 December.", "status", "leaving", True),
        ("en", "Helen Marsh keeps saying she will resign, it's a running joke.", "status", "active", True),
        ("en", "Helen Marsh sits on every request for weeks.", "role", "blocker", True),
        ("en", "Helen Marsh vets every supplier before the board sees it.", "role", "influencer", True),
        ("en", "We would like Helen Marsh to champion it.", "role", "champion", False),
        ("en", "Helen Marsh hates surprises.", "role", "blocker", False),
        ("en", "Helen Marsh hates meetings before ten.", "stance", "反対", False),
        ("en", "Helen Marsh hates the tool.", "role", "blocker", True),
        ("en", "Helen Marsh moved to Friday.", "status", "active", True),
    ],
)
def test_statement(read: Read, language: str, line: str, slot: str, value: str, holds: bool) -> None:
    known = "" if value == "joining" else LISTED[language]
    account = ENGLISH if language == "en" else {}
    reading = read({"m.txt": HEADS[language].format(known) + line + "\n"}, **account)
    found = {p.name: getattr(p, slot) for p in reading.people}
    assert (found.get(NAMES[language]) == value) is holds
