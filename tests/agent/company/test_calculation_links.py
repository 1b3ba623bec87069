"""Figures stated by own elements of a filer's statements: by label and calculation links, in a package of our own."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from agent.company.financials import read_financials
from agent.company.placed import PlacedElements
from connectors.interface import CalculationArc, Document, FactContext, FactPeriod, RawSource
from connectors.interface import Fact as TaggedFact
from connectors.registry import read_source

_PREFIX = "jpcrp030000-asr_E99901-000"
_STEM = "S1/XBRL/PublicDoc/{}jpcrp030000-asr-001_E99901-000_2026-03-31_01_2026-06-25{}"
_PAGE = """<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2008/inlineXBRL"
 xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:iso4217="http://www.xbrl.org/2003/iso4217"
 xmlns:jppfs_cor="f" xmlns:jpigp_cor="g"><body><div style="display:none"><ix:header><ix:resources>
<xbrli:context id="CurrentYearDuration"><xbrli:entity><xbrli:identifier scheme="x">E99901-000</xbrli:identifier>
</xbrli:entity><xbrli:period><xbrli:startDate>2025-04-01</xbrli:startDate><xbrli:endDate>2026-03-31</xbrli:endDate>
</xbrli:period></xbrli:context><xbrli:unit id="JPY"><xbrli:measure>iso4217:JPY</xbrli:measure></xbrli:unit>
</ix:resources></ix:header></div><p>【連結損益計算書】（単位：百万円）</p><table>%s</table></body></html>"""
_ROW = (
    '<tr><td><p>{0}</p></td><td><p><ix:nonFraction name="{1}" contextRef="CurrentYearDuration" unitRef="JPY" '
    'decimals="-6" scale="6" format="ixt:numdotdecimal">{2}</ix:nonFraction></p></td></tr>'
)
_LINKBASE = '<linkbase xmlns="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink">{}</linkbase>'
_ARCROLE = "http://www.xbrl.org/2003/arcrole/summation-item"

Row = tuple[str, str, str]  # printed name, element ("own:X" for the filer's), figure in millions
Arc = tuple[str, str, int]


def _named(element: str) -> str:
    return element.replace("own:", f"{_PREFIX}:")


def _locator(element: str) -> str:
    name = _named(element).replace(":", "_")
    return f'<loc xlink:href="core.xsd#{name}" xlink:label="{element}"/>'


def _calculations(arcs: Iterable[Arc]) -> str:
    body = ""
    for parent, child, weight in arcs:
        arc = f'xlink:from="{parent}" xlink:to="{child}" xlink:arcrole="{_ARCROLE}" weight="{weight}"'
        body += _locator(parent) + _locator(child) + f"<calculationArc {arc}/>"
    return _LINKBASE.format(f'<calculationLink xlink:role="http://x/rol_Income">{body}</calculationLink>')


def _labels(rows: Iterable[Row]) -> str:
    body = ""
    for name, element, _ in rows:
        if element.startswith("own:"):
            body += _locator(element) + (
                f'<label xlink:label="l{element}" xlink:role="http://www.xbrl.org/2003/role/label">{name}</label>'
                f'<labelArc xlink:from="{element}" xlink:to="l{element}"/>'
            )
    return _LINKBASE.format(f"<labelLink>{body}</labelLink>")


def _document(rows: Sequence[Row], calculations: str) -> Document:
    page = _PAGE % "".join(_ROW.format(name, _named(element), figure) for name, element, figure in rows)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(_STEM.format("0105010_honbun_", "_ixbrl.htm"), page)
        archive.writestr(_STEM.format("", "_lab.xml"), _labels(rows))
        archive.writestr(_STEM.format("", "_cal.xml"), calculations)
    (document,), _ = read_source(RawSource("a.zip", buffer.getvalue()))
    return document


_TRADE: Row = ("売上収益", "jpigp_cor:RevenueIFRS", "900")
_TAX: Row = ("税引前利益", "jpigp_cor:ProfitLossBeforeTaxIFRS", "75")
_TO_TAX: Arc = ("jpigp_cor:ProfitLossBeforeTaxIFRS", "own:X", 1)
_FROM_GROSS: Arc = ("own:X", "jpigp_cor:GrossProfitIFRS", 1)


@pytest.mark.parametrize(
    ("name", "arcs", "key"),
    [
        ("営業利益", [_TO_TAX], "operating_income"),
        ("営業利益", [_FROM_GROSS], "operating_income"),
        ("営業利益又は営業損失（△）", [("own:Y", "own:X", 1), ("jpigp_cor:ProfitLossBeforeTaxIFRS", "own:Y", 1)], "operating_income"),
        ("営業活動に係る利益", [_TO_TAX, _FROM_GROSS], "operating_income"),
        ("販売費及び一般管理費合計", [("jpigp_cor:OperatingProfitLossIFRS", "own:X", -1)], "sga"),
        ("減価償却費及び償却費", [("jpigp_cor:SubtotalOpeCFIFRS", "own:X", 1)], "depreciation"),
        ("減価償却費及び償却費", [("own:Y", "own:X", 1), ("jpigp_cor:SubtotalOpeCFIFRS", "own:Y", 1)], "depreciation"),
        ("事業利益", [_TO_TAX, _FROM_GROSS], None),  # another profit
        ("コア営業利益", [_TO_TAX, _FROM_GROSS], None),
        ("営業利益", [], None),  # a figure of a table anywhere
        ("営業利益", [("jpigp_cor:OperatingProfitLossIFRS", "own:X", 1)], None),  # a part of operating profit
        ("営業利益", [("jpigp_cor:ProfitLossBeforeTaxIFRS", "own:X", -1)], None),  # subtracted: no profit
        ("販売費及び一般管理費", [("jpigp_cor:OperatingProfitLossIFRS", "own:X", 1)], None),
        ("減価償却費", [("jpigp_cor:SellingGeneralAndAdministrativeExpensesIFRS", "own:X", 1)], None),  # a part of it
    ],
)  # fmt: skip
def test_label_and_links_together_tell_an_own_element(name: str, arcs: list[Arc], key: str | None) -> None:
    document = _document([_TRADE, (name, "own:X", "80"), _TAX], _calculations(arcs))
    (row,) = read_financials([document], "ja").rows
    stated = {key for key in ("operating_income", "sga", "depreciation") if getattr(row, key) is not None}
    assert stated == ({key} if key else set())
    if key:
        value = getattr(row, key)
        assert value.value == 80_000_000
        assert value.citations[0].quote == "80"
        assert value.citations[0].locator.element == f"{_PREFIX}:X"


def test_a_total_of_sales_comes_before_its_parts() -> None:
    rows = [
        ("売上高", "jppfs_cor:NetSales", "600"),
        ("営業収入", "jppfs_cor:OperatingRevenue1", "40"),
        ("名のない合計", "own:X", "640"),
    ]
    arcs = [("own:X", "jppfs_cor:NetSales", 1), ("own:X", "jppfs_cor:OperatingRevenue1", 1)]
    (row,) = read_financials([_document(rows, _calculations(arcs))], "ja").rows
    assert row.net_sales is not None
    assert row.net_sales.value == 640_000_000
    less = [arcs[0], ("own:X", "jppfs_cor:OperatingRevenue1", -1)]
    (row,) = read_financials([_document(rows, _calculations(less))], "ja").rows
    assert row.net_sales is not None
    assert row.net_sales.value == 600_000_000


def test_a_standard_element_is_preferred() -> None:
    rows = [("営業利益", "jpigp_cor:OperatingProfitLossIFRS", "70"), ("営業利益", "own:X", "80"), _TAX]
    (row,) = read_financials([_document(rows, _calculations([_TO_TAX]))], "ja").rows
    assert row.operating_income is not None
    assert row.operating_income.value == 70_000_000


@pytest.mark.parametrize("linkbase", ["", "<linkbase", "not xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])
def test_a_broken_linkbase_costs_no_other_figure(linkbase: str) -> None:
    (row,) = read_financials([_document([_TRADE, ("営業利益", "own:X", "80"), _TAX], linkbase)], "ja").rows
    assert row.operating_income is None
    assert row.net_sales is not None
    assert row.profit_before_tax is not None


def test_links_are_read_when_an_unknown_element_asks() -> None:
    asked = []

    def links() -> list[CalculationArc]:
        asked.append(1)
        return []

    document = replace(_document([_TRADE, _TAX], _calculations([])), calculations=links)
    read_financials([document], "ja")
    assert asked == []
    context = FactContext("c", FactPeriod(None, None))
    placed = PlacedElements(document)
    assert placed.figures(TaggedFact(f"{_PREFIX}:X", context, None)) == ()
    assert placed.figures(TaggedFact(f"{_PREFIX}:Y", context, None)) == ()
    assert asked == [1]


def test_a_prohibited_link_and_loops_count_for_nothing() -> None:
    prohibited = _calculations([_TO_TAX]).replace("<calculationArc", '<calculationArc use="prohibited"')
    (row,) = read_financials([_document([_TRADE, ("営業利益", "own:X", "80")], prohibited)], "ja").rows
    assert row.operating_income is None
    loop = _calculations([("own:X", "own:Y", 1), ("own:Y", "own:X", 1)])
    (row,) = read_financials([_document([_TRADE, ("営業利益", "own:X", "80")], loop)], "ja").rows
    assert row.operating_income is None


_SUMMARY = re.compile("SummaryOfBusinessResults|KeyFinancialData")


@pytest.mark.realdata
@pytest.mark.parametrize(
    ("package", "scope", "year", "value", "without"),
    [
        ("S100TR7I", "consolidated", -1, 45_095_325_000_000, None),
        ("S100VWVY", "consolidated", -1, 48_036_704_000_000, None),
        ("S100DE5C", "non_consolidated", -2, 127_412_000_000, 124_502_000_000),  # a part of it
    ],
)
def test_statements_alone_give_the_total(
    shared_data: Path, package: str, scope: str, year: int, value: int, without: int | None
) -> None:
    data = (shared_data / "edinet" / "packages" / f"{package}.zip").read_bytes()
    (document,), _ = read_source(RawSource(f"{package}.zip", data))
    statements = tuple(fact for fact in document.facts if not _SUMMARY.search(fact.element))
    sales = []
    for calculations in (document.calculations, None):
        changed = replace(document, facts=statements, calculations=calculations)
        rows = [row for row in read_financials([changed], "ja").rows if row.scope == scope]
        found = rows[year].net_sales
        sales.append(found.value if found else None)
    assert sales == [value, without]
