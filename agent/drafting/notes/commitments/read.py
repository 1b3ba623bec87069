"""Commitments of both sides: open tasks of the lists and promises in speech, each with who, what and until when."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.calendar import Anchor
from agent.drafting.notes.claims import citation_of, same_matter, without_list_mark
from agent.drafting.notes.commitments.due_dates import due_in
from agent.drafting.notes.commitments.marked import read_marked
from agent.drafting.notes.commitments.narrated import read_narrated, read_requests
from agent.drafting.notes.commitments.no_tasks import is_finished, is_long_past, is_no_task
from agent.drafting.notes.commitments.objects import MOVES, objects_of, share_an_object
from agent.drafting.notes.commitments.owners import Owners
from agent.drafting.notes.commitments.set_out import read_set_out
from agent.drafting.notes.commitments.spoken import read_spoken
from agent.drafting.notes.commitments.task import Task
from agent.drafting.notes.commitments.tasks import read_tasks
from agent.drafting.notes.commitments.written_on import with_days
from agent.models.account import Account
from agent.models.evidence import Citation, Value
from agent.models.plan import Commitment
from agent.renewal.cues import cues
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from agent.renewal.when import When, read_when, when_value
from connectors.interface import DocumentKind

CUES = cues("agent.drafting.notes.commitments", "commitments")
NO_DATE = re.compile(
    r"^(?:期限)?(?:は|を)?(?:決め(?:ず|ない|ていない|ていません)|設けず|なし|無し|未定|調整中|要相談|-|ー|tb[cd]|none|n/a|asap)",
    re.I,
)
AFTERWARDS = re.compile(
    r"\s*(?:[(（]\s*)?(?:→|⇒|->)(?=[^→⇒]*(?:済|送っ|お送り|届け|渡し|受領|回答|完了|sent|done|slipped))|[(（](?=(?:済|done|sent|arranged))"
)
"""What became of a task, written behind it."""
NOT_YET = re.compile(
    r"まだ|未(?:着|了|完|対応|提出|送付|回答)|届いて(?:い)?(?:ない|ません)|\b(?:not yet|still (?:open|to come|waiting|owed))\b",
    re.I,
)
"""The line itself says that it is still owed."""
NEAR_TURNS = 8  # a promise is agreed on within a few turns: offered, dated, confirmed
WORD = re.compile(r"[一-龠々]{3,}|[ァ-ヴー]{3,}|[A-Za-z]{4,}")
LEADING_WORDS = re.compile(r"^(?:はい|承知(?:いた)?しました|わかりました|では|じゃあ|ええ|うん)[、。 ]*")
DAY = 10  # letters of an ISO day
OPEN_MATTER = re.compile(
    r"^(?:(?:それ|これ|あれ|そこ)[^。]{0,14}|(?:やり|出し|送り|持ち帰り|確認(?:し|いたし))ます[。ね]*)"
)
"""A promise that leaves what it is about to the words around it."""
BARE = re.compile(
    r"^[0-9月日年/来再今先週中末頭上旬下までにのは必ず、はくらいごろ ]*(?:お?(?:送り|渡し|出し|届け|見せ|作り|集め)(?:いた)?し?ます)[ねよ。]*$"
)


@dataclass
class _Open:
    task: Task
    when: When | None
    dated_by: Remark | None
    also: list[Remark]
    done: bool = False


def read_commitments(
    remarks: Sequence[Remark], sides: Sides, anchor: Anchor, account: Account
) -> list[Commitment]:
    """What was agreed, in the order it was; the same promise made twice is one, with the later due date.

    Ticked-off tasks and tasks that a later note reports as done are marked `done`: they were agreed as well.
    `due` is a day or month resolved against the day it was said, else the words of the list; null without one.
    """
    found: list[_Open] = []
    remarks = with_days(remarks, anchor)
    owners = Owners(account, remarks, sides)
    set_out = read_set_out(remarks, owners)
    told = {(one.document.source_id, one.block) for task in set_out for one in (task.remark, *task.more)}
    others = [
        *read_tasks(remarks, owners),
        *read_spoken(remarks, anchor),
        *read_marked(remarks, owners, anchor),
        *read_narrated(remarks, owners, anchor),
        *read_requests(remarks, owners, anchor),
    ]
    tasks = [*set_out, *(t for t in others if (t.remark.document.source_id, t.remark.block) not in told)]
    for task in sorted(
        tasks, key=lambda t: (t.remark.day or dt.date.min, t.remark.document.path, t.remark.start)
    ):
        if is_no_task(task.text) or is_no_task(task.remark.text):
            continue
        if task.side is None:
            continue
        when, dated_by = _due(task, anchor)
        same = next(
            (e for e in reversed(found) if _same(e, task, when) or _moves(e, task, when, anchor)), None
        )
        done = (task.done or _reported_done(task, remarks)) and not NOT_YET.search(task.text)
        if is_finished(task.remark.text) and is_long_past(when.last if when else None, anchor.as_of):
            continue  # told with what became of it, and history by now
        if same is None:
            found.append(_Open(task, when, dated_by, [], done))
        else:
            answers = dated_by is task.remark and _answers(task, same.task)
            same.also.append(same.task.remark if answers else task.remark)
            same.done = same.done or done
            if answers or _holds(task.remark, same.task.remark):
                same.task = task
            if when is not None:
                same.when, same.dated_by = when, dated_by
    return [commitment for entry in found if (commitment := _commitment(entry))]


def _answers(promise: Task, asked: Task) -> bool:
    """Whoever owes it says so themselves; before, the other side asked for it."""
    own = promise.remark.side is not None and promise.remark.side == promise.side == asked.side
    return own and asked.remark.side not in (None, asked.side)


def _reported_done(task: Task, remarks: Sequence[Remark]) -> bool:
    """A later note speaks of the same thing with a word for done."""
    if task.remark.day is None:
        return False
    return any(
        remark.day is not None
        and remark.day > task.remark.day
        and CUES["done"].search(remark.text)
        and same_matter(task.text, remark.text)
        for remark in remarks
        if remark.is_note
    )


def _due(task: Task, anchor: Anchor) -> tuple[When | None, Remark | None]:
    if task.due_words:
        where = next((remark for remark in task.more if remark.text == task.due_words), task.remark)
        return due_in(task.due_words, task.remark.day, anchor), where
    found: list[tuple[When, Remark]] = []
    for remark in (task.remark, *task.more):
        words = AFTERWARDS.split(task.text)[0] if remark is task.remark else remark.text
        when = due_in(words, remark.day, anchor)
        found += [(when, remark)] if when else []
    exact = [pair for pair in found if pair[0].first == pair[0].last]
    return next(iter([*exact, *found]), (None, None))


def _same(entry: _Open, task: Task, when: When | None) -> bool:
    """One promise told twice: the same words, matter or day, or said again a few turns on with a word in common."""
    if _holds(task.remark, entry.task.remark) or _holds(entry.task.remark, task.remark):
        return True
    if _same_day(entry, task, when):
        return True
    near = _near(entry.task.remark, task.remark)
    if near and entry.when is None and OPEN_MATTER.match(LEADING_WORDS.sub("", entry.task.text)):
        return entry.task.side == task.side and entry.task.remark.speaker == task.remark.speaker
    if entry.task.side != task.side:
        return False
    if near and BARE.match(LEADING_WORDS.sub("", task.text)) and not (entry.when and when):
        return True
    if entry.when and when and entry.when.iso != when.iso:
        return False
    if entry.task.remark.block == task.remark.block and entry.task.remark.document is task.remark.document:
        brief = bool(BARE.match(LEADING_WORDS.sub("", task.text))) or bool(
            set(WORD.findall(entry.task.text)) & set(WORD.findall(task.text))
        )
        return task.remark.document.kind is not DocumentKind.NOTE and brief
    if same_matter(entry.task.text, task.text):
        return True
    return near and bool(set(WORD.findall(entry.task.text)) & set(WORD.findall(task.text)))


def _holds(whole: Remark, part: Remark) -> bool:
    """One stretch of the source holds the other."""
    return (
        whole.document is part.document
        and whole.start <= part.start
        and part.end <= whole.end
        and len(whole.text) >= len(part.text)
    )


def _same_day(entry: _Open, task: Task, when: When | None) -> bool:
    """Due on one day for one side, told in two sources or two parts of a note, of one thing."""
    if entry.when is None or when is None or entry.task.side != task.side or entry.when.iso != when.iso:
        return False
    here, there = entry.task.remark, task.remark
    together = here.document is there.document and (
        here.document.kind is not DocumentKind.NOTE or here.heading == there.heading
    )
    if len(when.iso) < DAY or together:
        return False
    return share_an_object(entry.task.text, task.text)


def _moves(entry: _Open, task: Task, when: When | None, anchor: Anchor) -> bool:
    """The same thing for another day: it names the day agreed beside the new one, or says that the day has moved."""
    if entry.when is None or when is None or entry.task.side != task.side or entry.when.iso == when.iso:
        return False
    if not MOVES.search(task.text) or len(when.iso) < DAY:
        return False
    if not objects_of(entry.task.text) & objects_of(task.text):
        return False
    later = (task.remark.day or dt.date.min) > (entry.task.remark.day or dt.date.min)
    named = {told.iso for told in read_when(task.remark.text, task.remark.day, anchor)}
    return later or entry.when.iso in named


def _near(first: Remark, second: Remark) -> bool:
    return (
        first.document is second.document
        and first.document.kind is DocumentKind.TRANSCRIPT
        and 0 < second.block - first.block <= NEAR_TURNS
    )


def _commitment(entry: _Open) -> Commitment | None:
    task = entry.task
    places = [task.remark, *([entry.dated_by] if entry.dated_by else []), *entry.also]
    citations: list[Citation] = []
    for remark in places:
        citation = citation_of(remark)
        if citation and all(
            citation.start != c.start or citation.source_id != c.source_id for c in citations
        ):
            citations.append(citation)
    if not citations or task.side is None:
        return None
    text = without_list_mark(task.text if task.text in citations[0].quote else citations[0].quote)
    named = task.owner if task.owner and any(task.owner in citation.quote for citation in citations) else None
    return Commitment(
        who=task.side, text=text, owner=named, due=_due_value(entry), done=entry.done, citations=citations[:4]
    )


def _due_value(entry: _Open) -> Value[str] | None:
    where = entry.dated_by
    citation = citation_of(where) if where else None
    if where is None or citation is None:
        return None
    if entry.when is not None:
        return when_value(entry.when, citation, where)
    words = entry.task.due_words
    if words and words in citation.quote and not NO_DATE.match(words):
        return Value[str](value=words, citations=[citation], check="quote_found")
    return None
