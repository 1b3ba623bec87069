"""`matters_in`: where a measure stands and what it is to reach, joined across the sentences of a talk or a note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from agent.calendar import Anchor
from agent.drafting.notes.goals.groups import group_in
from agent.drafting.notes.goals.measures import goes_with, is_bare
from agent.drafting.notes.goals.neighbours import says_of_goals
from agent.drafting.notes.goals.phrases import STRONG, Told, measured_in, topic_in
from agent.drafting.notes.goals.subjects import tokens
from agent.drafting.second_reading.parts.spans import unit_class
from agent.drafting.second_reading.threads.levels import (
    SHARE_OF,
    Level,
    Role,
    asked_in,
    comparable,
    ends_open,
    levels_of,
)
from agent.renewal.remarks import Remark
from connectors.interface import BlockKind
from connectors.language import JAPANESE

APART = 8
"""Lines between where something stands and what it is to reach."""
AFTER = 3
"""Lines after the target in which the level is only told then."""
ABOVE = 3
"""Lines above that may name the measure."""
GOES_ON = 5
"""Lines in which an answer may come, and the next figure of a bargain."""
HERE, THERE, BETWEEN, OVER = 2.0, 1.75, 1.0, 1.0
"""Points of words in the target's line, in the level's, between them and above."""
SENTENCE = 6
"""Characters of a cell that says something."""
RUN = 2
"""Lines from one level to the next of the same go."""
SHORT = 24
"""Characters of a line that only names the matter."""

SAME = re.compile(
    r"同じ(?:で(?:いい|よい|結構|お願い|行|い)|く|狙い|目標|数字|線)|同様(?:に|で|です)|も(?:同じ|同様|一緒)|\b(?:the )?same (?:for|goes for|again|there|target|number|with)\b|\bditto\b",
    re.I,
)
PERSON = re.compile(
    r"(?:さん|様|氏|[部課係室所店局班次支社]長|主任|リーダー|チーフ)$|以外$|^(?:キックオフ|定例|会議|morning|afternoon|hello|thanks)\b",
    re.I,
)
POINTS_BACK = re.compile(r"(?:such|that|this|those|these) |その|この")


@dataclass(frozen=True, slots=True)
class Matter:
    """What is measured, from where to where, and the lines that tell of it, in order; `lines` goes on behind them."""

    metric: str | None
    stands: Level
    aimed: Level
    lines: Sequence[Remark]
    levels: tuple[float, ...] = ()
    """Every level of the same go: none of them is aimed at."""
    again: int | None = None
    """Place of the line that sets the figure of another matter for this one too."""

    @property
    def first(self) -> int:
        return min(self.stands.place, self.aimed.place)

    @property
    def last(self) -> int:
        return self.again or max(self.stands.place, self.aimed.place)


@dataclass(frozen=True, slots=True)
class Note:
    """The lines of one source with the figures in them whose part is told."""

    lines: Sequence[Remark]
    levels: Sequence[Level]


def notes_of(remarks: Sequence[Remark], anchor: Anchor) -> list[Note]:
    """The notes in order, headings and the cells of a table that say nothing left out."""
    notes = []
    for _, group in groupby((r for r in remarks if _tells(r)), key=lambda r: r.document.source_id):
        lines = list(group)
        notes.append(Note(lines, list(_levels(lines, anchor))))
    return notes


def matters_in(notes: Sequence[Note], known: Sequence[str]) -> Iterator[Matter]:
    """The matters of each note in order. `known` are names people go by, which are no measures."""
    for note in notes:
        yield from _of_note(note.lines, note.levels, known)


def _tells(remark: Remark) -> bool:
    if not remark.is_note or remark.kind in (BlockKind.HEADING, BlockKind.FIELD) or remark.quoted:
        return False
    return remark.kind is not BlockKind.TABLE_ROW or len(remark.text.strip()) >= SENTENCE


def _of_note(lines: Sequence[Remark], levels: Sequence[Level], known: Sequence[str]) -> Iterator[Matter]:
    used: set[int] = set()
    told: list[Matter] = []
    for at, level in enumerate(levels):
        if at in used or level.role != "aimed" or _is_set_aside(level.remark):
            continue
        run = [at]
        for later in range(at + 1, len(levels)):
            if levels[later].place - levels[run[-1]].place > GOES_ON:
                break
            same = levels[later].role == "aimed" and comparable(level.span, levels[later].span)
            if same and not _is_set_aside(levels[later].remark) and _bargains(levels[later], level):
                run.append(later)
        aimed = levels[run[-1]]
        stands = stands_for(levels, levels[run[0]])
        if stands is None or stands.span.value == aimed.span.value:
            continue
        metric = _metric(lines, stands, aimed, known)
        if not _of_one(stands, aimed, known):
            continue
        if metric is None and told and _says_same(lines, aimed):
            metric = told[-1].metric
        used.update(run)
        aimed = replace(aimed, subject=aimed.subject or _group_over(lines, stands, aimed))
        of = [one.span.value for one in levels if one.role == "stands" and one.remark is stands.remark]
        values = tuple(value for value in of if value is not None)
        told.append(Matter(_with_group(metric, aimed), stands, aimed, lines, values))
        yield told[-1]
        if (other := _same_again(told[-1], levels, lines)) is not None:
            yield other


def _group_over(lines: Sequence[Remark], stands: Level, aimed: Level) -> str | None:
    """The one of several that the level's line or the short one above it names."""
    first = min(stands.place, aimed.place)
    over = lines[first - 1] if first else None
    short = over is not None and len(over.text) <= SHORT
    return stands.subject or (group_in(over.text) if over is not None and short else None)


