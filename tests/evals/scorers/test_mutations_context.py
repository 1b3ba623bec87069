"""Twenty small damages to what surrounds the decision lower exactly the scores they should."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

Plan = dict[str, Any]


def tools(plan: Plan) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = plan["cs_setup"]["tools"]
    return found


def policy(plan: Plan, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = plan["policy"][name]
    return found


def topics(plan: Plan) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = plan["account_information"]["topics"]
    return found


def replace(entry: dict[str, Any], old: str, new: str) -> None:
    assert old in entry["text"]
    entry["text"] = entry["text"].replace(old, new)


def extra(entries: list[dict[str, Any]], **more: Any) -> None:
    entry = copy.deepcopy(entries[0])
    entry.update(**more)
    entry["citations"] = []
    entries.append(entry)


def due(plan: Plan, index: int, value: str | None) -> None:
    old = plan["commitments"][index]["due"]
    plan["commitments"][index]["due"] = old | {"value": value} if value else None


PASSAGES = "citations.gold_passages"
MUTATIONS: list[tuple[str, str, Callable[[Plan], object], set[str]]] = [
    (
        "fiscal year-end a month off",
        "pack-02",
        lambda p: p["account_information"]["fiscal_year_end"].update(value={"month": 4, "day": 30}),
        {"fiscal_year_end_month"},
    ),
    (
        "fiscal year-end where nobody knows",
        "pack-05",
        lambda p: p["account_information"].update(
            fiscal_year_end={"value": {"month": 3, "day": 31}, "check": "computed", "derived": {"rule": "g"}, "citations": p["key_people"][0]["citations"][:1]}
        ),
        {"fiscal_year_end_month", "abstention.left_blank", "abstention.met"},
    ),
    ("a tool missing", "pack-02", lambda p: tools(p).pop(2), {"tools.found", PASSAGES}),
    ("an invented tool", "pack-02", lambda p: extra(tools(p), name="スラック"), {"tools.found", "citations.exact"}),
    ("another tool's name", "pack-02", lambda p: tools(p)[3].update(name="ドキュメント君"), {"tools.found", "citations.exact"}),
    ("overlap turned round", "pack-02", lambda p: tools(p)[1].update(overlap_with_us=True), {"tools.overlap_with_us"}),
    ("overlap invented", "pack-02", lambda p: tools(p)[0].update(overlap_with_us=True), {"tools.overlap_with_us"}),
    ("tool of another department", "pack-02", lambda p: tools(p)[3].update(department="営業本部"), {"tools.department"}),
    ("another purpose", "pack-02", lambda p: tools(p)[1].update(purpose="給与計算"), {"tools.purpose"}),
    ("a promise missing", "pack-03", lambda p: policy(p, "promises_at_purchase").pop(1), {"promises_at_purchase", PASSAGES}),
    (
        "one digit of a promise",
        "pack-02",
        lambda p: replace(policy(p, "promises_at_purchase")[0], "3,600", "3,000"),
        {"promises_at_purchase"},
    ),
    (
        "a promise turned round",
        "pack-02",
        lambda p: replace(policy(p, "promises_at_purchase")[1], "なくす", "なくさない"),
        {"promises_at_purchase"},
    ),
    (
        "an invented promise",
        "pack-02",
        lambda p: extra(policy(p, "promises_at_purchase"), id="x", text="解約率を半減する", kind="human"),
        {"promises_at_purchase"},
    ),
    (
        "expansion where there is none",
        "pack-08",
        lambda p: p["policy"]["expansion"].append({"id": "x", "text": "Add 50 seats", "kind": "human", "citations": []}),
        {"abstention.left_blank", "abstention.met", "expansion"},
    ),
    ("a risk missing", "pack-02", lambda p: policy(p, "risks").pop(1), {"risks.found", "risks.kind", PASSAGES}),
    (
        "a risk of another kind",
        "pack-02",
        lambda p: policy(p, "risks")[1].update(kind="security"),
        {"risks.found", "risks.kind"},
    ),
    ("one digit of a risk", "pack-02", lambda p: replace(policy(p, "risks")[3], "52名", "62名"), {"risks.found"}),
    (
        "an invented risk",
        "pack-02",
        lambda p: extra(policy(p, "risks"), kind="security", text="情報漏えいの疑い"),
        {"risks.found", "risks.kind", "citations.exact"},
    ),
    ("a topic missing", "pack-03", lambda p: topics(p).pop(3), {"topics", PASSAGES}),
    ("a topic of another day", "pack-02", lambda p: topics(p)[0].update(as_of="2025-11-06"), {"topics"}),
    ("one digit of a topic", "pack-02", lambda p: replace(topics(p)[0], "49.4%", "44.9%"), {"topics"}),
    ("a commitment missing", "pack-02", lambda p: p["commitments"].pop(2), {"commitments", PASSAGES}),
    (
        "a commitment of the other side",
        "pack-02",
        lambda p: p["commitments"][0].update(who="customer"),
        {"commitments"},
    ),
    ("a commitment a day later", "pack-02", lambda p: due(p, 0, "2026-12-03"), {"commitments.due"}),
    ("a commitment's day left out", "pack-02", lambda p: due(p, 1, None), {"commitments.due"}),
    ("a contradiction missing", "pack-01", lambda p: p["contradictions"].pop(0), {"contradictions"}),
    (
        "a contradiction of other passages",
        "pack-02",
        lambda p: p["contradictions"][0].update(text="別の話", a=p["contradictions"][1]["a"], b=p["contradictions"][2]["b"]),
        {"contradictions"},
    ),
    (
        "one digit of a contradiction",
        "pack-02",
        lambda p: replace(p["contradictions"][0], "12月11日", "12月1日"),
        {"contradictions"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "pack", "damage", "expected"), MUTATIONS, ids=[m[0] for m in MUTATIONS])
def test_damage_to_the_context(
    lowered: Callable[[str, Callable[[Plan], object]], set[str]],
    name: str,
    pack: str,
    damage: Callable[[Plan], object],
    expected: set[str],
) -> None:
    assert lowered(pack, damage) - {PASSAGES} == expected - {PASSAGES}
