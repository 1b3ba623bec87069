"""SEC filings: inline 10-K pages and instances, told by their dei tags."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from connectors.edgar.cover import edgar_cover
from connectors.interface import DocumentKind, Fact, FactContext, FactPeriod, RawSource
from connectors.registry import READERS, read_source

YEAR = FactContext("c-1", FactPeriod(dt.date(2025, 2, 1), dt.date(2026, 1, 31)))


def facts(**values: str) -> list[Fact]:
    return [Fact(f"dei:{name}", YEAR, value) for name, value in values.items()]


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("10-K", DocumentKind.ANNUAL_REPORT),
        ("10-K/A", DocumentKind.ANNUAL_REPORT),
        ("20-F", DocumentKind.ANNUAL_REPORT),
        ("10-Q", DocumentKind.QUARTERLY_REPORT),
        ("8-K", DocumentKind.OTHER_FILING),
    ],
)
def test_kinds(form: str, kind: DocumentKind) -> None:
    cover = edgar_cover(facts(DocumentType=form, EntityRegistrantName="Harbor Gears, Inc."), "a.htm")
    assert cover is not None
    assert cover.kind is kind
    assert cover.period == YEAR.period


def test_who_and_when() -> None:
    tagged = facts(
        DocumentType="10-K", EntityRegistrantName="Harbor Gears, Inc.", TradingSymbol="HRBG",
        DocumentFiscalYearFocus="2026", AmendmentFlag="false",
    )  # fmt: skip
    cover = edgar_cover(tagged, "hrbg-10-k-2026-03-05.htm")
    assert cover is not None
    assert cover.full_title == "Harbor Gears, Inc. 10-K 2026"
    assert cover.filer is not None
    assert (cover.filer.name, cover.filer.sec_code) == ("Harbor Gears, Inc.", "HRBG")
    assert (cover.published, cover.amends) == (dt.date(2026, 3, 5), None)


def test_a_period_end_in_the_file_name_is_no_filing_date() -> None:
    cover = edgar_cover(facts(DocumentType="10-K"), "hrbg-20260131.htm")
    assert cover is not None
    assert cover.published is None


def test_an_amendment_says_what_it_amends() -> None:
    cover = edgar_cover(
        facts(DocumentType="10-K/A", AmendmentFlag="true", AmendmentDescription="Part III"), "a.htm"
    )
    assert cover is not None
    assert cover.amends == "Part III"


def test_other_documents_have_no_such_cover() -> None:
    assert edgar_cover([Fact("jpdei_cor:EDINETCodeDEI", YEAR, "E99901")], "a.htm") is None


@pytest.mark.realdata
@pytest.mark.parametrize("name", ["aapl-10-k-2024-11-01.html", "crm-10-k-2025-03-05.html"])
def test_a_real_page_equals_a_plain_walk(shared_data: Path, name: str) -> None:
    with zipfile.ZipFile(shared_data / "english" / "sec.zip") as archive:
        data = archive.read(name)
    source = RawSource(name, data)
    assert [reader.name for reader in READERS if reader.claims(source)] == ["inline-xbrl"]
    documents, skipped = read_source(source)
    assert skipped == []
    (document,) = documents
    assert (document.kind, document.language, document.form) == (DocumentKind.ANNUAL_REPORT, "en", "10-K")
    expected = []
    for node in etree.fromstring(data, etree.XMLParser(huge_tree=True, resolve_entities=False)).iter(
        "{http://www.xbrl.org/2013/inlineXBRL}nonFraction"
    ):
        text = re.sub(r"[,\s]", "", "".join(node.itertext()))
        if re.fullmatch(r"\d+(\.\d+)?", text):
            value = Decimal(text) * Decimal(10) ** int(node.get("scale", "0"))
            value = -value if node.get("sign") == "-" else value
            expected.append((str(node.get("name")), str(node.get("contextRef")), value))
    printed = [fact for fact in document.facts if isinstance(fact.value, Decimal) and fact.span]
    ours = [
        (fact.element, fact.context.id, fact.value)
        for fact in printed
        if fact.span and re.fullmatch(r"[\d,.]+", document.text[fact.span.start : fact.span.end])
    ]
    assert len(expected) > 600
    assert sorted(ours) == sorted(expected)
    money = [f for f in printed if f.decimals in (-6, -3) and f.value]
    assert sum(f.scale_span is not None for f in money) >= 0.9 * len(money)
