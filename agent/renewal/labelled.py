"""Answers under a label: rows of forms and hearing sheets, "label: value" lines, sections with their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from agent.renewal.columns import SIDE_COLUMN, answer_place, label_places
from agent.renewal.remarks import DATE_COLUMN, NUMBER_CELL, Remark
from connectors.interface import BlockKind

LINE = re.compile(
    r"^[\s・\-*●○_]*(?:\d+[.．)]\s*(?=\*\*))?[*_]*(?P<label>[^:：。、「」\n]{1,24}?)[\s*_]*[:：](?!\d\d)[\s*_]*(?!//)(?P<value>\S.*)$"
)
"""A label and its value; in Markdown the label stands between marks of emphasis, with or without its colon."""
BOLD_LINE = re.compile(
    r"^[\s・\-*]*(?P<mark>\*\*|__)(?P<label>[^*_:：。、「」\n]{1,24}?)(?P=mark)[\s　]+(?P<value>[^\s*_].*)$"
)
NUMBERED_LINE = re.compile(r"^\d+[.．)]\s*(?P<label>[^\s:：(（。、]{2,10})[\s　]+(?P<value>\S.*)$")
SPACED_LINE = re.compile(r"^(?P<label>[一-龠ァ-ヴーぁ-ん]{2,10})[　\t]+(?P<value>\S.*)$")
NO_ANSWER = re.compile(
    r"^(?:なし|無し|無|特に?なし|不明|未定|未記入|空欄|聞いていない|未確認|未回答|回答なし|(?:no|not yet) (?:answer|answered)|not answered|not known|\(?未入力\)?|-|ー|―|n/?a|none|unknown|tbd|\?|？)"
    r"(?:[。(（].*)?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands under a label. `remarks` are its quotable units in order; `notes` are the row's other cells."""

    label: str
    value: str
    remarks: tuple[Remark, ...]
    notes: tuple[Remark, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Nothing known: blank, なし, 不明, none, n/a …"""
        return not self.value or bool(NO_ANSWER.match(self.value.strip()))

    @property
    def start(self) -> int:
        return self.remarks[0].start

    @property
    def end(self) -> int:
        return self.remarks[-1].end


def read_answers(remarks: Sequence[Remark]) -> list[Answer]:
    """Every labelled answer of the notes, in the order of the text. Logs (rows with a date column) have none."""
    return [answer for block in _blocks(remarks) for answer in _of_block(block)]


def _bare(text: str) -> str:
    return text.strip("・-*●○◎■□◆◇▼※[]【】 　\t:：#")


def _blocks(remarks: Sequence[Remark]) -> Iterator[list[Remark]]:
    block: list[Remark] = []
    for remark in remarks:
        if block and (remark.document is not block[0].document or remark.block != block[0].block):
            yield block
            block = []
        block.append(remark)
    if block:
        yield block


def _of_block(block: list[Remark]) -> Iterator[Answer]:
    document = block[0].document
    source = document.blocks[block[0].block]
    if source.kind is BlockKind.TABLE_ROW:
        if not source.header:
            yield from _of_row(block)
        return
    line = document.text[source.start : source.end].strip()
    found = LINE.match(line) or BOLD_LINE.match(line) or NUMBERED_LINE.match(line) or SPACED_LINE.match(line)
    if found and block[0].speaker is None:
        whole = document.text[source.start : source.end]
        value_start = source.start + whole.index(
            found["value"], whole.index(found["label"]) + len(found["label"])
        )
        after = [remark for remark in block if remark.end > value_start]
        if not after:
            return
        first = after[0]
        at = max(first.start, value_start)
        remarks = (replace(first, start=at, text=document.text[at : first.end]), *after[1:])
        yield Answer(found["label"].strip(), found["value"].strip(), remarks)


def _of_row(block: list[Remark]) -> Iterator[Answer]:
    document = block[0].document
    source = document.blocks[block[0].block]
    by_cell = [
        tuple(r for r in block if cell.start <= r.start < max(cell.end, cell.start + 1))
        for cell in source.cells
    ]
    texts = [document.text[cell.start : cell.end].strip() for cell in source.cells]
    columns = [next((r.column for r in cell), "") for cell in by_cell]
    if any(DATE_COLUMN.search(column) for column in columns if column) and not label_places(columns):
        return
    named = [i for i, text in enumerate(texts) if text and not NUMBER_CELL.match(text)]
    label_at = next((i for i in named if i in label_places(columns)), next(iter(named), None))
    if label_at is None:
        return
    answer_at = answer_place(columns, label_at)
    answer_at = label_at + 1 if answer_at is None else answer_at
    if answer_at >= len(texts) or not by_cell[answer_at]:
        return
    others = [r for i, cell in enumerate(by_cell) if i not in (label_at, answer_at) for r in cell]
    notes = tuple(r for r in others if not SIDE_COLUMN.search(r.column))
    yield Answer(texts[label_at], texts[answer_at], by_cell[answer_at], notes)
