"""Who filed what for which period: from the document and entity information (dei) of an SEC filing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from connectors.dates import date_in_name
from connectors.interface import DocumentKind, Fact, FactPeriod, Filer

_KINDS = {
    "10-K": DocumentKind.ANNUAL_REPORT,
    "10-KT": DocumentKind.ANNUAL_REPORT,
    "20-F": DocumentKind.ANNUAL_REPORT,
    "40-F": DocumentKind.ANNUAL_REPORT,
    "10-Q": DocumentKind.QUARTERLY_REPORT,
}


@dataclass(frozen=True, slots=True)
class EdgarCover:
    """The cover page's tags; the same properties as an EDINET cover has."""

    values: dict[str, str]
    period: FactPeriod | None
    published: dt.date | None

    @property
    def form(self) -> str | None:
        """Form type as tagged: "10-K", "10-K/A", "8-K"."""
        return self.values.get("DocumentType")

    @property
    def kind(self) -> DocumentKind:
        return _KINDS.get((self.form or "").removesuffix("/A"), DocumentKind.OTHER_FILING)

    @property
    def filer(self) -> Filer | None:
        """Registrant; the ticker stands where Japanese filings have their securities code."""
        name = self.values.get("EntityRegistrantName")
        return Filer(name, sec_code=self.values.get("TradingSymbol")) if name else None

    @property
    def amends(self) -> str | None:
        if self.values.get("AmendmentFlag") != "true":
            return None
        return self.values.get("AmendmentDescription") or self.form

    @property
    def full_title(self) -> str:
        """Registrant, form and fiscal year, as far as they are tagged."""
        names = ("EntityRegistrantName", "DocumentType", "DocumentFiscalYearFocus")
        return " ".join(value for name in names if (value := self.values.get(name)))


def edgar_cover(facts: Iterable[Fact], path: str) -> EdgarCover | None:
    """The cover, None for documents without dei tags. The filing date is the file name's, since dei has none."""
    values: dict[str, str] = {}
    period: FactPeriod | None = None
    for fact in facts:
        if fact.element.startswith("dei:") and isinstance(fact.value, str) and fact.value:
            values.setdefault(fact.local_name, fact.value)
            if fact.local_name == "DocumentType":
                period = fact.context.period
    day = date_in_name(path)
    if period is not None and day == period.end:  # "aapl-20230930.htm": the year's end, not the day of filing
        day = None
    return EdgarCover(values, period, day) if values else None
