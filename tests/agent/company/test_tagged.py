from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from agent.company.elements import figures_of, keys
from agent.company.financials import read_financials
from agent.company.tagged import RowKey, tagged_figures
from agent.models.plan import FinancialRow
from connectors.interface import FactPeriod

_YEAR = {"start": "2023-04-01", "end": "2024-03-31"}


@pytest.mark.parametrize(
    ("element", "label", "key", "standard"),
    [
        ("jpcrp_cor:NetSalesSummaryOfBusinessResults", None, "net_sales", "JGAAP"),
        ("jpcrp_cor:OrdinaryIncomeSummaryOfBusinessResults", None, "net_sales", "JGAAP"),
        ("jpcrp_cor:RevenueIFRSSummaryOfBusinessResults", None, "net_sales", "IFRS"),
        ("jpcrp030000-asr_E9-000:OperatingRevenuesIFRSKeyFinancialData", None, "net_sales", "IFRS"),
        ("jpcrp030000-asr_E9-000:OperatingIncomeSummaryOfBusinessResults", None, "operating_income", None),
        ("jpcrp030000-asr_E9-000:XxxSummaryOfBusinessResults", "売上収益、経営指標等", "net_sales", None),
        ("jpigp_cor:OperatingProfitLossIFRS", None, "operating_income", "IFRS"),
        ("jpcrp_cor:NumberOfEmployees", None, "employees", None),
        (
            "jpcrp_cor:RatioOfOwnersEquityToGrossAssetsIFRSSummaryOfBusinessResults",
            None,
            "equity_ratio",
            "IFRS",
        ),
    ],
)
def test_elements_state_their_key(element: str, label: str | None, key: str, standard: str | None) -> None:
    assert [(figure.key, figure.standard) for figure in figures_of(element, label)] == [(key, standard)]


@pytest.mark.parametrize(
    "element",
    [
        "jpcrp_cor:EquityToAssetRatioIFRSSummaryOfBusinessResults",  # 1株当たり親会社所有者帰属持分
        "jpcrp030000-asr_E9-000:CoreOperatingIncomeSummaryOfBusinessResults",
        "jpcrp030000-asr_E9-000:NetSalesForecast",
        "jpcrp030000-asr_E9-000:OperatingProfitabilitySummaryOfBusinessResults",
    ],
)
def test_near_names_state_nothing(element: str) -> None:
    assert figures_of(element) == ()


def test_every_key_of_the_table_is_a_field_of_the_row() -> None:
    assert set(keys()) <= set(FinancialRow.model_fields)


def test_summary_fills_five_years_and_statements_two(page: Any) -> None:
    for year in range(5):
        end = f"{2024 - year}-03-31"
        cells = page.row("売上高", f"{100 + year},000")
        page.fact(
            "jpcrp_cor:NetSalesSummaryOfBusinessResults",
            100 + year,
            cells[1],
            start=f"{2023 - year}-04-01",
            end=end,
        )
    for year in range(2):
        cells = page.row("営業利益", f"△{year + 1}")
        page.fact(
            "jppfs_cor:OperatingIncome",
            -year - 1,
            cells[1],
            start=f"{2023 - year}-04-01",
            end=f"{2024 - year}-03-31",
        )
    rows = read_financials([page.document()], "ja").rows
    assert [row.end.year for row in rows] == [2020, 2021, 2022, 2023, 2024]
    assert [row.net_sales.value for row in rows if row.net_sales] == [104, 103, 102, 101, 100]
    assert [row.operating_income and row.operating_income.value for row in rows] == [None, None, None, -2, -1]


def test_members_and_quarters_are_no_rows(page: Any) -> None:
    cells = page.row("売上高", "10", "20", "30")
    page.fact("jppfs_cor:NetSales", 10, cells[1], members=(("a:Axis", "a:SegmentMember"),), **_YEAR)
    page.fact("jppfs_cor:NetSales", 20, cells[2], start="2023-10-01", end="2023-12-31")
    page.fact("jppfs_cor:NetSales", 30, cells[3], start="2023-04-01", end="2023-12-31")
    rows = read_financials([page.document()], "ja").rows
    assert [(row.start, row.end, row.net_sales and row.net_sales.value) for row in rows] == [
        (dt.date(2023, 4, 1), dt.date(2023, 12, 31), 30)
    ]


