"""Goals that a later word takes off the list: "that target is withdrawn", 「その目標は測りようがないのでやめる」."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from agent.drafting.notes.goals.merged import matter_of
from agent.drafting.notes.goals.neighbours import says_of_goals
from agent.drafting.notes.goals.subjects import Subjects, tokens
from agent.drafting.notes.goals.values import PARTS
from agent.models.plan import Goal
from agent.renewal.remarks import Remark

LEAST = 0.9
"""Weight of the words that a goal and the sentence that gives it up have in common."""
SHORTEST = 2
"""Letters of the shortest target whose words can be told from others."""
TAKEN_BACK = (
    r"{value}(?:は|も)?(?:と|って|というのは|とは)?(?:申し(?:た|上げた)|言った|言い|書いた|いう)?(?:の)?(?:は|が)?[^。、0-9]{{0,8}}(?:言い過ぎ|言いすぎ|景気づけ|勢い(?:で|だ)|大げさ|取り下げ|撤回|忘れて|冗談)",
    r"\b(?:forget|scrap|ignore|withdraw|take back|drop)(?: about)? (?:the |my |that )?{value}",
    r"{value}[^.;0-9]{{0,16}} (?:was|is) (?:too much|too ambitious|a joke|off the cuff|never meant|a figure of speech|withdrawn)",
)
SHARE = 0.5
"""Share of the words that either has."""


def still_aimed_at(
    goals: Sequence[Goal],
    remarks: Sequence[Remark],
    subjects: Subjects,
    days: Mapping[str, dt.date | None],
) -> list[Goal]:
    """The goals in their order without those that a sentence of the same day or later gives up, naming their matter."""
    left = list(goals)
    for remark in remarks:
        if not remark.is_note or not says_of_goals("given_up", remark.text):
            continue
        if says_of_goals("changed", remark.text) or remark.text.rstrip("」) ").endswith(("か", "?", "？")):
            continue
        earlier = [goal for goal in left if _is_earlier(goal, remark, days)]
        told = subjects.weight(tokens(remark.text))
        shared = [subjects.shared(matter_of(goal), remark.text) for goal in earlier]
        best = max(range(len(earlier)), key=lambda at: shared[at], default=None)
        if best is None or shared[best] < LEAST:
            continue
        if shared[best] >= SHARE * min(told, subjects.weight(matter_of(earlier[best]))):
            left.remove(earlier[best])
    return left


def without_targets_taken_back(goals: Sequence[Goal], remarks: Sequence[Remark]) -> list[Goal]:
    """The goals, a target left open where its words are quoted to be taken back ("I said half, that was too much")."""
    return [
        goal.model_copy(
            update={"target": None, "missing": sorted({*goal.missing, "target"}, key=PARTS.index)}
        )
        if goal.target is not None and any(_takes_back(_printed(goal), r.text) for r in remarks if r.is_note)
        else goal
        for goal in goals
    ]


def _printed(goal: Goal) -> str:
    """The target's words as a note has them."""
    target = goal.target
    if target is None:
        return ""
    inputs = target.derived.inputs if target.derived else []
    words = str(inputs[0].value if inputs else target.value)
    return words if inputs or isinstance(target.value, str) else f"{words}{target.unit or ''}"


def _takes_back(words: str, text: str) -> bool:
    if len(words) < SHORTEST:
        return False
    called = rf"[「『\"“]?{re.escape(words)}[」』\"”]?"
    return any(re.search(pattern.format(value=called), text, re.I) for pattern in TAKEN_BACK)


def _is_earlier(goal: Goal, remark: Remark, days: Mapping[str, dt.date | None]) -> bool:
    told = days.get(goal.citations[0].source_id) if goal.citations else None
    return told is None or remark.day is None or told <= remark.day
