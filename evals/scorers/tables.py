"""Cells, values and tables against U4's and UFO's gold, and what is answered when it is sure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from agent.tables.rank import SURE
from evals.figure_questions import FigureQuestionOf
from evals.interface import Detail, Sample, Score
from evals.table_sets import TableQuestion
from evals.tagged_questions import TaggedQuestion


@dataclass(frozen=True, slots=True)
class CellAnswer:
    """The cell chosen in the given table, its value, how sure; and the cell chosen with no table given."""

    question: TableQuestion
    of_member: bool
    cell: str
    value: str
    sure: float
    in_filing: str


@dataclass(frozen=True, slots=True)
class TableAnswer:
    """Tables of the filing, the best first, and how sure the first one is."""

    question: TableQuestion
    tables: list[str]
    sure: float


@dataclass(frozen=True, slots=True)
class TableRun:
    """All answers of one report; `misdated` when its questions name other years than its gold cells stand under."""

    set_name: str
    cells: list[CellAnswer]
    tables: list[TableAnswer]
    misdated: bool = False


@dataclass(frozen=True, slots=True)
class PlainRun:
    """Plain questions of one tagged filing, each with the amount that was answered, None when not stated."""

    answers: list[tuple[TaggedQuestion, Decimal | None]]


@dataclass(frozen=True, slots=True)
class FigureRun:
    """Questions for figures of one filing, each with what `banso ask` answered: value and quote, None when not stated.

    `pages`: for each answer of a PDF, whether the page it names bears the quoted words.
    """

    kind: str
    answers: list[tuple[FigureQuestionOf, tuple[str, str] | None]]
    pages: list[bool] = field(default_factory=list)


def score_tables(sample: Sample, output: TableRun | PlainRun | FigureRun) -> list[Score]:
    """Shares of right cells, values and tables, of all and of questions with an XBRL member; precision when sure."""
    if isinstance(output, FigureRun):
        return _score_figures(output)
    return _score_plain(output) if isinstance(output, PlainRun) else _score_sets(output)


def _score_plain(output: PlainRun) -> list[Score]:
    printed = [(question, said) for question, said in output.answers if question.printed]
    wrong = [
        said is not None and abs(said) not in map(abs, question.values) for question, said in output.answers
    ]
    details = [
        Detail(" / ".join(map(str, sorted(question.values))), str(said), not bad, question.text)
        for (question, said), bad in zip(output.answers, wrong, strict=True)
        if bad
    ]
    no_wrong = [
        Score("tables.plain.no_wrong", float(not any(wrong)), must_not_break=True, details=tuple(details))
    ]
    return [
        *_share("tables.plain.answered", [said is not None for _, said in printed]),
        *_share("tables.plain.wrong", wrong, lower_is_better=True),
        *(no_wrong if wrong else []),
    ]


def _score_figures(output: FigureRun) -> list[Score]:
    name = f"tables.figures_{output.kind}"
    known = [said for question, said in output.answers if question.values]
    judged = [
        (question, said, question.is_right(*said)) for question, said in output.answers if said is not None
    ]
    details = [
        Detail(" / ".join(map(str, sorted(question.values))), " ".join(said), False, question.text)
        for question, said, right in judged
        if not right
    ]
    return [
        *_share(f"{name}.answered", [said is not None for said in known]),
        *_share(f"{name}.precision_when_answered", [right for _, _, right in judged], details),
        *_share(
            f"{name}.unknown_answered",
            [said is not None for question, said in output.answers if not question.values],
            lower_is_better=True,
        ),
        *_share(f"{name}.page", output.pages),
    ]


def _score_sets(output: TableRun) -> list[Score]:
    name = f"tables.{output.set_name}"
    cells = output.cells
    right = [answer.cell == answer.question.cell for answer in cells]
    worth = [same_value(answer.value, answer.question) for answer in cells]
    member = [answer.of_member for answer in cells]
    sure = [answer.sure >= SURE for answer in cells]
    found = [answer.question.table in answer.tables[:1] for answer in output.tables]
    details = [
        Detail(a.question.value, a.value, ok, f"sure {a.sure:.2f}", a.question.id)
        for a, ok in zip(cells, worth, strict=True)
    ]
    return [
        *_share(f"{name}.cell", right),
        *_share(f"{name}.value", worth, details),
        *_share(f"{name}.cell_of_member", _where(right, member)),
        *_share(f"{name}.value_of_member", _where(worth, member)),
        *_share(f"{name}.cell_of_no_member", _where(right, [not m for m in member])),
        *_share(f"{name}.answered", sure),
        *_share(f"{name}.precision_when_answered", _where(right, sure)),
        *_share(f"{name}.precision_when_answered_well_dated", [] if output.misdated else _where(right, sure)),
        *_share(f"{name}.value_precision_when_answered", _where(worth, sure)),
        *_share(f"{name}.cell_from_filing", [a.in_filing == a.question.cell for a in cells]),
        *_share(f"{name}.retrieval_r1", found),
        *_share(f"{name}.retrieval_r5", [a.question.table in a.tables[:5] for a in output.tables]),
        *_share(f"{name}.retrieval_answered", [a.sure >= SURE for a in output.tables]),
        *_share(
            f"{name}.retrieval_precision_when_answered",
            _where(found, [a.sure >= SURE for a in output.tables]),
        ),
    ]


def same_value(value: str, question: TableQuestion) -> bool:
    """Equal after NFKC without whitespace, numbers by amount."""
    mine, gold = _folded(value), _folded(question.value)
    try:
        return Decimal(mine) == Decimal(gold)
    except InvalidOperation:
        return mine == gold


def _folded(value: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", value))


def _where(values: Sequence[bool], chosen: Sequence[bool]) -> list[bool]:
    return [value for value, take in zip(values, chosen, strict=True) if take]


def _share(
    name: str, right: Sequence[bool], details: Sequence[Detail] = (), lower_is_better: bool = False
) -> list[Score]:
    if not right:
        return []
    return [
        Score(
            name,
            sum(right) / len(right),
            weight=len(right),
            details=tuple(details),
            lower_is_better=lower_is_better,
        )
    ]
