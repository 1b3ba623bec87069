"""The day of papers that is counted back from a body's day, told beside it."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from agent.renewal import read_renewal
from connectors.interface import Document

Read = Callable[[dict[str, str]], list[Document]]


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("経営会議は10月22日です。\n議題の提出は二週間前までです。", "2026-10-08"),
        ("次の経営会議は10月22日で更新を決めます。\n資料は会議の前日〆です。", "2026-10-21"),
        ("The Spend Committee decides on 22 October 2026.\nPapers go in a week before.", "2026-10-15"),
        ("The Spend Committee decides on 22 October 2026.\nPapers in by the Friday before.", "2026-10-16"),
        ("経営会議は10月22日です。\n2週間前までに資料をいただけますか。", None),
        ("We talked about the weather.\nPapers go in a week before.", None),
    ],
)
def test_counted_back(japanese: SimpleNamespace, read: Read, lines: str, day: str | None) -> None:
    documents = read({"m.md": "# 打合せ 2026-09-10\n\n" + lines.replace("\n", "\n\n") + "\n"})
    steps = read_renewal(japanese.account, documents, japanese.who, None).steps
    papers = [
        step.dated.when.iso for step in steps if step.kind == "papers" and step.dated and step.dated.when
    ]
    assert papers == ([day] if day else [])
    assert all(step.counted_from() for step in steps if step.kind == "papers")
