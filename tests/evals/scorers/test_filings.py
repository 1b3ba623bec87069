"""Filings: a right plan scores 1.0 in every field; twenty small damages lower exactly the scores they should."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from agent.models.gold import (
    GoldAccountInformation,
    GoldFigure,
    GoldMonthDay,
    GoldOfficer,
    GoldSegment,
    Reference,
)
from evals.gold.filing_facts import words_digest
from evals.interface import Sample
from evals.scorers.filings import score_filing
from evals.scorers.plan_run import PlanRun

Plan = dict[str, Any]
YEARS = [(dt.date(2024, 4, 1), dt.date(2025, 3, 31)), (dt.date(2025, 4, 1), dt.date(2026, 3, 31))]
VALUES = {
    ("net_sales", 0): (12_345_000_000, "12,345"),
    ("net_sales", 1): (13_001_000_000, "13,001"),
    ("investing_cf", 0): (-45_000_000, "45"),
    ("investing_cf", 1): (-310_000_000, "310"),
    ("operating_income", 0): (None, None),
    ("operating_income", 1): (1_200_000_000, "1,200"),
    ("employees", 0): (812, "812"),
    ("employees", 1): (845, "845"),
}
OFFICERS = [("青木　一郎", "代表取締役社長", "1960-05-01"), ("見本 花子", "取締役\n管理本部長", "1971-11-30")]


def gold() -> GoldAccountInformation:
    def figure(key: str, year: int, value: int | None, printed: str | None) -> GoldFigure:
        start, end = YEARS[year]
        reference = Reference(
            document="d", element=key, quote_digest=words_digest(printed) if printed else None
        )
        return GoldFigure(
            key=key,
            start=start,
            end=end,
            scope="consolidated",
            standard=None if key == "employees" else "JGAAP",
            value=value,
            unit="人" if key == "employees" else "円",
            reference=reference,
        )

    at = Reference(document="d", element="X")
    return GoldAccountInformation(
        fiscal_year_end=GoldMonthDay(month=3, day=31),
        figures=[figure(key, year, *pair) for (key, year), pair in VALUES.items()],
        segments=[
            GoldSegment(
                name_digest="", sales=900, sales_also=[950], profit=90, end=YEARS[1][1], reference=at
            ),
            GoldSegment(name_digest="", sales=300, profit=-5, end=YEARS[1][1], reference=at),
            GoldSegment(name_digest="", sales=10, profit=1, end=YEARS[1][1], optional=True, reference=at),
        ],
        officers=[
            GoldOfficer(
                name_digest=words_digest(name),
                title_digest=words_digest(title),
                birth_digest=words_digest(born),
                reference=at,
            )
            for name, title, born in OFFICERS
        ],
    )


def value(number: object, quote: str, unit: str | None) -> Plan:
    citation = {"source_id": "s", "start": 0, "end": len(quote), "quote": quote}
    return {"value": number, "unit": unit, "citations": [citation], "check": "value_matches"}


def plan() -> Plan:
    rows = []
    for year, (start, end) in enumerate(YEARS):
        row: Plan = {"start": str(start), "end": str(end), "standard": "JGAAP", "scope": "consolidated"}
        for (key, of), (number, printed) in VALUES.items():
            if of == year:
                unit = "人" if key == "employees" else "円"
                row[key] = value(number, f"表\t△{printed}\t他", unit) if printed else None
        rows.append(row)
    return {
        "account_information": {
            "fiscal_year_end": value({"month": 3, "day": 31}, "3月31日", None),
            "financials": rows,
            "segments": [
                {"name": "甲", "sales": value(950, "950", "円"), "profit": value(90, "90", "円")},
                {"name": "乙", "sales": value(300, "300", "円"), "profit": value(-5, "△5", "円")},
            ],
            "officers": [{"name": n, "title": t, "birth_date": value(b, b, None)} for n, t, b in OFFICERS],
        },
        "sources": [],
    }


def scores(drafted: Plan) -> dict[str, float | None]:
    run = PlanRun(drafted, {}, 0.0, {})
    return {score.field: score.value for score in score_filing(Sample("d", "d", gold()), run)}


def test_a_right_plan_scores_one_everywhere() -> None:
    assert set(scores(plan()).values()) == {1.0}


def test_an_empty_plan_scores_nothing_but_its_blanks() -> None:
    empty = scores({"account_information": {}, "sources": []})
    assert empty.pop("figures.stated") == 1.0  # rightly blank
    assert empty.pop("figures.no_wrong") is None
    assert set(empty.values()) <= {0.0, None}


def row(drafted: Plan, year: int) -> Plan:
    found: Plan = drafted["account_information"]["financials"][year]
    return found


def officer(drafted: Plan, index: int) -> Plan:
    found: Plan = drafted["account_information"]["officers"][index]
    return found


def segments(drafted: Plan) -> list[Plan]:
    found: list[Plan] = drafted["account_information"]["segments"]
    return found


def set_figure(year: int, key: str, number: int) -> Callable[[Plan], object]:
    return lambda p: row(p, year)[key].update(value=number)


FIGURE = {"figures.value", "figures.no_wrong"}
MUTATIONS: list[tuple[str, Callable[[Plan], object], set[str]]] = [
    ("one digit", set_figure(0, "net_sales", 12_346_000_000), FIGURE),
    ("two digits swapped", set_figure(0, "net_sales", 12_354_000_000), FIGURE),
    ("millions as thousands", set_figure(0, "net_sales", 12_345_000), FIGURE),
    ("scale dropped", set_figure(1, "net_sales", 13_001), FIGURE),
    ("sign lost", set_figure(0, "investing_cf", 45_000_000), FIGURE),
    ("sign gained", set_figure(1, "operating_income", -1_200_000_000), FIGURE),
    ("last year's figure", set_figure(1, "net_sales", 12_345_000_000), FIGURE),
    ("another unit", lambda p: row(p, 0)["net_sales"].update(unit="USD"), FIGURE),
    ("unit lost", lambda p: row(p, 1)["employees"].update(unit="円"), FIGURE),
    ("figure left out", lambda p: row(p, 1).update(net_sales=None), {"figures.value"}),
    (
        "figure invented",
        lambda p: row(p, 0).update(operating_income=value(1, "1", "円")),
        {"figures.stated", "figures.no_wrong"},
    ),
    ("other scope", lambda p: row(p, 0).update(scope="non_consolidated"), {"figures.value"}),
    ("other standard", lambda p: row(p, 0).update(standard="IFRS"), {"figures.value"}),
    ("period ends a day early", lambda p: row(p, 0).update(end="2025-03-30"), {"figures.value"}),
    ("period starts late", lambda p: row(p, 1).update(start="2025-10-01"), FIGURE),
    ("a year missing", lambda p: p["account_information"]["financials"].pop(0), {"figures.value"}),
    (
        "another cell cited",
        lambda p: row(p, 0)["net_sales"]["citations"][0].update(quote="表\t99,999\t他"),
        {"figures.cell"},
    ),
    ("segment's sales", lambda p: segments(p)[0]["sales"].update(value=901), {"segments"}),
    ("segment's profit sign", lambda p: segments(p)[1]["profit"].update(value=5), {"segments"}),
    ("segment missing", lambda p: segments(p).pop(), {"segments"}),
    (
        "segment invented",
        lambda p: segments(p).append({"name": "丙", "sales": value(7, "7", "円")}),
        {"segments"},
    ),
    ("one character of a name", lambda p: officer(p, 0).update(name="青木　二郎"), {"officers.name"}),
    ("an officer missing", lambda p: p["account_information"]["officers"].pop(), {"officers.name"}),
    (
        "an officer invented",
        lambda p: p["account_information"]["officers"].append({"name": "架空"}),
        {"officers.name"},
    ),
    ("a title cut", lambda p: officer(p, 1).update(title="取締役"), {"officers.title"}),
    ("a title lost", lambda p: officer(p, 0).update(title=None), {"officers.title"}),
    (
        "a birthday off",
        lambda p: officer(p, 0)["birth_date"].update(value="1960-05-02"),
        {"officers.birth_date"},
    ),
    (
        "year-end a month off",
        lambda p: p["account_information"]["fiscal_year_end"].update(value={"month": 4, "day": 30}),
        {"filings.fiscal_year_end"},
    ),
]


@pytest.mark.parametrize(("name", "damage", "expected"), MUTATIONS, ids=[m[0] for m in MUTATIONS])
def test_damage_to_filings(name: str, damage: Callable[[Plan], object], expected: set[str]) -> None:
    drafted = copy.deepcopy(plan())
    damage(drafted)
    after = scores(drafted)
    lowered = {field for field, score in after.items() if score is not None and score < 1.0}
    assert lowered == expected


def test_what_is_left_over_may_be_listed() -> None:
    drafted = plan()
    segments(drafted).append(
        {"name": "その他", "sales": value(10, "10", "円"), "profit": value(1, "1", "円")}
    )
    assert scores(drafted)["segments"] == 1.0
