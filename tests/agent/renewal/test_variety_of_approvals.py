"""Who gave the last approval, as many writers would put it."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from agent.renewal import read_renewal
from connectors.interface import Document

Read = Callable[[dict[str, str]], list[Document]]

JAPANESE = [
    ("前回の更新は熊倉部長の承認で済んだ。", "熊倉"),
    ("導入時は常務会で承認されています。", "常務会"),
    ("昨年の更新は熊倉部長が判を押した。", "熊倉"),
    ("前回更新時の決裁者:熊倉部長", "熊倉"),
    ("去年は常務会を通して更新した。", "常務会"),
    ("導入の稟議は熊倉部長で通った。", "熊倉"),
    ("初年度の契約は熊倉部長の決裁でした。", "熊倉"),
    ("1年目は熊倉部長決裁で足りた。", "熊倉"),
    ("導入は熊倉部長が決めた。", "熊倉"),
    ("次の更新は熊倉部長の承認が要る。", None),
    ("前回の打合せで熊倉部長が承認フローを説明した。", None),
    ("前回は誰が承認したか不明。", None),
    ("たぶん前回は常務会で承認された。", None),
]

ENGLISH = [
    ("Hugo Brandt signed the original contract.", "Hugo Brandt"),
    ("Last year's renewal was approved by Hugo.", "Hugo"),
    ("The last renewal went through the Spend Committee.", "Spend Committee"),
    ("At purchase, Hugo Brandt signed off.", "Hugo Brandt"),
    ("Last renewal approver: Hugo Brandt", "Hugo Brandt"),
    ("Hugo Brandt approved the purchase in 2025.", "Hugo Brandt"),
    ("The first year was signed by Hugo Brandt.", "Hugo Brandt"),
    ("Hugo will approve the next renewal.", None),
    ("I don't know who approved it last year.", None),
    ("Hugo approved the training plan last week.", None),
    ("Perhaps Hugo signed the original contract.", None),
    ("Estimates are sent to Treasury in October and approved by the Spend Committee in January.", None),
    ("The renewal was sent to Treasury last year and approved by the Spend Committee.", "Spend Committee"),
]


def last(notes: SimpleNamespace, read: Read, head: str, sentence: str) -> str | None:
    found = read_renewal(notes.account, read({"m.md": f"# {head}\n\n- {sentence}\n"}), notes.who, None)
    value = found.budget.last_renewal_approver
    return value.value if value else None


@pytest.mark.parametrize(("sentence", "who"), JAPANESE)
def test_japanese(japanese: SimpleNamespace, read: Read, sentence: str, who: str | None) -> None:
    assert last(japanese, read, "打合せ 2026-09-25", sentence) == who


@pytest.mark.parametrize(("sentence", "who"), ENGLISH)
def test_english(english: SimpleNamespace, read: Read, sentence: str, who: str | None) -> None:
    assert last(english, read, "Call, 1 August 2026", sentence) == who
