from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from agent.company.changes import read_changes, series_findings
from agent.company.forecasts import read_forecasts
from agent.models.evidence import Citation, Value
from agent.models.plan import FinancialRow
from connectors.interface import Document, DocumentKind, FactPeriod


def _report(new_page: Callable[[], Any], year: int, *risks: str) -> Document:
    page = new_page()
    page.heading("２ 【事業等のリスク】")
    for risk in risks:
        page.line(risk)
    page.heading("３ 【経営者による分析】")
    period = FactPeriod(dt.date(year - 1, 4, 1), dt.date(year, 3, 31))
    document: Document = page.document(path=f"{year}.zip", period=period)
    return document


def test_new_and_reworded_sentences(new_page: Callable[[], Any]) -> None:
    kept = "大規模な地震により2023年度の生産が停止する可能性があります。"
    before = _report(new_page, 2023, kept, "為替の変動により輸入する原材料の価格が上がる可能性があります。")
    after = _report(
        new_page,
        2024,
        kept.replace("2023", "2024"),
        "為替の変動により輸入する原材料や部品の価格が大きく上がる可能性があります。",
        "情報システムへの不正な侵入により顧客の情報が漏れるおそれがあります。",
    )
    changes = read_changes([after, before], "ja")
    assert {len(change.citations) for change in changes} == {1, 2}
    new = next(change for change in changes if len(change.citations) == 1)
    assert "不正な侵入" in new.text
    reworded = next(change for change in changes if len(change.citations) == 2)
    assert "部品" in reworded.citations[0].quote
    assert reworded.citations[1].source_id == before.source_id
    assert "（2023年3月期：為替の変動により輸入する原材料の価格が上がる可能性があります。）" in reworded.text
    assert all("地震" not in change.text for change in changes)


def test_a_dropped_sentence_is_cited_in_the_earlier_report(new_page: Callable[[], Any]) -> None:
    kept = "大規模な地震により生産が停止する可能性があります。"
    before = _report(new_page, 2023, kept, "感染症の拡大により店舗の営業が制限される可能性があります。")
    after = _report(new_page, 2024, kept)
    (gone,) = read_changes([after, before], "ja")
    assert "感染症の拡大" in gone.text
    assert gone.text.startswith("2023年3月期の報告書にあり、最新の報告書にない")
    assert [(c.source_id, c.quote) for c in gone.citations] == [
        (before.source_id, "感染症の拡大により店舗の営業が制限される可能性があります。")
    ]
    assert gone.as_of == dt.date(2024, 3, 31)


def test_one_report_has_no_changes(new_page: Callable[[], Any]) -> None:
    assert (
        read_changes([_report(new_page, 2024, "大規模な地震により生産が停止する可能性があります。")], "ja")
        == []
    )


def _row(end: dt.date, standard: str = "JGAAP") -> FinancialRow:
    sales = Value[int | float](value=1, citations=[Citation(source_id="s", start=0, end=1, quote="1")])
    return FinancialRow(
        start=end - dt.timedelta(days=364),
        end=end,
        standard=standard,
        scope="consolidated",
        net_sales=sales,  # type: ignore[arg-type]
    )


def test_breaks_in_the_series_are_told() -> None:
    rows = [_row(dt.date(2022, 3, 31)), _row(dt.date(2023, 12, 31)), _row(dt.date(2024, 12, 31), "IFRS")]
    assert [finding.rule for finding in series_findings(rows, "ja")] == [
        "fiscal_year_changed",
        "standard_changed",
    ]
    assert series_findings(rows[1:2], "ja") == []


def test_forecasts_and_what_they_replace(page: Any) -> None:
    axis = "tse-ed-t:ResultForecastAxis", "tse-ed-t:ForecastMember"
    head = page.row("", "売上高", "百万円")
    for words, member in (("520", "PreviousMember"), ("540", "CurrentMember")):
        cells = page.row("予想", words)
        page.fact(
            "tse-ed-t:NetSales",
            int(words) * 10**6,
            cells[1],
            start="2026-04-01",
            end="2027-03-31",
            consolidated=True,
            unit="JPY",
            scale_span=head[2],
            members=(("tse-ed-t:PreviousCurrentAxis", f"tse-ed-t:{member}"), axis),
        )
    document = page.document(DocumentKind.FORECAST_REVISION, path="r.zip", published=dt.date(2026, 10, 31))
    claims = read_forecasts([document], "ja")
    assert [claim.text for claim in claims] == [
        "会社の業績予想（2027年3月期、連結）：売上高 540百万円。",
        "修正前の業績予想（2027年3月期、連結）：売上高 520百万円。",
    ]
    assert [[c.quote for c in claim.citations] for claim in claims] == [["540", "百万円"], ["520", "百万円"]]
    assert claims[0].as_of == dt.date(2026, 10, 31)
