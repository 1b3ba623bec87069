"""`read_items`: goals and actions, read into typed parts. Deterministic, no model, no network.

Texts go through the steps together, a step at a time: patterns and word lists of one step stay in the processor's
cache while all texts pass it, which makes a list of texts about a third cheaper than one text after the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from agent.calendar import Folded, fold
from agent.goals.clauses import loose_clauses
from agent.goals.context import GoalContext
from agent.goals.deliverables import deliverable_span
from agent.goals.dues import due_span, read_due, unset_times
from agent.goals.methods import method_span
from agent.goals.metrics import Head, heads, metric_span, whole_name
from agent.goals.outcomes import outcome_class, said_outright
from agent.goals.owners import OwnerFound, owner_of, settled
from agent.goals.placed import Placed
from agent.goals.promises import contradiction_of
from agent.goals.reading import Due, ItemReading, OutcomeClass, Owner
from agent.goals.reviews import review_span
from agent.goals.scan import Scan
from agent.goals.second_opinion import Opinion, Situation, opinion_on
from agent.goals.targets import Targets, read_targets
from agent.goals.tempered import baseline_of, class_of, method_of
from agent.goals.unscaled import is_unscaled
from agent.goals.vagueness import MEANS_NOTHING_ALONE, loose_words, unpinned
from agent.goals.vagueness_en import is_idiom
from agent.goals.worded_presents import worded_present

Span = tuple[int, int]
_TOGETHER = 128
"""Texts that go through the steps at a time: enough to gain by it, few enough to hold."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A text to read: `language` is "ja" or "en" (the text's, not the plan's); `context.kind` says goal or action."""

    text: str
    language: str
    context: GoalContext


def read_item(text: str, language: str, context: GoalContext, *, weighed: bool = False) -> ItemReading:
    """The reading of one goal or action, as `read_items` gives it."""
    (reading,) = read_items([Asked(text, language, context)], weighed=weighed)
    return reading


def read_items(asked: Sequence[Asked], *, weighed: bool = False) -> list[ItemReading]:
    """The reading of each text, in their order; offsets count code points of the text.

    Nothing is guessed: a part that the words do not give is None. `weighed` lets the fitted second opinion overrule
    the rules; it was fitted on cells of plans, so sentences of notes are read without it.
    """
    texts = iter(asked)
    readings: list[ItemReading] = []
    while batch := list(islice(texts, _TOGETHER)):
        readings += _through(batch, weighed)
    return readings


def _through(batch: Sequence[Asked], weighed: bool) -> Iterator[ItemReading]:
    works = [_looked_over(one) for one in batch]
    if weighed:
        for work in works:
            work.opinion = opinion_on(work.scan)
    for step in (_measured, _dated, _how, _whose, _overruled, _left_behind, _loose, _classed, _promised):
        for work in works:
            step(work)
    return map(_reading, works)


@dataclass(slots=True)
class _Work:
    """A text on its way: every step fills the parts it reads. Spans are of the folded text."""

    asked: Asked
    folded: Folded
    scan: Scan
    opinion: Opinion | None = None
    seen: list[float] = field(default_factory=list)  # what is judged by, when it is weighed
    targets: Targets = field(init=False)
    heads: list[Head] = field(init=False)
    metric: Span | None = None
    due: Due = field(init=False)
    when: Span | None = None
    method: Span | None = None
    review: Span | None = None
    owner: OwnerFound | None = None
    output: Span | None = None
    loose: list[Span] = field(default_factory=list)
    vague: list[Span] = field(default_factory=list)
    unscaled: bool = False
    kind: OutcomeClass = "other"
    baseline: Span | None = None
    broken_promise: str | None = None  # why

    @property
    def told(self) -> list[Span]:
        """How it is measured, when it is looked at and whose it is."""
        return [
            span
            for span in (self.method, self.review, self.owner[1:] if self.owner else None)
            if span is not None
        ]


def _looked_over(asked: Asked) -> _Work:
    folded = fold(asked.text.replace("\t", "|"))  # cells of a row
    return _Work(asked, folded, Scan.of(folded.text, asked.language, asked.context))


def _measured(work: _Work) -> None:
    work.targets = read_targets(work.scan)
    work.heads = heads(work.scan)
    work.metric = metric_span(work.scan, work.targets, work.heads)


def _dated(work: _Work) -> None:
    work.due = read_due(work.scan)
    work.when = due_span(work.scan, work.due)


def _how(work: _Work) -> None:
    work.method, work.review = method_span(work.scan, work.targets), review_span(work.scan)


def _whose(work: _Work) -> None:
    work.owner = owner_of(work.scan)


