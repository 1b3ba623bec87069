"""The financial table: one row per period, standard and scope, each figure cited to its printed cell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from agent.company.elements import keys
from agent.company.extensions import parts_of
from agent.company.figures import number, year_name
from agent.company.ownership import FILINGS
from agent.company.printed_figures import ANY_LIST, PRINTED, printed_figures, usual_standard
from agent.company.tagged import Candidate, Figures, RowKey, tagged_figures
from agent.evidence.cite import cite_fact
from agent.messages import text as message
from agent.models.evidence import Citation, Derived, Value
from agent.models.plan import Contradiction, FinancialRow, Number
from connectors.interface import BlockKind, Document, DocumentKind

_CURRENCIES = {"JPY": "円"}
_CSV = (".csv", ".tsv")
_REPORT_HEADING = re.compile(
    "経営指標等|貸借対照表|損益計算書|キャッシュ・フロー計算書|決算公告|連結経営成績|事業等のリスク|対処すべき課題|関係会社の状況"
    "|役員の状況|従業員の状況|事業の内容|財務ハイライト|業績(?:の)?推移"
)


@dataclass(frozen=True, slots=True)
class Stated:
    """What one document states for one key of one row."""

    document: Document
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class Financials:
    rows: list[FinancialRow]
    contradictions: list[Contradiction]


def read_financials(documents: Sequence[Document], language: str) -> Financials:
    """Rows oldest first; of one day the older standard first and 個別 before 連結, so that the last row is
    the newest consolidated one.

    The newest filing wins, an amendment wins over what it amends. The same report in another form adds its
    citation; another value for the same cell is a contradiction with both citations.
    """
    table: dict[RowKey, dict[str, list[Stated]]] = {}
    reports = newest_first(documents)
    pieces: dict[str, list[Document]] = {}
    for document in reports:
        if not document.facts:
            pieces.setdefault(document.path.rpartition("/")[0], []).append(document)
    usual = {folder: usual_standard(found) for folder, found in pieces.items()}
    for document in reports:
        figures = tagged_figures(document)
        if not document.facts:
            figures = printed_figures(document, usual[document.path.rpartition("/")[0]])
        elif any(row.standard == "USGAAP" and row.scope == "consolidated" for row in figures):
            _add_untagged(figures, document)
        for row, by_key in figures.items():
            for key, candidates in by_key.items():
                table.setdefault(row, {}).setdefault(key, []).extend(
                    Stated(document, candidate) for candidate in candidates
                )
    contradictions: list[Contradiction] = []
    rows = []
    for row in sorted(_without_double_starts(table), key=_row_order):
        values = {}
        for key, stated in table[row].items():
            values[key], against = _figure(key, row, stated, language)
            contradictions += against
        values["depreciation"] = values.get("depreciation") or parts_of("depreciation", row, reports)
        rows.append(_financial_row(row, values))
    return Financials(rows, contradictions)


def _add_untagged(figures: Figures, document: Document) -> None:
    """Japanese filers under US GAAP tag their summary alone; what their statements print fills its rows."""
    for printed, by_key in printed_figures(document, "USGAAP").items():
        for row in [row for row in figures if row[1:] == printed[1:] and row.standard == "USGAAP"]:
            if document.language == "ja":
                for key, candidates in by_key.items():
                    figures[row].setdefault(key, candidates)


def newest_first(documents: Sequence[Document]) -> list[Document]:
    """Documents that report on the company, the newest and the amended first; other kinds left out.

    Filings, and pages that carry a part of one (a 有報 as plain HTML, a 決算公告, a summary of results). A piece of
    a filing without its cover is of no known form; its headings tell whether it is a report's.
    """
    reports = [
        d
        for d in documents
        if (d.kind in FILINGS and d.kind is not DocumentKind.OTHER_FILING)
        or ((d.kind is DocumentKind.WEB_PAGE or _has_no_cover(d)) and is_report_page(d))
    ]
    return sorted(reports, key=_preference)


def _has_no_cover(document: Document) -> bool:
    return document.kind is DocumentKind.OTHER_FILING and document.form is None and document.filer is None


def is_report_page(document: Document) -> bool:
    """A web page with a heading that only reports, summaries and public notices have."""
    return any(
        block.kind is BlockKind.HEADING and _REPORT_HEADING.search(document.text[block.start : block.end])
        for block in document.blocks
    )


def _preference(document: Document) -> tuple[Any, ...]:
    """Newest period first, amendments first, then publication day, then forms that keep the printed page."""
    end = document.period.end if document.period and document.period.end else dt.date.min
    published = document.published or dt.date.min
    return (
        -end.toordinal(),
        document.amends is None,
        -published.toordinal(),
        document.path.lower().endswith(_CSV),
        document.path,
    )


def _row_order(row: RowKey) -> tuple[Any, ...]:
    standards = ("JGAAP", "USGAAP", "IFRS")  # companies move along this line
    return (row.end, standards.index(row.standard), row.scope == "consolidated", row.start or dt.date.min)


def _without_double_starts(table: dict[RowKey, dict[str, list[Stated]]]) -> list[RowKey]:
    """Rows, after those without a start have joined the row that has one."""
    for row in [row for row in table if row.start is None]:
        same = [r for r in table if r.start is not None and r[1:] == row[1:]]
        if same:
            longest = min(same, key=lambda r: r.start or r.end)
            for key, stated in table.pop(row).items():
                table[longest].setdefault(key, []).extend(stated)
    return list(table)


def _figure(
    key: str, row: RowKey, stated: list[Stated], language: str
) -> tuple[Value[Number] | None, list[Contradiction]]:
    chosen = None
    citations: list[Citation] = []
    for chosen in stated:
        citations = _citations(chosen)
        if citations:
            break
    if chosen is None or not citations:
        return None, []
    against: list[Contradiction] = []
    told = {chosen.candidate.value}
    seen = {chosen.document.source_id}
    for other in stated:
        if other.document.source_id in seen or not _same_quantity(chosen, other):
            continue
        seen.add(other.document.source_id)
        agrees = _agree(chosen.candidate, other.candidate)
        if agrees and other.document.period != chosen.document.period:
            continue
        others = _citations(other)
        if not others:
            continue
        if agrees:
            citations += others if _is_printed_percent(key, other) == _is_printed_percent(key, chosen) else []
        elif other.candidate.value not in told:
            told.add(other.candidate.value)
            against.append(_contradiction(key, row, (chosen, citations[0]), (other, others[0]), language))
    return _value(key, chosen, citations), against


def _value(key: str, chosen: Stated, citations: list[Citation]) -> Value[Number]:
    unit = _unit(key, chosen.candidate)
    value = number(chosen.candidate.value)
    if unit == "%" and not _is_printed_percent(key, chosen):
        assert isinstance(chosen.candidate.fact.value, Decimal)
        ratio = Value[object](value=number(chosen.candidate.fact.value), unit="pure", citations=citations)
        derived = Derived(rule="percent", inputs=[ratio])
        return Value[Number](value=value, unit=unit, check="computed", derived=derived)
    return Value[Number](value=value, unit=unit, citations=citations)


def _same_quantity(a: Stated, b: Stated) -> bool:
    lists = {a.candidate.figure.list_, b.candidate.figure.list_}
    return len(lists) == 1 or ANY_LIST in lists


def _citations(stated: Stated) -> list[Citation]:
    """Cell, sign and scale; a printed figure has no element to name."""
    citations = cite_fact(stated.document, stated.candidate.fact)
    if stated.candidate.fact.element.startswith(PRINTED):
        for citation in citations:
            citation.locator.element = None
    return citations


def _is_printed_percent(key: str, stated: Stated) -> bool:
    """False where the form prints the bare ratio (0.382 in type=5 CSV) instead of a percentage."""
    fact = stated.candidate.fact
    if keys()[key].unit != "%" or fact.span is None:
        return True
    return stated.document.text[fact.span.start : fact.span.end].strip() != str(fact.value)


def _unit(key: str, candidate: Candidate) -> str:
    unit = keys()[key].unit
    if unit == "円" and candidate.fact.unit:
        return _CURRENCIES.get(candidate.fact.unit, candidate.fact.unit)
    return unit


def _agree(a: Candidate, b: Candidate) -> bool:
    """Equal, or equal within the coarser of the two roundings (decimals of the facts)."""
    if a.value == b.value:
        return True
    decimals = [f.decimals for f in (a.fact, b.fact) if f.decimals is not None]
    if not decimals or (a.fact.decimals == b.fact.decimals):
        return False
    return abs(a.value - b.value) < Decimal(1).scaleb(-min(decimals))


def _contradiction(
    key: str, row: RowKey, a: tuple[Stated, Citation], b: tuple[Stated, Citation], language: str
) -> Contradiction:
    newer = a[0].document.period != b[0].document.period
    amended = a[0].document.amends is not None and b[0].document.amends is None
    why = "restated" if newer and not amended else "amended" if amended else "forms_differ"
    return Contradiction(
        text=message(
            "company.figure_differs",
            language,
            key=message(f"company.key_{key}", language),
            end=year_name(row.end, language),
            a=f"{a[0].candidate.value:,f}",
            b=f"{b[0].candidate.value:,f}",
        ),
        a=a[1],
        b=b[1],
        preferred="none" if why == "forms_differ" else "a",
        why=message(f"company.why_{why}", language),
    )


def _financial_row(row: RowKey, values: dict[str, Value[Number] | None]) -> FinancialRow:
    fields: dict[str, Any] = {key: value for key, value in values.items() if value is not None}
    ebitda = _ebitda(values.get("operating_income"), values.get("depreciation"))
    return FinancialRow(
        start=row.start, end=row.end, standard=row.standard, scope=row.scope, ebitda=ebitda, **fields
    )


def _ebitda(operating: Value[Number] | None, depreciation: Value[Number] | None) -> Value[Number] | None:
    """Operating income plus depreciation, both cited (practice 1.13)."""
    if operating is None or depreciation is None or operating.unit != depreciation.unit:
        return None
    parts = depreciation.derived.inputs if depreciation.derived else [_as_object(depreciation)]
    return Value[Number](
        value=operating.value + depreciation.value,
        unit=operating.unit,
        check="computed",
        derived=Derived(
            rule="ebitda = operating_income + depreciation",
            inputs=[_as_object(operating), *parts],
        ),
    )


def _as_object(value: Value[Any]) -> Value[object]:
    return Value[object](**value.model_dump())
