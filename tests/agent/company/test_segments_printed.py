"""Segments from printed tables: which columns, which year, which unit."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from agent.company.financials import read_financials
from agent.company.segments import read_segments
from agent.company.segments_printed import printed_segments
from connectors.interface import FactPeriod

YEAR = FactPeriod(dt.date(2025, 4, 1), dt.date(2026, 3, 31))
HEAD = ("", "機器", "保守", "計", "その他 (注)１", "合計", "調整額", "連結財務諸表計上額")


def _table(page: Any, table: int, sales: tuple[str, ...], profit: tuple[str, ...], head: Any = HEAD) -> None:
    page.row("", "報告セグメント", *[""] * (len(head) - 2), table=table)
    page.row(*head, table=table)
    page.row("売上高", *["－"] * (len(head) - 1), table=table)
    page.row("外部顧客への売上高", *sales, table=table)
    page.row("計", *sales, table=table)
    page.row("セグメント利益又は損失（△）", *profit, table=table)


def _report(page: Any) -> Any:
    page.heading("(1) 連結経営指標等")
    page.row("決算年月", "", "2025年３月", "2026年３月", header=True)
    page.row("売上高", "(百万円)", "900", "1,000")
    page.heading("【セグメント情報】")
    page.line("前連結会計年度(自　2024年４月１日　至　2025年３月31日)")
    page.line("（単位：百万円）")
    _table(page, 1, ("600", "200", "800", "100", "900", "－", "900"), ("60", "5", "65", "1", "66", "2", "68"))
    page.line("当連結会計年度(自　2025年４月１日　至　2026年３月31日)")
    page.line("（単位：百万円）")
    _table(
        page,
        2,
        ("700", "200", "900", "100", "1,000", "－", "1,000"),
        ("70", "△5", "65", "1", "66", "2", "68"),
    )
    return page


def test_columns_of_the_reported_year(page: Any) -> None:
    document = _report(page).document(period=YEAR)
    segments = read_segments([document], read_financials([document], "ja").rows)
    assert [s.name for s in segments] == ["機器", "保守", "その他"]
    assert [s.sales and s.sales.value for s in segments] == [700_000_000, 200_000_000, 100_000_000]
    assert [s.profit and s.profit.value for s in segments] == [70_000_000, -5_000_000, 1_000_000]
    assert [s.share_of_sales and s.share_of_sales.value for s in segments] == [70.0, 20.0, 10.0]
    assert segments[0].sales is not None
    assert [c.quote for c in segments[0].sales.citations] == ["700", "（単位：百万円）"]


def test_regions_and_restated_tables_after_the_first_whole_one_are_left_out(page: Any) -> None:
    report = _report(page)
    report.line("所在地別 当連結会計年度(自　2025年４月１日　至　2026年３月31日)")
    report.line("（単位：百万円）")
    _table(report, 3, ("400", "600", "1,000"), ("40", "28", "68"), ("", "日本", "海外", "合計"))
    assert [s.name for s in printed_segments(report.document(period=YEAR))] == ["機器", "保守", "その他"]


def test_a_table_split_in_two_is_one(page: Any) -> None:
    page.heading("【セグメント情報】")
    page.line("当連結会計年度(自　2025年４月１日　至　2026年３月31日)")
    page.line("（単位：百万円）")
    _table(page, 1, ("700", "200"), ("70", "5"), ("", "機器", "保守"))
    _table(page, 2, ("50", "950", "－"), ("5", "80", "2"), ("", "工事", "計", "合計"))
    assert [s.name for s in printed_segments(page.document(period=YEAR))] == ["機器", "保守", "工事"]


def test_a_year_named_by_its_number(page: Any) -> None:
    page.line("【事業年度】第120期（自 2025年４月１日 至 2026年３月31日）")
    page.heading("セグメント情報")
    for number, first in (("第119期", "600"), ("第120期", "700")):
        page.line("（単位　百万円）")
        page.line(number)
        _table(page, int(number[1:4]), (first, "200", "900"), ("70", "5", "75"), ("", "機器", "保守", "連結"))
    segments = printed_segments(page.document(period=YEAR))
    assert [s.sales and s.sales.value for s in segments] == [700_000_000, 200_000_000]


@pytest.mark.parametrize("left_out", ["（単位：百万円）", "セグメント利益又は損失（△）"])
def test_without_unit_or_profit_there_are_none(page: Any, left_out: str) -> None:
    page.heading("【セグメント情報】")
    page.line("当連結会計年度(自　2025年４月１日　至　2026年３月31日)")
    for words in ("（単位：百万円）",):
        if words != left_out:
            page.line(words)
    page.row("", "機器", "保守", "合計")
    page.row("外部顧客への売上高", "700", "200", "900")
    if left_out.startswith("（"):
        page.row("セグメント利益", "70", "20", "90")
    assert printed_segments(page.document(period=YEAR)) == []
