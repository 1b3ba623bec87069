"""Tools that a note lists: under a label or a heading for them, and in answers on how the work is done today."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agent.drafting.notes.tools.given_up import is_given_up
from agent.drafting.notes.tools.items import ToolItem, split_items
from agent.drafting.notes.tools.listed import looks_like_tool
from agent.drafting.notes.tools.no_name import is_no_name
from agent.drafting.notes.tools.sentences import NO_THING, names_in
from agent.renewal.columns import ANSWER_COLUMN, LABEL_COLUMN, SIDE_COLUMN
from agent.renewal.cues import cues
from agent.renewal.labelled import LINE, Answer
from agent.renewal.remarks import NUMBER_CELL, Remark
from connectors.interface import BlockKind, Document

CUES = cues("agent.drafting.notes.tools", "tools")
UNITS = 2
"""Answers beside the first in one row, from which on its columns are units that each gave theirs."""
MORE = re.compile(r"[+＋]|\s+(?=(?:朝夕|計|約|各)?\S*\d)")
"""What parts a way of work from the next, or from its amount, in an answer on how work is done."""

WORK_ASKED = (
    re.compile(r"^(?P<work>[^のはを]{2,10})の(?:いま|今|現在|現状|これまで|従来)の"),
    re.compile(
        r"(?:いま|今|現在|現状|これまで|従来)の(?P<work>[^のはを、。]{2,10})(?:の(?:やり方|方法|仕方|しかた|流れ|手段|運用))?$"
    ),
    re.compile(
        r"\bhow (?:is|are) (?:the )?(?P<work>[a-z][a-z -]{2,30}?) (?:done|handled|managed|run|kept|recorded|tracked|shared)\b",
        re.I,
    ),
    re.compile(
        r"\bhow (?:do|does) (?:you|they|it|staff|people) (?:do |handle |manage |run |record |track )(?P<work>[a-z][a-z -]{2,30}?)(?: today| now| currently|$|\?)",
        re.I,
    ),
)
FEW, MANY = 3, 10
"""Items of one line below a heading: of a sentence, and of a list of names."""
PROSE = re.compile(
    r"。.|(?:です|ます|した|いる|ない|ので|けど)(?:[、。)）]|$)|\b(?:is|are|was|were|has|have|they|we|it|he|she)\b"
)
NO_WORK = re.compile(r"^(?:やり方|方法|仕方|手段|運用|状況|しくみ|仕組み|it|this|that|things)$")
Told = tuple[ToolItem, Document, int, int]


def in_answers(answers: Sequence[Answer]) -> Iterator[Told]:
    """Each tool of a labelled answer with its place; in a row where several units answer, each with the unit."""
    for answer in answers:
        instead = CUES["instead"].search(answer.label)
        if not answer.remarks or not answer.remarks[0].is_note:
            continue
        if CUES["not_label"].search(answer.label) and not instead:
            continue
        alone = _named_alone(answer)
        if alone is not None:
            yield alone, answer.remarks[0].document, answer.remarks[0].start, answer.remarks[0].end
        for remark, unit in _told_by(answer):
            if answer.is_empty and remark in answer.remarks and not instead:
                continue
            for item in (*_items_of(answer, remark), *_of_section(answer, remark)):
                if not is_given_up(item.name, remark.text):
                    whose = replace(item, department=item.department or unit)
                    yield whose, remark.document, remark.start, remark.end


def _told_by(answer: Answer) -> Iterator[tuple[Remark, str | None]]:
    """The answer's sentences; in a row with an answer from each unit, those of the other columns too."""
    others = [r for r in answer.notes if _is_answer_of_a_unit(r)]
    column = answer.remarks[0].column
    units = len({r.column for r in others}) >= UNITS and not ANSWER_COLUMN.search(column)
    for remark in answer.remarks:
        yield remark, column if units else None
    for remark in others if units else ():
        yield remark, remark.column


def _is_answer_of_a_unit(remark: Remark) -> bool:
    column = remark.column.strip()
    if not column or NUMBER_CELL.match(remark.text.strip()):
        return False
    return not any(kind.search(column) for kind in (ANSWER_COLUMN, SIDE_COLUMN, LABEL_COLUMN))