def _overruled(work: _Work) -> None:
    """What the second opinion makes of review, owner, due date and method."""
    opinion, scan = work.opinion, work.scan
    if opinion is None:
        return
    work.seen = opinion.seen(
        Situation(
            scan.is_goal,
            len(opinion.scores.tokens),
            work.metric is not None,
            _target_span(work.targets) is not None,
            work.method is not None,
            work.due.kind,
        )
    )
    work.review = opinion.part("review", work.review)
    work.owner = settled(scan, work.owner, opinion.owner(work.owner))
    others = [(mention.start, mention.end) for mention in scan.mentions if mention.last] + unset_times(scan)
    work.due, work.when = opinion.due(work.due, work.when, others)
    taken = [span for span in (work.owner[1:] if work.owner else None, work.when) if span is not None]
    work.method = method_of(
        scan,
        work.method,
        opinion.judged_part("method", work.method, work.seen),
        work.metric,
        taken,
        work.review,
    )


def _left_behind(work: _Work) -> None:
    work.output = None if work.scan.is_goal else deliverable_span(work.scan)


def _loose(work: _Work) -> None:
    scan, targets, has_output = work.scan, work.targets, work.output is not None
    work.loose = loose_words(scan, work.told, has_output)
    work.vague = unpinned(scan, targets, work.loose)
    if not work.vague and (work.metric is None or not scan.is_goal or targets.target is not None):
        work.vague = loose_clauses(scan, targets, work.told, has_output)
    work.unscaled = scan.is_goal and is_unscaled(scan, targets, work.metric, _meant(scan, work.vague))
    if work.opinion and not any(is_idiom(scan, span) for span in work.vague):
        work.vague = work.opinion.vague(work.vague, work.seen)
    if work.opinion and scan.is_goal:
        work.unscaled = work.opinion.judged("qualitative_without_scale", work.unscaled, work.seen)
    work.vague = _meant(scan, work.vague)


def _meant(scan: Scan, vague: list[Span]) -> list[Span]:
    """Not "he" is loose but what he is to do."""
    nothing_alone = any(MEANS_NOTHING_ALONE.fullmatch(scan.text, *span) for span in vague)
    return [(0, len(scan.text))] if nothing_alone else vague


def _classed(work: _Work) -> None:
    """Business result or not, where it stands today, and what will exist afterwards."""
    scan, targets, opinion = work.scan, work.targets, work.opinion
    if scan.is_goal:
        work.kind = outcome_class(scan, targets, work.heads, work.metric, work.told)
    work.baseline = _baseline_span(targets) or (worded_present(scan) if scan.is_goal else None)
    if opinion is None:
        return
    work.baseline = baseline_of(scan, targets, work.baseline, opinion.part("baseline", work.baseline))
    if scan.is_goal:
        work.kind = said_outright(scan, targets, work.told) or class_of(opinion, work.kind, work.metric)
    else:
        work.output = opinion.deliverable(work.output)


def _promised(work: _Work) -> None:
    work.broken_promise = contradiction_of(work.scan, work.targets, work.due)


def _reading(work: _Work) -> ItemReading:
    scan, targets, vague = work.scan, work.targets, work.vague
    place = Placed(work.folded, work.asked.text)
    return ItemReading(
        text=work.asked.text,
        language=scan.language,
        kind=scan.context.kind,
        vague=tuple(place("vague", span) for span in vague),
        pinned=tuple(place("pinned", span) for span in work.loose if span not in vague),
        metric=place("metric", whole_name(scan, work.metric)) if work.metric else None,
        target=place.optional("target", _target_span(targets)),
        target_value=place.quantity("target", targets.target),
        baseline=place.optional("baseline", work.baseline),
        baseline_value=place.quantity("baseline", targets.baseline) if work.baseline else None,
        method=place.optional("method", work.method),
        due=replace(work.due, part=place.optional("due", work.when)),
        owner=_owner(scan, work.owner, place),
        review=place.optional("review", work.review),
        deliverable=place.optional("deliverable", work.output),
        outcome=work.kind == "outcome",
        outcome_class=work.kind,
        qualitative_without_scale=work.unscaled,
        contradicts_promise=work.broken_promise,
        not_metric=tuple(place("not_metric", span) for span in scan.not_metric),
        parts_count=len(scan.items),
    )


def _target_span(targets: Targets) -> tuple[int, int] | None:
    if targets.target is not None:
        return targets.target.start, targets.target.end
    return targets.state


def _baseline_span(targets: Targets) -> tuple[int, int] | None:
    if targets.baseline is not None:
        return targets.baseline.start, targets.baseline.end
    return targets.nothing_today


def _owner(scan: Scan, found: OwnerFound | None, place: Placed) -> Owner:
    if found is None:
        return Owner("none")
    kind, start, end = found
    part = place("owner", (start, end))
    around = scan.text[max(0, start - 12) : end + 2].lower()
    us = any(word in around for word in ("csm", "当社", "弊社", "our "))
    customer = any(word in around for word in ("様", "御社", "貴社", "customer", "client"))
    return Owner(
        kind, part.text, part, "us" if us and not customer else "customer" if customer and not us else None
    )
