from __future__ import annotations

import datetime as dt
from typing import Any

from agent.company.financials import read_financials
from agent.company.group import read_group
from agent.company.segments import read_segments

_AXIS = "jpcrp_cor:OperatingSegmentsAxis"
_YEAR = {"start": "2023-04-01", "end": "2024-03-31", "unit": "JPY"}


def _segmented(page: Any) -> Any:
    page.fact("jppfs_cor:NetSales", 1000, page.row("売上高", "1,000")[1], **_YEAR)
    page.row("", "報告セグメント", "", "調整額", header=True, table=3)
    page.row("", "機器 (注)1", "保守", "", header=True, table=3)
    page.row("", "百万円", "百万円", "百万円", table=3)
    sales = page.row("外部顧客への売上高", "700", "300", "－", table=3)
    profit = page.row("セグメント利益", "70", "△9", "△1", table=3)
    staff = page.row("保守サービス事業", "45", table=4)
    for column, member in ((1, "x:KikiReportableSegmentMember"), (2, "x:HoshuReportableSegmentMember")):
        page.fact(
            "jpcrp_cor:RevenuesFromExternalCustomers",
            (700, 300)[column - 1],
            sales[column],
            members=((_AXIS, member),),
            **_YEAR,
        )
        page.fact(
            "jppfs_cor:OperatingIncome",
            (70, -9)[column - 1],
            profit[column],
            members=((_AXIS, member),),
            **_YEAR,
        )
    page.fact(
        "jppfs_cor:OperatingIncome",
        -1,
        profit[3],
        members=((_AXIS, "jpcrp_cor:ReconcilingItemsMember"),),
        **_YEAR,
    )
    page.fact(
        "jpcrp_cor:NumberOfEmployees", 45, staff[1], members=((_AXIS, "x:HoshuReportableSegmentMember"),)
    )
    return page


def test_segments_have_printed_names_figures_and_weight(page: Any) -> None:
    document = _segmented(page).document()
    segments = read_segments([document], read_financials([document], "ja").rows)
    assert [s.name for s in segments] == ["機器", "保守サービス事業"]
    assert [s.sales and s.sales.value for s in segments] == [700, 300]
    assert [s.profit and s.profit.value for s in segments] == [70, -9]
    assert [s.share_of_sales and (s.share_of_sales.value, s.share_of_sales.check) for s in segments] == [
        (70.0, "computed"),
        (30.0, "computed"),
    ]
    assert segments[0].citations[0].quote == "機器 (注)1"


def test_share_needs_the_whole_of_the_same_period(page: Any) -> None:
    document = _segmented(page).document()
    rows = [
        r.model_copy(update={"end": dt.date(2023, 3, 31)}) for r in read_financials([document], "ja").rows
    ]
    assert {s.share_of_sales for s in read_segments([document], rows)} == {None}


def test_group_companies(page: Any) -> None:
    page.heading("４【関係会社の状況】")
    page.row("名称", "住所", "資本金", "主要な 事業の内容", "関係内容", header=True)
    page.row("（連結子会社）", "", "", "", "")
    page.row("㈱ミドリ保守 (注)１、２", "東京都 港区", "100", "保守", "役員の兼任あり")
    page.row("＊ Midori America Inc.", "米国", "10", "同上", "－")
    page.row("その他15社", "－", "－", "－", "－")
    page.row("（持分法適用関連会社） 株式会社アオイ", "大阪市", "10", "販売", "－")
    page.heading("５【従業員の状況】")
    page.row("㈱別の表", "札幌市", "1", "2", "3")
    companies = read_group([page.document()])
    assert [(c.name, c.relation, c.location, c.business) for c in companies] == [
        ("㈱ミドリ保守", "連結子会社", "東京都 港区", "保守"),
        ("Midori America Inc.", "連結子会社", "米国", "保守"),
        ("株式会社アオイ", "持分法適用関連会社", "大阪市", "販売"),
    ]
    assert [c.quote for c in companies[0].citations] == ["㈱ミドリ保守 (注)１、２", "保守", "東京都 港区"]
