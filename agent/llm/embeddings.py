"""Vectors from an OpenAI-compatible embeddings endpoint; only asked for when one is configured."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence

from agent.errors import ModelError
from agent.llm.settings import LOCAL_KEY

_BATCH = 64


class EndpointEmbedder:
    """The embedder of `BANSO_EMBEDDINGS_MODEL` at `BANSO_EMBEDDINGS_URL`."""

    semantic = True

    def __init__(self, model: str, base_url: str | None, api_key: str = LOCAL_KEY, seconds: float = 60.0):
        self.name = model
        self._base_url = base_url
        self._api_key = api_key
        self._seconds = seconds

    def passages(self, texts: Sequence[str]) -> list[list[float]]:
        """One vector a text. Raises ModelError when the endpoint fails or gives another number of vectors."""
        return [
            vector for at in range(0, len(texts), _BATCH) for vector in self._embed(texts[at : at + _BATCH])
        ]

    def question(self, text: str) -> list[float]:
        """The vector of a question."""
        return self._embed([text])[0]

    def _embed(self, texts: Sequence[str]) -> list[list[float]]:
        from openai import OpenAI, OpenAIError

        try:
            with OpenAI(base_url=self._base_url, api_key=self._api_key, timeout=self._seconds) as client:
                answer = client.embeddings.create(model=self.name, input=list(texts), encoding_format="float")
        except (OpenAIError, json.JSONDecodeError) as error:
            raise ModelError(f"embeddings model {self.name} at {self._base_url}: {error}") from error
        if len(answer.data) != len(texts):
            raise ModelError(
                f"embeddings model {self.name}: {len(answer.data)} vectors for {len(texts)} texts"
            )
        return [list(item.embedding) for item in sorted(answer.data, key=lambda item: item.index)]


def endpoint_embedder(environment: Mapping[str, str] = os.environ) -> EndpointEmbedder | None:
    """The configured embedder, or None without BANSO_EMBEDDINGS_MODEL."""
    model = environment.get("BANSO_EMBEDDINGS_MODEL", "").strip()
    if not model:
        return None
    url = environment.get("BANSO_EMBEDDINGS_URL") or environment.get("BANSO_BASE_URL") or None
    return EndpointEmbedder(model, url, environment.get("BANSO_API_KEY") or LOCAL_KEY)
