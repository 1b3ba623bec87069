"""Who filed what for which period: read from the document and entity information (jpdei_cor) and the cover page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from connectors.edinet.names import SubmissionName
from connectors.interface import DocumentKind, Fact, FactPeriod, Filer

_TITLES = (
    ("四半期報告書", DocumentKind.QUARTERLY_REPORT),
    ("半期報告書", DocumentKind.SEMIANNUAL_REPORT),
    ("有価証券報告書", DocumentKind.ANNUAL_REPORT),
)
_PERIOD_TYPES = {
    "HY": DocumentKind.SEMIANNUAL_REPORT,
    "Q1": DocumentKind.QUARTERLY_REPORT,
    "Q2": DocumentKind.QUARTERLY_REPORT,
    "Q3": DocumentKind.QUARTERLY_REPORT,
    "Q4": DocumentKind.QUARTERLY_REPORT,
}
_COMPANY_ORDINANCE = "企業内容等の開示に関する内閣府令"
_STATED = ("DEI", "CoverPage")
_ANNUAL_FORMS = ("第三号様式", "第三号の二様式", "第四号様式", "第八号様式", "第九号様式")


@dataclass(slots=True)
class Cover:
    """Text facts of the cover and the DEI by local name; nil and dashes are absent."""

    values: dict[str, str] = field(default_factory=dict)
    name: SubmissionName | None = None
    corporate_number: str | None = None

    def get(self, *names: str) -> str | None:
        """The first of the elements that the filing states."""
        return next((value for name in names if (value := self.values.get(name))), None)

    def date(self, name: str) -> dt.date | None:
        """A date element, None when absent or not a date."""
        try:
            return dt.date.fromisoformat(self.values.get(name, ""))
        except ValueError:
            return None

    @property
    def title(self) -> str | None:
        """Name of the document as its cover prints it: "有価証券報告書", "訂正有価証券報告書" …"""
        return self.get("DocumentTitleCoverPage", "DocumentTitleAnnualSecuritiesReportCoverPage")

    @property
    def kind(self) -> DocumentKind:
        """From ordinance and fund name, then the title, then the file name, then form and type of period."""
        ordinance = self.get("CabinetOfficeOrdinanceDEI")
        if self.get("FundCodeDEI", "FundNameInJapaneseDEI") or (
            ordinance and ordinance != _COMPANY_ORDINANCE
        ):
            return DocumentKind.OTHER_FILING
        title = self.title or ""
        for words, kind in _TITLES:
            if title.removeprefix("訂正").startswith(words):
                return kind
        if self.name is not None:
            return self.name.kind
        period_type = self.get("TypeOfCurrentPeriodDEI") or ""
        if period_type in _PERIOD_TYPES:
            return _PERIOD_TYPES[period_type]
        if period_type == "FY" and self.get("DocumentTypeDEI") in _ANNUAL_FORMS:
            return DocumentKind.ANNUAL_REPORT
        return DocumentKind.OTHER_FILING

    @property
    def filer(self) -> Filer | None:
        """Name and codes; None when the document does not name its filer."""
        name = self.get("FilerNameInJapaneseDEI", "CompanyNameCoverPage", "FilerNameInEnglishDEI")
        code = self.get("EDINETCodeDEI") or (
            self.name.filer if self.name and self.name.filer[0] != "G" else None
        )
        if name is None and code is None:
            return None
        return Filer(name or "", code, self.get("SecurityCodeDEI"), self.corporate_number)

    @property
    def form(self) -> str | None:
        """Form of the ordinance ("第三号様式"), else the form number of the file name."""
        return self.get("DocumentTypeDEI") or (self.name.form if self.name else None)

    @property
    def period(self) -> FactPeriod | None:
        """From the start of the fiscal year to the end of the reported period (its half, quarter or whole)."""
        start = self.date("CurrentFiscalYearStartDateDEI")
        end = self.date("CurrentPeriodEndDateDEI") or self.date("CurrentFiscalYearEndDateDEI")
        return FactPeriod(start, end) if start or end else None

    @property
    def published(self) -> dt.date | None:
        """Day of filing: the file name's (an amendment repeats the original's cover), else the cover's."""
        return (self.name.filed if self.name else None) or self.date("FilingDateCoverPage")

    @property
    def amends(self) -> str | None:
        """What an amendment amends: the document number it states, else its own title."""
        if self.get("AmendmentFlagDEI") != "true":
            return None
        return self.get("IdentificationOfDocumentSubjectToAmendmentDEI") or self.title or "訂正"

    @property
    def full_title(self) -> str:
        """Company, document and fiscal year, as far as they are stated."""
        filer = self.filer
        parts = (
            self.get("FundNameInJapaneseDEI"),
            filer.name if filer else None,
            self.title,
            self.get(
                "FiscalYearCoverPage",
                "QuarterlyAccountingPeriodCoverPage",
                "SemiAnnualAccountingPeriodCoverPage",
            ),
        )
        return " ".join(part for part in parts if part)

    @property
    def consolidates(self) -> bool | None:
        """Whether the filer prepares consolidated statements; None when not stated."""
        stated = self.get("WhetherConsolidatedFinancialStatementsArePreparedDEI")
        return {"true": True, "false": False}.get(stated or "")


def cover_of(
    facts: Iterable[Fact], name: SubmissionName | None, corporate_number: str | None = None
) -> Cover:
    """The cover read from facts: elements of jpdei_cor and those named …CoverPage."""
    cover = Cover(name=name, corporate_number=corporate_number)
    for fact in facts:
        if not fact.element.endswith(_STATED):
            continue
        local = fact.local_name
        if not isinstance(fact.value, str) or fact.value in ("", "－", "-"):
            continue
        if (local.endswith("DEI") and fact.element.startswith("jpdei_cor:")) or local.endswith("CoverPage"):
            cover.values.setdefault(local, fact.value)
    return cover
