"""Task lists in notes (ToDo, 宿題, action items): who, what, until when, and whether it is ticked off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from agent.drafting.notes.commitments.columns import task_of_columns
from agent.drafting.notes.commitments.log_tasks import task_of_log
from agent.drafting.notes.commitments.no_tasks import is_weekday
from agent.drafting.notes.commitments.owners import Owners
from agent.drafting.notes.commitments.task import Task
from agent.drafting.notes.promises.read import whole_items
from agent.renewal.cues import cues
from agent.renewal.remarks import Remark
from agent.renewal.sides import Side

CUES = cues("agent.drafting.notes.commitments", "commitments")
LEAD = re.compile(
    r"^[\s・\-*●○□☐→⇒>]*(?:\d+[.)]\s*|(?:A|AI|AP|T)\d{1,2}[.:)]?\s+(?=[A-Z]))?(?:\[[ xX✓]?\]\s*)?[☑✅✔]?\s*"
)
OWNERS = tuple(
    re.compile(pattern, re.S)
    for pattern in (
        r"^[(（【\[](?P<owner>[^)）】\]]{1,14})[)）】\]]\s*[:：]?\s*(?P<task>.+)$",
        r"^[Oo]wed by (?P<owner>[A-Za-z .]{2,20}):\s*(?P<task>.+)$",
        r"^(?P<owner>[^:：、。「」]{1,24}?)(?:様|さん)?(?:へ|から)?\s*[:：]\s*(?P<task>.+)$",
        r"^(?P<owner>[^\s)）(（]{1,8})[)）]\s*(?P<task>.+)$",
        r"^(?P<owner>[^→⇒\s]{1,10})\s*(?:→|⇒)\s*(?P<task>.+)$",
        r"^(?P<owner>[A-Z][\w.]*(?: [A-Z][\w.-]*)?)\s+(?:-|–|to|will|is to|agreed to)\s+(?P<task>.+)$",
        r"^(?P<owner>[Ww]e|I)(?: will| to|'ll|’ll) (?P<task>.+)$",
        r"^(?P<owner>[A-Z]{2,3})\s+(?P<task>.+)$",
        r"^(?P<owner>[^、。はがにを\s]{1,12}?)(?:には|は|が|より|から|、)(?P<task>.+)$",
        r"^(?P<owner>\S{1,8})[\s　]+(?:…+|[-–—]+|→)?[\s　]*(?P<task>.+)$",
    )
)
FROM = re.compile(r"(?P<owner>[^\s、。にを：:]{1,10}?)から[^。、]{1,16}(?:へ|に)")
CUT = re.compile(r"\s/\s|；|(?<=[a-z0-9]) (?=[A-Z]{2,3} [-–] )")
TAIL = re.compile(r"[(（](?P<owner>[^()（）、,/]{1,16})(?:[、,/，]\s*(?P<due>[^()（）]{1,24}))?[)）]")
AGAIN = re.compile(r"再約束|約束し直|延期|延ば|改めて|持ち越し|new date|moved to|now by", re.I)
"""The task got another date after the one in its bracket."""
SHORTEST = 4
SLASH = re.compile(r"\s/\s")
NEXT_OWNER = re.compile(
    r"(?<![^\s迄中済)）。日末/0-9])(?P<owner>[当先弊客]|(?![迄中済末日])[一-龠々]{1,4}(?:さん|様)?)\s?(?:→|⇒|->|[:：])\s?"
)
ENDS = re.compile(
    r"^[\s■◆●○・]*(?:[一二三四五六七八九十\d]+[.．、)）\s　]+)?(?:次回|以上|その他|備考|所感|next meeting|close)(?![のま])",
    re.I,
)
"""A line that closes the list."""
NUMBERED_TITLE = re.compile(r"^(?:[一二三四五六七八九十]+|\d{1,2})[.．)）、\s　]+[^。、:：\d]{1,14}[:：]?$")
TITLE_LENGTH = 18
DRAWN = re.compile(r"^\s*\|.+\|")
CELL = re.compile(r"[^|\s](?:[^|]*[^|\s])?")
WHEN = re.compile(r"\d|期限|未定|次回|なし|随時|[A-Z][a-z]{2} ?\d|tb[cd]|no date|[月火水木金土日]曜", re.I)
WHEN_LENGTH = 16
BULLETED = re.compile(r"^[^\s　・]{1,10}[\s　]+・")
ONLY_DATE = re.compile(
    r"(?:\d{4}[/年-])?\d{1,2}[/月-]\d{1,2}日?(?:まで|〆|頃|ごろ)?|\d{1,2}月(?:末|中|中旬|上旬|下旬)|\d{1,2} [A-Z][a-z]+(?: \d{4})?|[A-Z][a-z]+ \d{1,2}(?:, \d{4})?"
)
DOER = re.compile(r"(?P<who>[^、。はがに\s]{1,14}?)(?:が|は) ?.{3,}|(?P<en>[A-Z][a-z]+) (?:to|will) .{3,}")
VERB_END = re.compile(r"[うくすつぬむるぐぶ]。?$")
BOX = re.compile(r"^[\s・\-*]*(?:\[[ xX✓]?\]|[☐☑✅□■✔])\s*\S")
TICKED = re.compile(r"^[\s・\-*]*(?:\[[xX✓]\]|[☑✅✔■])")
SIDE_HEADING = re.compile(
    r"(?:弊社|当社|当方|貴社|御社|先方|お客様|お客さま|客先|us|we|our side|you|your side|customer|client|them)(?:側|様|さま)?(?:の?(?:対応|分|作業|お約束|お願い|宿題|やること|アクション))?",
    re.I,
)
OUR_SIDE = re.compile(r"^(?:弊社|当社|当方|us|we|our)", re.I)
SPOKEN = re.compile(r"^[「\"“]")
TO_BE_DONE = re.compile(
    r"(?:する|送る|出す|渡す|作る|決める|確認|共有|提出|回答|報告|準備|用意|連絡|いただく|もらう|いたします|します)[。）)]?(?:[（(][^）)]*[）)])?$|^(?:send|share|prepare|check|set up|confirm|provide|draft|review|book|update|ask)\b",
    re.I,
)
DATED = re.compile(r"\d{1,2}[/月]\d{1,2}|まで|\bby \w+", re.I)
LINE = 60  # characters of a line that still belongs to a list of tasks
NEXT_COLUMN = re.compile(
    r"^(?:to-?\s?do|宿題|次(?:の)?(?:アクション|ステップ|一手|回まで)?|ネクスト(?:アクション)?|next(?: (?:steps?|actions?))?|actions?|follow-?ups?)$",
    re.I,
)
LOG_DATE = re.compile(r"date$", re.I)
"""The day of the entry, where another column says until when."""
TASK_KINDS = ("list_item", "paragraph")


def read_tasks(remarks: Sequence[Remark], owners: Owners) -> Iterator[Task]:
    """Tasks of all lists, tables and lines under a word for tasks, done ones included. An owner nobody knows has no side."""
    yield from _under_headings(remarks, owners)
    yield from _boxes(remarks, owners)
    yield from _under_sides(remarks, owners)
    yield from _inline(remarks, owners)
    yield from _of_cells(remarks, owners)
    yield from _of_tables(remarks, owners)


def _under_headings(remarks: Sequence[Remark], owners: Owners) -> Iterator[Task]:
    """Lines, rows of a table without a header and lines drawn as rows (| who | what | when |) under a heading for tasks.

    A line without an owner goes on with that of the line before where it is the next piece of it, or the next bullet
    behind a house that stands before the first one (当社 ・… / ・…).
    """
    giver: Task | None = None
    title: Remark | None = None
    row: list[Remark] = []
    for remark in [*whole_items(remarks), None]:
        if row and (remark is None or remark.document is not row[0].document or remark.block != row[0].block):
            yield from _of_bare_row(row, owners)
            row = []
        if remark is None or not remark.is_note:
            giver = title = None
            continue
        if not CUES["heading"].search(remark.heading):
            title = _title(remark, title)
            if title is None or title is remark:
                giver = None
                continue
        if remark.kind.value == "table_row" and not remark.column:
            row.append(remark)
        if remark.kind.value not in TASK_KINDS or remark.text.strip("[]■ :：") == remark.heading:
            continue
        if ENDS.match(remark.text):
            giver = None
            continue
        if DRAWN.match(remark.text):
            yield from _of_bare_row(list(_cells(remark)), owners)
            continue
        first: Task | None = None
        for piece in pieces_of(remark, owners):
            task = _of_line(piece, owners)
            before = first or (giver if remark.kind.value == "list_item" else None)
            if task.side is None and before is not None:
                task = replace(task, side=before.side, owner=before.owner)
            first = first or (task if task.side else None)
            yield task
        if remark.kind.value != "list_item":
            giver = first if first and BULLETED.match(remark.text) else None


def _title(remark: Remark, open_title: Remark | None) -> Remark | None:
    """The line that opens the list the remark stands in, where the source's reader saw no heading in it."""
    text = remark.text.strip()
    if remark.kind.value in TASK_KINDS and len(text) <= TITLE_LENGTH and NUMBERED_TITLE.match(text):
        return remark if CUES["heading"].search(text) else None
    same = open_title is not None and open_title.document is remark.document
    return open_title if same and open_title is not None and open_title.heading == remark.heading else None


