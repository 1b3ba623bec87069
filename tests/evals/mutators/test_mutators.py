"""Every mutator changes what it gets, by the seed alone, and the checker refuses the result."""

from __future__ import annotations

from random import Random

import pytest

from agent.evidence.quote import Found, QuoteChecker
from evals.mutators import MUTATORS, Material
from evals.mutators.cut_ends import denied_clauses
from evals.retyped import RETYPINGS

QUOTES = [
    "2026年3月期の売上高は△1,234.5百万円と、前期比で減少し、株式会社アオバネの非連結子会社ではありません。",
    "Sales of Acme Foods Inc. increased 12.5% to $1,234.5 million in 2025 and are not expected to fall.",
    "(1,234)百万円",
    "三島部長は、更新するとは限らないという見方を否定した。",
    "非連結子会社ガバナンスは2社",
]
LONG = (
    "当社は、国内の工場の自動化を進め、"
    + "、".join(f"第{number}工場の設備の更新を順に行い" for number in range(1, 20))
    + "、投資の額は売上の一割までとし、海外の工場の拡張は行わない方針である。"
)
MATERIAL = Material(
    ["株式会社ミズホシ", "三浦", "Delta Works Inc."],
    ["これは別の文書の文です。"],
    ["海外の工場の拡張は行わない方針である。"],
    denied_clauses(LONG),
)


@pytest.mark.parametrize("name", list(MUTATORS))
def test_mutants_differ_repeat_and_are_refused(name: str) -> None:
    source = "\n".join([*QUOTES, LONG])
    checker = QuoteChecker(source)
    made = 0
    for seed in range(60):
        quote = QUOTES[seed % len(QUOTES)]
        mutant = MUTATORS[name](Random(seed), quote, MATERIAL)
        assert mutant == MUTATORS[name](Random(seed), quote, MATERIAL)
        if not mutant:
            continue
        made += 1
        assert mutant != quote
        assert not isinstance(checker.find(mutant), Found), mutant
    assert made


@pytest.mark.parametrize("name", list(RETYPINGS))
def test_retyped_quotes_are_found_where_they_stand(name: str) -> None:
    source = "\n".join(QUOTES)
    checker = QuoteChecker(source)
    for seed in range(40):
        quote = QUOTES[seed % len(QUOTES)]
        answer = checker.find(RETYPINGS[name](Random(seed), quote))
        assert isinstance(answer, Found), (quote, answer.reason)
        assert source[answer.start : answer.end] == quote
