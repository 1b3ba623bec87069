"""Results of real 決算短信 against the tags of their Summary, read a second way: plain lxml."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from agent.company.financials import read_financials
from connectors.interface import RawSource
from connectors.registry import read_source

KEYS = {
    "net_sales": ["NetSales", "OperatingRevenues", "OrdinaryRevenuesBK", "SalesIFRS", "NetSalesIFRS", "NetSalesUS", "OperatingRevenuesREIT"],
    "operating_income": ["OperatingIncome", "OperatingIncomeIFRS", "OperatingIncomeUS"],
    "ordinary_income": ["OrdinaryIncome"],
    "profit_before_tax": ["ProfitBeforeTaxIFRS", "IncomeBeforeIncomeTaxesUS"],
    "profit_attributable_to_owners": ["ProfitAttributableToOwnersOfParent", "NetIncome", "ProfitAttributableToOwnersOfParentIFRS", "NetIncomeUS"],
    "operating_cf": ["CashFlowsFromOperatingActivities", "CashFlowsFromOperatingActivitiesIFRS"],
    "investing_cf": ["CashFlowsFromInvestingActivities", "CashFlowsFromInvestingActivitiesIFRS"],
    "financing_cf": ["CashFlowsFromFinancingActivities", "CashFlowsFromFinancingActivitiesIFRS"],
    "total_assets": ["TotalAssets", "TotalAssetsIFRS", "TotalAssetsUS"],
    "net_assets": ["NetAssets", "EquityAttributableToOwnersOfParentIFRS", "ShareholdersEquityUS"],
}  # fmt: skip
_IX = "{http://www.xbrl.org/2008/inlineXBRL}nonFraction"
_XBRLI = "{http://www.xbrl.org/2003/instance}"
_MEMBER = "{http://xbrl.org/2006/xbrldi}explicitMember"


def _tagged(path: Path) -> Iterator[tuple[str, dt.date, str, str, Decimal]]:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if "Summary" not in name or not name.endswith("ixbrl.htm"):
                continue
            root = etree.fromstring(archive.read(name), etree.XMLParser(recover=True, huge_tree=True))
            contexts = {}
            for context in root.iter(f"{_XBRLI}context"):
                members = {node.text.rpartition(":")[2] for node in context.iter(_MEMBER)}
                end = next(node.text for node in context.iter(f"{_XBRLI}endDate", f"{_XBRLI}instant"))
                contexts[context.get("id")] = (members, dt.date.fromisoformat(end))
            for node in root.iter(_IX):
                local = node.get("name").rpartition(":")[2]
                members, end = contexts[node.get("contextRef")]
                key = next((key for key, names in KEYS.items() if local in names), None)
                digits = re.sub("[^\\d.]", "", "".join(node.itertext()))
                if key is None or "ResultMember" not in members or len(members) > 2 or not digits:
                    continue
                value = Decimal(digits).scaleb(int(node.get("scale") or 0))
                standard = "IFRS" if "IFRS" in local else "USGAAP" if local.endswith("US") else "JGAAP"
                scope = "non_consolidated" if "NonConsolidatedMember" in members else "consolidated"
                yield key, end, standard, scope, -value if node.get("sign") == "-" else value


@pytest.mark.realdata
def test_every_result_of_every_summary(shared_data: Path) -> None:
    compared = 0
    for path in sorted((shared_data / "tdnet" / "xbrl_2022").glob("*.zip")):
        documents, _ = read_source(RawSource(path.name, path.read_bytes()))
        assert documents, path.name
        rows = read_financials(documents, "ja").rows
        for key, end, standard, scope, value in _tagged(path):
            found = [
                getattr(row, key)
                for row in rows
                if (row.end, row.standard, row.scope) == (end, standard, scope)
            ]
            assert value in [Decimal(str(v.value)) for v in found if v is not None], (
                path.name,
                key,
                end,
                scope,
            )
            compared += 1
    assert compared >= 700
