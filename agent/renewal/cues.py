"""Cue phrases kept as data: one TOML file per reading, patterns by name for Japanese and English together."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

LANGUAGES = ("ja", "en")


@cache
def cues(package: str, name: str) -> dict[str, re.Pattern[str]]:
    """Compiled patterns of `package/name.toml`, one per key.

    The file has a table `ja` and a table `en` with the same keys, each a list of regular expressions; the two
    lists become one alternation, since a note in one language quotes the other and the scripts do not collide.
    English patterns match whole words and either case. Raises FileNotFoundError or KeyError for a broken file.
    """
    tables = tomllib.loads(files(package).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    keys = {key for language in LANGUAGES for key in tables.get(language, {})}
    return {
        key: _compile(tables.get("ja", {}).get(key, []), tables.get("en", {}).get(key, [])) for key in keys
    }


def _compile(japanese: list[str], english: list[str]) -> re.Pattern[str]:
    parts = [
        *(f"(?:{pattern})" for pattern in japanese),
        *(rf"(?i:\b(?:{pattern})\b)" for pattern in english),
    ]
    return re.compile("|".join(parts) if parts else r"(?!)")
