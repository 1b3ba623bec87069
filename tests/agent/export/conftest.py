"""A small plan made by hand, with everything an export must show or make harmless."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.models.evidence import (
    Blank,
    Citation,
    Claim,
    ClaimKind,
    Derived,
    PlanLocator,
    QuestionForms,
    Value,
)
from agent.models.finding import Finding, Severity
from agent.models.plan import (
    AccountInformation,
    AccountSummary,
    Action,
    Budget,
    Contradiction,
    FinancialRow,
    Goal,
    KeyPerson,
    MonthDay,
    Provenance,
    Risk,
    ScheduleEntry,
    SkippedEntry,
    SourceEntry,
    SuccessPlan,
    Tool,
)
from connectors.interface import Document, DocumentKind

TEXT = (
    '議事録\n決算は3月31日です。\n売上高\t353,217\n営業利益\t△1,234\n=HYPERLINK("http://evil.example")\n'
    "<script>alert(1)</script> [ここ](http://evil.example) を見てください。\n若宮さんが推進しています。\n"
)


def cite(quote: str) -> Citation:
    start = TEXT.index(quote)
    return Citation(
        source_id="s000000000001",
        start=start,
        end=start + len(quote),
        quote=quote,
        locator=PlanLocator(section="議事録", row=3),
    )


@pytest.fixture
def document() -> Document:
    return Document(
        source_id="s000000000001",
        path="minutes.md",
        title="議事録",
        kind=DocumentKind.NOTE,
        text=TEXT,
        blocks=(),
        sha256="0" * 64,
        language="ja",
    )


@pytest.fixture
def plan() -> SuccessPlan:
    return make_plan("ja")


@pytest.fixture
def english_plan() -> SuccessPlan:
    return make_plan("en")


def make_plan(language: str) -> SuccessPlan:
    sales = Value[int | float](value=353_217_000_000, unit="円", citations=[cite("353,217")])
    loss = Value[int | float](value=-1_234_000_000, unit="円", citations=[cite("△1,234")])
    ratio = Value[object](value=0.5, unit="pure", citations=[cite("353,217")])
    equity = Value[int | float](
        value=50, unit="%", check="computed", derived=Derived(rule="percent", inputs=[ratio])
    )
    question = "営業改革部の若宮さんの目標の期日はいつですか。"
    return SuccessPlan(
        account=AccountSummary.model_validate(
            {"id": "aoba", "name": "株式会社アオバ精機", "industry": "精密部品", "stage": "renewal"}
        ),
        as_of=dt.date(2026, 11, 20),
        language=language,  # type: ignore[arg-type]
        provenance=Provenance(program="banso 0.1.0", sources_digest="a", settings_digest="b"),
        account_information=AccountInformation(
            fiscal_year_end=Value[MonthDay](
                value=MonthDay(month=3, day=31), citations=[cite("決算は3月31日です。")]
            ),
            financials=[
                FinancialRow(
                    start=dt.date(2025, 4, 1),
                    end=dt.date(2026, 3, 31),
                    standard="JGAAP",
                    scope="consolidated",
                    net_sales=sales,
                    operating_income=loss,
                    equity_ratio=equity,
                ),
                FinancialRow(
                    start=dt.date(2026, 4, 1),
                    end=dt.date(2026, 9, 30),
                    standard="JGAAP",
                    scope="consolidated",
                ),
            ],
            topics=[
                Claim(
                    id="t-1",
                    text=cite('=HYPERLINK("http://evil.example")').quote,
                    citations=[cite('=HYPERLINK("http://evil.example")')],
                )
            ],
            implications=[
                Claim(id="i-1", text="費用の説明を求められる。", kind=ClaimKind.INFERENCE, premises=["t-1"])
            ],
        ),
        cs_setup={"tools": [Tool(name="チャット", citations=[cite("議事録")])]},  # type: ignore[arg-type]
        key_people=[
            KeyPerson(
                id="kp-01",
                name="若宮 透",
                title="主任",
                role="champion",
                role_basis="evidenced",
                stance="推進",
                citations=[cite("若宮さんが推進しています。")],
            )
        ],
        budget=Budget(),
        policy={
            "kind": "churn_prevention",
            "risks": [
                Risk(
                    kind="price",
                    text="<script>alert(1)</script> [ここ](http://evil.example) を見てください。",
                    citations=[
                        cite("<script>alert(1)</script> [ここ](http://evil.example) を見てください。")
                    ],
                )
            ],
        },  # type: ignore[arg-type]
        goals=[Goal(id="g-1", statement="締めを3日にする", owner="若宮", citations=[cite("議事録")])],
        actions=[Action(id="a-1", side="us", text="@見積を再提示する", owner="桐原", due="2026-12-01")],
        schedule=[
            ScheduleEntry(
                date="2026-11-30", lane="customer", text="役員会", kind="decide", citations=[cite("議事録")]
            ),
            ScheduleEntry(date="2026-12", lane="us", text="成果の共有", kind="playbook"),
        ],
        contradictions=[
            Contradiction(text="売上が違う", a=cite("353,217"), b=cite("△1,234"), preferred="a", why="新しい")
        ],
        blanks=[
            Blank(
                field="goals[g-1].due",
                reason="資料にない",
                question=question,
                ask="若宮さん",
                how=QuestionForms(close="いつ?", normal="いつでしょうか。", distant="差し支えなければ…"),
            ),
            Blank(
                field="key_people[economic_buyer]",
                reason="資料にない",
                question="更新を最終的に決める方はどなたですか。",
                ask="若宮さん",
                how=QuestionForms(close="誰?", normal="どなたですか。", distant="差し支えなければ…"),
            ),
        ],
        findings=[
            Finding(rule="T01", severity=Severity.WARNING, path="goals[g-1].due", message="期日がない")
        ],
        sources=[
            SourceEntry(
                id="s000000000001",
                title="議事録",
                kind="note",
                path="minutes.md",
                language="ja",
                sha256="0" * 64,
                characters=len(TEXT),
            )
        ],
        skipped=[SkippedEntry(path="x.png", reason_code="unsupported")],
    )
