"""Cells from a plan's nodes: claims with their kind, values with their figures, empty slots with their question."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from agent.export.figures import Shown, millions, show, show_date, show_words
from agent.export.layout import Cell, Table
from agent.export.numbering import Numbering
from agent.messages import catalogue, text
from agent.models.evidence import Claim, ClaimKind, Value
from agent.models.plan import SuccessPlan


class CellMaker:
    """Makes the cells of one plan. Words come from the catalogue's area `export`."""

    def __init__(self, plan: SuccessPlan, numbering: Numbering) -> None:
        self.plan = plan
        self.language = plan.language
        self.numbering = numbering
        self._words = catalogue(plan.language, "export")
        self._questions = {blank.field: blank.question for blank in plan.blanks}

    def word(self, key: str, **values: object) -> str:
        """An entry of the catalogue."""
        return text(f"export.{key}", self.language, **values)

    def term(self, group: str, value: str | None) -> str:
        """The reader's word for a value of a closed list ("role", "economic_buyer"); the value itself without one."""
        return self._words.get(f"{group}.{value}", value or "") if value else ""

    def label(self, key: str) -> Cell:
        return Cell(self.word(f"field.{key}"), label=True)

    def words(self, words: str | None, path: str = "", cited: Any = None, *, required: bool = False) -> Cell:
        """Plain words; when empty, the question of the blank at `path`, or "not known" where `required`."""
        if words:
            return Cell(show_words(words, self.language), self.numbering.of(cited))
        return self.unknown(path) if path in self._questions or required else Cell()

    def value(self, value: Value[Any] | None, path: str = "") -> Cell:
        """A value as people read it, or the question of its blank."""
        if value is None:
            return self.unknown(path) if path in self._questions else Cell()
        shown = show(value, self.language)
        return self._shown(shown, value)

    def figure(self, value: Value[Any] | None) -> Cell:
        """A cell of the table of figures: money in millions, else as `value`; "not stated" where null."""
        if value is None:
            return Cell(self.word("not_stated"))
        return self._shown(millions(value, self.language) or show(value, self.language), value)

    def date(self, day: dt.date | None) -> Cell:
        return Cell(show_date(day, self.language)) if day else Cell()

    def claim(self, claim: Claim) -> Cell:
        """A statement, marked when it is no fact, with its expiry when it is an assumption."""
        words = claim.text
        if claim.kind is not ClaimKind.FACT:
            words = f"{self.word('marked', kind=self.term('claim_kind', str(claim.kind)))}{words}"
        if claim.expires_on is not None:
            words += self.word("expires", day=show_date(claim.expires_on, self.language))
        return Cell(words, self.numbering.of(claim.citations) or self._premises(claim))

    def unknown(self, path: str) -> Cell:
        """「未確認：question」 of the blank at `path`, or only 「未確認」 without one."""
        question = self._questions.get(path)
        return Cell(
            self.word("unknown_asked", question=question) if question else self.word("unknown"), unknown=True
        )

    def claims(self, title: str, claims: Sequence[Claim], path: str) -> Table:
        """A list of statements, one a row; its question when there is none."""
        cells = [self.claim(claim) for claim in claims] or [self.unknown(path)]
        return self.listed(title, cells)

    def listed(self, title: str, cells: Iterable[Cell]) -> Table:
        """Cells under one label, which stands in the first row."""
        name = Cell(title, label=True)
        return Table(
            tuple((name if number == 0 else Cell(label=True), cell) for number, cell in enumerate(cells))
        )

    def table(
        self, title: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]], path: str = ""
    ) -> Table:
        """Rows under heads named in the catalogue (`field.*`); one row with the question when there is none."""
        body = tuple(tuple(row) for row in rows)
        if not body:
            return self.listed(title, [self.unknown(path) if path else Cell(self.word("none"))])
        return Table(body, tuple(self.word(f"field.{head}") for head in heads), title)

    def _shown(self, shown: Shown, value: Value[Any]) -> Cell:
        return Cell(shown.words, self.numbering.of(value), shown.exact, shown.rounded)

    def _premises(self, claim: Claim) -> tuple[int, ...]:
        """An inference shows the citations of the facts it rests on."""
        known = {other.id: other for other in _claims(self.plan)} if claim.premises else {}
        return self.numbering.of([known[name].citations for name in claim.premises if name in known])


def _claims(node: Any) -> Iterable[Claim]:
    from agent.models.evidence import Node

    if isinstance(node, Claim):
        yield node
    elif isinstance(node, Node):
        for name in type(node).model_fields:
            yield from _claims(getattr(node, name))
    elif isinstance(node, list):
        for entry in node:
            yield from _claims(entry)
