"""The account that fits and labelled notes are read as is the one a draft is made from."""

from __future__ import annotations

from pathlib import Path

from agent.pipeline import draft
from evals.read_account import read_account

SAMPLE = Path(__file__).resolve().parents[2] / "examples" / "minato"


def test_the_rules_read_what_a_draft_starts_from() -> None:
    read, plan = read_account(SAMPLE), draft(SAMPLE).plan
    assert read.account.language == "ja"
    assert {one.source_id for one in read.documents} == {source.id for source in plan.sources}
    people = read.readings.people.people
    assert [whole.name.startswith(one.name) for one, whole in zip(people, plan.key_people, strict=True)] == [
        True
    ] * 7
    assert read.readings.notes.remarks
