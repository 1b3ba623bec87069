"""Clauses of a remark that speak of one step of a decision: "Aが申請書を出して、Bがヒアリングをして、最後は経営会議です"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agent.renewal.cues import cues
from agent.renewal.holders import TITLE, gives_power
from agent.renewal.remarks import Remark

CUES = cues("agent.renewal", "decision")
KINDS = (
    "opinion", "compile", "prepare", "request", "procurement", "hearing", "review", "legal", "security", "papers", "decide", "lock",
    "announce", "contract",
)  # fmt: skip
"""Kinds of steps in their usual order (DOMAIN.md, budget clock: request → department draft → 稟議/経営会議 → announcement)."""

PRECEDENCE = (
    "opinion", "security", "legal", "procurement", "papers", "request", "hearing", "review", "lock", "decide", "announce",
    "contract",
)  # fmt: skip
"""A piece that fits several kinds is of the first of these: the more special before the more general."""

NEAR = ("papers", "contract", "decide", "request")
"""Kinds that a dated piece may be of when it only holds the bare word ("予算は11月から", "Board in May")."""

GAP = re.compile(
    r"、|，|。|(?<=[^\s:：])[ \u3000]+(?=\d{1,2}(?:/\d{1,2}|月\d{1,2}日)(?:[(（][月火水木金土日][)）])?[^\d\s〜~\-()（）、。まにの]{2})|\s[-–]\s(?=[A-Za-z])|→|⇒|->|=>|(?<!\d)・(?!\d)|,(?=\s)|;\s|\.\s|\s(?:and then|then|and finally|and)\s|(?<=[てで])そのあと"
)
CONTRAST = re.compile(
    r"(?:が|けれども|けれど|けど|ものの|一方(?:で|、)?)、|, (?:but|while|whereas|although|though|yet)\b|; ",
    re.I,
)
GIVES_WAY = re.compile(r"(?:が|けれども|けれど|けど|ものの|一方で?)$")
DENIED = re.compile(r"^\s*(?:not|rather than|instead of)\s|ではなく$|じゃなく$", re.I)
STATION = 12  # characters of a piece that names somebody alone
LEAD_IN = re.compile(r"^(?:then|finally|first|to|the|our|their|まず|次に|その後|そのあと|最後に)\s*", re.I)
ARROW_AFTER = re.compile(r"\s*(?:→|⇒|->)")
ARROW_BEFORE = re.compile(r"(?:→|⇒|->)\s*$")
THEN = re.compile(r"then\s$", re.I)
STATION_KINDS = {
    "procurement": "procurement", "commercial": "procurement", "purchasing": "procurement", "購買": "procurement", "調達": "procurement",
    "legal": "legal", "法務": "legal", "security": "security", "infosec": "security", "it": "security", "情シス": "security",
    "finance": "review", "compliance": "review",
}  # fmt: skip
EDGES = " \u3000.。,、;"
HOLDER = re.compile(r"(?:部|課|室|局|長)(?![一-龠])|情シス|経理|法務|購買|財務|総務")
ASSENT_OF = re.compile(
    r"[^、。]{1,14}の(?:承認印|押印|認印|判子|ハンコ|承認|同意|了承|合議|内諾)(?=と|が|も|$)"
)
"""Somebody's yes, one of several that are asked for: 「Aの承認印と、Bの合議が要ります」."""
CLOSES = re.compile(r"[日)）]が(?:期日|期限|締め?切り?|〆切?|最終)")
"""The day by which what was told before has to be in."""
DATED = re.compile(
    r"[\d一二三四五六七八九十]+(?:月|日)|\d/\d|年内|来週|再来週|翌月|来月|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:[a-z]*\b|\b)|\b\d{1,2}(?:st|nd|rd|th)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """`start`/`end` count within the remark's text."""

    kind: str
    text: str
    start: int
    end: int


def step_clauses(remark: Remark) -> Iterator[Clause]:
    """Clauses with the kind of step each speaks of, in order, one for each step the remark tells.

    A piece between two gaps belongs to the step it names; a piece that names none belongs to the next one that does
    (「来期の分は、…」), and at the end to the one before. Two pieces of one kind are one step unless both are dated
    or each names another body.
    """
    text = remark.text
    if CUES["compile"].search(text):
        yield Clause("compile", text, 0, len(text))
        return
    last: Clause | None = None
    begin: int | None = None  # where the pieces that wait for their step begin
    for start, end in pieces(text):
        piece = text[start:end].strip(EDGES)
        kind = kind_of(piece) or _station(piece, text, start, end)
        if kind is None:
            if last is not None and _goes_on(last, piece):
                last, begin = Clause(last.kind, text[last.start : end], last.start, end), None
            elif GIVES_WAY.search(piece) or DENIED.search(piece) or CUES["not_a_step"].search(piece):
                begin = None
            else:
                begin = start if begin is None else begin
            continue
        if begin is None or (DATED.search(piece) and DATED.search(text[begin:start])):
            begin = start
        here = Clause(kind, text[begin:end], begin, end)
        begin = None
        if last is not None and _one_step(last, here):
            last = Clause(kind, text[last.start : end], last.start, end)
            continue
        if last is not None:
            yield last
        last = here
    if last is not None:
        yield last


def told_kind(piece: str) -> str | None:
    """The kind of step whose own words the piece uses."""
    if CUES["not_a_step"].search(piece):
        return None
    return next((kind for kind in PRECEDENCE if CUES[kind].search(piece)), None)


def kind_of(piece: str) -> str | None:
    """The kind of step a piece of a sentence speaks of, or with a date only touches; None for none."""
    if CUES["not_a_step"].search(piece):
        return None
    kind = told_kind(piece)
    if kind or not DATED.search(piece) or CUES["not_near"].search(piece):
        return kind or ("decide" if gives_power(piece) or CUES["in_context"].search(piece) else None)
    return next((near for near in NEAR if CUES[f"near_{near}"].search(piece)), None) or (
        "decide" if gives_power(piece) or CUES["in_context"].search(piece) else None
    )


def _station(piece: str, text: str, start: int, end: int) -> str | None:
    """The kind of check of somebody on the way: a title or department alone where a sequence is told, 「Aが確認し、」."""
    if not CUES["sequence"].search(text):
        return None
    bare = LEAD_IN.sub("", piece)
    passed_on = ARROW_AFTER.match(text, end) or ARROW_BEFORE.search(text, 0, start) or LEAD_IN.match(piece)
    told = passed_on or THEN.search(text, 0, start)
    if (
        told
        and len(bare) <= STATION
        and (TITLE.search(bare) or HOLDER.search(bare) or bare.lower() in STATION_KINDS)
    ):
        return STATION_KINDS.get(bare.lower(), "review")
    return "review" if CUES["looks"].search(piece) else None


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the pieces between two gaps of a sentence."""
    start = 0
    for gap in [*GAP.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if text[start:end].strip():
            yield start, end
        start = gap.end() if gap else end


def _goes_on(last: Clause, piece: str) -> bool:
    """A piece that names no step dates the one before: its day, its corrected day, or the end of its window."""
    if not DATED.search(piece):
        return False
    due = CLOSES.search(piece) and last.kind in ("request", "papers")
    open_window = due or (last.kind == "request" and CUES["window"].search(last.text))
    return bool(not DATED.search(last.text) or CUES["corrected"].search(piece) or open_window)


def _one_step(last: Clause, here: Clause) -> bool:
    if last.kind != here.kind or (DATED.search(last.text) and DATED.search(here.text)):
        return False
    if all(ASSENT_OF.search(clause.text) for clause in (last, here)):
        return False
    holders = [HOLDER.search(clause.text) or CUES["body"].search(clause.text) for clause in (last, here)]
    if last.kind == "decide":
        return not any(holders)
    return last.kind not in ("review", "hearing") or not all(holders)


def beside_cue(clause: Clause, at: int) -> bool:
    """The place `at` of the clause stands on the same side of a contrast ("…ですが、", ", but") as the words for the step."""
    start = 0
    for gap in [*CONTRAST.finditer(clause.text), None]:
        end = gap.end() if gap else len(clause.text)
        if start <= at < end:
            return bool(CUES[clause.kind].search(clause.text[start:end]))
        start = end
    return False


def named_group(pattern: re.Pattern[str], text: str) -> str | None:
    """The first named group that matched, whatever its name; patterns of two languages number theirs apart."""
    found = pattern.search(text)
    if not found:
        return None
    return next((value.strip() for value in found.groupdict().values() if value), None)
