"""Citation, Claim, Value, Blank: the nodes every statement of a plan is made of."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Generic, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

MAX_QUOTE = 300
"""Longest quote in characters (PLAN contract, "What a quote may be")."""


class Node(BaseModel):
    """Base of everything inside a plan: fields a newer version or a person added are kept."""

    model_config = ConfigDict(extra="allow")


class PlanLocator(Node):
    """Where a person finds the quote in the original document."""

    page: int | None = None
    section: str | None = None
    element: str | None = None
    cue: str | None = None
    row: int | None = None
    sheet: str | None = None
    message: str | None = None


class Citation(Node):
    """The exact words. `quote == text_of(source_id)[start:end]` in code points, always."""

    source_id: str
    start: int = Field(ge=0)
    end: int = Field(gt=0)
    quote: str = Field(min_length=1, max_length=MAX_QUOTE)
    locator: PlanLocator = PlanLocator()
    check: Literal["quote_found", "value_matches"] = "quote_found"
    in_confidence: str | None = None  # the words that asked for silence about it ("まだ誰にも言わないで")

    @model_validator(mode="after")
    def _length_fits(self) -> Self:
        if self.end - self.start != len(self.quote):
            raise ValueError(f"quote has {len(self.quote)} code points, offsets say {self.end - self.start}")
        return self


class ClaimKind(StrEnum):
    FACT = "fact"
    INFERENCE = "inference"
    ASSUMPTION = "assumption"
    HUMAN = "human"


class Claim(Node):
    """One statement. Facts need a citation, inferences premises, assumptions a day they expire on."""

    id: str
    text: str
    kind: ClaimKind = ClaimKind.FACT
    citations: list[Citation] = []
    premises: list[str] = []
    as_of: dt.date | None = None
    expires_on: dt.date | None = None
    sources_agree: bool = True
    single_source: bool = True

    @model_validator(mode="after")
    def _rests_on_something(self) -> Self:
        if self.kind is ClaimKind.FACT and not self.citations:
            raise ValueError(f"fact {self.id} has no citation")
        if self.kind is ClaimKind.INFERENCE and not self.premises:
            raise ValueError(f"inference {self.id} has no premises")
        if self.kind is ClaimKind.ASSUMPTION and self.expires_on is None:
            raise ValueError(f"assumption {self.id} has no expiry")
        return self


T = TypeVar("T")


class Derived(Node):
    """How a computed or resolved value came about: the rule's id and the values it used."""

    rule: str
    inputs: list[Value[object]] = []


class Value(Node, Generic[T]):
    """A slot: number, date or enum. Numbers in base units (円, 人; a ratio as printed with its unit)."""

    value: T
    unit: str | None = None
    citations: list[Citation] = []
    check: Literal["quote_found", "value_matches", "computed"] = "value_matches"
    derived: Derived | None = None

    @model_validator(mode="after")
    def _is_cited_or_computed(self) -> Self:
        if self.derived is None and not self.citations:
            raise ValueError("a value needs a citation or a derivation")
        if (self.check == "computed") != (self.derived is not None):
            raise ValueError('check "computed" and derived go together')
        return self


class QuestionForms(Node):
    """The question at three degrees of closeness to the person asked."""

    close: str
    normal: str
    distant: str


class Blank(Node):
    """What nobody knows yet, and how to find out."""

    field: str  # path of the empty slot in the plan, "key_people[kp-03].title"
    reason: str
    question: str
    ask: str  # who can know
    how: QuestionForms
    next_meeting: str | None = None
    searched: list[str] = []  # the words that were searched for
    searched_sources: list[str] = []  # ids of the sources that were searched with them
    near_misses: list[Citation] = []  # lines that come near without answering
    leads: list[Citation] = []  # passages a model pointed at; verified quotes, never an answer


Derived.model_rebuild()
