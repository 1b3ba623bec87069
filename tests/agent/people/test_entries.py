"""Every entry carries the words it rests on, cut exactly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from agent.models.account import Account
from agent.people import PeopleReading, read_people
from connectors.interface import Document
from connectors.registry import read_folder

FILES = {
    "m.txt": "定例 2026年9月3日\n先方：製造部 小川課長、内藤様\n当社：江崎\n\n小川課長「決めるのは根岸部長です」\n内藤様「毎朝画面を見ています」\n",
    "s.eml": "From: 小川 進 <ogawa@yamane.example>\nTo: 江崎 薫 <ezaki@soyogi.example>\nDate: Thu, 10 Sep 2026 10:00:00 +0900\nSubject: x\n\n江崎様\n\nぜひ続けたいと思っています。\n\n株式会社ヤマネ製作\n製造部 課長 小川 進\n",
}


def check(reading: PeopleReading, documents: list[Document]) -> None:
    texts = {d.source_id: d.text for d in documents}
    assert reading.people
    for person in reading.people:
        assert person.citations, person.name
        quotes = "\n".join(c.quote for c in person.citations)
        for words in (person.name, person.title, person.department):
            assert words is None or words in quotes, (person.name, words)
        for citation in person.citations:
            assert texts[citation.source_id][citation.start : citation.end] == citation.quote


def test_names_titles_and_departments_stand_in_the_quotes(
    read: Callable[..., PeopleReading], documents: Callable[[Mapping[str, str]], list[Document]]
) -> None:
    check(read(FILES), documents(FILES))


def test_the_same_sources_give_the_same_reading(read: Callable[..., PeopleReading]) -> None:
    assert [p.model_dump() for p in read(FILES).people] == [p.model_dump() for p in read(FILES).people]


def test_nothing_to_read_is_an_empty_reading(read: Callable[..., PeopleReading]) -> None:
    reading = read({"u.csv": "月,部門,件数\n2026-08,製造部,12\n"})
    assert (reading.people, reading.vendor_people, reading.findings) == ([], [], [])


@pytest.mark.realdata
@pytest.mark.parametrize("number", ["01", "02", "03", "04", "05"])
def test_packs_quote_exactly_and_list_nobody_of_ours(shared_packs: Path, number: str) -> None:
    [pack] = shared_packs.glob(f"pack-{number}-*")
    account = Account.model_validate(yaml.safe_load((pack / "account.yaml").read_text(encoding="utf-8")))
    documents = read_folder(pack / "sources").documents
    reading = read_people(account, documents, SimpleNamespace(as_of=account.as_of))
    check(reading, documents)
    gold = yaml.safe_load((pack / "gold.yaml").read_text(encoding="utf-8"))
    assert not {p.name for p in reading.people} & set(gold["not_people"])
    assert account.as_of >= max(p.last_contact or dt.date.min for p in reading.people)
