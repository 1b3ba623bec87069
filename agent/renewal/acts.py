"""What people of the customer do with the paper on its way, told beside a step of the decision, without a day of its own:
"Ann checks the figures", 「書くのは私、目を通すのは部長の…」, 「審査部長(…)の押印」."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.calendar import Anchor
from agent.models.plan import KeyPerson
from agent.renewal.clauses import CUES, Clause
from agent.renewal.cues import cues, frames
from agent.renewal.handing import holder_named
from agent.renewal.holders import TITLE, gives_power
from agent.renewal.no_steps import is_no_step
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from agent.renewal.sighting import Sighting
from agent.renewal.when import finest, read_when

PACKAGE, FILE = "agent.renewal", "acts"
NEAR = 3
"""Remarks, or lines, from an act to the step it belongs to."""
CORE = frozenset({"decide", "lock", "request", "papers", "hearing", "review", "announce", "prepare"})
LEFT_OUT = (
    "hedge",
    "past",
    "question",
    "wonders",
    "our_line",
    "drawn_by_us",
    "open",
    "posts",
    "asks_us",
    "ours_to_do",
)
HANDS = frozenset({"request", "papers", "prepare"})
"""Kinds of steps at which a paper is written or handed in."""
TITLE_BEFORE = re.compile(r"(?:長|専務|常務|主任|主査|役員|代表|締役)(?:の|[(（ \u3000])$")
NAME = re.compile(r"[一-龠々]{1,4}")
ARTICLE = re.compile(r"^(?:the|our|my|their|his|her) ", re.I)


def acts_beside(
    remarks: Sequence[Remark],
    found: Sequence[Sighting],
    people: Sequence[KeyPerson],
    sides: Sides,
    anchor: Anchor,
) -> Iterator[Sighting]:
    """A sighting for each act of a known person that no sighting found so far tells, near one that does."""
    steps = [s for s in found if s.kind in CORE and s.remark.is_note and (s.when or s.holder)]
    told = {(s.remark.document.source_id, s.remark.start, s.holder) for s in found}
    places = {(r.document.source_id, r.start): index for index, r in enumerate(remarks)}
    for index, remark in enumerate(remarks):
        if not _may_tell(remark):
            continue
        beside = [s for s in steps if _is_near(s.remark, remark, places, index)]
        for clause, who in _acts(remark, people, sides) if beside else ():
            name = who if isinstance(who, str) else who.name
            key = (remark.document.source_id, remark.start, name)
            dated = finest(read_when(clause.text, remark.day, anchor))
            if key in told or dated or any(s.holder == name and s.kind == clause.kind for s in beside):
                continue
            if clause.kind == "request" and not _joins(beside):
                continue
            told.add(key)
            yield Sighting(
                clause.kind, remark, clause, None, remark, who, deadline=False, listed=True, chain=True
            )


def _may_tell(remark: Remark) -> bool:
    if not remark.is_note or remark.side == "us" or remark.kind.value in ("heading", "field", "table_row"):
        return False
    if CUES["task"].search(remark.heading) or is_no_step(remark):
        return False
    return not any(CUES[name].search(remark.text) for name in LEFT_OUT)


def _is_near(step: Remark, here: Remark, places: dict[tuple[str, int], int], index: int) -> bool:
    if step.document is not here.document:
        return False
    at = places.get((step.document.source_id, step.start), index)
    return abs(at - index) <= NEAR and abs(step.block - here.block) < NEAR


def _joins(beside: Sequence[Sighting]) -> bool:
    """Something is handed in beside it, and nobody is told to do so: the act says who does."""
    handed = [s for s in beside if s.kind in HANDS]
    return bool(handed) and not any(isinstance(s.approver, KeyPerson) for s in handed)


def _acts(
    remark: Remark, people: Sequence[KeyPerson], sides: Sides
) -> Iterator[tuple[Clause, KeyPerson | str]]:
    """Each act in the order of the words, a person once."""
    words = cues(PACKAGE, FILE)
    text = remark.text
    if words["other"].search(text):
        return
    seen: set[str] = set()
    found = [match for frame in frames(PACKAGE, FILE, "does") for match in frame.finditer(text)]
    for match in sorted(found, key=lambda match: (match.start("act"), match.start("who"))):
        who = _person(match, remark, people, sides)
        name = who if isinstance(who, str) else who.name if who else None
        if who is None or name is None or name in seen or gives_power(match[0]):
            continue
        seen.add(name)
        kind = "review" if words["checks"].search(match["act"]) else "request"
        yield Clause(kind, match[0], match.start(), match.end()), who


def _person(
    match: re.Match[str], remark: Remark, people: Sequence[KeyPerson], sides: Sides
) -> KeyPerson | str | None:
    """The stakeholder; a name that nobody has listed where a title stands before it (「部長の…」) or in front of its bracket."""
    words = ARTICLE.sub("", match["who"])
    name = holder_named(words, remark, people, sides)
    known = next((p for p in people if p.name == name), None)
    if known is not None:
        return known if known.kind == "person" else None
    titled = TITLE_BEFORE.search(remark.text, 0, match.start("who")) and not sides.of(words)
    return words if titled and NAME.fullmatch(words) and not TITLE.search(words) else None
