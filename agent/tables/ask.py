"""An answer to a question about one account: the cell that states a figure, else the sentences that say it."""

from __future__ import annotations

from collections.abc import Iterable

from agent.company.financials import newest_first
from agent.evidence.ask import Answer, AnswerItem
from agent.evidence.ask import ask as ask_sentences
from agent.evidence.query import Filters
from agent.evidence.retrieve import Retriever
from agent.messages import text as message
from agent.tables.answer import CellAnswer, answer_from_tables, names_of
from agent.tables.figure_question import FigureQuestion, read_figure_question
from agent.tables.question import TableQuestion
from agent.tables.stated import Stated, is_label, speaks_of_period, stated_figures
from agent.tables.words import plain
from agent.tables.years import year_in
from connectors.interface import BlockKind, Document


def ask(
    documents: Iterable[Document],
    question: str,
    account: str = "",
    retriever: Retriever | None = None,
    filters: Filters | None = None,
    limit: int = 5,
) -> Answer:
    """What the documents say, at most `limit` items, best first; parameters as of `agent.evidence.ask.ask`.

    A question for a figure of a year, half or quarter, or for a forecast of it, is answered by what the newest filing
    tags for that period; else by cells of its year and scope alone. Where neither states it, rows of tables are near misses, and only a sentence that names the year asked for may still answer.
    """
    known = list(documents)
    searched = [d for d in known if _allowed(d, filters)]
    asked = read_figure_question(question, names_of(searched))
    stated = stated_figures(asked, searched) if asked is not None else []
    if asked is not None and len(stated) == 1:
        found = [_stated_item(asked, stated[0])]
        return Answer(question=question, account=account, status="answered", items=found)
    figure, cells = (None, []) if stated else answer_from_tables(searched, question)
    if cells:
        items = [item for cell in cells[:limit] if (item := _item(cell)) is not None]
        if items:
            return Answer(question=question, account=account, status="answered", items=items)
    answer = ask_sentences(known, question, account, retriever, filters, limit)
    if asked is not None and _is_figure_of_filing(asked, searched):
        return _of_the_period(answer, known, asked)
    return _without_other_years(answer, known, figure) if figure is not None else answer


def _allowed(document: Document, filters: Filters | None) -> bool:
    """The filters, as the index applies them to passages."""
    if filters is None:
        return True
    if filters.kinds is not None and str(document.kind) not in filters.kinds:
        return False
    if filters.access is not None and document.access != filters.access:
        return False
    if filters.since is None and filters.until is None:
        return True
    day = document.published
    return day is not None and (filters.since or day) <= day <= (filters.until or day)


def _item(answer: CellAnswer) -> AnswerItem | None:
    if not answer.citations:
        return None
    heads = [*answer.cell.beside, *answer.cell.above]
    return AnswerItem(
        citation=answer.citations[0],
        title=answer.document.title,
        published=answer.document.published,
        heading=" > ".join(answer.table.headings[-2:]),
        columns=" | ".join(heads),
        value=f"{answer.value.number:,f} {answer.value.unit}".strip()
        if answer.value.number is not None
        else "",
        score=round(answer.sure, 4),
    )


def _is_figure_of_filing(asked: FigureQuestion, documents: list[Document]) -> bool:
    """A figure that filings state: of the plan's table, or one that some filing tags under the same words."""
    if asked.key:
        return bool(newest_first(documents))
    return asked.year is not None and is_label(asked, documents)


def _stated_item(asked: FigureQuestion, stated: Stated) -> AnswerItem:
    document = stated.document
    name = message(f"company.key_{asked.key}", document.language) if asked.key else asked.words
    days = [day.isoformat() for day in (stated.start, stated.end) if day is not None]
    scope = message(
        f"company.scope_{'consolidated' if stated.consolidated else 'non_consolidated'}", document.language
    )
    forecast = [message("ask.forecast", document.language)] if stated.forecast else []
    return AnswerItem(
        citation=stated.citations[0],
        title=document.title,
        published=document.published,
        heading=" > ".join(_headings(document, stated.citations[0].start)[-2:]),
        columns=" | ".join([name, "〜".join(days), scope, *forecast]),
        value=f"{stated.value:,f} {stated.unit}".strip(),
        score=1.0,
    )


def _headings(document: Document, at: int) -> list[str]:
    """Headings that a place stands under, the outermost first."""
    over: list[tuple[int, str]] = []
    for block in document.blocks:
        if block.start > at:
            break
        if block.kind is BlockKind.HEADING:
            over = [(level, words) for level, words in over if level < block.level]
            over.append((block.level, document.text[block.start : block.end]))
    return [words for _, words in over]


def _of_the_period(answer: Answer, documents: list[Document], asked: FigureQuestion) -> Answer:
    """Sentences that name the year and the part of it or the forecast asked for; rows and others are near misses."""
    rows = _rows(documents)
    said = [
        item
        for item in answer.items
        if not _in_row(item, rows)
        and speaks_of_period(plain(item.citation.quote), asked)
        and any(character.isdigit() for character in item.citation.quote)
    ]
    return _split(answer, said)


def _without_other_years(answer: Answer, documents: list[Document], figure: TableQuestion) -> Answer:
    """Rows of tables and sentences of other years are no answers: no cell states the year and scope asked for."""
    rows = _rows(documents)
    return _split(answer, [i for i in answer.items if not _in_row(i, rows) and _names(i, figure)])


def _rows(documents: list[Document]) -> dict[str, list[tuple[int, int]]]:
    return {
        document.source_id: [(b.start, b.end) for b in document.blocks if b.kind is BlockKind.TABLE_ROW]
        for document in documents
    }


def _split(answer: Answer, said: list[AnswerItem]) -> Answer:
    near = [item for item in answer.items if item not in said]
    status = "answered" if said else "not_stated"
    return answer.model_copy(
        update={"status": status, "items": said, "near_misses": [] if said else near + answer.near_misses}
    )


def _names(item: AnswerItem, figure: TableQuestion) -> bool:
    words = plain(item.citation.quote)
    named = not figure.names_year or year_in(words) == figure.year
    return named and any(character.isdigit() for character in words)


def _in_row(item: AnswerItem, rows: dict[str, list[tuple[int, int]]]) -> bool:
    at = item.citation
    return any(start <= at.start < end for start, end in rows.get(at.source_id, ()))
