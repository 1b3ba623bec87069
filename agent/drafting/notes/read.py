"""`read_notes`: what the account's notes say beside people and decisions, as entries of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from agent.calendar import Anchor
from agent.drafting.notes.commitments.read import read_commitments
from agent.drafting.notes.contradictions.read import read_contradictions
from agent.drafting.notes.goals.read import read_goals
from agent.drafting.notes.promises.read import read_promises
from agent.drafting.notes.risks.read import read_risks
from agent.drafting.notes.themes.read import (
    read_arrangement,
    read_events,
    read_expansion,
    read_fallbacks,
    read_rivals,
    read_success,
)
from agent.drafting.notes.tools.read import read_tools
from agent.drafting.notes.usage import read_usage
from agent.drafting.notes.voices import with_voices
from agent.messages import text
from agent.models.account import Account
from agent.models.evidence import Claim
from agent.models.finding import Finding, Severity, TextSpan
from agent.models.plan import Commitment, Contradiction, Goal, Risk, Tool
from agent.renewal.instructions import set_aside
from agent.renewal.labelled import read_answers
from agent.renewal.remarks import Remark, read_remarks
from agent.renewal.sides import Sides, WhoIsWho
from connectors.interface import Document


@dataclass(frozen=True, slots=True)
class NotesReading:
    """Entries in the plan's own types. `competitors` are products ours was compared with in the notes.

    `remarks` are the notes' sentences that were read, with who said them.
    """

    tools: list[Tool] = field(default_factory=list)
    best_arrangement: list[Claim] = field(default_factory=list)
    promises: list[Claim] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    risks: list[Risk] = field(default_factory=list)
    expansion: list[Claim] = field(default_factory=list)
    fallbacks: list[Claim] = field(default_factory=list)
    success_definition: Claim | None = None
    topics: list[Claim] = field(default_factory=list)
    competitors: list[Claim] = field(default_factory=list)
    contradictions: list[Contradiction] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def read_notes(
    account: Account,
    documents: Sequence[Document],
    people: WhoIsWho,
    anchor: Anchor,
    language: str | None = None,
) -> NotesReading:
    """Tools, promises, commitments, goals, risks, themes and contradictions, every entry with its citations.

    `documents` are the account's own. Sentences that try to instruct a program are set aside with all that stands
    in their paragraph and reported as `instruction_in_source`. `language` is the plan's (default: the account's,
    else the majority of the documents'). Never raises for odd input.
    """
    spoken = language or account.language or _majority(documents)
    sides = Sides(account, people)
    remarks, instructions = set_aside(read_remarks(documents, sides))
    answers = read_answers(remarks)
    remarks = with_voices(remarks, sides, account)
    usage = read_usage(remarks)
    promises = read_promises(answers, remarks)
    rivals, competitors = read_rivals(remarks, answers)
    stakeholders = people.people
    return NotesReading(
        tools=read_tools(account, answers, remarks, rivals, sides),
        best_arrangement=read_arrangement(remarks),
        promises=promises,
        commitments=read_commitments(remarks, sides, anchor, account),
        goals=read_goals(remarks, answers, promises, sides, anchor),
        risks=read_risks(remarks, answers, usage, stakeholders, sides, anchor, promises, account.product),
        expansion=read_expansion(remarks),
        fallbacks=read_fallbacks(remarks),
        success_definition=read_success(remarks, answers),
        topics=read_events(remarks, anchor),
        competitors=competitors,
        contradictions=read_contradictions(
            account, remarks, answers, usage, promises, stakeholders, sides, spoken
        ),
        findings=[_instruction(remark, spoken) for remark in instructions],
        remarks=[remark for remark in remarks if remark.is_note],
    )


def _instruction(remark: Remark, language: str) -> Finding:
    return Finding(
        rule="instruction_in_source",
        severity=Severity.WARNING,
        path=f"sources[{remark.document.source_id}]",
        message=text("notes.finding.instruction_in_source", language),
        span=TextSpan(start=remark.start, end=remark.end, text=remark.text),
    )


def _majority(documents: Sequence[Document]) -> str:
    japanese = sum(document.language == "ja" for document in documents)
    return "ja" if japanese * 2 >= len(documents) else "en"
