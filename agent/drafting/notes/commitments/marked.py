"""Lines that begin with whose turn it is (こっち：…, 向こうの宿題→…, → 〇〇さん 7/3までに…, You: …, Me: …), wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from agent.calendar import Anchor
from agent.drafting.notes.commitments.due_dates import due_in
from agent.drafting.notes.commitments.narrated import SUBJECT_EN, SUBJECT_JA, says
from agent.drafting.notes.commitments.owners import Owners
from agent.drafting.notes.commitments.task import Task
from agent.renewal.cues import cues
from agent.renewal.remarks import Remark
from agent.renewal.sides import Side
from connectors.interface import BlockKind
from connectors.language import JAPANESE

CUES = cues("agent.drafting.notes.commitments", "commitments")
LEAD = r"^[\s・\-*•●○◇◆□☐>]*(?:[①-⑳]|[(（]?\d+[.)．）])?\s*"
TURNS = (
    re.compile(
        LEAD
        + r"(?:→|⇒|->)\s*(?P<who>[^\s:：、。「」→⇒]{1,12})(?:は|が|から)?[\s　、]+(?P<task>[^:：→].{3,})$",
        re.S,
    ),
    re.compile(
        LEAD
        + r"(?P<who>[^\s:：、。「」→⇒（(]{1,14}?)(?P<task_word>の?(?:宿題|やること|ToDo|TODO|分|持ち帰り|担当分|タスク)|側)?\s*(?:[（(][^)）]{1,14}[)）])?\s*(?:[:：]|→|⇒|…+|->)\s*(?P<task>.{3,})$",
        re.S,
    ),
    re.compile(
        LEAD
        + r"@?(?P<who>(?:You|Me|Us|We|Them|They|Our side|Their side|Your side|(?:Mr|Ms|Mrs|Dr)\.? [A-Z][a-z]+|[A-Z][a-z]+(?: [A-Z][a-z]+)?))(?P<task_word>(?:'s|’s)? (?:to-?dos?|actions?|homework|list))?\s*(?:\([^)]{2,24}\))?\s*(?::|–|->|→)\s+(?P<task>.{3,})$",
        re.S,
    ),
)
INNER = re.compile(
    r"(?:(?:→|⇒|->)\s*(?P<who>当|先|弊|客|こっち|あちら|向こう|当社|弊社|先方)[\s　]+|^[\s>*-]*[A-Z]{2,4}:\s+(?P<name>[A-Z][a-z]+)\s*(?:->|→|–)\s*)(?P<task>.{3,})$"
)
"""Whose turn it is behind the matter (… → 当 手順書 6/5) or behind the house (AB: Jane -> one page)."""
SELF = re.compile(
    r"^(?:me|i|we|us|our side|私|わたし|わし|ワシ|僕|俺|自分|こっち|こちら|うち|当方|弊|当)$", re.I
)
OTHER = re.compile(r"^(?:you|your side|貴社|御社|そちら|貴部|[^\s]{1,4}様側)$", re.I)
SPOKEN = re.compile(r"[「\"“]")


def read_marked(remarks: Sequence[Remark], owners: Owners, anchor: Anchor) -> Iterator[Task]:
    """What the mark's side has to do: with a date, a word for tasks in the mark, or a promise in its own words.

    In a mail "me" is its writer and "you" its reader; in notes and internal talk "me" is the note-taker, one of ours.
    Speech that promises nothing, what is done, and what somebody only would like are none.
    """
    for line in _stretches(remarks):
        first = line[0]
        if (
            not first.is_note
            or first.quoted
            or first.kind in (BlockKind.HEADING, BlockKind.FIELD, BlockKind.TURN)
        ):
            continue
        if first.kind is BlockKind.TABLE_ROW or CUES["heading"].search(first.heading):
            continue
        found = next((m for pattern in TURNS if (m := pattern.match(first.text))), None)
        inner = INNER.search(first.text)
        if inner and (found is None or side_from(found["who"].strip(" 　"), first, owners) is None):
            found = inner
        if found is None:
            continue
        who = (found["who"] or found["name"]).strip(" 　")
        side = side_from(who, first, owners)
        if side is None or any(_is_none(r.text) for r in line):
            continue
        task_word = bool(found.groupdict().get("task_word"))
        line = [first, *(r for r in line[1:] if not _has_own_doer(r, owners))]
        dated = any(due_in(r.text, r.day, anchor) for r in line)
        own = found["task"].strip()
        is_side = bool(SELF.match(who) or OTHER.match(who) or owners.is_side(who))
        promises = any(says("pledged", r.text) for r in line) or says("pledged", own)
        arrow = found.re in (TURNS[0], INNER)
        if found.re is INNER and not (dated or promises):
            continue
        if task_word or (dated and (is_side or promises or arrow)) or (promises and (is_side or arrow)):
            yield Task(
                first, own.strip(" 　。."), side, None if SELF.match(who) else who, more=tuple(line[1:])
            )


def _stretches(remarks: Sequence[Remark]) -> Iterator[list[Remark]]:
    """Lines and cells, cut where an arrow within one opens what follows from it (… と伺う。→ 〇〇 見積を5/1までに)."""
    for _, group in groupby(remarks, key=lambda r: (r.document.source_id, r.block, r.column)):
        stretch: list[Remark] = []
        for remark in group:
            if stretch and TURNS[0].match(remark.text):
                yield stretch
                stretch = []
            stretch.append(remark)
        yield stretch


def _has_own_doer(remark: Remark, owners: Owners) -> bool:
    """The sentence says itself who does what, so that its date is not the one of the line's first word."""
    found = (SUBJECT_JA if JAPANESE.search(remark.text) else SUBJECT_EN).match(remark.text)
    return found is not None and owners.side(found["who"], remark.document.source_id) is not None


def side_from(who: str, remark: Remark, owners: Owners) -> Side | None:
    """The side of a name or of a word for a house; "me" is the writer's, "you" the other's."""
    writer: Side = remark.side or "us"
    if SELF.match(who):
        return writer
    if OTHER.match(who):
        return "customer" if writer == "us" else "us"
    return owners.side(who, remark.document.source_id)


def _is_none(text: str) -> bool:
    return not CUES["done"].search(text) and says("not_pledged", text)
