"""Entries side by side: the likeliest are listed, each matter once, and what rests on no remark stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from agent.company.ownership import attribute
from agent.drafting.notes.claims import citation_of, claim_of
from agent.drafting.second_reading import weighed as module
from agent.drafting.second_reading.candidates import LISTS, Candidate, ListName, candidates
from agent.drafting.second_reading.claims import promise_form
from agent.drafting.second_reading.entries import BIAS, chance_of, features_of, likeliest, listed, load
from agent.drafting.second_reading.weighed import Weighed
from agent.models.evidence import Claim
from agent.pipeline import read_by_rules
from agent.renewal.remarks import Remark
from agent.store.account_folder import open_account
from connectors.registry import read_folder

NOTE = """5/18 定例
先方：赤羽様、当社：椎名
・稟議書には、入力が月40時間減ると書いた
・もう一度見ると稟議書には入力が月40時間減ると書いてある
・伝票の差し戻しは半分にする約束だった
・電車が遅れた
"""


@pytest.fixture
def remarks(tmp_path: Path) -> list[Remark]:
    (tmp_path / "sources").mkdir()
    (tmp_path / "account.yaml").write_text(
        "id: X\nname: 株式会社こぶし\nproduct: ナギ\nas_of: 2026-05-20\ncsm: 椎名\n", encoding="utf-8"
    )
    (tmp_path / "sources" / "0518.txt").write_text(NOTE, encoding="utf-8")
    account = open_account(tmp_path).account
    documents = read_folder(tmp_path / "sources").documents
    return read_by_rules(account, documents, attribute(documents, account)).notes.remarks


def _weighed(monkeypatch: pytest.MonkeyPatch, remarks: list[Remark], chances: dict[str, float]) -> Weighed:
    def likely(remarks: list[Remark], _seen: object, _weights: object) -> list[dict[str, float]]:
        return [
            {"promise": max((chance for words, chance in chances.items() if words in remark.text), default=0)}
            for remark in remarks
        ]

    monkeypatch.setattr(module, "likely_kinds", likely)
    return Weighed(remarks, [()] * len(remarks))


def _place(remarks: list[Remark], words: str) -> int:
    return next(place for place, remark in enumerate(remarks) if words in remark.text)


def test_likely_sentences_stand_beside_what_the_rules_found(
    monkeypatch: pytest.MonkeyPatch, remarks: list[Remark]
) -> None:
    weighed = _weighed(monkeypatch, remarks, {"40時間": 0.3, "半分": 0.3, "電車": 0.05})
    by_rules = claim_of("promise", 1, [remarks[_place(remarks, "半分")]])
    assert by_rules is not None
    found = candidates(weighed, [by_rules], promise_form(weighed))
    assert [one.by_rules for one in found] == [True, False, False]
    assert all("電車" not in one.text for one in found)
    assert found[0].places == (_place(remarks, "半分"),)


def test_a_matter_told_twice_is_listed_once_and_by_its_likeliest(
    monkeypatch: pytest.MonkeyPatch, remarks: list[Remark]
) -> None:
    weighed = _weighed(monkeypatch, remarks, {"書いた": 0.6, "書いてある": 0.9})
    found = candidates(weighed, [], promise_form(weighed))
    assert len(found) == 2
    assert likeliest(found, [0.6, 0.9], promise_form(weighed), 0.5) == [1]
    assert likeliest(found, [0.6, 0.9], promise_form(weighed), 0.95) == []


def test_what_only_goes_on_about_its_neighbour_is_not_listed_beside_it(
    monkeypatch: pytest.MonkeyPatch, remarks: list[Remark]
) -> None:
    weighed = _weighed(monkeypatch, remarks, {"書いてある": 0.9, "半分": 0.6})
    going_on = replace(promise_form(weighed), goes_on=lambda claim: "半分" in claim.text)
    found = candidates(weighed, [], promise_form(weighed))
    assert likeliest(found, [0.9, 0.6], promise_form(weighed), 0.5) == [0, 1]
    assert likeliest(found, [0.9, 0.6], going_on, 0.5) == [0]
    assert likeliest(found, [0.4, 0.6], going_on, 0.5) == [1]


def test_what_rests_on_no_remark_is_not_weighed(
    monkeypatch: pytest.MonkeyPatch, remarks: list[Remark]
) -> None:
    weighed = _weighed(monkeypatch, remarks, {})
    citation = citation_of(remarks[_place(remarks, "半分")])
    assert citation is not None
    elsewhere = citation.model_copy(update={"source_id": "published"})
    claim = Claim(id="promise-1", text="入力が減る", citations=[elsewhere], single_source=True)
    assert listed(weighed, [claim], promise_form(weighed)) == [claim]


def test_features_tell_how_often_it_is_said_and_who_saw_it(
    monkeypatch: pytest.MonkeyPatch, remarks: list[Remark]
) -> None:
    weighed = _weighed(monkeypatch, remarks, {"書いた": 0.6, "書いてある": 0.9, "半分": 0.2})
    by_rules = claim_of("promise", 1, [remarks[_place(remarks, "半分")]])
    assert by_rules is not None
    rule, first, second = features_of(weighed, candidates(weighed, [by_rules], promise_form(weighed)))
    assert rule["rule"] == 1.0
    assert "rule" not in first
    assert (first["alike"], first["alike better"], second["alike better"]) == (0.5, 1.0, 0.0)
    assert second["own"] > first["own"] > rule["own"]
    assert second["rank"] < first["rank"] < rule["rank"]


@pytest.mark.parametrize("name", LISTS)
def test_the_shipped_weights_believe_a_likelier_sentence_more(name: ListName) -> None:
    weights = load(name)
    assert BIAS in weights
    assert chance_of({"own": 2.0}, weights) > chance_of({"own": -2.0}, weights)


def test_the_candidates_of_an_empty_account_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed = _weighed(monkeypatch, [], {})
    found: list[Candidate[Claim]] = candidates(weighed, [], promise_form(weighed))
    assert found == []
    assert listed(weighed, [], promise_form(weighed)) == []
