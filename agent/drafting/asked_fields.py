"""Which field of the plan a question asks for, if any."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_LIST = re.compile(r"«(\w+)»")


@dataclass(frozen=True, slots=True)
class AskedField:
    """A path of the register with the groups of words that a question for it meets, and those that rule it out."""

    path: str
    needed: tuple[re.Pattern[str], ...]
    ruled_out: re.Pattern[str] | None

    def is_asked(self, question: str) -> bool:
        """True when each group has a word in the folded question and nothing rules it out."""
        met = all(group.search(question) for group in self.needed)
        return met and not (self.ruled_out and self.ruled_out.search(question))


def asked_field(question: str) -> str | None:
    """Path of the field (a row of `agent.drafting.fields.FIELDS`, or a clock) that the question asks for; else None."""
    folded = unicodedata.normalize("NFKC", question).strip()
    if _never().search(folded):
        return None
    return next((field.path for field in _fields() if field.is_asked(folded)), None)


@cache
def _never() -> re.Pattern[str]:
    return _either(_table()["never"]["words"], {})


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("asked_fields.toml").read_text(encoding="utf-8"))


@cache
def _fields() -> tuple[AskedField, ...]:
    table = _table()
    lists: dict[str, list[str]] = table["words"]
    return tuple(
        AskedField(
            row["path"],
            tuple(_either(group, lists) for group in row["all"]),
            _either(row["none"], lists) if row.get("none") else None,
        )
        for row in table["field"]
    )


def _either(words: list[str], lists: dict[str, list[str]]) -> re.Pattern[str]:
    whole = [_LIST.sub(lambda match: f"(?:{'|'.join(lists[match[1]])})", word) for word in words]
    return re.compile("|".join(whole), re.IGNORECASE)
