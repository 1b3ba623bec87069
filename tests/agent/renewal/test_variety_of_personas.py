"""How a decider judges, as many writers would put it, and sentences that sound alike and tell nothing of it."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from agent.models.plan import KeyPerson
from agent.renewal import read_renewal
from connectors.interface import Document

Read = Callable[[dict[str, str]], list[Document]]

JAPANESE = [
    "熊倉部長は数字で説明しないと首を縦に振らない。",
    "熊倉部長は数字にうるさい。",
    "熊倉部長は現場の声を大事にされます。",
    "熊倉部長は費用対効果しか見ない。",
    "熊倉部長は前例のないものを通さない。",
    "熊倉部長は必ず3案並べて比べる人。",
    "熊倉部長から必ず「他社はどうなのか」と聞かれる。",
    "熊倉部長は長い資料が大嫌いで、1枚にまとめないと読まない。",
    "熊倉部長はコスト意識が強く、高いものから順に切る。",
    "熊倉部長は即断即決のタイプ。",
    "熊倉部長は慎重で、石橋を叩いて渡る。",
    "熊倉部長は自分では触らず、部下の評判で決める。",
    "熊倉部長に話すときは、金額より先に安全の話をすること。",
    "熊倉部長は義理堅い方で、一度決めた取引先は変えたがらない。",
    "熊倉部長が気にしているのは残業時間だけ。",
    "熊倉部長は理屈より人を見る。",
    "熊倉部長の口癖は「で、いくら浮くの」。",
]

JAPANESE_NOT = [
    "熊倉部長は10月に異動される。",
    "熊倉部長は来週出張です。",
    "熊倉部長に資料を送る。",
    "熊倉部長は操作が分かりにくいと言っている。",
    "椎名係長は毎朝ツールを見ている。",
    "熊倉部長とは面識がない。",
    "熊倉部長がどう判断するかは分からない。",
]

ENGLISH = [
    "Hugo goes by the numbers, nothing else.",
    "Hugo wants one page, no slides.",
    "Hugo only trusts what the dispatchers tell him.",
    "Hugo hates surprises.",
    "Hugo's first question is always what it replaces.",
    "Hugo will ask for payback in months.",
    "Hugo never opens the tool himself; he listens to the team leads.",
    "What matters to Hugo is cost per ticket.",
    "Hugo is sceptical of anything without a reference customer.",
    "Hugo decides with his gut and the shortest slide.",
    "For Hugo it has to pay for itself within a year.",
    "Hugo values evidence from the floor over dashboards.",
    "Hugo is risk-averse and won't be the first to try anything.",
    "If it isn't in a spreadsheet, Hugo doesn't believe it.",
    "Hugo cuts the most expensive line first.",
]

ENGLISH_NOT = [
    "Hugo is on leave until September.",
    "Hugo joined the call late.",
    "We will send Hugo the report.",
    "Hugo could not log in.",
    "Hugo moves to Leeds in October.",
    "Nobody knows how Hugo decides.",
]


def persona(notes: SimpleNamespace, read: Read, head: str, sentence: str) -> str | None:
    people = [
        KeyPerson.model_validate({**p.model_dump(), "role": "economic_buyer"})
        if p.kind == "person" and p.role == "influencer"
        else p
        for p in notes.who.people
    ]
    who = SimpleNamespace(people=people, vendor_people=notes.who.vendor_people)
    found = read_renewal(notes.account, read({"m.md": f"# {head}\n\n- {sentence}\n"}), who, None)
    claim = found.decision_path.decider_persona
    return claim.text if claim else None


@pytest.mark.parametrize("sentence", JAPANESE)
def test_japanese(japanese: SimpleNamespace, read: Read, sentence: str) -> None:
    assert persona(japanese, read, "打合せ 2026-09-25", sentence)


@pytest.mark.parametrize("sentence", JAPANESE_NOT)
def test_no_japanese_persona(japanese: SimpleNamespace, read: Read, sentence: str) -> None:
    assert persona(japanese, read, "打合せ 2026-09-25", sentence) is None


@pytest.mark.parametrize("sentence", ENGLISH)
def test_english(english: SimpleNamespace, read: Read, sentence: str) -> None:
    assert persona(english, read, "Call, 1 August 2026", sentence)


@pytest.mark.parametrize("sentence", ENGLISH_NOT)
def test_no_english_persona(english: SimpleNamespace, read: Read, sentence: str) -> None:
    assert persona(english, read, "Call, 1 August 2026", sentence) is None
