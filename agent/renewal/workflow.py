"""How something is approved, told as a table (when, what, who) or as a numbered list of acts up to a decision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from agent.calendar import Anchor
from agent.models.plan import KeyPerson
from agent.renewal.agenda import PREPARES, Entry
from agent.renewal.approvers import approver_in
from agent.renewal.clauses import CUES, Clause, told_kind
from agent.renewal.cues import cues
from agent.renewal.handing import holder_named
from agent.renewal.holders import body_in, gives_power, holder_of
from agent.renewal.laid_out.label_words import label_of
from agent.renewal.month_named import in_named_month
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from agent.renewal.when import When, finest, is_current, read_when
from connectors.interface import BlockKind

WORDS = cues("agent.renewal", "workflow")
NUMBERED = re.compile(
    r"^\s*(?:[(（]?(?P<number>\d{1,2})[)）.．、:：]\s*|(?P<circle>[①-⑨])\s*|(?:STEP|Step|step) ?(?P<step>\d)[:：.]?\s*"
    r"|[(（]?(?P<kanji>[一二三四五六七八九])(?:[)）、.．]\s*|[ \u3000]+)|[(（]?(?P<iroha>[イロハニホヘトチリ])(?:[)）、.．]\s*|[ \u3000]+)"
    r"|[(（]?(?P<aiu>[アイウエオカキクケ])(?:[)）、.．]\s*|[ \u3000]+)|[(（]?(?P<abc>[a-iA-I])[)）.]\s+)(?=\S)"
)
SERIES = {
    "circle": "①②③④⑤⑥⑦⑧⑨",
    "kanji": "一二三四五六七八九",
    "iroha": "イロハニホヘトチリ",
    "aiu": "アイウエオカキクケ",
    "abc": "abcdefghi",
}
"""Signs that number a list, in their order."""
DATE_BEHIND = re.compile(r"\s*[(（][^()（）]*\d[^()（）]*[)）]$")
LEADER = re.compile(r"\s*(?:…+|‥+|・{3,}|\.{3,}|―{2,}|─{2,})\s*")
"""Dots from what happens to when and who."""
HELD_BY = re.compile(r"(?<=[長役務表])[(（][^()（）]{1,10}[)）]")
"""Who holds the post, in brackets behind it."""
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

TOKEN = re.compile(r"[\s\u3000…・、，,／/()（）:：]+|の(?=[一-龠々]{1,4}(?:[、。\s\u3000]|$))")
LEADS_IN = 2
"""Remarks before the first item that may say what the list is of."""

Row = tuple[Remark, str, When | None, str]
"""What happens, in which words, when, and who is named beside it."""


@dataclass(frozen=True, slots=True)
class Way:
    """Rows of a table or list, and what is said before the first one."""

    rows: list[Row]
    led_in: str = ""


def read_workflow(
    remarks: Sequence[Remark], people: Sequence[KeyPerson], sides: Sides, anchor: Anchor
) -> list[Entry]:
    """The acts of such tables and lists in their order; our own are left out, and those of tables that decide nothing."""
    notes = [r for r in remarks if r.is_note and not _is_apart(r)]
    rows = [*(Way(way) for way in _tables(notes, anchor)), *_lists(notes, anchor)]
    return [entry for way in rows for entry in _entries(way, people, sides)]


def is_of_table(remark: Remark) -> bool:
    """A cell under a heading for what happens."""
    return remark.kind is BlockKind.TABLE_ROW and bool(WORDS["what"].search(remark.column.strip()))


def _is_apart(remark: Remark) -> bool:
    named = f"{remark.label} {remark.heading}"
    return bool(CUES["task"].search(remark.heading) or CUES["past"].search(named))


def _entries(of: Way, people: Sequence[KeyPerson], sides: Sides) -> Iterator[Entry]:
    way = of.rows
    told = [(row, _kind(row) or _led_kind(row, of)) for row in way]
    kinds = [kind for _, kind in told if kind is not None]
    about = " ".join([of.led_in, way[0][0].section, way[0][0].heading, *(row[1] for row in way)])
    if len(kinds) < KINDS or not any(kind in DECIDES for kind in kinds):
        return
    if not WORDS["about"].search(about) or WORDS["other_matter"].search(about):
        return
    for (remark, text, when, who), kind in told:
        if kind is None or sides.of(who) == "us" or CUES["ours_to_do"].search(text):
            continue
        label = LEADER.split(text)[0] or text
        begin = remark.text.index(label)
        clause = Clause(kind, label, begin, begin + len(label))
        approver = _holder(who, text, remark, people, sides) or approver_in(clause, remark, people, sides)
        approver = approver or _in_item(text, remark, people, sides)
        yield Entry(remark, clause, when, approver, kind != PREPARES)


def _kind(row: Row) -> str | None:
    _, text, _, who = row
    if (
        len(text) > LONGEST["en" if text.isascii() else "ja"]
        or CUES["hedge"].search(text)
        or TELLS.search(text)
    ):
        return None
    bare = HELD_BY.sub("", text)
    kind = told_kind(bare)
    if kind is None and gives_power(bare if bare.isascii() else re.split(r"[ \u3000…]", bare)[0]):
        return "decide"
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


def _led_kind(row: Row, of: Way) -> str | None:
    """An item with its day in a list that is said to be the way only brings the matter nearer."""
    _, text, when, _ = row
    led = when is not None and WORDS["way"].search(of.led_in)
    told = CUES["hedge"].search(text) or TELLS.search(text) or CUES["not_on_the_way"].search(text)
    return PREPARES if led and not told else None


def _in_item(text: str, remark: Remark, people: Sequence[KeyPerson], sides: Sides) -> KeyPerson | str | None:
    """The stakeholder or body whose name stands apart in the item ("… — the controller, Bo", 「…… 総務部長 須磨」)."""
    words = [word for word in TOKEN.split(text) if word]
    names = [holder_named(word, remark, people, sides) for word in words]
    found = [p for name in names if name for p in people if p.name == name and p.kind == "person"]
    bodies = [p for p in people if p.kind == "body" and any(word.startswith(p.name) for word in words)]
    return next((known for known in (*found, *bodies)), None)


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
        or next((cell for cell in cells if label_of(cell.column) == name), None)
        for name in ("what", "when", "who")
    }
    what, when, who = under["what"], under["when"], under["who"]
    if what is None or (when is None and who is None):
        return None
    day = _day(when, anchor) if when is not None else None
    if when is not None and day is None:
        return None  # a row of the past, or of a day nobody knows
    return what, what.text, day, who.text if who is not None else ""


def _lists(notes: Sequence[Remark], anchor: Anchor) -> Iterator[Way]:
    """Numbered items one after another, from the first on."""
    way: list[Row] = []
    last: tuple[Remark, int] | None = None
    led_in = ""
    before: list[Remark] = []
    for _, group in groupby(notes, key=lambda r: (r.document.source_id, r.block)):
        said = list(group)
        first = said[0]
        number = _number(first)
        goes_on = (
            last is not None
            and number == last[1] + 1
            and first.document is last[0].document
            and first.block - last[0].block <= KINDS
        )
        if way and not goes_on:
            if _is_way(way, led_in):
                yield Way(way, led_in)
            way, last = [], None
        if number is not None and (goes_on or number == 1):
            if number == 1 and not goes_on:
                led_in = " ".join(r.text for r in before if r.document is first.document)
            text = DATE_BEHIND.sub("", NUMBERED.sub("", first.text, count=1).strip(" 　。.")) or first.text
            way.append((first, text, _day(first, anchor), ""))
            last = first, number
        before = [*before, *said][-LEADS_IN:]
    if _is_way(way, led_in):
        yield Way(way, led_in)


def _is_way(way: Sequence[Row], led_in: str) -> bool:
    """Several acts, not the numbered sentences of minutes or of a letter: under words for a way, or all in a step's words."""
    if len(way) < FEWEST or any(SENTENCE.search(text) for _, text, _, _ in way):
        return False
    led = f"{led_in} {way[0][0].section} {way[0][0].heading}"
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
    for name, signs in SERIES.items():
        if found[name]:
            return signs.index(found[name].lower()) + 1
    return int(found["number"] or found["step"])


def _day(remark: Remark, anchor: Anchor) -> When | None:
    """The remark's day to come, the last where it tells several."""
    read = in_named_month(finest(read_when(remark.text, remark.day, anchor)), remark, (), anchor)
    dates = [d for d in read if is_current(d, anchor)]
    return dates[-1] if dates else None