def _named_alone(answer: Answer) -> ToolItem | None:
    """The answer is a name in quotation marks and no more, of whatever work or thing the row is about (写真 | 「X」)."""
    found = ALONE.fullmatch(answer.value.strip())
    label = answer.label.strip()
    if found is None or is_no_name(found["name"]) or SPOKEN.search(found["name"]):
        return None
    if not ABOUT.fullmatch(label) or NO_THING.search(label) or CUES["instead"].search(label):
        return None
    return ToolItem(found["name"], label)


ALONE = re.compile(r"[「『](?P<name>[^「」『』]{2,16})[」』](?:[(（][^()（）]{1,16}[)）])?")
SPOKEN = re.compile(
    r"[、。!?！？]|(?:した|する|たい|ない|です|ます|よう|こと|的|化)$|[をがはにで][ぁ-んァ-ヴー一-龠]"
)
"""Words that say something: a wish, a motto."""
ABOUT = re.compile(r"[一-龠ァ-ヴーA-Za-z・の]{2,12}(?:\([^()]*\)|（[^（）]*）)?")


def _items_of(answer: Answer, remark: Remark) -> Iterator[ToolItem]:
    label = answer.label
    yield from items_under(label, remark.text, answer.value)
    if CUES["method"].search(label) or CUES["today"].search(label):
        work = _work_asked(label)
        for piece in MORE.split(remark.text):
            for item in split_items(piece):
                if looks_like_tool(item.name):
                    yield replace(item, purpose=item.purpose or work, overlap=True if work else None)
    if CUES["method"].search(label):
        yield from names_in(remark.text)


def _of_section(answer: Answer, remark: Remark) -> Iterator[ToolItem]:
    """Tools of a row that two cells label, the section or the question being one for tools: "Systems | Mail | X" gives
    X for mail, "環境 | 使っているもの | X" gives X."""
    heads = [
        r for r in answer.notes if 1 < len(r.text) <= LONGEST_LABEL and r.column and r.start < remark.start
    ]
    if CUES["label"].search(answer.label):
        asked = [r.text for r in heads if LABEL_COLUMN.search(r.column)]
        if not asked:
            return
        for item in split_items(remark.text):
            yield replace(item, purpose=item.purpose or asked[0])
        return
    for head in heads:
        if not CUES["label"].search(head.text) or CUES["not_label"].search(head.text):
            continue
        work = None if LABEL_COLUMN.search(head.column) else answer.label
        for item in split_items(remark.text):
            yield replace(item, purpose=item.purpose or work)
        return


LONGEST_LABEL = 24
"""Characters of the longest cell that labels a row."""


def _work_asked(label: str) -> str | None:
    """The work that a question on today's way asks about: work we sell, since we asked; None where none is named."""
    found = next((m for pattern in WORK_ASKED if (m := pattern.search(label))), None)
    return found["work"].strip() if found and not NO_WORK.match(found["work"].strip()) else None


def items_under(label: str, text: str, value: str = "") -> list[ToolItem]:
    """What the label's answer lists: all of it, what looks like a tool under a label for other things too, what our
    product was bought instead of where no competitor was, or the one product under a kind of system ("ERP: X")."""
    items = split_items(text)
    if CUES["label"].search(label):
        return items
    if CUES["head"].search(label.strip()):
        return [replace(item, purpose=label.strip()) for item in items[:1] if item.purpose is None]
    if CUES["kind_of_system"].search(label.strip()):
        return [replace(item, purpose=label.strip()) for item in items[:1] if looks_like_tool(item.name)]
    replaced = CUES["instead"].search(label) and CUES["none"].search(value.strip() or text.strip())
    if replaced or CUES["loose"].search(label.strip()):
        over = True if CUES["replaced"].search(label) else None
        return [replace(item, overlap=over) for item in items if looks_like_tool(item.name)]
    return []


def lists_tools(remark: Remark) -> bool:
    """The line is such a list: its label or heading says so."""
    line = LINE.match(remark.text)
    return any(
        items_under(words, remark.text) for words in (remark.heading, line["label"] if line else "") if words
    )


def under_headings(remarks: Sequence[Remark]) -> Iterator[Told]:
    """The first items of each line under a heading for tools."""
    for remark in remarks:
        if not remark.is_note or remark.kind not in (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH):
            continue
        if CUES["not_label"].search(remark.heading):
            continue
        most = FEW if PROSE.search(remark.text) else MANY
        for item in items_under(remark.heading, remark.text)[:most]:
            if not is_given_up(item.name, remark.text):
                yield item, remark.document, remark.start, remark.end
