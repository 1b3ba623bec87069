"""Packages: both folder forms, order, cover, kinds, and everything that is not a sound package."""

from __future__ import annotations

import datetime as dt
import random
import stat
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from connectors.edinet.names import submission_name
from connectors.edinet.package import EdinetPackageReader
from connectors.interface import DocumentKind, RawSource, ReadError, ReasonCode
from connectors.registry import READERS, read_source

SAMPLE = Path(__file__).parents[3] / "examples" / "minato" / "sources" / "01_yuho_S100ZZ01.zip"
ENTITY = '<!DOCTYPE html [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>'


def reason_of(data: bytes) -> ReasonCode:
    with pytest.raises(ReadError) as caught:
        EdinetPackageReader().read(RawSource("a.zip", data))
    return caught.value.reason


@pytest.mark.parametrize(
    "prefix", ["S100ZZ01/XBRL/PublicDoc/", "XBRL/PublicDoc/", "a/b/XBRL/PublicDoc/", "PublicDoc/"]
)
def test_members_of_either_form_in_order_without_audit_reports(page: Any, pack: Any, prefix: str) -> None:
    data = pack({
        prefix + "0102010_honbun_x_ixbrl.htm": page("<p>後</p>"),
        prefix + "0101010_honbun_x_ixbrl.htm": page("<p>先</p>"),
        prefix + "images/a.png": b"x",
        prefix.replace("PublicDoc", "AuditDoc") + "jpaud_ixbrl.htm": page("<p>監査</p>"),
    })  # fmt: skip
    source = RawSource("a.zip", data)
    assert [reader.name for reader in READERS if reader.claims(source)] == ["edinet-package"]
    (document,) = EdinetPackageReader().read(source)
    assert document.text == "先\n後\n"
    assert (document.path, document.access) == ("a.zip", "public")


def test_two_filings_in_one_zip_are_two_documents(page: Any, pack: Any) -> None:
    data = pack({f"{name}/XBRL/PublicDoc/01_ixbrl.htm": page(f"<p>{name}</p>") for name in ("S1", "S2")})
    documents = EdinetPackageReader().read(RawSource("a.zip", data))
    assert [document.path for document in documents] == ["a.zip!S1", "a.zip!S2"]
    assert len({document.source_id for document in documents}) == 2


def test_the_sample_says_who_filed_what_when() -> None:
    (document,) = EdinetPackageReader().read(RawSource("s.zip", SAMPLE.read_bytes()))
    assert document.kind is DocumentKind.ANNUAL_REPORT
    assert document.filer is not None
    assert document.filer.name == "株式会社みなと精工"
    assert (document.filer.edinet_code, document.filer.sec_code) == ("E99901", "99910")
    assert document.filer.corporate_number == "9999901000001"
    assert document.form == "第三号様式"
    assert document.period == (dt.date(2025, 4, 1), dt.date(2026, 3, 31))
    assert document.published == dt.date(2026, 6, 25)
    assert (document.amends, document.language) == (None, "ja")
    assert document.title.startswith("株式会社みなと精工 有価証券報告書 第68期")


@pytest.mark.parametrize(
    ("facts", "kind", "amends"),
    [
        ({"jpcrp_cor:DocumentTitleCoverPage": "四半期報告書"}, DocumentKind.QUARTERLY_REPORT, None),
        ({"jpcrp_cor:DocumentTitleCoverPage": "半期報告書"}, DocumentKind.SEMIANNUAL_REPORT, None),
        ({"jpcrp_cor:DocumentTitleCoverPage": "臨時報告書", "jpdei_cor:AmendmentFlagDEI": "true"},
         DocumentKind.ANNUAL_REPORT, "臨時報告書"),  # the file name says asr
        ({"jpcrp_cor:DocumentTitleCoverPage": "訂正有価証券報告書", "jpdei_cor:AmendmentFlagDEI": "true",
          "jpdei_cor:IdentificationOfDocumentSubjectToAmendmentDEI": "S100AAAA"}, DocumentKind.ANNUAL_REPORT, "S100AAAA"),
        ({"jpcrp_cor:DocumentTitleCoverPage": "有価証券報告書", "jpdei_cor:FundCodeDEI": "G00001"},
         DocumentKind.OTHER_FILING, None),
        ({"jpdei_cor:CabinetOfficeOrdinanceDEI": "特定有価証券の内容等の開示に関する内閣府令"}, DocumentKind.OTHER_FILING, None),
    ],
)  # fmt: skip
def test_kind_and_amendment(
    read_page: Any, facts: dict[str, str], kind: DocumentKind, amends: str | None
) -> None:
    hidden = "".join(
        f'<ix:nonNumeric contextRef="CurrentYearDuration" name="{name}">{value}</ix:nonNumeric>'
        for name, value in facts.items()
    )
    document = read_page("<p>本文</p>", hidden)
    assert (document.kind, document.amends) == (kind, amends)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("jpcrp030000-asr-001_E02144-000_2024-03-31_01_2024-06-25.xbrl", DocumentKind.ANNUAL_REPORT),
        ("jpcrp040300-q2r-001_E24248-000_2020-10-31_01_2020-12-09.xbrl", DocumentKind.QUARTERLY_REPORT),
        ("jpcrp043a00-ssr-001_E00001-000_2025-09-30_01_2025-11-10.xbrl", DocumentKind.SEMIANNUAL_REPORT),
        ("jpsps070000-asr-001_G02262-000_2025-05-09_01_2025-08-08.csv", DocumentKind.OTHER_FILING),
        ("jplvh010000-lvh-003_E31199-000_2024-08-06_03_2025-08-08.csv", DocumentKind.OTHER_FILING),
        ("ifrs-asr-001_E00949-000_2017-03-31_01_2017-06-23.xbrl", DocumentKind.ANNUAL_REPORT),
    ],
)
def test_file_names(name: str, kind: DocumentKind) -> None:
    parts = submission_name("folder/" + name)
    assert parts is not None
    assert parts.kind is kind
    assert parts.filed is not None