def _says_same(lines: Sequence[Remark], aimed: Level) -> bool:
    """The target's line or the one before says that it is the same as before."""
    return any(SAME.search(line.text) for line in lines[max(0, aimed.place - 1) : aimed.place + 1])


def _with_group(metric: str | None, level: Level) -> str | None:
    """The measure of the one of several that the level is of."""
    if metric is None or level.subject is None or level.subject in metric:
        return metric
    japanese = JAPANESE.search(metric) is not None
    return f"{level.subject}の{metric}" if japanese else f"{metric} of {level.subject}"


def _same_again(matter: Matter, levels: Sequence[Level], lines: Sequence[Remark]) -> Matter | None:
    """The matter of another of several for which a line behind sets the same figure ("同じでいい", "same for team B")."""
    metric = matter.metric
    for place in range(matter.aimed.place + 1, min(len(lines), matter.aimed.place + GOES_ON + 1)):
        if not SAME.search(lines[place].text):
            continue
        whose = group_in(lines[place].text) or group_in(lines[place - 1].text)
        stands = next(
            (one for one in levels if one.role == "stands" and whose and one.subject == whose), None
        )
        if stands is None or metric is None or not comparable(stands.span, matter.aimed.span):
            return None
        plain = metric.split("の", 1)[-1] if matter.aimed.subject else metric
        said = replace(matter.aimed, subject=whose)
        return Matter(_with_group(plain, said), stands, said, lines, again=place)
    return None


def _levels(lines: Sequence[Remark], anchor: Anchor) -> Iterator[Level]:
    asks: Role | None = None
    asked = 0
    for place, line in enumerate(lines):
        if (question := asked_in(line.text)) is not None:
            asks, asked = question, place
        near = 0 < place - asked <= GOES_ON and line.side != "us"
        dated = place > 0 and lines[place - 1].block == line.block and ends_open(lines[place - 1], anchor)
        before = lines[place - 1] if place else None
        yield from levels_of(place, line, before, asks if near else None, dated, anchor)


def _bargains(level: Level, first: Level) -> bool:
    """Another line of the same talk, which settles the figure."""
    return level.place != first.place and level.remark.speaker is not None


def stands_for(levels: Sequence[Level], aimed: Level) -> Level | None:
    """The first level of those told before in one go, in the target's own line where it has one; else the one right after."""
    fitting = [one for one in levels if one.role == "stands" and comparable(one.span, aimed.span)]
    fitting = [one for one in fitting if _fits_subject(one, aimed)]
    before = [one for one in fitting if _precedes(one, aimed) and aimed.place - one.place <= APART]
    here = [one for one in before if one.place == aimed.place]
    if before and not here:
        here = before[-1:]
        for one in reversed(before[:-1]):
            here = [one, *here] if here[0].place - one.place <= RUN else here
    if here:
        return here[0]
    after = next((one for one in fitting if 0 <= one.place - aimed.place <= AFTER), None)
    return _meant(levels, aimed) or after


