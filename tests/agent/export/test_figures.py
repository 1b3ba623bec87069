"""Figures as people read them, and what is kept beside them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from agent.export.figures import Shown, show
from agent.models.evidence import Citation, Value
from agent.models.plan import MonthDay

_SOMEWHERE = Citation(source_id="s1", start=0, end=1, quote="1")


@pytest.mark.parametrize(
    ("value", "unit", "language", "shown"),
    [
        (353_217_000_000, "円", "ja", Shown("3,532.2億円", "353,217,000,000円", True)),
        (-1_200_000_000, "JPY", "ja", Shown("△12億円", "△1,200,000,000円", False)),
        (98_000_000, "円", "ja", Shown("9,800万円")),
        (3_000_500, "円", "ja", Shown("3,000,500円")),
        (353_217_000_000, "円", "en", Shown("JPY 353,217 million", "JPY 353,217,000,000", False)),
        (60_000, "SGD", "en", Shown("SGD 60,000")),
        (32_765_400_000, "USD", "en", Shown("USD 32,765.4 million", "USD 32,765,400,000", False)),
        (0.382, "pure", "ja", Shown("38.2%")),
        (38.2, "%", "ja", Shown("38.2%")),
        (1e-7, "%", "ja", Shown("0.0000001%")),
        (5_210, "人", "ja", Shown("5,210人")),
        (95, "seconds", "en", Shown("95 seconds")),
        ("来期末", None, "ja", Shown("来期末")),
        ("2026-11-05", None, "ja", Shown("2026年11月5日")),
        ("2026-11", None, "en", Shown("November 2026")),
        (dt.date(2026, 11, 5), None, "ja", Shown("2026年11月5日")),
        (dt.date(2026, 11, 5), None, "en", Shown("5 November 2026")),
        (MonthDay(month=6, day=30), None, "ja", Shown("6月30日")),
        (MonthDay(month=6, day=30), None, "en", Shown("30 June")),
    ],
)
def test_shown(value: Any, unit: str | None, language: str, shown: Shown) -> None:
    assert show(Value[Any](value=value, unit=unit, citations=[_SOMEWHERE]), language) == shown
