"""A warning once the next annual report must be out, and not before."""

from __future__ import annotations

import datetime as dt

from agent.company.superseded import superseded_findings
from agent.models.plan import FinancialRow


def _row(end: dt.date) -> FinancialRow:
    return FinancialRow(start=None, end=end, standard="JGAAP", scope="consolidated")


def test_the_next_report_must_be_out() -> None:
    rows = [_row(dt.date(2023, 4, 30)), _row(dt.date(2024, 4, 30))]
    (found,) = superseded_findings(rows, dt.date(2026, 11, 20), "ja")
    assert found.rule == "newer_report_due"
    assert "2024年4月期" in found.message
    assert found.question


def test_the_next_report_may_be_to_come() -> None:
    assert superseded_findings([_row(dt.date(2026, 3, 31))], dt.date(2027, 6, 30), "en") == []
    assert superseded_findings([], dt.date(2027, 6, 30), "en") == []
