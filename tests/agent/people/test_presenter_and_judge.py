"""Who presents to a body does not decide, and a measure somebody judges by is no stance."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from agent.people import PeopleReading

Read = Callable[..., PeopleReading]
MINUTES = """# 株式会社ヤマネ製作 定例 2026-09-10

- 先方: 製造部 小川課長
- 当社: 江崎

- 小川課長「年額300万円以上の契約は、1月26日の経営会議で管理本部長の熊倉が説明して決まります」
- 熊倉常務にはまだお会いできていない
"""


def test_the_body_decides_and_the_presenter_influences(read: Read) -> None:
    people = {p.name: p for p in read({"m.md": MINUTES}).people}
    assert people["経営会議"].role == "economic_buyer"
    assert people["熊倉"].role == "influencer"
    assert people["熊倉"].title == "管理本部長"
    assert people["熊倉"].department == "管理本部"
    assert people["熊倉"].stance == "不明"


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("熊倉常務は、費用がいくら減ったかで判断します。", "不明"),
        ("熊倉常務は、現場が助かるかどうかを見ています。", "不明"),
        ("熊倉常務は「おかげで残業が減った」と喜んでいました。", "推進"),
    ],
)
def test_a_measure_is_no_stance(read: Read, words: str, stance: str) -> None:
    people = {p.name: p for p in read({"m.md": MINUTES + f"- {words}\n"}).people}
    assert people["熊倉"].stance == stance
