"""Dates of things that happen once a year or once an account, said twice with two values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.calendar import Anchor
from agent.drafting.notes.contradictions.pairs import Pair, is_earlier
from agent.renewal.cues import cues
from agent.renewal.remarks import Remark
from agent.renewal.when import read_when

CUES = cues("agent.drafting.notes.contradictions", "dated_matters")
MATTERS = ("budget_request", "decision", "go_live", "contract_end", "project_end", "freeze_end")
MONTH_END = re.compile(r"(?P<month>\d{1,2})\s*月")
NOT_THIS = re.compile(r"\d{1,2}月末?(?:では|じゃ)な|,? ?\bnot (?:in |the end of )?[A-Za-z]+")
ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ENGLISH_MONTH = re.compile(r"\b(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b", re.I)


@dataclass(frozen=True, slots=True)
class Dated:
    """A matter with the days it may fall on, and whether the sentence itself says that the date has changed."""

    matter: str
    first: dt.date
    last: dt.date
    remark: Remark
    changed: bool
    body: str


def disputed_dates(remarks: Sequence[Remark], anchor: Anchor) -> Iterator[Pair]:
    """One pair a matter. Meetings recur, so theirs must be of one body or carry a word for a change of date."""
    notes = [r for r in remarks if r.is_note and r.kind.value not in ("heading", "field")]
    yield from _year_end(notes)
    yield from _taken_back(notes, anchor)
    said = [dated for remark in notes for dated in _dated(remark, anchor)]
    for matter in MATTERS:
        mine = [dated for dated in said if dated.matter == matter]
        pair = next(_apart(mine), None)
        if pair:
            yield Pair(
                "timing" if matter == "decision" else "not_so", pair[0].remark, pair[1].remark, "newer"
            )


def _apart(said: Sequence[Dated]) -> Iterator[tuple[Dated, Dated]]:
    for newer in reversed(said):
        for older in said:
            same_place = older.remark.document is newer.remark.document
            if same_place or not is_earlier(older.remark, newer.remark):
                continue
            overlap = older.first <= newer.last and newer.first <= older.last
            alike = older.body == newer.body and older.body != ""
            one_event = (
                newer.changed or newer.matter != "decision" or (alike and _on_us(older) and _on_us(newer))
            )
            if not overlap and one_event and abs((newer.first - older.first).days) <= 366:
                yield older, newer


def _on_us(dated: Dated) -> bool:
    """The meeting is the one that decides about our contract."""
    return bool(CUES["about_us"].search(dated.remark.text))


def _dated(remark: Remark, anchor: Anchor) -> Iterator[Dated]:
    text = remark.text
    if CUES["not_dated"].search(text):
        return
    whens = [
        w
        for w in read_when(text, remark.day, anchor)
        if not CUES["rejected"].search(text[max(0, w.start - 12) : w.end + 8])
    ]
    whens = [w for w in whens if not CUES["today"].search(w.words)]
    if not whens:
        return
    for matter in MATTERS:
        found = CUES[matter].search(text)
        if found:
            when = min(whens, key=lambda w: min(abs(w.start - found.end()), abs(found.start() - w.end)))
            body = CUES["body"].search(text)
            changed = bool(CUES["moved"].search(text))
            yield Dated(matter, when.first, when.last, remark, changed, body[0].casefold() if body else "")


def _taken_back(notes: Sequence[Remark], anchor: Anchor) -> Iterator[Pair]:
    """ "It now sits on the 17th, not in January", "I said March": the earlier sentence that gave the rejected month."""
    for after in notes:
        rejected = [month for m in CUES["rejects"].finditer(after.text) for month in months_in(m[0])]
        if not rejected or after.text.endswith(("?", "？")):
            continue
        for before in notes:
            apart = before.document is not after.document and is_earlier(before, after)
            if apart and set(rejected) & set(months_in(before.text)) and _dated_matter(before):
                yield Pair("correction", before, after, "newer")
                return


def _dated_matter(remark: Remark) -> bool:
    return any(CUES[matter].search(remark.text) for matter in MATTERS) or bool(
        CUES["sits"].search(remark.text)
    )


def _year_end(notes: Sequence[Remark]) -> Iterator[Pair]:
    """Two months for the end of the customer's year; the guess or the older statement does not hold."""
    said = [(month, r) for r in notes if (month := year_end_month(r)) is not None]
    for month, newer in reversed(said):
        for other, older in said:
            apart = older.document is not newer.document and is_earlier(older, newer)
            if apart and other != month and not newer.text.rstrip().endswith(("?", "？")):
                yield Pair("not_so", older, newer, "direct" if newer.side == "customer" else "newer")
                return


def year_end_month(remark: Remark) -> int | None:
    """The month in which the customer's year ends, as the sentence or its label says."""
    text = f"{remark.label} {remark.text}" if remark.kind.value == "table_row" else remark.text
    if remark.side == "us" and remark.document.kind.value in ("mail", "transcript"):
        return None
    if CUES["calendar_year"].search(text):
        return 12
    found = CUES["year_end"].search(text)
    if not found or CUES["not_year_end"].search(text):
        return None
    months = months_in(NOT_THIS.sub("", text[max(0, found.start() - 12) : found.end() + 28]))
    return months[0] if len(set(months)) == 1 else None


def months_in(text: str) -> list[int]:
    """Months named in the words, in order."""
    months = [int(m["month"]) for m in MONTH_END.finditer(text)]
    months += [ENGLISH.index(m["name"].lower()[:3]) + 1 for m in ENGLISH_MONTH.finditer(text)]
    return [month for month in months if 1 <= month <= 12]
