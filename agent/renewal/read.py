"""`read_renewal`: everything the sources and the calendar say about how and when the next contract is decided."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace

from agent.calendar import Anchor
from agent.models.account import Account
from agent.models.evidence import Value
from agent.models.plan import Budget, DecisionPath, KeyPerson, MonthDay, ScheduleEntry
from agent.renewal import budget as facts
from agent.renewal.assumptions import read_assumptions
from agent.renewal.budget_round import budget_round
from agent.renewal.decision_path import Step, decision_steps, read_steps
from agent.renewal.each_site import each_for_itself
from agent.renewal.instructions import set_aside
from agent.renewal.inventory import InventoryItem, read_inventory
from agent.renewal.labelled import read_answers
from agent.renewal.laid_out.facts import read_facts
from agent.renewal.last_approver import last_renewal_approver
from agent.renewal.matters import key, of_other_matters
from agent.renewal.meetings import Meeting, occasion, read_meetings
from agent.renewal.persona import read_persona
from agent.renewal.remarks import Remark, read_remarks
from agent.renewal.sides import Sides, WhoIsWho
from agent.renewal.talk import as_talk
from agent.renewal.timing import Timing
from agent.renewal.told import told
from agent.renewal.when import read_when
from connectors.interface import Document

PLANNED = re.compile(
    r"更新(?:の)?(?:計画|ご?相談|活動|提案)[^。]{0,24}|(?:start|begin)[^.]{0,20}renewal|renewal (?:plan|talks|work)[^.]{0,30}",
    re.I,
)


@dataclass(frozen=True, slots=True)
class RenewalReading:
    """What goes into decision_path, budget and schedule; `meetings` are the next chances to ask, `steps` what each step of the path rests on."""

    decision_path: DecisionPath = field(default_factory=DecisionPath)
    budget: Budget = field(default_factory=Budget)
    schedule: list[ScheduleEntry] = field(default_factory=list)
    inventory: list[InventoryItem] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    round: Value[str] | None = None  # when units hand in what they want in the budget
    timing: Timing | None = None

    @property
    def next_meeting(self) -> str | None:
        """The next dated meeting as words, "2026-11-25 …"; None when no note dates one. A step of the decision is the
        customer's own meeting, at which we ask nothing."""
        deciding = [cited for step in self.decision_path.steps for cited in step.citations]
        for meeting in self.meetings:
            said = meeting.citation
            if not any(
                one.source_id == said.source_id and one.start < said.end and said.start < one.end
                for one in deciding
            ):
                return f"{meeting.date} {occasion(meeting)}"
        return None


def read_renewal(
    account: Account,
    documents: Sequence[Document],
    people: WhoIsWho | Sequence[KeyPerson],
    fiscal_year_end: Value[MonthDay] | None,
    language: str | None = None,
) -> RenewalReading:
    """Decision path, budget facts, clocks, clash, schedule and inventory of an account.

    `people` is the people reading (stakeholders and our own names) or the stakeholders alone. `documents` are the
    account's own; another company's must be left out before. Dates are resolved against the day each note was
    written and the customer's fiscal year.
    """
    who = people if not isinstance(people, Sequence) else SimpleNamespace(people=people, vendor_people=())
    spoken = language or account.language or _language(documents)
    sides = Sides(account, who)
    remarks, _ = set_aside(as_talk(read_remarks(documents, sides), sides))
    anchor = Anchor(
        as_of=account.as_of,
        fiscal_year_end_month=fiscal_year_end.value.month if fiscal_year_end else None,
        contract_start=account.contract_start,
        contract_end=account.contract_end,
    )
    apart = of_other_matters(remarks, sides.product_words)
    evidence = [remark for remark in told(remarks) if key(remark) not in apart]
    steps = read_steps(evidence, who.people, sides, anchor, account.arr_jpy)
    plan_steps = decision_steps(steps, spoken)
    last = last_renewal_approver(evidence, who.people, sides, account.contract_start)
    last = last or read_facts(evidence, who.people, sides, anchor).last
    persona = read_persona(remarks, who.people, plan_steps, sides)
    path = DecisionPath(
        steps=plan_steps,
        decider_persona=persona,
        assumptions=read_assumptions(read_answers(remarks), last, account.as_of, spoken),
    )
    facts_read = Budget(
        request_window=facts.request_window(steps),
        decision_body=each_for_itself(evidence)
        or facts.decision_body(steps)
        or facts.known_decider(who.people),
        decision_date=facts.decision_date(steps),
        announcement_date=facts.announcement_date(steps),
        last_renewal_approver=last,
    )
    timing = Timing(account, fiscal_year_end, _planned_start(remarks, anchor), spoken)
    budget, schedule = timing.of(facts_read, list(zip(plan_steps, steps, strict=True)))
    said = {
        "economic_buyer": _newest(who.people, "economic_buyer"),
        "champion": _newest(who.people, "champion"),
        "decision_path": max((s.said_on for step in steps for s in step.sightings), default=None),
        "decider_persona": persona.as_of if persona else None,
    }
    return RenewalReading(
        decision_path=path,
        budget=budget,
        schedule=schedule,
        inventory=read_inventory(who.people, path, said, account.as_of, spoken),
        meetings=read_meetings(remarks, anchor),
        steps=steps,
        round=budget_round(evidence, anchor),
        timing=timing,
    )


def _planned_start(remarks: Sequence[Remark], anchor: Anchor) -> dt.date | None:
    """The day our own notes plan to begin with the renewal ("更新計画: 2027年4月に…"); the newest plan counts."""
    planned: list[tuple[dt.date, dt.date]] = []
    for remark in remarks:
        found = PLANNED.search(remark.text) if remark.is_note and remark.side != "customer" else None
        dates = read_when(found[0], remark.day, anchor) if found else []
        planned += (
            [(remark.day or dt.date.min, dates[0].first)] if dates and dates[0].first > anchor.as_of else []
        )
    return max(planned)[1] if planned else None


def _newest(people: Sequence[KeyPerson], role: str) -> dt.date | None:
    return max((p.as_of for p in people if role in (p.role, *p.also_roles) and p.as_of), default=None)


def _language(documents: Sequence[Document]) -> str:
    japanese = sum(document.language == "ja" for document in documents)
    return "ja" if japanese * 2 >= len(documents) else "en"


__all__ = ["RenewalReading", "Step", "read_renewal"]