def test_standards_never_share_a_row_and_unmarked_elements_follow_their_years(page: Any) -> None:
    cells = page.row("", "1", "2", "3", "4", "5")
    page.fact("jpcrp_cor:RevenueIFRSSummaryOfBusinessResults", 1, cells[1], **_YEAR)
    page.fact(
        "jpcrp_cor:RevenueIFRSSummaryOfBusinessResults", 2, cells[2], start="2022-04-01", end="2023-03-31"
    )
    page.fact("jpcrp_cor:NetSalesSummaryOfBusinessResults", 3, cells[3], start="2022-04-01", end="2023-03-31")
    page.fact(
        "jpcrp030000-asr_E9-000:OperatingIncomeSummaryOfBusinessResults",
        4,
        cells[4],
        start="2022-04-01",
        end="2023-03-31",
    )
    page.fact("jpcrp_cor:NumberOfEmployees", 5, cells[5], end="2023-03-31", relative="Prior1YearInstant")
    found = tagged_figures(page.document())
    prior = {row.standard: set(by_key) for row, by_key in found.items() if row.end.year == 2023}
    assert prior == {
        "IFRS": {"net_sales", "employees"},
        "JGAAP": {"net_sales", "operating_income", "employees"},
    }
    assert RowKey(dt.date(2023, 4, 1), dt.date(2024, 3, 31), "IFRS", "consolidated") in found


def test_ebitda_is_computed_from_two_cited_inputs(page: Any) -> None:
    cells = page.row("", "(百万円)", "300", "120")
    page.fact("jppfs_cor:OperatingIncome", 300_000_000, cells[2], scale_span=cells[1], unit="JPY", **_YEAR)
    page.fact(
        "jppfs_cor:DepreciationAndAmortizationOpeCF",
        120_000_000,
        cells[3],
        scale_span=cells[1],
        unit="JPY",
        **_YEAR,
    )
    row = read_financials([page.document()], "ja").rows[0]
    assert row.ebitda is not None
    assert (row.ebitda.value, row.ebitda.check) == (420_000_000, "computed")
    assert row.ebitda.derived is not None
    assert [[c.quote for c in value.citations] for value in row.ebitda.derived.inputs] == [
        ["300", "(百万円)"],
        ["120", "(百万円)"],
    ]


def test_ratio_printed_as_a_fraction_is_a_computed_percentage(page: Any) -> None:
    percent, fraction = page.row("49.9", "0.499")
    page.fact("jpcrp_cor:EquityToAssetRatioSummaryOfBusinessResults", Decimal("0.499"), percent, unit="pure")
    page.fact(
        "jpcrp_cor:EquityToAssetRatioSummaryOfBusinessResults",
        Decimal("0.499"),
        fraction,
        unit="pure",
        consolidated=False,
    )
    alone, whole = read_financials([page.document()], "ja").rows
    assert whole.equity_ratio is not None
    assert (whole.equity_ratio.value, whole.equity_ratio.check) == (49.9, "value_matches")
    assert alone.equity_ratio is not None
    assert (alone.equity_ratio.value, alone.equity_ratio.check) == (49.9, "computed")


def test_forms_of_one_report_are_one_row_and_agree(new_page: Callable[[], Any]) -> None:
    period = FactPeriod(dt.date(2023, 4, 1), dt.date(2024, 3, 31))
    documents = []
    for path, words in (("a.zip", "1,000"), ("b.csv", "1000")):
        page = new_page()
        page.fact("jppfs_cor:NetSales", 1000, page.row(words)[0], **_YEAR)
        documents.append(page.document(path=path, period=period))
    result = read_financials(documents[::-1], "ja")
    assert len(result.rows) == 1
    assert result.rows[0].net_sales is not None
    assert [c.quote for c in result.rows[0].net_sales.citations] == ["1,000", "1000"]
    assert result.contradictions == []


@pytest.mark.parametrize(("amends", "why"), [("S100XXXX", "訂正書類"), (None, "同じ報告書")])
def test_disagreeing_forms_are_a_contradiction(
    new_page: Callable[[], Any], amends: str | None, why: str
) -> None:
    period = FactPeriod(dt.date(2023, 4, 1), dt.date(2024, 3, 31))
    old, new = new_page(), new_page()
    old.fact("jppfs_cor:NetSales", 1000, old.row("1,000")[0], **_YEAR)
    new.fact("jppfs_cor:NetSales", 1010, new.row("1,010")[0], **_YEAR)
    documents = [
        old.document(path="z.zip", period=period),
        new.document(path="a.zip", period=period, amends=amends),
    ]
    result = read_financials(documents, "ja")
    assert result.rows[0].net_sales is not None
    assert result.rows[0].net_sales.value == 1010
    assert [(c.a.quote, c.b.quote, c.preferred) for c in result.contradictions] == [
        ("1,010", "1,000", "a" if amends else "none")
    ]
    assert why in result.contradictions[0].why


