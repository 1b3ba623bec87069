"""Days told one after another, each with what happens then: lines of a schedule, pieces of a sentence, short sentences.

"要求書の締切 11月30日 / 常任理事会 1月22日", "11月20日に部長に渡して、30日に出します", "Papers close on the 3rd. The board sits on the 17th."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from agent.calendar import Anchor
from agent.models.plan import KeyPerson
from agent.renewal.approvers import approver_in
from agent.renewal.clauses import CUES, Clause, pieces, told_kind
from agent.renewal.holders import TITLE, body_in, by_title, gives_power
from agent.renewal.month_named import REACH, in_named_month
from agent.renewal.no_steps import is_no_step
from agent.renewal.other_matters import is_our_own
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from agent.renewal.when import When, finest, is_current, read_when

LONGEST = {"ja": 40, "en": 80}
"""Characters of what happens on a day: more is a sentence about something else."""
SHORTEST = {"ja": 5, "en": 10}
"""Characters of an act on the way: less does not say what is done ("出します", "final")."""
LEAST = 2
"""Days that make a schedule."""
APART = 2
"""Blocks from one day to the next: one line without a day may stand between."""
CONTEXT = 2
"""Remarks before the first day that may say what the schedule is for."""
PREPARES = "prepare"
"""The kind of step that only brings the matter nearer to those who decide."""
HEAD = re.compile(
    r"[\s・\-*●○◎■□◆>＞|]*(?:[(（]?(?:\d{1,2}\.)*\d{1,2}[.．)）]?\s)?(?:まず|次に|次[はが]|その(?:後|あと)|and |then |first,? |finally,? )*\s*"
)
TAIL = re.compile(
    r"(?:[(（][月火水木金土日](?:曜日?)?[)）])?\s*(?:(?:[-~〜–―]|から)\s*\d{1,2}(?:日|(?=\D|$))(?:[(（][月火水木金土日][)）])?)?(?: to \d{1,2})?(?:の?(?:いずれか|うち|間))?(?:の週|午前|午後|正午|夕方|\d{1,2}(?:時半?|:\d\d)|(?:at )?noon|(?:at )?\d{1,2}(?::\d\d)?\s?[ap]m)*\s*"
    r"(?:まで(?:に)?|締め?切り?|〆切?|必着|期限|開会|開催|予定|ごろ|頃|です|だ|に|で|、|,)*[。.]?\s*(?:[(（][^()（）]{1,24}[)）])?\s*[。.」]?\s*"
)
TIME = re.compile(r"^(?:\s*[(（][月火水木金土日](?:曜日?)?[)）])?\s*(?:\d{1,2}(?:時半?|:\d\d)(?:分)?)?")
EDGES = re.compile(
    r"^(?:[\s\u3000:：,、はがのにでと〜~\-–|]|まで(?:に)?)+|(?:[\s\u3000:：,、.。はがの〜~\-–|]|\b(?:is|are|on|by|in|at|the|for|from))+$"
)
BRACKET = re.compile(r"[(（](?P<inside>[^()（）]{1,16})[)）]\s*$")
SUBJECT = re.compile(
    r"(?:^|[、,] ?)(?P<who>[^、。,のにをではが]{1,12})(?:が|は)(?!\d)|^(?:and |then )?(?P<en>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?) (?:drafts?|writes?|submits?|hands?|sends?|files?|puts?|presents?|takes?|raises?)\b"
)
MINE = re.compile(
    r"(?:私|わたし|わたくし|僕|俺)(?:が|で(?:す|ござ))|\bI(?:(?:'|’)(?:ll|m)| will| am going to)? (?:draft|writ|submit|hand|send|file|put|present|tak|rais)",
    re.I,
)
PRESENT = re.compile(r"議長|座長|司会|説明|出席|同席|出る|代理")
"""Who is there, not who approves."""
HEADED = re.compile(r"^(?P<who>[一-龠]{1,6}長)(?=査定|調整|承認|決裁|協議|確認|審査|説明|折衝)")


@dataclass(frozen=True, slots=True)
class Entry:
    """What happens on a day, as a clause of its remark."""

    remark: Remark
    clause: Clause
    when: When | None  # None only in a list of acts that follow each other
    approver: KeyPerson | str | None
    told: bool  # in the words for a step, not only of an act on the way


def read_agenda(
    remarks: Sequence[Remark], people: Sequence[KeyPerson], sides: Sides, anchor: Anchor
) -> list[Entry]:
    """The steps in runs of days that tell how the customer decides; our own days and tasks are left out."""
    found: list[Entry] = []
    run: list[Entry] = []
    first = last = -1
    for index, remark in enumerate(remarks):
        before = list(reversed(remarks[max(0, index - REACH) : index]))
        here = (
            []
            if _is_left_out(remark) or is_our_own(remark, sides)
            else list(_entries(remark, before, people, sides, anchor))
        )
        near = last >= 0 and _go_together(remarks[last], remark)
        if here and run and near:
            run, last = [*run, *here], index
            continue
        if run and (not near or here):
            found += _of_decision(run, remarks[max(0, first - CONTEXT) : first])
            run, last = [], -1
        if here and not run:
            run, first, last = here, index, index
    return [*found, *_of_decision(run, remarks[max(0, first - CONTEXT) : first] if run else ())]


def _go_together(last: Remark, here: Remark) -> bool:
    return (
        here.document is last.document
        and here.block - last.block <= APART
        and here.speaker == last.speaker
        and here.quoted == last.quoted
    )


def _of_decision(run: Sequence[Entry], before: Sequence[Remark]) -> list[Entry]:
    """The run's entries where one of them, or what is said before, is about deciding, and there are several days."""
    if len({entry.when.iso for entry in run if entry.when}) < LEAST:
        return []
    here = run[0].remark
    told = any(entry.told for entry in run)
    led_in = [here.heading, *(r.text for r in before if r.document is here.document), here.text]
    if not told and not any(CUES["matter"].search(words) for words in led_in):
        return []
    return list(run)


