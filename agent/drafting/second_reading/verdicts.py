"""What the rules saw in each remark: the kinds of entries that cite it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from agent.drafting.notes.read import NotesReading
from agent.models.evidence import Citation
from agent.models.plan import KeyPerson
from agent.renewal import RenewalReading
from agent.renewal.remarks import Remark

Seen = tuple[str, Citation]


def verdicts(
    people: Sequence[KeyPerson], renewal: RenewalReading, notes: NotesReading, remarks: Sequence[Remark]
) -> list[tuple[str, ...]]:
    """Kinds the rules saw, a tuple a remark, in the remarks' order, each kind once."""
    by_source: dict[str, list[Seen]] = {}
    for kind, citation in _cited(people, renewal, notes):
        by_source.setdefault(citation.source_id, []).append((kind, citation))
    return [
        tuple(
            dict.fromkeys(
                kind
                for kind, citation in by_source.get(remark.document.source_id, ())
                if overlaps(citation, remark)
            )
        )
        for remark in remarks
    ]


def overlaps(citation: Citation, remark: Remark) -> bool:
    """The citation quotes some of the remark's words."""
    return (
        citation.source_id == remark.document.source_id
        and citation.start < remark.end
        and citation.end > remark.start
    )


def _cited(
    people: Sequence[KeyPerson], renewal: RenewalReading, notes: NotesReading
) -> Iterator[tuple[str, Citation]]:
    path, budget = renewal.decision_path, renewal.budget
    for person in people:
        yield from _with(f"role {person.role}", person.citations)
    for step in path.steps:
        yield from _with("step", step.citations)
    if path.decider_persona:
        yield from _with("persona", path.decider_persona.citations)
    for slot in (budget.request_window, budget.decision_body, budget.decision_date):
        if slot is not None:
            yield from _with("budget", slot.citations)
    for tool in notes.tools:
        yield from _with("tool", tool.citations)
    for promise in notes.promises:
        yield from _with("promise", promise.citations)
    for entry in notes.commitments:
        yield from _with("commit_us" if entry.who == "us" else "commit_them", entry.citations)
    for goal in notes.goals:
        yield from _with("goal", goal.citations)
    for risk in notes.risks:
        yield from _with(f"risk:{risk.kind}", risk.citations)
    for claim in notes.expansion:
        yield from _with("expansion", claim.citations)
    for clash in notes.contradictions:
        yield from _with("clash", (clash.a, clash.b))


def _with(kind: str, citations: Iterable[Citation]) -> Iterator[tuple[str, Citation]]:
    return ((kind, citation) for citation in citations)
