"""A sentence that only tells a day is of the body that was asked for, or that the broken line before it names."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from agent.renewal.bare_days import body_of_the_day
from agent.renewal.remarks import read_remarks
from agent.renewal.sides import Sides
from connectors.interface import Document

Read = Callable[[dict[str, str]], list[Document]]


@pytest.mark.parametrize(
    ("lines", "who"),
    [
        (["設備委員会はいつですか。", "12月9日の水曜です。"], "設備委員会"),
        (["設備委員会で決まります。", "次はいつでしょうか。", "7月は17日です。"], "設備委員会"),
        (["設備委員会の資料の締切はいつですか。", "12月4日です。"], None),
        (["設備委員会はいつですか。", "12月9日に現場の見学を入れました。"], None),
        (["設備委員会で話しました。", "12月9日です。"], None),
        (
            ["The Review Board decides.", "When do they meet?", "Next is the twenty-fifth of November."],
            "Review Board",
        ),
        (["When is the Review Board?", "The slides are due on 4 November."], None),
    ],
)
def test_of_whom(japanese: SimpleNamespace, read: Read, lines: list[str], who: str | None) -> None:
    text = "2026年9月25日 打合せ\n\n" + "\n".join(f"- {line}" for line in lines) + "\n"
    sides = Sides(japanese.account, japanese.who)
    told = [r for r in read_remarks(read({"memo.txt": text}), sides) if r.text in lines]
    assert len(told) == len(lines)
    assert body_of_the_day(told[-1], told[-2::-1], japanese.who.people) == who
