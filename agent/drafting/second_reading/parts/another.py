"""Whether two goals are one told twice."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from agent.calendar.number_words import ONES_EN, TENS_EN
from agent.drafting.notes.claims import same_matter
from agent.models.evidence import Value
from agent.models.plan import Goal

WORD = re.compile(r"[一-龠々]{2,}|[ァ-ヴー]{3,}|[a-z]{4,}")
COMMON = frozenset(
    (
        "時間",
        "件数",
        "目標",
        "平均",
        "割合",
        "current",
        "time",
        "average",
        "share",
        "rate",
        "number",
        "year",
        "month",
        "from",
        "down",
        "that",
        "this",
        "with",
        "they",
        "want",
        "before",
    )
)
"""Words of many measures: alone they make two goals no one goal."""


PERCENT = re.compile(r"^(?:％|パーセント|per ?cent|pct)$", re.I)
PEOPLE = re.compile(r"^名$")
"""Counts people, as 人 does."""
NUMBERS = frozenset((*ONES_EN, *TENS_EN, "hundred", "thousand"))


def is_same(one: Goal, other: Goal) -> bool:
    """Both have one target, or measure one thing: a telling word of the measure in common, or most words.

    Targets in different units are two goals unless the measures are equal (動画120本 beside 作成時間を半分).
    """
    if one.target is not None and other.target is not None:
        if _figure(one.target) == _figure(other.target):
            return True
        bare = not (one.target.unit and other.target.unit) and one.target.value == other.target.value
        if one.target.unit != other.target.unit and not bare:
            return one.metric is not None and one.metric == other.metric
    if same_matter(one.statement, other.statement):
        return True
    words = [_words(f"{goal.metric or ''} {goal.statement}") for goal in (one, other)]
    return any(a in b or b in a for a in words[0] for b in words[1])


def _figure(value: Value[Any]) -> tuple[str, str]:
    return str(value.value), PEOPLE.sub("人", PERCENT.sub("%", value.unit or ""))


def _words(text: str) -> set[str]:
    folded = unicodedata.normalize("NFKC", text).lower()
    return {word for word in WORD.findall(folded) if word not in COMMON and word not in NUMBERS}
