"""`plan.json`: the success plan. Names and meanings are a contract; other programs read them."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from agent.models.evidence import Blank, Citation, Claim, Node, Value
from agent.models.finding import Finding

Number = int | float
SCHEMA_VERSION = "1.0"


class MonthDay(Node):
    month: int = Field(ge=1, le=12)
    day: int = Field(ge=1, le=31)


class FinancialRow(Node):
    """One fiscal period of one scope and standard. Amounts in base units; null where the filing does not state it."""

    start: dt.date | None
    end: dt.date
    standard: Literal["JGAAP", "IFRS", "USGAAP"] | None
    scope: Literal["consolidated", "non_consolidated"]
    net_sales: Value[Number] | None = None
    operating_income: Value[Number] | None = None
    ordinary_income: Value[Number] | None = None
    profit_before_tax: Value[Number] | None = None
    profit_attributable_to_owners: Value[Number] | None = None
    depreciation: Value[Number] | None = None
    ebitda: Value[Number] | None = None
    operating_cf: Value[Number] | None = None
    investing_cf: Value[Number] | None = None
    financing_cf: Value[Number] | None = None
    sga: Value[Number] | None = None
    total_assets: Value[Number] | None = None
    net_assets: Value[Number] | None = None
    equity_ratio: Value[Number] | None = None
    employees: Value[Number] | None = None


class Posture(Node):
    """投資意欲 / 中立 / コスト圧力, read from the figures by a documented rule."""

    reading: Literal["investing", "neutral", "cost_pressure", "unknown"]
    rule: str
    figures: list[Value[Number]] = []
    would_be_disproved_by: str


class Segment(Node):
    name: str
    sales: Value[Number] | None = None
    profit: Value[Number] | None = None
    share_of_sales: Value[Number] | None = None
    uses_our_product: bool | None = None
    citations: list[Citation] = []


class GroupCompany(Node):
    name: str
    relation: str | None = None
    location: str | None = None
    business: str | None = None
    citations: list[Citation] = []


class Officer(Node):
    name: str
    kana: str | None = None
    title: str | None = None
    birth_date: Value[dt.date] | None = None
    term_until: str | None = None
    shares: Value[Number] | None = None
    citations: list[Citation] = []


class AccountInformation(Node):
    fiscal_year_end: Value[MonthDay] | None = None
    financials: list[FinancialRow] = []
    posture: Posture | None = None
    business: list[Claim] = []
    market: list[Claim] = []
    competitors: list[Claim] = []
    policies: list[Claim] = []
    issues: list[Claim] = []
    disclosed_risks: list[Claim] = []
    topics: list[Claim] = []
    implications: list[Claim] = []
    segments: list[Segment] = []
    group_companies: list[GroupCompany] = []
    officers: list[Officer] = []


class Tool(Node):
    name: str
    department: str | None = None
    purpose: str | None = None
    overlap_with_us: bool | None = None
    citations: list[Citation] = []


class CsSetup(Node):
    tools: list[Tool] = []
    best_arrangement: list[Claim] = []


Role = Literal["economic_buyer", "champion", "influencer", "user", "blocker", "unknown"]


class Engagement(Node):
    current: str | None = None
    desired: str | None = None


class KeyPerson(Node):
    """A person or body on the customer's side who uses, decides, influences, blocks, pays or takes over."""

    id: str
    name: str
    kana: str | None = None
    title: str | None = None
    department: str | None = None
    kind: Literal["person", "body"] = "person"
    role: Role = "unknown"
    also_roles: list[Role] = []
    role_basis: Literal["evidenced", "asserted", "inferred"] | None = None
    stance: Literal["推進", "中立", "慎重", "反対", "不明"] = "不明"
    influence: int | None = Field(default=None, ge=1, le=5)
    engagement: Engagement = Engagement()
    our_contact: str | None = None
    status: Literal["active", "leaving", "left", "joining"] = "active"
    last_contact: dt.date | None = None
    reports_to: str | None = None
    aliases: list[str] = []
    citations: list[Citation] = []
    as_of: dt.date | None = None


class DecisionStep(Node):
    order: int
    step: str
    approver: str | None = None
    amount_threshold: Value[Number] | None = None
    when: str | None = None  # ISO date or month where a source resolves it, else the words
    state: str | None = None
    citations: list[Citation] = []


class InventoryEntry(Node):
    """One topic of the half-term inventory (半年棚卸し): what is known of it, since when, what to ask."""

    topic: Literal["economic_buyer", "champion", "decision_path", "decider_persona"]
    state: Literal["fresh", "stale", "unknown"]
    text: str
    confirmed_on: dt.date | None = None
    question: str | None = None  # None while the answer is fresh


