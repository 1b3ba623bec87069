"""Commitments that are nobody's any more: told as done in their own line or before the last meeting, or moved to another day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from agent.drafting.notes.commitments.in_own_words import quoted
from agent.drafting.notes.commitments.no_tasks import is_finished
from agent.drafting.notes.commitments.objects import MOVES, objects_of
from agent.drafting.notes.commitments.tasks import TICKED
from agent.models.plan import Commitment
from agent.renewal.remarks import Remark
from connectors.interface import DocumentKind

MEETINGS = (DocumentKind.NOTE, DocumentKind.TRANSCRIPT)
LONG_AGO = dt.timedelta(days=28)
"""After so long a task that is done is no news, be there a meeting since or not. Own choice."""
DAY = 10  # letters of an ISO day


def still_standing(commitments: Sequence[Commitment], remarks: Sequence[Remark]) -> list[Commitment]:
    """The commitments without those that are closed.

    What was done since the last meeting stays, marked `done`: whoever prepares the next one reports it.
    """
    days = sorted({remark.day for remark in remarks if remark.day})
    meetings = sorted({r.day for r in remarks if r.day and r.document.kind in MEETINGS})
    made = [_made_on(entry, remarks) for entry in commitments]
    return [
        entry
        for entry, day in zip(commitments, made, strict=True)
        if not (entry.done and _is_over(entry, day, days, meetings))
        and not any(
            _moves(other, entry)
            for other, later in zip(commitments, made, strict=True)
            if day is not None and later is not None and later > day
        )
    ]


def _is_over(
    entry: Commitment, made: dt.date | None, days: Sequence[dt.date], meetings: Sequence[dt.date]
) -> bool:
    """Its own line says that it is done, they have met since it was agreed, or that is long ago; not before it is due."""
    words = entry.citations[0].quote
    if TICKED.match(words) or is_finished(words):
        return True
    if made is None or (entry.due is not None and str(entry.due.value) > days[-1].isoformat()):
        return False
    return any(day > made for day in meetings) or days[-1] - made > LONG_AGO


def _made_on(entry: Commitment, remarks: Sequence[Remark]) -> dt.date | None:
    """The day of the line that promises it."""
    return next((remark.day for remark in quoted(entry, remarks) if remark.day), None)


def _moves(later: Commitment, entry: Commitment) -> bool:
    """The same side does the same thing on another day, and says that the day has moved."""
    days = [str(one.due.value) if one.due else "" for one in (entry, later)]
    if later.who != entry.who or days[0] == days[1] or len(days[1]) < DAY:
        return False
    return bool(MOVES.search(later.citations[0].quote) and objects_of(entry.text) & objects_of(later.text))
