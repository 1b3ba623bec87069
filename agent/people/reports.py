"""Who reports to whom, where a sentence says it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.people.statements import MARK, Statement
from agent.people.types import Person, Side

_A, _B = f"(?P<a>{MARK})", f"(?P<b>{MARK})"
_GAP = f"[^。.{MARK[1:-1]}]"
_PATTERNS = [
    re.compile(rf"{_A}(?:が|から|は|も)?{_GAP}{{0,8}}{_B}(?:に|へ|まで){_GAP}{{0,10}}(?:報告|レポート)"),
    re.compile(rf"{_A}の(?:上長|上司|ボス|上席|上)(?:は|が|の|にあたる|である)?、?{_GAP}{{0,4}}{_B}"),
    re.compile(rf"{_B}(?:は|が)、?{_GAP}{{0,4}}{_A}の(?:直属の)?(?:上司|上長|ボス)"),
    re.compile(rf"{_B}の(?:部下|下)(?:の|は|にいる|である)?、?{_GAP}{{0,4}}{_A}"),
    re.compile(rf"{_A} (?:now |directly )?reports (?:in)?to (?:the |our )?{_B}"),
    re.compile(rf"{_A}(?:'s|’s) (?:boss|manager|line manager|head|director)(?: is|,)? (?:the |our )?{_B}"),
    re.compile(rf"{_B},? (?:is )?{_A}(?:'s|’s) (?:boss|manager|line manager)"),
]
"""a reports to b."""


def read_reports(
    statements: Sequence[Statement], persons: Sequence[Person]
) -> dict[int, tuple[int, Statement]]:
    """Person → the person they report to, with the newest sentence that says so. Customer-side people only."""
    out: dict[int, tuple[int, Statement]] = {}
    for statement in statements:
        for pattern in _PATTERNS:
            for found in pattern.finditer(statement.marked):
                low, high = statement.ref(found["a"]), statement.ref(found["b"])
                if low.kind != "person" or high.kind != "person" or low.index == high.index:
                    continue
                if any(persons[r.index].side is not Side.CUSTOMER for r in (low, high)):
                    continue
                out[low.index] = (high.index, statement)
    return out
