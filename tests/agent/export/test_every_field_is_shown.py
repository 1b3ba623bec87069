"""No slot of a plan is missing from the sheets: neither its question when empty nor its citations when filled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from agent.drafting.blanks import find_blanks
from agent.export.compose import compose
from agent.export.layout import Cell, Layout
from agent.models.plan import AccountSummary, Provenance, SuccessPlan


def _cells(layout: Layout, without: str = "") -> Iterator[Cell]:
    for sheet in layout.sheets:
        for section in sheet.sections:
            if section.key != without:
                for table in section.tables:
                    for row in table.rows:
                        yield from row


def test_every_blank_of_an_empty_plan_asks_at_its_place() -> None:
    plan = SuccessPlan(
        account=AccountSummary(id="a", name="株式会社アオバ精機"),
        as_of=dt.date(2026, 11, 20),
        language="ja",
        provenance=Provenance(program="banso", sources_digest="a", settings_digest="b"),
    )
    plan.blanks = find_blanks(plan)
    shown = [cell.text for cell in _cells(compose(plan), without="blanks") if cell.unknown]
    missing = [blank.field for blank in plan.blanks if not any(blank.question in words for words in shown)]
    assert plan.blanks
    assert [field for field in missing if field not in ("goals", "commitments")] == []


def test_every_citation_of_a_plan_stands_beside_something(plan: SuccessPlan) -> None:
    layout = compose(plan)
    used = {number for cell in _cells(layout) for number in cell.numbers}
    assert used == set(range(1, len(layout.sources) + 1))


def test_every_section_of_the_contract_has_its_place(plan: SuccessPlan) -> None:
    plan.rejected = []
    shown = {section.key for sheet in compose(plan).sheets for section in sheet.sections}
    about = {"schema_version", "account", "as_of", "language", "provenance", "sources"}
    assert shown == set(SuccessPlan.model_fields) - about - {"rejected"}
