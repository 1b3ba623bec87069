"""The decision path and the budget's facts once more, by the steps a careful reader would list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.calendar import Anchor
from agent.drafting.notes.claims import citation_of
from agent.drafting.second_reading.listed_steps import QUOTES, Listed, told_once
from agent.drafting.second_reading.persona import About, weighed_persona
from agent.drafting.second_reading.sole_decider import decider_alone, person_who_decides, with_post
from agent.drafting.second_reading.steps import DAY, day_told, weighed_steps
from agent.drafting.second_reading.weighed import Weighed
from agent.models.evidence import Value
from agent.models.plan import Budget, DecisionStep, KeyPerson
from agent.renewal import RenewalReading
from agent.renewal.answer_days import answer_told
from agent.renewal.approvers import economic_buyer
from agent.renewal.budget import known_decider
from agent.renewal.cues import cues
from agent.renewal.decision_path import Step, step_value
from agent.renewal.holders import BODY, same_body
from agent.renewal.month_named import REACH
from agent.renewal.sides import Sides
from agent.renewal.step_titles import title_of
from agent.renewal.when import when_value
from connectors.language import language_of

A_DAY = re.compile(
    r"[0-9０-９]|[一二三四五六七八九十]+[月日]|[上中下]旬|月末|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
"""A day or month in words or figures."""
MEETING = re.compile(
    r"会議|[一-龥]会(?![社計員])|開催|\b(?:meeting|board|committee|panel|council|session)\b", re.I
)
VERDICT = re.compile(
    r"決裁|承認|議決|可決|採決|可否|決ま|決め|要る要らない|\b(?:votes?|decides?|approves?|verdict|sign(?:s|ed)? off)\b",
    re.I,
)
"""It is decided there, whoever it is that decides."""
DRAFTING = re.compile(
    r"起案|起草|起票|(?:書|作)(?:いて|って|き|り)[^。、]{0,12}(?:回|渡|見せ)|\bdrafts? (?:the|it|a|our|up)\b",
    re.I,
)
EACH = re.compile(r"各|それぞれ|[Ee]ach\b")
CUES = cues("agent.renewal", "budget_facts")
OWN_ACTS = ("decide", "review", "hearing", "prepare")
"""Kinds of steps that the one who decides takes themselves."""
GOVERNING = re.compile(
    r"^(?:取締役会|(?:常任|常勤)?理事会|評議員会|総代?会|組合員総会|株主総会|.*議会|(?:the )?(?:main |full |group )?board(?: of directors)?)$",
    re.I,
)
"""Bodies that pass the whole budget after somebody else has decided on its lines."""


def decision_again(
    weighed: Weighed, renewal: RenewalReading, people: Sequence[KeyPerson], sides: Sides, anchor: Anchor
) -> RenewalReading:
    """The reading with the steps and the persona that the sentences' chances support, budget facts, clocks and schedule that agree."""
    path = renewal.decision_path
    steps = weighed_steps(weighed, path.steps, people, sides, anchor)
    known = {_key(step): rule for step, rule in zip(path.steps, renewal.steps, strict=True)}
    listed = told_once([_listed(step, known.get(_key(step)), weighed, anchor) for step in steps])
    steps = [one.step for one in listed]
    known_to_decide = bool(steps) or economic_buyer(people) is not None
    about = About(weighed, people, steps, sides)
    persona = weighed_persona(weighed, path.decider_persona, about) if known_to_decide else None
    path = path.model_copy(update={"steps": steps, "decider_persona": persona})
    budget, schedule = _budget(renewal, listed, people), renewal.schedule
    if budget.decision_date is None and not any(one.step.when and one.decides for one in listed):
        answered = _answered(weighed, listed, people, sides, anchor) or _acted(listed, people)
        budget = budget.model_copy(update={"decision_date": answered})
    listed = [_titled(one) for one in listed]
    path = path.model_copy(update={"steps": [one.step for one in listed]})
    if renewal.timing is not None:
        budget, schedule = renewal.timing.of(budget, [(one.step, one.rule) for one in listed])
    return replace(renewal, decision_path=path, budget=budget, schedule=schedule)


def _answered(
    weighed: Weighed, listed: Sequence[Listed], people: Sequence[KeyPerson], sides: Sides, anchor: Anchor
) -> Value[str] | None:
    """The day on which the one who decides alone is to answer, where no step is dated by it."""
    decider = decider_alone(listed, people)
    told = answer_told([r for _, r, _ in weighed.told()], decider, sides, anchor) if decider else None
    citation = citation_of(told[1]) if told else None
    return when_value(told[0], citation, told[1]) if told and citation else None


def _acted(listed: Sequence[Listed], people: Sequence[KeyPerson]) -> Value[str] | None:
    """The last dated step that is the decider's own, where no sentence calls a step the decision."""
    buyer = decider_alone(listed, people) or economic_buyer(people)
    if buyer is None:
        return None
    theirs = [
        one
        for one in listed
        if one.day is not None
        and _is(buyer, one.step.approver or "")
        and (one.rule is None or one.rule.kind in OWN_ACTS)
        and not one.hands_in
    ]
    return theirs[-1].day if theirs else None


def _listed(step: DecisionStep, rule: Step | None, weighed: Weighed, anchor: Anchor) -> Listed:
    if rule is not None:
        return Listed(step, rule, step_value(rule))
    for citation in step.citations:
        for remark in map(weighed.remark, weighed.places([citation])):
            when = day_told(remark, weighed.before(remark, REACH), anchor)
            if when is not None and when.iso == step.when:
                return Listed(step, rule, when_value(when, citation, remark))
    return Listed(step, rule, None)


