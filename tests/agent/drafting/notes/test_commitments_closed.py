"""What was done before the last meeting or moved to another day is no commitment any more; what is fresh stays, marked."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.calendar import Anchor
from agent.drafting.notes.commitments.closed import still_standing
from agent.drafting.notes.commitments.due_dates import due_in
from agent.drafting.notes.commitments.no_tasks import is_no_task
from agent.drafting.notes.commitments.settled import as_they_stand

FIRST = (
    "# 定例 2026-08-03\n\n## 宿題\n- 野々村: 荷札の見本 → 8/14\n- 椎名係長: 夜勤の名簿を8月末までに送る。\n"
)
LOG = "日付,種別,担当,内容\n2026-08-13,メール,野々村,荷札の見本を熊倉部長へ送付済\n"
LATER = "# 定例 2026-09-07\n\n- 荷札は好評とのこと。\n"


def standing(found) -> list[tuple[str, bool]]:
    remarks = found.reading.remarks
    entries = still_standing(as_they_stand(found.reading.commitments, remarks), remarks)
    return [(entry.text[:3], entry.done) for entry in entries]


def test_done_before_the_last_meeting_is_over(notes) -> None:
    found = notes("ja", {"a.md": FIRST, "log.csv": LOG, "b.md": LATER})
    assert standing(found) == [("夜勤の", False)]


def test_done_since_the_last_meeting_stays(notes) -> None:
    found = notes("ja", {"a.md": FIRST, "log.csv": LOG})
    assert standing(found) == [("荷札の", True), ("夜勤の", False)]


@pytest.mark.parametrize(
    "text",
    [
        "9/3 15時で確定。",
        "部品がよく足りなくて、倉庫も困ります。",
        "佐伯は今日出張だし。",
        "役員会は4月2日に全体を議決するだけで、額は総務が決めます。",
        "I'll be honest, that was a long week.",
    ],
)
def test_owes_nothing(text: str) -> None:
    assert is_no_task(text)


@pytest.mark.parametrize(
    "text", ["27日に見本が届きます。", "11月4日に数字をお出しします。", "I'll be in touch by Friday."]
)
def test_may_be_owed(text: str) -> None:
    assert not is_no_task(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12月9日の水曜に一度ください。", "2026-12-09"),
        ("今年は早いかもしれません。調べてお返事します。", None),
        ("I'll get you the Easter rota.", None),
        ("I'll send it before Easter.", "2027-03-28"),
    ],
)
def test_day_until_when(text: str, day: str | None) -> None:
    anchor = Anchor(dt.date(2026, 11, 20))
    found = due_in(text, dt.date(2026, 11, 12), anchor)
    assert (found.iso if found else None) == day
