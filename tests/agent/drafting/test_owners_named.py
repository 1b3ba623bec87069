"""Owners noted in short get the plan's name where one person fits, and keep their words where none or two do."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest

from agent.drafting.owners_named import owners_named
from agent.models.account import Account
from agent.models.plan import Commitment, KeyPerson

PEOPLE = [
    KeyPerson(id="kp-01", name="芹沢 美咲", aliases=["serizawa", "芹沢"]),
    KeyPerson(id="kp-02", name="芦田 亮", aliases=["芦田"]),
    KeyPerson(id="kp-03", name="大和田 徹", aliases=["大和田"]),
    KeyPerson(id="kp-04", name="大和田 亨", aliases=[]),
    KeyPerson(id="kp-05", name="購買委員会", kind="body"),
]


def _owner(words: str, who: Literal["us", "customer"]) -> str | None:
    account = Account.model_validate(
        {
            "id": "A-1",
            "name": "x",
            "as_of": date(2026, 4, 1),
            "csm": "宮地 聡",
            "vendor": {"people": ["宮地 聡", "Dana Whitlock"]},
        }
    )
    entry = Commitment(who=who, text="資料を送ります", owner=words, citations=[])
    return owners_named([entry], PEOPLE, account)[0].owner


@pytest.mark.parametrize(
    ("words", "who", "name"),
    [
        ("芹", "customer", "芹沢 美咲"),
        ("芦田課長", "customer", "芦田 亮"),
        ("先方（芹沢様）", "customer", "芹沢 美咲"),
        ("購買課 芦田", "customer", "芦田 亮"),
        ("serizawa", "customer", "芹沢 美咲"),
        ("宮", "us", "宮地 聡"),
        ("当社（宮地）", "us", "宮地 聡"),
        ("Dana", "us", "Dana Whitlock"),
        ("大和田", "customer", "大和田"),  # two of that name
        ("大", "customer", "大"),
        ("当社", "us", "当社"),
        ("戸川@いずみ商事", "customer", "戸川"),
        ("芹沢", "us", "芹沢"),  # nobody of ours
    ],
)
def test_named(words: str, who: Literal["us", "customer"], name: str) -> None:
    assert _owner(words, who) == name
