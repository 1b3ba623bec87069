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
    r"解約(?!率?を?(?:見|防止策))|チャーン|NRR|GRR|ARR(?![a-z])|MRR|アップセル|クロスセル|契約更新|更新率|追加ライセンス|追加発注|ご発注|ヘルススコア|上位プラン|エクスパンション|(?<![a-z])(?:churn(?:s|ed|ing)?|nrr|grr|arr|mrr|upsells?|cross-sell|renewal rate|renew(?:s|al)?|health score|expansion|retention r(?:ate|isk)|cancellation risk|non-renewal|risk of cancellation|net revenue retention)(?![a-z])|離反|失注|不更新",
    re.I,
)
_AT_RISK = re.compile(
    r"(?:解約|チャーン|離反|失注|不更新)(?:の)?(?:リスク|恐れ|おそれ|懸念|可能性|兆候)"
    r"|(?<![a-z])(?:churn|renewal|retention|cancellation|non-renewal)[ -](?:risks?|threats?)(?![a-z])|risks? of (?:churn(?:ing)?|non-renewal|cancellation)(?![a-z])",
    re.I,
)
"""That an account may leave is our worry, however much it sounds like a result."""


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
    if read.is_goal and (
        _AT_RISK.search(reading.text)
        or (not reading.outcome and (reading.outcome_class == "vendor" or _OURS.search(reading.text)))
    ):
        found = _OURS.search(reading.text)
        if found:
            yield Hit(Part("vendor", found.start(), found.end(), found.group()), {"words": found.group()})


def activity_only(read: Read) -> Iterator[Hit]:
    """R03: use or activity is counted instead of what it brings the customer."""
    reading = read.reading
    if read.is_goal and reading.outcome_class in ("usage", "activity") and reading.metric is not None:
        yield Hit(reading.metric, {"metric": _thing_counted(read)})


_QUANTIFIER = re.compile(r"(?:all|every|each|any|both|全員|全て|すべて|全部|全|各)", re.I)
_WORDS = 4  # of the thing named behind "all"


def _thing_counted(read: Read) -> str:
    """The metric in words that stand alone: "all jobs in the tool", or its column, for a bare "all"."""
    metric = read.reading.metric
    if metric is None:
        return ""
    if not _QUANTIFIER.fullmatch(metric.text.strip()):
        return metric.text
    behind = (
        re.match(r"[^、。,;.\n]*", read.reading.text[metric.start :]) if metric.end > metric.start else None
    )
    words = behind.group().strip() if behind else ""
    short = " ".join(words.split()[:_WORDS]) if words.isascii() else words[:20]
    return read.item.fields.get("metric", "").strip() or short or metric.text


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
