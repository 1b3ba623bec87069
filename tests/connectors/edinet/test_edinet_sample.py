"""The embedded sample filing: rebuilt byte for byte, its statements add up, every figure is printed."""

from __future__ import annotations

import sys
from decimal import Decimal
from pathlib import Path

import pytest

from connectors.edinet.package import EdinetPackageReader
from connectors.interface import Document, RawSource

EXAMPLES = Path(__file__).parents[3] / "examples"
SAMPLE = EXAMPLES / "minato" / "sources" / "01_yuho_S100ZZ01.zip"


@pytest.fixture(scope="module")
def document() -> Document:
    (found,) = EdinetPackageReader().read(RawSource(SAMPLE.name, SAMPLE.read_bytes()))
    return found


def value(document: Document, name: str, context: str) -> Decimal:
    (fact,) = {f.value for f in document.facts if f.local_name == name and f.context.id == context}
    assert isinstance(fact, Decimal)
    return fact


def test_the_generator_rebuilds_the_committed_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(EXAMPLES))
    import make_filing  # type: ignore[import-not-found]

    try:
        assert make_filing.build() == SAMPLE.read_bytes()
    finally:
        for name in ("make_filing", "filing_content"):
            sys.modules.pop(name, None)


@pytest.mark.parametrize("year", ["Prior1Year", "CurrentYear"])
def test_the_statements_add_up(document: Document, year: str) -> None:
    instant, duration = f"{year}Instant", f"{year}Duration"
    assert value(document, "Assets", instant) == value(document, "CurrentAssets", instant) + value(
        document, "NoncurrentAssets", instant
    )
    assert value(document, "Liabilities", instant) + value(document, "NetAssets", instant) == value(
        document, "Assets", instant
    )
    assert value(document, "NetSales", duration) - value(document, "CostOfSales", duration) == value(
        document, "GrossProfit", duration
    )
    summary = value(document, "NetSalesSummaryOfBusinessResults", duration)
    assert value(document, "NetSales", duration) == summary
    flows = sum(
        value(document, name, duration)
        for name in (
            "NetCashProvidedByUsedInOperatingActivities",
            "NetCashProvidedByUsedInInvestmentActivities",
            "NetCashProvidedByUsedInFinancingActivities",
            "EffectOfExchangeRateChangeOnCashAndCashEquivalents",
        )
    )
    assert flows == value(document, "NetIncreaseDecreaseInCashAndCashEquivalents", duration)


def test_every_figure_is_printed_with_its_scale(document: Document) -> None:
    figures = [fact for fact in document.facts if isinstance(fact.value, Decimal)]
    assert len(figures) > 300
    assert all(fact.span for fact in figures)
    scaled = [fact for fact in figures if fact.decimals is not None and fact.decimals < 0]
    assert all(fact.scale_span for fact in scaled)


def test_officers_are_tagged(document: Document) -> None:
    names = [
        f.value for f in document.facts if f.local_name == "NameInformationAboutDirectorsAndCorporateAuditors"
    ]
    assert names == [
        "湊谷\u3000正明", "真鍋\u3000浩二", "蓮沼\u3000和彦", "堂本\u3000佳代", "相良\u3000修", "名倉\u3000朋子",
    ]  # fmt: skip
