"""`find_dates`: every date a text mentions, with the days it covers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from agent.calendar.absolute import absolute_dates
from agent.calendar.anchor import Anchor, DateMention, Direction
from agent.calendar.events import event_dates
from agent.calendar.fiscal_english import fiscal_english
from agent.calendar.fiscal_words import fiscal_dates
from agent.calendar.fold import fold
from agent.calendar.named_days import named_days, numbered_weeks
from agent.calendar.offsets import moved
from agent.calendar.patterns import regex
from agent.calendar.relative import relative_dates
from agent.calendar.weeks_of_month import narrowed

_MAY_HOLD_DATE = regex(
    r"\d|[月期年週日次春夏秋冬末旦]|更新|契約|明け|次回|GW|連休|後|前|Q|half|renewal|week|month|year|quarter|end|jan|feb|mar|apr|may|jun"
    r"|jul|aug|sep|oct|nov|dec|today|tomorrow|term|contract|EO|COB|day|before|after|next|until|upon|once|following|expiry|in ",
    re.I,
)


def find_dates(text: str, anchor: Anchor, direction: Direction = "future") -> list[DateMention]:
    """Dates in text order, none overlapping; offsets count code points of `text` as given.

    `direction` places a date that has no year: "future" the next one on or after as_of (plans),
    "nearest" the one closest to as_of (minutes and mails, as_of = the day they were written), "past" the
    last one on or before as_of. Mentions that do not resolve have resolution "ambiguous" and no days.
    """
    folded = fold(text)
    mentions = dates_in_folded(folded.text, anchor, direction)
    if folded.starts is None:
        return mentions
    return [_as_written(mention, text, *folded.original(mention.start, mention.end)) for mention in mentions]


def dates_in_folded(text: str, anchor: Anchor, direction: Direction = "future") -> list[DateMention]:
    """The same for text that is folded already."""
    if not _MAY_HOLD_DATE.search(text):
        return []
    return moved(text, narrowed(text, _longest(find_in_folded(text, anchor, direction))))


def find_in_folded(text: str, anchor: Anchor, direction: Direction) -> Iterable[DateMention]:
    """All readings, overlapping ones included, of text that is folded already."""
    yield from absolute_dates(text, anchor, direction)
    yield from fiscal_dates(text, anchor)
    yield from fiscal_english(text, anchor)
    yield from relative_dates(text, anchor)
    yield from named_days(text, anchor)
    yield from numbered_weeks(text, anchor)
    yield from event_dates(text, anchor)


def _longest(mentions: Iterable[DateMention]) -> list[DateMention]:
    """Of overlapping readings the longest; of equally long ones the resolved."""
    kept: list[DateMention] = []
    order = sorted(mentions, key=lambda m: (m.start - m.end, m.resolution == "ambiguous", m.start))
    for mention in order:
        if all(mention.end <= other.start or other.end <= mention.start for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.start)


def _as_written(mention: DateMention, text: str, start: int, end: int) -> DateMention:
    return replace(mention, start=start, end=end, text=text[start:end])