def test_archives_that_are_refused(page: Any, pack: Any, member_name: str) -> None:
    good = pack({member_name: page("<p>本文</p>" * 50)})
    assert reason_of(b"") is ReasonCode.EMPTY
    assert reason_of(b"%PDF-1.7") is ReasonCode.NOT_WHAT_NAME_SAYS
    assert reason_of(good[: len(good) // 2]) is ReasonCode.TRUNCATED
    assert reason_of(pack({"../" + member_name: b"x"})) is ReasonCode.UNSAFE_ARCHIVE
    assert reason_of(pack({"/" + member_name: b"x"})) is ReasonCode.UNSAFE_ARCHIVE
    assert reason_of(pack({"C:\\" + member_name: b"x"})) is ReasonCode.UNSAFE_ARCHIVE
    assert reason_of(pack({"a.txt": b"x"})) is ReasonCode.UNSUPPORTED
    assert reason_of(pack({member_name: b" " * 80_000_000})) is ReasonCode.TOO_LARGE
    assert reason_of(pack({f"{i}.txt": b"" for i in range(10_001)})) is ReasonCode.TOO_LARGE
    assert reason_of(pack({member_name: b""})) is ReasonCode.EMPTY
    assert reason_of(pack({member_name: page("<p>本文</p>")[:-40]})) is ReasonCode.TRUNCATED
    assert reason_of(pack({member_name: page("<p>本文</div>")})) is ReasonCode.CORRUPT
    assert reason_of(pack({member_name: page("<p>&b;</p>", doctype=ENTITY)})) is ReasonCode.UNSAFE_XML
    assert reason_of(pack({member_name: page("")})) is ReasonCode.NO_TEXT


def test_links_encrypted_and_doubled_members_are_refused(page: Any, member_name: str) -> None:
    link = BytesIO()
    with zipfile.ZipFile(link, "w") as archive:
        info = zipfile.ZipInfo(member_name)
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/hostname")
    assert reason_of(link.getvalue()) is ReasonCode.UNSAFE_ARCHIVE
    doubled = BytesIO()
    with zipfile.ZipFile(doubled, "w") as archive:
        archive.writestr(member_name, page("<p>一</p>"))
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr(member_name, page("<p>二</p>"))
    assert reason_of(doubled.getvalue()) is ReasonCode.UNSAFE_ARCHIVE
    locked = bytearray(link.getvalue())
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert reason_of(bytes(locked)) is ReasonCode.UNSAFE_ARCHIVE


def test_a_size_the_header_hides_is_still_refused(pack: Any, page: Any, member_name: str) -> None:
    """A directory that claims 10 bytes for a long member: what comes out is cut there, and the checksum fails."""
    data = bytearray(pack({member_name: page("<p>本文</p>" * 10_000)}))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    assert reason_of(bytes(data)) in (ReasonCode.CORRUPT, ReasonCode.TRUNCATED)


def test_known_html_names_are_read_where_a_doctype_is_given(page: Any, pack: Any, member_name: str) -> None:
    doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">'
    data = pack({member_name: page("<p>一&nbsp;二&copy;</p>", doctype=doctype)})
    (document,) = EdinetPackageReader().read(RawSource("a.zip", data))
    assert document.text == "一 二©\n"


def test_damaged_copies_end_in_a_document_or_a_reason() -> None:
    data = SAMPLE.read_bytes()
    chance = random.Random(20261122)
    copies = [data[: chance.randrange(len(data))] for _ in range(60)]
    for _ in range(240):
        flipped = bytearray(data)
        for _ in range(chance.choice((1, 1, 2, 8))):
            flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
        copies.append(bytes(flipped))
    reasons = set()
    for copy in copies:
        documents, skipped = read_source(RawSource("01.zip", copy))
        assert bool(documents) != bool(skipped)
        assert all("Error" not in entry.detail.split(":")[0] for entry in skipped), skipped
        reasons |= {entry.reason for entry in skipped}
    assert {ReasonCode.TRUNCATED, ReasonCode.CORRUPT} <= reasons


def test_damaged_markup_ends_in_a_document_or_a_reason(page: Any, pack: Any, member_name: str) -> None:
    """Flips inside the markup itself, where no checksum stands guard."""
    with zipfile.ZipFile(SAMPLE) as archive:
        name = next(n for n in archive.namelist() if "0104010" in n)
        markup = archive.read(name)
    chance = random.Random(7)
    outcomes = set()
    for _ in range(300):
        flipped = bytearray(markup)
        for _ in range(chance.choice((1, 3))):
            flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
        try:
            (document,) = EdinetPackageReader().read(RawSource("a.zip", pack({member_name: bytes(flipped)})))
        except ReadError as error:
            outcomes.add(str(error.reason))
            continue
        outcomes.add("read")
        for fact in document.facts:
            assert fact.span is None or 0 <= fact.span.start < fact.span.end <= len(document.text)
    assert {"read", "corrupt"} <= outcomes


def test_own_elements_carry_the_filers_own_labels(page: Any, pack: Any, member_name: str) -> None:
    linkbase = """<link:linkbase xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink">
<link:labelLink><link:loc xlink:href="x.xsd#own_E1-000_Sales" xlink:label="a"/>
<link:label xlink:label="v" xlink:role="http://www.xbrl.org/2003/role/verboseLabel">自社の売上、詳しく</link:label>
<link:label xlink:label="s" xlink:role="http://www.xbrl.org/2003/role/label">自社の売上</link:label>
<link:labelArc xlink:from="a" xlink:to="v"/><link:labelArc xlink:from="a" xlink:to="s"/></link:labelLink></link:linkbase>"""
    tag = '<ix:nonNumeric contextRef="CurrentYearDuration" name="{}">値</ix:nonNumeric>'
    body = f"<p>{tag.format('own_E1-000:Sales')}{tag.format('a:Other')}</p>"
    for labels, expected in ((linkbase.encode(), "自社の売上"), (b"<broken", None)):
        data = pack({member_name: page(body), member_name.replace("_ixbrl.htm", "_lab.xml"): labels})
        (document,) = EdinetPackageReader().read(RawSource("a.zip", data))
        assert [fact.label for fact in document.facts] == [expected, None]


@pytest.mark.parametrize(
    "body",
    [
        "<table>" * 60 + "<tr><td>x</td></tr>" + "</table>" * 60,
        "<table><tr><td>" * 60 + "x" + "</td></tr></table>" * 60,
        "<table><tr>" + '<td colspan="60">x</td>' * 30 + "</tr></table>",
        "<table><tr>" + "<td>x</td>" * 1500 + "</tr></table>",
        '<ix:nonNumeric contextRef="c" name="a:X">' * 500 + "x" + "</ix:nonNumeric>" * 500,
    ],
)
def test_markup_without_end_is_refused(page: Any, pack: Any, member_name: str, body: str) -> None:
    assert reason_of(pack({member_name: page(body)})) is ReasonCode.TOO_LARGE


def test_long_markup_is_read_whole(page: Any, pack: Any, member_name: str) -> None:
    """A paragraph, a table and a cell of inner tables, each with thousands of tags (`evals/bench/readers` times them)."""
    tag = '<ix:nonFraction contextRef="c" name="a:N" unitRef="JPY" decimals="0" scale="6" format="ixt:numdotdecimal">1</ix:nonFraction>'
    body = (
        f"<p>{tag * 8000}</p><table>{f'<tr><td>{tag}</td></tr>' * 8000}</table>"
        f"<table><tr><td>x</td><td>{'<table><tr><td>1</td></tr></table>' * 8000}</td></tr></table>"
    )
    (document,) = EdinetPackageReader().read(RawSource("a.zip", pack({member_name: page(body)})))
    assert len(document.facts) == 16_000
