"""The register names slots that exist, and every empty one becomes a blank with a question."""

from __future__ import annotations

import datetime as dt
import typing
from typing import Any

import pytest
from pydantic import BaseModel

from agent.drafting.blanks import find_blanks, has_full_name
from agent.drafting.fields import FIELDS, PlanField
from agent.drafting.questions import question_kinds
from agent.models.evidence import Citation
from agent.models.plan import AccountSummary, Goal, KeyPerson, Provenance, SuccessPlan

ROLES = {"economic_buyer", "champion"}
COMPUTED_SLOTS = {"full_name"}


def plan(**parts: Any) -> SuccessPlan:
    return SuccessPlan(
        account=AccountSummary(id="T", name="株式会社テスト"),
        as_of=dt.date(2026, 11, 16),
        language="ja",
        provenance=Provenance(program="banso", sources_digest="", settings_digest=""),
        **parts,
    )


def person(name: str, **more: Any) -> KeyPerson:
    citation = Citation(source_id="s1", start=0, end=len(name), quote=name)
    return KeyPerson.model_validate({"id": "kp-1", "name": name, "citations": [citation], **more})


def fields_of(annotation: Any) -> dict[str, Any]:
    """Fields of the model behind an annotation (optional, list)."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {name: field.annotation for name, field in annotation.model_fields.items()}
    for argument in typing.get_args(annotation):
        if found := fields_of(argument):
            return found
    return {}


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.path)
def test_every_row_names_a_slot_of_the_plan_and_a_question(field: PlanField) -> None:
    here: Any = SuccessPlan
    for part in field.path.split("."):
        name, _, inside = part.partition("[")
        slots = fields_of(here)
        assert name in slots or name in COMPUTED_SLOTS
        assert inside in {"", "]"} or inside.removesuffix("]") in ROLES
        here = slots.get(name)
    for language in ("ja", "en"):
        assert field.kind in question_kinds(language)


def test_paths_are_unique() -> None:
    assert len({field.path for field in FIELDS}) == len(FIELDS)


def test_an_empty_plan_asks_for_everything_that_decides_first() -> None:
    blanks = find_blanks(plan(), next_meeting="2026-12-03 定例")
    assert [blank.field for blank in blanks[:2]] == ["key_people[economic_buyer]", "key_people[champion]"]
    assert {blank.field for blank in blanks} == {field.path for field in FIELDS if "[]" not in field.path}
    assert {blank.next_meeting for blank in blanks} == {"2026-12-03 定例"}


@pytest.mark.parametrize("role", sorted(ROLES))
@pytest.mark.parametrize("key", ["role", "also_roles"])
def test_a_known_role_is_not_asked_for(role: str, key: str) -> None:
    known = person("山田 太郎", **{key: role if key == "role" else [role]})
    assert f"key_people[{role}]" not in {blank.field for blank in find_blanks(plan(key_people=[known]))}


def test_a_persons_gaps_are_asked_by_name() -> None:
    fields = {
        blank.field: blank.question for blank in find_blanks(plan(key_people=[person("山田", title="部長")]))
    }
    assert "key_people[kp-1].title" not in fields
    assert "山田" in fields["key_people[kp-1].full_name"]
    assert {"key_people[kp-1].department", "key_people[kp-1].stance"} <= fields.keys()


def test_nobody_asks_for_the_stance_of_someone_who_left() -> None:
    fields = {blank.field for blank in find_blanks(plan(key_people=[person("山田 太郎", status="left")]))}
    assert not {"key_people[kp-1].stance", "key_people[kp-1].role", "key_people[kp-1].kana"} & fields


def test_a_goals_gaps_are_asked_one_by_one() -> None:
    citation = Citation(source_id="s1", start=0, end=2, quote="削減")
    goal = Goal(id="g-1", statement="電話を減らす", metric="件数", citations=[citation])
    fields = {blank.field for blank in find_blanks(plan(goals=[goal]))}
    assert "goals[g-1].metric" not in fields
    assert {f"goals[g-1].{slot}" for slot in ("baseline", "target", "due", "owner")} <= fields


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("山田 太郎", True),
        ("山田　太郎", True),
        ("山田太郎", True),
        ("ジョン・スミス", True),
        ("Jane Smith", True),
        ("山田", False),
        ("佐々木", False),
        ("Jane", False),
        ("専務", False),
    ],
)
def test_full_names_are_told_from_family_names(name: str, full: bool) -> None:
    assert has_full_name(name) is full
