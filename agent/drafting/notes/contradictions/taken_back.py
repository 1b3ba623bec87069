"""Values that a later statement takes back ("not the 30th", 「12%は…15%に直す」) and dated things that have moved.

The earlier statement is the one that printed the value taken back, or another day for the same event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agent.drafting.notes.contradictions.pairs import Pair, stand_apart
from agent.drafting.notes.contradictions.said import Said, comes_before
from agent.drafting.notes.contradictions.values import SURE, Stated, plain_of, values_in
from agent.drafting.notes.frames import frames
from agent.drafting.notes.predicates import is_japanese
from agent.evidence.tokens import words
from connectors.interface import BlockKind, DocumentKind

PACKAGE, FILE = "agent.drafting.notes.contradictions", "taken_back"
REACH = 4
"""Remarks around a statement whose words tell what its value is of."""
MOST = 4
SHORTEST = 8
"""Letters below which a statement does not say of what its value is."""
LOG = re.compile(r"crm|sfa|日報|nippo", re.I)
"""Paths of logs that repeat what other notes say."""
MANY_ALIKE = 4
"""Words in common from which two dated statements are of one matter, whatever it is called."""
TURNS = re.compile(r"\d\s*(?:日|[(（][^()（）]*[)）])?(?:→|⇒|->|から|で(?:は)?なく|をやめ)")
"""Between the date given up and the one in its place."""
LONGEST_ANSWER = 50
"""Letters of an answer that moves the date of the question before it."""
SHORT_ANSWER = 40
"""Letters of a sentence that only gives the day."""
ALL_OF = re.compile(r"(?:\ball(?: of)?(?: the| our)? |全)$", re.I)
LONG = 100
"""A number from which on two matters seldom share it."""


def taken_back(notes: Sequence[Said]) -> Iterator[Pair]:
    """A statement that takes a value back, with the earlier one that gave it; at most MOST."""
    told = 0
    for place in range(len(notes) - 1, -1, -1):
        later = notes[place]
        for value in _rejected(later):
            earlier = _that_gave(value, later, place, notes)
            if earlier is not None:
                holds = _settled_instead(value, later, place, earlier, notes)
                yield Pair("correction", earlier.remark, holds.remark, "newer")
                told += 1
                break
        if told == MOST:
            return


def moved(notes: Sequence[Said]) -> Iterator[Pair]:
    """A statement that something dated has moved, with the earlier one that gave it another day; at most MOST.

    A move told more than once is taken from who told it first. Days by their month alone ("委員会は11月") count where the
    later statement says plainly that the event itself moved.
    """
    told: list[tuple[frozenset[str], Sequence[Stated]]] = []
    for place, later in enumerate(notes):
        plain = _with_its_day(place, notes)
        whole = _moved_event(plain)
        echoed = _echoed(later, plain)
        days = _dates(plain) if whole or echoed else _days(plain)
        asserts = later.remark.is_note and not later.is_question
        asserts = asserts and not _fits("supposed", plain) and not _fits("asked", plain)
        if not days or not asserts or not _fits("moved", plain):
            continue
        events = whole or _events(plain) or (_events(plain_of(later.before)) if echoed else frozenset())
        if any(events & known and any(a.same(b) for a in days for b in dates) for known, dates in told):
            continue
        asked = frozenset(words(later.before)) if echoed else frozenset[str]()
        days = [*echoed, *days]
        earlier = _that_was_moved(later, events, days, notes, bool(whole or echoed), asked)
        if earlier is not None:
            yield Pair("correction", earlier.remark, later.remark, "newer")
            told.append((events, days))
            if len(told) == MOST:
                return


def _echoed(later: Said, plain: str) -> Sequence[Stated]:
    """The one date of what was said right before, which a short answer moves ("And is it still the 2nd?" "No, …")."""
    before = _dates(plain_of(later.before))
    one = len(before) == 1 and len(plain) <= LONGEST_ANSWER and len(_dates(plain)) == 1
    spoken = later.remark.document.kind in (DocumentKind.TRANSCRIPT, DocumentKind.CHAT)
    return before if one and spoken and not before[0].same(_dates(plain)[0]) else ()


def _with_its_day(place: int, notes: Sequence[Said]) -> str:
    """The words, with the short sentence behind them that gives the new day ("It's been brought forward. Fifth of March.")."""
    later = notes[place]
    plain = plain_of(later.remark.text)
    following = notes[place + 1] if place + 1 < len(notes) else None
    asked = len(_dates(plain_of(later.before))) == 1 and len(plain) <= LONGEST_ANSWER
    if following is None or not asked or _days(plain) or not _fits("moved", plain):
        return plain
    here, there = later.remark, following.remark
    beside = (
        here.document is there.document and here.speaker == there.speaker and there.block - here.block <= 1
    )
    said = plain_of(there.text)
    return f"{plain} {said}" if beside and len(said) <= SHORT_ANSWER and _days(said) else plain


def _that_was_moved(
    later: Said,
    events: frozenset[str],
    days: Sequence[Stated],
    notes: Sequence[Said],
    by_month: bool,
    asked: frozenset[str],
) -> Said | None:
    """The earlier statement with another day for one of the events that has the most words in common (`asked`: those of
    the question that the later one answers); before all
    that which gave the day that the later one repeats to move it ("the 13th has become the 20th")."""
    plain = plain_of(later.remark.text)
    old = days[-2:-1]
    new = [day for day in days if day not in old]
    best: tuple[tuple[bool, bool, bool, int, int], Said] | None = None
    for place, earlier in enumerate(notes):
        other = plain_of(earlier.remark.text)
        known = _dates(other) if by_month else _days(other)
        if not known or any(a.same(b) for a in known for b in new) or not _may_refute(earlier, later):
            continue
        if _fits("moved", _with_its_beginning(earlier)):
            continue  # it tells of the move as well
        if earlier.is_question or _fits("over", other) or not earlier.words - _numbers(earlier):
            continue
        given = any(a.same(b) for a in known for b in old)
        shared = events & (_events(other) | _events(plain_of(earlier.before)))
        alike = _alike(earlier.words, later.words | asked) + _alike(
            frozenset(words(earlier.before)), later.words
        )
        exact = given and (bool(asked) or TURNS.search(plain) is not None)
        exact = exact and all(day.day and day.month for day in old)
        exact = exact and all(day.day and (day.month or asked) for day in new)
        if asked and earlier.remark.document is later.remark.document:
            continue  # the question that the later one answers
        enough = alike >= (0 if exact else 2 - given) if shared or given else alike >= MANY_ALIKE
        if enough and _near(known, days):
            copied = bool(LOG.search(earlier.remark.document.path)) or _fits("secondary", other)
            key = (given, given or bool(events & _events(other)), not copied, alike, place)
            best = (key, earlier) if best is None or key > best[0] else best
    return best[1] if best else None


def _numbers(said: Said) -> frozenset[str]:
    return frozenset(word for word in said.words if word.isdigit())


def _moved_event(plain: str) -> frozenset[str]:
    """The events that stand right before a word for moving as what moved ("委員会が10月30日に前倒し")."""
    language = "ja" if is_japanese(plain) else "en"
    found = (
        m["event"] for frame in frames(PACKAGE, FILE, language, "event_moved") for m in frame.finditer(plain)
    )
    return frozenset(word.casefold().rstrip("s") for event in found for word in _events(event))


def _rejected(said: Said) -> Iterator[Stated]:
    """Values that the words right before or behind them take back."""
    if said.is_question or not said.remark.is_note:
        return
    plain = _with_its_beginning(said)
    if _fits("supposed", plain):
        return
    for value in values_in(plain):
        small = value.number is not None and value.number < SURE and not value.unit
        if small:
            continue
        behind = plain[value.end :]
        value = _in_its_month(value, plain, said.before)
        value = _in_its_unit(value, plain)
        if _fits("instead", behind):
            if any(_replaces(other, value) for other in values_in(plain)):
                yield value
        elif _fits("after", behind) or _fits_before(value, plain[: value.start]):
            yield value


def _fits_before(value: Stated, words_before: str) -> bool:
    """Words right before it take it back; what was measured last time is no slip, what day was set then is."""
    return _fits("before", words_before) or (value.is_date and _fits("before_a_day", words_before))


def _settled_instead(value: Stated, later: Said, place: int, earlier: Said, notes: Sequence[Said]) -> Said:
    """The statement that settles another value where the one taking it back gives none ("We agreed to use 39"); else
    that one. It stands right behind it, or in a later note with a word of the matter in common."""
    if any(_replaces(other, value) for other in values_in(plain_of(later.remark.text))):
        return later
    matter = frozenset(words(_matter(earlier)))
    for at, said in enumerate(notes[place + 1 :], 1):
        beside = at <= REACH and said.remark.document is later.remark.document
        if not beside and (not comes_before(later, said) or not _alike(matter, said.words)):
            continue
        plain = plain_of(said.remark.text)
        new = any(_replaces(o, value) and o.unit == value.unit for o in values_in(plain))
        if new and _fits("settled", plain) and not said.is_question:
            return said
    return later


def _with_its_beginning(said: Said) -> str:
    """The words with the line they go on from, where a line broke inside the sentence ("… has been moved\nfrom 3 December")."""
    plain, before = plain_of(said.remark.text), plain_of(said.before)
    goes_on = plain[:1].islower() and plain[:1].isascii() and before[-1:].isalpha()
    return f"{before} {plain}" if goes_on else plain


def _in_its_month(value: Stated, plain: str, before: str) -> Stated:
    """A day without a month is of the month of the other days beside it ("December 11. The 4th was last year's")."""
    if not value.is_date or value.month or not value.day:
        return value
    months = [
        other.month for text in (plain, before) for other in values_in(text) if other.month and other.day
    ]
    return replace(value, month=months[0]) if months else value


def _in_its_unit(value: Stated, plain: str) -> Stated:
    """A bare number is in the unit that the same number has beside it ("30%は勢いで、30は無理だ")."""
    if value.is_date or value.unit:
        return value
    units = {o.unit for o in values_in(plain) if not o.is_date and o.unit and o.number == value.number}
    return replace(value, unit=units.pop()) if len(units) == 1 else value


def _replaces(other: Stated, value: Stated) -> bool:
    """Another value of the kind, which may stand in its place."""
    alike = other.is_date == value.is_date and (other.is_date or other.unit in (value.unit, ""))
    return alike and not other.same(value)


def _that_gave(value: Stated, later: Said, place: int, notes: Sequence[Said]) -> Said | None:
    """The earlier statement with the value that has the most words in common with what surrounds the later one."""
    near = [
        n
        for n in notes[max(0, place - REACH) : place + REACH + 1]
        if n.remark.document is later.remark.document
    ]
    around = frozenset().union(*(n.words for n in near))
    best: tuple[tuple[bool, bool, int, int], Said] | None = None
    for at, earlier in enumerate(notes):
        copied = LOG.search(earlier.remark.document.path)
        if copied or len(_matter(earlier)) < SHORTEST or not _may_refute(earlier, later):
            continue
        plain = plain_of(earlier.remark.text)
        if not any(_is_given(value, other) for other in values_in(plain)):
            continue
        if next(_rejected(earlier), None) is not None:
            continue
        mine = frozenset(words(_matter(earlier)))
        alike = 2 * _alike(mine, later.words) + _alike(mine, around)
        alike += _alike(frozenset(words(earlier.before)), later.words)
        alike += 2 * (
            value.number is not None
            and _is_of_all(value, plain)
            and _is_of_all(value, plain_of(later.remark.text))
        )
        needed = _needed(value)
        if alike >= needed:
            key = (not earlier.is_question, not _fits("secondary", plain), alike, at)
            best = (key, earlier) if best is None or key > best[0] else best
    return best[1] if best else None


def _matter(said: Said) -> str:
    """Its words; a cell's with what asks for it: the cells before it in its row and the heading of its column."""
    remark = said.remark
    if remark.kind is not BlockKind.TABLE_ROW:
        return remark.text
    text = remark.document.text
    cells = remark.document.blocks[remark.block].cells
    before = [text[cell.start : cell.end] for cell in cells if cell.end <= remark.start]
    return " ".join([*before, remark.column, remark.text])


