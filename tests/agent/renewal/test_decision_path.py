from __future__ import annotations

from types import SimpleNamespace

import pytest

from agent.calendar import Anchor
from agent.renewal.budget import announcement_date, decision_body, decision_date, request_window
from agent.renewal.decision_path import Step, decision_steps, read_steps
from agent.renewal.instructions import set_aside


def steps_of(notes: SimpleNamespace, month: int | None) -> list[Step]:
    anchor = Anchor(notes.account.as_of, month, contract_end=notes.account.contract_end)
    remarks, _ = set_aside(notes.remarks)
    return read_steps(remarks, notes.who.people, notes.sides, anchor)


def test_steps_told_in_one_sentence_are_taken_apart(japanese: SimpleNamespace) -> None:
    steps = decision_steps(steps_of(japanese, 3), "ja")
    assert [(s.order, s.when) for s in steps] == [
        (1, "2026-10-23"),  # corrected by the mail
        (2, "2026-11"),
        (3, "2026-12"),
        (4, "2027-01"),
    ]
    assert steps[2].approver == "常務会"
    assert steps[2].amount_threshold is not None
    assert steps[2].amount_threshold.value == 3_000_000


def test_every_step_is_cited(japanese: SimpleNamespace) -> None:
    texts = {d.source_id: d.text for d in japanese.documents}
    for step in decision_steps(steps_of(japanese, 3), "ja"):
        assert step.citations
        for c in step.citations:
            assert texts[c.source_id][c.start : c.end] == c.quote


def test_budget_facts_come_from_the_steps(japanese: SimpleNamespace) -> None:
    steps = steps_of(japanese, 3)
    request, decided, told = request_window(steps), decision_date(steps), announcement_date(steps)
    assert request is not None
    assert decided is not None
    assert told is not None
    body = decision_body(steps)
    assert body is not None
    assert (request.value, decided.value, told.value, body.value) == (
        "2026-10-23",
        "2026-12",
        "2027-01",
        "常務会",
    )
    assert request.check == "computed"  # no year in the words


def test_english_steps(english: SimpleNamespace) -> None:
    steps = decision_steps(steps_of(english, None), "en")
    assert [(s.when, s.approver) for s in steps] == [
        ("2026-09-30", None),
        ("2026-10-21", "Spend Committee"),
    ]
    assert steps[1].amount_threshold is not None
    assert (steps[1].amount_threshold.value, steps[1].amount_threshold.unit) == (50_000, "USD")


@pytest.mark.parametrize("words", ["たぶん", "不明", "Perhaps"])
def test_guesses_make_no_step(japanese: SimpleNamespace, english: SimpleNamespace, words: str) -> None:
    for notes in (japanese, english):
        for step in steps_of(notes, None):
            assert not any(words in sighting.remark.text for sighting in step.sightings)
