"""Pages that call a company by a part of its name or its shortened kind, and pages of another that shares a word."""

from __future__ import annotations

import pytest

from agent.company.names import is_called_in


@pytest.mark.parametrize(
    ("name", "title", "text", "called"),
    [
        ("医療法人社団青凪会 青凪総合病院", "部長の交代|青凪総合病院", "部長が退職します。", True),
        ("みどり野生活協同組合", "", "みどり野生協は9月に異動を行います。", True),
        ("Corrinda Seating Ltd", "", "Corrinda has named a chair. Corrinda's sales fell.", True),
        ("Corrinda Seating Ltd", "Corrinda cuts jobs", "It lost two orders.", True),
        ("Corrinda Seating Ltd", "", "Corrinda has named a chair.", False),
        ("Corrinda Seating Ltd", "Corrinda Shipping cuts jobs", "Corrinda Shipping lost two orders.", False),
        ("Harbour Seating Ltd", "Harbour news", "The harbour is busy. Harbour fees rise.", False),
    ],
)
def test_called_short(name: str, title: str, text: str, called: bool) -> None:
    assert is_called_in(text, name, title) is called