def _cells(remark: Remark) -> Iterator[Remark]:
    """The cells of a line drawn as a row."""
    for found in CELL.finditer(remark.text):
        start = remark.start + found.start()
        yield replace(remark, start=start, end=start + len(found[0]), text=found[0])


def _of_bare_row(row: list[Remark], owners: Owners) -> Iterator[Task]:
    """A row whose first cell is somebody known: the longest other cell is the task, one with a date says until when."""
    owner = row[0]
    side = owners.side(owner.text.strip(), owner.document.source_id)
    rest = row[1:]
    due = next((r for r in reversed(rest) if WHEN.search(r.text) and len(r.text) <= WHEN_LENGTH), None)
    left = [r for r in rest if r is not due]
    if side is None or not left:
        return
    task = max(left, key=lambda r: len(r.text))
    done = any(CUES["done"].search(r.text) for r in row)
    others = tuple(r for r in (owner, due) if r is not None)
    yield Task(task, task.text.strip(), side, owner.text.strip(), due.text if due else None, done, others)


def _inline(remarks: Sequence[Remark], owners: Owners) -> Iterator[Task]:
    """Tasks on the line of their heading ("宿題:…", "Owed by us: …") and on the short lines under it that name an owner."""
    document, open_until = None, -1
    for _, group in groupby(remarks, key=lambda r: (r.document.source_id, r.block, r.column)):
        block = list(group)
        first = block[0]
        if not first.is_note or CUES["heading"].search(first.heading):
            continue
        mark = CUES["inline"].match(first.text)
        if mark:
            document, open_until = first.document, first.block + 1
            rest = first.text[mark.end() :].strip()
            owed = first.text.lower().startswith("owed")
            block = (
                [
                    replace(
                        first,
                        start=first.start + (0 if owed else first.text.index(rest)),
                        text=first.text if owed else rest,
                    ),
                    *block[1:],
                ]
                if rest
                else block[1:]
            )
        elif first.document is not document or first.block > open_until or len(first.text) > LINE:
            continue
        elif ENDS.match(first.text):
            open_until = -1
            continue
        else:
            open_until = first.block + 1
        for remark in block:
            for piece in pieces_of(remark):
                task = _of_line(piece, owners)
                if mark or task.side is not None:
                    yield task


