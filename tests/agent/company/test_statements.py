from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest

from agent.company import read_company
from agent.company.performance import excerpt
from agent.company.sections import bare_heading, section
from agent.company.statements import read_statements
from agent.company.topics import read_topics
from agent.models.account import Account
from connectors.interface import DocumentKind, Filer


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("３ 【事業等のリスク】", "事業等のリスク"),
        ("(1) 価格競争について", "価格競争について"),
        ("①　人材の確保", "人材の確保"),
        ("（２）① 二重の番号", "二重の番号"),
        ("2025年度の方針", "2025年度の方針"),
        ("Item 1A. Risk Factors", "Risk Factors"),
    ],
)
def test_numbering_is_no_part_of_a_heading(words: str, bare: str) -> None:
    assert bare_heading(words) == bare
    assert bare in words


def _report(page: Any) -> Any:
    page.heading("第２ 【事業の状況】", 2)
    page.heading("１ 【経営方針、経営環境及び対処すべき課題等】")
    page.line("文中の将来に関する事項は、当連結会計年度末現在において判断したものであります。")
    page.heading("(1) 経営方針", 4)
    page.line("当社グループは、2030年に保守サービスで国内首位となることを目標としています。短文。")
    page.heading("(2) 経営環境", 4)
    page.line("国内の市場では人手不足が続き、保守の需要が高まっています。")
    page.heading("(3) 対処すべき課題", 4)
    page.line("熟練者の退職により、人材の育成が最も重要な課題であります。")
    page.line("競合他社との価格競争が激しく、生産性の向上が必要であります。")
    page.heading("２ 【事業等のリスク】")
    page.line("以下のとおりであります。")
    page.heading("(1) 災害に関するリスク", 4)
    page.line("大規模な地震により事業が停止する可能性があります。")
    page.heading("(2) 情報の漏洩について", 4)
    page.line("顧客の情報が漏洩した場合、信用を失うおそれがあります。")
    page.heading("３ 【次の章】")
    return page


def test_section_runs_to_the_next_heading_of_its_level(page: Any) -> None:
    document = _report(page).document()
    span = section(document, "risks")
    assert span is not None
    assert document.text[span.start : span.end].startswith("２ 【事業等のリスク】")
    assert "次の章" not in document.text[span.start : span.end]
    assert section(document, "group") is None


def test_statements_are_whole_sentences_under_the_right_head(page: Any) -> None:
    document = _report(page).document(published=dt.date(2024, 6, 20))
    found = read_statements([document])
    assert [c.text for c in found.issues] == [
        "熟練者の退職により、人材の育成が最も重要な課題であります。",
        "競合他社との価格競争が激しく、生産性の向上が必要であります。",
    ]
    assert [c.text for c in found.policies] == [
        "当社グループは、2030年に保守サービスで国内首位となることを目標としています。"
    ]
    assert found.market[0].text.startswith("国内の市場では")
    assert found.competitors[0].text.startswith("競合他社")
    for claim in [*found.issues, *found.policies, *found.market]:
        assert claim.citations[0].quote == claim.text
        assert claim.as_of == dt.date(2024, 6, 20)


def test_risks_are_headings_with_the_sentence_below(page: Any) -> None:
    risks = read_statements([_report(page).document()]).disclosed_risks
    assert [(r.text, r.citations[1].quote) for r in risks] == [
        (
            "災害に関するリスク：大規模な地震により事業が停止する可能性があります。",
            "大規模な地震により事業が停止する可能性があります。",
        ),
        (
            "情報の漏洩について：顧客の情報が漏洩した場合、信用を失うおそれがあります。",
            "顧客の情報が漏洩した場合、信用を失うおそれがあります。",
        ),
    ]


def test_topics_are_dated_and_newest_first(account: Account, new_page: Callable[[], Any]) -> None:
    documents = []
    for path, day in (("a.html", dt.date(2026, 8, 1)), ("b.html", dt.date(2026, 10, 1)), ("c.html", None)):
        page = new_page()
        page.heading(f"{path}のお知らせ", 1)
        page.line("2026年8月1日")
        page.line("ミドリ電算は第二倉庫を9月に稼働し、人材の採用を強化します。")
        documents.append(
            page.document(DocumentKind.WEB_PAGE, path=path, published=day, title=f"{path}のお知らせ")
        )
    topics = read_topics(account, documents)
    assert [(t.as_of, t.text) for t in topics] == [
        (dt.date(2026, 10, 1), "b.htmlのお知らせ"),
        (dt.date(2026, 8, 1), "a.htmlのお知らせ"),
    ]
    assert topics[0].citations[1].quote.startswith("ミドリ電算は")


def test_excerpt_keeps_the_word_it_is_about() -> None:
    words = "長い前置きがここにあり、さらに別の話が続いており、その中で人材の育成が急務となっていて、まだまだこの文は終わることなく続いていきます。"
    taken = excerpt(words, re.compile("人材"))
    assert "人材の育成が急務" in taken
    assert taken.startswith("…")
    assert len(taken) <= 64


def test_every_inference_rests_on_facts_of_the_reading(account: Account, page: Any) -> None:
    _report(page)
    cells = page.row("", "1,000", "1,100", "90", "60")
    years = ({"start": "2022-04-01", "end": "2023-03-31"}, {"start": "2023-04-01", "end": "2024-03-31"})
    for place, (element, year) in enumerate(
        [("NetSales", 0), ("NetSales", 1), ("OperatingIncome", 0), ("OperatingIncome", 1)], start=1
    ):
        page.fact(
            f"jppfs_cor:{element}", (0, 1000, 1100, 90, 60)[place], cells[place], unit="JPY", **years[year]
        )
    reading = read_company(account, [page.document(filer=Filer(account.name))])
    information = reading.information
    facts = {c.id for c in [*information.business, *information.issues, *information.policies]}
    assert information.implications
    for claim in information.implications:
        assert claim.premises
        assert set(claim.premises) <= facts
        assert "テスト製品" in claim.text
    assert any("増収減益" in claim.text for claim in information.implications)
    assert "account_information.segments" in reading.blanks
