"""Mails saved as plain text are mails: sender, receivers, day and subject as their header lines say."""

from __future__ import annotations

import datetime as dt

import pytest

from connectors.interface import Document, DocumentKind, RawSource
from connectors.readers.note import NoteReader


def _read(text: str, name: str = "mail.txt") -> Document:
    return NoteReader().read(RawSource(name, text.encode("utf-8")))[0]


def test_header_lines_make_a_mail() -> None:
    document = _read(
        "From: 桑名 律子 <kuwana@hinata.example>\nTo: 楠様\nCc: 情報課 東雲 <shinonome@hinata.example>; 葛西\n"
        "Date: 2026/10/07 (水) 18:02\nSubject: 来月の件\n\n楠様\n桑名です。\n"
    )
    assert document.kind is DocumentKind.MAIL
    assert document.published == dt.date(2026, 10, 7)
    assert document.title == "来月の件"
    assert [(p.role, p.name, p.address) for p in document.participants] == [
        ("from", "桑名 律子", "kuwana@hinata.example"),
        ("to", "楠様", None),
        ("cc", "情報課 東雲", "shinonome@hinata.example"),
        ("cc", "葛西", None),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "差出人: 営業部 葛西\n宛先: 楠様\n日付: 2026年10月7日\n件名: ご連絡",
        "From: Ada Quill\nTo: Bert Roe\nSent: Wed, 7 Oct 2026 16:02",
        "From: Ada Quill\nDate: 7 October 2026\nSubject: plan",
    ],
)
def test_names_of_headers_differ(head: str) -> None:
    document = _read(f"{head}\n\nbody\n")
    assert document.kind is DocumentKind.MAIL
    assert document.published == dt.date(2026, 10, 7)


@pytest.mark.parametrize(
    "text",
    [
        "HANDOVER, sales to CS. From: Carl\nTo: Yusuf\nthin file\n",
        "日時: 10月7日\n場所: 本社\n件名: 定例\n出席: 葛西\n",
        "Subject: first quarter review\nDate: 7 October 2026\nGuest: P. Roe\n",
    ],
)
def test_heads_of_minutes_are_no_mail(text: str) -> None:
    assert _read(text).kind is DocumentKind.NOTE


def test_an_earlier_mail_below_is_quoted() -> None:
    document = _read(
        "From: Ada Quill\nTo: Bert Roe\nDate: 2026-10-07\n\nYes.\n\nFrom: Bert Roe\nSent: 2026-10-06\nTo: Ada Quill\nSubject: x\n\nWill you?\n"
    )
    assert [block.quoted for block in document.blocks][-1]
    assert not document.blocks[0].quoted
