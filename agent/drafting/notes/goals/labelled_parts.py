"""Goals laid out in labelled parts, whatever parts them: nested bullets, indented lines, "現状: … / 目標: …", brackets, Q and A.

A record is a head (a line that names the matter, or a label for it) and the labelled parts that follow on its line and on
the next ones. What counts is the form: a head, and a figure under a label for where it stands or what is to be reached.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from agent.drafting.notes.goals.part_labels import (
    BESIDE,
    GOAL,
    Label,
    is_figure,
    labels_in,
    part_alone,
    part_named,
)
from agent.drafting.notes.goals.sheets import Sheet, field_of
from agent.models.plan import Goal
from agent.renewal.remarks import Remark
from connectors.interface import BlockKind, Document, Span

LINES = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING)
LONGEST_HEAD = 60
_EDGE = " \t\u3000/／、,，;；|｜・→⇒-–—>。*"
_OPENS = "(（【［[<＜《「"
_CLOSES = ")）】］]>＞》」"
_MARK = re.compile(
    r"^[\s\u3000]*(?:[・\-*●○■□◆◇▪•▶▼※#]+\s*|\d{1,2}(?:\.\d{1,2})*[.)．）]?\s+|\d{1,2}[.)．）]\s*|[(（]\d{1,2}[)）]\s*|[①-⑳]\s*|[a-z][.)]\s+)*(?:\*\*)?"
)
_ARROW = re.compile(
    r"(?P<from>(?:約|平均|月|週|年)?\s?[\d０-９][\d０-９.,]*[^\s→⇒>\-–、。(（]{0,8}(?: [a-z]{1,12})?)\s*(?:→|⇒|->|=>|➡|▶)\s*(?P<to>(?:約)?\s?[\d０-９][^、。()（）;；/／]*)"
)
_FROM_TO = re.compile(
    r"\bfrom (?P<from>[^\s,;()]*\d[^,;()]{0,24}?) to (?P<to>[^\s,;()]*\d[^,;()]{0,24}?)(?=[,;)]| by | before | until |$)(?: (?:by|before|until) (?P<by>[^,;()]+))?"
)
_CUT = re.compile(r"[、,，;；/／](?!\d\d\d(?!\d))|[(（]")
_PIECE = re.compile(r"[^、,，;；/／()（）|｜・。\s](?:[^、,，;；()（）|｜・。/／]|/(?=\d))*")
_QUESTION = re.compile(r"^\s*Q\s?\d*\s*[.:：)）]?\s*(?P<words>.{1,40}?)[?？]?\s*$", re.I)
_ANSWER = re.compile(r"^\s*A\s?\d*\s*[.:：)）]?\s+(?P<words>\S.*)$", re.I)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a note with the remark it begins with."""

    document: Document
    first: Remark
    start: int
    text: str
    asked: str = ""
    """What the question before this answer asks for."""


@dataclass
class _Record:
    """A head and the parts under it, as spans of the document."""

    head: Span | None
    line: _Line
    fields: dict[str, tuple[_Line, Span]] = field(default_factory=dict)
    labelled: bool = False
    """One of its parts stands under a label."""


def laid_out_goals(remarks: Sequence[Remark]) -> Iterator[Sheet]:
    """Goals whose parts stand under labels, each with at least a figure and one part more."""
    for _, group in groupby((r for r in remarks if r.is_note), key=lambda r: r.document.source_id):
        yield from _of_document(list(group))


class LaidOut:
    """The goals of an account that are laid out in labelled parts: their parts are as their writer set them down."""

    def __init__(self, remarks: Sequence[Remark]) -> None:
        heads = [sheet.statement for sheet in laid_out_goals(remarks)]
        self._heads = [(head.document.source_id, head.start, head.end) for head in heads]

    def holds(self, goal: Goal) -> bool:
        """The goal's first words are the head of one of them."""
        first = goal.citations[0]
        return any(
            first.source_id == source and first.start < end and start < first.end
            for source, start, end in self._heads
        )


def _of_document(remarks: list[Remark]) -> Iterator[Sheet]:
    record: _Record | None = None
    before: _Line | None = None
    for line in _lines(remarks):
        pieces = _pieces(line)
        opens = _opening(line, pieces, before)
        if opens is not None:
            yield from _sheet(record)
            record = opens
        elif not pieces:
            yield from _sheet(record)
            record = None
        if record is not None:
            record.labelled = record.labelled or bool(pieces and (line.asked or labels_in(line.text)))
            for names, span in pieces:
                record.fields.setdefault(names, (line, span))
        before = line
    yield from _sheet(record)


def _lines(remarks: list[Remark]) -> Iterator[_Line]:
    """The lines of a note; a question stands with the answer below it."""
    asked = ""
    for line in _printed(remarks):
        question, answer = _QUESTION.match(line.text), _ANSWER.match(line.text)
        if asked and answer:
            yield replace(line, asked=part_named(asked) or field_of(asked) or BESIDE)
        elif question is None:
            yield line
        asked = question["words"] if question else ""


def _printed(remarks: list[Remark]) -> Iterator[_Line]:
    for block, group in groupby(remarks, key=lambda r: r.block):
        first = next(group)
        if first.kind in LINES and first.speaker is None:
            source = first.document.blocks[block]
            yield _Line(first.document, first, source.start, first.document.text[source.start : source.end])