def pieces_of(remark: Remark, owners: Owners | None = None) -> Iterator[Remark]:
    """A line cut at the slashes between tasks that are each dated, and where the next owner's mark begins."""
    at = 0
    pieces = CUT.split(remark.text)
    if SLASH.search(remark.text) and not all(re.search(r"\d|[)）]", piece) for piece in pieces):
        pieces = [remark.text]
    if owners is not None:
        pieces = [part for piece in pieces for part in _at_owners(piece, remark, owners)]
    for piece in pieces:
        start = remark.start + remark.text.index(piece, at)
        at = remark.text.index(piece, at) + len(piece)
        yield replace(remark, start=start, end=start + len(piece), text=piece)


def _at_owners(text: str, remark: Remark, owners: Owners) -> list[str]:
    """Lines that the source's reader put together, cut before each owner with an arrow or colon."""
    cuts = [
        found.start()
        for found in NEXT_OWNER.finditer(text)
        if found.start() and owners.side(found["owner"], remark.document.source_id)
    ]
    bounds = [0, *cuts, len(text)]
    return [text[a:b] for a, b in pairwise(bounds)]


def _of_line(remark: Remark, owners: Owners) -> Task:
    raw = remark.document.text[remark.start : remark.end]
    source = remark.document.source_id
    line_start = remark.document.text.rfind("\n", 0, remark.start) + 1
    done = bool(CUES["done"].search(remark.document.text[line_start : remark.end].strip("・- ")))
    text = LEAD.sub("", raw)
    owner = side = None
    due = None
    tails = [t for t in TAIL.finditer(text) if not is_weekday(t["owner"], text[: t.start()])]
    bracket = next((t for t in tails if t["due"] and owners.side(t["owner"], source)), None)
    for pattern in () if bracket else OWNERS:
        found = pattern.match(text)
        if found and (side := owners.side(found["owner"], source)):
            owner, text = found["owner"].strip(), found["task"].strip()
            break
    else:
        tail = next((t for t in tails if owners.side(t["owner"], source)), None)
        if tail:
            owner, due, side = tail["owner"].strip(), tail["due"], owners.side(tail["owner"], source)
            named = text[: tail.start()].strip(" 　。.、")
            again = AGAIN.search(text[tail.end() :])
            text = named if tail["due"] and len(named) >= SHORTEST and not again else text
            due = None if again else due
        elif (giver := FROM.search(text)) and (side := owners.side(giver["owner"], source)):
            owner = giver["owner"].strip()
        elif remark.heading:
            side = _heading_side(remark.heading)
    return Task(remark, text.strip(" 　。"), side, owner, due, done)


