"""`regex(text)`: `re.compile(text)`, without the compiling where that was done ahead.

Compiling word lists to patterns was half of what `banso check` took to start. `python -m evals.ready_patterns` keeps
what Python's own compiler makes of them in `data/patterns.bin`, under the digest of text and flags. A pattern that is
not there is compiled as always, and so is every pattern where the file was made with another version of the compiler.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import marshal
import re
import sys
import zlib
from array import array
from collections.abc import Mapping
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from agent.calendar.telling_words import only_told

READY = Path(__file__).parent / "data" / "patterns.bin"
COMPILER = f"3 {sys.implementation.cache_tag} {_sre.MAGIC} {_sre.CODESIZE} {sys.byteorder}"
"""Codes of one compiler mean nothing to another; before it the form of the file."""
Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...], str]
"""Flags, codes as unsigned machine words, number of groups, group by name, name by group, telling words by line breaks."""

asked: set[tuple[str, int]] = set()
"""Text and flags of every pattern asked for, ready or not."""
asked_groups: dict[str, list[str]] = {}
"""Every list of words asked for, by its lines."""
asked_tables: set[str] = set()
"""Every TOML text asked for."""


def regex(text: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled pattern. Raises re.error as `re.compile` does."""
    asked.add((text, int(flags)))
    made = _ready().patterns.get(key_of(text, int(flags)))
    if made is None:
        return re.compile(text, flags)
    all_flags, codes, groups, by_name, names, telling = made
    found: re.Pattern[str] = _sre.compile(text, all_flags, array("I", codes).tolist(), groups, by_name, names)
    return only_told(found, telling.split("\n")) if telling else found


def ready_group(listed: list[str]) -> str | None:
    """The group of `agent.calendar.alternation` that was made of the words ahead; None where there is none."""
    text = "\n".join(listed)
    asked_groups[text] = listed
    return _ready().groups.get(key_of(text, 0))


def ready_table(text: str) -> dict[str, Any] | None:
    """What a TOML text says, read ahead; None where it was not."""
    asked_tables.add(text)
    return _ready().tables.get(key_of(text, 0))


def key_of(text: str, flags: int) -> bytes:
    """The name a pattern or a group is kept under."""
    return blake2b(f"{flags}:{text}".encode(), digest_size=10).digest()


class _Kept(NamedTuple):
    """Codes of patterns, texts of groups of words, and tables of words, by their keys."""

    patterns: Mapping[bytes, Made]
    groups: Mapping[bytes, str]
    tables: Mapping[bytes, dict[str, Any]]


@cache
def _ready() -> _Kept:
    """What the file holds for this compiler; nothing where it is absent or was made with another one."""
    if not READY.is_file():
        return _Kept({}, {}, {})
    compiler, *kept = marshal.loads(zlib.decompress(READY.read_bytes()))
    return _Kept(*kept) if compiler == COMPILER else _Kept({}, {}, {})
