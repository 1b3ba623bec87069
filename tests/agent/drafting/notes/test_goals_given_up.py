"""A goal that a later sentence gives up is none any more; a question, another matter or an earlier word leaves it."""

from __future__ import annotations

import pytest

from agent.drafting.notes.goals.given_up import still_aimed_at
from agent.drafting.notes.goals.subjects import Subjects

GOAL = "2026年5月12日 定例\n目標: 出荷伝票の書き間違いを月40件から15件に減らす(2027年3月末まで)。\n"
AIM = "12 May 2026, review\nGoal: cut the gate waiting time from 40 to 15 minutes by the end of March 2027.\n"


@pytest.mark.parametrize(
    ("language", "goal", "day", "later", "left"),
    [
        ("ja", GOAL, "2026-09-03", "出荷伝票の書き間違いという目標は、数えようがないのでやめる。", 0),
        ("ja", GOAL, "2026-09-03", "出荷伝票の書き間違いの目標は取り下げますか?", 1),
        ("ja", GOAL, "2026-09-03", "庭木の手入れという目標は取り下げます。", 1),
        ("ja", GOAL, "2026-02-03", "出荷伝票の書き間違いという目標は、数えようがないのでやめる。", 1),
        ("en", AIM, "2026-09-03", "The target for the gate waiting time is withdrawn.", 0),
        ("en", AIM, "2026-09-03", "They dropped the idea of a new gate.", 1),
    ],
)
def test_a_goal_given_up_later_is_not_listed(
    notes, language: str, goal: str, day: str, later: str, left: int
) -> None:
    other = {"ja": "駐車場の草刈りは済んだ。\n" * 8, "en": "The car park has been swept again.\n" * 8}[
        language
    ]
    files = {"2026-05-12_a.md": goal + other, f"{day}_b.md": f"{day}\n\n{later}\n"}
    found = notes(language, files).reading
    assert len(found.goals) == 1
    days = {remark.document.source_id: remark.day for remark in found.remarks}
    assert len(still_aimed_at(found.goals, found.remarks, Subjects(found.remarks), days)) == left
