"""Which model answers, read from the environment; without `BANSO_MODEL` the program works alone."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from agent.errors import ConfigurationError

LOCAL_KEY = "none"
"""Local servers want some key; the OpenAI client refuses to start with an empty one."""


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """`seconds` bounds one whole answer (the client's own timeout is per read), `calls` one plan."""

    model: str
    base_url: str | None = None
    api_key: str = field(default=LOCAL_KEY, repr=False)
    seconds: float = 120.0
    calls: int = 40


def model_settings(environment: Mapping[str, str] = os.environ) -> ModelSettings | None:
    """Settings from BANSO_MODEL, BANSO_BASE_URL, BANSO_API_KEY, BANSO_MODEL_SECONDS and BANSO_MODEL_CALLS.

    None when BANSO_MODEL is unset. Raises ConfigurationError for a number that is none or not positive.
    """
    model = environment.get("BANSO_MODEL", "").strip()
    if not model:
        return None
    return ModelSettings(
        model=model,
        base_url=environment.get("BANSO_BASE_URL") or None,
        api_key=environment.get("BANSO_API_KEY") or LOCAL_KEY,
        seconds=_positive(environment, "BANSO_MODEL_SECONDS", 120.0),
        calls=int(_positive(environment, "BANSO_MODEL_CALLS", 40.0)),
    )


def _positive(environment: Mapping[str, str], name: str, default: float) -> float:
    written = environment.get(name, "")
    try:
        number = float(written) if written else default
    except ValueError:
        number = 0.0
    if number <= 0:
        raise ConfigurationError(
            f"{name}={written!r}: give a positive number, for example {name}={default:g}"
        )
    return number
