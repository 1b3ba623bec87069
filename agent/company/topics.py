"""Dated topics: what the account's own pages, news about it and its notices say, newest first."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from agent.company.excerpts import is_greeting, is_trivial, score
from agent.company.names import is_named_in
from agent.evidence.cite import cite
from agent.evidence.segment import sentences
from agent.models.account import Account
from agent.models.evidence import Citation, Claim
from connectors.interface import Block, BlockKind, Document, DocumentKind, Span

_KINDS = frozenset({DocumentKind.WEB_PAGE, DocumentKind.FEED_ENTRY, DocumentKind.FORECAST_REVISION})
_LIMIT = 20
_SUPPORT = 3
"""Sentences cited besides the title."""
_SENTENCE = range(20, 240)
_STAMP = re.compile("^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d|^\\d{4}[-/]\\d")
_DATE_ONLY = re.compile("^[\\d０-９年月日./()（）\\-\\s令和平成元]+(?:\\([月火水木金土日]\\))?$")


@dataclass(frozen=True, slots=True)
class _Item:
    """A page or one entry of a feed: its title's place, where it ends, and its day."""

    document: Document
    title: Span
    end: int
    on: dt.date


def read_topics(account: Account, documents: Sequence[Document]) -> list[Claim]:
    """One fact per dated page or feed entry: its title, with its most telling sentences cited.

    `as_of` is the day of publication. Undated pages are left out, since a topic without a day cannot be placed;
    so are notices of holidays, campaigns and the like.
    """
    items = [item for document in documents if document.kind in _KINDS for item in _items(document)]
    items.sort(key=lambda item: (-item.on.toordinal(), item.document.path, item.title.start))
    topics: list[Claim] = []
    seen: set[tuple[str, dt.date]] = set()
    for item in items:
        cited = cite(item.document, *item.title)
        if cited is None or is_trivial(cited.quote) or len(topics) == _LIMIT:
            continue
        key = (_bare(cited.quote), item.on)
        if key not in seen:
            seen.add(key)
            citations = [cited, *_telling(account, item)]
            topics.append(
                Claim(id=f"topic-{len(topics) + 1}", text=cited.quote, citations=citations, as_of=item.on)
            )
    return topics


def _items(document: Document) -> Iterator[_Item]:
    """A feed's entries by their own days, else the page as a whole."""
    heads = [b for b in document.blocks if b.kind is BlockKind.HEADING and b.spoken_on is not None]
    for head, following in zip_longest(heads, heads[1:]):
        assert head.spoken_on is not None
        end = following.start if following is not None else len(document.text)
        yield _Item(document, Span(head.start, head.end), end, head.spoken_on)
    if not heads and document.published is not None:
        title = _title(document)
        if title is not None:
            yield _Item(document, title, len(document.text), document.published)


def _title(document: Document) -> Span | None:
    """The heading that is the page's title, else the first heading, else the first sentence."""
    heads = [b for b in document.blocks if b.kind is BlockKind.HEADING and not _is_date(document, b)]
    wanted = _bare(document.title)
    for block in heads:
        words = _bare(document.text[block.start : block.end])
        if words and (words in wanted or wanted in words):
            return Span(block.start, block.end)
    if heads:
        return Span(heads[0].start, heads[0].end)
    return next((Span(*s) for b in document.blocks for s in sentences(document.text, b.start, b.end)), None)


def _is_date(document: Document, block: Block) -> bool:
    return _DATE_ONLY.match(document.text[block.start : block.end].strip()) is not None


def _bare(words: str) -> str:
    return re.sub("[\\s()（）]", "", words)


def _telling(account: Account, item: _Item) -> list[Citation]:
    document = item.document
    found: list[tuple[int, int, Span]] = []
    for block in document.blocks:
        inside = item.title.end <= block.start < item.end
        if not inside or block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TURN):
            continue
        for start, end in sentences(document.text, block.start, block.end):
            words = document.text[start:end]
            if end - start in _SENTENCE and not is_greeting(words) and not _STAMP.match(words):
                points = score(words, "event", "results", "issue", "need", "aim", "field", "market")
                points += 3 * is_named_in(words, account.name) + 2 * bool(re.search("[\\d０-９]", words))
                found.append((points, -len(found), Span(start, end)))
    best = sorted(found, key=lambda entry: entry[:2], reverse=True)[:_SUPPORT]
    cited = [cite(document, *span) for _, _, span in sorted(best, key=lambda entry: entry[2].start)]
    return [citation for citation in cited if citation is not None]
