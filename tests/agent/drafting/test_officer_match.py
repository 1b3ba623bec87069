"""A family name in the notes becomes the officer's full name only where one officer fits by post."""

from __future__ import annotations

import pytest

from agent.drafting.officer_match import complete_names
from agent.models.plan import KeyPerson, Officer

CFO = Officer(name="森田　一郎", title="取締役 常務執行役員 管理本部長")


def person(name: str, title: str | None = "常務", **more: object) -> KeyPerson:
    return KeyPerson.model_validate({"id": "kp-1", "name": name, "title": title, **more})


@pytest.mark.parametrize("title", ["常務", "管理本部長", "本部長"])
def test_one_officer_of_that_name_and_post_gives_the_full_name(title: str) -> None:
    known = person("森田", title)
    complete_names([known], [CFO])
    assert (known.name, known.aliases) == ("森田 一郎", ["森田"])


@pytest.mark.parametrize(
    ("people", "officers"),
    [
        ([person("森田", "課長")], [CFO]),
        ([person("森田", None)], [CFO]),
        ([person("森")], [CFO]),
        ([person("森田")], [CFO, Officer(name="森田　次郎", title="常務取締役")]),
        ([person("森田"), person("森田 花子", "主任")], [CFO]),
        ([person("森田", kind="body")], [CFO]),
    ],
)
def test_doubt_changes_nothing(people: list[KeyPerson], officers: list[Officer]) -> None:
    before = [entry.model_copy(deep=True) for entry in people]
    complete_names(people, officers)
    assert people == before
