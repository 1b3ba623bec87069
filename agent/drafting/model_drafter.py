"""What a configured model adds to a draft: claims and leads made of spans it chose and code verified.

The model answers with passage ids and quotes. Each quote goes through the one checker; what is not there letter by
letter, as a quote may be, is refused and listed under `rejected`. Nothing the model words enters the plan.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from pydantic import BaseModel

import prompts
from agent.drafting.fields import FIELDS, PlanField
from agent.errors import ModelError
from agent.evidence.cite import cite
from agent.evidence.passages import Passage
from agent.evidence.quote import Found, QuoteChecker
from agent.evidence.retrieve import Retriever, in_memory
from agent.llm.endpoint import Endpoint
from agent.llm.research import research
from agent.llm.settings import ModelSettings
from agent.messages import text
from agent.models.evidence import Citation, Claim
from agent.models.finding import Finding, Severity
from agent.models.plan import Rejected, SuccessPlan
from connectors.interface import Document

READ_BY_MODEL = frozenset(
    {"business", "market", "competitors", "policies", "issues", "best_arrangement", "expansion", "fallbacks"}
)
"""Kinds of fields that are lists of claims; numbers, dates and people are code's business alone."""
RESEARCHED = frozenset({"economic_buyer", "champion", "decision_date", "request_window", "decision_body"})
"""Blanks that decide a renewal: worth a search by the model, whose finds become leads, never values."""
PASSAGES = 8


class Choice(BaseModel):
    passage_id: str
    quote: str


class Choices(BaseModel):
    choices: list[Choice]


class Answers(Protocol):
    """The part of `agent.llm.endpoint.Endpoint` used here."""

    def answer(self, instructions: str, material: str, shape: type[Choices]) -> Any: ...


def read_with_model(plan: SuccessPlan, documents: Sequence[Document], settings: ModelSettings) -> None:
    """Let the model fill empty claim lists and find leads for decisive blanks; the plan is changed in place.

    A failing endpoint never costs the draft: it becomes the finding `model_failed` and the plan stays as it was.
    """
    drafter = ModelDrafter(plan, documents, Endpoint(settings), settings.calls)
    try:
        drafter.fill_claims()
        drafter.find_leads(
            lambda instructions, question, search: [
                Choice(passage_id=proposal.passage_id, quote=proposal.quote)
                for proposal in research(settings, instructions, question, search)
            ]
        )
    except ModelError as error:
        message = text("draft.model_failed", plan.language, error=str(error))
        plan.findings.append(
            Finding(rule="model_failed", severity=Severity.WARNING, path="", message=message)
        )
    plan.provenance.model = settings.model
    plan.provenance.prompts = {
        name: f"{prompts.load(name).version}" for name in ("choose_quotes", "research_gap")
    }
    plan.provenance.tokens = drafter.tokens


Research = Callable[[str, str, Callable[[str], dict[str, str]]], list[Choice]]


class ModelDrafter:
    """One plan's passages and what the model said of them."""

    def __init__(
        self, plan: SuccessPlan, documents: Sequence[Document], endpoint: Answers, calls: int
    ) -> None:
        self.plan = plan
        self.documents = {document.source_id: document for document in documents}
        self.endpoint = endpoint
        self.calls_left = calls
        self.tokens = 0
        self._retriever: Retriever = in_memory(documents)
        self._checkers: dict[str, QuoteChecker] = {}
        self._passages: dict[str, Passage] = {}

    def fill_claims(self) -> None:
        """Fill each empty list of claims with the quotes the model chose and the checker found."""
        empty = {blank.field for blank in self.plan.blanks}
        for field in FIELDS:
            if field.kind not in READ_BY_MODEL or field.path not in empty or self.calls_left <= 0:
                continue
            found = self._search(" ".join(self._queries(field)))
            if not found:
                continue
            self.calls_left -= 1
            blank = next(blank for blank in self.plan.blanks if blank.field == field.path)
            instructions = prompts.load("choose_quotes").fill(
                field=field.kind, question=blank.question, language=self.plan.language
            )
            answer = self.endpoint.answer(instructions, json.dumps(found, ensure_ascii=False), Choices)
            self.tokens += answer.tokens
            claims = [
                Claim(id=f"{field.kind}-m{number}", text=citation.quote, citations=[citation])
                for number, citation in enumerate(self._verified(field.path, answer.value.choices), start=1)
            ]
            if claims:
                section, _, name = field.path.rpartition(".")
                setattr(getattr(self.plan, section), name, claims)
                self.plan.blanks.remove(blank)

    def find_leads(self, ask: Research) -> None:
        """Put verified quotes that may answer a decisive blank on that blank, as `leads`."""
        decisive = {field.path for field in FIELDS if field.kind in RESEARCHED}
        for blank in self.plan.blanks:
            if blank.field not in decisive or self.calls_left <= 0:
                continue
            self.calls_left -= 1
            instructions = prompts.load("research_gap").fill(
                question=blank.question, company=self.plan.account.name
            )
            leads = self._verified(blank.field, ask(instructions, blank.question, self._search))
            if leads:
                blank.leads = leads

    def _search(self, words: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for evidence in self._retriever.retrieve(words, limit=PASSAGES):
            passage = evidence.passage
            key = f"{passage.source_id}-{passage.start}"
            self._passages[key] = passage
            found[key] = passage.indexed
        return found

    def _verified(self, path: str, choices: Sequence[Choice]) -> list[Citation]:
        """Citations of the choices that stand; the others go to `rejected` with the checker's reason."""
        citations: list[Citation] = []
        for choice in choices:
            passage = self._passages.get(choice.passage_id)
            outcome = self._citation(choice, passage)
            if isinstance(outcome, Citation):
                if outcome not in citations:
                    citations.append(outcome)
                continue
            self.plan.rejected.append(
                Rejected(
                    field=path,
                    proposed=choice.quote,
                    reason=outcome,
                    source_id=passage.source_id if passage else None,
                )
            )
        return citations

    def _citation(self, choice: Choice, passage: Passage | None) -> Citation | str:
        if passage is None:
            return "unknown_passage"
        document = self.documents[passage.source_id]
        checker = self._checkers.setdefault(passage.source_id, QuoteChecker.of(document))
        place = checker.find(choice.quote, near=passage.start)
        if not isinstance(place, Found):
            return str(place.reason)
        if not passage.start <= place.start < place.end <= passage.end:
            return "outside_the_passage"
        return cite(document, place.start, place.end) or "too_long"

    def _queries(self, field: PlanField) -> tuple[str, ...]:
        return field.queries_ja if self.plan.language == "ja" else field.queries_en
