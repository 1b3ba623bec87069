"""The second reading keeps and adds by bounds, cites what it adds, and leaves alone what has no bound."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from types import SimpleNamespace

import pytest

from agent.calendar import Anchor
from agent.company.ownership import attribute
from agent.drafting.notes.claims import citations_of
from agent.drafting.second_reading import weighed as module
from agent.drafting.second_reading.claims import weighed_expansion, weighed_promises
from agent.drafting.second_reading.commitments import weighed_commitments
from agent.drafting.second_reading.goals import weighed_goals
from agent.drafting.second_reading.risks import weighed_risks
from agent.drafting.second_reading.weighed import Bounds, Weighed
from agent.models.plan import SuccessPlan
from agent.pipeline import draft, read_by_rules
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from agent.store.account_folder import open_account
from connectors.registry import read_folder

NOTE = """5/18 定例
先方：赤羽様、当社：椎名
・集計表は当社で作り、5/29までに赤羽様へお送りします
・導入のときの稟議書には、入力が月40時間減ると書いた
・[x] 椎名: 説明会を5/12に実施
・電車が遅れた
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "account.yaml").write_text(
        "id: X\nname: 株式会社こぶし\nproduct: ナギ\nas_of: 2026-05-20\ncsm: 椎名\n", encoding="utf-8"
    )
    (tmp_path / "sources" / "0518.txt").write_text(NOTE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def remarks(folder: Path) -> list[Remark]:
    account_folder = open_account(folder)
    documents = read_folder(account_folder.sources).documents
    ownership = attribute(documents, account_folder.account)
    return read_by_rules(account_folder.account, documents, ownership).notes.remarks


def _bounds(monkeypatch: pytest.MonkeyPatch, **bounds: Bounds) -> None:
    monkeypatch.setattr(module, "_table", lambda: {"ja": bounds, "en": {}})


def _chances(monkeypatch: pytest.MonkeyPatch, kind: str, words: str, chance: float) -> None:
    monkeypatch.setattr(
        module,
        "likely_kinds",
        lambda remarks, seen, weights: [
            {kind: chance if words in remark.text else 0.0} for remark in remarks
        ],
    )


def test_a_likely_sentence_becomes_a_cited_entry(
    monkeypatch: pytest.MonkeyPatch, remarks: list[Remark]
) -> None:
    _chances(monkeypatch, "promise", "月40時間減る", 0.9)
    (claim,) = weighed_promises(Weighed(remarks, [()] * len(remarks)), [])
    assert "月40時間減る" in claim.citations[0].quote
    assert (
        remarks[0].document.text[claim.citations[0].start : claim.citations[0].end]
        == claim.citations[0].quote
    )


def test_below_the_bound_nothing_is_added_and_what_none_believes_is_dropped(
    monkeypatch: pytest.MonkeyPatch, remarks: list[Remark]
) -> None:
    _chances(monkeypatch, "expansion", "月40時間減る", 0.95)
    claims = weighed_expansion(Weighed(remarks, [()] * len(remarks)), [])
    assert len(claims) == 1
    _chances(monkeypatch, "expansion", "月40時間減る", 0.001)
    assert weighed_expansion(Weighed(remarks, [()] * len(remarks)), claims) == []


def test_first_holds_only_where_the_rules_found_none(
    monkeypatch: pytest.MonkeyPatch, remarks: list[Remark]
) -> None:
    _bounds(monkeypatch, persona=Bounds(0.0, 0.9, 0.3))
    _chances(monkeypatch, "persona", "", 0.4)
    weighed = Weighed(remarks, [()] * len(remarks))
    first = [remark for remark, _ in weighed.added("persona", [])]
    assert len(first) >= 3
    assert list(weighed.added("persona", citations_of(first[:1]))) == []


def test_an_added_commitment_has_side_and_due_date(
    monkeypatch: pytest.MonkeyPatch, remarks: list[Remark]
) -> None:
    _chances(monkeypatch, "commit_us", "お送りします", 0.9)
    anchor = Anchor(as_of=dt.date(2026, 5, 20))
    (entry,) = weighed_commitments(Weighed(remarks, [()] * len(remarks)), [], anchor)
    assert entry.who == "us"
    assert entry.due is not None
    assert entry.due.value == "2026-05-29"


def test_a_ticked_task_is_no_open_commitment(monkeypatch: pytest.MonkeyPatch, remarks: list[Remark]) -> None:
    _chances(monkeypatch, "commit_us", "説明会", 0.9)
    assert any("説明会" in remark.text for remark in remarks)
    anchor = Anchor(as_of=dt.date(2026, 5, 20))
    assert weighed_commitments(Weighed(remarks, [()] * len(remarks)), [], anchor) == []


def test_kinds_without_bounds_are_left_to_the_rules(
    monkeypatch: pytest.MonkeyPatch, remarks: list[Remark]
) -> None:
    _bounds(monkeypatch)
    _chances(monkeypatch, "persona", "", 0.99)
    assert list(Weighed(remarks, [()] * len(remarks)).added("persona", [])) == []


def test_a_likely_risk_is_told_with_its_sign_first(
    monkeypatch: pytest.MonkeyPatch, remarks: list[Remark], folder: Path
) -> None:
    _bounds(monkeypatch)
    _chances(monkeypatch, "risk:price", "40時間", 0.99)
    sides = Sides(open_account(folder).account, SimpleNamespace(people=[], vendor_people=[]))
    risks = weighed_risks(Weighed(remarks, [()] * len(remarks)), [], [], sides)
    assert [risk.kind for risk in risks] == ["price"]
    assert "40時間" in risks[0].citations[0].quote


def test_the_whole_draft_cites_every_entry(folder: Path) -> None:
    plan: SuccessPlan = draft(folder).plan
    assert any("お送りします" in entry.text for entry in plan.commitments)
    assert all(entry.citations for entry in plan.commitments)
    assert any("40時間" in claim.text for claim in plan.policy.promises_at_purchase)


def test_bounds_stand_in_order() -> None:
    for kinds in module._table().values():
        for kind, bounds in kinds.items():
            assert 0 <= bounds.keep < bounds.first <= bounds.add, kind


def test_a_day_of_the_month_is_no_target(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "account.yaml").write_text("id: X\nname: Fern Ltd\nas_of: 2026-05-20\n", encoding="utf-8")
    (tmp_path / "sources" / "a.txt").write_text(
        "- I'll have the audit findings with you by the 16th\n- Reduce picking errors to 16 a week by March\n",
        encoding="utf-8",
    )
    account_folder = open_account(tmp_path)
    account = account_folder.account
    documents = read_folder(account_folder.sources).documents
    readings = read_by_rules(account, documents, attribute(documents, account))
    remarks = readings.notes.remarks
    monkeypatch.setattr(module, "_table", lambda: {"ja": {}, "en": {"goal": Bounds(0.0, 0.5, 0.5)}})
    _chances(monkeypatch, "goal", "16", 0.9)
    weighed = Weighed(remarks, [()] * len(remarks))
    goals = weighed_goals(weighed, [], remarks, Sides(account, readings.people), Anchor(as_of=account.as_of))
    assert [goal.citations[0].quote for goal in goals] == ["Reduce picking errors to 16 a week by March"]
