"""Every rule fires on its bad examples and stays silent on its good ones, in both languages."""

from __future__ import annotations

from typing import Any

import pytest

from agent.messages import catalogue
from agent.review.explain import Example, examples, explanation, judged
from agent.review.rules import RULES

CASES = [
    pytest.param(rule.id, language, quality, example, id=f"{rule.id}-{language}-{quality}-{at}")
    for rule in RULES
    for language in ("ja", "en")
    for quality in ("bad", "good")
    for at, example in enumerate(examples().get(rule.id, {}).get(f"{quality}_{language}", []))
]


@pytest.mark.parametrize(("rule", "language", "quality", "example"), CASES)
def test_example(rule: str, language: str, quality: str, example: Example) -> None:
    fired = {finding.rule for finding in judged(example, language)}
    assert (rule in fired) == (quality == "bad"), sorted(fired)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_is_complete(rule: Any) -> None:
    assert (rule.item is None) != (rule.whole is None)
    own = examples()[rule.id]
    assert all(own[f"{quality}_{language}"] for quality in ("bad", "good") for language in ("ja", "en"))
    for language in ("ja", "en"):
        entries = catalogue(language, "rules")
        assert all(entries[f"{rule.id}.{part}"] for part in ("title", "message", "question", "hint"))
        assert explanation(rule.id, language)["bad"][language]


def test_ids_are_unique_and_ordered() -> None:
    ids = [rule.id for rule in RULES]
    assert len(set(ids)) == len(ids)
    assert ids == sorted(
        ids, key=lambda rule_id: ("SMARTOP".index(rule_id[0]) if rule_id[0] != "T" else 4, rule_id)
    )
