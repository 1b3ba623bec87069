"""Cue phrases kept as data: one TOML file per reading, patterns by name for Japanese and English together."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("ja", "en")
WORDS = re.compile(r"«(\w+)»")


@cache
def cues(package: str, name: str) -> dict[str, re.Pattern[str]]:
    """Compiled patterns of `package/name.toml`, one per key.

    The file has a table `ja` and a table `en` with the same keys, each a list of regular expressions; the two
    lists become one alternation, since a note in one language quotes the other and the scripts do not collide.
    «name» in a pattern stands for any of the words listed under `name` in the language's table `words`. English
    patterns match whole words and either case. Raises FileNotFoundError or KeyError for a broken file.
    """
    tables = _tables(package, name)
    keys = {key for language in LANGUAGES for key in tables.get(language, {})} - {"words", "frames"}
    return {key: _compile(*(_expanded(tables, language, key) for language in LANGUAGES)) for key in keys}


@cache
def frames(package: str, name: str, key: str) -> list[re.Pattern[str]]:
    """The patterns of one key of the tables `frames`, each apart so that all may have groups of the same name."""
    tables = _tables(package, name)
    japanese, english = (_expanded(tables, language, key, "frames") for language in LANGUAGES)
    return [re.compile(pattern) for pattern in japanese] + [
        re.compile(rf"\b(?:{pattern})(?!\w)") for pattern in english
    ]


def _tables(package: str, name: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads(files(package).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def _expanded(tables: dict[str, dict[str, Any]], language: str, key: str, within: str = "") -> list[str]:
    table = tables.get(language, {})
    words: dict[str, list[str]] = table.get("words", {})
    return [_filled(pattern, words) for pattern in (table.get(within, {}) if within else table).get(key, [])]


def _filled(pattern: str, words: dict[str, list[str]]) -> str:
    """Word lists may use one another; a name without a list raises KeyError."""
    while "«" in pattern:
        pattern = WORDS.sub(lambda found: f"(?:{'|'.join(words[found[1]])})", pattern)
    return pattern


def _compile(japanese: list[str], english: list[str]) -> re.Pattern[str]:
    parts = [
        *(f"(?:{pattern})" for pattern in japanese),
        *(rf"(?i:\b(?:{pattern})\b)" for pattern in english),
    ]
    return re.compile("|".join(parts) if parts else r"(?!)")