def _is_given(value: Stated, given: Stated) -> bool:
    """The value taken back, whose unit may be left out ("forget the 80" for 80%)."""
    bare = not value.unit and given.unit == "%" and value.number is not None and value.number >= SURE
    return value.same(given) or (bare and value.number == given.number)


def _alike(one: frozenset[str], other: frozenset[str]) -> int:
    """Words in common, numbers aside."""
    return sum(not word.isdigit() for word in one & other)


def _is_of_all(value: Stated, plain: str) -> bool:
    """The number stands there as that of all of them ("all 95", 全95台): no other matter has just as many."""
    return any(
        value.same(other) and ALL_OF.search(plain[: other.start]) is not None for other in values_in(plain)
    )


def _needed(value: Stated) -> int:
    """Words in common, counted twice between the two sentences, from which a value is of one matter."""
    if value.day and value.month:
        return 0
    return 1 if value.unit or (value.number or 0) >= LONG else 2


def _may_refute(earlier: Said, later: Said) -> bool:
    return (
        earlier.remark is not later.remark
        and stand_apart(earlier.remark, later.remark)
        and comes_before(earlier, later)
    )


def _days(plain: str) -> list[Stated]:
    return [value for value in values_in(plain) if value.is_date and value.day]


def _dates(plain: str) -> list[Stated]:
    """Days and months."""
    return [value for value in values_in(plain) if value.is_date]


def _near(known: Sequence[Stated], days: Sequence[Stated]) -> bool:
    """Within two months of each other by the calendar, where both name the month."""
    gaps = [abs(a.month - b.month) for a in known for b in days if a.month and b.month]
    return not gaps or min(min(gap, 12 - gap) for gap in gaps) <= 2


def _events(plain: str) -> frozenset[str]:
    language = "ja" if is_japanese(plain) else "en"
    found = (m[0] for frame in frames(PACKAGE, FILE, language, "event") for m in frame.finditer(plain))
    return frozenset(word.casefold().rstrip("s") for word in found)


def _fits(key: str, text: str) -> bool:
    return any(
        frame.search(text) for language in ("ja", "en") for frame in frames(PACKAGE, FILE, language, key)
    )
