"""Covers of filings without tags: kind, filer, period, day, amendment."""

from __future__ import annotations

import datetime as dt

import pytest

from connectors.interface import DocumentKind, FactPeriod, RawSource
from connectors.readers.filing_cover import Cover, read_cover
from connectors.registry import read_source

_ANNUAL = (
    "【表紙】\n【提出書類】 {form}\n【提出日】 2026年６月24日\n【事業年度】 第31期（自　2025年４月１日　至　2026年３月31日）\n"
    "【会社名】 株式会社アオバ精機\nEDINET提出書類\n株式会社アオバ精機(E99999)\n"
)
_SUMMARY = (
    "2027年３月期　第２四半期決算短信〔日本基準〕（連結）\n2026年11月５日\n上場会社名 株式会社アオバ精機 上場取引所 東\n"
    "コード番号 9999 ＵＲＬ https://aoba.example/\n１．連結業績（2026年４月１日～2026年９月30日）\n"
)


@pytest.mark.parametrize(
    ("form", "kind", "amends"),
    [
        ("有価証券報告書", DocumentKind.ANNUAL_REPORT, None),
        ("訂正有価証券報告書", DocumentKind.ANNUAL_REPORT, "訂正有価証券報告書"),
        ("半期報告書", DocumentKind.SEMIANNUAL_REPORT, None),
        ("四半期報告書", DocumentKind.QUARTERLY_REPORT, None),
        ("臨時報告書", DocumentKind.OTHER_FILING, None),
    ],
)
def test_japanese_forms(form: str, kind: DocumentKind, amends: str | None) -> None:
    cover = read_cover(_ANNUAL.format(form=form))
    assert (cover.kind, cover.amends, cover.published) == (kind, amends, dt.date(2026, 6, 24))
    assert cover.filer is not None
    assert (cover.filer.name, cover.filer.edinet_code) == ("株式会社アオバ精機", "E99999")
    assert cover.period == FactPeriod(dt.date(2025, 4, 1), dt.date(2026, 3, 31))


def test_earnings_summary() -> None:
    cover = read_cover(_SUMMARY)
    assert cover.kind is DocumentKind.EARNINGS_SUMMARY
    assert cover.filer is not None
    assert (cover.filer.name, cover.filer.sec_code) == ("株式会社アオバ精機", "9999")
    assert (cover.published, cover.period) == (
        dt.date(2026, 11, 5),
        FactPeriod(dt.date(2026, 4, 1), dt.date(2026, 9, 30)),
    )


def test_american_form() -> None:
    cover = read_cover(
        "UNITED STATES\nSECURITIES AND EXCHANGE COMMISSION\nFORM 10-K\n"
        "For the fiscal year ended June 30, 2026\nAOBA HOLDINGS, INC.\n(Exact name of registrant as specified)\n"
    )
    assert (cover.kind, cover.form) == (DocumentKind.ANNUAL_REPORT, "10-K")
    assert cover.filer is not None
    assert cover.filer.name == "AOBA HOLDINGS, INC."
    assert cover.period == FactPeriod(None, dt.date(2026, 6, 30))


@pytest.mark.parametrize("text", ["", "10月定例の議事録\n有価証券報告書を読んだ。", "会社案内"])
def test_other_text_has_no_cover(text: str) -> None:
    assert read_cover(text) == Cover()


def test_a_plain_page_with_a_cover_is_a_filing() -> None:
    page = "<html><body>" + "".join(
        f"<p>{line}</p>" for line in _ANNUAL.format(form="有価証券報告書").split("\n")
    )
    document = read_source(RawSource("x.html", page.encode()))[0][0]
    assert document.kind is DocumentKind.ANNUAL_REPORT


def test_a_page_about_a_filing_stays_a_page() -> None:
    page = "<html><body><h1>有価証券報告書の提出について</h1><p>決算短信も公表しました。</p></body></html>"
    assert read_source(RawSource("x.html", page.encode()))[0][0].kind is DocumentKind.WEB_PAGE
