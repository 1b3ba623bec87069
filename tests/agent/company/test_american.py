"""Form 10-K and companyfacts: segments by their tags, strategy and issues without a section of their own, year-end."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from agent.company.read import read_company
from agent.models.account import Account
from connectors.interface import RawSource
from connectors.registry import read_source

_HEAD = (
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" '
    'xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:xbrldi="http://xbrl.org/2006/xbrldi" '
    'xmlns:us-gaap="http://fasb.org/us-gaap/2024" xmlns:dei="http://xbrl.sec.gov/dei/2024" xmlns:gg="http://gg.example/2024" '
    'xmlns:iso4217="http://www.xbrl.org/2003/iso4217"><head><title>10-K</title></head><body>'
)


def _context(name: str, member: str | None = None) -> str:
    segment = (
        f'<xbrli:segment><xbrldi:explicitMember dimension="us-gaap:StatementBusinessSegmentsAxis">{member}'
        "</xbrldi:explicitMember></xbrli:segment>"
        if member
        else ""
    )
    return (
        f'<xbrli:context id="{name}"><xbrli:entity><xbrli:identifier scheme="cik">1</xbrli:identifier>{segment}'
        "</xbrli:entity><xbrli:period><xbrli:startDate>2024-01-01</xbrli:startDate>"
        "<xbrli:endDate>2024-12-31</xbrli:endDate></xbrli:period></xbrli:context>"
    )


def _number(element: str, context: str, digits: str) -> str:
    return f'<ix:nonFraction name="us-gaap:{element}" contextRef="{context}" unitRef="usd" decimals="-6" scale="6">{digits}</ix:nonFraction>'


def _page(segments: tuple[str, ...]) -> bytes:
    contexts = _context("c") + "".join(_context(name, f"gg:{name}Member") for name in segments)
    rows = "".join(
        f"<tr><td>{name}:</td><td></td></tr>"
        f"<tr><td>Net sales</td><td>{_number('Revenues', name, digits)}</td></tr>"
        f"<tr><td>Operating income</td><td>{_number('OperatingIncomeLoss', name, profit)}</td></tr>"
        for name, digits, profit in zip(segments, ("600", "300"), ("60", "20"), strict=False)
    )
    text = (
        _HEAD + "<div style='display:none'><ix:header><ix:hidden>"
        '<ix:nonNumeric name="dei:DocumentType" contextRef="c">10-K</ix:nonNumeric>'
        '<ix:nonNumeric name="dei:EntityRegistrantName" contextRef="c">GREEN GAUGE INC.</ix:nonNumeric>'
        f"</ix:hidden><ix:resources>{contexts}"
        '<xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit></ix:resources></ix:header></div>'
        "<p>Item 1. Business</p><p>As part of our strategy, we aim to win customers of every size in new regions.</p>"
        "<p>Item 7. Management's Discussion and Analysis of Financial Condition and Results of Operations</p>"
        "<p>Our talent shortage is a key challenge and we need to strengthen hiring to meet customer demand.</p>"
        f"<p>Item 8. Financial Statements</p><table><tr><td>Net sales</td><td>{_number('Revenues', 'c', '900')}</td></tr></table>"
        f"<table><tr><td></td><td>2024</td></tr>{rows}</table></body></html>"
    )
    return text.encode()


def _read(name: str, data: bytes) -> Any:
    documents, skipped = read_source(RawSource(name, data))
    assert skipped == []
    account = Account(id="a", name="GREEN GAUGE INC.", as_of=dt.date(2025, 6, 1), language="en")
    return documents, read_company(account, documents).information


def test_segments_are_named_by_the_rows_that_head_them() -> None:
    documents, information = _read("gg-10k.htm", _page(("Gauges", "Meters")))
    found = [(s.name, s.sales.value, s.profit.value, s.share_of_sales.value) for s in information.segments]
    assert found == [("Gauges", 600_000_000, 60_000_000, 66.7), ("Meters", 300_000_000, 20_000_000, 33.3)]
    for segment in information.segments:
        for citation in [*segment.citations, *segment.sales.citations]:
            assert documents[0].text[citation.start : citation.end] == citation.quote


def test_one_segment_is_the_whole_company() -> None:
    assert _read("gg-10k.htm", _page(("Gauges",)))[1].segments == []


def test_strategy_and_issues_come_from_items_1_and_7() -> None:
    _, information = _read("gg-10k.htm", _page(("Gauges", "Meters")))
    assert "we aim to win customers of every size" in information.policies[0].text
    assert "talent shortage" in information.issues[0].text
    assert all(claim.citations for claim in [*information.policies, *information.issues])


def test_year_end_of_companyfacts_is_cited_to_a_row() -> None:
    values = [
        {
            "start": "2024-02-01",
            "end": "2025-01-31",
            "val": 7,
            "form": "10-K",
            "filed": "2025-03-20",
            "fy": 2025,
        },
        {
            "start": "2023-02-01",
            "end": "2024-01-31",
            "val": 6,
            "form": "10-K",
            "filed": "2024-03-20",
            "fy": 2024,
        },
    ]
    facts = {"us-gaap": {"Revenues": {"label": "Revenues", "units": {"USD": values}}}}
    data = json.dumps({"cik": 1, "entityName": "GREEN GAUGE INC.", "facts": facts}).encode()
    _, information = _read("CIK1.json", data)
    value = information.fiscal_year_end
    assert (value.value.month, value.value.day, value.citations[0].quote) == (1, 31, "2024-02-01\t2025-01-31")


@pytest.mark.realdata
def test_real_10k_segments_add_up(shared_data: Path) -> None:
    import zipfile

    with zipfile.ZipFile(shared_data / "english" / "sec.zip") as archive:
        name = next(n for n in archive.namelist() if n.endswith("2024-11-01.html"))
        information = _read(name, archive.read(name))[1]
    last = information.financials[-1]
    assert len(information.segments) == 5
    assert sum(s.sales.value for s in information.segments) == last.net_sales.value
    assert information.policies
    assert information.issues
