"""Places in the notes that speak of a step of the current decision: which step, when, and who approves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeGuard

from agent.calendar import Anchor
from agent.models.plan import KeyPerson
from agent.renewal.agenda import Entry, read_agenda
from agent.renewal.answer_days import answer_day
from agent.renewal.approvers import STATIONS, approver_in, economic_buyer
from agent.renewal.budget_round import budget_rounds
from agent.renewal.clauses import CUES, Clause, beside_cue, pieces, step_clauses
from agent.renewal.holders import BODY, body_in, gives_power
from agent.renewal.laid_out.facts import read_facts
from agent.renewal.laid_out.read import Told, read_ways
from agent.renewal.month_named import REACH, in_named_month
from agent.renewal.moved_days import Move, move_of, read_moves
from agent.renewal.no_steps import is_no_step, is_of_a_measure, is_past_start
from agent.renewal.other_matters import is_our_own
from agent.renewal.person_chain import read_chains
from agent.renewal.remarks import Remark
from agent.renewal.rescheduled import Rescheduled, new_day, read_rescheduled
from agent.renewal.sides import Sides
from agent.renewal.sighting import Sighting
from agent.renewal.thresholds import ceiling_in, floor_in
from agent.renewal.when import When, after_the_end, due_days, finest, is_current, read_when
from agent.renewal.workflow import read_workflow

CONTEXT = 6
"""Remarks back in one document from which "the vote", 「9月の回」 may take its body."""

ROW, BESIDE_DAY = 4, 6
"""Cells of a row on either side, and characters of a cell beside its day (a weekday)."""
CLOSES = re.compile(r"[(（]?[月火水木金土日]?曜?日?[)）]?(?:まで|〆|締)")
"""What follows the day something must be together by, beside the day it begins (「頭から集めて、20日までに」)."""


SETTLED = re.compile(
    r"(?<=[日)）])(?:午[前後]|\d{1,2}時)?(?:に|と|で)(?:決ま|決定し|設定され|セットされ)(?:りました|った|ました|た)"
)
"""A day that is fixed, not a decision made on it; what has been decided is told of things, not of days."""


def all_sightings(
    remarks: Sequence[Remark], people: Sequence[KeyPerson], sides: Sides, anchor: Anchor
) -> list[Sighting]:
    """Sightings of all remarks; where none dates the decision, the dated sentences about who is known to decide."""
    moves = read_moves(remarks, anchor)
    told = read_rescheduled(remarks, anchor)
    found = [_on_its_new_day(s, moves, told) for s in read_sightings(remarks, people, sides, anchor)]
    found += _of_the_round(found, remarks, anchor)
    if any(s.kind in ("decide", "lock") and s.when for s in found):
        return found
    for index, remark in enumerate(remarks):
        if not _is_left_out(remark):
            found += _at_the_buyer(remarks, index, people, sides, anchor)
    return found


def _of_the_round(found: Sequence[Sighting], remarks: Sequence[Remark], anchor: Anchor) -> list[Sighting]:
    """The day to come on which the units hand in what they want in the budget, where no request is dated else."""
    if any(s.kind in ("request", "compile") and s.when for s in found):
        return []
    ahead = [
        one
        for one in budget_rounds(remarks, anchor)
        if one.units and one.when.last >= anchor.as_of and not after_the_end(one.when, anchor)
    ]
    one = max(ahead, key=lambda told: told.weight, default=None)
    if one is None:
        return []
    clause = Clause("request", one.remark.text, 0, len(one.remark.text))
    return [Sighting("request", one.remark, clause, one.when, one.remark, None, deadline=True)]


def _on_its_new_day(sighting: Sighting, moves: Sequence[Move], told: Sequence[Rescheduled]) -> Sighting:
    """The sighting, on the day that a later word gives in place of its own."""
    if sighting.kind == "decide" and sighting.when and sighting.holder and BODY.search(sighting.holder):
        later = new_day(sighting.holder, sighting.dated_by.day, told)
        if later is not None:
            return replace(sighting, when=later.when, dated_by=later.remark)
    move = move_of(sighting.when.iso, sighting.dated_by, moves) if sighting.when else None
    return replace(sighting, when=move.new, dated_by=move.remark) if move else sighting


def read_sightings(
    remarks: Sequence[Remark], people: Sequence[KeyPerson], sides: Sides, anchor: Anchor
) -> Iterator[Sighting]:
    """Sightings in the remarks' order, those of schedules as they are listed; guesses, beliefs, past approvals, our own tasks and routine meetings make none."""
    listed: dict[tuple[str, int], list[Entry]] = {}
    agenda = read_agenda(remarks, people, sides, anchor)
    ways = [*read_workflow(remarks, people, sides, anchor), *read_chains(remarks, people, sides)]
    laid_out = [*read_ways(remarks, people, sides, anchor), *read_facts(remarks, people, sides, anchor).ways]
    yield from (_of_way(told) for way in laid_out for told in way.steps)
    for entry in [*agenda, *ways]:
        listed.setdefault((entry.remark.document.source_id, entry.remark.start), []).append(entry)
    for index, remark in enumerate(remarks):
        if any(way.holds(remark) for way in laid_out):
            continue
        entries = listed.get((remark.document.source_id, remark.start), [])
        yield from map(_listed, entries)
        if _is_left_out(remark) or is_our_own(remark, sides):
            continue
        found = []
        for clause in step_clauses(remark):
            if _is_over(clause) or CUES["open"].search(clause.text) or _is_routine(clause):
                continue
            sighting = _sighting(remarks, index, clause, people, sides, anchor)
            if sighting is not None and not any(_same_place(sighting, entry) for entry in entries):
                found.append(sighting)
        yield from _handed_on(found)


