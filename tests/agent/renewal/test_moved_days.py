"""A day that a later word moves no longer holds; windows and lists of days move nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from agent.calendar import Anchor
from agent.renewal import read_renewal
from agent.renewal.moved_days import read_moves
from agent.renewal.remarks import read_remarks
from agent.renewal.sides import Sides
from connectors.interface import Document

Read = Callable[[dict[str, str]], list[Document]]


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        (
            "10月2日締めとお伝えしましたが、締めは10月6日の正午といたします。",
            [("2026-10-02", "2026-10-06")],
        ),
        ("経営会議は10月8日から10月15日に変わりました。", [("2026-10-08", "2026-10-15")]),
        ("経営会議は10月15日（当初10月8日）です。", [("2026-10-08", "2026-10-15")]),
        ("The forms are due back on 9 October, not the 2nd.", [("2026-10-02", "2026-10-09")]),
        ("The board has moved from 8 October to 15 October.", [("2026-10-08", "2026-10-15")]),
        ("受付は10月1日から10月30日までです。", []),
        ("見積は10月1日、稟議は10月9日までに出します。", []),
        ("Quotes by 1 October, forms by 9 October.", []),
    ],
)
def test_what_is_moved(
    japanese: SimpleNamespace, read: Read, text: str, moved: list[tuple[str, str]]
) -> None:
    remarks = read_remarks(
        read({"m.md": f"# 打合せ 2026-09-10\n\n{text}\n"}), Sides(japanese.account, japanese.who)
    )
    found = read_moves(remarks, Anchor(dt.date(2026, 9, 10), 3))
    assert [(move.old, move.new.iso) for move in found] == moved


def test_a_step_told_before_is_on_the_new_day(japanese: SimpleNamespace, read: Read) -> None:
    documents = read(
        {
            "a.md": "# 打合せ 2026-09-10\n\n予算要求は10月23日が締切です。\n",
            "b.md": "# 連絡 2026-09-24\n\n予算要求は10月23日締切とお伝えしましたが、10月16日になりました。\n",
        }
    )
    steps = read_renewal(japanese.account, documents, japanese.who, None).decision_path.steps
    assert [step.when for step in steps] == ["2026-10-16"]
    assert any("10月16日" in citation.quote for citation in steps[0].citations)
