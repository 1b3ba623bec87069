"""Asks an OpenAI-compatible Chat Completions endpoint for one typed answer."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from agent.errors import ModelError
from agent.llm.settings import ModelSettings

if TYPE_CHECKING:
    from openai import AsyncOpenAI
    from openai.types.chat import ChatCompletion

Shape = TypeVar("Shape", bound=BaseModel)
ATTEMPTS = 2
"""Answers asked for before giving up on one that does not fit its shape."""


@dataclass(frozen=True, slots=True)
class Answer(Generic[Shape]):
    """A validated answer with what it took."""

    value: Shape
    tokens: int


class Endpoint:
    """One configured model. Chat Completions, because OpenAI-compatible servers generally offer nothing else."""

    def __init__(self, settings: ModelSettings) -> None:
        self.settings = settings
        self._strict = True

    def answer(self, instructions: str, material: str, shape: type[Shape]) -> Answer[Shape]:
        """The model's answer as `shape`. Raises ModelError when the endpoint fails, answers too late or in no
        valid form; the message names the endpoint and what to check."""
        try:
            return asyncio.run(self._answer(instructions, material, shape))
        except TimeoutError:
            raise self._error(
                f"gave no answer within {self.settings.seconds:g} s; raise BANSO_MODEL_SECONDS"
            ) from None

    async def _answer(self, instructions: str, material: str, shape: type[Shape]) -> Answer[Shape]:
        from openai import AsyncOpenAI, OpenAIError

        tokens = 0
        problem = ""
        async with (
            asyncio.timeout(self.settings.seconds),
            AsyncOpenAI(base_url=self.settings.base_url, api_key=self.settings.api_key) as client,
        ):
            for _ in range(ATTEMPTS):
                try:
                    completion = await self._complete(client, instructions, material, shape, problem)
                except (OpenAIError, json.JSONDecodeError) as error:
                    raise self._error(f"failed: {error}") from error
                tokens += completion.usage.total_tokens if completion.usage else 0
                content = completion.choices[0].message.content if completion.choices else None
                try:
                    return Answer(shape.model_validate_json(_without_fence(content or "")), tokens)
                except ValidationError as error:
                    problem = (
                        f"The last answer did not fit the schema: {error.errors()[0]['msg']}. Answer again."
                    )
        raise self._error("answered outside the schema twice")

    async def _complete(
        self, client: AsyncOpenAI, instructions: str, material: str, shape: type[BaseModel], problem: str
    ) -> ChatCompletion:
        from openai import BadRequestError

        schema = shape.model_json_schema()
        if self._strict:
            try:
                return await self._create(
                    client, instructions, material, problem, _strict_format(shape.__name__, schema)
                )
            except BadRequestError:
                self._strict = False  # the server knows no json_schema; ask in words from now on
        described = (
            f"{instructions}\n\nAnswer with one JSON object of this JSON Schema:\n{json.dumps(schema)}"
        )
        return await self._create(client, described, material, problem, {"type": "json_object"})

    async def _create(
        self, client: AsyncOpenAI, instructions: str, material: str, problem: str, form: dict[str, Any]
    ) -> ChatCompletion:
        messages: Any = [{"role": "system", "content": instructions}, {"role": "user", "content": material}]
        if problem:
            messages.append({"role": "user", "content": problem})
        completion: ChatCompletion = await client.chat.completions.create(
            model=self.settings.model,
            messages=messages,
            response_format=form,
            temperature=0,  # type: ignore[call-overload]
        )
        return completion

    def _error(self, what: str) -> ModelError:
        where = self.settings.base_url or "the default OpenAI endpoint"
        return ModelError(
            f"model {self.settings.model} at {where} {what} (BANSO_MODEL, BANSO_BASE_URL, BANSO_API_KEY)"
        )


def _strict_format(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"type": "json_schema", "json_schema": {"name": name, "schema": schema, "strict": True}}


def _without_fence(content: str) -> str:
    """Many local models wrap JSON in a Markdown fence."""
    lines = content.strip().splitlines()
    if len(lines) >= 2 and lines[0].startswith("```") and lines[-1].strip() == "```":
        return "\n".join(lines[1:-1])
    return content
