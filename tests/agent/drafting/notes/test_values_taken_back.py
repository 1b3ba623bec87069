"""Values taken back or moved by a later note, paired with the earlier one that gave them."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.drafting.notes.contradictions.said import Said
from agent.drafting.notes.contradictions.taken_back import moved, taken_back
from agent.drafting.notes.contradictions.values import plain_of, values_in
from agent.renewal.remarks import Remark
from connectors.interface import Block, BlockKind, Document, DocumentKind


def _said(number: int, text: str, path: str = "note") -> Said:
    block = Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text))
    document = Document(
        source_id=f"s{number}", path=f"{path}{number}.txt", kind=DocumentKind.NOTE, title="", text=text, blocks=[block], sha256="", language="ja"
    )  # fmt: skip
    day = dt.date(2026, 3, number)
    return Said(Remark(document, 0, len(text), text, BlockKind.PARAGRAPH, 0, day=day), "", day)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("10月30日ではなく28日に", [(10, 30, None), (None, 28, None)]),
        ("出荷は5/20→6/4", [(5, 20, None), (6, 4, None)]),
        ("the twenty-fourth of March", [(3, 24, None)]),
        ("due 29 January, not the 22nd", [(1, 29, None), (None, 22, None)]),
        ("待ち時間は25分、離脱は12%", [(None, None, 25.0), (None, None, 12.0)]),
        ("we may go", []),
    ],
)
def test_values_are_read_from_words_and_digits(
    text: str, values: list[tuple[int | None, int | None, float | None]]
) -> None:
    assert [(v.month, v.day, v.number) for v in values_in(plain_of(text))] == values


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("検収の期限は11月6日でお願いします。", "検収は11月6日ではなく4日にしてください。"),
        ("窓口の待ち時間は平均35分くらいです。", "待ち時間の35分は誤りで、計測では22分でした。"),
        ("不良率の目標は8%で進めます。", "不良率、8%は厳しいので9%に直させてください。8%を9%に変更。"),
        ("端末の発送は4月10日までに済ませます。", "端末は部材待ちで4/10→4/24です。"),
        ("15園は続けると思います。", "先日15園と言いましたが、見込みちがいでした。"),
        ("4月の返却率は64%です。", "4月の返却率は64%と報告していましたが、二重に数えており61%に直します。"),
        ("All 48 have signed in.", "I was too quick about all 48."),
        ("The forms come back by 12 May.", "The forms are due on 19 May, not the 12th."),
        ("About 54 complaints a week, from memory.", "The 54 was one bad week, the complaints run at 37."),
    ],
)
def test_a_value_taken_back_is_paired_with_its_first_statement(earlier: str, later: str) -> None:
    pair = next(taken_back([_said(1, earlier), _said(2, "天気の話をした。"), _said(3, later)]))
    assert (pair.a.text, pair.b.text) == (earlier, later)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("待ち時間は35分です。", "待ち時間は35分でした。"),  # said again
        (
            "年額は6,000円の据え置きで。",
            "6,000円じゃなくて、使わない店を外してください。",
        ),  # nothing in its place
        ("申請は一日80件です。", "申請は80件→40件になりました。"),  # progress
        ("8社で始めます。", "8社でなく6社で始めた場合の年額を教えてください。"),  # supposed
        ("Calls fell to 60 a day.", "Still not 60 a day."),
    ],
)
def test_what_takes_nothing_back_is_not_paired(earlier: str, later: str) -> None:
    assert not list(taken_back([_said(1, earlier), _said(2, later)]))


def test_the_first_hand_note_is_cited_before_the_log() -> None:
    said = [
        _said(1, "応答時間は17分だと伺っています。"),
        _said(2, "応答時間は17分。", path="crm"),
        _said(3, "応答時間の17分は使えないです。"),
    ]
    assert next(taken_back(said)).a.document.path == "note1.txt"


@pytest.mark.parametrize(
    ("earlier", "later", "paired"),
    [
        ("予算の理事会は3月18日です。", "予算の理事会は3月11日に変更になりました。", True),
        ("The budget committee meets on 24 March.", "The budget committee is now 17 March.", True),
        ("審査会は5月なので、4月に資料を出します。", "その審査会が4月20日に前倒しになりました。", True),
        ("見積もりの提出は6月10日です。", "見積もりの提出は6月24日まで延ばします。", True),
        ("審査会は5月でした。", "その審査会が4月20日に前倒しになりました。", False),  # already held
        ("予算の理事会は3月18日です。", "操作研修は3月11日に変更になりました。", False),  # another event
        ("予算の理事会は3月18日です。", "予算の理事会は9月11日に変更になりました。", False),  # half a year on
        ("予算の理事会は3月18日です。", "予算の理事会は3月18日に変更になりました。", False),  # the same day
    ],
)
def test_an_event_that_moved_is_paired_with_its_first_day(earlier: str, later: str, paired: bool) -> None:
    assert bool(list(moved([_said(1, earlier), _said(2, later)]))) is paired


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Board day, as she told us, is 4 December.",
            "Her secretary has 11 December. The 4th was last year's date.",
        ),
        ("完了率は71%から80%へ。", "完了率は、80は忘れてください。"),
        ("定例は12月4日の午後です。", "その定例ですが、12月4日をやめて12月9日に延ばしました。"),
        ("We sit down together on 14 January.", "Let us do the 21st of January. The 14th is no good."),
    ],
)
def test_days_take_their_month_from_those_beside_them(before: str, after: str) -> None:
    (pair,) = list(taken_back([_said(1, before), _said(9, after)]))
    assert (pair.a.text, pair.b.text) == (before, after)


def test_a_move_is_told_by_who_told_it_first() -> None:
    notes = [
        _said(1, "審査会は5月なので、4月に資料を出します。"),
        _said(2, "その審査会が4月20日に前倒しになりました。"),
        _said(3, "社内の皆さんへ、先方の審査会が4/20に前倒しです。"),
    ]
    assert [pair.b.text for pair in moved(notes)] == [notes[1].remark.text]


def test_a_statement_is_cited_before_a_question() -> None:
    notes = [
        _said(1, "予算の締め切りは12月20日です。"),
        _said(2, "予算の締め切りは12月20日でよろしかったでしょうか。"),
        _said(3, "予算の締め切りですが、12月20日は誤りで、12月11日です。"),
    ]
    assert [pair.a.text for pair in taken_back(notes)] == [notes[0].remark.text]