def _titled(one: Listed) -> Listed:
    """The step by the name a reader knows it by."""
    rule = one.rule
    dated = rule.dated if rule is not None else None
    told = [s.clause.text for s in ([dated] if dated else []) + (rule.sightings if rule is not None else [])]
    spoken = language_of(" ".join([one.step.step, *(c.quote for c in one.step.citations)]))
    title = title_of(one.step, rule.kind if rule is not None else None, told, spoken, _tells_a_decision(one))
    quotes = one.step.citations
    counted = [c for c in rule.counted_from() if c not in quotes][:1] if rule is not None else []
    cited = [*quotes[: QUOTES - len(counted)], *counted]
    return replace(one, step=one.step.model_copy(update={"step": title, "citations": cited}))


def _key(step: DecisionStep) -> tuple[str, tuple[tuple[str, int], ...]]:
    return step.step, tuple((citation.source_id, citation.start) for citation in step.citations)


def _budget(renewal: RenewalReading, listed: Sequence[Listed], people: Sequence[KeyPerson]) -> Budget:
    """The facts as the listed steps have them; a body that rests on steps nobody would list is left out."""
    budget = renewal.budget
    deciding = _deciding(listed, people)
    told = [one for one in listed if one.rule is None and one.step.when and _tells_a_decision(one)]
    borrowed = {one.step.when for one in listed if _has_a_request_s_day(one, listed)}
    by_rules = budget.decision_date
    if by_rules is not None and str(by_rules.value) in borrowed:
        by_rules = None
    there = next(reversed(deciding or ([] if budget.decision_date else told)), None)
    dated = [one for one in deciding if not _has_a_request_s_day(one, listed)]
    decided = next(reversed(dated or ([] if by_rules or deciding else told)), None)
    on_the_day = _meeting_of_that_month(decided, listed) if decided else None
    body = _body(budget.decision_body, there, deciding, listed, people)
    return budget.model_copy(
        update={
            "request_window": _window(listed, decided, renewal.round),
            "decision_body": with_post(body) if body is not None else None,
            "decision_date": (on_the_day.day if on_the_day else decided.day if decided else None) or by_rules,
        }
    )


def _has_a_request_s_day(one: Listed, listed: Sequence[Listed]) -> bool:
    """Its sentence prints no day, and the day it was given is the one on which the papers have to be in."""
    dated = one.rule.dated if one.rule is not None else None
    if not one.decides or dated is None or A_DAY.search(dated.clause.text):
        return False
    return any(
        other.rule is not None
        and other.rule.kind in ("request", "papers")
        and other.step.when == one.step.when
        for other in listed
    )


def _meeting_of_that_month(decided: Listed, listed: Sequence[Listed]) -> Listed | None:
    """The one dated meeting in the month of a decision of which only the month is told."""
    month = decided.step.when or ""
    found = [
        one
        for one in listed
        if (one.step.when or "").startswith(f"{month}-")
        and not (one.hands_in or one.asks_for_budget)
        and (one.rule is None or one.rule.kind not in ("request", "papers", "prepare", "procurement"))
        and MEETING.search(one.step.step)
    ]
    days = {one.step.when for one in found}
    return found[0] if month.count("-") == 1 and len(days) == 1 else None


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
    meets = [one for one in listed if buyer and buyer.kind == "body" and _is_meeting_of(buyer, one)]
    if meets:
        return meets
    if any(BODY.search(one.step.approver or "") for one in others):
        return others
    return real


def _is_meeting_of(buyer: KeyPerson, one: Listed) -> bool:
    """A likely sentence gives the day of the deciding body, and nothing has to be in on it."""
    exact = (one.step.when or "").count("-") == DAY
    return one.rule is None and exact and not one.hands_in and _is(buyer, one.step.approver or "")


def _tells_a_decision(one: Listed) -> bool:
    body = BODY.search(one.step.approver or "") is not None
    named = bool(one.step.approver) or VERDICT.search(one.step.step) is not None
    return named and (body or one.says("decides")) and not one.hands_in


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
    found = approver or (by_rules if believed else known_decider(people))
    return found or person_who_decides(listed, people)


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


def _window(listed: Sequence[Listed], decided: Listed | None, units: Value[str] | None) -> Value[str] | None:
    """When the budget is asked for: where a step speaks of the budget, its day; else when the units hand in theirs; else the
    request's day, else the last day before the decision on which something is handed in."""
    dated = [one for one in listed if one.step.when and not one.says("afterwards")]
    before = [one for one in dated if one.is_before(decided)]
    for within in (before, dated):
        asked = [one for one in within if one is not decided and one.asks_for_budget]
        if asked:
            return asked[0].day
    if units is not None:
        return units
    for within in (before, dated):
        asking = [one for one in within if not _only_drafts(one)]
        requests = [one for one in asking if one.rule is not None and one.rule.kind == "request"]
        handed = requests[:1] or [one for one in asking if one.hands_in][-1:]
        if handed:
            return handed[0].day
    return None


def _only_drafts(one: Listed) -> bool:
    """Somebody writes the paper: no window, which is when units ask for money or papers for a body have to be in."""
    dated = one.rule.dated if one.rule is not None else None
    text = dated.remark.text if dated else one.step.step
    return DRAFTING.search(text) is not None and not CUES["budget"].search(text)
