"""The list of promises: what the business case expects, item by item, under the line or beside the label that opens it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from agent.renewal.cues import cues
from agent.renewal.remarks import Remark
from connectors.interface import BlockKind

CUES = cues("agent.drafting.notes.promises", "lists")
STYLES = tuple(
    re.compile(pattern)
    for pattern in (
        r"[(（][1-9１-９][)）]\s*",
        r"(?<![\d.])[1-9][)）]\s*",
        r"(?<![\d.])[1-9][.．](?!\d)\s*",
        r"[①-⑨]\s*",
        r"(?<![ァ-ヴー])[ア-オ][　 .．)）]\s*",
        r"(?<![一-龠])[一二三四五六][　 、.．]\s*",
        r"\([a-f]\)\s*",
        r"(?<!\w)[a-fA-F][.)]\s+",
        r"(?<!\w)\(?(?:i{1,3}|iv|v)[.)]\s+",
        r"(?<![\d.])[1-9][ 　](?=\D)",
        r"(?:[・●○•-]|\*(?!\*))\s*",
    )
)
FIRST = re.compile(r"^[(（]?(?:[1１①アア一aAi・●○•-]|\*(?!\*))")
SHORTEST, LONGEST = 4, 160
INTRODUCTION = 110
FEWEST = 2
ROW_OF_SEVERAL = re.compile(r"[1-9①-⑨１-９]$")
END = re.compile(r"[。.](?=\s|$|[^\d\s])")
BULLETS = STYLES[-1]
ASIDE = re.compile(r"\s*[(（][^()（）]*[)）]")
SIDES = re.compile(
    r"[(（](?:当方|弊社|当社|先方|御社|貴社|こちら|お客様|双方|us|ours?|them|theirs?|(?:from|by) (?:us|them))(?:から|より|側|分)?[)）]",
    re.I,
)
"""Who is to do what was promised: tasks, and nothing of the purchase."""
SIDED = re.compile(
    r"^(?:先方|御社|貴社|お客様|双方|両社|お互い|当方|弊社|当社|こちら)(?:側|さま|様)?(?:から)?の(?:お)?(?:約束|宿題)(?:ごと|事|事項)?$|"
    r"^(?:our|your|their|both|mutual|client|customer|vendor)(?: side)?(?:'s|s')? (?:promises?|commitments?|actions?)$",
    re.I,
)
"""Heads of what each side is to do next, in minutes."""
BETWEEN = re.compile(r"\s[/／]\s")
QUOTED = re.compile(r"「([^「」]{4,60})」")


def read_lists(remarks: Sequence[Remark], cases: frozenset[str]) -> list[tuple[str, Remark]]:
    """(promise in the source's words, remark) of every item of such lists, in order; `cases` are ids of business cases.

    A line or label opens the list where it speaks of the purchase's paper, of what was promised or expected then; in a
    business case itself the word for effects is enough. What a later list says of conditions, costs or goals is none.
    """
    found: list[tuple[str, Remark]] = []
    for source, group in groupby(remarks, key=lambda r: r.document.source_id):
        said = [remark for remark in group if remark.is_note]
        if said:
            found += list(_of_lines(said, source in cases))
            found += list(_of_cells(said))
    return found


def _of_lines(said: list[Remark], is_case: bool) -> Iterator[tuple[str, Remark]]:
    text = said[0].document.text
    starts = [0, *(at.end() for at in re.finditer(r"\n+", text))]
    lines = [(start, text[start:].partition("\n")[0]) for start in starts]
    bullets = {said[0].document.blocks[r.block].start for r in said if r.kind is BlockKind.LIST_ITEM}
    at = 0
    while at < len(lines):
        opens = _opens(lines[at][1], is_case)
        own = list(_own_items(lines[at])) if opens else []
        beside = bool(own) or (at + 1 < len(lines) and _is_sibling(lines[at][1], lines[at + 1][1]))
        for start, piece in own:
            remark = _at(said, start, start + len(piece))
            if remark is not None and SHORTEST <= len(piece) <= LONGEST:
                yield piece, remark
        opens = opens and not beside
        items = list(_items(lines, at + 1)) if opens else []
        if opens and not items:
            items = list(takewhile(lambda line: line[0] in bullets, lines[at + 1 :]))
        if len(items) >= FEWEST:
            for start, words in items:
                remark = _at(said, start, start + len(words))
                piece = _bare(_bare(words))
                if remark is not None and len(piece) >= SHORTEST and not is_no_promise(piece):
                    yield piece, remark
            at += len(items)
        elif opens and at + 1 < len(lines):
            start, line = lines[at + 1]
            for piece in _cut(line):
                remark = _at(said, place := start + line.index(piece), place + len(piece))
                if remark is not None and SHORTEST <= len(piece) <= LONGEST:
                    yield piece, remark
        at += 1


def _own_items(line: tuple[int, str]) -> Iterator[tuple[int, str]]:
    """(start, words) of the items that stand in the opening line itself: 稟議の効果:①… ②…."""
    start, words = line
    label = re.search(r"[:：]", words)
    if label is None:
        return
    for piece in _cut(words[label.end() :]):
        yield start + words.index(piece, label.end()), piece


def _is_sibling(line: str, after: str) -> bool:
    """Both are items of one list: what stands under the first is no list of its own."""
    indent = len(line) - len(line.lstrip(" 　\t"))
    return bool(
        BULLETS.match(line.strip())
        and BULLETS.match(after.strip())
        and indent == len(after) - len(after.lstrip(" 　\t"))
    )


def is_no_promise(words: str) -> bool:
    """The contract's price and terms, the customer's year, a line that points to a list elsewhere."""
    return bool(CUES["no_promise"].search(words.strip(" 。.")))


def _opens(line: str, is_case: bool) -> bool:
    if line.rstrip(" 　*").endswith((":", "：")):
        line = re.split(r"[。.](?=\s|[^\d\s])", line)[-1]  # a line that tells more before it opens the list
    words = line.strip(" 　*#■◆●◇[]【】:：")
    if not 2 <= len(words) <= INTRODUCTION or "\t" in line or CUES["no_list"].search(words):
        return False
    return _speaks_of_promises(words) or bool(is_case and CUES["opens_in_case"].search(words))


def _speaks_of_promises(words: str) -> bool:
    """The words name the purchase's paper or what was expected then; what stands in brackets may part them."""
    if SIDED.match(words.strip(" 　:：")):
        return False
    if CUES["opens"].search(words):
        return True
    return CUES["opens"].search(ASIDE.sub("", words)) is not None and SIDES.search(words) is None


def _items(lines: Sequence[tuple[int, str]], at: int) -> Iterator[tuple[int, str]]:
    """Lines marked in one style from the first on, up to the next first; one unmarked line between two only explains."""
    if at >= len(lines):
        return
    head = lines[at][1].strip()
    style = next((s for s in STYLES if s.match(head)), None)
    if style is None or not FIRST.match(head):
        return
    skipped = 0
    for start, line in lines[at:]:
        words = line.strip()
        if start != lines[at][0] and style is not BULLETS and words[:2] == head[:2]:
            return
        if style.match(words):
            yield start + line.index(words), words
            skipped = 0
        elif skipped or not words or style is BULLETS:
            return
        else:
            skipped = 1


def _of_cells(said: list[Remark]) -> Iterator[tuple[str, Remark]]:
    for row in _rows(said):
        label = next((r for r in row if _is_label(r)), None)
        rest = [r for r in row if label is not None and r.start > label.start] or row[1:]
        if not rest:
            continue
        cells = _together(rest)
        marked = [cell for cell in cells if _marked(_words(cell))]
        if label is None and not any(_speaks_of_promises(_lead(_words(cell))) for cell in cells):
            continue
        if label is not None and len(marked) == len(cells) >= FEWEST:  # an item a row, under one label
            found = [(_bare(_words(cell)), cell) for cell in cells]
        else:
            value = max(cells, key=lambda cell: cell[2] - cell[1])
            pieces = _cut(_words(value)) or (_parted(_words(value)) if label is not None else [])
            several = label is not None and ROW_OF_SEVERAL.search(label.text.strip())
            if not several and len(pieces) < FEWEST:
                continue
            found = [(piece, value) for piece in pieces or [_words(value)]]
        for piece, cell in found:
            start = cell[1] + _words(cell).index(piece)
            if SHORTEST <= len(piece) <= LONGEST:
                yield piece, _at(said, start, cell[2]) or cell[0]


def _rows(said: Sequence[Remark]) -> Iterator[list[Remark]]:
    """Rows of tables with the rows after them whose first cell is empty: they go on in the same matter."""
    row: list[Remark] = []
    for _, group in groupby(said, key=lambda r: r.block):
        cells = list(group)
        if cells[0].kind.value != "table_row" or cells[0].document.blocks[cells[0].block].header:
            continue
        if row and _begins_empty(cells[0]) and cells[0].block == row[-1].block + 1:
            row += cells
            continue
        if row:
            yield row
        row = cells
    if row:
        yield row


def _begins_empty(remark: Remark) -> bool:
    cells = remark.document.blocks[remark.block].cells
    return bool(cells) and not remark.document.text[cells[0].start : cells[0].end].strip()


def _is_label(remark: Remark) -> bool:
    short = len(remark.text) <= INTRODUCTION // 2
    named = _speaks_of_promises(remark.text) or CUES["row"].search(remark.text.strip())
    return bool(short and named and not CUES["no_list"].search(ASIDE.sub("", remark.text)))


def _words(cell: tuple[Remark, int, int]) -> str:
    return cell[0].document.text[cell[1] : cell[2]]


def _marked(words: str) -> bool:
    return any(style.match(words.strip()) for style in STYLES[:-1])


def _lead(words: str) -> str:
    """What stands before the first mark of a list within a cell: 期待効果①…"""
    starts = [found.start() for style in STYLES[:-1] if (found := style.search(words))]
    return words[: min(starts, default=0)].strip(" 　:：")


def _parted(words: str) -> list[str]:
    """The items of a cell that strokes part."""
    return [
        piece for raw in BETWEEN.split(words) if (piece := raw.strip(" 　、。")) and len(piece) >= SHORTEST
    ]


def _together(cells: Sequence[Remark]) -> list[tuple[Remark, int, int]]:
    """Sentences of one cell put together again: (its first remark, start, end)."""
    found: list[tuple[Remark, int, int]] = []
    for remark in cells:
        if found and "\t" not in remark.document.text[found[-1][2] : remark.start]:
            found[-1] = (found[-1][0], found[-1][1], remark.end)
        else:
            found.append((remark, remark.start, remark.end))
    return found


def _cut(text: str) -> list[str]:
    """The items of a list in one cell, the marks cut off; empty where nothing is marked or quoted twice."""
    quoted = QUOTED.findall(text)
    if len(quoted) >= FEWEST and sum(map(len, quoted)) * 2 > len(text):
        return quoted
    for style in STYLES[:-1]:
        marks = list(style.finditer(text))
        if len(marks) >= FEWEST and FIRST.match(marks[0][0]):
            bounds = [*(m.end() for m in marks[1:]), len(text)]
            starts = [*(m.start() for m in marks[1:]), len(text)]
            begins = [marks[0].end(), *bounds[:-1]]
            return [
                piece
                for a, b in zip(begins, starts, strict=True)
                if (piece := text[a:b].strip(' 　、。,;；."/'))
            ]
    return []


def _bare(words: str) -> str:
    """The item without its mark, up to the end of its first sentence where it is long."""
    style = next((s for s in STYLES if s.match(words)), None)
    bare = words[style.match(words).end() :] if style else words  # type: ignore[union-attr]
    end = END.search(bare)
    if end and len(bare) > LONGEST // 2:
        bare = bare[: end.start()]
    return bare.strip(" 　。.;；")[:LONGEST]


def _at(said: Sequence[Remark], start: int, end: int) -> Remark | None:
    """The first remark of the stretch that is more than a mark."""
    return next(
        (r for r in said if r.end > start and r.start < end and len(r.text.strip()) >= SHORTEST), None
    )
