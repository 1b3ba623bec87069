from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from agent.calendar import fold
from agent.company.fiscal_year import read_fiscal_year_end
from agent.company.fiscal_year_rules import year_end_phrases
from agent.models.account import Account
from connectors.interface import BlockKind, DocumentKind, Filer


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [
        ("うちは5月決算で、期の前半で超えた。", 5, None),
        ("2027年５月期の目標", 5, None),
        ("2026年12月期 第2四半期決算のポイント", 12, None),
        ("決算月,3月,", 3, None),
        ("決算期：６月", 6, None),
        ("決算日\t毎年9月30日", 9, 30),
        ("【事業年度】\n第9期(自 2023年３月１日 至 2024年２月29日)", 2, 29),
        ("事業年度\t４月１日から３月31日まで", 3, 31),
        ("事業年度は毎年4月1日から", 3, None),
        ("うちの年度は1月始まり", 12, None),
        ("2027年度（2027年4月〜2028年3月）より変更します。", 3, None),
        ("貸借対照表の要旨（令和7年9月30日現在）", 9, 30),
        ("Its financial year ends on 30 June.", 6, 30),
        ("for the fiscal year ended June 30, 2025", 6, 30),
        ("FY ending March", 3, None),
        ("Fiscal year end: December", 12, None),
        ("our fiscal year runs from July 1 to June 30", 6, 30),
    ],
)
def test_phrases(text: str, month: int, day: int | None) -> None:
    found = list(year_end_phrases(fold(text).text))
    assert (month, day) in {(phrase.month, phrase.day) for phrase in found}
    assert {phrase.month for phrase in found} == {month}


@pytest.mark.parametrize(
    "text",
    [
        "12月決算だっけ? 引き継ぎは3月になってた",
        "9月決算らしい",
        "3月決算発表のあとに会う",
        "決算月,,空欄。次回聞く",
        "決算月の発表は3月",
        "2026年3月期間限定の割引",
        "13月決算",
        "year_range 2027年度（2027年4月〜2027年9月）の上期",
    ],
)
def test_not_a_year_end(text: str) -> None:
    assert list(year_end_phrases(fold(text).text)) == []


def test_filing_cover_is_cited_for_a_hidden_dei_date(account: Account, page: Any) -> None:
    page.row("【事業年度】", "第９期(自 2023年３月１日 至 2024年２月29日)")
    page.fact("jpdei_cor:CurrentFiscalYearEndDateDEI", "2024-02-29", None)
    document = page.document()
    found = read_fiscal_year_end(account, [document], "ja").value
    assert found is not None
    assert (found.value.month, found.value.day) == (2, 29)
    assert "2024年２月29日" in found.citations[0].quote
    assert found.check == "value_matches"


def test_month_alone_is_its_last_day_computed(account: Account, page: Any) -> None:
    page.line("うちは2月決算なので。", BlockKind.TURN, speaker="田村")
    found = read_fiscal_year_end(account, [page.document(DocumentKind.TRANSCRIPT)], "ja").value
    assert found is not None
    assert (found.value.month, found.value.day, found.check) == (2, 28, "computed")
    assert found.derived is not None
    assert found.derived.inputs[0].value == 2


def test_our_own_year_is_not_theirs(account: Account, page: Any) -> None:
    page.line("うちは3月決算です。", BlockKind.TURN, speaker="川瀬 真(ベンダー)")
    assert read_fiscal_year_end(account, [page.document(DocumentKind.TRANSCRIPT)], "ja").value is None


def test_own_page_beats_notes_and_the_disagreement_is_shown(
    account: Account, new_page: Callable[[], Any]
) -> None:
    page, note = new_page(), new_page()
    page.line("2026年12月期 決算のポイント")
    note.line("決算月: 3月")
    documents = [
        note.document(DocumentKind.NOTE, path="n.md"),
        page.document(
            DocumentKind.WEB_PAGE, path="p.html", filer=Filer(account.name), published=dt.date(2026, 8, 1)
        ),
    ]
    found = read_fiscal_year_end(account, documents, "ja")
    assert found.value is not None
    assert found.value.value.month == 12
    assert len(found.contradictions) == 1
    assert found.contradictions[0].preferred == "a"
    assert "3月" in found.contradictions[0].b.quote


def test_a_year_end_to_come_disagrees_with_none(account: Account, new_page: Callable[[], Any]) -> None:
    note, mail = new_page(), new_page()
    note.line("決算月: 9月")
    mail.line("統合後の決算月は3月です。")
    documents = [
        note.document(DocumentKind.NOTE, path="n.md"),
        mail.document(DocumentKind.NOTE, path="m.md"),
    ]
    assert read_fiscal_year_end(account, documents, "ja").contradictions == []


def test_news_about_several_companies_needs_the_name_in_the_sentence(account: Account, page: Any) -> None:
    page.line("他社は2026年3月期の見通しを下げた。")
    page.line("ミドリ電算は2026年6月期も増益を見込む。")
    document = page.document(DocumentKind.WEB_PAGE, path="n.html", title="業界の動き", filer=Filer("新聞社"))
    found = read_fiscal_year_end(account, [document], "ja").value
    assert found is not None
    assert found.value.month == 6
