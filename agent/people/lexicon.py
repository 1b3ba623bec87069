"""The word tables of this package (data/*.toml) and the patterns built from them, each read once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """One table of data/, as TOML gives it. Raises FileNotFoundError for an unknown name."""
    return tomllib.loads(files(__package__).joinpath("data", f"{name}.toml").read_text(encoding="utf-8"))


def alternatives(words: list[str], escape: bool = True) -> str:
    """A non-capturing group that tries longer words first."""
    ordered = sorted(dict.fromkeys(words), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(w) if escape else w for w in ordered) + ")"


@cache
def titles_ja() -> list[str]:
    return [
        t for level in table("titles")["level"] for t in level["titles"] if not t[0].isascii() or len(t) <= 4
    ]


@cache
def titles_en() -> list[str]:
    return [t for level in table("titles")["level"] for t in level["titles"] if t[0].isascii()]


@cache
def ranks() -> dict[str, int]:
    """Title → seniority, 1 highest."""
    return {t: level["rank"] for level in table("titles")["level"] for t in level["titles"]}


@cache
def unique_titles() -> frozenset[str]:
    """Titles one person of a company holds."""
    return frozenset(t for level in table("titles")["level"] if level.get("unique") for t in level["titles"])


@cache
def title_pattern() -> str:
    """Regular expression of one Japanese title or its Latin abbreviation, without department."""
    latin = [t for t in titles_ja() if t.isascii()]
    kanji = [t for t in titles_ja() if not t.isascii()]
    return f"(?:{alternatives(kanji)}|{alternatives(latin)}(?![A-Za-z]))"


@cache
def department_pattern() -> str:
    """Regular expression of one organisational unit's name, ending in a unit word."""
    head = r"(?:お客[様さ]ま?|お取引先|くらし|すまい|まちづくり|ものづくり|みらい)?"
    return head + r"[一-龥々ァ-ヶーA-Za-z0-9&・/]{0,16}?" + alternatives(table("departments")["suffixes"])


@cache
def honorific_pattern() -> str:
    return alternatives(table("honorifics")["after_name"])


@cache
def latin_honorific() -> str:
    """Regular expression of what stands before a name in Latin letters: Mr., Ma'am, Captain, Encik."""
    known = table("honorifics")
    return alternatives([*known["before_name"], *known["before_name_small"]])


@cache
def not_names() -> frozenset[str]:
    return (
        frozenset(table("honorifics")["not_names"])
        | frozenset(titles_ja())
        | frozenset(table("departments")["bare"])
    )
