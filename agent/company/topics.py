"""Dated topics: what the account's own pages, news about it and its notices say, newest first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.company.excerpts import score
from agent.company.names import is_named_in
from agent.evidence.cite import cite
from agent.evidence.segment import sentences
from agent.models.account import Account
from agent.models.evidence import Citation, Claim
from connectors.interface import Block, BlockKind, Document, DocumentKind, Span

_KINDS = frozenset({DocumentKind.WEB_PAGE, DocumentKind.FEED_ENTRY, DocumentKind.FORECAST_REVISION})
_LIMIT = 20
_SUPPORT = 2
"""Sentences cited besides the title."""
_SENTENCE = range(20, 240)
_DATE_ONLY = re.compile("^[\\d０-９年月日./()（）\\-\\s令和平成元]+(?:\\([月火水木金土日]\\))?$")


def read_topics(account: Account, documents: Sequence[Document]) -> list[Claim]:
    """One fact per dated page or feed entry: its title, with its most telling sentences cited.

    `as_of` is the day of publication. Undated pages are left out, since a topic without a day cannot be placed.
    """
    dated = [d for d in documents if d.kind in _KINDS and d.published is not None]
    dated.sort(key=lambda d: (-(d.published.toordinal() if d.published else 0), d.path))
    topics: list[Claim] = []
    seen: set[tuple[str, object]] = set()
    for document in dated:
        for title, supporting in _items(account, document):
            key = (re.sub("\\s", "", title.quote), document.published)
            if key in seen or len(topics) == _LIMIT:
                continue
            seen.add(key)
            topics.append(
                Claim(
                    id=f"topic-{len(topics) + 1}",
                    text=title.quote,
                    citations=[title, *supporting],
                    as_of=document.published,
                )
            )
    return topics


def _items(account: Account, document: Document) -> list[tuple[Citation, list[Citation]]]:
    title = _title(document)
    if title is None:
        return []
    cited = cite(document, *title)
    if cited is None:
        return []
    return [(cited, _telling(account, document, title.end))]


def _title(document: Document) -> Span | None:
    """The heading that is the page's title, else the first heading, else the first sentence."""
    heads = [b for b in document.blocks if b.kind is BlockKind.HEADING and not _is_date(document, b)]
    wanted = re.sub("\\s", "", document.title)
    for block in heads:
        words = re.sub("\\s", "", document.text[block.start : block.end])
        if words and (words in wanted or wanted in words):
            return Span(block.start, block.end)
    if heads:
        return Span(heads[0].start, heads[0].end)
    return next((Span(*s) for b in document.blocks for s in sentences(document.text, b.start, b.end)), None)


def _is_date(document: Document, block: Block) -> bool:
    return _DATE_ONLY.match(document.text[block.start : block.end].strip()) is not None


def _telling(account: Account, document: Document, after: int) -> list[Citation]:
    found: list[tuple[int, int, Span]] = []
    for block in document.blocks:
        if block.start < after or block.kind not in (
            BlockKind.PARAGRAPH,
            BlockKind.LIST_ITEM,
            BlockKind.TURN,
        ):
            continue
        for start, end in sentences(document.text, block.start, block.end):
            if end - start in _SENTENCE:
                words = document.text[start:end]
                points = score(words, "issue", "need", "aim", "field", "market")
                points += 3 * is_named_in(words, account.name) + 2 * bool(re.search("[\\d０-９]", words))
                found.append((points, -len(found), Span(start, end)))
    best = sorted(found, key=lambda item: item[:2], reverse=True)[:_SUPPORT]
    cited = [cite(document, *span) for _, _, span in sorted(best, key=lambda item: item[2].start)]
    return [citation for citation in cited if citation is not None]
