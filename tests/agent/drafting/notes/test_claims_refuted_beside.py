"""A claim and what stands beside it: use that a count refutes, a decider on record who is not; look-alikes stay."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.drafting.notes.contradictions import said as statements
from agent.drafting.notes.contradictions.beside import Beside, decider_corrected, use_refuted
from agent.models.account import Account
from agent.people.types import PeopleReading
from agent.renewal.remarks import Remark, read_remarks
from agent.renewal.sides import Sides
from connectors.interface import RawSource
from connectors.registry import read_source

AS_OF = dt.date(2026, 5, 20)
ACCOUNT = Account.model_validate({"id": "X", "name": "株式会社こぶし", "as_of": "2026-05-20"})
SIDES = Sides(ACCOUNT, PeopleReading())
LOW = {"usage": 0.6, "risk:low_usage": 0.6}
USE = {"usage": 0.5}
DECIDER = {"decider": 0.6}


def _notes(lines: list[str], chances: list[dict[str, float]]) -> list[Beside]:
    text = "".join(f"- {line}\n" for line in lines)
    documents, _ = read_source(RawSource("0518.txt", text.encode()))
    said = statements.testimony(read_remarks(documents, SIDES), AS_OF)
    return [Beside(s, given) for s, given in zip(said, chances, strict=True)]


def _bare(remark: Remark) -> str:
    return remark.text.removeprefix("- ")


@pytest.mark.parametrize(
    ("claim", "against"),
    [
        ("檜山課長「うちの課は全員、毎日使っていますよ」", "ログを見ると、25名中6名しか開いていない"),
        ("副店長は「もうみんな毎朝入力しています」と胸を張る", "管理画面では先月の入力は40席中7席だった"),
        ("Rowan swears everybody uses it every day", "but the log shows 5 of 48 signed in last month"),
        (
            'Depot manager said "the whole crew is using it daily"',
            "Export says 3 of 30 have opened it since May",
        ),
    ],
)
def test_a_count_beside_refutes_that_all_use_it(claim: str, against: str) -> None:
    pairs = list(use_refuted(_notes([claim, against], [USE, LOW])))
    assert [(_bare(pair.a), _bare(pair.b), pair.why) for pair in pairs] == [(claim, against, "data")]


@pytest.mark.parametrize(
    ("claim", "beside", "chances"),
    [
        ("檜山課長「全員に毎日使ってほしい」", "ログを見ると、25名中6名しか開いていない", LOW),
        ("檜山課長「うちの課は全員、毎日使っていますよ」", "ログでも25名中24名が開いている", USE),
        ("檜山課長「経理課は全員、毎日使っています」", "購買課はログで25名中6名しか開いていない", LOW),
        ("檜山課長「うちの課は全員、毎日使っていますか？」", "ログを見ると、25名中6名しか開いていない", LOW),
        (
            "檜山課長「うちの課は全員、毎日使っています」",
            "檜山さんがいなかったら、25名中6名も使っていない",
            LOW,
        ),
        ("Rowan says everybody should be using it every day", "but the log shows 5 of 48 signed in", LOW),
        ("Rowan says everybody uses it every day", "and the log agrees, 46 of 48 signed in", USE),
    ],
)
def test_wishes_questions_other_units_and_high_counts_refute_nothing(
    claim: str, beside: str, chances: dict[str, float]
) -> None:
    assert not list(use_refuted(_notes([claim, beside], [USE, chances])))


@pytest.mark.parametrize(
    ("claim", "against"),
    [
        ("CRMには決裁者は檜山課長とある", "でも実際は今年から経営会議の合議で決まるそうです"),
        ("前任のメモでは更新は檜山課長の一存", "ところが規程の改定で、いまは社長決裁になった"),
        (
            "Our CRM still has Rowan as decision maker",
            "In fact she only recommends, the board now approves it",
        ),
        (
            "The sales handover says Rowan signs off",
            "She told us she cannot sign any more, it goes to the CFO",
        ),
    ],
)
def test_what_stands_beside_overtakes_a_decider_on_record(claim: str, against: str) -> None:
    pairs = list(decider_corrected(_notes([claim, against], [DECIDER, DECIDER]), [], SIDES))
    assert [(pair.topic, _bare(pair.a), _bare(pair.b)) for pair in pairs] == [("decider", claim, against)]


@pytest.mark.parametrize(
    ("claim", "beside"),
    [
        ("CRMには決裁者は檜山課長とありますか？", "でも実際は経営会議の合議で決まるそうです"),
        ("檜山課長が決裁者というのは私の思い違いでした", "実際は経営会議の合議で決まるそうです"),
        ("職務権限規程では決裁者は檜山課長とある", "でも実際は経営会議の合議で決まるそうです"),
        ("CRMには決裁者は檜山課長とある", "昼食は向かいのそば屋で済ませた"),
        ("I had her down as the decider till today", "In fact she only recommends, the board approves it"),
    ],
)
def test_questions_and_beliefs_taken_back_are_no_contradiction(claim: str, beside: str) -> None:
    assert not list(decider_corrected(_notes([claim, beside], [DECIDER, DECIDER]), [], SIDES))
