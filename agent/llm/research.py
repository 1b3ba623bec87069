"""Lets a model look for one answer in the sources: it searches, and proposes passages with quotes."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from agent.errors import ModelError
from agent.llm.settings import ModelSettings

MAX_TURNS = 6
"""Model calls one question may take; agents without a limit were seen to run for minutes."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A passage the model points at, with the words it takes for the answer. Nothing is checked here."""

    passage_id: str
    quote: str


def research(
    settings: ModelSettings, instructions: str, question: str, search: Callable[[str], dict[str, str]]
) -> list[Proposal]:
    """What the model proposes after searching. `search` gives passages by id; ModelError when the endpoint fails."""
    from langchain.agents import create_agent
    from langchain.agents.middleware import ModelCallLimitMiddleware
    from langchain_core.tools import tool
    from langchain_openai import ChatOpenAI
    from openai import OpenAIError
    from pydantic import SecretStr

    proposals: list[Proposal] = []

    @tool
    def search_sources(words: str) -> str:
        """Passages of the account's documents for some search words, as JSON: passage id to text."""
        return json.dumps(search(words), ensure_ascii=False)

    @tool
    def propose(passage_id: str, quote: str) -> str:
        """Propose the words of a passage that answer the question, copied letter by letter."""
        proposals.append(Proposal(passage_id, quote))
        return "noted"

    model = ChatOpenAI(
        model=settings.model,
        base_url=settings.base_url,
        api_key=SecretStr(settings.api_key),
        timeout=settings.seconds,
        max_retries=1,
        temperature=0,
        use_responses_api=False,
    )
    agent = create_agent(
        model,
        tools=[search_sources, propose],
        system_prompt=instructions,
        middleware=[ModelCallLimitMiddleware(run_limit=MAX_TURNS, exit_behavior="end")],
    )
    try:
        agent.invoke({"messages": [{"role": "user", "content": question}]})
    except (OpenAIError, json.JSONDecodeError, ValueError) as error:
        where = settings.base_url or "the default OpenAI endpoint"
        raise ModelError(f"model {settings.model} at {where} failed while researching: {error}") from error
    return proposals
