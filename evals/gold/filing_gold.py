"""`python -m evals.gold.filing_gold PACKAGE.zip … --data DIR --out DIR`: golds of real filings, no words stored.

Figures, segments and officers by element, context and digest of the printed words, read by
`evals.gold.filing_facts`; every figure of the five-year table is read twice where a package has both an
instance and inline members, and a difference between the two stops the making.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import re
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
    GoldOfficer,
    GoldReview,
    GoldSegment,
    Reference,
)
from evals.gold.filing_facts import (
    SCOPE_AXIS,
    PlainContext,
    PlainFact,
    member_labels,
    package_facts,
    printed_facts,
    words_digest,
)
from evals.printed import fold, printed_dates

Year = tuple[dt.date | None, dt.date]
Printed = dict[tuple[str, str], PlainFact]
Standard = Literal["JGAAP", "IFRS", "USGAAP"] | None
SUMMARY = "SummaryOfBusinessResults"
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
SALES = (
    "RevenuesFromExternalCustomers",
    "OperatingRevenueFromExternalCustomersIFRS",
    "NetSales",
    "OperatingRevenue1",
    "SalesRevenuesIFRS",
)
PROFITS = ("OperatingIncome", "OperatingProfitLossIFRS", "SegmentProfitLoss")
SEGMENT_AXIS = "OperatingSegmentsAxis"
TOTALS = re.compile(
    r"^(ReportableSegments|Reconciling|UnallocatedAmounts|TotalOfReportable|Total)|Elimination"
)
OTHERS = re.compile(r"NotIncluded|^Other|AllOther")
"""Members a draft may list or leave out: what is left over beside the reportable segments."""
NAME = "NameInformationAboutDirectorsAndCorporateAuditors"
TITLE = "OfficialTitleOrPositionInformationAboutDirectorsAndCorporateAuditors"
BIRTH = "DateOfBirthInformationAboutDirectorsAndCorporateAuditors"


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
        segments=_segments(document, facts, member_labels(path)),
        officers=_officers(document, facts),
        officers_complete=_all_tagged(facts, pages),
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


def _segments(document: str, facts: list[PlainFact], labels: dict[str, str]) -> list[GoldSegment] | None:
    last = max((f.context.end for f in facts if SUMMARY in f.name), default=None)
    found: dict[str, dict[str, Decimal]] = {}
    contexts: dict[str, PlainContext] = {}
    for fact in facts:
        axes = dict(fact.context.members)
        member = axes.pop(SEGMENT_AXIS, None)
        axes.pop(SCOPE_AXIS, None)
        wanted = fact.name in SALES + PROFITS and isinstance(fact.value, Decimal)
        if member is None or axes or not wanted or fact.context.end != last or TOTALS.search(member):
            continue
        if SCOPE_AXIS in dict(fact.context.members) or not isinstance(fact.value, Decimal):
            continue
        found.setdefault(member, {})[fact.name] = fact.value
        contexts[member] = fact.context
    segments = []
    for member, values in found.items():
        sales = [values[name] for name in SALES if name in values]
        profits = [values[name] for name in PROFITS if name in values]
        name = re.sub(r"(?:、|\s)?(?:報告)?セグメント|\s*\[[^\]]*\]", "", labels.get(member, ""))
        segments.append(
            GoldSegment(
                name_digest=words_digest(name) if name else "",
                sales=int(sales[0]) if sales else None,
                sales_also=[int(value) for value in sales[1:]],
                profit=int(profits[0]) if profits else None,
                end=contexts[member].end,
                optional=bool(OTHERS.search(member)),
                reference=Reference(document=document, element=member, context=contexts[member].id),
            )
        )
    return segments or None


def _officers(document: str, facts: list[PlainFact]) -> list[GoldOfficer] | None:
    rows: dict[str, dict[str, PlainFact]] = {}
    for fact in facts:
        if fact.name in {NAME, TITLE, BIRTH} and isinstance(fact.value, str):
            rows.setdefault(fact.context.id, {})[fact.name] = fact
    officers = []
    for context, row in rows.items():
        if NAME not in row:
            continue
        title, birth = row.get(TITLE), row.get(BIRTH)
        officers.append(
            GoldOfficer(
                name_digest=words_digest(str(row[NAME].value)),
                title_digest=words_digest(str(title.value)) if title else None,
                birth_digest=words_digest(_iso(str(birth.value))) if birth else None,
                reference=Reference(
                    document=document, element=f"{row[NAME].prefix}:{NAME}", context=words_digest(context)
                ),
            )
        )
    return officers or None


def _iso(date: str) -> str:
    """The date as ISO day, whether it is one already or printed (1966年12月21日)."""
    found = next((d for d in printed_dates(fold(date)) if d.year and d.day), None)
    return f"{found.year}-{found.month:02}-{found.day:02}" if found else date


def _all_tagged(facts: list[PlainFact], pages: list[PlainFact]) -> bool:
    """False where the officers' section prints more dates of birth than names are tagged (執行役 and the like)."""
    printed = "".join(str(f.printed) for f in pages if f.name == "InformationAboutOfficersTextBlock")
    births = len(re.findall(r"日\s*生", printed)) or len(
        re.findall(r"(?:19|20)\d\d年\s*\d+月\s*\d+日", printed)
    )
    return births <= len({f.context.id for f in facts if f.name == NAME})


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
