"""The second reading that judges filings: tags, boards and pages without tags."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from evals.filings.board import printed_board
from evals.filings.csv_facts import csv_facts
from evals.filings.expected import Slot, figures, forecasts, officers, segments
from evals.filings.stripped import stripped
from evals.gold.filing_facts import SCOPE_AXIS, PlainContext, PlainFact

END = dt.date(2026, 3, 31)


def _fact(
    name: str, value: Any, *members: tuple[str, str], printed: str | None = None, context: str = "c"
) -> PlainFact:
    return PlainFact(
        "p", name, PlainContext(context, dt.date(2025, 4, 1), END, members), value, "JPY", printed
    )


def test_figures_by_the_first_element_and_scope() -> None:
    facts = [
        _fact("OperatingIncome", Decimal(1)),
        _fact("OperatingIncomeSummaryOfBusinessResults", Decimal(2)),
        _fact("OperatingIncome", Decimal(3), (SCOPE_AXIS, "NonConsolidatedMember")),
        _fact("OperatingIncome", Decimal(4), ("OperatingSegmentsAxis", "AMember")),
    ]
    assert figures(facts) == {
        Slot("operating_income", END, "JGAAP", "consolidated"): Decimal(2),
        Slot("operating_income", END, "JGAAP", "non_consolidated"): Decimal(3),
    }


def test_segments_officers_and_forecasts() -> None:
    segment = ("OperatingSegmentsAxis", "AReportableSegmentMember")
    facts = [_fact("NetSales", Decimal(7), segment), _fact("OperatingIncome", Decimal(1), segment)]
    assert [(s.sales, s.profit) for s in segments(facts)] == [({Decimal(7)}, {Decimal(1)})]
    people = [
        _fact("NameInformationAboutDirectorsAndCorporateAuditors", "谷　宏", context="a"),
        _fact("OfficialTitleOrPositionInformationAboutDirectorsAndCorporateAuditors", "取締役", context="a"),
        _fact("DateOfBirthInformationAboutDirectorsAndCorporateAuditors", "1957-02-11", context="a"),
        _fact("NameInformationAboutExecutiveDirectors", "谷 宏", context="b"),
        _fact("OfficialTitleOrPositionInformationAboutExecutiveDirectors", "執行役", context="b"),
    ]
    assert officers(people) == [("谷宏", {"取締役", "執行役"}, "1957-02-11")]
    told = _fact("NetSales", Decimal(7), ("ResultForecastAxis", "ForecastMember"), printed="7")
    assert [(f.name, f.printed, f.replaced) for f in forecasts([told])] == [("NetSales", "7", False)]


def test_facts_of_the_csv_form() -> None:
    rows = [
        [
            "要素ID",
            "項目名",
            "コンテキストID",
            "相対年度",
            "連結・個別",
            "期間・時点",
            "ユニットID",
            "単位",
            "値",
        ],
        [
            "jpdei_cor:CurrentFiscalYearEndDateDEI",
            "",
            "FilingDateInstant",
            "",
            "",
            "",
            "－",
            "",
            "2026-03-31",
        ],
        [
            "jppfs_cor:NetSales",
            "",
            "Prior1YearDuration_NonConsolidatedMember",
            "",
            "",
            "",
            "JPY",
            "円",
            "900",
        ],
        ["jppfs_cor:NetSales", "", "CurrentYearDuration", "", "", "", "JPY", "円", "－"],
    ]
    data = "\n".join("\t".join(row) for row in rows).encode("utf-16")
    last, now = csv_facts(data)
    assert (last.value, last.context.end, last.context.members) == (
        Decimal(900),
        dt.date(2025, 3, 31),
        ((SCOPE_AXIS, "NonConsolidatedMember"),),
    )
    assert now.value is None


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("<p>男性 ８名　女性 <b>２</b>名（役員のうち女性の比率 20％）</p>", 10),
        ("<p>男性12名 女性－名 (役員のうち女性の比率－％)</p>", 12),
        ("<p>男性 8 名</p>", None),
        (
            "<p>男性20名 女性2名（役員のうち女性の比率 9％）</p><p>(注) 役員のうち女性の比率は、取締役及び監査役、並びに提出日現在在任中の執行役員 12 名を加えて算出しております。</p>",
            10,
        ),
    ],
)
def test_how_many_officers_a_page_counts(words: str, count: int | None) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.html", words)
    assert printed_board(buffer.getvalue()) == count


def test_a_stripped_page_keeps_its_words_and_no_tag(tmp_path: Path) -> None:
    page = (
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2008/inlineXBRL"><body>'
        "<ix:header><ix:hidden>x</ix:hidden></ix:header>"
        '<p>売上高 <ix:nonFraction name="a:B" contextRef="c">1,000</ix:nonFraction>円</p></body></html>'
    )
    path = tmp_path / "S1.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("XBRL/PublicDoc/0101010_honbun_ixbrl.htm", page)
    with zipfile.ZipFile(io.BytesIO(stripped(path))) as archive:
        assert archive.namelist() == ["0101010.html"]
        assert archive.read("0101010.html").decode() == "<html><body><p>売上高 1,000円</p></body></html>"
