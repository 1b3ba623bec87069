"""Golds of real filings: no words in them, the same when made again, and a plain reader that reads right."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from agent.models.gold import Gold
from evals.datasets.load import HERE
from evals.gold.filing_facts import member_labels, package_facts, printed_facts, words_digest
from evals.gold.filing_gold import filing_gold

FILES = sorted((HERE / "filings").glob("*.yaml"))
INSTANCE = """<?xml version="1.0" encoding="UTF-8"?>
<xbrli:xbrl xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:jppfs_cor="http://example.com/jppfs"
  xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:iso4217="http://www.xbrl.org/2003/iso4217"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<xbrli:context id="CurrentYearDuration"><xbrli:entity/><xbrli:period><xbrli:startDate>2025-04-01</xbrli:startDate>
<xbrli:endDate>2026-03-31</xbrli:endDate></xbrli:period></xbrli:context>
<xbrli:context id="CurrentYearInstant_NonConsolidatedMember"><xbrli:entity/><xbrli:period>
<xbrli:instant>2026-03-31</xbrli:instant></xbrli:period><xbrli:scenario>
<xbrldi:explicitMember dimension="jppfs_cor:ConsolidatedOrNonConsolidatedAxis">jppfs_cor:NonConsolidatedMember</xbrldi:explicitMember>
</xbrli:scenario></xbrli:context>
<xbrli:unit id="JPY"><xbrli:measure>iso4217:JPY</xbrli:measure></xbrli:unit>
<jppfs_cor:NetSales contextRef="CurrentYearDuration" unitRef="JPY" decimals="-6">1234000000</jppfs_cor:NetSales>
<jppfs_cor:Assets contextRef="CurrentYearInstant_NonConsolidatedMember" unitRef="JPY" xsi:nil="true"/>
<jppfs_cor:Name contextRef="CurrentYearDuration">見本工業</jppfs_cor:Name>
</xbrli:xbrl>"""
PAGE = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2008/inlineXBRL"
 xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:iso4217="http://www.xbrl.org/2003/iso4217"><body>
<ix:header><ix:resources>
<xbrli:context id="CurrentYearDuration"><xbrli:entity/><xbrli:period><xbrli:startDate>2025-04-01</xbrli:startDate>
<xbrli:endDate>2026-03-31</xbrli:endDate></xbrli:period></xbrli:context>
<xbrli:unit id="JPY"><xbrli:measure>iso4217:JPY</xbrli:measure></xbrli:unit></ix:resources></ix:header>
<p>△<ix:nonFraction name="jppfs_cor:NetSales" contextRef="CurrentYearDuration" unitRef="JPY" scale="6" sign="-"
 decimals="-6">1,２34</ix:nonFraction></p>
<p><ix:nonFraction name="jppfs_cor:Other" contextRef="CurrentYearDuration" unitRef="JPY" scale="3">－</ix:nonFraction></p>
<p><ix:nonNumeric name="jppfs_cor:Name" contextRef="CurrentYearDuration">見本<span>工業</span></ix:nonNumeric></p>
</body></html>"""


def package(path: Path, instance: bool) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        if instance:
            archive.writestr("S1/XBRL/PublicDoc/a.xbrl", INSTANCE)
        archive.writestr("S1/XBRL/PublicDoc/0101010_ixbrl.htm", PAGE)
    return path


def test_an_instance_is_read(tmp_path: Path) -> None:
    sales, assets, name = package_facts(package(tmp_path / "a.zip", instance=True))
    assert (sales.prefix, sales.name, sales.value, sales.unit) == (
        "jppfs_cor",
        "NetSales",
        Decimal(1234000000),
        "JPY",
    )
    assert (sales.context.start, sales.context.end) == (dt.date(2025, 4, 1), dt.date(2026, 3, 31))
    assert assets.value is None
    assert assets.context.members == (("ConsolidatedOrNonConsolidatedAxis", "NonConsolidatedMember"),)
    assert name.value == "見本工業"


def test_inline_members_are_read_with_scale_and_sign(tmp_path: Path) -> None:
    sales, other, name = package_facts(package(tmp_path / "a.zip", instance=False))
    assert sales.value == Decimal(-1234000000)
    assert sales.printed == "1,２34"
    assert other.value == 0
    assert name.value == "見本工業"
    assert printed_facts(package(tmp_path / "b.zip", instance=True))[0].printed == "1,２34"
    assert member_labels(package(tmp_path / "c.zip", instance=True)) == {}


def test_two_readings_that_differ_stop_the_making(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    summary = "NetSalesSummaryOfBusinessResults"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("XBRL/PublicDoc/a.xbrl", INSTANCE.replace("NetSales", summary))
        archive.writestr("XBRL/PublicDoc/0101010_ixbrl.htm", PAGE.replace("NetSales", summary))
    with pytest.raises(ValueError, match=r"on the page -1\.234E"):
        filing_gold(path, "a.zip")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1,234", "１，２３４", True),
        ("△1,234", "1,234", True),
        ("山田　太郎", "山田太郎", True),
        ("山田 太郎", "山田 次郎", False),
        ("1,234", "1,235", False),
    ],
)
def test_digests_tell_words_apart_but_not_their_typing(one: str, other: str, same: bool) -> None:
    assert (words_digest(one) == words_digest(other)) is same


def test_there_are_ten_and_no_words_in_them() -> None:
    assert len(FILES) == 10
    for path in FILES:
        japanese = set(re.findall(r"[^\x00-\x7f]+", path.read_text(encoding="utf-8")))
        assert japanese <= {"円", "人"}, path.name


@pytest.mark.realdata
@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_made_again_they_are_the_same(path: Path, shared_data: Path) -> None:
    stored = Gold.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    assert stored.account_information is not None
    document = stored.account_information.documents[0]
    source = shared_data / document.location
    assert hashlib.sha256(source.read_bytes()).hexdigest() == document.sha256
    again = filing_gold(source, document.location)
    assert again.account_information == stored.account_information
    assert len(stored.account_information.figures or []) >= 45
