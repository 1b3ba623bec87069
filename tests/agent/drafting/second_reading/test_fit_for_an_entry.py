"""What the second reading may not make: promises of results and signatures, risks of somebody else's departure."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest

from agent.calendar import Anchor
from agent.drafting.notes.commitments.narrated import called_by_name
from agent.drafting.second_reading.promised import may_be_promised
from agent.drafting.second_reading.steps import _step
from agent.drafting.second_reading.unfit_signs import is_unfit
from agent.drafting.second_reading.weighed import Weighed
from agent.models.plan import KeyPerson
from connectors.interface import BlockKind, DocumentKind

NOTE = SimpleNamespace(path="minutes.md", title="Minutes", text="Minutes\n", kind=DocumentKind.NOTE)
PEOPLE = [
    KeyPerson(id="kp-1", name="藤代 香", role="economic_buyer", aliases=["藤代部長", "藤代"]),
    KeyPerson(id="kp-2", name="椎名 健太", role="champion", aliases=["椎名係長", "椎名"]),
    KeyPerson(id="kp-3", name="熊倉 直", role="user", aliases=["熊倉様", "熊倉"], status="leaving"),
]


def _remark(text: str, heading: str = "") -> SimpleNamespace:
    return SimpleNamespace(
        text=text, document=NOTE, heading=heading, section=heading, label="", column="", side="customer", quoted=False,
        kind=BlockKind.PARAGRAPH, day=dt.date(2026, 10, 1),
    )  # fmt: skip


WEIGHED = SimpleNamespace(before=lambda remark, reach: [])


@pytest.mark.parametrize(
    "text",
    [
        "Handling time is down from 9 minutes to 6 at the port.", "Errors have dropped from 40 to 12 a week.", "Ida Holm signed the contract.",
        "返品は月40件から12件に減った。", "前回は藤代部長が契約に署名した。", "残業は18時間まで下がりました。",
    ],
)  # fmt: skip
def test_results_and_signatures_are_no_promises(text: str) -> None:
    assert not may_be_promised(_remark(text), WEIGHED)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("We were promised that errors would halve.", ""), ("The business case said errors are down from 40 to 12.", ""), ("Errors halved", "Expected benefits"),
        ("返品を半分にする約束だった。", ""), ("稟議書には返品が12件に減ると書いた。", ""), ("返品を半減", "期待効果"),
    ],
)  # fmt: skip
def test_what_was_promised_or_expected(text: str, heading: str) -> None:
    assert may_be_promised(_remark(text, heading), WEIGHED)


def _sides() -> SimpleNamespace:
    return SimpleNamespace(
        person=lambda text: next((p for p in PEOPLE if any(name in text for name in p.aliases)), None)
    )


@pytest.mark.parametrize(
    ("kind", "text", "unfit"),
    [
        ("champion_departure", "熊倉様が12月で異動になります。", True),
        ("champion_departure", "椎名係長が12月で異動になります。", False),
        ("eb_unknown", "最終的に藤代部長が決裁する。", True),
        ("eb_unknown", "藤代部長が決裁するのかどうか不明。", False),
        ("eb_unknown", "藤代部長とは一度も会えていない。", False),
    ],
)
def test_signs_of_somebody_else(kind: str, text: str, unfit: bool) -> None:
    assert is_unfit(kind, _remark(text), PEOPLE, _sides()) is unfit


@pytest.mark.parametrize(
    "text", ["Please send the price list by 9 October.", "見積を10月9日までにお送りください。"]
)
def test_what_we_are_asked_for_is_no_step_of_theirs(text: str) -> None:
    remark = _remark(text)
    remark.document = SimpleNamespace(**{**vars(NOTE), "kind": DocumentKind.MAIL})
    assert _step(Weighed([], []), remark, _sides(), Anchor(as_of=dt.date(2026, 10, 1))) is None


def test_what_they_ask_of_each_other_may_be_one() -> None:
    remark = _remark("熊倉様、申請書を10月9日までに私宛にお送りください。")
    assert called_by_name(remark.text) == "熊倉様"
    assert called_by_name("Ida, please send me the case by 9 October.") == "Ida"
    assert called_by_name("Please send the case by 9 October.") is None
