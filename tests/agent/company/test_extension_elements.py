"""Figures stated by a filer's own elements: found by the filer's label where the name says nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from agent.company.elements import figures_of
from agent.company.financials import read_financials
from connectors.interface import RawSource
from connectors.registry import read_source

_OWN = "jpcrp030000-asr_E99999-000:"


@pytest.mark.parametrize(
    ("element", "label", "key"),
    [
        ("TurnoverOfGaugesSummaryOfBusinessResults", "売上高及び営業収益", "net_sales"),
        ("TurnoverOfGaugesSummaryOfBusinessResults", "売上高及び営業収益、経営指標等", "net_sales"),
        ("TurnoverOfGaugesKeyFinancialData", "営業収益（IFRS）", "net_sales"),
        ("OperatingRevenuesIFRSKeyFinancialData", None, "net_sales"),
        ("TurnoverOfGaugesSummaryOfBusinessResults", "計測器の売上高の割合", None),
        ("TurnoverOfGauges", "売上高", None),  # no element of 主要な経営指標等
    ],
)
def test_an_own_element_is_known_by_name_or_label(element: str, label: str | None, key: str | None) -> None:
    assert [found.key for found in figures_of(_OWN + element, label)] == ([key] if key else [])


def test_a_figure_of_an_own_element_is_cited_to_its_cell(page: Any) -> None:
    (_, cell) = page.row("売上高及び営業収益", "1,234")
    page.fact(
        f"{_OWN}TurnoverOfGaugesSummaryOfBusinessResults", 1_234_000_000, cell, label="売上高及び営業収益",
        start="2023-04-01",
    )  # fmt: skip
    (row,) = read_financials([page.document()], "ja").rows
    assert row.net_sales is not None
    assert (row.net_sales.value, row.net_sales.citations[0].quote) == (1_234_000_000, "1,234")


@pytest.mark.realdata
@pytest.mark.parametrize(
    ("package", "key", "element", "value"),
    [
        ("packages/S100TR7I", "net_sales", "E02144-000:OperatingRevenuesIFRSKeyFinancialData", 45_095_325_000_000),
        ("packages/S100TR7I", "employees", "E02144-000:NumberOfEmployeesIFRSSummaryOfBusinessResults", 380_793),
        ("packages_other/S100AJZW", "sga", "ifrs-full:DistributionAndAdministrativeExpense", 62_193_000_000),
    ],
)  # fmt: skip
def test_real_packages(shared_data: Path, package: str, key: str, element: str, value: int) -> None:
    data = (shared_data / "edinet" / f"{package}.zip").read_bytes()
    documents, _ = read_source(RawSource(f"{package}.zip", data))
    rows = [row for row in read_financials(documents, "ja").rows if row.scope == "consolidated"]
    found = getattr(rows[-1], key)
    assert found.value == value
    assert (found.citations[0].locator.element or "").endswith(element)
