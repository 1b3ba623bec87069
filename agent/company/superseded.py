"""Whether a newer annual report than the newest one read must be out: then figures, posture and officers are old.

An annual report is due within three months after the year's end (金融商品取引法第24条第1項; Form 10-K within 90 days),
so fifteen months after the end of the newest year read the next one has been filed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from agent.calendar import add_months
from agent.company.figures import year_name
from agent.messages import text as message
from agent.models.finding import Finding, Severity
from agent.models.plan import FinancialRow

NEXT_REPORT = 15
"""Months from the end of a year to the day by which the next year's report has been filed."""


def superseded_findings(rows: Sequence[FinancialRow], as_of: dt.date, language: str) -> list[Finding]:
    """One warning that names the newest year read; none without figures and while the next report may be to come."""
    if not rows:
        return []
    newest = max(row.end for row in rows)
    if add_months(newest, NEXT_REPORT) >= as_of:
        return []
    said = {"year": year_name(newest, language), "as_of": as_of.isoformat()}
    return [
        Finding(
            rule="newer_report_due",
            severity=Severity.WARNING,
            path="account_information.financials",
            message=message("company.newer_report_due", language, **said),
            question=message("company.newer_report_due_question", language, **said),
        )
    ]
