"""Ways to a decision and facts of the budget read by their form, whichever signs and labels set them out."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from agent.calendar import Anchor
from agent.renewal.laid_out.facts import kind_of_label, read_facts
from agent.renewal.laid_out.label_words import label_of
from agent.renewal.laid_out.read import is_head, read_ways
from agent.renewal.remarks import read_remarks
from agent.renewal.sides import Sides
from connectors.interface import Document

Read = Callable[[dict[str, str]], list[Document]]
Told = list[tuple[str, str | None, str | None]]


def _ways(notes: SimpleNamespace, read: Read, text: str, path: str = "m.txt") -> Told:
    sides = Sides(notes.account, notes.who)
    remarks = read_remarks(read({path: text}), sides)
    ways = read_ways(remarks, notes.who.people, sides, Anchor(notes.account.as_of, 3))
    return [
        (s.clause.kind, s.when.iso if s.when else None, getattr(s.approver, "name", s.approver))
        for way in ways
        for s in way.steps
    ]


WAY: Told = [
    ("request", "2026-10-20", "椎名 健太"),
    ("review", "2026-11-04", "熊倉"),
    ("decide", "2026-12-15", "常務会"),
]


@pytest.mark.parametrize(
    "text",
    [
        "契約更新の決裁ルート:稟議の起案(椎名様、10/20)⇒内容の確認(熊倉部長、11/4)⇒承認(常務会、12/15)",
        "更新の稟議の進め方\n・稟議の起案\n  担当者:椎名様\n  締切:2026年10月20日\n・内容の確認\n  担当者:熊倉部長\n  締切:2026年11月4日\n・承認\n  担当者:常務会\n  締切:2026年12月15日",
        "更新の承認ルート ①稟議の起案(椎名様 10/20) ②内容の確認(熊倉部長 11/4) ③承認(常務会 12/15)",
        "■社内の決裁の流れ\n10月20日 椎名様が稟議の起案\n↓\n11月4日 熊倉部長が内容の確認\n↓\n12月15日 承認 常務会",
    ],
)
def test_the_same_way_in_any_form(japanese: SimpleNamespace, read: Read, text: str) -> None:
    assert _ways(japanese, read, f"2026年9月10日 定例\n先方:熊倉部長、椎名係長\n\n{text}\n") == WAY


@pytest.mark.parametrize(
    "text",
    [
        "出席者\n・熊倉部長\n・椎名係長\n・野々村",
        "当社の値引きの決裁ルート\n・申請:野々村(10/20)\n・承認:営業会議(11/4)",
        "決裁の枠\n・300万円未満 部長\n・300万円以上 常務会",
        "研修の流れ\n・10/20 説明会\n・11/4 演習\n・12/15 本番稼働を決定",
    ],
)
def test_what_looks_alike_is_no_way(japanese: SimpleNamespace, read: Read, text: str) -> None:
    assert _ways(japanese, read, f"2026年9月10日 定例\n\n{text}\n") == []


def test_heads_and_labels() -> None:
    assert is_head("How the renewal is approved:")
    assert is_head("更新までの決裁スケジュール")
    assert not is_head("前回の稟議の流れ")
    assert not is_head("Our own approval of the discount")
    assert [label_of(word) for word in ("Approver", "期日", "手順2", "備考")] == ["who", "when", "what", None]
    assert kind_of_label("予算申請の締切") == "deadline"
    assert kind_of_label("Who approved the last renewal?") == "then"
    assert kind_of_label("値引申請の期限") is None


def test_labelled_facts(english: SimpleNamespace, read: Read) -> None:
    sides = Sides(english.account, english.who)
    text = "Call 8 July 2026\n\nBudget deadline: 30 September 2026\nDecision body: Spend Committee\nDecision date: 21 October 2026\nLast approver: Hugo Brandt\n"
    remarks = read_remarks(read({"call.txt": text}), sides)
    facts = read_facts(remarks, english.who.people, sides, Anchor(english.account.as_of, 12))
    steps = [(s.clause.kind, s.when.iso if s.when else None) for way in facts.ways for s in way.steps]
    assert steps == [("request", "2026-09-30"), ("decide", "2026-10-21")]
    assert facts.last is not None
    assert facts.last.value == "Hugo Brandt"
