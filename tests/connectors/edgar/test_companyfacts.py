"""The SEC's companyfacts as a source: annual figures once each, with the cell of their value."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from typing import Any

import pytest

from connectors.interface import DocumentKind, RawSource, ReasonCode
from connectors.registry import READERS, read_source


def _value(
    end: str, val: Any, form: str = "10-K", filed: str = "2026-03-01", start: str | None = None
) -> dict[str, Any]:
    return {"start": start, "end": end, "val": val, "form": form, "filed": filed, "fy": 2026, "fp": "FY"}


def _data(*values: dict[str, Any]) -> bytes:
    told = {"label": "Revenues", "units": {"USD": list(values)}}
    return json.dumps(
        {"cik": 1, "entityName": "GREEN GAUGE INC.", "facts": {"us-gaap": {"Revenues": told}}}, indent=1
    ).encode()


def test_annual_figures_as_the_newest_report_states_them() -> None:
    data = _data(
        _value("2025-12-31", 90, filed="2026-03-01", start="2025-01-01"),
        _value("2025-12-31", 91, filed="2027-03-01", start="2025-01-01"),
        _value("2026-12-31", 1234567, filed="2027-03-01", start="2026-01-01"),
        _value("2026-09-30", 5, form="10-Q", start="2026-07-01"),
    )
    source = RawSource("CIK1.json", data)
    assert [reader.name for reader in READERS if reader.claims(source)] == ["companyfacts"]
    (document,), skipped = read_source(source)
    assert skipped == []
    assert document.kind is DocumentKind.ANNUAL_REPORT
    assert document.filer is not None
    assert document.filer.name == "GREEN GAUGE INC."
    assert document.period == (dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    assert document.published == dt.date(2027, 3, 1)
    assert [(f.element, f.value, f.unit) for f in document.facts] == [
        ("us-gaap:Revenues", Decimal(91), "USD"),
        ("us-gaap:Revenues", Decimal(1234567), "USD"),
        ("dei:DocumentFiscalYearFocus", "2026", None),
    ]
    assert [document.text[f.span.start : f.span.end] for f in document.facts if f.span] == ["91", "1234567"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"cik": 1, "facts": {', ReasonCode.CORRUPT),
        (b'{"cik": 1, "facts": []}', ReasonCode.NO_TEXT),
        (b'{"cik": 1, "facts": {"us-gaap": {"A": {"units": {"USD": [3]}}}}}', ReasonCode.NO_TEXT),
    ],
)
def test_what_is_refused(data: bytes, reason: ReasonCode) -> None:
    documents, (entry,) = read_source(RawSource("CIK1.json", data))
    assert documents == []
    assert entry.reason is reason
