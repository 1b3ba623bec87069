"""`due_of`: the date by which a matter's target is to be reached, as its sentences give it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from agent.calendar import Anchor
from agent.drafting.notes.goals.dates import dates_in
from agent.drafting.notes.goals.due_told import says_no_date
from agent.drafting.notes.goals.just_past import has_just_passed
from agent.drafting.notes.goals.neighbours import says_of_goals
from agent.drafting.notes.goals.past_times import limiting
from agent.drafting.second_reading.threads.matters import Matter
from agent.renewal.remarks import Remark
from agent.renewal.when import When
from connectors.language import JAPANESE

POINTS_BACK = re.compile(
    r"^\W*(?:そこ|それ|そのとき|その日|ここ)(?:が|を|まで)[^。]{0,6}(?:締|期日|期限|勝負|ゴール|に)|\b(?:that is|that['’]s|so that is) the (?:line|date|deadline|limit)\b",
    re.I,
)
"""The date in the sentence before is the limit."""
IN_ONE = re.compile(
    r"(?:そこ|それ)(?:を|が|まで)[^。]{0,6}(?:期日|期限|締|に)|(?:期日|期限|締め?切?り?|締め|時期)(?:は|=|＝|:|：)|\b(?:date|deadline|due)\b ?[=:]|so that is the line",
    re.I,
)
LIMIT_BEHIND = re.compile(r"^(?:末)?(?:まで|中|いっぱい|内|には|に[^会伺訪送]|で(?!す)|の単月|。|」|$|、)")
LIMIT_BEFORE = re.compile(
    r"\b(?:by|before|until|till|no later than|end of|in|come|due|said) (?:the )?$", re.I
)
FAR = 4
"""Lines behind the matter in which its date may be told."""
LEAST = 2
SHORT = 26
"""Characters of a line that says little else."""


@dataclass(frozen=True, slots=True)
class _Date:
    points: int
    place: int
    remark: Remark
    when: When


def due_of(matter: Matter, anchor: Anchor) -> tuple[Remark, When] | None:
    """The remark and its date to come that most speaks of a limit, the latest of equals; None where none does.

    What is dated in the line that only says where things stand is no limit, nor a date of a day on which there was none.
    """
    lines, last = matter.lines, matter.last
    near = range(matter.first, min(len(lines), last + FAR + 1))
    none = [lines[place].day for place in near if place <= last + 1 and says_no_date(lines[place].text)]
    found = [
        date
        for place in near
        if place != matter.stands.place or place == matter.aimed.place
        for date in _dates(matter, place, anchor)
        if all(day is not None and date.remark.day is not None and date.remark.day > day for day in none)
    ]
    best = max(found, key=lambda date: (date.points, date.place), default=None)
    return (best.remark, best.when) if best is not None and best.points >= LEAST else None


def _dates(matter: Matter, place: int, anchor: Anchor) -> list[_Date]:
    line = matter.lines[place]
    day = line.day or anchor.as_of
    dates = limiting(line.text, dates_in(line.text, line.day, anchor), line.day)
    figure = matter.aimed.span if place == matter.aimed.place else None
    ahead = [
        when
        for when in dates
        if when.last > day
        and not has_just_passed(when, line.text, day)
        and not (figure and when.start < figure.end and figure.start < when.end)
    ]
    if not ahead:
        return []
    return [_Date(max(_points(matter, place, when) for when in ahead), place, line, ahead[-1])]


def _points(matter: Matter, place: int, when: When) -> int:
    lines = matter.lines
    text = lines[place].text
    following = lines[place + 1].text if place + 1 < len(lines) else ""
    asked = place > 0 and says_of_goals("asks_due", lines[place - 1].text)
    behind, before = text[when.end :], text[: when.start]
    points = 3 * (POINTS_BACK.search(following) is not None or IN_ONE.search(text) is not None)
    points += 2 * (place == matter.aimed.place) + 2 * asked
    points += 2 * (LIMIT_BEHIND.match(behind) is not None or LIMIT_BEFORE.search(before) is not None)
    points -= 3 * says_of_goals("not_due", text)
    return points - (place > matter.last and len(text) > SHORT * (1 if JAPANESE.search(text) else 2))
