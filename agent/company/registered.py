"""The account's own row of the EDINET code list: fiscal year-end, industry, listing, for accounts without a filing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from agent.company.identity import open_code_list
from agent.company.names import is_named_in, parse_name, same_name
from agent.company.ownership import short_code
from agent.evidence.cite import cite
from agent.messages import text as message
from agent.models.account import Account
from agent.models.evidence import Citation, Claim
from agent.models.finding import Finding, Severity
from connectors.edinet.code_list import (
    ADDRESS,
    CODE,
    CORPORATE_NUMBER,
    FORM,
    INDUSTRY,
    LISTED,
    NAME,
    SEC_CODE,
    YEAR_END,
    CodeListFile,
    Line,
    row_document,
)
from connectors.interface import BlockKind, Document, Span

_LISTED_AT_MOST = 5
"""Filers of one name that a question shows."""


class Registered(NamedTuple):
    """The row as a Document, None where no filer is the account for sure, and what has to be asked."""

    document: Document | None
    findings: list[Finding]


def registered(account: Account, code_list: Path | None) -> Registered:
    """The account's row of the list: by its codes, else by its full name where one filer alone bears it.

    Codes that name several filers, or one whose name has nothing of the account's, are asked about, never followed;
    so is a name that several filers bear. Raises UsageError where the file is no code list.
    """
    if code_list is None:
        return Registered(None, [])
    file = open_code_list(code_list)
    by_code = _with_code(account, file)
    found = by_code or [row for row in file.rows if _bears_name(account, file.cells(row))]
    if not found:
        return Registered(None, [])
    cells = file.cells(found[0])
    if len(found) > 1:
        return Registered(None, [_finding("code_list_several", account, file, found)])
    if by_code and not _is_like(account.name, cells):
        return Registered(None, [_finding("code_list_other_name", account, file, found)])
    return Registered(row_document(file, found[0]), [])


def is_row(document: Document) -> bool:
    """A filer's row of the code list."""
    return document.form == FORM


def year_end_citation(document: Document) -> tuple[str, Citation | None]:
    """The printed 決算日 and its citation, which names the filer beside it where that stands in the next cell."""
    place = _cells(document)
    day, name = place.get(YEAR_END), place.get(NAME)
    if day is None:
        return "", None
    end = name.end if name is not None and name.start == day.end + 1 else day.end
    return document.text[day.start : day.end], cite(document, day.start, end, "value_matches")


def registered_facts(documents: Sequence[Document], language: str) -> list[Claim]:
    """What the row says the company is: industry, listing and seat, one fact with each cell cited."""
    for document in documents:
        if not is_row(document):
            continue
        place = _cells(document)
        words = {
            name: document.text[slice(*place[name])] for name in (INDUSTRY, LISTED, ADDRESS) if name in place
        }
        citations = [found for name in words if (found := cite(document, *place[name])) is not None]
        said = [
            message(f"company.registered_{key}", language, words=words[name])
            for key, name in (("industry", INDUSTRY), ("listed", LISTED), ("address", ADDRESS))
            if name in words
        ]
        if citations and said:
            text = message(
                "company.registered", language, facts=message("company.list_comma", language).join(said)
            )
            return [Claim(id="registered-1", text=text, citations=citations, as_of=document.published)]
    return []


def _with_code(account: Account, file: CodeListFile) -> list[Line]:
    wanted = {
        CODE: account.edinet_code,
        SEC_CODE: short_code(account.sec_code),
        CORPORATE_NUMBER: account.corporate_number,
    }
    codes = {column: code.strip().upper() for column, code in wanted.items() if code}
    return [
        row
        for row in (file.rows if codes else ())
        if any(_code(column, file.cells(row)) == code for column, code in codes.items())
    ]


def _code(column: str, cells: dict[str, str]) -> str | None:
    return short_code(cells.get(column)) if column == SEC_CODE else cells.get(column)


def _bears_name(account: Account, cells: dict[str, str]) -> bool:
    return same_name(account.name, cells.get(NAME, "")) == "same"


def _is_like(name: str, cells: dict[str, str]) -> bool:
    """The account's name is, or is part of, a name of the filer in any of its writings, or the other way round."""
    names = [cells.get(column, "") for column in (NAME, "提出者名（英字）", "提出者名（ヨミ）")]
    own = parse_name(name).core
    return any(
        is_named_in(other, name)
        or is_named_in(name, other)
        or (len(own) > 1 and own in parse_name(other).core)
        for other in names
        if other
    )


def _cells(document: Document) -> dict[str, Span]:
    """The row's cells that hold something, by their column."""
    head, row = (block for block in document.blocks if block.kind is BlockKind.TABLE_ROW)
    return {
        document.text[slice(*name)]: cell
        for name, cell in zip(head.cells, row.cells, strict=True)
        if cell.start < cell.end
    }


def _finding(rule: str, account: Account, file: CodeListFile, rows: Sequence[Line]) -> Finding:
    language = account.language or "ja"
    filers = "、".join(
        " ".join(filter(None, (cells.get(NAME), cells.get(CODE), cells.get(SEC_CODE), cells.get(ADDRESS))))
        for cells in map(file.cells, rows[:_LISTED_AT_MOST])
    )
    return Finding(
        rule=rule,
        severity=Severity.WARNING,
        path="account",
        message=message(f"company.{rule}", language, account=account.name, filers=filers),
        question=message(f"company.{rule}_question", language, account=account.name, filers=filers),
    )
