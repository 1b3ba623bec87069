"""Frames of wording kept as data: patterns with a slot for a name and with word lists in braces."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

SLOT = "\ue010"
"""Stands for a name in the text that frames are matched against; one character a name."""
_SLOT_LETTER = re.compile(r"(?<![A-Za-z\\])N(?![A-Za-z])")
_LIST = re.compile(r"\{([a-z_]+)\}")


@cache
def frames(package: str, name: str, language: str, key: str) -> tuple[re.Pattern[str], ...]:
    """Compiled frames of one key of `package/name.toml`; N is the slot, `{list}` any word of that list of the table.

    English frames match either case and whole words where they begin with a letter.
    """
    table = tomllib.loads(files(package).joinpath(f"{name}.toml").read_text(encoding="utf-8"))[language]
    flags = re.IGNORECASE if language == "en" else re.NOFLAG
    return tuple(re.compile(_expanded(frame, table, language), flags) for frame in table[key])


def with_slots(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with each span (in order, apart from each other) replaced by one slot."""
    pieces, at = [], 0
    for start, end in spans:
        pieces += [text[at:start], SLOT]
        at = end
    return "".join([*pieces, text[at:]])


def slots_in(pattern: re.Pattern[str], masked: str) -> set[int]:
    """Numbers of the slots that stand inside a match of the pattern, counted from 0 over the whole masked text."""
    found: set[int] = set()
    for match in pattern.finditer(masked):
        before = masked.count(SLOT, 0, match.start())
        found |= set(range(before, before + match[0].count(SLOT)))
    return found


def _expanded(frame: str, table: dict[str, list[str]], language: str) -> str:
    whole = _LIST.sub(lambda match: f"(?:{'|'.join(table[match[1]])})", frame)
    starts_with_word = (
        language == "en" and re.match(r"[({\[]?\??:?[a-zA-Z{]", frame) and not frame.startswith("N")
    )
    return _SLOT_LETTER.sub(SLOT, rf"\b{whole}" if starts_with_word else whole)
