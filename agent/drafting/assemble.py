"""One SuccessPlan from what each reading found; what none of them found becomes blanks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from agent.company import CompanyReading
from agent.company.ownership import Ownership
from agent.drafting.blanks import find_blanks
from agent.drafting.notes.read import NotesReading
from agent.drafting.officer_match import complete_names
from agent.drafting.owners_named import owners_named
from agent.drafting.plan_of_action import actions_from, milestones_from, schedule_with
from agent.drafting.provenance import plan_language, provenance, skipped_entries, source_entries
from agent.drafting.questions import question_for
from agent.drafting.related_pages import topics_of_related_pages
from agent.drafting.topics_once import told_once
from agent.messages import text
from agent.models.account import Account
from agent.models.plan import AccountSummary, Contradiction, CsSetup, InventoryEntry, Policy, SuccessPlan
from agent.people import PeopleReading
from agent.renewal import RenewalReading
from agent.renewal.inventory import InventoryItem
from connectors.interface import Document, Skipped


@dataclass(frozen=True, slots=True)
class Readings:
    """What the rooms below drafting say about one account."""

    ownership: Ownership
    company: CompanyReading
    people: PeopleReading
    renewal: RenewalReading
    notes: NotesReading


def assemble(
    account: Account,
    documents: Sequence[Document],
    skipped: Sequence[Skipped],
    readings: Readings,
    started: float,
) -> SuccessPlan:
    """The plan before review. `documents` are all that were read, other companies' too; `started` is the
    `time.perf_counter()` the draft began at."""
    language = plan_language(account, documents)
    notes, renewal = readings.notes, readings.renewal
    commitments = owners_named(notes.commitments, readings.people.people, account)
    plan = SuccessPlan(
        account=AccountSummary.model_validate(account.model_dump(mode="json", exclude={"as_of"})),
        as_of=account.as_of,
        language=language,
        provenance=provenance(account, documents, language, started),
        account_information=readings.company.information,
        cs_setup=CsSetup(tools=notes.tools, best_arrangement=notes.best_arrangement),
        key_people=readings.people.people,
        decision_path=renewal.decision_path,
        budget=renewal.budget,
        policy=Policy(
            kind=_policy_kind(notes),
            success_definition=notes.success_definition,
            promises_at_purchase=notes.promises,
            expansion=notes.expansion,
            risks=notes.risks,
            fallbacks=notes.fallbacks,
        ),
        commitments=commitments,
        goals=notes.goals,
        milestones=milestones_from(notes.goals),
        actions=actions_from(commitments, notes.goals),
        schedule=schedule_with(renewal.schedule, commitments, renewal.meetings),
        contradictions=_told_once(readings.company.contradictions, notes.contradictions, language),
        findings=[
            *readings.ownership.findings,
            *readings.company.findings,
            *readings.people.findings,
            *notes.findings,
        ],
        sources=source_entries(documents, readings.ownership.about),
        skipped=skipped_entries(documents, skipped),
    )
    information = plan.account_information
    complete_names(plan.key_people, information.officers)
    plan.decision_path.inventory = [_entry(item, language) for item in renewal.inventory]
    information.competitors = [*information.competitors, *notes.competitors]
    related = topics_of_related_pages(account, documents, readings.ownership.about, readings.people.people)
    information.topics = told_once([*information.topics, *related], notes.topics, documents)
    plan.blanks = find_blanks(plan, renewal.next_meeting)
    return plan


def _told_once(
    company: Sequence[Contradiction], notes: Sequence[Contradiction], language: str
) -> list[Contradiction]:
    """The company's contradictions, then those of the notes that do not quote the same words once more.

    Of the year-end the notes' stands alone where there is one: it sets the record of the purchase against the
    customer's word, the company's any two places.
    """
    year_end = _opening("notes.contradiction.year_end", language)
    if any(known.text.startswith(year_end) for known in notes):
        differs = _opening("company.year_end_differs", language)
        company = [known for known in company if not known.text.startswith(differs)]
    quoted = {(side.source_id, side.start) for known in company for side in (known.a, known.b)}
    return [
        *company,
        *(c for c in notes if not quoted & {(c.a.source_id, c.a.start), (c.b.source_id, c.b.start)}),
    ]


def _opening(key: str, language: str) -> str:
    """The words of a message before its first slot."""
    slots = dict.fromkeys(("a", "b", "at_a", "at_b", "first", "second"), "\0")
    return text(key, language, **slots).partition("\0")[0]


def _entry(item: InventoryItem, language: str) -> InventoryEntry:
    """A topic of the half-term inventory with its question, unless the answer is fresh."""
    question = None if item.state == "fresh" else question_for(item.topic, language)[0]
    return InventoryEntry(
        topic=item.topic, state=item.state, text=item.text, confirmed_on=item.as_of, question=question
    )


def _policy_kind(notes: NotesReading) -> Literal["success", "expansion", "churn_prevention"]:
    """Churn prevention when a high risk stands open, else expansion when a source speaks of it, else success: which
    part of the plan is worked on first, never a statement about the customer."""
    if any(risk.severity == "high" for risk in notes.risks):
        return "churn_prevention"
    return "expansion" if notes.expansion else "success"
