"""Lines that stand among tasks and promise nothing: when the next meeting is, and what somebody does all the time."""

from __future__ import annotations

import re

from agent.renewal.cues import cues

CUES = cues("agent.drafting.notes.commitments", "commitments")
WEEKDAY = re.compile(r"[月火水木金土日]")
DAY_BEFORE = re.compile(r"[0-9０-９]日?\s*$")
UNTIL = re.compile(r"まで|期限|〆")


def is_no_task(text: str) -> bool:
    """True for "次回:10月5日(月)14:00" and for a state that goes on ("…しています") without a day until when."""
    meeting = CUES["meeting"].search(text)
    if meeting:
        return not CUES["matter"].search(text[meeting.end() :])
    return bool(CUES["ongoing"].search(text)) and not UNTIL.search(text)


def is_weekday(label: str, before: str) -> bool:
    """True for the day of the week in a bracket behind a date; the letter may begin a family name as well."""
    return bool(WEEKDAY.fullmatch(label.strip())) and bool(DAY_BEFORE.search(before))
