"""How something is approved, told as a table (when, what, who) or as a numbered list of acts up to a decision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from agent.calendar import Anchor
from agent.models.plan import KeyPerson
from agent.renewal.agenda import PREPARES, Entry
from agent.renewal.approvers import approver_in
from agent.renewal.clauses import CUES, Clause, told_kind
from agent.renewal.cues import cues
from agent.renewal.handing import holder_named
from agent.renewal.holders import body_in, holder_of
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from agent.renewal.when import When, finest, is_current, read_when
from connectors.interface import BlockKind

WORDS = cues("agent.renewal", "workflow")
NUMBERED = re.compile(
    r"^\s*(?:[(（]?(?P<number>\d{1,2})[)）.．、:：]\s*|(?P<circle>[①-⑨])\s*|(?:STEP|Step|step) ?(?P<step>\d)[:：.]?\s*)(?=\S)"
)
DATE_BEHIND = re.compile(r"\s*[(（][^()（）]*\d[^()（）]*[)）]$")
TELLS = re.compile(
    r"ですが|ですけど|ので|ため|ました|でした|た。?$|\b(?:was|were|has been|have been|because)\b"
)
"""A sentence about how it went, and no act of a list."""
SENTENCE = re.compile(
    r"(?:です|でした|ました|ません|だ|た)(?:ね|よ|か)?[。」]?$|[?？「」“”\"]|^[^\s:：]{1,12}[:：]|^(?:[A-Z][\w'’-]+ ){1,2}(?:to|will) |\b(?:us|our|you|your|promised|asked|said)\b"
)
"""Talk, and tasks of people ("Kim to send …")."""
DOER = re.compile(r"^(?P<who>[^、。のがでは]{2,14})(?:の|が|で|は)(?=[^、。]{2})")
FEWEST = 3
"""Items of a numbered list that tell a way."""
KINDS = 2
"""Rows or items that must be in the words for a step, one of them the decision's."""
DECIDES = ("decide", "lock")
LONGEST = {"ja": 40, "en": 90}
"""Characters of an act: more is a sentence about something else."""

Row = tuple[Remark, str, When | None, str]
"""What happens, in which words, when, and who is named beside it."""


def read_workflow(
    remarks: Sequence[Remark], people: Sequence[KeyPerson], sides: Sides, anchor: Anchor
) -> list[Entry]:
    """The acts of such tables and lists in their order; our own are left out, and those of tables that decide nothing."""
    notes = [r for r in remarks if r.is_note and not _is_apart(r)]
    rows = [*_tables(notes, anchor), *_lists(notes, anchor)]
    return [entry for way in rows for entry in _entries(way, people, sides)]


def is_of_table(remark: Remark) -> bool:
    """A cell under a heading for what happens."""
    return remark.kind is BlockKind.TABLE_ROW and bool(WORDS["what"].search(remark.column.strip()))


def _is_apart(remark: Remark) -> bool:
    named = f"{remark.label} {remark.heading}"
    return bool(CUES["task"].search(remark.heading) or CUES["past"].search(named))


def _entries(way: Sequence[Row], people: Sequence[KeyPerson], sides: Sides) -> Iterator[Entry]:
    told = [(row, _kind(row)) for row in way]
    kinds = [kind for _, kind in told if kind is not None]
    about = " ".join([way[0][0].section, way[0][0].heading, *(row[1] for row in way)])
    if len(kinds) < KINDS or not any(kind in DECIDES for kind in kinds):
        return
    if not WORDS["about"].search(about) or WORDS["other_matter"].search(about):
        return
    for (remark, text, when, who), kind in told:
        if kind is None or sides.of(who) == "us" or CUES["ours_to_do"].search(text):
            continue
        clause = Clause(kind, text, remark.text.index(text), remark.text.index(text) + len(text))
        approver = _holder(who, text, remark, people, sides) or approver_in(clause, remark, people, sides)
        yield Entry(remark, clause, when, approver, kind != PREPARES)


def _kind(row: Row) -> str | None:
    _, text, _, who = row
    if (
        len(text) > LONGEST["en" if text.isascii() else "ja"]
        or CUES["hedge"].search(text)
        or TELLS.search(text)
    ):
        return None
    kind = told_kind(text)
    if kind is None and body_in(f"{text} {who}"):
        return "decide"
    if kind is None and WORDS["checks"].search(text):
        return "review"
    return kind or (PREPARES if CUES["on_the_way"].search(text) else None)


