"""Risks by fitted weights: a plain sign makes a risk and is quoted first; everyday lines make none."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.drafting.second_reading.risk_signs import BIAS, chance_of, chance_of_risk, load
from agent.pipeline import draft

ACCOUNT = "id: X\nname: 株式会社こぶし\nproduct: ナギ\nas_of: 2026-05-20\ncsm: 椎名\n"
CALM = "5/18 定例\n先方：赤羽様、当社：椎名\n・会議室は三階\n・お茶をいただいた\n・次回は来月\n"


def _risks(folder: Path, note: str) -> dict[str, list[str]]:
    (folder / "sources").mkdir()
    (folder / "account.yaml").write_text(ACCOUNT, encoding="utf-8")
    (folder / "sources" / "0518.txt").write_text(note, encoding="utf-8")
    plan = draft(folder).plan
    return {risk.kind: [citation.quote for citation in risk.citations] for risk in plan.policy.risks}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("推進役の赤羽様は、七月いっぱいで退職されるとのこと", "champion_departure"),
        ("経理から、来年度の予算は一律で二割減らすと言われている", "budget"),
        ("営業所では40席のうち5席しか使われていない", "low_usage"),
        ("他社のツールとも比較していて、そちらのほうが安いと言われた", "competitor"),
    ],
)
def test_a_plain_sign_makes_a_risk_that_quotes_it(tmp_path: Path, line: str, kind: str) -> None:
    risks = _risks(tmp_path, CALM + f"・{line}\n")
    assert kind in risks
    assert any(line in quote or quote in line for quote in risks[kind])


def test_everyday_lines_make_no_risk(tmp_path: Path) -> None:
    assert not _risks(tmp_path, CALM)


def test_a_sentence_heads_the_risk_it_shows_best(tmp_path: Path) -> None:
    note = (
        CALM
        + "・推進役の赤羽様は、七月いっぱいで退職されるとのこと\n・営業所では40席のうち5席しか使われていない\n"
    )
    risks = _risks(tmp_path, note)
    assert "退職される" in risks["champion_departure"][0]
    assert "5席" in risks["low_usage"][0]


def test_who_was_there_and_a_day_of_the_calendar_head_no_risk(tmp_path: Path) -> None:
    note = "5/18 定例\n出席：赤羽様(四月着任の新部長)、椎名\n・予算は十一月末に申請し、十二月の部長会で決まる\n・経理から、来年度の予算は一律で二割減らすと言われている\n"
    risks = _risks(tmp_path, note)
    assert "二割減らす" in risks["budget"][0]
    assert all(not quote.startswith("出席") for quotes in risks.values() for quote in quotes)


def test_several_signs_say_more_than_one() -> None:
    assert chance_of_risk([0.1, 0.1]) == pytest.approx(0.19)
    assert chance_of_risk([]) == 0.0


def test_a_rule_that_saw_the_risk_raises_the_chance() -> None:
    weights = load()
    assert weights[BIAS] < 0
    assert chance_of({"rule": 1.0, "own": 0.5}, weights) > chance_of({"own": 0.5}, weights)
