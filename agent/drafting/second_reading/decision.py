"""The decision path and the budget's facts once more, by the steps a careful reader would list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from agent.calendar import Anchor
from agent.drafting.second_reading.persona import About, weighed_persona
from agent.drafting.second_reading.steps import DAY, HANDED, day_told, weighed_steps
from agent.drafting.second_reading.weighed import Weighed
from agent.models.evidence import Value
from agent.models.plan import Budget, DecisionStep, KeyPerson
from agent.renewal import RenewalReading
from agent.renewal.approvers import economic_buyer
from agent.renewal.budget import known_decider
from agent.renewal.cues import cues
from agent.renewal.decision_path import Step, step_value
from agent.renewal.holders import BODY, same_body
from agent.renewal.sides import Sides
from agent.renewal.when import when_value

EACH = re.compile(r"各|それぞれ|[Ee]ach\b")
CUES = cues("agent.renewal", "budget_facts")
HANDED_IN = re.compile(
    r"上げ(?:る|ます|て|ま)|提出|出し(?:ます|て|た)|出す|締め?切|まで(?:に|。|$)|\b(?:by|in by|have to be (?:in|with)|submit\w*|hand\w* in|due|deadline|close[sd]?)\b",
    re.I,
)
"""Something has to be together or with somebody on a day."""
GOVERNING = re.compile(
    r"^(?:取締役会|(?:常任|常勤)?理事会|評議員会|総代?会|組合員総会|株主総会|.*議会|(?:the )?(?:main |full |group )?board(?: of directors)?)$",
    re.I,
)
"""Bodies that pass the whole budget after somebody else has decided on its lines."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A step of the plan with what the rules know of it (None: a likely sentence made it), and its cited day."""

    step: DecisionStep
    rule: Step | None
    day: Value[str] | None

    def says(self, cue: str) -> bool:
        """The clause that dates it has words of the cue."""
        dated = self.rule.dated if self.rule is not None else None
        return bool(CUES[cue].search(dated.clause.text if dated else self.step.step))

    @property
    def decides(self) -> bool:
        """The rules read it as the decision."""
        return self.rule is not None and self.rule.kind == "decide"

    @property
    def hands_in(self) -> bool:
        """Something has to be in on its day, as the sentence that dates it tells."""
        dated = self.rule.dated if self.rule is not None else None
        if self.rule is not None and self.rule.kind not in ("papers", "prepare"):
            return False
        told = bool(CUES["handed"].search(dated.remark.text if dated else self.step.step))
        return told or (self.rule is not None and self.rule.kind == "papers")

    @property
    def asks_for_budget(self) -> bool:
        """The budget is asked for, drafted or opened on its day: not decided on, and no papers for a body."""
        if self.rule is not None and self.rule.kind not in ("request", "compile", "prepare"):
            return False
        dated = self.rule.dated if self.rule is not None else None
        text = dated.remark.text if dated else self.step.step
        return bool(CUES["budget"].search(text) and CUES["asked"].search(text))

    def is_before(self, other: Listed | None) -> bool:
        """On an earlier day than the other, or there is no other."""
        return other is None or (self.step.when or "") < (other.step.when or "")


def decision_again(
    weighed: Weighed, renewal: RenewalReading, people: Sequence[KeyPerson], sides: Sides, anchor: Anchor
) -> RenewalReading:
    """The reading with the steps and the persona that the sentences' chances support, budget facts, clocks and schedule that agree."""
    path = renewal.decision_path
    steps = weighed_steps(weighed, path.steps, people, sides, anchor)
    known = {_key(step): rule for step, rule in zip(path.steps, renewal.steps, strict=True)}
    listed = _once_a_day([_listed(step, known.get(_key(step)), weighed, anchor) for step in steps])
    steps = [one.step for one in listed]
    known_to_decide = bool(steps) or economic_buyer(people) is not None
    about = About(weighed, people, steps, sides)
    persona = weighed_persona(weighed, path.decider_persona, about) if known_to_decide else None
    path = path.model_copy(update={"steps": steps, "decider_persona": persona})
    budget, schedule = _budget(renewal.budget, listed, people), renewal.schedule
    if renewal.timing is not None:
        budget, schedule = renewal.timing.of(budget, [(one.step, one.rule) for one in listed])
    return replace(renewal, decision_path=path, budget=budget, schedule=schedule)


def _listed(step: DecisionStep, rule: Step | None, weighed: Weighed, anchor: Anchor) -> Listed:
    if rule is not None:
        return Listed(step, rule, step_value(rule))
    remark = next((weighed.remark(place) for place in weighed.places(step.citations)), None)
    when = day_told(remark, anchor) if remark is not None else None
    day = when_value(when, step.citations[0], remark) if when is not None and remark is not None else None
    return Listed(step, rule, day)


def _once_a_day(listed: Sequence[Listed]) -> list[Listed]:
    """A body's day is one step, however often it was told: of two the one that decides, with the quotes of both."""
    kept: list[Listed] = []
    for one in listed:
        at = next((place for place, other in enumerate(kept) if _is_one_meeting(one, other)), None)
        if at is None:
            kept.append(one)
            continue
        first, second = (one, kept[at]) if one.decides and not kept[at].decides else (kept[at], one)
        quotes = first.step.citations
        both = [*quotes, *(c for c in second.step.citations if c not in quotes)][:4]
        kept[at] = replace(first, step=first.step.model_copy(update={"citations": both}))
    return [
        replace(one, step=one.step.model_copy(update={"order": order})) for order, one in enumerate(kept, 1)
    ]


