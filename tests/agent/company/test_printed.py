from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from agent.company.financials import newest_first, read_financials
from agent.company.printed_periods import period_in
from agent.company.printed_tables import amount_in, key_of, unit_in
from connectors.interface import BlockKind, DocumentKind, FactPeriod, Locator, RawSource
from connectors.registry import read_source


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("1,234", "1234"),
        ("△ 1,234", "-1234"),
        ("▲0.5", "-0.5"),
        ("−12", "-12"),
        ("１２,３４５", "12345"),
        ("5,381 [3,963]", "5381"),
        ("－", None),
        ("2024年3月", None),
        ("第３期", None),
    ],
)
def test_amounts(words: str, amount: str | None) -> None:
    assert amount_in(words) == (Decimal(amount) if amount is not None else None)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("2022年12月", None, "2022-12-31"),
        ("令和４年３月期", None, "2022-03-31"),
        ("自 2023年４月１日 至 2024年３月31日", "2023-04-01", "2024-03-31"),
        ("当連結会計年度\n(2024年３月31日)", None, "2024-03-31"),
        ("2023年２月期第２四半期", "2022-03-01", "2022-08-31"),
        ("31年２月期第３四半期", "2018-03-01", "2018-11-30"),
    ],
)
def test_periods(words: str, start: str | None, end: str) -> None:
    found = period_in(words, "平成")
    assert found is not None
    assert found.start == (dt.date.fromisoformat(start) if start else None)
    assert found.end == dt.date.fromisoformat(end)


@pytest.mark.parametrize(
    "words",
    [
        "2025年3月期（予想）",
        "対前期増減率",
        "第118期",
        "(自 平成29年3月1日 (自 平成30年3月1日 至",
        "99年13月期",
    ],
)
def test_no_period(words: str) -> None:
    found = period_in(words, "平成")
    assert found is None or found.start is None


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("売上高 (百万円)", "net_sales"),
        ("１ 営業収益（注）２", "net_sales"),
        ("営業利益又は営業損失（△）", "operating_income"),
        ("従業員数 ［外、平均臨時雇用者数］ (人)", "employees"),
        ("親会社の所有者に帰属する 当期利益", "profit_attributable_to_owners"),
        ("包括利益", None),
        ("売上高営業利益率", None),
        ("株主資本合計", None),
    ],
)
def test_labels(words: str, key: str | None) -> None:
    assert key_of(words) == key


def test_units() -> None:
    assert unit_in("（単位：百万円）") == ("円", 10**6)
    assert unit_in("(％)") == ("%", 1)
    assert unit_in("名") == ("人", 1)
    assert unit_in("売上高") is None


def test_five_year_table_with_an_irregular_year(page: Any) -> None:
    page.heading("(1) 連結経営指標等")
    page.row("回次", "", "第3期", "第4期", "第5期", header=True)
    page.row("決算年月", "", "2022年３月", "2022年12月", "2023年12月", header=True)
    page.row("売上高", "(百万円)", "1,000", "700", "1,100")
    page.row("経常損失（△）", "(百万円)", "△10", "－", "20")
    page.row("自己資本比率", "(％)", "40.1", "41.0", "42.5")
    page.row("従業員数", "(人)", "30 [5]", "31 [6]", "32 [7]")
    page.heading("(2) 提出会社の経営指標等")
    page.row("決算年月", "", "2022年３月", "2022年12月", "2023年12月", header=True)
    page.row("売上高", "(百万円)", "900", "600", "1,000")
    rows = read_financials([page.document(path="r.pdf")], "ja").rows
    whole = [row for row in rows if row.scope == "consolidated"]
    assert [(row.start, row.end) for row in whole] == [
        (None, dt.date(2022, 3, 31)),
        (dt.date(2022, 4, 1), dt.date(2022, 12, 31)),
        (dt.date(2023, 1, 1), dt.date(2023, 12, 31)),
    ]
    assert [row.net_sales and row.net_sales.value for row in whole] == [
        1_000_000_000,
        700_000_000,
        1_100_000_000,
    ]
    assert [row.ordinary_income and row.ordinary_income.value for row in whole] == [
        -10_000_000,
        None,
        20_000_000,
    ]
    assert [row.equity_ratio and row.equity_ratio.value for row in whole] == [40.1, 41.0, 42.5]
    assert [row.employees and row.employees.value for row in whole] == [30, 31, 32]
    assert whole[0].net_sales is not None
    assert [c.quote for c in whole[0].net_sales.citations] == ["1,000", "(百万円)"]
    assert whole[0].net_sales.citations[0].locator.element is None
    assert [row.net_sales and row.net_sales.value for row in rows if row.scope == "non_consolidated"][
        -1
    ] == 1_000_000_000


