"""Blanks that one talk fills stand in one row: all of a goal, of a person, of a tool; all that a company publishes.

A plan has some fifty blanks; nobody asks fifty questions. `plan.blanks` keeps every one with its own words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from agent.export.cells import CellMaker
from agent.export.entries import entry_at, first_words
from agent.models.evidence import Blank, Citation

_OF_ENTRY = re.compile(r"(?P<entry>.+\[[^\]]+\])\.(?P<slot>\w+)")
_COMPANY = "account_information"
_ALONE = frozenset((f"{_COMPANY}.fiscal_year_end", f"{_COMPANY}.implications"))
"""What a renewal hangs on, and what we have to think of ourselves: neither is one of many things to look up."""
_NEAR = 3
"""Near misses a row shows."""
_WORDS = {"full_name": "person", "overlap_with_us": "overlap"}
"""Slots that the plan's tables call by another word."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table of questions; `near_misses` each once, the first few."""

    question: str
    ask: str
    how: str
    next_meeting: str
    near_misses: tuple[Citation, ...]


def rows_of(make: CellMaker) -> list[Row]:
    """Rows in the order of their first blank."""
    by_entry = _grouped(make.plan.blanks, _about)
    lone = {id(blanks[0]) for blanks in by_entry.values() if len(blanks) == 1}
    rows = _grouped(
        make.plan.blanks,
        lambda blank: _of_every_entry(blank.field) if id(blank) in lone else _about(blank),
    )
    return [_row(make, about, blanks) for about, blanks in rows.items()]


def _grouped(blanks: Iterable[Blank], key: Callable[[Blank], str]) -> dict[str, list[Blank]]:
    groups: dict[str, list[Blank]] = {}
    for blank in blanks:
        groups.setdefault(key(blank), []).append(blank)
    return groups


def _about(blank: Blank) -> str:
    """The entry whose part is blank, or the company, or the field itself."""
    path = blank.field
    within = _OF_ENTRY.fullmatch(path)
    if within is not None:
        return within["entry"]
    return _COMPANY if path.startswith(f"{_COMPANY}.") and path not in _ALONE else path


def _of_every_entry(path: str) -> str:
    """The same path for the same part of all entries of a list, where that part is all that an entry lacks."""
    return re.sub(r"\[[^\]]+\](?=\.\w+$)", "[]", path)


def _row(make: CellMaker, about: str, blanks: Sequence[Blank]) -> Row:
    first = blanks[0]
    question, how = first.question, first.how.normal
    if len(blanks) > 1:
        if "[]" in about:
            subject = _called(make, about)
            parts = [first_words(entry_at(make.plan, blank.field) or "") for blank in blanks]
        else:
            subject = first_words(entry_at(make.plan, about) or make.term("section", about))
            parts = [_called(make, blank.field) for blank in blanks]
        question = make.word("asked_together", subject=subject, parts=_joined(make, parts))
        how = make.word("asked_too", first=how, parts=_joined(make, parts[1:]))
    near = {(one.source_id, one.start): one for blank in blanks for one in blank.near_misses}
    return Row(
        question,
        _joined(make, dict.fromkeys(name for blank in blanks for name in re.split(r"[、,]\s*", blank.ask))),
        how,
        first.next_meeting or "",
        tuple(near.values())[:_NEAR],
    )


def _called(make: CellMaker, path: str) -> str:
    slot = path.rpartition(".")[2]
    return make.word(f"field.{_WORDS.get(slot, slot)}")


def _joined(make: CellMaker, parts: Iterable[str]) -> str:
    return make.word("comma").join(parts)
