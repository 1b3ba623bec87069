"""Dates of things that happen once a year or once an account, said twice with two values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.calendar import Anchor
from agent.drafting.notes.contradictions.pairs import Pair, Reason, stand_apart
from agent.drafting.notes.contradictions.said import Said, comes_before, is_early
from agent.renewal.cues import cues
from agent.renewal.when import read_when

CUES = cues("agent.drafting.notes.contradictions", "dated_matters")
MATTERS = (
    "budget_request",
    "decision",
    "contract_start",
    "go_live",
    "contract_end",
    "project_end",
    "freeze_end",
)
MONTH_END = re.compile(r"(?P<month>\d{1,2})\s*月")
NOT_THIS = re.compile(r"\d{1,2}月末?(?:では|じゃ)な|,? ?\bnot (?:in |the end of )?[A-Za-z]+")
WHOLE_YEAR = re.compile(
    r"(?:今年|来年|去年|昨年)(?:度)?|[今来前]期|(?:this|next|last) (?:financial |fiscal )?year", re.I
)
"""Words that date a sentence too widely to refute another ("今年は11月に")."""
MONTH_ANSWERED = re.compile(
    r"\d月(?:末|締め?|決算|期)*(?:で(?!に)|だ|や|か|と|って|じゃ|らし|の(?:はず|まま)|[。、!！」]|\s*$)"
)
SHORTEST = 8
"""Letters below which a sentence does not say of what its date is."""
SHORT_ANSWER = 40
"""Characters of an answer that leaves out what was asked for ("いえ、9月です。")."""
ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ENGLISH_MONTH = re.compile(
    r"\b(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b",
    re.I,
)
WHOLE_RANGE = re.compile(
    r"(?P<first>\d{1,2})月(?:1日)?(?:から|~|〜|-)翌?年?(?P<last>\d{1,2})月|"
    rf"\b(?P<en_first>{'|'.join(ENGLISH)})[a-z]*(?: 1)? (?:to|through|until|-|–) (?P<en_last>{'|'.join(ENGLISH)})[a-z]*\b",
    re.I,
)
"""The first and last month of a year ("July to June")."""
SINCE = re.compile(r"\d{1,2}\s*月から(?=.*\d{1,2}\s*月)")
"""Since when another month holds."""
LOG = re.compile(r"crm|sfa|日報|nippo", re.I)
"""Paths of logs that repeat what other notes say."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A matter with the days it may fall on, and whether the sentence itself says that the date has changed."""

    matter: str
    first: dt.date
    last: dt.date
    said: Said
    changed: bool
    body: str


def disputed_dates(notes: Sequence[Said], published: Sequence[Said], anchor: Anchor) -> Iterator[Pair]:
    """One pair a matter. Meetings recur, so theirs must be of one body or carry a word for a change of date.

    `published` are the notes with the customer's own pages, which are asked for the end of the year alone.
    """
    yield from _year_end(published)
    yield from _taken_back(notes)
    said = [dated for note in notes for dated in _dated(note, anchor)]
    for matter in MATTERS:
        mine = [dated for dated in said if dated.matter == matter]
        pair = next(_apart(mine), None)
        if pair:
            topic = "timing" if matter == "decision" else "not_so"
            yield Pair(topic, pair[0].said.remark, pair[1].said.remark, "newer")


def _apart(said: Sequence[Dated]) -> Iterator[tuple[Dated, Dated]]:
    for newer in reversed(said):
        for older in said:
            if older is newer or not _may_refute(older.said, newer.said, newer.changed):
                continue
            overlap = older.first <= newer.last and newer.first <= older.last
            alike = older.body == newer.body and older.body != ""
            one_event = (
                newer.changed or newer.matter != "decision" or (alike and _on_us(older) and _on_us(newer))
            )
            if not overlap and one_event and abs((newer.first - older.first).days) <= 366:
                yield older, newer


def _may_refute(older: Said, newer: Said, changed: bool) -> bool:
    """Two notes, or one in which the later sentence says that the date is another."""
    one_note = not stand_apart(older.remark, newer.remark)
    return (
        comes_before(older, newer)
        and not newer.is_question
        and (not one_note or (changed and newer.corrects))
    )


def _on_us(dated: Dated) -> bool:
    """The meeting is the one that decides about our contract."""
    return bool(CUES["about_us"].search(dated.said.plain))


def _dated(said: Said, anchor: Anchor) -> Iterator[Dated]:
    text = said.plain
    if CUES["not_dated"].search(text) or len(text) < SHORTEST:
        return
    whens = [
        w
        for w in read_when(text, said.day, anchor)
        if not CUES["rejected"].search(text[w.end : w.end + 8])
        and not CUES["rejected_before"].search(text[max(0, w.start - 12) : w.start])
    ]
    whens = [w for w in whens if not CUES["today"].search(w.words) and not WHOLE_YEAR.fullmatch(w.words)]
    if not whens:
        return
    labelled = said.about if said.remark.kind.value == "table_row" else text
    for matter in MATTERS:
        found = CUES[matter].search(text) or CUES[matter].search(labelled)
        if found:
            when = min(whens, key=lambda w: min(abs(w.start - found.end()), abs(found.start() - w.end)))
            body = CUES["body"].search(text)
            changed = bool(CUES["moved"].search(text))
            yield Dated(matter, when.first, when.last, said, changed, body[0].casefold() if body else "")