def _dated_by_handing_in(one: Listed, listed: Sequence[Listed]) -> bool:
    """The day of the decision is told once, in a sentence on another step that something is handed in for: that one's."""
    dated = one.rule.dated if one.rule is not None else None
    if dated is None or not one.decides:
        return False
    told = dated.dated_by
    return HANDED_IN.search(told.text) is not None and any(
        other is not one
        and other.step.when == one.step.when
        and other.rule is not None
        and other.rule.kind in ("request", "papers", "prepare", "compile")
        and other.rule.dated is not None
        and other.rule.dated.dated_by is told
        for other in listed
    )


def _is_one_meeting(one: Listed, other: Listed) -> bool:
    """Both tell of one body on one day, and neither of what has to be handed in then."""
    same = one.step.approver == other.step.approver and one.step.when == other.step.when
    exact = (one.step.when or "").count("-") == DAY
    body = BODY.search(one.step.approver or "") is not None
    return same and exact and body and not any(HANDED.search(each.step.step) for each in (one, other))


def _key(step: DecisionStep) -> tuple[str, tuple[tuple[str, int], ...]]:
    return step.step, tuple((citation.source_id, citation.start) for citation in step.citations)


def _budget(budget: Budget, listed: Sequence[Listed], people: Sequence[KeyPerson]) -> Budget:
    """The facts as the listed steps have them; a body that rests on steps nobody would list is left out."""
    deciding = _deciding(listed, people)
    told = [one for one in listed if one.rule is None and one.step.when and _tells_a_decision(one)]
    decided = next(reversed(deciding or ([] if budget.decision_date else told)), None)
    return budget.model_copy(
        update={
            "request_window": _window(listed, decided),
            "decision_body": _body(budget.decision_body, decided, deciding, listed, people),
            "decision_date": _decided_on(decided, listed) or _unless_handed_in(budget.decision_date, listed),
        }
    )


def _decided_on(decided: Listed | None, listed: Sequence[Listed]) -> Value[str] | None:
    return decided.day if decided is not None and not _dated_by_handing_in(decided, listed) else None


def _unless_handed_in(day: Value[str] | None, listed: Sequence[Listed]) -> Value[str] | None:
    """The day the rules found, unless something is only handed in on it."""
    closing = {one.step.when for one in listed if one.decides and _dated_by_handing_in(one, listed)}
    return None if day is not None and str(day.value) in closing else day


def _deciding(listed: Sequence[Listed], people: Sequence[KeyPerson]) -> list[Listed]:
    """Dated steps at which it is decided: no reports, and no passing of the whole budget by a body that is not the buyer
    where somebody else decides before."""
    dated = [one for one in listed if one.step.when and one.decides]
    real = [one for one in dated if not one.says("formal")]
    buyer = economic_buyer(people)
    at_buyer = [one for one in real if buyer and _is(buyer, one.step.approver or "")]
    others = [one for one in real if not GOVERNING.match(one.step.approver or "")]
    if at_buyer:
        return at_buyer
    if any(BODY.search(one.step.approver or "") for one in others):
        return others
    return real


def _tells_a_decision(one: Listed) -> bool:
    body = BODY.search(one.step.approver or "") is not None
    return bool(one.step.approver) and (body or one.says("decides")) and not one.hands_in


def _is(person: KeyPerson, name: str) -> bool:
    return person.name == name or (person.kind == "body" and same_body(name, person.name))


def _body(
    by_rules: Value[str] | None,
    decided: Listed | None,
    deciding: Sequence[Listed],
    listed: Sequence[Listed],
    people: Sequence[KeyPerson],
) -> Value[str] | None:
    """Who decides: each for itself, the body or buyer at the step that decides, the rules' body where a dated step has
    it, else that step's approver; the rules' body where any listed step decides, else the body known as the buyer."""
    if by_rules is not None and EACH.search(str(by_rules.value)):
        return by_rules
    approver = _approver(decided, people) if decided else None
    buyer = economic_buyer(people)
    name = (decided.step.approver if decided else None) or ""
    if approver is not None and (BODY.search(name) or (buyer is not None and _is(buyer, name))):
        return approver
    cited = {(citation.source_id, citation.start) for citation in by_rules.citations} if by_rules else set()
    if cited & {key for one in deciding for key in _key(one.step)[1]}:
        return by_rules
    believed = any(one.decides for one in listed)
    return approver or (by_rules if believed else known_decider(people))


def _approver(one: Listed, people: Sequence[KeyPerson]) -> Value[str] | None:
    """Who decides there, in the words of a quote: the body's or the person's name, else the title."""
    name = one.step.approver
    if name is None:
        return None
    person = next((p for p in people if p.name == name), None)
    family = re.split(r"[\s　]", name)[0]
    words = [name, *(person.aliases if person else ()), family, (person.title if person else "") or ""]
    for word in (word for word in words if len(word) > 1):
        citation = next((c for c in one.step.citations if word in c.quote), None)
        if citation is not None:
            return Value[str](value=word, citations=[citation])
    return None


def _window(listed: Sequence[Listed], decided: Listed | None) -> Value[str] | None:
    """When the budget is asked for: where a step speaks of the budget, its day; else the request's day, else the last
    day before the decision on which something is handed in."""
    dated = [one for one in listed if one.step.when and not one.says("afterwards")]
    before = [one for one in dated if one.is_before(decided)]
    for within in (before, dated):
        asked = [one for one in within if one is not decided and one.asks_for_budget]
        if asked:
            return asked[0].day
    for within in (before, dated):
        requests = [one for one in within if one.rule is not None and one.rule.kind == "request"]
        handed = requests[:1] or [one for one in within if one.hands_in][-1:]
        if handed:
            return handed[0].day
    return None
