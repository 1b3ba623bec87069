"""Prompts declare what they use, and a changed text raises its version."""

from __future__ import annotations

import pytest

import prompts


@pytest.mark.parametrize("name", prompts.names())
def test_the_lock_holds_every_prompts_digest(name: str) -> None:
    prompt = prompts.load(name)
    assert prompts.locked().get(f"{name}@{prompt.version}") == prompt.digest


def test_missing_and_unknown_variables_are_named() -> None:
    with pytest.raises(prompts.PromptError, match=r"missing \['company'\], unknown \['firm'\]"):
        prompts.load("research_gap").fill(question="?", firm="x")


def test_an_absent_prompt_names_those_there_are() -> None:
    with pytest.raises(prompts.PromptError, match="research_gap"):
        prompts.load("no_such_prompt")
