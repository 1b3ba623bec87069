"""Questions for the contract's days are answered from account.yaml, those for a successor by what is told of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.drafting.asked_fields import asked_field
from agent.pipeline import answer
from agent.store.account_folder import open_account

CALL = """WEBVTT

00:01.000 --> 00:09.000
<v 森口 亮>私、一月から育休に入ります。

00:10.000 --> 00:12.000
<v 野田 光>後任の方は決まっていますか。

00:13.000 --> 00:20.000
<v 森口 亮>購買課の西村さんになると思います。倉庫の堺さんは三月で退職されます。
"""


@pytest.fixture
def account(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "account.yaml").write_text(
        "id: A-9\nname: 株式会社みなと食品\ncontract_start: 2026-04-01\ncontract_end: 2027-03-31\nnotice_days: 60\n"
        "as_of: 2026-10-10\ncsm: 野田 光\nvendor: {name: 発注くん株式会社, people: [野田 光]}\n",
        encoding="utf-8",
    )
    (tmp_path / "sources" / "20261001_call.vtt").write_text(CALL, encoding="utf-8")
    (tmp_path / "sources" / "20260901_memo.md").write_text(
        "# 2026-09-01 面談\n先方: 購買課 課長 森口 亮様、倉庫課 主任 堺 誠様 / 野田\n\n- 利用は順調\n",
        encoding="utf-8",
    )
    return tmp_path


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ("解約通知はいつまでか", "budget.clocks.opt_out"),
        ("解約の申し入れ期限は", "budget.clocks.opt_out"),
        ("自動更新を止めるにはいつまでに連絡が必要ですか", "budget.clocks.opt_out"),
        ("By when do we have to give notice?", "budget.clocks.opt_out"),
        ("What is the last day to cancel?", "budget.clocks.opt_out"),
        ("契約はいつ終わりますか", "budget.clocks.contract"),
        ("契約満了日は", "budget.clocks.contract"),
        ("When does the subscription expire?", "budget.clocks.contract"),
        ("契約終了までの目標は何", None),
        ("When did Ana hand in her notice?", None),
    ],
)
def test_what_asks_for_the_contract_s_days(question: str, path: str | None) -> None:
    assert asked_field(question) == path


def test_the_contract_s_days_follow_from_account_yaml(account: Path) -> None:
    said = answer(open_account(account), "解約通知はいつまでか")
    assert said.status == "answered"
    assert "2027-01-30" in said.account_facts[0]
    assert "notice_days" in said.account_facts[0]
    assert "2027-03-31" in answer(open_account(account), "契約満了日は").account_facts[0]


def test_a_successor_is_told_of_after_the_question_for_one(account: Path) -> None:
    said = answer(open_account(account), "森口さんの後任は誰ですか")
    assert said.status == "answered"
    assert "西村さん" in said.items[0].citation.quote


def test_an_unknown_successor_is_asked_for(account: Path) -> None:
    said = answer(open_account(account), "堺さんの後任はどなたですか")
    assert (said.status, said.items) == ("not_stated", [])
    assert said.to_ask is not None
    assert "堺" in said.to_ask
    assert any("退職" in item.citation.quote for item in said.near_misses)
