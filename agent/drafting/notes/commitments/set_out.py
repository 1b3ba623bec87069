"""Tasks set out by form under a word for tasks or behind a box: what, who and until when on one line or on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from agent.drafting.notes.commitments.edges import BOX, words_for
from agent.drafting.notes.commitments.marked import side_from
from agent.drafting.notes.commitments.owners import Owners
from agent.drafting.notes.commitments.peeled import Parts, Peeler
from agent.drafting.notes.commitments.task import Task
from agent.renewal.cues import cues
from agent.renewal.remarks import Remark
from connectors.interface import BlockKind, DocumentKind

CUES = cues("agent.drafting.notes.commitments", "commitments")
TALK = (DocumentKind.TRANSCRIPT, DocumentKind.CHAT)
LONGEST_HEAD = 40
LONGEST_LINE = 400
LEAST = 4
"""Letters of the shortest task."""
HEAD = re.compile(
    r"[\s　#*_\[【<■◆●○◎□・\-]*(?:\d+[.．)）]\s*)?(?:[A-Z][^.。?？]*|[^\x00-\x7f][^。?？、]*|(?:(?i:todo|to-do)[^.。]*))$"
)
"""A line without the end of a sentence."""
SAID = re.compile(r"[。.!?！？] ?\S|(?:です|でした|ました|ません)[。」]?$|[?？「」“”]")
"""Talk, or more than one statement."""
LED_IN = re.compile(r"[^:：。]{2,40}(?:[:：。][\s　]*)(?=\S)")
BETWEEN = re.compile(r"[;；][\s　]*|(?<=[)）])[、,][\s　]*|。[\s　]*|(?<=[\w)])\. (?=[A-Z])")
"""What parts the entries of one line."""
SEVERAL = re.compile(r"\d[^/／]*\s[/／]\s")
"""More than one dated thing for one owner: cut elsewhere."""
HONORIFIC = re.compile(r"(?:様|さま|さん|氏|殿)$")
ENDS = re.compile(
    r"^[\s　■◆●○・#【\[]*(?:[一二三四五六七八九十\d]+[.．、)）\s　]+)?(?:次回|以上|その他|備考|所感|議題|出席|参加|next meeting|attendees|agenda|close)(?!まで|[のま])",
    re.I,
)


@dataclass(slots=True)
class _Line:
    remark: Remark
    block: int
    text: str
    parts: Parts

    @property
    def words(self) -> str:
        return self.text[self.parts.text[0] : self.parts.text[1]]


@dataclass(slots=True)
class _Entry:
    """Lines of one task: the one with its words and those with its parts."""

    lines: list[_Line] = field(default_factory=list)

    @property
    def fields(self) -> set[str]:
        told = {name for line in self.lines for name in line.parts.fields}
        return told | ({"text"} if any(line.words for line in self.lines) else set())


def read_set_out(remarks: Sequence[Remark], owners: Owners) -> list[Task]:
    """One task an entry that names its owner, with its bare words; entries that leave the owner open are left to others."""
    found: list[Task] = []
    for _, group in groupby(remarks, key=lambda remark: remark.document.source_id):
        said = list(group)
        if said[0].is_note and said[0].document.kind not in TALK:
            found += [task for entry in _entries(said, owners) if (task := _task(entry))]
    return found


def _entries(remarks: Sequence[Remark], owners: Owners) -> Iterator[_Entry]:
    writer = next((remark for remark in remarks if remark.side), remarks[0])
    said = writer if writer.document.kind is DocumentKind.MAIL else replace(writer, side=None)
    peeler = Peeler(lambda words: side_from(words, said, owners))
    entry = _Entry()
    within = False
    for _, group in groupby(remarks, key=lambda remark: remark.block):
        first = next(group)
        line = _line(first, peeler)
        if line is None or first.quoted:
            yield entry
            entry, within = _Entry(), False
            continue
        several = list(_several(line, peeler, within or _is_within(first)))
        if several:
            yield entry
            yield from (_Entry([one]) for one in several)
            entry = _Entry()
            continue
        if _is_head(first, line):
            yield entry
            entry, within = _Entry(), _names_tasks(line.text) and not ENDS.match(line.text)
            continue
        boxed = BOX.match(line.text.lstrip("・-* 　")) is not None
        if (
            (within or _is_within(first) or boxed)
            and not ENDS.match(line.text)
            and not SAID.search(line.words)
        ):
            told = line.parts.fields | ({"text"} if line.words else set())
            if entry.lines and told and not (told & entry.fields):
                entry.lines.append(line)
                continue
            yield entry
            entry = _Entry([line] if told else [])
            continue
        yield entry
        entry = _Entry()
        within = within and bool(line.parts.fields)
    yield entry


def _line(first: Remark, peeler: Peeler) -> _Line | None:
    """The block as one line; None for rows under column headings, for heads of mails and for long paragraphs."""
    document = first.document
    block = document.blocks[first.block]
    if block.kind in (BlockKind.FIELD, BlockKind.TURN) or (
        block.kind is BlockKind.TABLE_ROW and first.column
    ):
        return None
    text = document.text[block.start : block.end]
    if len(text) > LONGEST_LINE:
        return None
    remark = replace(first, start=block.start, end=block.end, text=text, kind=block.kind)
    return _Line(remark, first.block, text, peeler.read(text))


def _several(line: _Line, peeler: Peeler, within: bool) -> Iterator[_Line]:
    """The entries of a line that lists more than one, each with its owner, behind a word for tasks; none of any other."""
    led_in = LED_IN.match(line.text)
    begin = led_in.end() if led_in and _names_tasks(led_in[0]) else 0
    if not (within or begin):
        return
    bounds = [begin, *(found.end() for found in BETWEEN.finditer(line.text, begin)), len(line.text)]
    found = []
    for a, b in pairwise(bounds):
        text = line.text[a:b].strip(" 　;；、。,")
        start = line.remark.start + line.text.index(text, a)
        remark = replace(line.remark, start=start, end=start + len(text), text=text)
        found.append(_Line(remark, line.block, text, peeler.read(text)))
    told = [one for one in found if one.words and one.parts.owner]
    if told and (len(told) == len([one for one in found if one.text])) and (begin or len(told) > 1):
        yield from told


def _is_head(first: Remark, line: _Line) -> bool:
    """The line is a heading, or names what follows."""
    if line.words and (line.parts.owner or line.parts.labelled):
        return False
    if first.document.blocks[first.block].kind is BlockKind.HEADING:
        return True
    return not line.parts.fields and bool(HEAD.match(line.text)) and _names_tasks(line.text)


def _names_tasks(text: str) -> bool:
    return len(text) <= LONGEST_HEAD and bool(CUES["heading"].search(text) or words_for("head").search(text))


def _is_within(first: Remark) -> bool:
    over = [first.heading, *first.section.split(" > ")[-2:]]
    return any(_names_tasks(words) for words in over if words)


def _task(entry: _Entry) -> Task | None:
    """None where no owner of a known side stands in it, or nothing to do."""
    main = next((line for line in entry.lines if line.words), None)
    owned = next((line for line in entry.lines if line.parts.side is not None), None)
    if main is None or owned is None or len(re.findall(r"\w", main.words)) < LEAST:
        return None
    if SEVERAL.search(main.words):
        return None
    dated = next((line for line in entry.lines if line.parts.due is not None), None)
    due = (dated.parts.due if dated is main else dated.text) if dated else None
    done = any(line.parts.done for line in entry.lines) or bool(CUES["done"].search(main.text.strip("・- ")))
    more = tuple(line.remark for line in entry.lines if line is not main)
    return Task(
        main.remark,
        main.words,
        owned.parts.side,
        HONORIFIC.sub("", owned.parts.owner or "") or None,
        due,
        done,
        more,
    )
