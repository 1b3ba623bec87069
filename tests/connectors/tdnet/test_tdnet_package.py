"""TDnet packages: order of members, cover, kinds, forecasts apart from results; real ones against a plain walk."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from connectors.interface import Document, DocumentKind, FactPeriod, RawSource
from connectors.registry import READERS, read_source

SPACES = (
    'xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2008/inlineXBRL" '
    'xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2011-07-31" '
    'xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:xbrldi="http://xbrl.org/2006/xbrldi" '
    'xmlns:tse-ed-t="t" xmlns:iso4217="i"'
)


def context(name: str, year: int, *members: tuple[str, str]) -> str:
    dimensions = "".join(
        f'<xbrldi:explicitMember dimension="tse-ed-t:{axis}">tse-ed-t:{member}</xbrldi:explicitMember>'
        for axis, member in members
    )
    return (
        f'<xbrli:context id="{name}"><xbrli:period><xbrli:startDate>{year}-04-01</xbrli:startDate>'
        f"<xbrli:endDate>{year + 1}-03-31</xbrli:endDate></xbrli:period><xbrli:scenario>{dimensions}</xbrli:scenario>"
        "</xbrli:context>"
    )


SCOPE = ("ConsolidatedNonconsolidatedAxis", "ConsolidatedMember")
RESOURCES = (
    context("CurrentYearDuration", 2025)
    + context("R", 2025, SCOPE, ("ResultForecastAxis", "ResultMember"))
    + context("F", 2026, SCOPE, ("ResultForecastAxis", "ForecastMember"))
    + '<xbrli:unit id="JPY"><xbrli:measure>iso4217:JPY</xbrli:measure></xbrli:unit>'
)


def words(name: str, text: str, form: str = "") -> str:
    return f'<ix:nonNumeric name="tse-ed-t:{name}" contextRef="CurrentYearDuration" format="{form}">{text}</ix:nonNumeric>'


def figure(name: str, where: str, text: str, sign: str = "") -> str:
    return (
        f'<ix:nonFraction name="tse-ed-t:{name}" contextRef="{where}" unitRef="JPY" decimals="-6" scale="6" '
        f'format="ixt:numdotdecimal"{sign}>{text}</ix:nonFraction>'
    )


def page(body: str) -> bytes:
    return (
        f"<html {SPACES}><head><title>x</title></head><body><div style='display:none'><ix:header><ix:resources>"
        f"{RESOURCES}</ix:resources></ix:header></div>{body}</body></html>"
    ).encode()


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


SUMMARY = page(
    "<table><tr><td colspan='4'><p>2026年３月期 " + words("DocumentName", "決算短信〔日本基準〕（連結）") + "</p><p>"
    + words("FilingDate", "2026年５月12日", "ixt:dateyearmonthdaycjk") + "</p>"
    "<table><tr><td>上場会社名</td><td>" + words("CompanyName", "株式会社みなと精工") + "</td></tr>"
    "<tr><td>コード番号</td><td>" + words("SecuritiesCode", "<span>9991</span> <span>0</span>") + "</td></tr></table>"
    "<p>1.連結業績</p><table><tr><td></td><td>売上高</td></tr><tr><td></td><td>百万円</td></tr>"
    "<tr><td>2026年３月期</td><td>" + figure("NetSales", "R", "49,803") + "</td></tr></table>"
    "<p>2.連結業績予想</p><table><tr><td></td><td>売上高</td></tr><tr><td></td><td>百万円</td></tr>"
    "<tr><td>通期</td><td>" + figure("NetSales", "F", "53,000") + "</td></tr></table></td></tr></table>"
)  # fmt: skip
NAME = "XBRLData/Summary/tse-acedjpsm-99910-20260512399910-ixbrl.htm"


def read(members: dict[str, bytes]) -> Document:
    source = RawSource("t.zip", zipped(members))
    assert [reader.name for reader in READERS if reader.claims(source)] == ["tdnet-package"]
    documents, skipped = read_source(source)
    assert skipped == []
    (document,) = documents
    return document


def test_an_earnings_summary_in_reading_order() -> None:
    document = read({
        "XBRLData/Attachment/0101010-acbs01-tse-acedjpfr-99910-2026-03-31-01-2026-05-12-ixbrl.htm": page("<p>貸借対照表</p>"),
        "XBRLData/Attachment/qualitative.htm": "<html><body><p>経営成績の概況<br>増収です。&nbsp;</body></html>".encode(),
        "XBRLData/Attachment/index.txt": "【会社名】別名\r\n".encode("cp932"),
        NAME: SUMMARY,
    })  # fmt: skip
    assert document.text == (
        "2026年３月期 決算短信〔日本基準〕（連結）\n2026年５月12日\n\n上場会社名\t株式会社みなと精工\nコード番号\t9991 0\n\n"
        "1.連結業績\n\n\t売上高\n\t百万円\n2026年３月期\t49,803\n\n2.連結業績予想\n\n\t売上高\n\t百万円\n通期\t53,000\n\n"
        "経営成績の概況\n増収です。\n貸借対照表\n"
    )
    assert document.kind is DocumentKind.EARNINGS_SUMMARY
    assert document.title == "株式会社みなと精工 2026年３月期 決算短信〔日本基準〕（連結）"
    assert document.filer is not None
    assert (document.filer.name, document.filer.sec_code) == ("株式会社みなと精工", "99910")
    assert document.published == dt.date(2026, 5, 12)
    assert document.period == FactPeriod(dt.date(2025, 4, 1), dt.date(2026, 3, 31))


def test_forecasts_are_told_from_results() -> None:
    document = read({NAME: SUMMARY})
    result, forecast = [fact for fact in document.facts if fact.local_name == "NetSales"]
    assert (result.value, result.context.members) == (
        Decimal(49803000000), (("tse-ed-t:ResultForecastAxis", "tse-ed-t:ResultMember"),),
    )  # fmt: skip
    assert (forecast.value, forecast.context.members) == (
        Decimal(53000000000), (("tse-ed-t:ResultForecastAxis", "tse-ed-t:ForecastMember"),),
    )  # fmt: skip
    assert result.context.consolidated is True
    assert forecast.context.period.end == dt.date(2027, 3, 31)
    for fact in (result, forecast):
        assert fact.scale_span is not None
        assert document.text[fact.scale_span.start : fact.scale_span.end] == "百万円"


@pytest.mark.parametrize(
    ("name", "title", "kind"),
    [
        (
            "tse-rvfc-99910-20261031552932-ixbrl.htm",
            "業績予想の修正に関するお知らせ",
            DocumentKind.FORECAST_REVISION,
        ),
        ("tse-rvdf-99910-20261031552932-ixbrl.htm", "", DocumentKind.FORECAST_REVISION),
        ("tse-qcedifsm-99910-20261031552932-ixbrl.htm", "", DocumentKind.EARNINGS_SUMMARY),
        ("tse-abcd-99910-20261031552932-ixbrl.htm", "", DocumentKind.OTHER_FILING),
    ],
)
def test_kinds(name: str, title: str, kind: DocumentKind) -> None:
    document = read({name: page(f"<p>{words('DocumentName', title)}本文</p>" if title else "<p>本文</p>")})
    assert (document.kind, document.published) == (kind, dt.date(2026, 10, 31))
    assert document.filer is not None
    assert document.filer.sec_code == "99910"


def test_a_company_named_only_in_the_index() -> None:
    name = "XBRLData/Attachment/0500000-qcbs01-tse-qcedjpfr-99910-2026-08-31-01-2026-10-11-ixbrl.htm"
    document = read({
        name: page("<p>四半期連結貸借対照表</p>"),
        "XBRLData/Attachment/index.txt": "【会社名】株式会社みなと精工\r\n".encode("cp932"),
    })  # fmt: skip
    assert document.filer is not None
    assert document.filer.name == "株式会社みなと精工"
    assert (document.kind, document.published) == (DocumentKind.EARNINGS_SUMMARY, dt.date(2026, 10, 11))


def test_a_summary_cut_short_is_refused() -> None:
    documents, skipped = read_source(RawSource("t.zip", zipped({NAME: SUMMARY[:-50]})))
    assert documents == []
    assert [str(entry.reason) for entry in skipped] == ["truncated"]


def _plain_figures(data: bytes) -> Counter[tuple[str, str, Decimal]]:
    """Figures of all inline members by a plain walk over their trees."""
    found: Counter[tuple[str, str, Decimal]] = Counter()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for member in archive.namelist():
            if member.endswith("-ixbrl.htm"):
                root = etree.fromstring(
                    archive.read(member), etree.XMLParser(huge_tree=True, resolve_entities=False)
                )
                for node in root.iter("{http://www.xbrl.org/2008/inlineXBRL}nonFraction"):
                    text = re.sub(r"[,\s]", "", "".join(node.itertext()))
                    if text and node.get("{http://www.w3.org/2001/XMLSchema-instance}nil") != "true":
                        value = Decimal(text) * Decimal(10) ** int(node.get("scale", "0"))
                        value = -value if node.get("sign") == "-" else value
                        found[str(node.get("name")), str(node.get("contextRef")), value] += 1
    return found


@pytest.mark.realdata
def test_every_real_package_equals_a_plain_walk(shared_data: Path) -> None:
    paths = sorted((shared_data / "tdnet").glob("*/*.zip"))
    assert len(paths) > 50
    kinds: Counter[DocumentKind] = Counter()
    printed = with_scale = scaled = 0
    for path in paths:
        data = path.read_bytes()
        documents, skipped = read_source(RawSource(path.name, data))
        assert skipped == []
        (document,) = documents
        kinds[document.kind] += 1
        figures = [fact for fact in document.facts if isinstance(fact.value, Decimal)]
        ours = Counter((fact.element, fact.context.id, fact.value) for fact in figures)
        assert ours == _plain_figures(data), path.name
        assert document.filer is not None
        assert document.filer.name
        assert document.published is not None
        assert document.period is not None
        printed += sum(fact.span is not None for fact in figures)
        money = [fact for fact in figures if fact.unit == "JPY" and fact.span and fact.decimals is not None]
        scaled += len(money)
        with_scale += sum(fact.scale_span is not None for fact in money)
    assert kinds[DocumentKind.EARNINGS_SUMMARY] > 40
    assert kinds[DocumentKind.FORECAST_REVISION] == 8
    assert with_scale >= 0.99 * scaled
    assert printed > 10_000
