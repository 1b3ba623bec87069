"""Group companies from the table of 関係会社の状況: name, relation, place and business as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.calendar import fold
from agent.company.sections import blocks_in, section
from agent.evidence.cite import cite
from agent.models.evidence import Citation
from agent.models.plan import GroupCompany
from connectors.interface import Block, BlockKind, Document, Span

_LIMIT = 60
"""Companies listed; the filing says itself which ones are the major ones by listing them first."""

_COLUMNS = {
    "name": re.compile("(?:会社)?名称|会社名|社名|名称または氏名"),
    "location": re.compile("(?:本店)?住所|所在地|本店所在地"),
    "business": re.compile("主要な?事業(?:の?内容)?|事業(?:の)?内容"),
}
_RELATION = re.compile(
    "その他の関係会社|(?:持分法適用)?関連会社(?:及び共同支配企業)?|持分法適用(?:会社|非連結子会社)|共同支配企業|連結子会社|親会社|子会社"
)
_LABEL = re.compile("^[(（［\\[]?(?:\\d{1,2}[)）.．]?|[①-⑩])?[ 　]*[(（]?(?P<words>[^。]{2,24}?)[)）］\\]]?$")
_NOTE_MARKS = re.compile(
    "[ 　]*(?:[(（〔\\[]?注[)）]?[ 　]*[\\d０-９,，、・．. 　)）〕\\]]*|[※＊*＃♯☆#†][ 　]*[\\d０-９,，、 　]*)+$"
)
_LEADING_MARKS = re.compile("^(?:[※＊*＃♯☆#†○●][ 　]*[\\d０-９]*[ 　]*)+")
_DITTO = re.compile('^(?:〃|同上|″|"|々)$')
_NOTHING = re.compile("^[-－―—‐–ー\\s　]*$")
_OTHERS = re.compile("^(?:その他|他|ほか)[ 　]*[\\d０-９,，]+[ 　]*社|^計$|^合計$")


def read_group(filings: Sequence[Document]) -> list[GroupCompany]:
    """Companies of the newest filing that lists any, in printed order, at most 60."""
    return next((found for document in filings if (found := list(_companies(document))[:_LIMIT])), [])


def _companies(document: Document) -> Iterator[GroupCompany]:
    span = section(document, "group")
    if span is None:
        return
    columns: dict[str, int] = {}
    width = 0
    relation: str | None = None
    above: dict[str, str | None] = {}
    for block in blocks_in(document, span):
        if block.kind is not BlockKind.TABLE_ROW:
            label = _label(document.text[block.start : block.end])
            relation = label or relation
            continue
        head = _header(document, block)
        if head:
            columns, width = head, len(block.cells)
        elif columns and len(block.cells) == width:
            filled = [cell for cell in block.cells if not _NOTHING.match(_words(document, cell))]
            label = _label(_words(document, block.cells[columns["name"]]))
            if label is not None and len(filled) <= 2:
                relation = label
                continue
            company = _company(document, block, columns, relation, above)
            if company is not None:
                relation = company.relation
                above = {"business": company.business, "location": company.location}
                yield company


def _header(document: Document, block: Block) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(block.cells):
        words = re.sub("\\s", "", fold(_words(document, cell)).text)
        for name, pattern in _COLUMNS.items():
            if name not in found and pattern.fullmatch(words):
                found[name] = place
    return found if {"name", "location"} <= found.keys() else {}


def _company(
    document: Document,
    block: Block,
    columns: dict[str, int],
    relation: str | None,
    above: dict[str, str | None],
) -> GroupCompany | None:
    cell = block.cells[columns["name"]]
    location = _words(document, block.cells[columns["location"]])
    relation_here, words = _split_label(_words(document, cell))
    name = _LEADING_MARKS.sub("", _NOTE_MARKS.sub("", words)).strip(" 　")
    cited = cite(document, *cell)
    if not name or cited is None or _OTHERS.match(name) or _NOTHING.match(location) or _NOTHING.match(name):
        return None
    citations: list[Citation] = [cited]
    business: str | None = None
    if "business" in columns:
        business = _kept(document, block.cells[columns["business"]], citations, above.get("business"))
    return GroupCompany(
        name=name,
        relation=relation_here or relation,
        location=_kept(document, block.cells[columns["location"]], citations, above.get("location")),
        business=business,
        citations=citations,
    )


def _kept(document: Document, cell: Span, citations: list[Citation], above: str | None) -> str | None:
    """A cell's words with its citation added; 同上 stands for the words above."""
    words = _words(document, cell)
    if _DITTO.match(words):
        return above
    cited = cite(document, *cell) if not _NOTHING.match(words) else None
    if cited is None:
        return None
    citations.append(cited)
    return words


def _split_label(words: str) -> tuple[str | None, str]:
    """ "（連結子会社） 株式会社〇〇" is the label of the rows from here on and the first company's name."""
    match = re.match("^[(（](?P<label>[^)）]{2,20})[)）][ 　]*(?P<name>.+)$", words)
    relation = _RELATION.search(match["label"]) if match is not None else None
    return (relation.group(), match["name"]) if match is not None and relation is not None else (None, words)


def _label(words: str) -> str | None:
    match = _LABEL.match(words.strip())
    relation = _RELATION.search(match["words"]) if match is not None else None
    return relation.group() if relation is not None else None


def _words(document: Document, cell: Span) -> str:
    return document.text[cell.start : cell.end].strip()
