"""Figures of real filings against their tags, read a second way: plain lxml over .xbrl or inline members, plain csv."""

from __future__ import annotations

import csv
import datetime as dt
import io
import os
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from agent.company import read_company
from agent.models.account import Account
from connectors.interface import RawSource
from connectors.registry import read_source

ACCOUNT = Account(id="a", name="テスト株式会社", as_of=dt.date(2026, 11, 22))
KEYS: dict[str, list[str]] = {
    "net_sales": [
        "NetSalesSummaryOfBusinessResults",
        "OperatingRevenue1SummaryOfBusinessResults",
        "RevenueIFRSSummaryOfBusinessResults",
        "RevenuesUSGAAPSummaryOfBusinessResults",
        "OperatingRevenuesIFRSKeyFinancialData",
        "NetSalesSummaryOfBusinessResultsSummaryOfBusinessResults",
        "NetSalesAndOperatingRevenueSummaryOfBusinessResults",
    ],
    "operating_income": [
        "OperatingIncomeSummaryOfBusinessResults",
        "OperatingProfitIFRSSummaryOfBusinessResults",
        "OperatingIncome",
        "OperatingProfitLossIFRS",
        "ProfitLossFromOperatingActivities",
    ],
    "ordinary_income": ["OrdinaryIncomeLossSummaryOfBusinessResults", "OrdinaryIncome"],
    "profit_before_tax": [
        "ProfitLossBeforeTaxIFRSSummaryOfBusinessResults",
        "ProfitLossBeforeTaxUSGAAPSummaryOfBusinessResults",
        "IncomeBeforeIncomeTaxes",
        "ProfitLossBeforeTaxIFRS",
    ],
    "profit_attributable_to_owners": [
        "ProfitLossAttributableToOwnersOfParentSummaryOfBusinessResults",
        "NetIncomeLossSummaryOfBusinessResults",
        "ProfitLossAttributableToOwnersOfParentIFRSSummaryOfBusinessResults",
        "NetIncomeLossAttributableToOwnersOfParentUSGAAPSummaryOfBusinessResults",
        "ProfitLossAttributableToOwnersOfParentIFRS",
        "ProfitLossAttributableToOwnersOfParent",
    ],
    "operating_cf": [
        "NetCashProvidedByUsedInOperatingActivitiesSummaryOfBusinessResults",
        "CashFlowsFromUsedInOperatingActivitiesIFRSSummaryOfBusinessResults",
        "CashFlowsFromUsedInOperatingActivitiesUSGAAPSummaryOfBusinessResults",
    ],
    "investing_cf": [
        "NetCashProvidedByUsedInInvestingActivitiesSummaryOfBusinessResults",
        "CashFlowsFromUsedInInvestingActivitiesIFRSSummaryOfBusinessResults",
        "CashFlowsFromUsedInInvestingActivitiesUSGAAPSummaryOfBusinessResults",
    ],
    "financing_cf": [
        "NetCashProvidedByUsedInFinancingActivitiesSummaryOfBusinessResults",
        "CashFlowsFromUsedInFinancingActivitiesIFRSSummaryOfBusinessResults",
        "CashFlowsFromUsedInFinancingActivitiesUSGAAPSummaryOfBusinessResults",
    ],
    "total_assets": [
        "TotalAssetsSummaryOfBusinessResults",
        "TotalAssetsIFRSSummaryOfBusinessResults",
        "TotalAssetsUSGAAPSummaryOfBusinessResults",
    ],
    "net_assets": [
        "NetAssetsSummaryOfBusinessResults",
        "EquityAttributableToOwnersOfParentIFRSSummaryOfBusinessResults",
        "EquityAttributableToOwnersOfParentUSGAAPSummaryOfBusinessResults",
        "EquityIncludingPortionAttributableToNonControllingInterestUSGAAPSummaryOfBusinessResults",
    ],
    "employees": ["NumberOfEmployeesIFRSSummaryOfBusinessResults", "NumberOfEmployees"],
}
"""What a reader of the taxonomy expects, written down apart from the program's own table."""

