"""Clauses of a remark that speak of one step of a decision: "Aが申請書を出して、Bがヒアリングをして、最後は経営会議です"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agent.renewal.cues import cues
from agent.renewal.remarks import Remark

CUES = cues("agent.renewal", "decision")
KINDS = ("opinion", "compile", "request", "hearing", "review", "decide", "announce", "contract")
"""Kinds of steps in their usual order (DOMAIN.md, budget clock: request → department draft → 稟議/経営会議 → announcement)."""

BREAK = re.compile(r"(?<=て)、|(?<=で)、そのあと|そのあと|、(?=そのあと|それから|最後)|\bthen\b,? |; ")


LISTED = re.compile(r"、|, (?=[a-z])|; ")
CONTRAST = re.compile(
    r"(?:が|けれども|けれど|けど|ものの|一方(?:で|、)?)、|, (?:but|while|whereas|although|though|yet)\b|; ",
    re.I,
)
SEQUENCE = re.compile(
    r"の順|順に|その(?:後|あと)|それから|最後に|にかけ|\bthen\b|\bfinally\b|\bafter that\b", re.I
)
DATED = re.compile(r"\d+月|\d+日|\d/\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", re.I)


@dataclass(frozen=True, slots=True)
class Clause:
    """`start`/`end` count within the remark's text."""

    kind: str
    text: str
    start: int
    end: int


def step_clauses(remark: Remark) -> Iterator[Clause]:
    """Clauses with the kind of step each speaks of, in order. A clause that fits several kinds counts for the first."""
    if CUES["compile"].search(remark.text):
        yield Clause("compile", remark.text, 0, len(remark.text))
        return
    breaks = LISTED if _lists_steps(remark.text) else BREAK
    start = 0
    for gap in [*breaks.finditer(remark.text), None]:
        end = gap.start() if gap else len(remark.text)
        text = remark.text[start:end]
        kind = next((kind for kind in KINDS if CUES[kind].search(text)), None)
        if kind:
            yield Clause(kind, text, start, end)
        start = gap.end() if gap else end


def beside_cue(clause: Clause, at: int) -> bool:
    """The place `at` of the clause stands on the same side of a contrast ("…ですが、", ", but") as the words for the step."""
    start = 0
    for gap in [*CONTRAST.finditer(clause.text), None]:
        end = gap.end() if gap else len(clause.text)
        if start <= at < end:
            return bool(CUES[clause.kind].search(clause.text[start:end]))
        start = end
    return False


def _lists_steps(text: str) -> bool:
    """Several steps told one after another between commas ("申請は10月、査定は11月、会議は12月")."""
    kinds = {kind for piece in LISTED.split(text) for kind in KINDS if CUES[kind].search(piece)}
    dated = sum(bool(DATED.search(piece)) for piece in LISTED.split(text))
    return len(kinds) >= 2 and (dated >= 2 or bool(SEQUENCE.search(text)))


def named_group(pattern: re.Pattern[str], text: str) -> str | None:
    """The first named group that matched, whatever its name; patterns of two languages number theirs apart."""
    found = pattern.search(text)
    if not found:
        return None
    return next((value.strip() for value in found.groupdict().values() if value), None)