def _listed(entry: Entry) -> Sighting:
    return Sighting(
        entry.clause.kind,
        entry.remark,
        entry.clause,
        entry.when,
        entry.remark,
        entry.approver,
        bool(CUES["deadline"].search(entry.remark.text)),
        listed=True,
        chain=entry.when is None,
    )


def _of_way(told: Told) -> Sighting:
    deadline = bool(CUES["deadline"].search(told.dated_by.text))
    chain = told.when is None
    return Sighting(
        told.clause.kind, told.remark, told.clause, told.when, told.dated_by, told.approver, deadline, listed=True, chain=chain
    )  # fmt: skip


def _same_place(sighting: Sighting, entry: Entry) -> bool:
    """The clause is, or holds, what the schedule already gives a day."""
    holds = sighting.clause.start <= entry.clause.start < sighting.clause.end
    same_day = entry.when is not None and sighting.when is not None and sighting.when.iso == entry.when.iso
    return holds or same_day


def _at_the_buyer(
    remarks: Sequence[Remark], index: int, people: Sequence[KeyPerson], sides: Sides, anchor: Anchor
) -> list[Sighting]:
    """The dated piece of a sentence that names who is known to decide is the decision, whatever its verb."""
    remark, buyer = remarks[index], economic_buyer(people)
    if buyer is None or not remark.is_note or remark.side == "us" or CUES["question"].search(remark.text):
        return []
    if not sides.names(remark.text, buyer) or CUES["past"].search(remark.text):
        return []
    for start, end in pieces(remark.text):
        piece = remark.text[start:end]
        if (
            not sides.names(piece, buyer)
            or CUES["not_near"].search(piece)
            or CUES["not_a_step"].search(piece)
        ):
            continue
        if buyer.kind == "person" and not CUES["assents"].search(piece):
            continue
        clause = Clause("decide", piece, start, end)
        dates = [d for d in finest(read_when(piece, remark.day, anchor)) if is_current(d, anchor)]
        if dates and dates[0].iso != str(remark.day):
            return [Sighting("decide", remark, clause, dates[0], remark, buyer, deadline=False)]
    return []


def _handed_on(found: Sequence[Sighting]) -> Iterator[Sighting]:
    """Whom it goes to before it goes on to somebody who decides looks at it only ("to A, then B, then the board")."""
    last = max((i for i, s in enumerate(found) if s.kind == "decide"), default=-1)
    for place, sighting in enumerate(found):
        passes = sighting.chain and sighting.kind == "decide" and place < last
        yield (
            replace(sighting, kind="review")
            if passes and CUES["goes_to"].search(sighting.clause.text)
            else sighting
        )