UNITS = {"employees": "人"}
Tagged = dict[tuple[str, dt.date, str, str], list[tuple[int, Decimal]]]
"""(key, period end, standard, scope) → (place in KEYS, value); standard "" where the element does not say."""

_CONTEXT = re.compile("(?P<when>[A-Za-z0-9]+?)(?P<kind>Duration|Instant)(?P<scope>_NonConsolidatedMember)?$")


_RELATIVE = re.compile(
    "(?:Current|Prior(?P<back>\\d))?(?:(?P<year>Year)|Interim|YTD|Quarter(?=Instant))(?:Duration|Instant)"
)


def _standard(element: str) -> str:
    local = element.rpartition(":")[2]
    if "IFRS" in local or element.startswith("ifrs-full:"):
        return "IFRS"
    if "USGAAP" in local:
        return "USGAAP"
    return "" if local == "NumberOfEmployees" else "JGAAP"


def _collect(facts: Iterator[tuple[str, str, str | None]], ends: dict[str, dt.date]) -> Tagged:
    tagged: Tagged = {}
    for element, context, value in facts:
        local = element.rpartition(":")[2]
        place = _CONTEXT.match(context)
        if (
            place is None
            or context not in ends
            or not value
            or not re.fullmatch("-?[\\d.]+(?:E\\+?\\d+)?", value)
        ):
            continue
        scope = "non_consolidated" if place["scope"] else "consolidated"
        for key, names in KEYS.items():
            if local in names and not (local == "NumberOfEmployees" and place["kind"] == "Duration"):
                slot = (key, ends[context], _standard(element), scope)
                tagged.setdefault(slot, []).append((names.index(local), Decimal(value)))
    return tagged


def _xbrl(data: bytes) -> Tagged:
    root = etree.fromstring(data, etree.XMLParser(huge_tree=True))
    ends = _context_ends(root)
    facts = (
        (f"{child.prefix}:{etree.QName(child).localname}", child.get("contextRef", ""), child.text)
        for child in root
        if isinstance(child.tag, str) and child.get("contextRef")
    )
    return _collect(facts, ends)


def _context_ends(root: Any) -> dict[str, dt.date]:
    ends = {}
    for context in root.iter("{http://www.xbrl.org/2003/instance}context"):
        for part in context.iter():
            if etree.QName(part).localname in ("endDate", "instant"):
                ends[context.get("id")] = dt.date.fromisoformat(part.text.strip())
    return ends


def _inline(members: list[bytes]) -> Tagged:
    ends: dict[str, dt.date] = {}
    facts: list[tuple[str, str, str | None]] = []
    for data in members:
        root = etree.fromstring(data, etree.XMLParser(huge_tree=True, recover=True))
        ends |= _context_ends(root)
        for node in root.iter("{http://www.xbrl.org/2008/inlineXBRL}nonFraction"):
            digits = re.sub("[^\\d.]", "", "".join(node.itertext()))
            if digits:
                value = Decimal(digits).scaleb(int(node.get("scale") or 0))
                text = f"{-value if node.get('sign') == '-' else value:f}"
                facts.append((node.get("name"), node.get("contextRef"), text))
    return _collect(iter(facts), ends)


def _package(path: Path) -> Tagged:
    with zipfile.ZipFile(path) as package:
        names = [name for name in sorted(package.namelist()) if "/PublicDoc/" in f"/{name}"]
        instances = [name for name in names if name.endswith(".xbrl")]
        if instances:
            merged: Tagged = {}
            for name in instances:
                merged |= _xbrl(package.read(name))
            return merged
        return _inline([package.read(name) for name in names if name.endswith("_ixbrl.htm")])


def _type5(data: bytes) -> Tagged:
    rows = list(csv.reader(io.StringIO(data.decode("utf-16")), delimiter="\t"))[1:]
    dei = {row[0].rpartition(":")[2]: row[8] for row in rows if row[0].startswith("jpdei_cor:")}
    ends = {}
    for row in rows:
        match = _RELATIVE.match(row[2])
        if match is not None:
            last = dei["CurrentFiscalYearEndDateDEI" if match["year"] else "CurrentPeriodEndDateDEI"]
            ends[row[2]] = _years_before(dt.date.fromisoformat(last), int(match["back"] or 0))
    return _collect(((row[0], row[2], row[8]) for row in rows), ends)


