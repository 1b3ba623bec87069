"""Items of lists of tools: each with its unit, its work and its plain name; what is no tool's name."""

import pytest

from agent.drafting.notes.tools.answers import items_under
from agent.drafting.notes.tools.items import split_items
from agent.drafting.notes.tools.no_name import is_no_name, is_told_otherwise


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "発注はモノタノミ、棚卸しも「カゾエル」",
            [("モノタノミ", "発注", None), ("カゾエル", "棚卸し", None)],
        ),
        ("総務課の出勤簿", [("出勤簿", None, "総務課")]),
        ("当番表2枚", [("当番表", None, None)]),
        ("ミナモ(白樺電機製)", [("ミナモ", None, None)]),
        ("holidays on paper in the stores", [("holidays on paper", "holidays", "stores")]),
        ("visitor log is a red ring binder", [("visitor log", None, None)]),
        ("shifts in a spreadsheet Priya built", [("spreadsheet", "shifts", None)]),
        ("Drayline (rosters)", [("Drayline", "rosters", None)]),
    ],
)
def test_an_item_of_a_list(text: str, wanted: list[tuple[str, str | None, str | None]]) -> None:
    assert [(i.name, i.purpose, i.department) for i in split_items(text)] == wanted


@pytest.mark.parametrize(
    "label",
    ["まわりの道具", "併走しているシステム", "一緒に使う仕組み", "Systems around ours", "Runs alongside"],
)
def test_labels_for_tools_beside_ours(label: str) -> None:
    assert [item.name for item in items_under(label, "カゾエル、Drayline")] == ["カゾエル", "Drayline"]


def test_firms_streets_and_places_are_no_tools() -> None:
    for words in ("Marlow Freight Ltd", "Canal Street", "Priya's job"):
        assert is_no_name(words)
    assert is_told_otherwise("Rotterdam", "Every invoice goes to a mailbox in Rotterdam.")
    assert not is_no_name("Priya's spreadsheet")