def test_restated_figures_come_from_the_newer_filing(new_page: Callable[[], Any]) -> None:
    older, newer = new_page(), new_page()
    older.fact("jppfs_cor:NetSales", 1000, older.row("1,000")[0], start="2022-04-01", end="2023-03-31")
    newer.fact("jppfs_cor:NetSales", 990, newer.row("990")[0], start="2022-04-01", end="2023-03-31")
    documents = [
        older.document(path="o.zip", period=FactPeriod(dt.date(2022, 4, 1), dt.date(2023, 3, 31))),
        newer.document(path="n.zip", period=FactPeriod(dt.date(2023, 4, 1), dt.date(2024, 3, 31))),
    ]
    result = read_financials(documents, "ja")
    assert [row.net_sales and row.net_sales.value for row in result.rows] == [990]
    assert result.contradictions[0].preferred == "a"


def test_hidden_facts_are_not_stated(page: Any) -> None:
    page.line("本文")
    page.fact("jppfs_cor:NetSales", 1000, None, **_YEAR)
    rows = read_financials([page.document()], "ja").rows
    assert [row.net_sales for row in rows] == [None]


def test_parts_by_the_filers_own_elements_add_up(page: Any) -> None:
    own = "jpcrp030000-asr_E00001-000:"
    year: dict[str, Any] = {"start": "2023-04-01", "consolidated": None, "unit": "JPY"}
    sales, profit, first, second, other = (
        page.row(label, value)[1]
        for label, value in (
            ("売上高", "1,000"),
            ("営業利益", "100"),
            ("リース車両", "30"),
            ("その他", "12"),
            ("除却", "5"),
        )
    )
    page.fact("jppfs_cor:NetSales", 1000, sales, **year)
    page.fact("jppfs_cor:OperatingIncome", 100, profit, **year)
    page.fact(f"{own}DepreciationForLeasedVehiclesOpeCF", 30, first, label="減価償却費（リース車両）", **year)
    page.fact(f"{own}DepreciationForOthersOpeCF", 12, second, label="減価償却費（その他）", **year)
    page.fact(f"{own}LossOnRetirementOpeCF", 5, other, label="固定資産除却損（その他）", **year)
    (row,) = read_financials([page.document()], "ja").rows
    assert row.depreciation is not None
    assert row.ebitda is not None
    assert (row.depreciation.value, row.ebitda.value) == (42, 142)
    assert row.depreciation.derived is not None
    assert [[c.quote for c in part.citations] for part in row.depreciation.derived.inputs] == [["30"], ["12"]]
    assert row.ebitda.derived is not None
    assert [part.value for part in row.ebitda.derived.inputs] == [100, 30, 12]


def test_american_figures_in_a_sentence_come_after_those_of_a_table(page: Any) -> None:
    year: dict[str, Any] = {"start": "2023-04-01", "unit": "USD"}
    words = page.line("Depreciation expense of buildings totaled 7 in the year.")
    cell = page.row("Depreciation and amortization", "3,477")[1]
    page.fact("us-gaap:DepreciationDepletionAndAmortization", 7, words, **year)
    page.fact("us-gaap:DepreciationAndAmortization", 3477, cell, **year)
    (row,) = read_financials([page.document(language="en")], "en").rows
    assert row.depreciation is not None
    assert row.depreciation.value == 3477


def test_statements_of_a_japanese_filer_under_us_gaap_are_read_as_printed(page: Any) -> None:
    page.heading("【連結損益計算書】")
    page.row("", "", "第７期 （2023年４月１日から 2024年３月31日まで）", "", header=True)
    page.row("区分", "注記番号", "金額（百万円）", "百分比（％）")
    page.row("営業利益", "", "353", "8.8")
    sales = page.row("売上高", "", "4,000", "100.0")[2]
    page.fact(
        "jpcrp_cor:RevenuesUSGAAPSummaryOfBusinessResults",
        4_000_000_000,
        sales,
        start="2023-04-01",
        unit="JPY",
    )
    (row,) = read_financials([page.document()], "ja").rows
    assert row.standard == "USGAAP"
    assert row.operating_income is not None
    assert (row.operating_income.value, row.operating_income.unit) == (353_000_000, "円")