def _heading_side(heading: str) -> Side | None:
    """The side that a heading gives all tasks under it (当社の宿題, Actions for the customer)."""
    if re.search(r"当社|弊社|当方|\b(?:us|our|ours)\b", heading, re.I):
        return "us"
    return (
        "customer"
        if re.search(r"先方|お客様|客先|御社|貴社|\b(?:customer|client|theirs?)\b", heading, re.I)
        else None
    )


def _boxes(remarks: Sequence[Remark], owners: Owners) -> Iterator[Task]:
    """Lines with a box to tick, wherever they stand."""
    for remark in whole_items(remarks):
        line = remark.document.text.rfind("\n", 0, remark.start) + 1
        words = remark.document.text[line : remark.end]
        if remark.is_note and BOX.match(words) and not CUES["heading"].search(remark.heading):
            task = _of_line(remark, owners)
            yield replace(task, done=task.done or bool(TICKED.match(words)))


def _under_sides(remarks: Sequence[Remark], owners: Owners) -> Iterator[Task]:
    """Items under a heading that only names a house (【弊社】, You:), where they are dated or name what is done."""
    for remark in whole_items(remarks):
        heading = remark.heading.strip("[]【】■●◆<>＜＞ 　:：")
        if not remark.is_note or remark.kind.value != "list_item" or not SIDE_HEADING.fullmatch(heading):
            continue
        if SPOKEN.search(remark.text) or not (TO_BE_DONE.search(remark.text) or DATED.search(remark.text)):
            continue
        side: Side | None = "us" if OUR_SIDE.match(heading) else "customer"
        task = _of_line(remark, owners)
        yield replace(task, side=side)


