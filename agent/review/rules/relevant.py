"""R: whether it matters to the customer's business."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from agent.goals import Part
from agent.models.evidence import Claim, ClaimKind
from agent.models.finding import Severity
from agent.review.item import is_unknown
from agent.review.rule import Hit, Read, Rule, Whole

_OURS = re.compile(
    r"解約(?!率?を?(?:見|防止策))|チャーン|NRR|GRR|ARR(?![a-z])|MRR|アップセル|クロスセル|契約更新|更新率|追加ライセンス|追加発注|ご発注|ヘルススコア|上位プラン|エクスパンション|(?<![a-z])(?:churn|nrr|grr|arr|mrr|upsells?|cross-sell|renewal rate|renew(?:s|al)?|health score|expansion|retention rate|net revenue retention)(?![a-z])",
    re.I,
)


def no_objective(whole: Whole) -> Iterator[Hit]:
    """R01: the plan links the goal to no business objective of the customer."""
    if whole.plan is not None:
        for at, goal in enumerate(whole.plan.goals):
            if not goal.business_objective:
                yield Hit(None, {}, f"{_path(whole, at)}.business_objective")
        return
    for read in whole.goals:
        if "objective" in read.item.fields and is_unknown(read.item.fields["objective"]):
            yield Hit(None, {}, read.item.path)


def _path(whole: Whole, at: int) -> str:
    return whole.goals[at].item.path


def our_terms_only(read: Read) -> Iterator[Hit]:
    """R02: the goal is ours (解約率, NRR, アップセル), not the customer's."""
    reading = read.reading
    if (
        read.is_goal
        and not reading.outcome
        and (reading.outcome_class == "vendor" or _OURS.search(reading.text))
    ):
        found = _OURS.search(reading.text)
        if found:
            yield Hit(Part("vendor", found.start(), found.end(), found.group()), {"words": found.group()})


def activity_only(read: Read) -> Iterator[Hit]:
    """R03: use or activity is counted instead of what it brings the customer."""
    reading = read.reading
    if read.is_goal and reading.outcome_class in ("usage", "activity") and reading.metric is not None:
        yield Hit(reading.metric, {"metric": reading.metric.text})


def insight_without_fact(whole: Whole) -> Iterator[Hit]:
    """R04: an implication that rests on no cited fact of this account."""
    if whole.plan is None:
        return
    information = whole.plan.account_information
    known = {claim.id for claim in _facts(whole)}
    for at, claim in enumerate(information.implications):
        cited = bool(claim.citations) or any(premise in known for premise in claim.premises)
        if claim.kind is not ClaimKind.HUMAN and not cited:
            yield Hit(None, {"text": claim.text}, f"account_information.implications[{at}]")


def _facts(whole: Whole) -> Iterator[Claim]:
    if whole.plan is None:
        return
    for value in _claims(whole.plan):
        if value.kind is ClaimKind.FACT:
            yield value


def _claims(node: object) -> Iterator[Claim]:
    """Every claim inside a plan, in the order of its fields."""
    if isinstance(node, Claim):
        yield node
    elif isinstance(node, BaseModel):
        for name in type(node).model_fields:
            yield from _claims(getattr(node, name))
    elif isinstance(node, list):
        for entry in node:
            yield from _claims(entry)


RELEVANT = (
    Rule("R01", Severity.WARNING, whole=no_objective),
    Rule("R02", Severity.WARNING, our_terms_only),
    Rule("R03", Severity.INFO, activity_only),
    Rule("R04", Severity.WARNING, whole=insight_without_fact),
)
