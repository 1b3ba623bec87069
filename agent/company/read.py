"""The reading of the customer company: everything `account_information` holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from agent.company.changes import read_changes, series_findings
from agent.company.financials import newest_first, read_financials
from agent.company.fiscal_year import read_fiscal_year_end
from agent.company.forecasts import read_forecasts
from agent.company.group import read_group
from agent.company.group_told import read_group_told
from agent.company.officers_printed import newest_officers
from agent.company.pages import add_page_statements
from agent.company.performance import read_performance
from agent.company.posture import read_posture
from agent.company.registered import registered_facts
from agent.company.segments import read_segments
from agent.company.statements import read_statements
from agent.company.superseded import superseded_findings
from agent.company.topics import read_topics
from agent.messages import text as message
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
    segments = read_segments(filings, financials.rows)
    statements = read_statements(filings)
    add_page_statements(statements, account, documents)
    posture = read_posture(financials.rows, language)
    performance = read_performance(account, financials.rows, segments, posture, statements.issues, language)
    listed = read_group(filings)
    group = [*listed, *read_group_told(account, documents, listed)]
    information = AccountInformation(
        fiscal_year_end=year_end.value,
        financials=financials.rows,
        posture=posture,
        business=[*(statements.business or registered_facts(documents, language)), *performance.facts],
        market=statements.market,
        competitors=statements.competitors,
        policies=statements.policies,
        issues=statements.issues,
        disclosed_risks=statements.disclosed_risks,
        topics=[
            *read_topics(account, documents),
            *read_forecasts(filings, language),
            *read_changes(filings, language),
        ],
        implications=performance.implications,
        segments=segments,
        group_companies=group,
        officers=newest_officers(filings),
    )
    return CompanyReading(
        information=information,
        findings=[
            *series_findings(financials.rows, language),
            *superseded_findings(financials.rows, account.as_of, language),
        ],
        contradictions=[*year_end.contradictions, *financials.contradictions],
        blanks=_blank_reasons(information, bool(filings), language),
    )


def _blank_reasons(information: AccountInformation, has_filing: bool, language: str) -> dict[str, str]:
    usual = message("company.not_in_filing" if has_filing else "company.no_filing", language)
    special = {"fiscal_year_end": "company.no_statement", "topics": "company.no_dated_page"}
    return {
        f"account_information.{name}": message(special[name], language) if name in special else usual
        for name, value in information
        if not value
    }


def _majority_language(documents: Sequence[Document]) -> str:
    japanese = sum(document.language == "ja" for document in documents)
    return "ja" if 2 * japanese >= len(documents) else "en"
