"""Where each blank was looked for, and the lines that come near without answering: what the asker need not read again.

The field's queries (drafting/fields.py) go through the same retrieve and the same reading of lines as `banso ask`,
over everything people wrote or published; filings are read by their sections and not searched again here.
"""

from __future__ import annotations

from collections.abc import Sequence

from agent.company.ownership import FILINGS
from agent.drafting.fields import FIELDS
from agent.evidence.ask import AnswerItem, ask
from agent.evidence.instructions import is_instruction
from agent.evidence.retrieve import in_memory
from agent.models.evidence import Blank, Citation
from connectors.interface import BlockKind, Document

NEAR = 0.35
"""Least share of a query a line must speak of to be shown, chosen on packs 01-05 and 10: below it lines share only
common words with the field."""
SHOWN = 3
CHARACTERS = 300_000
"""At most this much text is searched, newest documents first, so that a draft stays a matter of seconds."""


def look_again(blanks: Sequence[Blank], documents: Sequence[Document], language: str) -> None:
    """Fill `searched`, `searched_sources` and `near_misses` of the blanks whose field has queries, in place."""
    queries = {field.path: field.queries_ja if language == "ja" else field.queries_en for field in FIELDS}
    asked = [blank for blank in blanks if queries.get(blank.field)]
    searched = _searched(documents)
    if not asked or not searched:
        return
    retriever = in_memory(searched)
    heads = {
        document.text[block.start : block.end]
        for document in searched
        for block in document.blocks
        if block.header or block.kind is BlockKind.HEADING
    }
    for blank in asked:
        blank.searched = list(queries[blank.field])
        blank.searched_sources = [document.source_id for document in searched]
        found: dict[str, AnswerItem] = {}
        for query in blank.searched:
            answer = ask(searched, query, retriever=retriever)
            for item in [*answer.items, *answer.near_misses]:
                before = found.get(item.citation.quote)
                if item.citation.quote in heads or is_instruction(item.citation.quote):
                    continue
                if before is None or before.score < item.score:
                    found[item.citation.quote] = item
        blank.near_misses = _best(list(found.values()))


def _searched(documents: Sequence[Document]) -> list[Document]:
    """What is searched, in the order of the sources."""
    left = CHARACTERS
    chosen: set[str] = set()
    spoken = [document for document in documents if document.kind not in FILINGS]
    dated = sorted(spoken, key=lambda document: str(document.published or ""), reverse=True)
    for document in dated:
        if len(document.text) <= left:
            left -= len(document.text)
            chosen.add(document.source_id)
    return [document for document in spoken if document.source_id in chosen]


def _best(items: Sequence[AnswerItem]) -> list[Citation]:
    near = sorted((item for item in items if item.score >= NEAR), key=lambda item: -item.score)
    return [item.citation for item in near[:SHOWN]]
