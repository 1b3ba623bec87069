"""Claims that all use it, or that an old way is gone, against counts and against what is still there."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.drafting.notes.contradictions.said import Said
from agent.drafting.notes.contradictions.whole_use import refuted_use
from agent.renewal.remarks import Remark
from connectors.interface import Block, BlockKind, Document, DocumentKind


def _said(number: int, text: str, kind: DocumentKind = DocumentKind.NOTE) -> Said:
    block = Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text))
    document = Document(
        source_id=f"s{number}", path=f"note{number}.txt", kind=kind, title="", text=text, blocks=[block], sha256="", language="ja"
    )  # fmt: skip
    day = dt.date(2026, 3, number)
    return Said(Remark(document, 0, len(text), text, BlockKind.PARAGRAPH, 0, day=day), "", day)


@pytest.mark.parametrize(
    ("claim", "against"),
    [
        ("組合長いわく「全支所で毎日使っていますよ」", "支所別に見ると、使っていたのは14支所のうち3支所。"),
        ("所長「紙の点検表はもう廃止しました」", "紙の点検表は夜勤でまだ毎晩書いている。"),
        ("The head of stores told us every shop is now on it.", "Of the shops, 4 of 26 logged in last week."),
        ("Wall charts: all gone, she says.", "Three wards still have the wall charts up."),
    ],
)
def test_a_count_or_what_is_still_there_speaks_against_all(claim: str, against: str) -> None:
    (pair,) = list(refuted_use([_said(1, claim), _said(9, against)]))
    assert (pair.a.text, pair.b.text) == (claim, against)


def test_what_a_customer_published_is_a_claim_too() -> None:
    page = _said(1, "「全店舗で毎日活用しております」と理事長。", DocumentKind.WEB_PAGE)
    assert [pair.a for pair in refuted_use([page, _said(9, "利用状況: 30店舗のうち4店舗でログイン。")])] == [
        page.remark
    ]


@pytest.mark.parametrize(
    ("claim", "against"),
    [
        ("全支所で使ってもらうのが目標です。", "支所別に見ると、使っていたのは14支所のうち3支所。"),
        ("請求書を全部自分で見ています。", "支所別に見ると、使っていたのは14支所のうち3支所。"),
        ("All shops should be on it by June.", "Of the shops, 4 of 26 logged in last week."),
        ("The head of stores told us every shop is now on it.", "Last week 25 of 26 shops logged in."),
        ("所長「紙の点検表はもう廃止しました」", "紙1枚で要点を送ります。"),
    ],
)  # fmt: skip
def test_wishes_other_objects_and_high_counts_are_no_clash(claim: str, against: str) -> None:
    assert not list(refuted_use([_said(1, claim), _said(9, against)]))
