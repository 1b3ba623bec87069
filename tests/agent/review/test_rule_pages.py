"""docs/rules is what the rules say, and the catalogue speaks both languages alike."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from agent.messages import catalogue
from agent.review.pages import pages

DOCS = Path(__file__).resolve().parents[3] / "docs" / "rules"


@pytest.mark.parametrize(("name", "content"), pages().items())
def test_page_is_up_to_date(name: str, content: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == content, (
        "run: python -m agent.review.pages docs/rules"
    )


def test_no_page_without_a_rule() -> None:
    assert {path.name for path in DOCS.glob("*.md")} == set(pages())


def test_messages_have_the_same_keys_and_placeholders() -> None:
    japanese, english = catalogue("ja", "rules"), catalogue("en", "rules")
    assert japanese.keys() == english.keys()
    for key, words in japanese.items():
        assert set(re.findall(r"\{(\w+)\}", words)) == set(re.findall(r"\{(\w+)\}", english[key])), key
