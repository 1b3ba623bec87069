"""Table questions (U4, UFO): the cell and value in the table given, and the table in the filing given.

Table questions name the table and ask for the cell, as the sets define it; `tables.….from_filing` asks the same
without naming the table. `tables.plain` are questions in plain words of tagged filings whose tags are taken away. `tables.figures_ja` and
`tables.figures_en` are questions for results and forecasts of years, halves and quarters, asked of tagged filings as a
user asks them (`banso ask`), half of them for what the filing does not state; `tables.figures_untagged` and
`tables.figures_pdf` ask the same of summaries and notices without their tags and of PDFs, judged by the tags of the same
report, `tables.figures_pdf.page` by the words of the page named. A report whose gold cells stand under other years than its questions name
is misdated by the makers of the sets: it counts in the figures, and `…_well_dated` leaves it out. Retrieval questions name the filing and ask for the table. The valid split is reported;
questions whose cell is not in the HTML that is distributed count as wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from connectors.interface import RawSource
from connectors.registry import read_source
from evals.figure_questions import FilingWithFigures, filings_with_figures, pdfs_with_figures
from evals.interface import Dataset, NotScored, Sample, Settings, Task
from evals.scorers.filing_tables import page_letters
from evals.scorers.tables import CellAnswer, FigureRun, PlainRun, TableAnswer, TableRun, score_tables
from evals.table_sets import TableQuestion, read_report, table_questions
from evals.tagged_questions import tagged_questions, without_tags
from evals.tasks.filings import page_words

if TYPE_CHECKING:
    from agent.tables.grid import Table
    from agent.tables.index import TableIndex
    from connectors.interface import Span

SPLIT = "valid"
_ENOUGH = 5
"""Least gold cells under a printed date to judge a report's years by."""
_DEDUCTION = re.compile("累計額")
_COST = re.compile(r"(?:原価|費用|研究開発費|管理費)(?:」|、)")


@dataclass(frozen=True, slots=True)
class Asked:
    """One report with everything that is asked of it."""

    set_name: str
    report: Path
    cells: list[TableQuestion]
    tables: list[TableQuestion]


def table_samples(datasets: Mapping[str, Dataset], settings: Settings) -> Iterable[Sample]:
    """One sample a report of the valid split that lies in the shared folder."""
    found = False
    for name in ("u4", "ufo"):
        reports = datasets["yuho_html"].location / name
        archive = datasets[name].location
        cells = table_questions(archive, "table_qa", SPLIT, reports)
        tables = table_questions(archive, "table_retrieval", SPLIT, reports)
        for report in sorted({q.report for q in cells} | {q.report for q in tables}):
            found = True
            asked = Asked(
                name,
                reports / f"{report}.zip",
                [q for q in cells if q.report == report],
                [q for q in tables if q.report == report],
            )
            yield Sample(f"{name}/{report}", report, asked, (name,))
    for path in sorted((datasets["edinet"].location / "packages").glob("*.zip")):
        yield Sample(f"tagged/{path.stem}", path.stem, path, ("tagged",))
    for filing in filings_with_figures(datasets["edinet"].location.parent):
        yield Sample(f"figures/{filing.name}", filing.name, filing, ("figures",))
        if filing.table == "summary":
            untagged = filing._replace(tags=False)
            yield Sample(f"untagged/{filing.name}", filing.name, untagged, ("untagged",))
    for filing in pdfs_with_figures(datasets["edinet"].location.parent):
        yield Sample(f"pdf/{filing.name}", filing.name, filing, ("pdf",))
    if not found:
        raise NotScored("no report of the table questions is there")


def solve(sample: Sample, settings: Settings) -> TableRun | PlainRun | FigureRun:
    """Answers to all questions of one report, or to plain questions of one tagged filing."""
    if isinstance(sample.data, FilingWithFigures):
        return _ask_for_figures(sample.data)
    return _ask_plainly(sample.data) if isinstance(sample.data, Path) else _ask(sample.data)


def _ask_plainly(package: Path) -> PlainRun:
    from agent.tables.answer import TableSearch

    run = PlainRun([])
    documents = read_source(RawSource(package.name, package.read_bytes()))[0]
    search = TableSearch([without_tags(document) for document in documents])
    for document in documents:
        for question in tagged_questions(document):
            _, found = search.answer(question.text)
            run.answers.append((question, found[0].value.number if found else None))
    return run