def _taken_back(notes: Sequence[Said]) -> Iterator[Pair]:
    """ "It now sits on the 17th, not in January", "I said March": the earlier sentence that gave the rejected month."""
    for after in notes:
        rejected = [month for m in CUES["rejects"].finditer(after.plain) for month in months_in(m[0])]
        if not rejected or after.is_question:
            continue
        for before in notes:
            apart = stand_apart(before.remark, after.remark) and comes_before(before, after)
            if apart and set(rejected) & set(months_in(before.plain)) and _dated_matter(before):
                yield Pair("correction", before.remark, after.remark, "newer")
                return


def _dated_matter(said: Said) -> bool:
    return any(CUES[matter].search(said.plain) for matter in MATTERS) or bool(CUES["sits"].search(said.plain))


def _year_end(notes: Sequence[Said]) -> Iterator[Pair]:
    """Two months for the end of the customer's year; the guess or the older statement does not hold."""
    said = [(month, note) for note in notes if (month := year_end_month(note)) is not None]
    surest_first = sorted(said, key=lambda entry: (*_sureness(entry[1]), -said.index(entry)))
    for month, holds in surest_first:
        for other, wrong in sorted(said, key=lambda entry: bool(LOG.search(entry[1].remark.document.path))):
            apart = stand_apart(wrong.remark, holds.remark) and wrong.remark.is_note
            if apart and other != month and not holds.is_question and _is_surer(holds, wrong):
                why: Reason = "direct" if _is_direct(holds) else "newer"
                yield Pair("year_end", wrong.remark, holds.remark, why)
                return


def _is_surer(one: Said, other: Said) -> bool:
    """Of a guess and a statement the statement, else what was said later."""
    if _is_guess(one) != _is_guess(other):
        return _is_guess(other)
    return comes_before(other, one)


def _sureness(said: Said) -> tuple[bool, bool, bool]:
    """The customer's own word before what is told of it, a guess and a log's copy last."""
    return _is_guess(said), not _is_direct(said), bool(LOG.search(said.remark.document.path))


def _is_guess(said: Said) -> bool:
    """Hedged as something thought, not as something the customer told ("9月決算とのこと")."""
    return said.matches("guessed")


def _is_direct(said: Said) -> bool:
    """The customer's own words, spoken, quoted, filled in or published."""
    remark = said.remark
    own = remark.side == "customer" or not remark.is_note
    return own or bool(re.search(r"[「“\"]", said.plain))


def year_end_month(said: Said) -> int | None:
    """The month in which the customer's year ends, as the sentence, its label or the question before it says."""
    remark = said.remark
    text = said.about if remark.kind.value == "table_row" else said.plain
    if remark.side == "us" and remark.document.kind.value in ("mail", "transcript") and not is_early(said):
        return None
    found = CUES["year_end"].search(text)
    asked = bool(found or CUES["year_end"].search(said.before) or CUES["year_end"].search(remark.heading))
    if CUES["calendar_year"].search(text) and (asked or len(text) <= SHORT_ANSWER):
        return None if CUES["not_year_end"].search(text) else 12
    if asked and len(text) <= SHORT_ANSWER and (of_year := _last_of_year(text)):
        return of_year
    if not found and CUES["year_end"].search(said.before) and _is_answer(text):
        return _only_month(NOT_THIS.sub("", text)) if not CUES["not_year_end"].search(text) else None
    if not found or CUES["not_year_end"].search(text):
        return None
    near = text[max(0, found.start() - 12) : found.end() + 28]
    if remark.kind.value == "table_row" and not CUES["year_end"].search(said.plain):
        near = said.plain  # the label asks, the cell answers
    return _only_month(SINCE.sub("", NOT_THIS.sub("", near)))


def _last_of_year(text: str) -> int | None:
    """The last month of twelve that the words name ("4月から翌3月", "July to June")."""
    found = WHOLE_RANGE.search(text)
    months = months_in(found[0]) if found else []
    return months[1] if len(months) == 2 and (months[1] - months[0]) % 12 == 11 else None


def _is_answer(text: str) -> bool:
    """Short, and in Japanese with a month that ends a statement ("3月です", not "3月頭にKO")."""
    return len(text) <= SHORT_ANSWER and ("月" not in text or bool(MONTH_ANSWERED.search(text)))


def _only_month(text: str) -> int | None:
    months = months_in(text)
    return months[0] if len(set(months)) == 1 else None


def months_in(text: str) -> list[int]:
    """Months named in the words, in order."""
    months = [int(m["month"]) for m in MONTH_END.finditer(text)]
    months += [ENGLISH.index(m["name"].lower()[:3]) + 1 for m in ENGLISH_MONTH.finditer(text)]
    return [month for month in months if 1 <= month <= 12]
