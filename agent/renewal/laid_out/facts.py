"""Facts about the decision under labels: until when requests are taken, who decides, on which day, who approved back then.

A label and its value stand on one line, in two cells, in two lines, or as question and answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import groupby, pairwise
from tomllib import loads

from agent.calendar import Anchor
from agent.evidence.cite import cite
from agent.models.evidence import Value
from agent.models.plan import KeyPerson
from agent.renewal.clauses import CUES, Clause
from agent.renewal.holders import BODY, body_in
from agent.renewal.laid_out.lines import EMPHASIS, Line, lines_of
from agent.renewal.laid_out.parts import Parser
from agent.renewal.laid_out.read import Told, Way
from agent.renewal.remarks import Remark
from agent.renewal.sides import HONORIFIC, Sides
from agent.renewal.thresholds import ceiling_in, floor_in
from agent.renewal.when import When
from connectors.interface import BlockKind

SIGN = re.compile(r"[\s\u3000]*(?:[:：=＝]|\s[-–—]\s|…+|→|⇒|->)[\s\u3000]*")
BLANK = re.compile(r"[ \u3000\t]+")
ASKED = re.compile(r"^\s*(?:Q|問|質問)\s*\d*\s*[.:：．)）]?\s+|^\s*(?:Q|問)\d*[.:：．)）]\s*", re.I)
ANSWERED = re.compile(r"^\s*(?:A|答|回答)\s*\d*\s*[.:：．)）]?\s+|^\s*(?:A|答え?)\d*[.:：．)）]\s*", re.I)
DAY = re.compile(
    r"(?:20)?\d|令和|来年|今年|翌|(?:(?:by|on|end of|mid|early|late) )*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)",
    re.I,
)
"""How a value begins that is a day."""
SPLIT = re.compile(r"[\s\u3000]+[/／|｜][\s\u3000]+")
EDGES = " \u3000:：【】[]［］〔〕<>＜＞《》■□◆◇●○▼▽・#*_?？。"
LONGEST_LABEL, LONGEST_VALUE = 44, 60
NEAR = 3
"""Blocks from the decider to a day that is the decision's by standing below it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """What a label says, and the remark that is its value."""

    kind: str
    remark: Remark
    at: int
    """Blocks of the document, to tell what stands near."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The labelled facts as steps with their stretches, and who approved back then."""

    ways: tuple[Way, ...] = ()
    last: Value[str] | None = None


def read_facts(remarks: Sequence[Remark], people: Sequence[KeyPerson], sides: Sides, anchor: Anchor) -> Facts:
    """What labels of the notes tell; a value that is no day, body or person makes nothing."""
    parser = Parser(people, sides, anchor)
    ways: list[Way] = []
    last: list[Value[str]] = []
    for pairs in _pairs_by_note(remarks):
        ways += _steps(pairs, parser)
        last += [value for pair in pairs if pair.kind == "then" and (value := _approver(pair, parser))]
    return Facts(tuple(ways), last[-1] if last else None)


@cache
def _labels() -> dict[str, re.Pattern[str]]:
    tables = loads(files("agent.renewal.laid_out").joinpath("labels.toml").read_text(encoding="utf-8"))
    return {
        name: re.compile(rf"(?:{'|'.join([*tables['ja'][name], *tables['en'][name]])})\Z", re.I)
        for name in tables["ja"]
    }


@cache
def _elsewhere() -> re.Pattern[str]:
    tables = loads(files("agent.renewal.laid_out").joinpath("labels.toml").read_text(encoding="utf-8"))
    return re.compile("|".join([*tables["ja"]["not_here"], *tables["en"]["not_here"]]), re.I)


def kind_of_label(text: str) -> str | None:
    """Which fact a label announces; None for any other."""
    bare = EMPHASIS.sub("", ASKED.sub("", text)).strip(EDGES).strip()
    bare = re.sub(r"^(?:the|a) ", "", bare, flags=re.I)
    if not 2 <= len(bare) <= LONGEST_LABEL or _elsewhere().search(bare):
        return None
    return next(
        (name for name in ("then", "deadline", "day", "decider", "on_it") if _labels()[name].match(bare)),
        None,
    )


def _pairs_by_note(remarks: Sequence[Remark]) -> Iterator[list[Pair]]:
    by_note: dict[str, list[Pair]] = {}
    for lines in lines_of(remarks):
        for pair in _of_lines(lines):
            by_note.setdefault(pair.remark.document.source_id, []).append(pair)
    cells = [r for r in remarks if r.is_note and r.kind is BlockKind.TABLE_ROW]
    for _, row in groupby(cells, key=lambda r: (r.document.source_id, r.block)):
        for pair in _of_row(list(row)):
            by_note.setdefault(pair.remark.document.source_id, []).append(pair)
    yield from by_note.values()


def _of_lines(lines: Sequence[Line]) -> Iterator[Pair]:
    for place, line in enumerate(lines):
        if _is_apart(line.remark):
            continue
        pairs = list(_on_line(line))
        yield from pairs
        after = lines[place + 1] if place + 1 < len(lines) else None
        kind = kind_of_label(line.text) if not pairs and after is not None else None
        if kind is not None and after is not None and len(after.text) <= LONGEST_VALUE:
            answer = ANSWERED.match(after.text)
            begin = answer.end() if answer else 0
            yield Pair(kind, _within(after.remark, begin, len(after.text)), after.remark.block)


