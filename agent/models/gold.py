"""`gold.yaml`: reviewed truth about an account folder, which the evals score plans against.

Version 1 has the packs' fields; 1.1 adds `schema_version`, `account_information`, `review` and `provenance`.
Older files are brought up by `evals.gold.migrate`. Every `quote` is an exact piece of the named source; real
filings are referred to by document, element and digest, so that none of their words are stored.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from agent.models.plan import RiskKind, Role

GOLD_VERSION = "1.1"

Stance = Literal["推進", "中立", "慎重", "反対", "不明"]
Status = Literal["active", "leaving", "left", "joining"]


class GoldNode(BaseModel):
    """Base of the gold types: what a later version or a reviewer added is kept."""

    model_config = ConfigDict(extra="allow")


class Evidence(GoldNode):
    """Exact words of one source file (its name under sources/)."""

    source: str
    quote: str = Field(min_length=1)


class GoldPerson(GoldNode):
    name: str
    kana: str | None = None
    title: str | None = None
    department: str | None = None
    kind: Literal["person", "body"] = "person"
    role: Role = "unknown"
    also_roles: list[Role] = []
    stance: Stance = "不明"
    status: Status = "active"
    evidence: list[Evidence] = []
    aliases: list[str] = []


class GoldStep(GoldNode):
    order: int
    step: str
    approver: str | None = None
    when: str | None = None  # ISO date or month where resolved, else words
    evidence: list[Evidence] = []


class GoldText(GoldNode):
    text: str
    evidence: list[Evidence] = []


class GoldBudget(GoldNode):
    request_window: str | None = None
    decision_body: str | None = None
    decision_date_or_month: str | None = None
    last_renewal_approver: str | None = None
    evidence: list[Evidence] | None = None


class GoldTool(GoldNode):
    name: str
    department: str | None = None
    purpose: str | None = None
    overlap_with_us: bool | None = None
    evidence: list[Evidence] = []


class GoldGoal(GoldNode):
    statement: str
    metric: str | None = None
    baseline: str | None = None
    target: str | None = None
    due: str | None = None
    owner: str | None = None
    evidence: list[Evidence] = []
    missing: list[str] = []


class GoldRisk(GoldNode):
    kind: RiskKind
    text: str
    evidence: list[Evidence] = []


class GoldTopic(GoldNode):
    date: str
    text: str
    evidence: list[Evidence] = []


class GoldCommitment(GoldNode):
    who: Literal["us", "customer"]
    text: str
    due: str | None = None
    evidence: list[Evidence] = []


class GoldContradiction(GoldNode):
    text: str
    a: list[Evidence] = []
    b: list[Evidence] = []


class Reference(GoldNode):
    """Where a real filing says it: element and, where one exists, the digest of the printed words."""

    document: str  # id in `account_information.documents`
    element: str | None = None  # "jppfs_cor:NetSales"
    context: str | None = None
    quote_digest: str | None = None  # "sha256:" and 16 hex digits of the words without whitespace


class GoldDocument(GoldNode):
    id: str
    location: str  # path under the shared data folder, "!" before a member of an archive
    sha256: str
    edinet_code: str | None = None
    access: Literal["public", "internal"] = "public"


class GoldFigure(GoldNode):
    """One cell of the five-year table. A null value says that the filing does not state it."""

    key: str  # as in plan.json's financial rows
    start: dt.date | None = None
    end: dt.date
    scope: Literal["consolidated", "non_consolidated"]
    standard: Literal["JGAAP", "IFRS", "USGAAP"] | None = None
    value: int | float | None
    unit: str | None = None
    reference: Reference


class GoldSegment(GoldNode):
    name_digest: str
    sales: int | float | None = None
    sales_also: list[int | float] = []  # with sales between segments, where the filing states both
    profit: int | float | None = None
    end: dt.date
    optional: bool = False  # "others" beside the reportable segments: may be left out
    reference: Reference


class GoldOfficer(GoldNode):
    """A person of a real filing: nothing of them is stored but digests, the ISO birth date's included."""

    name_digest: str
    title_digest: str | None = None
    birth_digest: str | None = None
    reference: Reference


class GoldMonthDay(GoldNode):
    month: int = Field(ge=1, le=12)
    day: int = Field(ge=1, le=31)


class GoldAccountInformation(GoldNode):
    """What filings say, without their words. A list that is null is not reviewed, so not scored."""

    documents: list[GoldDocument] = []
    fiscal_year_end: GoldMonthDay | None = None
    figures: list[GoldFigure] | None = None
    segments: list[GoldSegment] | None = None
    officers: list[GoldOfficer] | None = None
    officers_complete: bool = True  # False: the filing prints people beyond these; more names are no fault


class Adjudication(GoldNode):
    """One disagreement between two reviewers and what was decided."""

    path: str
    a: str | None
    b: str | None
    decided: str | None = None
    accept_both: bool = False
    why: str = ""


class GoldReview(GoldNode):
    reviewers: list[str] = []
    reviewed_on: dt.date | None = None
    adjudications: list[Adjudication] = []


class Gold(GoldNode):
    schema_version: str = GOLD_VERSION
    language: Literal["ja", "en"]
    fiscal_year_end_month: int | None = Field(default=None, ge=1, le=12)
    fiscal_year_end_evidence: list[Evidence] = []
    account_information: GoldAccountInformation | None = None
    key_people: list[GoldPerson] = []
    not_people: list[str] = []
    decision_path: list[GoldStep] = []
    decider_persona: GoldText | None = None
    budget: GoldBudget = GoldBudget()
    tools: list[GoldTool] = []
    goals: list[GoldGoal] = []
    promises_at_purchase: list[GoldText] = []
    risks: list[GoldRisk] = []
    expansion: list[GoldText] = []
    topics: list[GoldTopic] = []
    commitments: list[GoldCommitment] = []
    contradictions: list[GoldContradiction] = []
    expected_blank: list[str] = []
    traps: list[str] = []
    review: GoldReview | None = None
    provenance: dict[str, str] = {}
