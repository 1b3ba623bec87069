"""The account's part of the plan: who the customer is, what its figures and its own words say."""

from __future__ import annotations

from collections.abc import Iterator

from agent.export.cells import CellMaker
from agent.export.layout import Cell, Section, Table
from agent.models.plan import FinancialRow

FIGURES = (
    "net_sales", "operating_income", "ordinary_income", "profit_before_tax", "profit_attributable_to_owners",
    "depreciation", "ebitda", "operating_cf", "investing_cf", "financing_cf", "sga", "total_assets", "net_assets",
    "equity_ratio", "employees",
)  # fmt: skip
_STATEMENTS = (
    "business", "market", "competitors", "policies", "issues", "disclosed_risks", "topics", "implications",
)  # fmt: skip
_ACCOUNT_KEYS = (
    "industry", "product", "plan", "contract_start", "contract_end", "notice_days", "csm", "stage", "health_score",
    "usage_level",
)  # fmt: skip


def account_information(make: CellMaker) -> Section:
    """アカウント情報: basics, figures, posture, statements, segments, group, officers."""
    information = make.plan.account_information
    tables = [_basics(make), *_financials(make), _posture(make)]
    tables += [
        make.claims(make.word(f"field.{name}"), getattr(information, name), f"account_information.{name}")
        for name in _STATEMENTS
    ]
    tables += [_segments(make), _group(make), _officers(make)]
    return Section("account_information", make.word("section.account_information"), tuple(tables))


def _basics(make: CellMaker) -> Table:
    account = make.plan.account
    given = account.model_extra or {}
    rows = [(make.label("name"), Cell(account.name)), (make.label("account_id"), Cell(account.id))]
    year_end = make.plan.account_information.fiscal_year_end
    rows.append((make.label("fiscal_year_end"), make.value(year_end, "account_information.fiscal_year_end")))
    rows += [
        (make.label(key), make.words(make.term(key, str(given[key]).removesuffix(".0"))))
        for key in _ACCOUNT_KEYS
        if given.get(key) not in (None, "")
    ]
    return Table(tuple(rows))


def _financials(make: CellMaker) -> Iterator[Table]:
    """One table for each standard and scope, periods across; figures no period states are left out."""
    rows = make.plan.account_information.financials
    if not rows:
        yield make.claims(make.word("field.financials"), [], "account_information.financials")
        return
    kinds = dict.fromkeys((row.standard, row.scope) for row in rows)
    for standard, scope in sorted(kinds, key=lambda kind: kind[1] != "consolidated"):
        periods = [row for row in rows if (row.standard, row.scope) == (standard, scope)]
        title = make.word(
            "financials_title", scope=make.term("scope", scope), standard=make.term("standard", standard)
        )
        body = tuple(
            (make.label(name), *(make.figure(getattr(row, name)) for row in periods))
            for name in FIGURES
            if any(getattr(row, name) is not None for row in periods)
        )
        yield Table(body, (make.word("field.figure"), *(_period(make, row) for row in periods)), title)


def _period(make: CellMaker, row: FinancialRow) -> str:
    months = round((row.end - row.start).days / 30.44) if row.start else 12
    name = make.word("period", year=row.end.year, month=row.end.month)
    return name if months == 12 else name + make.word("irregular_period", months=months)


def _posture(make: CellMaker) -> Table:
    posture = make.plan.account_information.posture
    if posture is None:
        return make.claims(make.word("field.posture"), [], "account_information.posture")
    reading = Cell(make.term("posture", posture.reading), make.numbering.of(posture.figures))
    return Table(
        (
            (make.label("posture"), reading),
            (make.label("posture_rule"), Cell(posture.rule)),
            (make.label("disproved_by"), Cell(posture.would_be_disproved_by)),
        )
    )


def _segments(make: CellMaker) -> Table:
    uses = {True: make.word("yes"), False: make.word("no"), None: ""}
    rows = [
        (
            Cell(segment.name, make.numbering.of(segment.citations)),
            make.value(segment.sales),
            make.value(segment.profit),
            make.value(segment.share_of_sales),
            make.words(
                uses[segment.uses_our_product], f"account_information.segments[{at}].uses_our_product"
            ),
        )
        for at, segment in enumerate(make.plan.account_information.segments)
    ]
    heads = ("segment", "sales", "profit", "share_of_sales", "uses_our_product")
    return make.table(make.word("field.segments"), heads, rows, "account_information.segments")


def _group(make: CellMaker) -> Table:
    rows = [
        (
            Cell(company.name, make.numbering.of(company.citations)),
            Cell(company.relation or ""),
            Cell(company.location or ""),
            Cell(company.business or ""),
        )
        for company in make.plan.account_information.group_companies
    ]
    heads = ("company", "relation", "location", "company_business")
    return make.table(make.word("field.group_companies"), heads, rows, "account_information.group_companies")


def _officers(make: CellMaker) -> Table:
    rows = [
        (
            Cell(officer.name, make.numbering.of(officer.citations)),
            Cell(officer.title or ""),
            make.value(officer.birth_date),
            Cell(officer.term_until or ""),
            make.value(officer.shares),
        )
        for officer in make.plan.account_information.officers
    ]
    heads = ("person", "title", "birth_date", "term_until", "shares")
    return make.table(make.word("field.officers"), heads, rows, "account_information.officers")