def _is_left_out(remark: Remark) -> bool:
    return (
        not remark.is_note
        or remark.side == "us"
        or remark.kind.value in ("heading", "field", "table_row")
        or any(
            CUES[name].search(remark.text)
            for name in ("hedge", "our_line", "wonders", "drawn_by_us", "posts", "asks_us")
        )
        or bool(CUES["question"].search(remark.text))
        or is_no_step(remark)
        or bool(CUES["task"].search(remark.heading))
        or bool(CUES["past"].search(f"{remark.label} {remark.heading}"))
    )


def _entries(
    remark: Remark, before: Sequence[Remark], people: Sequence[KeyPerson], sides: Sides, anchor: Anchor
) -> Iterator[Entry]:
    for start, end in pieces(remark.text):
        piece = remark.text[start:end]
        if any(CUES[name].search(piece) for name in ("past", "ours_to_do", "open")):
            continue
        when, label = _dated(piece, remark, before, anchor)
        if when is None or label is None:
            continue
        kind = _kind(label)
        if kind is None:
            continue
        clause = Clause(kind, label, start + piece.index(label), start + piece.index(label) + len(label))
        yield Entry(remark, clause, when, _approver(clause, remark, people, sides), kind != PREPARES)


def _kind(label: str) -> str | None:
    told = told_kind(label)
    if told or HEADED.match(label):
        return told or "review"
    if body_in(label) or gives_power(label):
        return "decide"
    if len(label) < SHORTEST["en" if label.isascii() else "ja"] or CUES["not_on_the_way"].search(label):
        return None
    return PREPARES if CUES["on_the_way"].search(label) else None


def _dated(
    piece: str, remark: Remark, before: Sequence[Remark], anchor: Anchor
) -> tuple[When | None, str | None]:
    """The piece's only day, which begins or ends it, and the words beside it; a bare day in the month the talk is in."""
    dates = [d for d in finest(read_when(piece, remark.day, anchor, "nearest")) if is_current(d, anchor)]
    dates = dates or [d for d in finest(read_when(piece, remark.day, anchor)) if is_current(d, anchor)]
    dates = in_named_month(dates, replace(remark, text=piece), before, anchor)
    if not 1 <= len(dates) <= 2 or dates[0].iso == str(remark.day):
        return None, None
    one, other = dates[0], dates[-1]
    if HEAD.fullmatch(piece, 0, one.start):
        label = TIME.sub("", piece[other.end :], count=1)
    elif TAIL.fullmatch(piece, other.end):
        label = HEAD.sub("", piece[: one.start], count=1) if HEAD.match(piece) else piece[: one.start]
    else:
        return None, None
    label = EDGES.sub("", label).strip()
    longest = LONGEST["en" if label.isascii() else "ja"]
    if not 2 <= len(label) <= longest or label not in piece:
        return None, None
    return (other if told_kind(label) == "request" else one), label


def _approver(
    clause: Clause, remark: Remark, people: Sequence[KeyPerson], sides: Sides
) -> KeyPerson | str | None:
    headed = HEADED.match(clause.text)
    if headed:
        return by_title(headed["who"], people) or headed["who"]
    bracket = BRACKET.search(clause.text) or BRACKET.search(remark.text)
    if bracket and TITLE.search(bracket["inside"]) and not PRESENT.search(bracket["inside"]):
        inside = None if body_in(clause.text) else sides.person(bracket["inside"])
        if inside is not None:
            return inside
    if clause.kind not in (PREPARES, "request", "papers"):
        return approver_in(clause, remark, people, sides)
    return _doer(clause, remark, sides)


def _doer(clause: Clause, remark: Remark, sides: Sides) -> KeyPerson | None:
    """The stakeholder who is the subject of the act, or the speaker who does it ("更新の伺いは私が書きます。27日に回します")."""
    who = SUBJECT.search(clause.text) or SUBJECT.search(remark.text)
    named = sides.person(who["who"] or who["en"]) if who else None
    if named is not None and named.kind == "person":
        return named
    block = remark.document.blocks[remark.block]
    turn = remark.document.text[block.start : block.end]
    mine = remark.side == "customer" and MINE.search(turn)
    return sides.person(remark.speaker or "") if mine else None
