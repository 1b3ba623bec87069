"""Signatures, telephone numbers, addresses, headers and greetings state nothing; what is said beside them does."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from agent.renewal.courtesies import states_nothing
from connectors.interface import Document, RawSource
from connectors.registry import read_source

MAIL = """From: Ida Holm <ida@fjord.example>
To: rep@vendor.example
Date: Mon, 5 Oct 2026 09:00:00 +0200
Subject: Seats

The north depot is not using it.

--
Ida Holm
Operations Lead, Fjord Freight
T +47 22 00 00 00
"""


def _document() -> Document:
    found, _ = read_source(RawSource("mail.eml", MAIL.encode()))
    return found[0]


def _remark(text: str) -> SimpleNamespace:
    return SimpleNamespace(text=text, document=_document(), start=_document().text.index("The north"))


@pytest.mark.parametrize(
    "text",
    [
        "TEL 03-1111-2222", "電話:06-1234-5678", "携帯 090-1111-2222", "Tel: 03-1111-2222 / Fax: 03-1111-2223", "+44 20 7946 0000",
        "Mobile: +1 (415) 555-0100", "ida@fjord.example", "https://fjord.example/team", "〒100-0001 東京都千代田区1-2-3",
        "12 Harbour Street, Oslo", "お世話になっております。", "いつもお世話になっております、椎名です。", "よろしくお願いいたします。",
        "Dear Ida,", "Best regards,", "Many thanks, Ida", "件名: 来期の件", "From: Ida Holm",
    ],
)  # fmt: skip
def test_no_statement(text: str) -> None:
    assert states_nothing(_remark(text))


@pytest.mark.parametrize(
    "text",
    [
        "電話は03-1111-2222から繋がらないとの苦情が出ている。", "Thanks to the tool we closed a week earlier.", "東京都の入札は4月に始まる。",
        "お世話になった前任が異動します。", "Dear costs are why the board hesitates.", "2,400 staff in 9 sites", "メールが届かない",
        "Regards the price, finance wants it lower.", "利用者は38名", "3月31日までに返事をする", "12 sites use it",
    ],
)  # fmt: skip
def test_a_statement(text: str) -> None:
    assert not states_nothing(_remark(text))


def test_lines_of_a_signature_are_told_by_their_place() -> None:
    document = _document()

    def line(words: str) -> bool:
        at = document.text.index(words)
        return states_nothing(SimpleNamespace(text=words, document=document, start=at))

    assert line("Operations Lead, Fjord Freight")
    assert not line("The north depot is not using it.")