class DecisionPath(Node):
    steps: list[DecisionStep] = []
    decider_persona: Claim | None = None
    assumptions: list[Claim] = []
    inventory: list[InventoryEntry] = []


class Clock(Node):
    """One of the three clocks: dates that matter, nearest first."""

    date: dt.date | None = None
    days_left: int | None = None
    text: str
    derived: Value[dt.date] | None = None


class Clocks(Node):
    contract: Clock | None = None
    opt_out: Clock | None = None
    budget: Clock | None = None


class Clash(Node):
    text: str
    days: int


class Budget(Node):
    request_window: Value[str] | None = None
    decision_body: Value[str] | None = None
    decision_date: Value[str] | None = None
    announcement_date: Value[str] | None = None
    last_renewal_approver: Value[str] | None = None
    clocks: Clocks = Clocks()
    clash: Clash | None = None


RiskKind = Literal[
    "budget",
    "champion_departure",
    "eb_unknown",
    "competitor",
    "low_usage",
    "reorg",
    "value_unproven",
    "price",
    "security",
    "other",
]


class Risk(Node):
    kind: RiskKind
    text: str
    severity: Literal["high", "medium", "low"] = "medium"
    citations: list[Citation] = []
    response: str | None = None


class Policy(Node):
    kind: Literal["success", "expansion", "churn_prevention"] | None = None
    success_definition: Claim | None = None
    promises_at_purchase: list[Claim] = []
    expansion: list[Claim] = []
    risks: list[Risk] = []
    fallbacks: list[Claim] = []


class Commitment(Node):
    who: Literal["us", "customer"]
    text: str
    owner: str | None = None
    due: Value[str] | None = None
    done: bool = False
    citations: list[Citation] = []


class Goal(Node):
    id: str
    statement: str
    metric: str | None = None
    baseline: Value[Number | str] | None = None
    target: Value[Number | str] | None = None
    due: Value[str] | None = None
    owner: str | None = None
    measure_method: str | None = None
    review: str | None = None
    business_objective: str | None = None
    state: Literal["proposed", "agreed", "delivered", "confirmed"] = "proposed"
    citations: list[Citation] = []
    missing: list[str] = []


class Milestone(Node):
    rung: int
    capability: str
    evidence_of_success: str | None = None
    due: str | None = None
    goal_id: str | None = None


class Action(Node):
    id: str
    goal_id: str | None = None
    side: Literal["us", "customer"]
    owner: str | None = None
    text: str
    deliverable: str | None = None
    due: str | None = None
    origin: Literal["source", "playbook", "human"] = "source"
    citations: list[Citation] = []


class ScheduleEntry(Node):
    date: str  # ISO date, or "YYYY-MM" for a month
    lane: Literal["customer", "us"]
    text: str
    kind: str
    ref: str | None = None  # path or id of what it stands for
    citations: list[Citation] = []


class Contradiction(Node):
    text: str
    a: Citation
    b: Citation
    preferred: Literal["a", "b", "none"] = "none"
    why: str


class Rejected(Node):
    """What a drafter proposed and the checks refused."""

    field: str
    proposed: str
    reason: str
    source_id: str | None = None


class SourceEntry(Node):
    id: str
    title: str
    kind: str
    path: str
    url: str | None = None
    published: dt.date | None = None
    retrieved: dt.datetime | None = None
    access: Literal["public", "internal"] = "internal"
    language: str
    sha256: str
    characters: int
    about: Literal["account", "other", "unconfirmed"] | None = None


class SkippedEntry(Node):
    path: str
    reason_code: str
    detail: str = ""


class Provenance(Node):
    program: str
    model: str = "none"
    prompts: dict[str, str] = {}
    sources_digest: str
    settings_digest: str
    tokens: int = 0
    cost: float = 0.0
    seconds: float = 0.0


class AccountSummary(Node):
    """The account as given in account.yaml; unknown keys are kept."""

    id: str
    name: str


class SuccessPlan(Node):
    schema_version: str = SCHEMA_VERSION
    account: AccountSummary
    as_of: dt.date
    language: Literal["ja", "en"]
    provenance: Provenance
    account_information: AccountInformation = AccountInformation()
    cs_setup: CsSetup = CsSetup()
    key_people: list[KeyPerson] = []
    decision_path: DecisionPath = DecisionPath()
    budget: Budget = Budget()
    policy: Policy = Policy()
    commitments: list[Commitment] = []
    goals: list[Goal] = []
    milestones: list[Milestone] = []
    actions: list[Action] = []
    schedule: list[ScheduleEntry] = []
    contradictions: list[Contradiction] = []
    blanks: list[Blank] = []
    findings: list[Finding] = []
    rejected: list[Rejected] = []
    sources: list[SourceEntry] = []
    skipped: list[SkippedEntry] = []
