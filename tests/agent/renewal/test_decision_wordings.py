"""Decisions in many people's words."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from agent.renewal import read_renewal
from connectors.interface import Document

Read = Callable[[dict[str, str]], list[Document]]


@pytest.mark.parametrize(
    ("sentence", "steps"),
    [
        ("300万円以上は社長決裁。", [("社長", None)]),
        ("椎名係長が12月中に稟議を起案し、1月の常務会にかける。", [("椎名 健太", "2026-12-31"), ("常務会", "2027-01")]),
        ("来期の予算は2月の常務会で固まる。", [("常務会", "2027-02")]),
        ("各部からの要望は12月25日締め切り。", [(None, "2026-12-25")]),
        ("予算編成は11月から始まり、1月末に確定、2月に各部署へ通知される。", [(None, "2026-11"), (None, "2027-01-31"), (None, "2027-02")]),
        ("常務会の議事録は公開しない。前回は工場長決裁で通った。", []),
        ("次回の定例は10月20日。", []),
    ],
)  # fmt: skip
def test_steps(japanese: SimpleNamespace, read: Read, sentence: str, steps: list[tuple[str, str]]) -> None:
    people = [*japanese.who.people]
    president = people[0].model_copy(
        update={"id": "kp-9", "name": "社長", "kind": "person", "role": "economic_buyer", "aliases": []}
    )
    who = SimpleNamespace(people=[*people, president], vendor_people=japanese.who.vendor_people)
    documents = read({"m.md": f"# 打合せ 2026-09-25\n\n- {sentence}\n"})
    path = read_renewal(japanese.account, documents, who, None).decision_path
    assert [(step.approver, step.when) for step in path.steps] == steps


@pytest.mark.parametrize(
    "sentence",
    ["社長は現場を歩く人で、机の上の説明を嫌う。", "社長はパソコンを使わない。人の育ち方を見て判断する。"],
)
def test_personas(japanese: SimpleNamespace, read: Read, sentence: str) -> None:
    documents = read({"m.md": f"# 打合せ 2026-09-25\n\n- {sentence}\n"})
    persona = read_renewal(japanese.account, documents, japanese.who, None).decision_path.decider_persona
    assert persona is not None
    assert persona.citations[0].quote in sentence
