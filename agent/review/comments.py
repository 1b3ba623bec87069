"""Findings as comments on the cells of a workbook's copy, or as a new workbook for other files."""

from __future__ import annotations

import io
from pathlib import Path

from agent.messages import text
from agent.models.finding import Finding
from agent.review.outputs import Result

_LONGEST = 1_500
_AUTHOR = "banso"


def commented(result: Result) -> bytes:
    """A copy of the checked workbook in which every goal with findings carries a comment; never the original."""
    import openpyxl
    from openpyxl.comments import Comment

    if result.checked.format != "xlsx":
        return _listed(result)
    book = openpyxl.load_workbook(Path(result.checked.name))
    for path in dict.fromkeys(finding.path for finding in result.findings):
        title, _, cell = path.rpartition("!")
        if title not in book.sheetnames:
            continue
        lines = [_said(finding, result.language) for finding in result.findings if finding.path == path]
        comment = Comment("\n".join(lines)[:_LONGEST], _AUTHOR)
        comment.width, comment.height = 420, 60 + 34 * len(lines)
        book[title][cell].comment = comment
    return _bytes(book)


def _listed(result: Result) -> bytes:
    """Each item with its findings beside it."""
    import openpyxl
    from openpyxl.comments import Comment

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for number, entry in enumerate(result.reads, start=1):
        lines = [
            _said(finding, result.language) for finding in result.findings if finding.path == entry.item.path
        ]
        sheet.cell(number, 1, entry.item.path)
        cell = sheet.cell(number, 2)
        cell.value = entry.item.text
        cell.data_type = "s"  # a goal that begins with = is text, never a formula
        if lines:
            cell.comment = Comment("\n".join(lines)[:_LONGEST], _AUTHOR)
    return _bytes(book)


def _said(finding: Finding, language: str) -> str:
    severity = text(f"rules.check.{finding.severity}", language)
    return f"{finding.rule} {severity}: {finding.message} {finding.question or ''}".strip()


def _bytes(book: object) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()
