"""An account of our own making in Japanese and one in English, read by the real readers."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from agent.calendar import Anchor
from agent.drafting.notes import NotesReading, read_notes
from agent.models.account import Account
from agent.models.plan import KeyPerson
from connectors.interface import Document, RawSource
from connectors.registry import read_source

Files = dict[str, str]
Read = Callable[[str, Files], "Account_"]
Account_ = SimpleNamespace

PEOPLE = {
    "ja": [
        {"id": "kp-1", "name": "常務会", "kind": "body", "role": "economic_buyer"},
        {"id": "kp-2", "name": "熊倉", "title": "部長", "role": "influencer", "aliases": ["熊倉部長"]},
        {
            "id": "kp-3",
            "name": "椎名 健太",
            "title": "係長",
            "role": "champion",
            "status": "leaving",
            "aliases": ["椎名係長"],
        },
    ],
    "en": [
        {"id": "kp-1", "name": "Spend Committee", "kind": "body", "role": "economic_buyer"},
        {"id": "kp-2", "name": "Hugo Brandt", "title": "Head of Support", "role": "influencer"},
        {"id": "kp-3", "name": "Nadia Costa", "title": "Team Lead", "role": "champion"},
    ],
}
ACCOUNTS = {
    "ja": {
        "id": "J-1",
        "name": "株式会社青藍精機",
        "product": "ミチシルベ",
        "contract_start": "2026-04-01",
        "contract_end": "2027-03-31",
        "notice_days": 60,
        "csm": "野々村 遥",
        "as_of": "2026-10-05",
        "language": "ja",
        "vendor": {"name": "道標テック", "people": ["野々村 遥", "戸張 剛"]},
    },
    "en": {
        "id": "E-1",
        "name": "Calderon Freight Ltd",
        "product": "Lantern Desk",
        "contract_start": "2026-01-01",
        "contract_end": "2026-12-31",
        "notice_days": 60,
        "csm": "Olivia Marsh",
        "as_of": "2026-08-20",
        "language": "en",
        "vendor": {"name": "Lantern Works", "people": ["Olivia Marsh", "Ben Archer"]},
    },
}


@pytest.fixture
def notes() -> Callable[[str, Files], SimpleNamespace]:
    """`notes("ja", {path: text})` gives `.reading` of those files, and `.texts` by source id."""

    def reading(language: str, files: Files) -> SimpleNamespace:
        documents: list[Document] = []
        for path, text in files.items():
            found, skipped = read_source(RawSource(path, text.encode()))
            assert not skipped
            documents += found
        account = Account.model_validate(ACCOUNTS[language])
        people = [KeyPerson.model_validate(entry) for entry in PEOPLE[language]]
        who = SimpleNamespace(people=people, vendor_people=account.vendor.people)
        month = 3 if language == "ja" else 12
        anchor = Anchor(
            account.as_of, month, contract_start=account.contract_start, contract_end=account.contract_end
        )
        found_notes: NotesReading = read_notes(account, documents, who, anchor)
        return SimpleNamespace(reading=found_notes, texts={d.source_id: d.text for d in documents})

    return reading
