"""Which figures around a goal are its target and its baseline, by fitted chances."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from agent.calendar import fold
from agent.drafting.notes.goals.figures import DEFINES, DEFINES_EN, Figure
from agent.drafting.notes.goals.no_level import is_refused
from agent.drafting.notes.goals.scopes import counts_no_level
from agent.drafting.notes.goals.told_only import is_only_told
from agent.drafting.second_reading.parts.features import of_figure, of_pair
from agent.drafting.second_reading.parts.fitted import Model, model_of
from agent.drafting.second_reading.parts.spans import Span
from agent.drafting.second_reading.parts.surroundings import Told
from agent.models.evidence import Value
from agent.sentence_kinds.concepts import Language

CHANGE = re.compile(
    r"^(?:ほど|くらい|程度|の|を|分)?(?:減|増|削減|短縮|圧縮|低減|カット|アップ|ダウン|改善|向上|上昇)|^ ?(?:points? )?(?:fewer|less|more|lower|higher|reduction|cut|drop|faster|off)\b"
)
"""Behind a figure that says by how much, not to what."""
BY = re.compile(r"\bby (?:about |around |at least |some |roughly )*$", re.I)
SCALED = re.compile(r"半$|[万億千百]|\d ?(?:k|m|bn|million|thousand|lakh|crore)\b", re.I)
"""Printed in two units, with a scale: kept as words."""
NO_TARGET = frozenset(("t none",))
Models = Callable[[str, Language], Model]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A figure of the sentence at `place`, with the chance that it plays its part."""

    place: int
    span: Span
    chance: float


def likeliest_target(told: Sequence[Told], models: Models = model_of) -> Chosen | None:
    """The figure that is likeliest to be reached; None where none is printed."""
    aims = [
        Chosen(place, span, models("target", told[place].language).chance(of_figure(told, place, span)))
        for place, span in _figures(told)
        if not _only_told(told[place].remark.text, span)
    ]
    return max(aims, key=lambda chosen: chosen.chance, default=None)


def _only_told(text: str, span: Span) -> bool:
    """A figure of what was found, of a sample, or of the case that a clause beside speaks of: nothing to be reached."""
    if is_refused(text[: span.start], text[span.end :]):
        return True
    if DEFINES.match(text, span.end) or DEFINES_EN.search(text[: span.start]):
        return True
    return is_only_told(text, text[: span.start], text[span.end :])


def likeliest_baseline(
    told: Sequence[Told], target: Chosen | None, models: Models = model_of
) -> Chosen | None:
    """The figure that is likeliest to be where things stand, as seen from the target."""
    aim = (target.place, target.span) if target else None
    stood = [
        Chosen(
            place,
            span,
            models("baseline", told[place].language).chance(
                of_figure(told, place, span) | (of_pair(told, place, span, aim) if aim else NO_TARGET)
            ),
        )
        for place, span in _figures(told)
        if (place, span) != aim
    ]
    return max(stood, key=lambda chosen: chosen.chance, default=None)


def printed_as(told: Sequence[Told], value: Value[Any]) -> Chosen | None:
    """The figure of the goal's own sentences that a value of the rules was read from."""
    for place, span in _figures(told):
        same = (
            span.value == value.value if isinstance(value.value, int | float) else span.words in value.value
        )
        if same and told[place].distance == 0:
            return Chosen(place, span, 1.0)
    return None


def _figures(told: Sequence[Told]) -> list[tuple[int, Span]]:
    return [
        (place, span)
        for place, line in enumerate(told)
        for span in line.figures
        if not counts_no_level(line.remark.text, span.start, span.end)
    ]


def figure_of(told: Sequence[Told], chosen: Chosen) -> Figure:
    """The figure as printed, a change with the word for it; its `sentence` is its place in `told`."""
    line, span = told[chosen.place], chosen.span
    twice = len(re.findall(r"\d[\d,.]*", fold(span.words).text)) > 1
    for known in () if twice else line.rules.found:
        if known.change and known.start < span.end and span.start < known.end:
            return Figure(
                chosen.place, known.start, known.end, known.words, known.value, known.unit, known.change, 1, 1
            )
    text = line.remark.text
    change = bool(CHANGE.match(text[span.end :]) or BY.search(text[: span.start]))
    scaled = SCALED.search(span.words)
    end = span.end
    if change and (more := CHANGE.match(text[span.end :])):
        end += more.end()
    value = None if twice or scaled else span.value
    return Figure(
        chosen.place, span.start, end, text[span.start : end].strip(), value, span.unit, change, 1, 1
    )
