"""Commitments of either side that no rule saw: the sentence, and its due date where it gives one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from agent.calendar import Anchor
from agent.drafting.notes.claims import citation_of, same_matter
from agent.drafting.notes.commitments.due_dates import due_in
from agent.drafting.notes.commitments.no_tasks import is_no_task
from agent.drafting.notes.commitments.read import OPEN_FOR_DAYS
from agent.drafting.notes.commitments.tasks import TICKED
from agent.drafting.second_reading.weighed import Weighed
from agent.models.plan import Commitment
from agent.renewal.remarks import Remark
from agent.renewal.when import when_value

SIDES: tuple[tuple[str, Literal["us", "customer"]], ...] = (("commit_us", "us"), ("commit_them", "customer"))


def weighed_commitments(
    weighed: Weighed, commitments: Sequence[Commitment], anchor: Anchor
) -> list[Commitment]:
    """The commitments that are believed, then those added, ours first."""
    kinds = {side: kind for kind, side in SIDES}
    kept = [entry for entry in commitments if weighed.believed(kinds[entry.who], entry.citations)]
    cited = [citation for entry in commitments for citation in entry.citations]
    for kind, side in SIDES:
        for remark, _ in weighed.added(kind, cited):
            if TICKED.match(remark.text) or is_no_task(remark.text) or _is_old(remark, anchor):
                continue
            entry = _commitment(remark, side, anchor)
            if entry and not any(same_matter(entry.text, known.text) for known in kept):
                kept.append(entry)
    return kept


def _is_old(remark: Remark, anchor: Anchor) -> bool:
    return remark.day is not None and (anchor.as_of - remark.day).days > OPEN_FOR_DAYS


def _commitment(remark: Remark, side: Literal["us", "customer"], anchor: Anchor) -> Commitment | None:
    citation = citation_of(remark)
    if citation is None:
        return None
    when = due_in(remark.text, remark.day, anchor)
    due = when_value(when, citation, remark) if when else None
    return Commitment(who=side, text=citation.quote, due=due, citations=[citation])