def test_amounts_without_a_unit_are_not_read(page: Any) -> None:
    page.heading("(1) 連結経営指標等")
    page.row("決算年月", "2022年３月", "2023年３月", header=True)
    page.row("売上高", "1,000", "1,100")
    assert read_financials([page.document(path="r.pdf")], "ja").rows == []


def test_summary_of_results_has_keys_in_its_head(page: Any) -> None:
    page.heading("１．2023年３月期の連結業績")
    page.line("（１）連結経営成績（％表示は対前期増減率）")
    page.row("", "売上高", "", "営業利益", "", header=True)
    page.row("", "百万円", "％", "百万円", "％", header=True)
    page.row("2023年３月期", "1,000", "5.0", "△20", "－")
    page.row("2022年３月期", "950", "1.0", "10", "2.0")
    page.heading("３．2024年３月期の連結業績予想")
    page.row("", "売上高", "", header=True)
    page.row("", "百万円", "％", header=True)
    page.row("2024年３月期", "9,999", "1.0")
    rows = read_financials([page.document(DocumentKind.EARNINGS_SUMMARY, path="t.pdf")], "ja").rows
    assert [(row.end.year, row.net_sales and row.net_sales.value) for row in rows] == [
        (2022, 950_000_000),
        (2023, 1_000_000_000),
    ]
    assert rows[1].operating_income is not None
    assert rows[1].operating_income.value == -20_000_000


def test_public_notice(page: Any) -> None:
    page.heading("第9期決算公告", 1)
    page.heading("貸借対照表の要旨（令和7年9月30日現在）", 2)
    page.row("科目", "金額（百万円）", "科目", "金額（百万円）", header=True)
    page.row("流動資産", "1,214", "流動負債", "538")
    page.row("", "", "（うち当期純利益）", "(31)")
    page.row("合計", "2,701", "合計", "2,701")
    document = page.document(DocumentKind.WEB_PAGE, path="k.html")
    assert newest_first([document]) == [document]
    (row,) = read_financials([document], "ja").rows
    assert (row.end, row.scope) == (dt.date(2025, 9, 30), "non_consolidated")
    assert row.total_assets is not None
    assert row.total_assets.value == 2_701_000_000
    assert row.profit_attributable_to_owners is not None
    assert row.profit_attributable_to_owners.value == 31_000_000


@pytest.mark.parametrize("heading", ["セグメント情報", "関係会社の状況", "2024年3月期の業績予想"])
def test_other_tables_are_left_alone(page: Any, heading: str) -> None:
    page.heading(heading)
    page.line("(単位：百万円)")
    page.row("", "2022年３月期", "2023年３月期", header=True)
    page.row("売上高", "1,000", "1,100")
    assert read_financials([page.document(path="r.pdf")], "ja").rows == []


_FIVE_YEARS = (
    "net_sales", "ordinary_income", "profit_attributable_to_owners", "net_assets", "total_assets", "equity_ratio",
    "operating_cf", "investing_cf", "financing_cf", "employees",
)  # fmt: skip


