"""Days of notes that give them in short, and the entries of a running log."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.evidence.note_days import dated, heading_day
from connectors.interface import Document, RawSource
from connectors.registry import read_source

AS_OF = dt.date(2026, 9, 20)


def read(path: str, text: str) -> Document:
    documents, skipped = read_source(RawSource(path, text.encode()))
    assert not skipped
    return dated(documents, AS_OF)[0]


@pytest.mark.parametrize(
    ("path", "text", "day"),
    [
        ("memo_0716.txt", "定例\n本文です。", dt.date(2026, 7, 16)),
        ("memo_1112.txt", "定例\n本文です。", dt.date(2025, 11, 12)),
        ("memo_260716.txt", "定例\n本文です。", dt.date(2026, 7, 16)),
        ("visit_8sep.txt", "Visit, 7.05-7.50\nAll well.", dt.date(2026, 9, 8)),
        ("call_0716.vtt", "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nKato: Hello.\n", dt.date(2026, 7, 16)),
        ("handover.txt", "Handover 28 Jan 26\nAll well.", dt.date(2026, 1, 28)),
        ("hikitsugi.txt", "引継 25.3.28 営業\n本文です。", dt.date(2025, 3, 28)),
        ("memo.txt", "契約のこと\n本文です。", None),
    ],
)
def test_day_of_a_note(path: str, text: str, day: dt.date | None) -> None:
    assert read(path, text).published == day


def test_entries_of_a_running_log() -> None:
    log = read("log.txt", "6/17 電話した。\n\n席を外していた。\n\n7/2 訪問した。\n\n8/9 見積を送った。\n")
    assert [block.spoken_on for block in log.blocks] == [
        dt.date(2026, 6, 17),
        dt.date(2026, 6, 17),
        dt.date(2026, 7, 2),
        dt.date(2026, 8, 9),
    ]
    assert log.published == dt.date(2026, 8, 9)


def test_days_out_of_order_are_no_log() -> None:
    note = read("list.txt", "7/2 訪問した。\n\n6/17 電話した。\n\n8/9 見積を送った。\n")
    assert all(block.spoken_on is None for block in note.blocks)


@pytest.mark.parametrize(
    ("path", "text", "day"),
    [
        ("riyou_202607.csv", "係,人数\n庶務,12\n", dt.date(2026, 7, 31)),
        ("houkoku.csv", "指標,2025年12月,2026年5月\n返却率,61%,70%\n", dt.date(2026, 5, 31)),
        ("use_2026-09.csv", "team,seats\nNorth,12\n", AS_OF),
    ],
)
def test_a_report_is_of_the_end_of_its_last_month(path: str, text: str, day: dt.date) -> None:
    assert heading_day(read(path, text), AS_OF) == day