def _ask_for_figures(filing: FilingWithFigures) -> FigureRun:
    from agent.evidence.retrieve import in_memory
    from agent.tables.ask import ask

    name, data = filing.source()
    documents = read_source(RawSource(name, data))[0]
    if not filing.tags:
        documents = [without_tags(document) for document in documents]
    retriever = in_memory(documents, filing.name)
    run = FigureRun(filing.kind, [])
    pages = page_words(data) if filing.kind == "pdf" else []
    for question in filing.questions():
        answer = ask(documents, question.text, filing.name, retriever)
        said = (answer.items[0].value, answer.items[0].citation.quote) if answer.items else None
        run.answers.append((question, said))
        if said is not None and pages:
            page = answer.items[0].citation.locator.page or 0
            words = map(page_letters, said[1].split())
            run.pages.append(0 < page <= len(pages) and all(word in pages[page - 1] for word in words))
    return run


def _ask(asked: Asked) -> TableRun:
    from agent.tables.index import index_tables
    from agent.tables.question import read_question
    from agent.tables.rank import rank_cells, rank_tables
    from agent.tables.values import money_units, value_of

    report = read_report(asked.report)
    index = index_tables([report.document])
    units = money_units(index.tables)
    numbers = {report.tables.get(table.number, ""): at for at, table in enumerate(index.tables)}
    run = TableRun(asked.set_name, [], [], _is_misdated(index, report.cells, asked.cells))
    for question in asked.cells:
        read = read_question(question.text)
        at = numbers.get(question.table)
        choice = rank_cells(index, read, at) if at is not None else None
        filing = rank_cells(index, read)
        answer = CellAnswer(question, bool(read.member), "", "", 0.0, _id(report.cells, index, filing.cells))
        if choice is not None and choice.cells:
            cell = index.cells[choice.cells[0]]
            value = value_of(index.tables[at or 0], cell, units[at or 0]).text
            value = _as_tagged(value, question, index.tables[at or 0])
            answer = CellAnswer(
                question,
                bool(read.member),
                _id(report.cells, index, choice.cells),
                value,
                choice.sure,
                answer.in_filing,
            )
        run.cells.append(answer)
    for question in asked.tables:
        ranked = rank_tables(index, read_question(question.text))
        names = [report.tables.get(index.tables[at].number, "") for at, _ in ranked]
        run.tables.append(TableAnswer(question, names[:10], ranked[0][1] if ranked else 0.0))
    return run


def _is_misdated(index: TableIndex, cells: Mapping[Span, str], questions: Sequence[TableQuestion]) -> bool:
    """Most gold cells under a printed date stand under another year than their question names."""
    from agent.tables.question import read_question
    from agent.tables.years import year_in

    heads = {cells.get(cell.span, ""): cell.above for cell in index.cells}
    same = []
    for question in questions:
        years = {year_in(words) for words in heads.get(question.cell, ())} - {None}
        if years:
            same.append(read_question(question.text).year in years)
    return len(same) >= _ENOUGH and sum(same) * 2 < len(same)


def _as_tagged(value: str, question: TableQuestion, table: Table) -> str:
    """The value with the sign of the taxonomy's element, in which the sets state it.

    Accumulated depreciation and impairment (…累計額) are deductions also where no mark is printed; costs are
    positive also in a statement that prints its costs with △.
    """
    if _DEDUCTION.search(question.text) and re.match(r"[\d.]+$", value):
        return f"-{value}" if value != "0" else value
    if value.startswith("-") and _COST.search(question.text) and _prints_costs_negative(table):
        return value[1:]
    return value


def _prints_costs_negative(table: Table) -> bool:
    return any(
        "原価" in "".join(row.words) and any(w[:1] in ("△", "▲") for w in row.words if w)
        for row in table.rows
    )


def _id(cells: Mapping[Span, str], index: TableIndex, chosen: list[int]) -> str:
    return cells.get(index.cells[chosen[0]].span, "") if chosen else ""


TASK = Task(
    "tables",
    "Table questions: the right cell, its value, and the right table of a filing",
    ("u4", "ufo", "yuho_html", "edinet"),
    table_samples,
    solve,
    (score_tables,),
)
