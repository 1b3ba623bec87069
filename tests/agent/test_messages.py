"""Every user-visible string exists in Japanese and English with the same placeholders."""

from __future__ import annotations

import string

import pytest

from agent.messages import areas, catalogue, text


def placeholders(entry: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(entry) if name}


def test_both_languages_have_the_same_areas() -> None:
    assert areas("ja") == areas("en") != []


@pytest.mark.parametrize("area", areas("ja"))
def test_entries_and_placeholders_agree(area: str) -> None:
    japanese, english = catalogue("ja", area), catalogue("en", area)
    assert japanese.keys() == english.keys()
    different = [key for key in japanese if placeholders(japanese[key]) != placeholders(english[key])]
    assert different == []


def test_values_are_filled_in() -> None:
    assert text("cli.month_day", "ja", month=3, day=31) == "3月31日"


def test_an_unknown_entry_is_an_error() -> None:
    with pytest.raises(KeyError):
        text("cli.no_such_entry", "ja")
