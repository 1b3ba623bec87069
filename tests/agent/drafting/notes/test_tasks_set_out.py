"""Tasks set out in parts: whatever signs stand between, what is left is what is to be done."""

from __future__ import annotations

import pytest

from agent.drafting.notes.commitments.peeled import Peeler
from agent.renewal.sides import Side


def _side(words: str) -> Side | None:
    if words.strip() in ("大川 純", "当社", "Kit Lowe", "当社 大川 純"):
        return "us"
    return "customer" if words.endswith("様") or words.strip() in ("先方", "Ana Reyes") else None


@pytest.mark.parametrize(
    ("line", "task", "side", "due"),
    [
        ("- [ ] 台帳の写しを渡す 担当:大川 純 期限:2026年3月9日", "台帳の写しを渡す", "us", "2026年3月9日"),
        ("【3/9】台帳の写しを渡す(庄司様)", "台帳の写しを渡す", "customer", "3/9"),
        ("庄司様は3月9日までに台帳の写しを渡す。", "台帳の写しを渡す", "customer", "3月9日"),
        ("2) 内容=台帳の写しを渡す 担当=大川 純 期限=3/9", "台帳の写しを渡す", "us", "3/9"),
        ("・台帳の写しを渡す 庄司様 3/9(先月からの持ち越し)", "台帳の写しを渡す", "customer", "3/9"),
        ("・3/2の会の資料を渡す(大川 純、3/9まで)", "3/2の会の資料を渡す", "us", "3/9"),
        ("1) hand over the ledger [9 March 2026] - owner: Ana Reyes", "hand over the ledger", "customer", "9 March 2026"),
        ("- By 9 March, Kit Lowe will hand over the ledger", "hand over the ledger", "us", "9 March"),
        ("Ana Reyes -> hand over the ledger -> 9 March", "hand over the ledger", "customer", "9 March"),
        ("Kit Lowe: one-pager for Ana Reyes, 9 March", "one-pager for Ana Reyes", "us", "9 March"),
    ],
)  # fmt: skip
def test_what_is_left_is_the_task(line: str, task: str, side: Side, due: str) -> None:
    parts = Peeler(_side).read(line)
    assert line[parts.text[0] : parts.text[1]] == task
    assert (parts.side, parts.due) == (side, due)


def test_a_line_of_prose_keeps_its_words() -> None:
    parts = Peeler(_side).read("The ledger for Ana Reyes is nearly done")
    assert (parts.side, parts.due) == (None, None)