@pytest.mark.realdata
@pytest.mark.parametrize(("name", "part"), [("glico_116.pdf", "_116ki_"), ("glico_118.pdf", "_118ki_")])
def test_pdf_figures_equal_the_instance(shared_data: Path, name: str, part: str) -> None:
    import zipfile

    archive = zipfile.ZipFile(shared_data / "edinet" / "instances.zip")
    member = next(m for m in archive.namelist() if part in m)
    pdf = read_source(RawSource(name, (shared_data / "edinet" / "pdf" / name).read_bytes()))[0]
    tagged = read_source(RawSource(member, archive.read(member)))[0]
    printed = {(r.end, r.scope): r for r in read_financials(pdf, "ja").rows}
    compared = 0
    for row in read_financials(tagged, "ja").rows:
        for key in _FIVE_YEARS:
            value = getattr(row, key)
            if value is not None:
                other = getattr(printed[row.end, row.scope], key)
                assert other is not None, (row.end, row.scope, key)
                assert float(other.value) == pytest.approx(float(value.value), rel=1e-9), (
                    row.end,
                    row.scope,
                    key,
                )
                assert other.citations[0].locator.page is not None
                compared += 1
    assert compared >= 80


def test_years_named_as_business_years_end_with_the_reported_one(page: Any) -> None:
    page.heading("(1) 連結経営指標等")
    page.row("連結会計年度", "", "2023年度", "2024年度", "2025年度", header=True)
    page.row("売上高", "(百万円)", "800", "900", "1,000")
    period = FactPeriod(dt.date(2025, 4, 1), dt.date(2026, 3, 31))
    rows = read_financials([page.document(period=period)], "ja").rows
    assert [(r.end, r.net_sales.value) for r in rows if r.net_sales] == [
        (dt.date(2024, 3, 31), 800_000_000),
        (dt.date(2025, 3, 31), 900_000_000),
        (dt.date(2026, 3, 31), 1_000_000_000),
    ]


def test_the_opening_balance_belongs_to_the_day_before(page: Any) -> None:
    page.heading("(1) 連結経営指標等")
    page.row("", "", "移行日", "第７期")
    page.row("決算年月", "", "2024年４月", "2025年３月", header=True)
    page.row("資産合計", "(百万円)", "800", "900")
    period = FactPeriod(dt.date(2024, 4, 1), dt.date(2025, 3, 31))
    rows = read_financials([page.document(period=period)], "ja").rows
    assert [(r.end, r.total_assets.value) for r in rows if r.total_assets] == [
        (dt.date(2024, 3, 31), 800_000_000),
        (dt.date(2025, 3, 31), 900_000_000),
    ]


def test_pieces_of_a_statement_of_a_pdf_are_one_table(page: Any) -> None:
    place = Locator(page=56)
    page.line("②【連結損益及び包括利益計算書】", BlockKind.HEADING, level=5, locator=place)
    page.row("", "(単位：百万円)", table=1)
    page.row(
        "", "前期(自 2024年４月１日 至 2025年３月31日)", "当期(自 2025年４月１日 至 2026年３月31日)", table=1
    )
    page.row("売上高", "900", "1,000", table=1)
    page.line("売上原価", locator=place)
    page.row("営業利益", "90", "100", table=2)
    page.blocks[:] = [replace(block, locator=place) for block in page.blocks]
    rows = read_financials([page.document()], "ja").rows
    assert [(r.end, r.operating_income.value) for r in rows if r.operating_income] == [
        (dt.date(2025, 3, 31), 90_000_000),
        (dt.date(2026, 3, 31), 100_000_000),
    ]


def test_costs_printed_as_negative_figures_are_left_blank(page: Any) -> None:
    page.heading("【連結損益計算書】")
    page.line("（単位：百万円）")
    page.row("", "2025年３月期", "2026年３月期", header=True)
    page.row("売上高", "900", "1,000")
    page.row("販売費及び一般管理費", "△80", "△90")
    assert all(row.sga is None for row in read_financials([page.document()], "ja").rows)
