"""Task lists as note-takers write them: rows without a header, marks of a house, done ones, and days in words."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.calendar import Anchor
from agent.drafting.notes.commitments.due_dates import due_in


def told(found) -> list[tuple[str, str | None, bool]]:
    return [(c.who, c.due.value if c.due else None, c.done) for c in found.reading.commitments]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "5 持ち帰り\n| 誰 | 何を | いつまで |\n| 当方 野々村 | 研修の案を作る | 10月14日 |\n| 先方 熊倉部長 | 端末の台数を数える | 期限なし |\n",
            [("us", "2026-10-14", False), ("customer", None, False)],
        ),
        (
            "■ 宿題\n当 野々村   研修の案を1枚で作る    10月14日\n先 熊倉様   端末の台数を数えて知らせる   10月末\n",
            [("us", "2026-10-14", False), ("customer", "2026-10-31", False)],
        ),
        (
            "申し送り\n・弊社野々村　研修の案を作る　10月14日まで(→10月12日にお送り済)\n・熊倉部長殿　端末の台数をお知らせくださる\n",
            [("us", "2026-10-14", True), ("customer", None, False)],
        ),
        (
            "8. 持ち帰り\n野々村 … 研修の案(10月14日) / 見積の直し(10月16日)\n",
            [("us", "2026-10-14", False), ("us", "2026-10-16", False)],
        ),
    ],
)
def test_lists_of_tasks(notes, text: str, wanted: list[tuple[str, str | None, bool]]) -> None:
    assert told(notes("ja", {"memo_20260928.txt": f"打合せ 2026年9月28日\n\n{text}"})) == wanted


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("You will have it by the thirteenth.", "2026-10-13"),
        ("I'll answer by the twenty-first.", "2026-10-21"),
        ("I'll get it done by the second of the two.", None),
        ("I'll do that the first time we meet.", None),
    ],
)
def test_days_in_words(text: str, day: str | None) -> None:
    when = due_in(text, dt.date(2026, 10, 1), Anchor(as_of=dt.date(2026, 10, 1)))
    assert (when.iso if when else None) == day


def test_a_promise_and_the_sentence_that_goes_on_are_one(notes) -> None:
    call = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n椎名: それは私が出します。\n\n2\n00:00:03.000 --> 00:00:04.000\n野々村: お願いします。\n\n3\n00:00:05.000 --> 00:00:06.000\n椎名: 不良率の表は10月9日に送ります。\n"
    assert told(notes("ja", {"call_2026-10-01.vtt": call})) == [("customer", "2026-10-09", False)]


def test_a_note_without_a_year_has_the_latest_day_that_fits(notes) -> None:
    found = notes("ja", {"field.txt": "9/18(金) 訪問 \n\n宿題\n・弊社: 研修の案を作る 9/30まで\n"})
    assert told(found) == [("us", "2026-09-30", False)]


def test_an_english_row_with_its_doer_in_the_cell(notes) -> None:
    text = "To do\n\n| # | What | When |\n| --- | --- | --- |\n| 1 | Olivia to send the timetable to the depot | 9 October 2026 |\n"
    assert told(notes("en", {"memo_20260928.md": f"28 September 2026\n\n{text}"})) == [
        ("us", "2026-10-09", False)
    ]