def _pieces(line: _Line) -> list[tuple[str, Span]]:
    """The parts a line names, each with the span of its value: under labels, as a change of figures, or by their form."""
    if line.asked:
        answer = _ANSWER.match(line.text)
        return [(line.asked, _trimmed(line.text, *answer.span("words")))] if answer else []
    labels = labels_in(line.text)
    before = labels[0].start if labels else len(line.text)
    change = _change_in(line.text, before)
    out = _of_change(line.text, change, before) if change else []
    if not labels:
        told = {names for names, _ in out}
        mark = _MARK.match(line.text)
        alone = change is not None and change.start() <= (mark.end() if mark else 0)
        return out if alone or {"due", "owner"} <= told else ([] if change else _alone(line.text, 0, before))
    if len(labels) == 1 and not out and not _at_head(line.text, labels[0]):
        return []
    for at, label in enumerate(labels):
        end = labels[at + 1].start if at + 1 < len(labels) else len(line.text)
        out += _valued(line, label, end, {one.names for one in labels})
    return out


def _change_in(text: str, end: int) -> re.Match[str] | None:
    """From where to where, in the words before the first label."""
    return _ARROW.search(text, 0, end) or _FROM_TO.search(text, 0, end)


def _of_change(text: str, change: re.Match[str], end: int) -> list[tuple[str, Span]]:
    out = [("baseline", Span(*change.span("from"))), ("target", _trimmed(text, *change.span("to")))]
    if change.re is _FROM_TO and change["by"]:
        out.append(("due", Span(*change.span("by"))))
    return out + _segments(text, change.end(), end)


def _segments(text: str, start: int, end: int) -> list[tuple[str, Span]]:
    """The pieces between separators that are a date or somebody's name and nothing else."""
    found = []
    for piece in _PIECE.finditer(text, start, end):
        names = part_alone(piece[0])
        if names is not None:
            found.append((names, _trimmed(text, *piece.span())))
    return found


def _alone(text: str, start: int, end: int) -> list[tuple[str, Span]]:
    """A line of nothing but a date and a name."""
    mark = _MARK.match(text)
    pieces = [
        piece for piece in _PIECE.finditer(text, mark.end() if mark else start, end) if piece[0].strip()
    ]
    return _segments(text, start, end) if all(part_alone(piece[0]) for piece in pieces) else []


def _at_head(text: str, label: Label) -> bool:
    mark = _MARK.match(text)
    return label.start <= (mark.end() if mark else 0) + 1


def _valued(line: _Line, label: Label, end: int, named: set[str]) -> Iterator[tuple[str, Span]]:
    value = _trimmed(line.text, label.value, end)
    words = line.text[value.start : value.end]
    if not words:
        return
    names = label.names
    if names == "target" and not is_figure(words) and _ARROW.search(words) is None:
        names = GOAL if label.of_goal else names
    if names in ("baseline", "target"):
        cut = _CUT.search(words)
        yield names, _trimmed(line.text, value.start, value.start + cut.start()) if cut else value
        if cut:
            rest = _segments(line.text, value.start + cut.end(), value.end)
            yield from ((part, span) for part, span in rest if part not in named)
    else:
        yield names, value


def _trimmed(text: str, start: int, end: int) -> Span:
    """The span without separators at its edges, nor a bracket that opens or closes only one side of it."""
    while start < end and text[start] in _EDGE:
        start += 1
    changed = True
    while changed and end > start:
        changed = False
        inner = text[start:end]
        lonely = (inner[-1] in _CLOSES and not any(c in _OPENS for c in inner)) or inner[-1] in _OPENS
        if inner[-1] in _EDGE or lonely:
            end -= 1
            changed = True
    return Span(start, end)


def _opening(line: _Line, pieces: list[tuple[str, Span]], before: _Line | None) -> _Record | None:
    """The record a line begins: by a label for the goal or measure, by words before its first label, or under a head."""
    if not pieces:
        return None
    names, named = pieces[0]
    if names in (GOAL, "metric"):
        return _Record(_absolute(line, named), line)
    first = labels_in(line.text)
    if not line.asked and (first or _change_in(line.text, len(line.text))):
        head = _words_before(line, first[0].start if first else len(line.text))
        if head is not None:
            return _Record(_absolute(line, head), line)
    if before is not None and not _pieces(before):
        mark = _MARK.match(before.text)
        span = _trimmed(before.text, mark.end() if mark else 0, len(before.text))
        if 0 < span.end - span.start <= LONGEST_HEAD:
            return _Record(_absolute(before, span), before)
    return None


def _words_before(line: _Line, end: int) -> Span | None:
    """The words of a line before its first label, less the levels they close with (45分⇒20分)."""
    mark = _MARK.match(line.text)
    start = mark.end() if mark else 0
    if end <= start + 1:
        return None
    change = _change_in(line.text, end)
    span = _trimmed(line.text, start, change.start() if change else end)
    span = (
        _trimmed(line.text, span.start, span.end - 1)
        if line.text[span.end - 1 : span.end] in (":", "：")
        else span
    )
    return span if 1 < span.end - span.start <= LONGEST_HEAD else None


def _absolute(line: _Line, span: Span) -> Span:
    return Span(line.start + span.start, line.start + span.end)


def _sheet(record: _Record | None) -> Iterator[Sheet]:
    if record is None or record.head is None:
        return
    fields = {
        n: _remark(at, _absolute(at, span))
        for n, (at, span) in record.fields.items()
        if n not in (GOAL, BESIDE)
    }
    levels = [fields[name] for name in ("target", "baseline") if name in fields]
    if not record.labelled and not {"due", "owner"} & set(fields):
        return  # a change of figures alone is told of what has been as well
    if len(fields) < 2 or not any(re.search(r"\d", level.text) for level in levels):
        return
    statement = _remark(record.line, record.head)
    if "metric" in fields and "goal" not in record.fields:
        statement = fields["metric"]
    yield Sheet(statement, {"metric": statement, **fields}, headed=True)


def _remark(line: _Line, span: Span) -> Remark:
    return replace(line.first, start=span.start, end=span.end, text=line.document.text[span.start : span.end])
