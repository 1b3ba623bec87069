"""A small account written in the test, read by the real readers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any

import pytest

from agent.models.account import Account
from agent.people import PeopleReading, read_people
from connectors.interface import Document, RawSource
from connectors.registry import read_source


def documents_of(files: Mapping[str, str]) -> list[Document]:
    out: list[Document] = []
    for path, words in files.items():
        documents, skipped = read_source(RawSource(path, words.encode("utf-8")))
        assert not skipped, skipped
        out += documents
    return out


@pytest.fixture
def documents() -> Callable[[Mapping[str, str]], list[Document]]:
    return documents_of


@pytest.fixture
def read() -> Callable[..., PeopleReading]:
    """`read({path: text}, csm=…, as_of=…)`: the reading of an account 「株式会社ヤマネ製作」."""

    def run(files: Mapping[str, str], as_of: str = "2026-10-01", **account: Any) -> PeopleReading:
        details = {
            "id": "T",
            "name": "株式会社ヤマネ製作",
            "csm": "江崎 薫",
            "product": "ソヨギ フロー",
            "as_of": dt.date.fromisoformat(as_of),
            "language": "ja",
        }
        return read_people(
            Account.model_validate(details | account),
            documents_of(files),
            SimpleNamespace(as_of=details["as_of"]),
        )

    return run
