"""The other forms of a filing: single instance, single inline member, the API's CSV, bundles."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from connectors.edinet.csv_form import COLUMNS, CsvFormReader
from connectors.edinet.instance import InlineReader, InstanceReader
from connectors.interface import BlockKind, Document, DocumentKind, Fact, RawSource, ReadError, ReasonCode
from connectors.registry import READERS, read_source

INSTANCE = """<?xml version="1.0" encoding="UTF-8"?>
<xbrli:xbrl xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase"
 xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:jpcrp_cor="urn:c" xmlns:jpdei_cor="urn:d" xmlns:iso4217="urn:i"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<link:schemaRef xlink:href="jpcrp030000-asr-001_E99901-000_2026-03-31_01_2026-06-25.xsd"/>
<xbrli:context id="CurrentYearDuration"><xbrli:entity><xbrli:identifier scheme="x">E99901-000</xbrli:identifier>
</xbrli:entity><xbrli:period><xbrli:startDate>2025-04-01</xbrli:startDate><xbrli:endDate>2026-03-31</xbrli:endDate>
</xbrli:period></xbrli:context>
<xbrli:unit id="JPY"><xbrli:measure>iso4217:JPY</xbrli:measure></xbrli:unit>
<jpcrp_cor:NetSales contextRef="CurrentYearDuration" unitRef="JPY" decimals="-6">49803000000</jpcrp_cor:NetSales>
<jpcrp_cor:Loss contextRef="CurrentYearDuration" unitRef="JPY" decimals="-6">-7685000000</jpcrp_cor:Loss>
<jpcrp_cor:Nothing contextRef="CurrentYearDuration" unitRef="JPY" xsi:nil="true"/>
<jpdei_cor:FilerNameInJapaneseDEI contextRef="CurrentYearDuration">株式会社みなと精工</jpdei_cor:FilerNameInJapaneseDEI>
<jpcrp_cor:PolicyTextBlock contextRef="CurrentYearDuration">%s</jpcrp_cor:PolicyTextBlock>
</xbrli:xbrl>"""
BLOCK = "<h3>１ 【経営方針】</h3><p>方針です。&nbsp;</p><table><tr><td>売上高</td><td>△1</td></tr></table>"

RELATIVES = [
    ("CurrentYearDuration", "2025-04-01", "2026-03-31"),
    ("CurrentYearInstant", None, "2026-03-31"),
    ("Prior1YearDuration", "2024-04-01", "2025-03-31"),
    ("Prior2YearDuration", "2023-04-01", "2024-03-31"),
    ("Prior4YearInstant", None, "2022-03-31"),
    ("FilingDateInstant", None, "2026-06-25"),
    ("SomethingElse", None, None),
]


def csv_form(rows: list[list[str]]) -> bytes:
    lines = ["\t".join(f'"{cell}"' for cell in row) for row in [list(COLUMNS), *rows]]
    return "\r\n".join(lines).encode("utf-16")


def dei(name: str, value: str) -> list[str]:
    return [
        f"jpdei_cor:{name}DEI",
        name,
        "FilingDateInstant",
        "提出日時点",
        "その他",
        "時点",
        "－",
        "－",
        value,
    ]


def figure(context: str, value: str, scope: str = "その他") -> list[str]:
    return ["jppfs_cor:NetSales", "売上高", context, "当期", scope, "期間", "JPY", "円", value]


YEARS = [
    dei("CurrentFiscalYearStartDate", "2025-04-01"), dei("CurrentFiscalYearEndDate", "2026-03-31"),
    dei("CurrentPeriodEndDate", "2026-03-31"), dei("PreviousFiscalYearStartDate", "2024-04-01"),
    dei("PreviousFiscalYearEndDate", "2025-03-31"),
    dei("WhetherConsolidatedFinancialStatementsArePrepared", "true"), dei("SecurityCode", "－"),
    ["jpcrp_cor:FilingDateCoverPage", "提出日", "FilingDateInstant", "提出日時点", "その他", "時点", "－", "－", "2026-06-25"],
    ["jpcrp_cor:DocumentTitleCoverPage", "書類名", "FilingDateInstant", "", "その他", "時点", "－", "－", "有価証券報告書"],
]  # fmt: skip


def read(data: bytes, path: str = "a.tsv") -> Document:
    (document,) = CsvFormReader().read(RawSource(path, data))
    return document


def of(document: Document, context: str) -> Fact:
    return next(f for f in document.facts if f.local_name == "NetSales" and f.context.id == context)


def shown(document: Document, fact: Fact) -> str | None:
    return document.text[fact.span.start : fact.span.end] if fact.span else None


def test_an_instance_is_a_line_per_fact_and_flat_text_blocks() -> None:
    escaped = BLOCK.replace("&", "&amp;").replace("<", "&lt;")
    source = RawSource("x.xbrl", (INSTANCE % escaped).encode())
    assert [reader.name for reader in READERS if reader.claims(source)] == ["xbrl-instance"]
    (document,) = InstanceReader().read(source)
    assert document.text.split("\n")[:2] == [
        "jpcrp_cor:NetSales\tCurrentYearDuration\tJPY\t49803000000",
        "jpcrp_cor:Loss\tCurrentYearDuration\tJPY\t-7685000000",
    ]
    assert (
        "jpcrp_cor:PolicyTextBlock\tCurrentYearDuration\t\t\n\n１ 【経営方針】\n\n方針です。\n\n売上高\t△1\n"
        in document.text
    )
    facts = {fact.local_name: fact for fact in document.facts}
    assert facts["NetSales"].value == Decimal(49803000000)
    assert shown(document, facts["NetSales"]) == "49803000000"
    assert facts["Loss"].value == Decimal(-7685000000)
    assert shown(document, facts["Loss"]) == "-7685000000"
    assert facts["Nothing"].value is None
    assert shown(document, facts["PolicyTextBlock"]) == "１ 【経営方針】\n\n方針です。\n\n売上高\t△1"
    assert document.blocks[-1].locator.element == "jpcrp_cor:PolicyTextBlock"
    assert document.kind is DocumentKind.ANNUAL_REPORT
    assert document.published == dt.date(2026, 6, 25)
    assert document.filer is not None
    assert document.filer.name == "株式会社みなと精工"


def test_loose_html_in_a_text_block_is_mended() -> None:
    loose = "&lt;p&gt;一&lt;br&gt;二&lt;p&gt;三 &amp;amp; 四"
    (document,) = InstanceReader().read(RawSource("x.xbrl", (INSTANCE % loose).encode()))
    assert document.text.endswith("\n\n一\n二\n三 & 四\n")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ((INSTANCE % "")[:-30].encode(), ReasonCode.TRUNCATED),
        (b"<a/>", ReasonCode.NOT_WHAT_NAME_SAYS),
        (b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', ReasonCode.UNSAFE_XML),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>', ReasonCode.UNSAFE_XML),
        (b"no markup", ReasonCode.CORRUPT),
    ],
)
def test_instances_that_are_refused(data: bytes, reason: ReasonCode) -> None:
    documents, skipped = read_source(RawSource("x.xbrl", data))
    assert documents == []
    assert [entry.reason for entry in skipped] == [reason]


def test_a_single_inline_member_is_read_alone(page: Any) -> None:
    name = "0101010_honbun_jpcrp030000-asr-001_E99901-000_2026-03-31_01_2026-06-25_ixbrl.htm"
    source = RawSource(name, page("<p>本文です。</p>"))
    assert [reader.name for reader in READERS if reader.claims(source)] == ["inline-xbrl"]
    (document,) = InlineReader().read(source)
    assert (document.text, document.kind) == ("本文です。\n", DocumentKind.ANNUAL_REPORT)


def test_csv_rows_are_lines_and_values_are_cited_in_their_column() -> None:
    data = csv_form([*YEARS, figure("CurrentYearDuration", "-49803000000")])
    source = RawSource("S100ZZ01.tsv", data)
    assert [reader.name for reader in READERS if reader.claims(source)] == ["edinet-csv"]
    document = read(data)
    fact = of(document, "CurrentYearDuration")
    assert (fact.value, fact.unit, fact.label) == (Decimal(-49803000000), "JPY", "売上高")
    assert shown(document, fact) == "-49803000000"
    assert document.blocks[0].header
    assert document.blocks[-1].kind is BlockKind.TABLE_ROW
    assert (document.blocks[-1].locator.row, document.blocks[-1].locator.element) == (
        11,
        "jppfs_cor:NetSales",
    )
    assert document.kind is DocumentKind.ANNUAL_REPORT
    assert (document.language, document.published) == ("ja", dt.date(2026, 6, 25))


@pytest.mark.parametrize(("relative", "start", "end"), RELATIVES)
def test_periods_of_the_csv_form_come_from_the_fiscal_years(
    relative: str, start: str | None, end: str | None
) -> None:
    period = of(read(csv_form([*YEARS, figure(relative, "1")])), relative).context.period
    assert tuple(day.isoformat() if day else None for day in period) == (start, end)


@pytest.mark.parametrize(
    ("relative", "start", "end"),
    [
        ("InterimDuration", "2025-04-01", "2025-09-30"),
        ("CurrentYTDDuration", "2025-04-01", "2025-09-30"),
        ("CurrentQuarterDuration", "2025-07-01", "2025-09-30"),
        ("CurrentQuarterInstant", None, "2025-09-30"),
        ("Prior1InterimDuration", "2024-04-01", "2024-09-30"),
        ("Prior1QuarterInstant", None, "2024-09-30"),
        ("Prior1YearInstant", None, "2025-03-31"),
    ],
)
def test_periods_within_the_year(relative: str, start: str | None, end: str) -> None:
    rows = [row for row in YEARS if "CurrentPeriodEnd" not in row[0]]
    rows += [dei("CurrentPeriodEndDate", "2025-09-30"), dei("ComparativePeriodEndDate", "2024-09-30")]
    period = of(read(csv_form([*rows, figure(relative, "1")])), relative).context.period
    assert tuple(day.isoformat() if day else None for day in period) == (start, end)


def test_a_year_of_odd_length_moves_the_older_ones() -> None:
    rows = [row for row in YEARS if "Previous" not in row[0]]
    rows += [dei("PreviousFiscalYearStartDate", "2025-01-01"), dei("PreviousFiscalYearEndDate", "2025-03-31")]
    document = read(csv_form([*rows, figure("Prior1YearDuration", "1"), figure("Prior2YearDuration", "2")]))
    assert of(document, "Prior1YearDuration").context.period == (dt.date(2025, 1, 1), dt.date(2025, 3, 31))
    assert of(document, "Prior2YearDuration").context.period == (dt.date(2024, 1, 1), dt.date(2024, 12, 31))


def test_scope_and_members_of_csv_contexts() -> None:
    segment = "CurrentYearDuration_jpcrp030000-asr_E99901-000ReducersReportableSegmentMember"
    alone = "CurrentYearDuration_NonConsolidatedMember"
    document = read(csv_form([*YEARS, figure(segment, "1"), figure(alone, "2", "個別")]))
    assert of(document, segment).context.consolidated is True
    assert of(document, segment).context.members == (
        ("", "jpcrp030000-asr_E99901-000:ReducersReportableSegmentMember"),
    )
    assert of(document, alone).context.consolidated is False
    assert of(document, alone).context.members == ()
    assert of(document, alone).context.relative == "CurrentYearDuration"


def test_a_dash_is_no_value_and_a_text_block_is_its_cell() -> None:
    block = [
        "jpcrp_cor:RisksTextBlock",
        "リスク",
        "FilingDateInstant",
        "",
        "その他",
        "時点",
        "－",
        "－",
        "３【リスク】為替の影響があります。",
    ]
    document = read(csv_form([*YEARS, figure("Prior1YearDuration", "－"), block]))
    nil = of(document, "Prior1YearDuration")
    assert (nil.value, shown(document, nil)) == (None, "－")
    fact = document.facts[-1]
    assert (fact.text_block, fact.value) == (True, "")
    assert shown(document, fact) == "３【リスク】為替の影響があります。"


def test_the_zip_of_the_csv_form_leaves_the_audit_report_out(pack: Any) -> None:
    name = "XBRL_TO_CSV/jpcrp030000-asr-001_E99901-000_2026-03-31_01_2026-06-25.csv"
    data = csv_form([*YEARS, figure("CurrentYearDuration", "1")])
    source = RawSource("a.zip", pack({name: data, "XBRL_TO_CSV/jpaud-aar-cn-001_x.csv": csv_form([])}))
    assert [reader.name for reader in READERS if reader.claims(source)] == ["edinet-csv"]
    (document,) = CsvFormReader().read(source)
    assert (document.path, document.published) == ("a.zip", dt.date(2026, 6, 25))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (csv_form(YEARS)[:-700], ReasonCode.TRUNCATED),
        (csv_form([["a"] * 8, *YEARS]), ReasonCode.CORRUPT),
        ('"要素ID"\t"値"\r\n'.encode("utf-16"), ReasonCode.NOT_WHAT_NAME_SAYS),
    ],
)
def test_csv_forms_that_are_refused(data: bytes, reason: ReasonCode) -> None:
    with pytest.raises(ReadError) as caught:
        read(data)
    assert caught.value.reason is reason


def test_a_bundle_is_a_document_per_filing(pack: Any) -> None:
    inner = pack({"old/S1.tsv": csv_form([*YEARS, figure("CurrentYearDuration", "1")])})
    instance = (INSTANCE % "").encode()
    data = pack({"S2.tsv": csv_form(YEARS), "S2.json": b"{}", "S3.xbrl": instance, "older.zip": inner})
    documents, skipped = read_source(RawSource("b.zip", data))
    assert [document.path for document in documents] == [
        "b.zip!S2.tsv",
        "b.zip!S3.xbrl",
        "b.zip!older.zip!old/S1.tsv",
    ]
    assert len({document.source_id for document in documents}) == 3
    assert skipped == []
    assert read_source(RawSource("n.zip", pack({"a.txt": b"x"})))[1][0].reason is ReasonCode.UNSUPPORTED


def test_an_old_package_without_inline_members_is_read_from_its_instance(pack: Any) -> None:
    instance = (INSTANCE % "").encode()
    data = pack(
        {"XBRL/PublicDoc/a.xbrl": instance, "XBRL/AuditDoc/b.xbrl": instance, "XBRL/PublicDoc/a.xsd": b"<a/>"}
    )
    documents, skipped = read_source(RawSource("old.zip", data))
    assert skipped == []
    assert [document.path for document in documents] == ["old.zip!XBRL/PublicDoc/a.xbrl"]
