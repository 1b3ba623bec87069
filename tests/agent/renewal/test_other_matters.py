"""Other purchases, our own approvals, dates taken back."""

from __future__ import annotations

import pytest

from agent.renewal.denied_dates import is_denied
from agent.renewal.other_matters import is_of_another_matter


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("冷凍倉庫の建て替えは2月の取締役会にかかります。", True),
        ("営業車のリースは来月の役員会で決まる", True),
        ("部長の後任は3月に決まります", True),
        ("来期の利用料は2月の取締役会にかかります。", False),
        ("更新は2月の役員会で決まる", False),
        ("The roof replacement goes to the trustees on 4 May.", True),
        ("That lease is a separate matter and goes to the owners.", True),
        ("The renewal goes to the trustees on 4 May.", False),
    ],
)
def test_another_matter(text: str, other: bool) -> None:
    assert is_of_another_matter(text) is other


@pytest.mark.parametrize(
    ("text", "day", "denied"),
    [
        ("予算は9月ではなく2月からです", "9月", True),
        ("予算は9月ではなく2月からです", "2月", False),
        ("It is decided not in May but in June.", "May", True),
        ("It is decided in June.", "June", False),
    ],
)
def test_denied_date(text: str, day: str, denied: bool) -> None:
    start = text.index(day)
    assert is_denied(text, start, start + len(day)) is denied
