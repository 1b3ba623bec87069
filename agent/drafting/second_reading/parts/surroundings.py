"""A goal's own sentences and those around them, with the figures and dates in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from agent.calendar import Anchor
from agent.drafting.notes.goals.dates import dates_in
from agent.drafting.notes.goals.figures import Figures, read_figures
from agent.drafting.notes.goals.values import context_of
from agent.drafting.second_reading.parts.spans import Span, spans_of
from agent.renewal.remarks import Remark
from agent.renewal.when import When
from agent.sentence_kinds.concepts import Language
from connectors.language import JAPANESE

BEFORE, AFTER = 3, 2
"""Sentences of the same source around a goal's own that may tell its parts."""
OWN, NUMBER, DATE = "\ue001", "\ue002", "\ue003"
"""Stand for the figure looked at, for the others and for dates where words beside a figure are looked at."""


@dataclass(frozen=True)
class Told:
    """A sentence with its distance to the goal's own sentences (0: one of them), its figures and its dates."""

    remark: Remark
    distance: int
    anchor: Anchor

    @cached_property
    def figures(self) -> Sequence[Span]:
        return spans_of(self.remark.text)

    @cached_property
    def dates(self) -> Sequence[When]:
        return tuple(dates_in(self.remark.text, self.remark.day, self.anchor))

    @property
    def day(self) -> dt.date:
        """The day it was said."""
        return self.remark.day or self.anchor.as_of

    @property
    def language(self) -> Language:
        return "ja" if JAPANESE.search(self.remark.text) else "en"

    @cached_property
    def rules(self) -> Figures:
        """What the rules for goals read in the sentence alone."""
        return read_figures([self.remark.text], self.language, context_of(self.anchor, self.remark.day))

    def masked(self, start: int, end: int) -> tuple[str, str]:
        """The words before and after a stretch of the sentence, other figures and dates each as one letter."""
        marks = [
            (date.start, date.end, DATE) for date in self.dates if date.end <= start or end <= date.start
        ]
        for span in self.figures:
            if (span.end <= start or end <= span.start) and all(
                span.end <= a or b <= span.start for a, b, _ in marks
            ):
                marks.append((span.start, span.end, NUMBER))
        text, before, after = self.remark.text, "", ""
        at = 0
        for a, b, mark in [*sorted(marks), (len(text), len(text), "")]:
            piece = text[at:a]
            if at <= start <= a:
                before += text[at:start]
                after += text[end:a] if end <= a else ""
            elif a <= start:
                before += piece
            else:
                after += piece
            if b <= start:
                before += mark
            else:
                after += mark
            at = max(at, b)
        return before, after


def surroundings(own: Sequence[Remark], remarks: Sequence[Remark], anchor: Anchor) -> list[Told]:
    """The goal's own sentences and those up to BEFORE and AFTER them in the same source, in order."""
    document = own[0].document
    lines = [remark for remark in remarks if remark.document is document]
    places = [place for place, remark in enumerate(lines) if remark in own]
    if not places:
        return [Told(remark, 0, anchor) for remark in own]
    told = []
    for place in range(max(0, min(places) - BEFORE), min(len(lines), max(places) + AFTER + 1)):
        distance = min((place - own_place for own_place in places), key=abs)
        if -BEFORE <= distance <= AFTER:
            told.append(Told(lines[place], distance, anchor))
    return told
