"""Ways to a decision set out by form: a head with its items below, or a chain of items on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from agent.calendar import Anchor
from agent.models.plan import KeyPerson
from agent.renewal.agenda import HEADED, PREPARES
from agent.renewal.approvers import DRAFTS, LEADS
from agent.renewal.clauses import CUES, Clause, told_kind
from agent.renewal.holders import body_in, by_title, gives_power
from agent.renewal.laid_out.label_words import label_of, words
from agent.renewal.laid_out.lines import EMPHASIS, Line, lines_of
from agent.renewal.laid_out.parts import Item, Parser, Part
from agent.renewal.laid_out.rows import rows_of
from agent.renewal.no_steps import is_no_step
from agent.renewal.other_matters import is_of_another_matter
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from agent.renewal.thresholds import ceiling_in, floor_in
from agent.renewal.when import When
from agent.renewal.workflow import TELLS, WORDS

JOINT = re.compile(r"[\s\u3000]*(?:→|⇒|➡|➔|⟶|▶|►|»|≫|->|=>|-->|(?<![<\-=])[>＞](?![=>])|⇨)+[\s\u3000]*")
"""Signs that lead from one item to the next."""
ARROW_LINE = re.compile(r"[\s\u3000]*(?:↓|⇓|⬇|▼|∨|[vV]|\||→|⇒|->)+[\s\u3000]*")
INTRO = re.compile(r"^(?P<head>[^:：。\n]{2,60}?)[:：][\s\u3000]*(?P<rest>\S.*)$")
FOLLOWS = re.compile(
    r"(?:は|が|を|について)?、?(?:以下|次|下記)の(?:とおり|通り|よう|順)[^。]{0,16}。?\s*$|(?:は|が)?こう(?:なっ|なり)[^。]{0,8}。?\s*$"
    r"|,? (?:as (?:we|I) understand(?: it)?|(?:is |are |looks? )?(?:as follows|like this|below))[.:]?\s*$",
    re.I,
)
"""What an introduction says behind the words that a head has."""
NUMBER = re.compile(
    r"[①-⑳]|(?<![\d/.])(?<!\d[:：])[(（]?(?P<n>\d{1,2})[)）](?!\d)|(?:(?<=[\s:：、;；])|^)(?P<m>\d{1,2})[.．](?=\s?\D)"
)
"""A number before an item on the line."""
OURS = re.compile(r"当社|弊社|自社|\b(?:our own|our internal|internal)\b", re.I)
HANDS_IN = re.compile(r"起案|起票|起草|申請|提出|\b(?:request|draft|case|propos|submi)", re.I)
LONGEST_HEAD = {"ja": 30, "en": 70}
LONGEST_ITEM = {"ja": 60, "en": 120}
SHORT_HEAD = 6
FEWEST = 2
SENTENCE = re.compile(
    r"(?:です|でした|ます|ました|ません|だった|という)(?:ね|よ|か|が|ので|けど)?[。」]?$|[?？「」“”\"]|[^\W_]。[^\W_]|\b(?:us|our|your|promised|asked|said)\b"
)
"""Talk, and no item of a list."""
ASKS = re.compile(r"[?？]\s*$")


@dataclass(frozen=True, slots=True)
class Told:
    """An item of a way as a step: where it stands, its kind, its day with the place of that, and who approves."""

    remark: Remark
    clause: Clause
    when: When | None
    dated_by: Remark
    approver: KeyPerson | str | None


@dataclass(frozen=True, slots=True)
class Way:
    """A way's steps in their order, and the stretch of its document that tells them."""

    steps: tuple[Told, ...]
    source_id: str
    start: int
    end: int

    def holds(self, remark: Remark) -> bool:
        """The remark stands within the stretch."""
        return (
            remark.document.source_id == self.source_id
            and self.start < remark.end
            and remark.start < self.end
        )


@dataclass(slots=True)
class _Entry:
    """An item with the lines it was read from."""

    item: Item
    line: Line
    dated_by: Line
    end: int