def _on_line(line: Line) -> Iterator[Pair]:
    """Labels with their values on one line, several between strokes."""
    start = 0
    for gap in [*SPLIT.finditer(line.text), None]:
        end = gap.start() if gap else len(line.text)
        piece = line.text[start:end]
        start, before = gap.end() if gap else end, start
        if kind_of_label(piece) is not None:
            continue  # a label alone, its value in the next line
        blanks = reversed(list(BLANK.finditer(piece)))
        for sign in [*SIGN.finditer(piece), *blanks]:
            kind = kind_of_label(piece[: sign.start()])
            value = piece[sign.end() :].strip(" \u3000*_")
            if sign.re is BLANK and kind not in (None, "decider", "then") and not DAY.match(value):
                continue
            if kind is not None and value and len(value) <= LONGEST_VALUE:
                yield Pair(kind, _within(line.remark, before + sign.end(), end), line.remark.block)
                break


def _of_row(cells: list[Remark]) -> Iterator[Pair]:
    """A row whose first words are a label and whose next cell is its value."""
    block = cells[0].document.blocks[cells[0].block]
    if _is_apart(cells[0]):
        return
    text = cells[0].document.text
    spans = [(c.start, c.end) for c in block.cells if text[c.start : c.end].strip()]
    for (start, end), (begin, stop) in pairwise(spans):
        kind = kind_of_label(text[start:end])
        if kind is not None and stop - begin <= LONGEST_VALUE:
            held = next((r for r in cells if r.start >= begin and r.end <= stop + 1), cells[-1])
            yield Pair(kind, replace(held, start=begin, end=stop, text=text[begin:stop]), held.block)
            return


def _within(remark: Remark, start: int, end: int) -> Remark:
    begin = remark.start + start
    return replace(remark, start=begin, end=remark.start + end, text=remark.text[start:end])


def _is_apart(remark: Remark) -> bool:
    named = f"{remark.label} {remark.heading}"
    return bool(
        CUES["task"].search(remark.heading) or remark.side == "us" or re.search(r"当社|弊社|our own", named)
    )


def _steps(pairs: Sequence[Pair], parser: Parser) -> Iterator[Way]:
    """The request with its day; the decision with who decides and its day."""
    for pair in pairs:
        if pair.kind == "deadline":
            when, _, _ = parser.date(pair.remark.text, pair.remark.day)
            if when is not None:
                yield _way([_told("request", pair.remark, pair.remark, when, None)], [pair])
    decider = next(((p, who) for p in pairs if p.kind == "decider" and (who := _holder(p, parser))), None)
    own, _, _ = parser.date(decider[0].remark.text, decider[0].remark.day) if decider else (None, "", False)
    days = [p for p in pairs if p.kind == "day"]
    if decider is not None and not days:
        days = [p for p in pairs if p.kind == "on_it" and 0 <= p.at - decider[0].at <= NEAR]
    dated = next(((p, when) for p in days if (when := parser.date(p.remark.text, p.remark.day)[0])), None)
    if decider is None and dated is None:
        return
    base = decider[0].remark if decider else dated[0].remark if dated else pairs[0].remark
    when = dated[1] if dated else own
    by = dated[0].remark if dated else base
    used = [p for p in (decider[0] if decider else None, dated[0] if dated else None) if p]
    if when is not None or decider is not None:
        yield _way([_told("decide", base, by, when, decider[1] if decider else None)], used)


def _told(
    kind: str, remark: Remark, dated_by: Remark, when: When | None, who: KeyPerson | str | None
) -> Told:
    return Told(remark, Clause(kind, remark.text, 0, len(remark.text)), when, dated_by, who)


def _way(steps: list[Told], pairs: Sequence[Pair]) -> Way:
    first, last = min(p.remark.start for p in pairs), max(p.remark.end for p in pairs)
    return Way(tuple(steps), pairs[0].remark.document.source_id, first, last)


def _holder(pair: Pair, parser: Parser) -> KeyPerson | str | None:
    """Who the value names: one body, person or department, with nothing said of them."""
    text = pair.remark.text
    if "。" in text.rstrip("。") or ceiling_in(text) or floor_in(text, text):
        return None  # a sentence, or who may sign how much
    item = parser.item(pair.remark.text, pair.remark.day)
    if item.who is None or (item.act is not None and not _is_note(item.act.text)):
        body = body_in(pair.remark.text) if item.act is not None else None
        return body if body and len(pair.remark.text) <= len(body) * 2 + 4 else None
    return item.who


def _is_note(text: str) -> bool:
    """A short word on the holder, as a post in brackets."""
    return len(text) <= 12 or BODY.search(text) is not None


def _approver(pair: Pair, parser: Parser) -> Value[str] | None:
    """The value's holder as the quote prints them."""
    who = _holder(pair, parser)
    citation = cite(pair.remark.document, pair.remark.start, pair.remark.end)
    if who is None or citation is None:
        return None
    names = [who] if isinstance(who, str) else [who.name, re.split(r"[\s\u3000]", who.name)[0], *who.aliases]
    name = next(
        (HONORIFIC.sub("", name) for name in names if HONORIFIC.sub("", name) in citation.quote), None
    )
    return Value[str](value=name, citations=[citation]) if name else None
