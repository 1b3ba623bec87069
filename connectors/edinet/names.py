"""What the file names of an EDINET submission say (EDINET taxonomy guideline, "file naming")."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from connectors.interface import DocumentKind

_NAME = re.compile(
    r"(?P<family>jp[a-z]{3}|ifrs)(?P<form>[0-9a-z]{6})?-(?P<report>[0-9a-z]{2,4})-\d{3}_(?P<filer>[A-Z]\d{5})-\d{3}"
    r"_(?P<end>\d{4}-\d{2}-\d{2})_(?P<submission>\d{2})_(?P<filed>\d{4}-\d{2}-\d{2})"
)
_REPORTS = {
    "asr": DocumentKind.ANNUAL_REPORT,
    "ssr": DocumentKind.SEMIANNUAL_REPORT,
    "q1r": DocumentKind.QUARTERLY_REPORT,
    "q2r": DocumentKind.QUARTERLY_REPORT,
    "q3r": DocumentKind.QUARTERLY_REPORT,
    "q4r": DocumentKind.QUARTERLY_REPORT,
    "q5r": DocumentKind.QUARTERLY_REPORT,
}
_CORPORATE_FAMILIES = ("jpcrp", "ifrs")


class SubmissionName(NamedTuple):
    """jpcrp030000-asr-001_E02144-000_2024-03-31_01_2024-06-25 in its parts."""

    family: str  # jpcrp corporate disclosure, jpsps funds, jplvh large holdings, jpaud audit …
    form: str | None  # form number, "030000"
    report: str  # asr, ssr, q2r, srs, esr, lvh …
    filer: str  # EDINET or fund code
    end: dt.date | None
    submission: int  # 1, then 2 … for amendments
    filed: dt.date | None

    @property
    def kind(self) -> DocumentKind:
        """Annual, half-year and quarterly reports of companies; everything else is OTHER_FILING."""
        if self.family not in _CORPORATE_FAMILIES:
            return DocumentKind.OTHER_FILING
        return _REPORTS.get(self.report, DocumentKind.OTHER_FILING)


def submission_name(path: str) -> SubmissionName | None:
    """Parts of the first submission name in a path, None without one."""
    found = _NAME.search(path)
    if found is None:
        return None
    return SubmissionName(
        found["family"],
        found["form"],
        found["report"],
        found["filer"],
        _date(found["end"]),
        int(found["submission"]),
        _date(found["filed"]),
    )


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