def _holder(
    who: str, text: str, remark: Remark, people: Sequence[KeyPerson], sides: Sides
) -> KeyPerson | str | None:
    """The stakeholder, body or department that a cell for who does it names; without one the title the act begins with."""
    doer = DOER.match(text) if not who else None
    if doer is not None and sides.person(doer["who"]) is None and not body_in(doer["who"]):
        holder = holder_of(doer["who"], 0, people, sides)
        return (holder.known or holder.name) if holder else None
    if not who:
        return None
    known = sides.person(who)
    return known or body_in(who) or holder_named(who, remark, people, sides)


def _tables(notes: Sequence[Remark], anchor: Anchor) -> Iterator[list[Row]]:
    """Tables with columns for what happens and for when or who, as rows."""
    rows = [list(cells) for _, cells in groupby(notes, key=lambda r: (r.document.source_id, r.block))]
    way: list[Row] = []
    last: Remark | None = None
    for cells in rows:
        row = _row(cells, anchor)
        near = last is not None and cells[0].document is last.document and cells[0].block - last.block == 1
        if way and not (row and near):
            yield way
            way = []
        if row:
            way.append(row)
            last = cells[0]
    if way:
        yield way


def _row(cells: Sequence[Remark], anchor: Anchor) -> Row | None:
    if cells[0].kind is not BlockKind.TABLE_ROW or cells[0].document.blocks[cells[0].block].header:
        return None
    under = {
        name: next((cell for cell in cells if WORDS[name].search(cell.column.strip())), None)
        for name in ("what", "when", "who")
    }
    what, when, who = under["what"], under["when"], under["who"]
    if what is None or (when is None and who is None):
        return None
    day = _day(when, anchor) if when is not None else None
    if when is not None and day is None:
        return None  # a row of the past, or of a day nobody knows
    return what, what.text, day, who.text if who is not None else ""


def _lists(notes: Sequence[Remark], anchor: Anchor) -> Iterator[list[Row]]:
    """Numbered items one after another, from the first on."""
    way: list[Row] = []
    last: tuple[Remark, int] | None = None
    for _, group in groupby(notes, key=lambda r: (r.document.source_id, r.block)):
        first = next(iter(group))
        number = _number(first)
        goes_on = (
            last is not None
            and number == last[1] + 1
            and first.document is last[0].document
            and first.block - last[0].block <= KINDS
        )
        if way and not goes_on:
            if _is_way(way):
                yield way
            way, last = [], None
        if number is not None and (goes_on or number == 1):
            text = DATE_BEHIND.sub("", NUMBERED.sub("", first.text, count=1).strip(" 　。.")) or first.text
            way.append((first, text, _day(first, anchor), ""))
            last = first, number
    if _is_way(way):
        yield way


def _is_way(way: Sequence[Row]) -> bool:
    """Several acts, not the numbered sentences of minutes or of a letter: under words for a way, or all in a step's words."""
    if len(way) < FEWEST or any(SENTENCE.search(text) for _, text, _, _ in way):
        return False
    led = f"{way[0][0].section} {way[0][0].heading}"
    return bool(WORDS["way"].search(led)) or all(_kind(row) is not None for row in way)


def _number(remark: Remark) -> int | None:
    """The number that the line of the remark begins with."""
    if remark.kind is BlockKind.TABLE_ROW:
        return None
    block = remark.document.blocks[remark.block]
    begin = remark.document.text.rfind("\n", 0, block.start) + 1
    found = NUMBERED.match(remark.document.text[begin : remark.end])
    if found is None:
        return None
    circle = found["circle"]
    return "①②③④⑤⑥⑦⑧⑨".index(circle) + 1 if circle else int(found["number"] or found["step"])


def _day(remark: Remark, anchor: Anchor) -> When | None:
    """The remark's day to come, the last where it tells several."""
    dates = [d for d in finest(read_when(remark.text, remark.day, anchor)) if is_current(d, anchor)]
    return dates[-1] if dates else None
