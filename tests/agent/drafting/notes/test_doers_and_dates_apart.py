"""Tasks whose doer or date stands in another sentence, and days that are no due dates."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.calendar import Anchor
from agent.drafting.notes.commitments.due_dates import due_in
from agent.drafting.notes.commitments.no_tasks import is_finished, is_no_task

MINUTES = {"ja": "# 定例 2026-09-24\n\n", "en": "# Call 2026-08-12\n\n"}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("ja", "点検の写真を見たいとのこと。→野々村 写真の一覧を10/2までに\n", [("us", "写真の一覧", "2026-10-02")]),
        ("ja", "→ 椎名係長、班の名簿に内線を書いて野々村へ送る(10/9まで)\n", [("customer", "班の名簿", "2026-10-09")]),
        ("ja", "会場の予約は椎名係長が行う。\n", [("customer", "会場の予約", None)]),
        ("ja", "棚卸しの手順書を10月9日までに見せていただく。\n", [("customer", "手順書", "2026-10-09")]),
        ("en", "Nadia likes the layout, will ask the plant manager.\n", [("customer", "plant manager", None)]),
        ("en", "Nadia was curious about badges. She will order two by 20 August.\n", [("customer", "order two", "2026-08-20")]),
        ("en", "Hugo to bring the shift list by 28 August.\n", [("customer", "shift list", "2026-08-28")]),
    ],
)  # fmt: skip
def test_who_does_it_is_found_where_it_stands(notes, language: str, text: str, wanted: list) -> None:
    found = notes(language, {"m.md": MINUTES[language] + text}).reading.commitments
    assert [(c.who, c.due and c.due.value) for c in found] == [(who, due) for who, _, due in wanted]
    assert all(words in one.text for one, (_, words, _) in zip(found, wanted, strict=True))


@pytest.mark.parametrize(
    "text", ["まず8月末までの数字です。", "8月18日にご質問いただいた件です。", "9月30日時点の件数です。"]
)
def test_days_of_figures_and_of_past_questions_are_no_due_dates(text: str) -> None:
    anchor = Anchor(as_of=dt.date(2026, 7, 1))
    assert due_in(text, dt.date(2026, 7, 1), anchor) is None


@pytest.mark.parametrize(
    ("text", "finished"),
    [
        ("端末の一覧 7/3 → 7/2に届く", True),
        ("手順の動画 6月末まで(7/1に公開)", True),
        ("棚札の案 8/7 → ずみ、青に決定", True),
        ("棚札の案 8/7 → 8/20に延期", False),
        ("棚札の案 8/7まで", False),
    ],
)
def test_a_second_day_behind_an_arrow_tells_what_became_of_it(text: str, finished: bool) -> None:
    assert is_finished(text) is finished


def test_terms_of_ending_a_contract_are_no_task() -> None:
    assert is_no_task("やめる場合は2月末までに書面をいただく形です。")
    assert not is_no_task("2月末までに書面をお送りします。")
    assert not is_no_task("I'll hand it in before the list closes on the fifth.")
