"""`python -m evals.gold.filing_gold PACKAGE.zip … --data DIR --out DIR`: golds of real filings, no words stored.

Figures, segments and officers by element, context and digest of the printed words, read by
`evals.gold.filing_facts`; every figure of the five-year table is read twice where a package has both an
instance and inline members, and a difference between the two stops the making.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import sys
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Literal

import yaml

from agent.models.gold import (
    Gold,
    GoldAccountInformation,
    GoldDocument,
    GoldFigure,
    GoldMonthDay,
    GoldReview,
    Reference,
)
from evals.gold.filing_facts import (
    PlainFact,
    member_labels,
    package_facts,
    printed_facts,
    words_digest,
)
from evals.gold.filing_lists import SUMMARY, all_tagged, officers, segments

Year = tuple[dt.date | None, dt.date]
Printed = dict[tuple[str, str], PlainFact]
Standard = Literal["JGAAP", "IFRS", "USGAAP"] | None
JGAAP = {
    "net_sales": [f"NetSales{SUMMARY}", f"OperatingRevenue1{SUMMARY}"],
    "ordinary_income": [f"OrdinaryIncomeLoss{SUMMARY}"],
    "profit_attributable_to_owners": [f"ProfitLossAttributableToOwnersOfParent{SUMMARY}"],
    "operating_cf": [f"NetCashProvidedByUsedInOperatingActivities{SUMMARY}"],
    "investing_cf": [f"NetCashProvidedByUsedInInvestingActivities{SUMMARY}"],
    "financing_cf": [f"NetCashProvidedByUsedInFinancingActivities{SUMMARY}"],
    "total_assets": [f"TotalAssets{SUMMARY}"],
    "net_assets": [f"NetAssets{SUMMARY}"],
    "operating_income": [f"OperatingIncome{SUMMARY}", f"OperatingIncomeLoss{SUMMARY}", "OperatingIncome"],
}
IFRS = {
    "net_sales": [f"RevenueIFRS{SUMMARY}", "OperatingRevenuesIFRSKeyFinancialData", f"NetSalesIFRS{SUMMARY}"],
    "profit_before_tax": [f"ProfitLossBeforeTaxIFRS{SUMMARY}"],
    "profit_attributable_to_owners": [f"ProfitLossAttributableToOwnersOfParentIFRS{SUMMARY}"],
    "operating_cf": [f"CashFlowsFromUsedInOperatingActivitiesIFRS{SUMMARY}"],
    "investing_cf": [f"CashFlowsFromUsedInInvestingActivitiesIFRS{SUMMARY}"],
    "financing_cf": [f"CashFlowsFromUsedInFinancingActivitiesIFRS{SUMMARY}"],
    "total_assets": [f"TotalAssetsIFRS{SUMMARY}"],
    "operating_income": ["OperatingProfitLossIFRS"],
}
NEVER_NULL = ("profit_before_tax",)
"""Keys another element may state as well: their absence is not held against a draft."""


def filing_gold(path: Path, location: str) -> Gold:
    """The gold of one package. Raises ValueError where two readings of a figure differ."""
    facts, pages = package_facts(path), printed_facts(path)
    document = path.stem
    codes = {f.name: str(f.value) for f in facts if f.name == "EDINETCodeDEI"}
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    source = GoldDocument(
        id=document, location=location, sha256=sha256, edinet_code=codes.get("EDINETCodeDEI")
    )
    information = GoldAccountInformation(
        documents=[source],
        fiscal_year_end=_year_end(facts),
        figures=_figures(document, facts, pages),
        segments=segments(document, facts, member_labels(path)),
        officers=officers(document, facts),
        officers_complete=all_tagged(facts, pages),
    )
    return Gold(
        language="ja",
        fiscal_year_end_month=information.fiscal_year_end.month if information.fiscal_year_end else None,
        account_information=information,
        review=GoldReview(
            reviewers=["evals.gold.filing_facts: instance", "evals.gold.filing_facts: inline members"]
        ),
    )


def _year_end(facts: Iterable[PlainFact]) -> GoldMonthDay | None:
    for fact in facts:
        if fact.name == "CurrentFiscalYearEndDateDEI" and isinstance(fact.value, str):
            return GoldMonthDay(month=int(fact.value[5:7]), day=int(fact.value[8:10]))
    return None


def _figures(document: str, facts: list[PlainFact], pages: list[PlainFact]) -> list[GoldFigure]:
    consolidated = [f for f in facts if not f.context.members and isinstance(f.value, Decimal)]
    printed: Printed = {}
    for fact in pages:
        if isinstance(fact.value, Decimal):
            printed.setdefault((fact.name, fact.context.id), fact)
    years = sorted(
        {(f.context.start, f.context.end) for f in consolidated if SUMMARY in f.name and f.context.start}
    )
    found: list[GoldFigure] = []
    table = _Table(document, consolidated, printed)
    standards: tuple[tuple[Standard, dict[str, list[str]]], ...] = (("JGAAP", JGAAP), ("IFRS", IFRS))
    for standard, keys in standards:
        own = {f.name for f in consolidated} & {name for names in keys.values() for name in names}
        if not any(name.endswith((SUMMARY, "KeyFinancialData")) for name in own):
            continue
        for year in years:
            row = [table.cell(key, names, year, standard) for key, names in keys.items()]
            if any(cell.value is not None for cell in row):
                found += [c for c in row if c.value is not None or c.key not in NEVER_NULL]
    staff = [
        table.cell("employees", ["NumberOfEmployees", f"NumberOfEmployeesIFRS{SUMMARY}"], y, None)
        for y in years
    ]
    return found + [cell for cell in staff if cell.value is not None]


class _Table:
    """Cells of the five-year table of one filing, looked up by element and period."""

    def __init__(self, document: str, facts: list[PlainFact], printed: Printed) -> None:
        self.document, self.facts, self.printed = document, facts, printed

    def cell(self, key: str, names: list[str], year: Year, standard: Standard) -> GoldFigure:
        """The first element's figure for the year, or a null one."""
        start, end = year
        for name in names:
            for fact in self.facts:
                if fact.name == name and fact.context.end == end and fact.context.start in (start, None):
                    return self._figure(key, fact, year, standard)
        nothing = Reference(document=self.document)
        return GoldFigure(
            key=key,
            start=start,
            end=end,
            scope="consolidated",
            standard=standard,
            value=None,
            reference=nothing,
        )

    def _figure(self, key: str, fact: PlainFact, year: Year, standard: Standard) -> GoldFigure:
        page = self.printed.get((fact.name, fact.context.id))
        if page is not None and page.value != fact.value:
            raise ValueError(
                f"{self.document} {fact.name} {fact.context.id}: {fact.value}, on the page {page.value}"
            )
        reference = Reference(
            document=self.document,
            element=f"{fact.prefix}:{fact.name}",
            context=fact.context.id,
            quote_digest=words_digest(page.printed) if page and page.printed else None,
        )
        number = Decimal(str(fact.value))
        return GoldFigure(
            key=key,
            start=year[0],
            end=year[1],
            scope="consolidated",
            standard=standard,
            value=int(number) if number == number.to_integral_value() else float(number),
            unit="人" if key == "employees" else "円",
            reference=reference,
        )


def main(arguments: list[str] | None = None) -> int:
    """Writes OUT/<document id>.yaml per package; 0 when all were made."""
    parser = argparse.ArgumentParser(
        prog="python -m evals.gold.filing_gold", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("packages", nargs="+", type=Path)
    parser.add_argument("--data", required=True, type=Path, help="folder the locations are relative to")
    parser.add_argument("--out", required=True, type=Path)
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    for path in options.packages:
        gold = filing_gold(path, path.resolve().relative_to(options.data.resolve()).as_posix())
        data = gold.model_dump(mode="json", exclude_defaults=True) | {"schema_version": gold.schema_version}
        target = options.out / f"{path.stem}.yaml"
        target.write_text(
            yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=140, default_flow_style=None),
            encoding="utf-8",
        )
        information = gold.account_information
        if information:
            parts = {
                "figures": information.figures,
                "segments": information.segments,
                "officers": information.officers,
            }
            print(path.stem, *(f"{name} {len(part or [])}" for name, part in parts.items()), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
