"""`read_item`: one goal or action, read into typed parts. Deterministic, no model, no network."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.calendar import Folded, fold
from agent.calendar.number_words import ONES_EN
from agent.calendar.patterns import regex
from agent.goals.clauses import loose_clauses
from agent.goals.context import GoalContext
from agent.goals.deliverables import deliverable_span
from agent.goals.dues import due_span, read_due
from agent.goals.methods import method_span
from agent.goals.metrics import heads, metric_span, whole_name
from agent.goals.outcomes import outcome_class, said_outright
from agent.goals.owners import OwnerFound, owner_of, settled
from agent.goals.promises import contradiction_of
from agent.goals.quantities import Found
from agent.goals.reading import ItemReading, OutcomeClass, Owner, Part, Quantity
from agent.goals.reviews import review_span
from agent.goals.scan import Scan
from agent.goals.second_opinion import Opinion, opinion_on
from agent.goals.targets import Targets, read_targets
from agent.goals.vagueness import loose_words, unpinned
from agent.goals.vagueness_en import is_idiom
from agent.goals.ways_en import way_en
from agent.goals.ways_ja import way_ja
from agent.goals.worded_presents import worded_present
from agent.goals.words import pattern_of

Span = tuple[int, int]


def read_item(text: str, language: str, context: GoalContext, *, weighed: bool = False) -> ItemReading:
    """The reading of one goal or action; offsets count code points of `text`.

    `language` is "ja" or "en" (the item's, not the plan's); `context.kind` says goal or action. Nothing is
    guessed: a part that the words do not give is None. `weighed` lets the fitted second opinion overrule the rules;
    it was fitted on cells of plans, so sentences of notes are read without it.
    """
    folded = fold(text.replace("\t", "|"))  # cells of a row
    scan = Scan.of(folded.text, language, context)
    opinion = opinion_on(scan) if weighed else None
    place = _Placed(folded, text)
    targets = read_targets(scan)
    found = heads(scan)
    metric = metric_span(scan, targets, found)
    due = read_due(scan)
    when = due_span(scan, due)
    method, review, owner = method_span(scan, targets), review_span(scan), owner_of(scan)
    if opinion:
        method = _method(scan, method, opinion.part("method", method), metric)
        review = opinion.part("review", review)
        owner, (due, when) = (
            settled(scan, owner, opinion.owner(owner)),
            opinion.due(due, when, [(m.start, m.end) for m in scan.mentions if m.last]),
        )
    told = [span for span in (method, review, owner[1:] if owner else None) if span is not None]
    output = None if scan.is_goal else deliverable_span(scan)
    loose = loose_words(scan, told, output is not None)
    vague = unpinned(scan, targets, loose)
    if not vague and (metric is None or not scan.is_goal or targets.target is not None):
        vague = loose_clauses(scan, targets, told, output is not None)
    if opinion and not any(is_idiom(scan, span) for span in vague):
        vague = opinion.vague(vague)
    kind = outcome_class(scan, targets, found, metric, told) if scan.is_goal else "other"
    baseline = _baseline_span(targets) or (worded_present(scan) if scan.is_goal else None)
    if opinion:
        baseline = _present(scan, targets, baseline, opinion.part("baseline", baseline))
        if scan.is_goal:
            kind = said_outright(scan, targets, told) or _weighed(opinion, kind, metric)
        else:
            output = opinion.deliverable(output)
    return ItemReading(
        text=text,
        language=language,
        kind=context.kind,
        vague=tuple(place("vague", span) for span in vague),
        pinned=tuple(place("pinned", span) for span in loose if span not in vague),
        metric=place("metric", whole_name(scan, metric)) if metric else None,
        target=place("target", _target_span(targets)) if _target_span(targets) else None,
        target_value=place.quantity("target", targets.target),
        baseline=place("baseline", baseline) if baseline else None,
        baseline_value=place.quantity("baseline", targets.baseline) if baseline else None,
        method=place.optional("method", method),
        due=replace(due, part=place.optional("due", when)),
        owner=_owner(scan, owner, place),
        review=place.optional("review", review),
        deliverable=place.optional("deliverable", output),
        outcome=kind == "outcome",
        outcome_class=kind,
        qualitative_without_scale=scan.is_goal and _is_unscaled(scan, targets, metric, vague),
        contradicts_promise=contradiction_of(scan, targets, due),
        not_metric=tuple(place("not_metric", span) for span in scan.not_metric),
        parts_count=len(scan.items),
    )


def _method(scan: Scan, said: Span | None, judged: Span | None, metric: Span | None) -> Span | None:
    """A fitted opinion neither drops who checks a Japanese action nor adds a record an English one makes or uses."""
    if said is not None:
        if judged is None and _surely_a_way(scan):
            return said
        return judged if scan.is_goal or scan.language == "en" else said
    if not scan.is_goal and scan.language == "en":
        return None
    if judged is not None and scan.text[slice(*judged)].lower() == "data":
        return None  # empowered by data
    return None if _own_record(scan, judged, metric) else judged


def _surely_a_way(scan: Scan) -> bool:
    """A study, a sample or a scale is named: words that the fit has hardly seen and that mean nothing else."""
    if scan.language == "en":
        return way_en(scan) is not None or _HELD_TO_EN.search(scan.text) is not None
    return way_ja(scan) is not None


_HELD_TO_EN = regex(
    r"(?<![a-z])(?:compared|checked|reconciled|verified|validated|tested|proved) (?:with|against|by means of) (?:a |an |the |our |actual |real )",
    re.I,
)


_PRODUCED = regex(
    r"[^、。\n\d]{0,8}(?:を|の)(?:作|送|提|配|公|展|共|回|整|登|入|設|実施|開|用意|策|渡|納|更|発|出|書|貼|返|届|印刷|刷|掲)|(?:の)?(?:ひな形|雛形|雛型|テンプレ|フォーマット|様式|書式|一覧を|リストを|案を|整備|作成|送付|配布|更新)"
)


_SHARE_OF = regex(r"の?[^、。\n\d]{0,6}(?:率|件数|枚数|数|割合)")


def _own_record(scan: Scan, judged: tuple[int, int] | None, metric: tuple[int, int] | None) -> bool:
    """A record that is itself made (貸出台帳のひな形を送付) or what is measured (資格台帳の登録率), and no source."""
    if judged is None or scan.language == "en":
        return False
    if scan.is_goal:
        inside = metric is not None and metric[0] <= judged[0] and judged[1] <= metric[1]
        return inside and _SHARE_OF.match(scan.text, judged[1]) is not None
    return _PRODUCED.match(scan.text, judged[1]) is not None


def _weighed(opinion: Opinion, kind: OutcomeClass, metric: tuple[int, int] | None) -> OutcomeClass:
    """The class of the goal: the rules', unless the whole text says otherwise of its being a business result.

    Our own figures (NRR, renewals) are told by their names, so they stay as the rules have them.
    """
    if kind == "vendor":
        return kind
    if opinion.is_outcome(kind == "outcome", metric):
        return "outcome"
    return "other" if kind == "outcome" else kind


class _Placed:
    """Puts spans of the folded text back where they stand as written."""

    def __init__(self, folded: Folded, text: str) -> None:
        self._folded, self._text = folded, text

    def __call__(self, label: str, span: tuple[int, int] | None) -> Part:
        assert span is not None
        start, end = span
        end = max(end, start + 1)
        first, last = self._folded.original(start, min(end, len(self._folded.text)))
        return Part(label, first, last, self._text[first:last])

    def optional(self, label: str, span: tuple[int, int] | None) -> Part | None:
        return self(label, span) if span is not None else None

    def quantity(self, label: str, found: Found | None) -> Quantity | None:
        if found is None:
            return None
        part = self(label, (found.start, found.end))
        return Quantity(part, found.value, found.unit, found.dimension, found.high, found.change)


def _target_span(targets: Targets) -> tuple[int, int] | None:
    if targets.target is not None:
        return targets.target.start, targets.target.end
    return targets.state


_AMOUNT = regex(
    rf"\d|[一二三四五六七八九十百千万半]|(?<![a-z])(?:nil|none|no|nothing|{'|'.join(ONES_EN)})(?![a-z])", re.I
)
_A_WEEK = regex(r"(?:. )?(?:an?|half an?) (?:day|week|month|hour|year|quarter|minute)(?![a-z])", re.I)


def _present(scan: Scan, targets: Targets, said: Span | None, judged: Span | None) -> Span | None:
    """A fitted opinion gives up no figure that another is set against (40件から20件), and adds only amounts."""
    if said is not None:
        moved = targets.pair and targets.baseline is not None and targets.target is not None
        return said if moved and targets.target and targets.target.dimension != "all" else judged
    if judged is None:
        return None
    amount = _AMOUNT.search(scan.text, *judged) or _A_WEEK.match(scan.text, max(0, judged[0] - 2))
    return judged if amount else None


def _baseline_span(targets: Targets) -> tuple[int, int] | None:
    if targets.baseline is not None:
        return targets.baseline.start, targets.baseline.end
    return targets.nothing_today


def _owner(scan: Scan, found: OwnerFound | None, place: _Placed) -> Owner:
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


def _is_unscaled(
    scan: Scan, targets: Targets, metric: tuple[int, int] | None, vague: list[tuple[int, int]]
) -> bool:
    """Qualitative without a scale everybody reads alike: nothing counted and no state, or a loose second demand."""
    if metric is None and targets.target is None and targets.state is None:
        return True
    measured = targets.target is not None or targets.state is not None
    if not measured:
        return _second_demand(scan, metric, vague)
    return any(_is_demand(scan, span) for span in vague)


def _second_demand(scan: Scan, metric: tuple[int, int] | None, vague: list[tuple[int, int]]) -> bool:
    """A metric to move, and beside it something loose: 回答率を上げて、声を拾える組織へ."""
    if metric is None:
        return False
    degree = pattern_of(scan.language, "vague", "degree")
    after = [
        span
        for span in vague
        if span[0] > metric[1]
        and not (degree.fullmatch(scan.text, *span) and not scan.text[span[1] :].strip(" .。"))
    ]
    return any(
        re.search(r"(?:し|て|で)、|[。\n;①-⑳]|, | and ", scan.text[metric[1] : span[0]]) for span in after
    )


def _is_demand(scan: Scan, span: tuple[int, int]) -> bool:
    """Loose words that ask for something, other than a loose date."""
    return not pattern_of(scan.language, "vague", "time").fullmatch(scan.text[span[0] : span[1]])
