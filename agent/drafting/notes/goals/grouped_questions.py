"""Question sheets with two columns before the answer: a topic or a part of the goal, and what was asked under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agent.drafting.notes.goals.sheets import Sheet, field_of
from agent.renewal.labelled import Answer

QUESTION = re.compile(
    r"質問|設問|問い|尋ね|聞く|聞いた|伺|^(?:questions?|asked|what (?:we|i) asked|q)$", re.I
)
"""Heading of the column that holds what was asked, where the first column only sorts the rows."""
PIECE = re.compile(r"[一-龠々ァ-ヴー]{2,}|[A-Za-z]{3,}")
LEAST = 0.5
"""Share of the shorter question's letter pairs from which on two rows ask for one measure."""


def asked_under(answers: Sequence[Answer]) -> list[tuple[str, Answer]]:
    """Every answer under its question, with the words of the column before it ("" where the sheet has none)."""
    return [_asked(answer) for answer in answers]


def _asked(answer: Answer) -> tuple[str, Answer]:
    asked = (note for note in answer.notes if QUESTION.search(note.column.strip()))
    question = next((note for note in asked if PIECE.search(note.text)), None)
    if question is not None:
        return answer.label, replace(answer, label=question.text.strip())
    return (answer.label, replace(answer, label="")) if _is_unasked(answer) else ("", answer)


def _is_unasked(answer: Answer) -> bool:
    """The sheet has a column for questions, and the row leaves it empty: its label only sorts it."""
    document, place = answer.remarks[0].document, answer.remarks[0].block
    header = next((block for block in reversed(document.blocks[:place]) if block.header), None)
    names = [document.text[cell.start : cell.end].strip() for cell in header.cells] if header else []
    cells = document.blocks[place].cells
    asked = [at for at, name in enumerate(names) if QUESTION.search(name) and at < len(cells)]
    return bool(asked) and all(not document.text[cells[at].start : cells[at].end].strip() for at in asked)


def goals_by_part(answers: Sequence[Answer]) -> Iterator[Sheet]:
    """A goal for each row sorted under the word for goals, with the rows that tell of its measure under the other parts.

    A row for the date or the owner without a question of its own goes for all goals of the sheet.
    """
    rows = [(_part(sorted_as), answer) for sorted_as, answer in asked_under(answers) if sorted_as]
    for part, row in rows:
        if part != "target" or row.is_empty or not row.label:
            continue
        fields = {"target": row.remarks[0]} if re.search(r"\d", row.value) else {}
        for name in ("baseline", "due", "owner"):
            told = [other for kind, other in rows if kind == name and not other.is_empty]
            own = max(told, key=lambda other: likeness(other.label, row.label), default=None)
            if own is not None and (
                likeness(own.label, row.label) >= LEAST or (name != "baseline" and not own.label)
            ):
                fields[name] = own.remarks[0]
        yield Sheet(row.remarks[0], fields, label=row.label)


def _part(words: str) -> str | None:
    found = field_of(words)
    return "target" if found == "statement" else found


def likeness(one: str, other: str) -> float:
    """Share of the shorter text's pairs of letters that the other has too."""
    first, second = (_pairs(text) for text in (one, other))
    return len(first & second) / max(min(len(first), len(second)), 1)


def _pairs(text: str) -> set[str]:
    words = "".join(PIECE.findall(text)).casefold()
    return {words[i : i + 2] for i in range(len(words) - 1)}
