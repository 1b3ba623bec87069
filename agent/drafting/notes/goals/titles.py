"""A goal's title says what it is about: a bare figure or a word that points back is put with what it is of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.drafting.notes.goals.statement import composed
from agent.drafting.notes.goals.subjects import tokens
from agent.drafting.notes.goals.values import Parts
from agent.models.plan import Goal
from agent.renewal.remarks import Remark
from connectors.interface import BlockKind

POINTS_BACK = re.compile(
    r"^\W*(?:(?:で|じゃあ?|では|なので|だから|まず|できれば|せめて)[、 ]?)?(?:これ|それ|そこ|ここ|あれ)(?:を|は|が|も|で)|"
    r"^\W*(?:(?:I|[Ww]e|[Tt]hey|[Hh]e|[Ss]he|[A-Z]\w+)(?:['’]d| would)? (?:wants?|needs?|likes?|aims?|hopes?|would like)(?: to)? )?(?:(?:get|bring|cut|take|reduce|have|see|make|keep|lift|raise|move|drive) )?(?:it|this|that|them|those)\b",
    re.I,
)
BARE = re.compile(
    r"^[\s\W]*(?:(?:月|週|年|日)?(?:平均)?|about |under |below |at least )?\d[\d,.]*\s?[^\s\d、。]{0,8}(?:以[内下上]|未満|まで(?:に)?|に|台)?(?: (?:or (?:less|fewer|more|better)))?\W*$",
    re.I,
)
"""Nothing but a figure."""
LONGEST_BEFORE = 70
"""Characters of the sentence before that is put in front."""


def titled(goal: Goal, remarks: Sequence[Remark]) -> Goal:
    """The goal with a statement that names its matter: its measure and target put into a sentence, else the sentence before
    and its own."""
    pointing = POINTS_BACK.match(goal.statement) is not None
    unnamed = goal.metric is not None and not _names(goal.statement, goal.metric)
    if not pointing and not unnamed and BARE.match(goal.statement) is None:
        return goal
    if goal.metric is not None:
        if goal.target is None or not unnamed:
            return goal
        parts = Parts(metric=goal.metric, baseline=goal.baseline, target=goal.target)
        told = composed(goal.statement, goal.statement, parts)
        whole = told if told != goal.statement else f"{goal.metric}: {goal.statement}"
        return goal.model_copy(update={"statement": whole})
    before = _before(goal, remarks) if pointing else None
    return goal.model_copy(update={"statement": f"{before} {goal.statement}"}) if before else goal


def _names(statement: str, metric: str) -> bool:
    """A telling word of the measure stands in the statement."""
    return not tokens(metric) or bool(tokens(metric) & tokens(statement)) or metric in statement


def _before(goal: Goal, remarks: Sequence[Remark]) -> str | None:
    """The sentence before the goal's own in its note."""
    at = goal.citations[0]
    lines = [r for r in remarks if r.document.source_id == at.source_id]
    place = next((i for i, r in enumerate(lines) if r.start < at.end and at.start < r.end), 0)
    told = lines[place - 1] if place else None
    if told is None or told.kind in (BlockKind.HEADING, BlockKind.FIELD) or told.kind is BlockKind.TABLE_ROW:
        return None
    return told.text.strip() if len(told.text) <= LONGEST_BEFORE else None
