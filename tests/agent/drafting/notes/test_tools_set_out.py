"""Tools set out in parts: a list agrees on where its names stand, labels and units say the rest."""

from __future__ import annotations

import pytest

from agent.drafting.notes.tools.pieces import pieces_of, place_of_name


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["・検品くん(物流部、検品)", "・帳場クラウド(経理部、請求)"], ["検品くん", "帳場クラウド"]),
        (["請求 → 帳場クラウド(経理部)"], ["帳場クラウド"]),
        (["[payroll] PayNest - finance team", "[chat] Talky - IT department"], ["PayNest", "Talky"]),
        (["- PayNest / payroll / finance team"], ["PayNest"]),
    ],
)
def test_the_name_among_the_open_pieces(lines: list[str], names: list[str]) -> None:
    items = [pieces_of(line) for line in lines]
    place = place_of_name(items)
    assert [item.open[place][0] for item in items] == names
    assert all("department" in item.told for item in items)


def test_labels_name_the_pieces_behind_them() -> None:
    assert pieces_of("- **システム:** 帳場クラウド 用途:請求 利用部門:経理部").told == {
        "name": "帳場クラウド",
        "purpose": "請求",
        "department": "経理部",
    }
