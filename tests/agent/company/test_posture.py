from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from agent.company.posture import read_posture
from agent.company.series import last_change, main_series
from agent.models.evidence import Citation, Value
from agent.models.plan import FinancialRow, Number


def _value(number: float, unit: str = "円") -> Value[Number]:
    return Value[Number](
        value=number, unit=unit, citations=[Citation(source_id="s", start=0, end=1, quote="1")]
    )


def _row(
    year: int, *, days: int = 365, standard: str = "JGAAP", scope: str = "consolidated", **figures: float
) -> FinancialRow:
    end = dt.date(year, 3, 31)
    values: dict[str, Any] = {
        key: _value(v, "%" if key == "equity_ratio" else "円") for key, v in figures.items()
    }
    return FinancialRow(
        start=end - dt.timedelta(days=days - 1), end=end, standard=standard, scope=scope, **values
    )  # type: ignore[arg-type]


_GOOD = {"net_sales": 110, "operating_income": 12}
_BAD = {"net_sales": 90, "operating_income": 6}


@pytest.mark.parametrize(
    ("latest", "reading"),
    [
        ({**_GOOD, "operating_cf": 20, "investing_cf": -10}, "investing"),
        ({**_GOOD, "operating_cf": 20, "investing_cf": -6, "depreciation": 5}, "investing"),
        ({**_GOOD, "operating_cf": 20, "investing_cf": -6, "depreciation": 7}, "neutral"),
        ({**_GOOD, "operating_cf": 20, "investing_cf": 3}, "neutral"),
        ({**_GOOD, "operating_cf": -1, "investing_cf": -30}, "neutral"),
        (_GOOD, "unknown"),
        ({**_BAD, "equity_ratio": 25}, "cost_pressure"),
        ({**_BAD, "equity_ratio": 60}, "neutral"),
        ({**_BAD, "equity_ratio": 60, "sga": 40}, "cost_pressure"),
        ({**_BAD, "operating_cf": -4}, "cost_pressure"),
        (_BAD, "unknown"),
        ({"net_sales": 110, "operating_income": -5}, "cost_pressure"),
        ({"net_sales": 110, "operating_income": 9.5}, "neutral"),
        ({"net_sales": 110}, "unknown"),
    ],
)
def test_rule(latest: dict[str, float], reading: str) -> None:
    before = _row(2023, net_sales=100, operating_income=10, sga=30, equity_ratio=61)
    posture = read_posture([before, _row(2024, **latest)], "ja")
    assert posture.reading == reading
    assert posture.would_be_disproved_by
    assert bool(posture.figures) == (set(latest) > {"net_sales"})


@pytest.mark.parametrize("language", ["ja", "en"])
def test_rule_is_told_in_words(language: str) -> None:
    posture = read_posture([], language)
    assert posture.reading == "unknown"
    assert posture.rule != posture.would_be_disproved_by


def test_series_is_one_standard_one_scope_and_whole_years() -> None:
    rows = [
        _row(2022, net_sales=1),
        _row(2023, net_sales=2),
        _row(2023, net_sales=3, standard="IFRS"),
        _row(2024, net_sales=4, scope="non_consolidated"),
        _row(2024, net_sales=5, standard="IFRS"),
        _row(2025, net_sales=6, standard="IFRS", days=180),
    ]
    assert [row.net_sales.value for row in main_series(rows) if row.net_sales] == [3, 5]


def test_change_needs_consecutive_years_of_one_unit() -> None:
    assert last_change([_row(2022, net_sales=1), _row(2024, net_sales=2)], "net_sales") is None
    change = last_change([_row(2023, net_sales=100), _row(2024, net_sales=100.5)], "net_sales")
    assert change is not None
    assert change.movement == "flat"
