"""Who stands behind a step that no rule gave an approver: whose yes, to whom, by whom; nobody where none is told."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from agent.renewal.handing import who_stands_behind
from agent.renewal.holders import same_body
from agent.renewal.remarks import Remark, read_remarks
from connectors.interface import Document

Read = Callable[[dict[str, str]], list[Document]]


def _behind(account: SimpleNamespace, read: Read, name: str, text: str, words: str) -> str | None:
    remarks: list[Remark] = read_remarks(read({name: text}), account.sides)
    place = next(at for at, remark in enumerate(remarks) if words in remark.text)
    before = remarks[place - 1] if place else None
    after = remarks[place + 1] if place + 1 < len(remarks) else None
    return who_stands_behind(remarks[place], before, after, account.who.people, account.sides)


def _spoken(line: str) -> str:
    return f"WEBVTT\n\n1\n00:00:03.000 --> 00:00:07.000\n{line}\n"


@pytest.mark.parametrize(
    ("talk", "words", "who"),
    [
        ("椎名: 紙は10日までに私の机に置いてください。", "10日", "椎名 健太"),
        ("椎名: 一枚ものは11月6日までに熊倉さんへ渡します。", "一枚もの", "熊倉"),
        ("椎名: 各班の希望は12日までに出ます。わたしがまとめます。", "各班", "椎名 健太"),
        ("椎名: 18日に熊倉部長の判をもらいます。", "18日", "熊倉"),
        ("椎名: 比較の紙は熊倉さんが書きます。締め切りは11月4日です。", "締め切り", "熊倉"),
        ("椎名: 11月20日の常務会で決まります。", "20日", "常務会"),
        ("椎名: 11月20日の常務会に出す紙は、6日までに熊倉さんへ渡します。", "20日", "熊倉"),
        ("椎名: 製造技術部で11月2日に集計します。", "集計", "熊倉"),
        ("椎名: 検査課で11月2日に集計します。", "集計", "検査課"),
        ("椎名: 各班の班長が2日までに出します。", "2日", None),
        ("椎名: 各工場の工場長が2日までに丸をつけて出します。", "2日", "各工場の工場長"),
        ("椎名: 結果は2月の頭に各課へ内示されます。", "内示", None),
        ("野々村: 資料は私が10日までに送ります。", "10日", None),
        ("椎名: 締め切りは11月4日です。", "締め切り", None),
    ],
)
def test_in_japanese(japanese: SimpleNamespace, read: Read, talk: str, words: str, who: str | None) -> None:
    assert _behind(japanese, read, "talk_20261001.vtt", _spoken(talk), words) == who


@pytest.mark.parametrize(
    ("talk", "words", "who"),
    [
        ("Hugo: Let me have the figures by 3 September.", "3 September", "Hugo Brandt"),
        ("Hugo: I need one page by 3 September.", "3 September", "Hugo Brandt"),
        ("Olivia: The page goes to Hugo by 3 September.", "3 September", "Hugo Brandt"),
        ("Olivia: The paper is due on Hugo's desk on 3 September.", "3 September", "Hugo Brandt"),
        ("Olivia: The Head of Support signs on 3 September.", "3 September", "Hugo Brandt"),
        ("Hugo: The Spend Committee votes on 7 October.", "7 October", "Spend Committee"),
        ("Olivia: I will send the offer by 3 September.", "3 September", None),
        ("Hugo: The budget locks on 9 November.", "9 November", None),
    ],
)
def test_in_english(english: SimpleNamespace, read: Read, talk: str, words: str, who: str | None) -> None:
    assert _behind(english, read, "call_20260820.vtt", _spoken(talk), words) == who


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("理事会", "常任理事会", False),
        ("常任理事会", "理事会", False),
        ("臨時理事会", "理事会", True),
        ("committee", "Spend Committee", True),
        ("取締役会", "理事会", False),
    ],
)
def test_a_body_within_a_body_is_another(one: str, other: str, same: bool) -> None:
    assert same_body(one, other) is same