def _is_left_out(remark: Remark) -> bool:
    return (
        remark.kind.value in ("heading", "field")
        or bool(CUES["hedge"].search(remark.text))
        or bool(CUES["our_line"].search(remark.text))
        or (remark.side == "us" and bool(CUES["we_do"].search(remark.text)))
        or bool(CUES["task"].search(remark.heading))
        or bool(CUES["wonders"].search(remark.text))
        or bool(CUES["drawn_by_us"].search(remark.text))
        or bool(CUES["past"].search(f"{remark.label} {remark.heading}"))
        or is_no_step(remark)
    )


def _sighting(
    remarks: Sequence[Remark],
    index: int,
    clause: Clause,
    people: Sequence[KeyPerson],
    sides: Sides,
    anchor: Anchor,
) -> Sighting | None:
    remark = remarks[index]
    question = bool(CUES["question"].search(remark.text))
    when, dated_by = _date(remarks, index, clause, anchor, question)
    if when is not None and (not is_current(when, anchor) or when.iso == str(remark.day)):
        return None
    if when is not None and remark.day and when.last < remark.day and CUES["told"].search(remark.text):
        return None
    approver = None if question else approver_in(clause, remark, people, sides)
    if approver is None and clause.kind == "decide" and CUES["in_context"].search(clause.text):
        approver = _body_before(remarks, index, people)
        if approver is None:
            return None
    if when is None and clause.kind == "decide" and _is_a_person(approver):
        told = answer_day(remarks, index, approver, sides, anchor)
        when, dated_by = told or (when, dated_by)
    if when is None and approver is None and _is_of_a_person(remark, sides):
        return None
    deadline = any(CUES["deadline"].search(said.text) for said in (remark, dated_by))
    chain = _is_chain(remark)
    if clause.kind == "decide" and when is None and approver is None and not chain:
        return None
    if clause.kind == "decide" and approver is None and when is None:
        return None
    if clause.kind in STATIONS and when is None and not chain and not CUES["must"].search(remark.text):
        return None
    measured = is_of_a_measure(remark, remarks[max(0, index - REACH) : index])
    if clause.kind == "decide" and (CUES["posts"].search(remark.text) or measured):
        return None
    if clause.kind == "announce" and any(
        CUES["personnel"].search(r.text) for r in remarks[max(0, index - 2) : index + 1]
    ):
        return None
    if chain and when is None and CUES["past"].search(remark.text):
        return None
    return Sighting(
        clause.kind,
        remark,
        clause,
        when,
        dated_by,
        approver,
        deadline,
        ceiling=ceiling_in(clause.text),
        floor=floor_in(clause.text, remark.text),
        limited=bool(CUES["limited"].search(clause.text)),
        chain=chain,
        power=gives_power(clause.text),
        weak=not any(CUES[clause.kind].search(piece) for piece in (clause.text, remark.text)) and not chain,
    )


def _is_a_person(approver: KeyPerson | str | None) -> TypeGuard[KeyPerson]:
    return isinstance(approver, KeyPerson) and approver.kind == "person"


def _is_chain(remark: Remark) -> bool:
    """Several kinds of steps are told one after another ("first …, then …", "A → B → C")."""
    return bool(CUES["sequence"].search(remark.text)) and len({c.kind for c in step_clauses(remark)}) > 1


def _body_before(
    remarks: Sequence[Remark], index: int, people: Sequence[KeyPerson]
) -> KeyPerson | str | None:
    """The body that the same document named last, a few remarks back."""
    here = remarks[index]
    for remark in reversed(remarks[max(0, index - CONTEXT) : index + 1]):
        if remark.document is not here.document:
            return None
        words = body_in(remark.text)
        if words:
            return next((p for p in people if p.kind == "body" and p.name == words), words)
    return None


def _is_of_a_person(remark: Remark, sides: Sides) -> bool:
    """A cell in the row of a named person tells of them ("稟議の起案者"), not of the step."""
    if remark.kind.value != "table_row":
        return False
    row = remark.document.blocks[remark.block]
    cells = [remark.document.text[cell.start : cell.end] for cell in row.cells]
    others = [cell for cell in cells if remark.text not in cell]
    return any((who := sides.person(cell)) is not None and who.kind == "person" for cell in others)


