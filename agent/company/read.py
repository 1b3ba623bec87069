"""The reading of the customer company: everything `account_information` holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from agent.company.financials import newest_first, read_financials
from agent.company.fiscal_year import read_fiscal_year_end
from agent.company.officers_printed import newest_officers
from agent.models.account import Account
from agent.models.finding import Finding
from agent.models.plan import AccountInformation, Contradiction
from connectors.interface import Document


@dataclass(frozen=True, slots=True)
class CompanyReading:
    """`blanks` gives the reason, by path in the plan, why a slot of `information` is empty."""

    information: AccountInformation
    findings: list[Finding] = field(default_factory=list)
    contradictions: list[Contradiction] = field(default_factory=list)
    blanks: dict[str, str] = field(default_factory=dict)

    @property
    def fiscal_year_end_month(self) -> int | None:
        """Month 1-12, None when nobody states it."""
        value = self.information.fiscal_year_end
        return value.value.month if value is not None else None


def read_company(account: Account, documents: Sequence[Document]) -> CompanyReading:
    """What the account's own documents say about the company; leave other companies' documents out before."""
    language = account.language or _majority_language(documents)
    filings = newest_first(documents)
    financials = read_financials(filings, language)
    year_end = read_fiscal_year_end(account, documents, language)
    information = AccountInformation(
        fiscal_year_end=year_end.value,
        financials=financials.rows,
        officers=newest_officers(filings),
    )
    return CompanyReading(
        information=information,
        contradictions=[*year_end.contradictions, *financials.contradictions],
    )


def _majority_language(documents: Sequence[Document]) -> str:
    japanese = sum(document.language == "ja" for document in documents)
    return "ja" if 2 * japanese >= len(documents) else "en"
