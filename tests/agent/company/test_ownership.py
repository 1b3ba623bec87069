from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from agent.company.ownership import attribute
from agent.models.account import Account
from connectors.interface import Document, DocumentKind, Filer


@pytest.fixture
def filing(new_page: Callable[[], Any]) -> Callable[..., Document]:
    def make(name: str, path: str = "a.zip", **codes: str) -> Document:
        page = new_page()
        page.line(f"【会社名】{name}")
        document: Document = page.document(path=path, filer=Filer(name, **codes))
        return document

    return make


@pytest.fixture
def web(new_page: Callable[[], Any]) -> Callable[..., Document]:
    def make(
        text: str, publisher: str = "どこか新聞", kind: DocumentKind = DocumentKind.WEB_PAGE
    ) -> Document:
        page = new_page()
        page.line(text)
        document: Document = page.document(
            kind, path=f"{len(text)}.html", title=text[:20], filer=Filer(publisher)
        )
        return document

    return make


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ({"edinet_code": "E00001"}, {"edinet_code": "E00001"}, "account"),
        ({"edinet_code": "E00001"}, {"edinet_code": "E00002"}, "other"),
        ({"sec_code": "7203"}, {"sec_code": "72030"}, "account"),
        ({"sec_code": "130A"}, {"sec_code": "130A0"}, "account"),
        ({"sec_code": "7203"}, {"sec_code": "72040"}, "other"),
        ({"corporate_number": "1234567890123"}, {"corporate_number": "1234567890123"}, "account"),
        (
            {"edinet_code": "E00001", "sec_code": "7203"},
            {"edinet_code": "E00001", "sec_code": "99990"},
            "account",
        ),
    ],
)
def test_codes_decide(
    account: Account,
    filing: Callable[..., Document],
    mine: dict[str, str],
    theirs: dict[str, str],
    expected: str,
) -> None:
    document = filing("株式会社名前違い", **theirs)
    found = attribute([document], account.model_copy(update=mine))
    assert found.about == {document.source_id: expected}


def test_full_name_decides_without_codes(account: Account, filing: Callable[..., Document]) -> None:
    own = filing("㈱ミドリ電算", edinet_code="E1")
    similar = filing("株式会社ミドリ電産", "b.zip", edinet_code="E2")
    about = attribute([own, similar], account).about
    assert about == {own.source_id: "account", similar.source_id: "other"}


def test_single_filer_without_codes_is_used_and_reported(
    account: Account, filing: Callable[..., Document]
) -> None:
    document = filing("まったく別の名前株式会社", edinet_code="E1")
    found = attribute([document], account)
    assert found.about[document.source_id] == "unconfirmed"
    assert [(f.rule, f.severity) for f in found.findings] == [("identity_unconfirmed", "warning")]
    assert "まったく別の名前株式会社" in found.findings[0].message


def test_two_unknown_filers_are_both_left_out(account: Account, filing: Callable[..., Document]) -> None:
    first, second = filing("甲株式会社", edinet_code="E1"), filing("乙株式会社", "b.zip", edinet_code="E2")
    assert set(attribute([first, second], account).about.values()) == {"other"}


def test_other_filer_beside_notes_about_the_account_is_left_out(
    account: Account, filing: Callable[..., Document], web: Callable[..., Document]
) -> None:
    stranger = filing("競合商事株式会社", edinet_code="E1")
    note = web("ミドリ電算さまとの定例。", kind=DocumentKind.NOTE)
    about = attribute([stranger, note], account).about
    assert about[stranger.source_id] == "other"
    assert about[note.source_id] == "account"


@pytest.mark.parametrize(
    ("text", "publisher", "expected"),
    [
        ("ミドリ電算が新拠点を開く。", "地方新聞", "account"),
        ("人事異動のお知らせ", "株式会社ミドリ電算", "account"),
        ("ミドリ電算工業、新社長に山田氏", "地方新聞", "other"),
        ("業界の動き", "地方新聞", "other"),
    ],
)
def test_pages_belong_to_the_company_they_name(
    account: Account, web: Callable[..., Document], text: str, publisher: str, expected: str
) -> None:
    document = web(text, publisher)
    assert attribute([document], account).about[document.source_id] == expected


def test_holding_company_known_to_the_notes_counts(account: Account, web: Callable[..., Document]) -> None:
    page = web("グループのIT基盤を統合する。", "ミドリホールディングス株式会社")
    note = web("ミドリ電算の親会社はミドリホールディングス。", kind=DocumentKind.NOTE)
    assert attribute([page], account).about[page.source_id] == "other"
    assert attribute([page, note], account).about[page.source_id] == "account"
