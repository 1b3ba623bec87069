"""Cells, meeting times and ongoing states that stand among tasks, and the promises beside them."""

from __future__ import annotations

import pytest

from agent.drafting.notes.commitments.no_tasks import is_no_task, is_weekday

ROWS = [
    # language, columns, cells, (text, due) or None
    ("ja", "日付,担当,内容,次アクション,期限", "2026-09-20,野々村,50店舗に増える見込み,見積作成,2026-10-10", ("見積作成", "2026-10-10")),
    ("ja", "日付,担当者,対応内容,次回対応,期日", "2026-09-20,野々村,50店舗に増える見込み,見積作成,2026-10-10", ("見積作成", "2026-10-10")),
    ("ja", "日付,担当,内容,次アクション,期限", "2026-09-20,野々村,50店舗に増える見込み,,2026-10-10", None),
    ("ja", "担当,内容,期限", "野々村,見積作成,2026-10-10", ("見積作成", "2026-10-10")),
    ("en", "Date,Owner,Description,Next step,Due", "2026-08-10,Olivia Marsh,50 more depots expected,Send SOC 2,2026-08-28", ("Send SOC 2", "2026-08-28")),
    ("en", "Date,Owner,Item,Next action,By when", "2026-08-10,Olivia Marsh,50 more depots expected,Send SOC 2,2026-08-28", ("Send SOC 2", "2026-08-28")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "columns", "cells", "wanted"), ROWS)
def test_the_next_action_of_a_row_is_the_task(
    notes, language: str, columns: str, cells: str, wanted: tuple[str, str] | None
) -> None:
    found = notes(language, {"log.csv": f"{columns}\n{cells}\n"}).reading.commitments
    assert [(c.text, c.due and c.due.value) for c in found] == ([wanted] if wanted else [])


LINES = [
    ("次回:11月16日(月)14:00", True),
    ("・次回打合せは11月16日(月)14:00から", True),
    ("次回定例 10/8 15時 オンライン", True),
    ("次回:10/8までに見積を送付", False),
    ("Next meeting: 16 November, 2pm", True),
    ("Next call is Monday 9am", True),
    ("Next call 9 September: send the quote by then", False),
    ("他の店の店長にも私から教えています", True),
    ("現場でも毎朝確認しております。", True),
    ("10/10までに出す予定にしています", False),
    ("他の店の店長にも私から教えます", False),
]


@pytest.mark.parametrize(("text", "nothing"), LINES)
def test_meeting_times_and_states_are_no_tasks(text: str, nothing: bool) -> None:
    assert is_no_task(text) is nothing


@pytest.mark.parametrize(
    ("label", "before", "weekday"),
    [("月", "11月16日", True), ("木", "10/8", True), ("月", "端末の手配", False), ("月岡", "10/8", False)],
)
def test_a_weekday_owns_nothing(label: str, before: str, weekday: bool) -> None:
    assert is_weekday(label, before) is weekday


def test_only_the_promise_of_a_list_is_kept(notes) -> None:
    text = (
        "# 定例 2026-09-24\n\n出席:月岡様、椎名係長\n\n## 宿題\n- 次回:11月16日(月)14:00\n- 端末の手配 11月16日(月)14:00\n"
        "- 椎名係長:他の店の店長にも教えています\n- 月岡様:端末の一覧を10/10までに出す\n"
    )
    found = notes("ja", {"m.md": text}).reading.commitments
    assert [(c.owner, c.due and c.due.value) for c in found] == [("月岡", "2026-10-10")]
