"""Where a person stands: 推進, 中立, 慎重, 反対 or 不明, from sentences about or by them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Literal, cast

from agent.models.plan import Role
from agent.people.evidence_of_roles import subject_of
from agent.people.lexicon import table
from agent.people.statements import Statement
from agent.people.types import Person

Stance = Literal["推進", "中立", "慎重", "反対", "不明"]
_NOT_KEEN = re.compile(
    r"(?:前向き|積極的|乗り気|評価|助か|便利|期待)[^。]{0,6}(?:では|じゃ|に(?:は|も)|して(?:い)?)?(?:な[いくか]|ません)|not (?:very |really )?(?:keen|supportive|happy|positive)"
)
_OPEN = re.compile(
    r"[^。、]{0,6}(?:か(?:どうか|否か|で|を|が|に|次第)|れば|なら(?!な)|たら)|[^.]{0,12}\b(?:if|whether)\b"
)
"""Behind a word of stance: it is asked or supposed, as a measure somebody judges by, and nobody's view."""
_DENIED = re.compile(r"わけでは(?:な|あり)|ではな|しないで|とは言え|not (?:against|opposed)")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((s["name"], re.compile(s["pattern"], re.IGNORECASE)) for s in table("stances")["stance"])


def read_stances(
    statements: Sequence[Statement], persons: Sequence[Person]
) -> dict[int, tuple[Stance, Statement | None]]:
    """Stance of each person with the sentence that shows it most; 不明 where nothing or a tie does."""
    sums: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    shown: dict[tuple[int, str], Statement] = {}
    for statement in statements:
        hits = [(name, found) for name, pattern in _patterns() if (found := pattern.search(statement.marked))]
        for name, found in hits:
            if name == "推進" and _OPEN.match(statement.marked, found.end()):
                continue
            ref = subject_of(statement, persons, found.start())
            if ref is None or ref.kind != "person":
                continue
            if name == "反対" and _DENIED.search(statement.marked):
                name = "中立"
            if name == "推進" and _NOT_KEEN.search(statement.marked):
                name = "慎重"
            weight = (
                statement.directness
                * (0.4 if statement.hedged else 1.0)
                * {"反対": 1.5, "中立": 3.0}.get(name, 1.0)
            )
            sums[ref.index][name] += weight
            shown.setdefault((ref.index, name), statement)
    out: dict[int, tuple[Stance, Statement | None]] = {}
    for index, weights in sums.items():
        best = max(weights, key=lambda name: weights[name])
        out[index] = (cast(Stance, best), shown[(index, best)])
    return out


def settle(role: Role, read: tuple[Stance, Statement | None]) -> tuple[Stance, Statement | None]:
    """A champion stands for the product and a blocker against it by what made them so; else what was read."""
    if role == "champion" and read[0] in ("不明", "中立", "慎重"):
        return "推進", None
    if role == "blocker" and read[0] in ("不明", "推進", "中立"):
        return "反対", None
    return read
