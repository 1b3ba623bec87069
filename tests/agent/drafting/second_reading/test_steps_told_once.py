"""A body's step told in several places is one; two days, two approvers and papers handed in are several."""

from __future__ import annotations

import pytest

from agent.drafting.second_reading.listed_steps import Listed, told_once
from agent.models.plan import DecisionStep

Told = tuple[str, str | None, str | None]


def _listed(step: str, approver: str | None, when: str | None) -> Listed:
    return Listed(DecisionStep(order=1, step=step, approver=approver, when=when, citations=[]), None, None)


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ([("審査会は毎月あります", "審査会", None), ("審査会は9月15日", "審査会", "2026-09-15")], [("審査会", "2026-09-15")]),
        ([("審査会は9月15日", "審査会", "2026-09-15"), ("15日です", None, "2026-09-15")], [("審査会", "2026-09-15")]),
        ([("審査会", "審査会", "2026-09-15"), ("審査会", "審査会", "2026-10-15")], [("審査会", "2026-09-15"), ("審査会", "2026-10-15")]),
        ([("審査会は9月15日", "審査会", "2026-09-15"), ("資料の締切", None, "2026-09-15")], [("審査会", "2026-09-15"), (None, "2026-09-15")]),
        ([("会長に話す", "会長", "2026-09-15"), ("会長の判", "会長", None)], [("会長", "2026-09-15"), ("会長", None)]),
        ([("The Board meets", "Board", "2026-09-15"), ("It goes to the Board", "Board", None)], [("Board", "2026-09-15")]),
    ],
)  # fmt: skip
def test_each_matter_once(told: list[Told], left: list[tuple[str | None, str | None]]) -> None:
    found = told_once([_listed(*one) for one in told])
    assert [(one.step.approver, one.step.when) for one in found] == left
    assert [one.step.order for one in found] == list(range(1, len(found) + 1))
