"""Mails saved as plain text are mails: their sender speaks, their head stays as printed."""

import datetime as dt

import pytest

from connectors.interface import BlockKind, DocumentKind, RawSource
from connectors.registry import read_source


def read(text: str, path: str = "note.txt"):
    documents, skipped = read_source(RawSource(path, text.encode()))
    assert not skipped
    return documents[0]


def test_japanese_head():
    mail = read(
        "差出人: 総務課 庶務係 水野\n宛先: 高木様\n日付: 2026年5月8日\n件名: 来年度の件\n\n高木様\n水野です。\n"
    )
    assert mail.kind is DocumentKind.MAIL
    assert mail.published == dt.date(2026, 5, 8)
    assert [(p.name, p.role) for p in mail.participants] == [("総務課 庶務係 水野", "from"), ("高木様", "to")]
    assert mail.title == "来年度の件"
    assert [b.kind for b in mail.blocks[:4]] == [BlockKind.FIELD] * 4


def test_english_head_with_addresses():
    mail = read(
        "From: Ana Reyes <ana@mill.example>\nTo: Tom Birch <tom@us.example>; Lou Park\nDate: Mon, 4 May 2026\n\nTom, papers go in on 1 June.\nAna\n"
    )
    assert mail.kind is DocumentKind.MAIL
    assert [(p.name, p.address) for p in mail.participants] == [
        ("Ana Reyes", "ana@mill.example"),
        ("Tom Birch", "tom@us.example"),
        ("Lou Park", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "5/8 訪問メモ\n差出人: なし\n",
        "From: the notebook\n\nNothing else.\n",
        "From: Ana\nTo: Tom\n\nFirst mail.\n\nFrom: Tom\nTo: Ana\n\nSecond mail, by itself.\n",
    ],
)
def test_notes_stay_notes(text):
    assert read(text).kind is DocumentKind.NOTE


def test_a_quoted_mail_below_is_quoted():
    mail = read(
        "From: Ana\nTo: Tom\n\nYes.\n\n-----Original Message-----\nFrom: Tom\nTo: Ana\n\nIs it in June?\n"
    )
    assert mail.kind is DocumentKind.MAIL
    assert any(block.quoted for block in mail.blocks)


def test_lines_of_a_chat_log_begin_anew():
    note = read(
        "2026-05-08 09:12 水野(みなと工業): 来年度の分は部長の決裁で足りると総務から聞いております\n"
        "2026-05-08 09:14 高木(当社): 承知しました、ありがとうございます、資料を今週中にお送りします\n"
    )
    assert len(note.blocks) == 2


def test_kanji_and_iroha_numbers_begin_items():
    note = read(
        "段取りは次のとおりと伺っております、念のため書いておきますので\n一、係の案 …… 十一月十日\n二、部の会議 …… 十一月二十日\nハ 役員会 十二月一日\nニ 告示 十二月十日\n"
    )
    assert [b.kind for b in note.blocks[1:]] == [BlockKind.LIST_ITEM] * 4
