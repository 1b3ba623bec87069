"""plan.md: the plan with footnotes, readable in any viewer and in a diff."""

from __future__ import annotations

from collections.abc import Iterator

from agent.export.layout import Cell, Layout, Section, SourceLine, Table
from agent.export.safe_text import for_markdown
from agent.messages import text


def markdown(layout: Layout) -> str:
    """The whole plan. Words of sources are escaped: they make no markup, no HTML and no link."""
    return "\n".join(_lines(layout)) + "\n"


def _lines(layout: Layout) -> Iterator[str]:
    yield f"# {for_markdown(layout.title)}"
    yield ""
    yield for_markdown(layout.subtitle)
    for sheet in layout.sheets:
        yield ""
        yield f"## {for_markdown(sheet.title)}"
        for section in sheet.sections:
            yield from _section(section)
    yield ""
    yield f"## {for_markdown(layout.sources_title)}"
    yield ""
    yield for_markdown(text("export.sources_note", layout.language))
    yield ""
    for source in layout.sources:
        yield _footnote(source, layout.language)


def _section(section: Section) -> Iterator[str]:
    yield ""
    yield f"### {for_markdown(section.title)}"
    for table in section.tables:
        yield ""
        if table.heads:
            yield from _table(table)
        else:
            yield from _pairs(table)


def _pairs(table: Table) -> Iterator[str]:
    """Label and content: one line where there is one content, a list under the label where there are more."""
    at = 0
    while at < len(table.rows):
        label, content = table.rows[at][0], table.rows[at][-1]
        more = []
        while at + 1 < len(table.rows) and not table.rows[at + 1][0].text:
            at += 1
            more.append(table.rows[at][-1])
        if more:
            yield f"- **{for_markdown(label.text)}**"
            for cell in [content, *more]:
                yield f"  - {_cell(cell)}"
        else:
            yield (
                f"- **{for_markdown(label.text)}**: {_cell(content)}" if label.text else f"- {_cell(content)}"
            )
        at += 1


def _table(table: Table) -> Iterator[str]:
    if table.title:
        yield f"**{for_markdown(table.title)}**"
        yield ""
    yield "| " + " | ".join(for_markdown(head) for head in table.heads) + " |"
    yield "|" + " --- |" * len(table.heads)
    for row in table.rows:
        yield "| " + " | ".join(_cell(cell) for cell in row) + " |"


def _cell(cell: Cell) -> str:
    words = for_markdown(cell.text)
    if cell.unknown and words:
        words = f"*{words}*"
    if cell.exact and cell.rounded:
        words = f"{words} ({for_markdown(cell.exact)})"
    return words + "".join(f"[^{number}]" for number in cell.numbers)


def _footnote(source: SourceLine, language: str) -> str:
    about = " / ".join(part for part in (source.document, source.published, source.where) if part)
    quote = text("export.quoted", language, quote=for_markdown(source.quote))
    return f"[^{source.number}]: {for_markdown(about)}: {quote} ({for_markdown(source.check)})"