def _of_cells(remarks: Sequence[Remark], owners: Owners) -> Iterator[Task]:
    """Cells of a log's column for what comes next; only those that say whose task it is."""
    for remark in remarks:
        if remark.kind.value != "table_row" or not remark.is_note or not NEXT_COLUMN.search(remark.column):
            continue
        if remark.document.blocks[remark.block].header:
            continue
        task = _of_line(remark, owners)
        if task.owner is not None:
            yield task


def _of_dated_row(row: list[Remark], owners: Owners) -> Task | None:
    """A row with a cell that is only a date to come, and a cell that begins with who does what."""
    due = next((r for r in row if ONLY_DATE.fullmatch(r.text.strip())), None)
    if due is None or row[0].text is due.text or any(CUES["done"].search(r.text) for r in row):
        return None
    for cell in sorted((r for r in row if r is not due), key=lambda r: -len(r.text)):
        words = cell.text.strip()
        found = DOER.match(words)
        if found is None or not (found["en"] or TO_BE_DONE.search(words) or VERB_END.search(cell.text)):
            continue
        who = found["who"] or found["en"]
        side = owners.side(who, cell.document.source_id)
        if side:
            return Task(cell, words.strip(" 。"), side, who, due.text, False, (due,))
    return None


def _of_tables(remarks: Sequence[Remark], owners: Owners) -> Iterator[Task]:
    """Rows of tables that have a column for the owner or the due date beside one for the task."""
    row: list[Remark] = []
    for remark in [*remarks, None]:
        if row and (remark is None or remark.document is not row[0].document or remark.block != row[0].block):
            if task := _of_row(row, owners):
                yield task
            row = []
        if remark is not None and remark.kind.value == "table_row" and remark.column and remark.is_note:
            row.append(remark)


def _has_next_column(remark: Remark) -> bool:
    """The header over the row has a column for what comes next: the other columns tell what was, even if that cell is empty."""
    document = remark.document
    header = next((b for b in reversed(document.blocks[: remark.block]) if b.header), None)
    cells = document.text[header.start : header.end].split("\t") if header else [remark.column]
    return any(CUES["next_column"].search(cell.strip()) for cell in cells)


def _of_row(row: list[Remark], owners: Owners) -> Task | None:
    if row[0].document.blocks[row[0].block].header:
        return None
    logged = task_of_log(row, owners)
    if logged is not None:
        return logged
    if not any(CUES["owner_column"].search(r.column) for r in row):
        return (not _has_next_column(row[0]) and task_of_columns(row, owners)) or _of_dated_row(row, owners)
    wanted = CUES["next_column" if _has_next_column(row[0]) else "task_column"]
    task = next(
        (r for r in row if wanted.search(r.column.strip()) and not CUES["owner_column"].search(r.column)),
        None,
    )
    owner = next((r for r in row if CUES["owner_column"].search(r.column)), None)
    dues = [r for r in row if CUES["due_column"].search(r.column)]
    due = next((r for r in dues if not LOG_DATE.match(r.column.strip())), next(iter(dues), None))
    if task is None or owner is None or (due is None and not CUES["heading"].search(row[0].heading)):
        return None if _has_next_column(row[0]) else task_of_columns(row, owners)
    done = any(CUES["done"].search(r.text) for r in row)
    others = tuple(r for r in (owner, due) if r is not None)
    return Task(
        task,
        task.text,
        owners.side(owner.text, task.document.source_id),
        owner.text,
        due.text if due else None,
        done,
        others,
    )