def read_ways(
    remarks: Sequence[Remark], people: Sequence[KeyPerson], sides: Sides, anchor: Anchor
) -> list[Way]:
    """Every such way of the notes in the text's order; ours, past ones and those of another matter make none."""
    parser = Parser(people, sides, anchor)
    found: list[Way] = []
    for lines in lines_of(remarks):
        at = 0
        while at < len(lines):
            read = _on_one_line(lines, at, parser) or _below_a_head(lines, at, parser)
            way = _way(read[0], people) if read else None
            if read and way:
                found.append(way)
            ours = _of_ours(lines, at, parser) if way is None else None
            found += [ours[0]] if ours else []
            at = read[1] if read and way else ours[1] if ours else at + 1
    for led_in, rows in rows_of(remarks):
        if (is_head(led_in) or is_head(rows[0].remark.heading)) and not _is_apart(rows[0]):
            entries = [_row_entry(row, parser) for row in rows]
            way = _way([e for e in entries if e], people) if all(entries) else None
            found += [way] if way else []
    return found


def _of_ours(lines: Sequence[Line], at: int, parser: Parser) -> tuple[Way, int] | None:
    """The stretch that tells how we ourselves decide: no step of the customer's."""
    text = lines[at].text
    if len(text) > LONGEST_HEAD["en"] or not OURS.search(text) or not words()["deciding"].search(text):
        return None
    here = at + 1
    while (
        here < len(lines) and not lines[here].heading and _item(lines[here], _labelled(lines[here]), parser)
    ):
        here += 1
    if here == at + 1:
        return None
    first, last = lines[at + 1], lines[here - 1]
    return Way((), first.remark.document.source_id, first.start, last.end), here


def _row_entry(row: Line, parser: Parser) -> _Entry | None:
    item = parser.item(row.text, row.remark.day)
    told = item.who is not None or item.dated
    return _Entry(item, row, row, row.end) if told and not TELLS.search(row.text) else None


def is_head(text: str) -> bool:
    """A short line that says that what comes is the way to a decision on the contract."""
    bare = FOLLOWS.sub("", EMPHASIS.sub("", text)).strip(" \u3000:：【】[]〔〕<>＜＞《》■◆●◇▼□#*")
    longest = LONGEST_HEAD["en" if bare.isascii() else "ja"]
    if not 2 <= len(bare) <= longest or TELLS.search(bare) or ASKS.search(text):
        return False
    if words()["not_head"].search(bare) or WORDS["other_matter"].search(bare) or is_of_another_matter(bare):
        return False
    if re.search(r"。.|[.!?] ", bare) or re.search(r"\d{1,2}月\d|\d/\d", bare):
        return False
    deciding = words()["deciding"].search(bare)
    return bool(deciding or (words()["of_contract"].search(bare) and words()["way"].search(bare)))


def _on_one_line(lines: Sequence[Line], at: int, parser: Parser) -> tuple[list[_Entry], int] | None:
    """A chain "A → B → C", with its head before a colon or above it."""
    line = lines[at]
    intro = INTRO.match(line.text)
    called = intro is not None and len(intro["head"]) <= SHORT_HEAD and words()["way"].search(intro["head"])
    headed = bool(intro and (called or is_head(intro["head"])))
    start = intro.start("rest") if intro and headed else 0
    led_in = headed or (at > 0 and is_head(lines[at - 1].text)) or is_head(line.remark.heading)
    spans = list(_joined(line.text, start))
    if len(spans) < FEWEST and (numbered := _numbered(line.text)):
        led_in = led_in or is_head(re.sub(r"[\s①(（\d.．)）:：]+$", "", line.text[: numbered[0][0]]))
        spans = numbered if led_in else spans
    if len(spans) < FEWEST or (not led_in and len(spans) < FEWEST + 1) or _is_apart(line):
        return None
    entries = [
        _Entry(
            parser.item(line.text[a:b], line.remark.day), _cut(line, a, b), _cut(line, a, b), line.start + b
        )
        for a, b in spans
    ]
    plain = all(e.item.who is not None or e.item.act is not None for e in entries)
    told = sum(e.item.who is not None or e.item.dated for e in entries)
    if not plain or told < FEWEST or any(len(e.line.text) > LONGEST_ITEM["ja"] * 2 for e in entries):
        return None
    return entries, at + 1