def _years_before(end: dt.date, years: int) -> dt.date:
    following = end + dt.timedelta(days=1)
    return following.replace(year=following.year - years) - dt.timedelta(days=1)


PRINTED = {"operating_income": "営業利益", "sga": "販売費及び一般管理費"}
"""Rows of a US GAAP statement that carry no tags, by the label they are printed under."""


def printed_in_a_row(key: str, value: Any, texts: dict[str, str]) -> bool:
    """True when a cited amount stands in a line that begins with the figure's own label."""
    for citation in value.citations:
        text = texts[citation.source_id]
        line = text[text.rfind("\n", 0, citation.start) + 1 : citation.end]
        if key in PRINTED and line.replace("　", "").strip().startswith(PRINTED[key]):
            return True
    return False


def check(source: RawSource, tagged: Tagged) -> int:
    """Compares every tagged figure with the plan's table; returns how many were compared."""
    documents, skipped = read_source(source)
    assert not skipped
    rows = read_company(ACCOUNT, documents).information.financials
    assert [row.end for row in rows] == sorted(row.end for row in rows)
    found = {(row.end, row.standard, row.scope): row for row in rows}
    texts = {document.source_id: document.text for document in documents}
    problems = []
    compared = 0
    for (key, end, standard, scope), candidates in tagged.items():
        expected = min(candidates)[1]
        for row in [row for place, row in found.items() if place == (end, standard or place[1], scope)]:
            best = min(candidates + tagged.get((key, end, row.standard or "", scope), []))[1]
            value = getattr(row, key)
            compared += 1
            if value is None or Decimal(str(value.value)) != best or value.unit != UNITS.get(key, "円"):
                problems.append((key, end, standard, scope, expected, value and value.value))
        if not any(place[0] == end and place[2] == scope for place in found):
            problems.append((key, end, standard, scope, expected, "no row"))
    for row in rows:
        for key in KEYS:
            value = getattr(row, key)
            slots = [(key, row.end, standard, row.scope) for standard in (row.standard, "")]
            untagged = value is not None and not any(slot in tagged for slot in slots)  # type: ignore[comparison-overlap]
            if untagged and not (row.standard == "USGAAP" and printed_in_a_row(key, value, texts)):
                problems.append((key, row.end, row.standard, row.scope, None, value.value))
            for citation in value.citations if value is not None else []:
                assert texts[citation.source_id][citation.start : citation.end] == citation.quote
    assert not problems, problems[:12]
    return compared


def _paths(folder: str) -> list[str]:
    shared = Path(os.environ.get("BANSO_SHARED", Path(__file__).resolve().parents[4] / "shared"))
    return sorted(path.name for path in (shared / "data" / "edinet" / folder).glob("*.zip")) or ["absent"]


@pytest.mark.realdata
@pytest.mark.parametrize(
    ("folder", "name"),
    [
        (folder, name)
        for folder in ("packages", "packages_no_instance", "fsa_sample_2026")
        for name in _paths(folder)
    ],
)
def test_package_figures_equal_tags(shared_data: Path, folder: str, name: str) -> None:
    path = shared_data / "edinet" / folder / name
    compared = check(RawSource(name, path.read_bytes()), _package(path))
    assert compared >= 60


@pytest.mark.realdata
@pytest.mark.parametrize("name", _paths("csv_type5"))
def test_csv_figures_equal_tags(shared_data: Path, name: str) -> None:
    compared = 0
    for member, data in _tables(zipfile.ZipFile(shared_data / "edinet" / "csv_type5" / name)):
        compared += check(RawSource(member.rpartition("/")[2], data), _type5(data))
    assert compared >= 60


def _tables(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    for member in archive.namelist():
        if member.endswith(".zip"):
            yield from _tables(zipfile.ZipFile(io.BytesIO(archive.read(member))))
        elif member.endswith(".tsv") or ("jpcrp" in member and member.endswith(".csv")):
            yield member, archive.read(member)
