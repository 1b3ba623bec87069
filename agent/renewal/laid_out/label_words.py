"""Words of heads and labels, kept in words.toml: what a label announces, whichever way it is set out."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from tomllib import loads


@cache
def words() -> dict[str, re.Pattern[str]]:
    """The words of words.toml by name, both languages in one pattern."""
    tables = loads(files("agent.renewal.laid_out").joinpath("words.toml").read_text(encoding="utf-8"))
    return {
        name: re.compile(
            "|".join([*tables["ja"][name], *(rf"(?i:\b(?:{words})\b)" for words in tables["en"][name])])
        )
        for name in tables["ja"]
    }


@cache
def _labels() -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile(rf"(?:{words()[name].pattern})[ \u3000]?\d{{0,2}}\Z")
        for name in ("who", "when", "what")
    }


def label_of(text: str) -> str | None:
    """Which part a label announces: "who", "when" or "what"; None for words that are no label."""
    bare = re.sub(r"[\s\u3000*_:：]+$|^[\s\u3000*_・]+|[(（][^()（）]{0,8}[)）]$", "", text)
    return next((name for name, pattern in _labels().items() if bare and pattern.match(bare)), None)
