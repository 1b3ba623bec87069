"""A budget slot that names a body is judged by the body, not by what a reader adds to it."""

from __future__ import annotations

import pytest

from evals.scorers.decision import body_fits


@pytest.mark.parametrize(
    ("gold", "draft", "fits"),
    [
        ("常務会(継続の付議)。来年度予算は取締役会が2027年2月19日", "常務会", True),
        ("常務会(継続の付議)。来年度予算は取締役会が2027年2月19日", "取締役会", False),
        (
            "モニタリング会議(予算全体は取締役会)",
            "地域再生社のモニタリング会議。全体は取締役会(11月10日)",
            True,
        ),
        (
            "Review Group, then the COO (over GBP 40,000); the board locks it on 9 December",
            "the board",
            False,
        ),
        ("経営会議", "", False),
        ("川辺 孝", "川辺取締役管理本部長", True),
        ("川辺 孝", "川辺商事の会議", False),
        ("川辺 孝", "岸取締役管理本部長", False),
    ],
)
def test_the_body_named_first_counts(gold: str, draft: str, fits: bool) -> None:
    assert body_fits(gold, draft) is fits
