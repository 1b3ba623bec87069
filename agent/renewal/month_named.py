"""A day without its month, read in the month that the talk right before it is in: "on the 25th of November. Papers by the 11th."."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from agent.calendar import Anchor
from agent.renewal.remarks import Remark
from agent.renewal.when import When, read_when

REACH = 3
"""Remarks before it among which the month may be named."""
MONTH = re.compile(
    r"\d{1,2}\s*月|[一二三四五六七八九十]月|\d{1,2}/\d{1,2}|今月|来月|翌月|再来月|"
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|\b(?:this|next) month\b"
)
LONGEST = 31
"""Days that what names the month may last."""


def in_named_month(
    dates: Sequence[When], remark: Remark, before: Sequence[Remark], anchor: Anchor
) -> list[When]:
    """The dates, those without a month in the month of the last date told within reach where that lies later.

    `before` are the remarks before it in its document, the nearest first.
    """
    if not any(_without_month(when, remark.text) for when in dates):
        return list(dates)
    month = _month_told(remark, before, anchor)
    if month is None:
        return list(dates)
    return [_moved(when, month) if _without_month(when, remark.text) else when for when in dates]


def _without_month(when: When, text: str) -> bool:
    return when.rule == "day_of_month" and not MONTH.search(text[: when.end])


def _month_told(remark: Remark, before: Sequence[Remark], anchor: Anchor) -> dt.date | None:
    """The first day of the month that the nearest remark with a date to come is about."""
    for said in before[:REACH]:
        if said.document is not remark.document or said.day != remark.day:
            return None
        told = [w for w in read_when(said.text, said.day, anchor) if not _without_month(w, said.text)]
        ahead = [
            w for w in told if w.first > (said.day or anchor.as_of) and (w.last - w.first).days <= LONGEST
        ]
        if ahead:
            return ahead[-1].first.replace(day=1)
    return None


def _moved(when: When, month: dt.date) -> When:
    """The same day of the later month."""
    number = when.first.day
    if (when.first.year, when.first.month) >= (month.year, month.month):
        return when
    if number > calendar.monthrange(month.year, month.month)[1]:
        return when
    day = month.replace(day=number)
    return replace(when, iso=day.isoformat(), first=day, last=day)
