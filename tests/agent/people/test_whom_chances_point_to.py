"""Of whom a sentence about deciding is, and how rules and chances are weighed together."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.people.deciding.buyer import Candidate, buyer_of, leader
from agent.people.deciding.links import linked
from agent.people.evidence_of_roles import Shown
from agent.people.statements import FIRST_MARK, Ref, Statement
from agent.people.types import Side

A, B = chr(FIRST_MARK), chr(FIRST_MARK + 1)
FIRST, SECOND = Ref("title", 0), Ref("body", 0)


def said(text: str, start: int = 0) -> Statement:
    refs = (FIRST, SECOND)
    return Statement(
        0, 0, start, start + len(text), text, refs, None, None, Side.UNKNOWN, None, 1, False, False, False
    )


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        (f"更新は{A}の判でおしまい", {FIRST}),
        (f"{A}ではなく{B}で決まる", {SECOND}),
        (f"{A}が起案して{B}に諮る", {SECOND}),
        (f"{A}によれば{B}次第", {SECOND}),
        (f"not {A} but {B} decides", {SECOND}),
        (f"{A} only forwards it, {B} signs", {SECOND}),
        ("天気の話", set()),
    ],
)
def test_a_sentence_is_about_the_one_who_acts(text: str, whom: set[Ref]) -> None:
    assert set(linked([said(text)], 0, [])) == whom


def _likely(ref: Ref, chance: float, start: int = 0) -> Shown:
    return Shown(ref, "economic_buyer", chance * 2, said("更新", start), chance)


@pytest.mark.parametrize(
    ("likely", "buyer"),
    [
        ([_likely(SECOND, 0.6)], ("body", 0)),
        ([_likely(SECOND, 0.2)], None),
        ([_likely(FIRST, 0.6)], None),
        ([_likely(FIRST, 0.6), _likely(FIRST, 0.6, 40)], ("title", 0)),
        ([_likely(SECOND, 0.6), _likely(FIRST, 0.6), _likely(FIRST, 0.6, 40)], ("title", 0)),
    ],
)
def test_chances_alone_need_more_for_a_bare_title(likely: list[Shown], buyer: tuple[str, int] | None) -> None:
    known = {key: Candidate(key) for key in (("title", 0), ("body", 0))}
    assert leader([], likely, known, dt.date(2026, 5, 1)) == buyer
    assert buyer_of([], likely, known, dt.date(2026, 5, 1)) is None  # a sentence must say so in known words


def _ruled(ref: Ref, start: int = 0) -> Shown:
    return Shown(ref, "economic_buyer", 3.0, said("決裁", start), 3.0)


def _voted(ref: Ref, start: int = 0) -> Shown:
    return Shown(ref, "economic_buyer", 4.0, said("更新", start), 4.0)


@pytest.mark.parametrize(
    ("shown", "likely", "buyer"),
    [
        ([_ruled(SECOND)], [_likely(SECOND, 0.6)], ("body", 0)),
        ([_ruled(SECOND)], [_likely(FIRST, 0.9, 40), _likely(FIRST, 0.9, 80)], ("body", 0)),
        ([_ruled(FIRST), _ruled(SECOND, 40)], [_likely(SECOND, 0.6)], None),
        ([_ruled(FIRST), _voted(SECOND, 40)], [_likely(SECOND, 0.6)], ("body", 0)),
        (
            [_ruled(FIRST), _ruled(FIRST, 60), _ruled(FIRST, 90), _voted(SECOND, 40)],
            [_likely(FIRST, 0.6)],
            ("title", 0),
        ),
    ],
)
def test_rules_name_the_buyer_and_chances_may_only_refuse(
    shown: list[Shown], likely: list[Shown], buyer: tuple[str, int] | None
) -> None:
    known = {key: Candidate(key) for key in (("title", 0), ("body", 0))}
    assert buyer_of(shown, likely, known, dt.date(2026, 5, 1)) == buyer