def _meant(levels: Sequence[Level], aimed: Level) -> Level | None:
    """The figure of the line right before, where the target's line says "this" of it."""
    if THIS.search(aimed.remark.text[: aimed.span.start]) is None:
        return None
    told = [one for one in levels if one.role == "told" and aimed.place - one.place == 1]
    return next((one for one in reversed(told) if comparable(one.span, aimed.span)), None)


THIS = re.compile(r"(?:これ|それ|そこ|ここ)(?:を|が|は)|\b(?:this|that|it)\b", re.I)


def _fits_subject(one: Level, other: Level) -> bool:
    """Both are of one of several, where both name one (A班, B班)."""
    return None in (one.subject, other.subject) or one.subject == other.subject


def _precedes(one: Level, other: Level) -> bool:
    return (one.place, one.span.start) < (other.place, other.span.start)


def _is_set_aside(remark: Remark) -> bool:
    """An offer of ours, other houses' figures, old times or jokes."""
    keys = ("of_others", "old_times", "in_fun", "ours")
    return remark.side == "us" or any(says_of_goals(key, remark.text) for key in keys)


def _metric(lines: Sequence[Remark], stands: Level, aimed: Level, known: Sequence[str]) -> str | None:
    told = [
        Told(aimed.remark.text, HERE, (aimed.span.start, aimed.span.end)),
        Told(stands.remark.text, THERE, (stands.span.start, stands.span.end)),
    ]
    first, last = sorted((stands.place, aimed.place))
    told += [Told(r.text, BETWEEN, strong=True) for r in lines[first + 1 : last]]
    above = [r for r in lines[max(0, first - ABOVE) : first] if _is_near(r, lines[first])]
    told += [Told(r.text, OVER, strong=len(r.text) > SHORT) for r in above]
    told += [Told(r.heading, OVER) for r in (stands.remark,) if r.heading and r.speaker is None]
    spoken_of = [
        (stands.remark, True),
        *((r, len(r.text) <= _short(r)) for r in reversed(above)),
        (aimed.remark, False),
    ]
    unit = aimed.span.unit or stands.span.unit
    counted = "" if unit == SHARE_OF else unit
    topics = [topic_in(r.text, known, loosely) for r, loosely in spoken_of]
    named = [w for w in topics if w and not PERSON.search(w) and _may_be(w, counted)]
    if said := next((words for words in named if STRONG.search(words)), None):
        return said
    found = measured_in(told, counted, "", known)
    if found is not None and not is_bare(found) and not POINTS_BACK.match(found) and not PERSON.search(found):
        return found
    return next(iter(named), None) or _taken(stands)


def _may_be(words: str, unit: str) -> bool:
    """A word for a measure itself is one that is counted in the unit."""
    return not unit or not STRONG.search(words) or goes_with(words, unit)


def _taken(stands: Level) -> str | None:
    """What takes so long (見積を出すのに平均2.5日)."""
    found = TAKES.search(stands.remark.text[: stands.span.start])
    if found is None or unit_class(stands.span.unit) != "time":
        return None
    return f"{found['what']}のにかかる{'日数' if '日' in stands.span.unit else '時間'}"


TAKES = re.compile(r"(?P<what>[^、。「」:：]{2,16}(?:る|す|う|く|つ))のに[^、。\d]{0,6}$")


def _short(remark: Remark) -> int:
    return SHORT if JAPANESE.search(remark.text) else 2 * SHORT


def _is_near(remark: Remark, other: Remark) -> bool:
    """In talk and in notes the lines above; in a table the cells of the row."""
    return remark.kind is not BlockKind.TABLE_ROW or remark.block == other.block


def _of_one(stands: Level, aimed: Level, known: Sequence[str]) -> bool:
    """The two lines name no two measures."""
    if stands.place == aimed.place:
        return True
    named = []
    for level in (stands, aimed):
        at = (level.span.start, level.span.end)
        named.append(measured_in([Told(level.remark.text, HERE, at, True)], level.span.unit, "", known))
    return None in named or bool(tokens(named[0] or "") & tokens(named[1] or ""))