def _is_over(clause: Clause) -> bool:
    """Told of the past; a day that has been settled is still to come (「審査会は26日に決まりました」)."""
    return bool(CUES["past"].search(SETTLED.sub("", clause.text)))


def _is_routine(clause: Clause) -> bool:
    """A body that meets for something else ("毎月の委員会で件数を確認する") decides nothing here."""
    return (
        clause.kind == "decide"
        and bool(CUES["routine"].search(clause.text))
        and not CUES["decides"].search(clause.text)
    )


def _date(
    remarks: Sequence[Remark], index: int, clause: Clause, anchor: Anchor, question: bool
) -> tuple[When | None, Remark]:
    """The clause's own date, else one in the sentence beside it, else the answer's to a question about the step."""
    remark = remarks[index]
    dates = due_days(clause.text, finest(read_when(clause.text, remark.day, anchor, "nearest")))
    before = [r for r in reversed(remarks[max(0, index - REACH) : index]) if r.document is remark.document]
    dates = in_named_month(dates, replace(remark, text=clause.text), before, anchor)
    dates = [d for d in dates if not is_past_start(clause.text, d.start, d.end)]
    if not CUES["corrected"].search(remark.text):
        dates = [d for d in dates if beside_cue(clause, d.start)] or dates
    if CUES["changed"].search(clause.text):  # since when a rule holds is not when it is applied
        dates = [d for d in dates if remark.day is None or d.first > remark.day]
    if dates and not any(
        is_current(date, anchor) for date in dates
    ):  # "6月の注文書": what happens every June
        ahead = finest(read_when(clause.text, remark.day, anchor))
        due = CUES["deadline"].search(clause.text) and not CUES["told"].search(clause.text)
        dates = [d for d in ahead if due or d.iso.count("-") == 1] or dates
    if dates:
        return _of_clause(dates, clause, anchor, remark.text), remark
    if _is_chain(remark):
        return None, remark
    if remark.kind.value == "table_row" and not remark.is_note:
        return _day_of_row(remarks, index, anchor)
    for near in remarks[index + 1 : index + 4]:
        if near.document is not remark.document:
            break
        same_turn = near.block == remark.block and remark.kind.value != "table_row" and not question
        answer = question and near.speaker != remark.speaker and near.block - remark.block <= 1
        if same_turn or answer:
            found = finest(read_when(near.text, near.day, anchor, "nearest"))
            if found and not next(step_clauses(near), None):
                return found[-1], near
    return None, remark


def _day_of_row(remarks: Sequence[Remark], index: int, anchor: Anchor) -> tuple[When | None, Remark]:
    """The day a published calendar's row gives in a cell of its own ("16 April | Ordinary board meeting")."""
    here = remarks[index]
    for cell in remarks[max(0, index - ROW) : index + ROW]:
        if cell is here or cell.document is not here.document or cell.block != here.block:
            continue
        found = finest(read_when(cell.text, cell.day, anchor))
        if len(found) == 1 and len(cell.text) - len(found[0].words) <= BESIDE_DAY:
            return found[0], cell
    return None, here


def _of_clause(dates: Sequence[When], clause: Clause, anchor: Anchor, text: str) -> When:
    """The first day of a hearing that lasts; the last day of a window in which requests are taken; else the next one."""
    if clause.kind == "compile" and (closes := [d for d in dates if CLOSES.match(clause.text, d.end)]):
        return closes[-1]
    if clause.kind in ("compile", "hearing"):
        return dates[0]
    if clause.kind == "request" and len(dates) > 1 and CUES["window"].search(clause.text):
        return dates[-1]
    return _first_future(dates, anchor, text)


def _first_future(dates: Sequence[When], anchor: Anchor, text: str) -> When:
    """The first date still ahead, a day before a month; the last where the sentence corrects an earlier one."""
    if CUES["corrected"].search(text):
        return dates[-1]
    ahead = [date for date in dates if is_current(date, anchor)]
    days = [date for date in ahead if date.iso.count("-") == 2]
    return next(iter(days or ahead), dates[-1])
