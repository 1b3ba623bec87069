"""Group companies that notes name; words behind 親会社の that name no company are none."""

from __future__ import annotations

import pytest

from agent.company.group_told import read_group_told
from agent.models.account import Account
from connectors.interface import RawSource
from connectors.registry import read_source


def names(text: str, customer: str = "株式会社白浜製菓") -> list[str]:
    documents, _ = read_source(RawSource("memo.md", text.encode()))
    account = Account.model_validate(
        {"id": "A-1", "name": customer, "as_of": "2026-10-05", "vendor": {"name": "道標テック"}}
    )
    return [company.name for company in read_group_told(account, documents, [])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("来期は関連会社の白浜ロジ(60名)にも広げたい。", ["白浜ロジ"]),
        ("親会社の株式会社青葉は来春に統合する。", ["株式会社青葉"]),
        ("親会社のシステムに合わせる。子会社の社長に聞く。", []),
        ("| 新職 | 氏名 |\n|---|---|\n| 白浜運輸株式会社 出向 | 名取 健 |", ["白浜運輸株式会社"]),
        ("Our sister company Ardley Print would like it too.", ["Ardley Print"]),
        ("The parent company CFO decides.", []),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_an_account_without_a_vendor_name() -> None:
    documents, _ = read_source(RawSource("memo.md", "関連会社の白浜ロジ(60名)".encode()))
    account = Account.model_validate({"id": "A-1", "name": "株式会社白浜製菓", "as_of": "2026-10-05"})
    assert len(read_group_told(account, documents, [])) == 1
