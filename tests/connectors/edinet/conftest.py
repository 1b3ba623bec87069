"""Small hand-made submissions for the tests of the filing readers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import TypeAlias

import pytest

from connectors.edinet.package import EdinetPackageReader
from connectors.interface import Document, RawSource

Pack: TypeAlias = Callable[[Mapping[str, bytes]], bytes]
Page: TypeAlias = Callable[..., bytes]
ReadPage: TypeAlias = Callable[..., Document]

_SPACES = (
    'xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2008/inlineXBRL" '
    'xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2011-07-31" '
    'xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:xbrldi="http://xbrl.org/2006/xbrldi" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:iso4217="http://www.xbrl.org/2003/iso4217" '
    'xmlns:jpdei_cor="d" xmlns:jpcrp_cor="c" xmlns:jppfs_cor="f"'
)
_RESOURCES = """
<xbrli:context id="CurrentYearDuration"><xbrli:entity><xbrli:identifier scheme="x">E99901-000</xbrli:identifier>
</xbrli:entity><xbrli:period><xbrli:startDate>2025-04-01</xbrli:startDate><xbrli:endDate>2026-03-31</xbrli:endDate>
</xbrli:period></xbrli:context>
<xbrli:context id="CurrentYearInstant_NonConsolidatedMember"><xbrli:entity><xbrli:identifier scheme="x">E99901-000
</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:instant>2026-03-31</xbrli:instant></xbrli:period>
<xbrli:scenario><xbrldi:explicitMember dimension="jppfs_cor:ConsolidatedOrNonConsolidatedAxis">
jppfs_cor:NonConsolidatedMember</xbrldi:explicitMember></xbrli:scenario></xbrli:context>
<xbrli:context id="CurrentYearDuration_AMember"><xbrli:entity><xbrli:identifier scheme="x">E99901-000
</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:startDate>2025-04-01</xbrli:startDate>
<xbrli:endDate>2026-03-31</xbrli:endDate></xbrli:period><xbrli:scenario>
<xbrldi:explicitMember dimension="jpcrp_cor:OperatingSegmentsAxis">x:AMember</xbrldi:explicitMember>
</xbrli:scenario></xbrli:context>
<xbrli:unit id="JPY"><xbrli:measure>iso4217:JPY</xbrli:measure></xbrli:unit>
<xbrli:unit id="eps"><xbrli:divide><xbrli:unitNumerator><xbrli:measure>iso4217:JPY</xbrli:measure>
</xbrli:unitNumerator><xbrli:unitDenominator><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unitDenominator>
</xbrli:divide></xbrli:unit>
"""
MEMBER = "S1/XBRL/PublicDoc/0101010_honbun_jpcrp030000-asr-001_E99901-000_2026-03-31_01_2026-06-25_ixbrl.htm"


@pytest.fixture
def pack() -> Pack:
    """Zip bytes of members."""

    def build(members: Mapping[str, bytes]) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in members.items():
                archive.writestr(name, data)
        return buffer.getvalue()

    return build


@pytest.fixture
def page() -> Page:
    """An inline page with three contexts and two units; `hidden` goes into ix:hidden."""

    def build(body: str, hidden: str = "", doctype: str = "") -> bytes:
        return (
            f'<?xml version="1.0" encoding="utf-8"?>{doctype}<html {_SPACES}><head><title>not printed</title></head><body>'
            f'<div style="display:none"><ix:header><ix:hidden>{hidden}</ix:hidden><ix:resources>{_RESOURCES}'
            f"</ix:resources></ix:header></div>{body}</body></html>"
        ).encode()

    return build


@pytest.fixture
def read_page(page: Page, pack: Pack) -> ReadPage:
    """The Document of a package with this one page."""

    def read(body: str, hidden: str = "") -> Document:
        source = RawSource("a.zip", pack({MEMBER: page(body, hidden)}))
        (document,) = EdinetPackageReader().read(source)
        return document

    return read


@pytest.fixture
def member_name() -> str:
    return MEMBER
