"""The catalogue of user-visible strings: one TOML file per area and language, looked up by dotted key.

`text("draft.read", "ja", count=12)` gives the entry `read` of `ja/draft.toml` with `{count}` filled in.
Every key exists in both languages with the same placeholders (tests/agent/messages).
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("ja", "en")


@cache
def catalogue(language: str, area: str) -> dict[str, str]:
    """All entries of one area, nested tables flattened with dots. Raises KeyError for an unknown area."""
    resource = files(__package__).joinpath(language, f"{area}.toml")
    if language not in LANGUAGES or not resource.is_file():
        raise KeyError(f"no messages for {language}/{area}")
    return dict(_flatten(tomllib.loads(resource.read_text(encoding="utf-8"))))


def text(key: str, language: str, /, **values: Any) -> str:
    """The string for `area.entry` in `ja` or `en`, placeholders filled. Raises KeyError when there is none."""
    area, _, entry = key.partition(".")
    return catalogue(language, area)[entry].format(**values)


def areas(language: str) -> list[str]:
    """Names of the areas a language has, sorted."""
    return sorted(
        item.name.removesuffix(".toml")
        for item in files(__package__).joinpath(language).iterdir()
        if item.name.endswith(".toml")
    )


def _flatten(table: dict[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    entries: list[tuple[str, str]] = []
    for name, value in table.items():
        if isinstance(value, dict):
            entries += _flatten(value, f"{prefix}{name}.")
        else:
            entries.append((prefix + name, str(value)))
    return entries