def _joined(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Offsets of a chain's items; an arrow within brackets joins nothing."""
    begin = start
    for gap in [*JOINT.finditer(text, start), None]:
        end = gap.start() if gap else len(text)
        if gap and _open(text[begin:end]):
            continue
        if text[begin:end].strip(" \u3000。."):
            yield begin, end
        begin = gap.end() if gap else end


def _numbered(text: str) -> list[tuple[int, int]]:
    """Offsets of the items behind the numbers 1, 2, 3 … of a line; none where they do not count on."""
    found = list(NUMBER.finditer(text))
    signs = [
        int(m["n"] or m["m"]) if m["n"] or m["m"] else "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳".index(m[0]) + 1 for m in found
    ]
    if len(found) < FEWEST or signs != list(range(1, len(signs) + 1)):
        return []
    ends = [*(m.start() for m in found[1:]), len(text)]
    return [
        (m.end(), m.end() + len(text[m.end() : end].rstrip(" \u3000/／;；,、。")))
        for m, end in zip(found, ends, strict=True)
    ]


def _open(text: str) -> bool:
    return sum(text.count(c) for c in "(（") > sum(text.count(c) for c in ")）")


def _cut(line: Line, start: int, end: int) -> Line:
    begin = line.start + start
    return replace(
        line,
        remark=replace(line.remark, start=begin, end=line.start + end, text=line.text[start:end]),
        start=begin, end=line.start + end, text=line.text[start:end],
    )  # fmt: skip


def _is_apart(line: Line) -> bool:
    remark = line.remark
    named = f"{remark.label} {remark.heading}"
    return bool(
        CUES["task"].search(remark.heading)
        or CUES["past"].search(named)
        or words()["not_head"].search(remark.heading)
        or is_of_another_matter(line.text)
        or WORDS["other_matter"].search(remark.heading)
    )


def _below_a_head(lines: Sequence[Line], at: int, parser: Parser) -> tuple[list[_Entry], int] | None:
    """The items of the lines below a head, each with the labelled parts that follow it."""
    head = lines[at]
    if not is_head(head.text) or _is_apart(head):
        return None
    entries: list[_Entry] = []
    here = at + 1
    while here < len(lines):
        line = lines[here]
        if ARROW_LINE.fullmatch(line.text):
            here += 1
            continue
        part = _labelled(line)
        if part is not None and entries and _add(entries[-1], part, line, parser):
            here += 1
            continue
        numbered = line.marked and not is_head(line.text)
        entry = _item(line, part, parser) if not line.heading or part is not None or numbered else None
        if (
            entry is not None
            and line.heading
            and not (entry.item.dated and entry.item.who and entry.item.act)
        ):
            entry = None
        if entry is None:
            break
        entries.append(entry)
        here += 1
    return (entries, here) if len(entries) >= FEWEST else None


def _labelled(line: Line) -> tuple[str, int] | None:
    """The part that a label at the line's beginning announces, and where its words begin."""
    found = re.match(
        r"(?:\*\*|__)?(?P<label>[^\s\u3000:：=＝|｜\t*_,、]{1,12}|[A-Za-z]+(?: [A-Za-z]+){1,2})(?:\*\*|__)?(?P<gap>[\s\u3000]*(?:[:：=＝|｜\t]|\s-\s|…+|⇒|→|->)(?:\*\*|__)?[\s\u3000]*|[ \u3000]+)(?=\S)",
        line.text,
    )
    label = label_of(found["label"]) if found else None
    return (label, found.end()) if found and label else None


def _add(entry: _Entry, part: tuple[str, int], line: Line, parser: Parser) -> bool:
    """Takes a labelled line into the item; False where the item has such a part already or the line has more in it."""
    label, begin = part
    value = line.text[begin:]
    held = entry.item
    if label == "what":
        if held.act is not None:
            return False
        held.act = Part(label, value, begin)
        entry.line = line
    elif label == "who":
        if held.who is not None:
            return False
        read = parser.item(value, line.remark.day)
        held.who = read.who or (value.strip() if parser.holder(value) is None and read.act else None)
        if read.when is not None and held.when is None:
            held.when, held.dated, entry.dated_by = read.when, True, line
    else:
        if held.dated:
            return False
        read = parser.item(value, line.remark.day)
        held.when, held.dated, entry.dated_by = read.when, True, line
        held.who = held.who or read.who
    entry.end = line.end
    return True


def _item(line: Line, part: tuple[str, int] | None, parser: Parser) -> _Entry | None:
    """The line as an item: an act with its day or its holder, or in a step's words; None for anything else."""
    text = line.text
    if len(text) > LONGEST_ITEM["en" if text.isascii() else "ja"] or ASKS.search(text):
        return None
    begin = part[1] if part and part[0] == "what" else 0
    item = parser.item(text, line.remark.day)
    if begin and item.act is None:
        return None
    act = item.act.text if item.act else ""
    if TELLS.search(act) or CUES["hedge"].search(text) or "。" in text.rstrip("。"):
        return None
    if not act.isascii() and SENTENCE.search(text):
        return None
    told = item.who is not None or item.dated
    if not told and (_kind_of_act(act) is None or len(act) * 2 < len(text.strip())):
        return None
    return _Entry(item, line, line, line.end)


def _kind_of_act(act: str) -> str | None:
    kind = told_kind(act)
    if kind is None and gives_power(act):
        return "decide"
    if kind is None and WORDS["checks"].search(act):
        return "review"
    return kind or (PREPARES if CUES["on_the_way"].search(act) else None)


def _way(entries: Sequence[_Entry], people: Sequence[KeyPerson]) -> Way | None:
    """The steps of the items, where several have a holder or a day and one decides."""
    for entry in entries:
        headed = HEADED.match(entry.item.act.text) if entry.item.act and entry.item.who is None else None
        if headed is not None:  # the act begins with the title of who does it: 部長承認
            entry.item.who = by_title(headed["who"], people) or headed["who"]
    kinds = [_kind(entry, place == len(entries) - 1) for place, entry in enumerate(entries)]
    if kinds[0] == PREPARES and entries[0].item.act and HANDS_IN.search(entries[0].item.act.text):
        kinds[0] = "request"
    told = sum(entry.item.who is not None or entry.item.dated for entry in entries)
    limits = [e for e in entries if ceiling_in(e.line.text) or floor_in(e.line.text, e.line.text)]
    if len(limits) >= FEWEST:
        return None  # who may sign how much, and not who signs after whom
    if told < FEWEST or not any(kind in ("decide", "lock") for kind in kinds):
        return None
    steps = [
        step for entry, kind in zip(entries, kinds, strict=True) if (step := _step(entry, kind)) is not None
    ]
    if len(steps) < FEWEST:
        return None
    first = entries[0].line
    return Way(
        tuple(steps),
        first.remark.document.source_id,
        min(e.line.start for e in entries),
        max(e.end for e in entries),
    )


def _kind(entry: _Entry, last: bool) -> str:
    """The kind of step by the act's words, else by who acts; the last one decides where nothing else is told of it."""
    act = entry.item.act.text if entry.item.act else ""
    kind = _kind_of_act(act) if act else None
    if kind == "decide" and not last and HEADED.match(act):
        return "review"
    body = isinstance(entry.item.who, str) and body_in(entry.item.who) is not None
    body = body or (isinstance(entry.item.who, KeyPerson) and entry.item.who.kind == "body")
    if kind in (None, PREPARES) and body:
        return "decide"
    if kind is None and not act:
        return "decide" if last else "review"
    return kind or ("decide" if body_in(act) else PREPARES)


def _step(entry: _Entry, kind: str) -> Told | None:
    """The item as a step; None for one whose day is over or of a kind no plan tells."""
    item, line = entry.item, entry.line
    if item.dated and item.when is None:
        return None
    if CUES["ours_to_do"].search(line.text) or is_no_step(line.remark):
        return None
    act = item.act
    drafts = kind in ("request", PREPARES) and act is not None and DRAFTS.search(act.text) and not item.dated
    if drafts and isinstance(item.who, KeyPerson) and not LEADS.search(item.who.title or ""):
        item.who = None  # who only writes the paper approves nothing
    if act is not None:
        clause = Clause(kind, act.text, act.at, act.at + len(act.text))
    else:
        clause = Clause(kind, line.text, 0, len(line.text))
    return Told(line.remark, clause, item.when, entry.dated_by.remark, item.who)


__all__ = ["Told", "Way", "is_head", "read_ways"]
