"""Topics, each event told once: what notes or lines of a page say again of a page that is a topic already is dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.drafting.notes.claims import same_matter
from agent.drafting.notes.themes.growth_and_news import announces
from agent.models.evidence import Claim
from connectors.dates import MONTHS
from connectors.interface import Document

ISSUE = re.compile(r"\d+月?号|だより|通信|会報|\b(?:newsletter|bulletin|issue|no\. ?\d+|week of|vol\.)", re.I)
"""The title of a paper that tells of many matters: what it announces is a topic of its own."""
RUN = re.compile(r"[一-龠々]{2,}|[ァ-ヴー]{3,}|[A-Za-z]{4,}")
STEM = 5
"""Letters of a Latin word that count: "opens" and "opening" are one."""
MOST_OF = 0.5
"""Share of an event's words that a page must hold to tell of it too."""


def told_once(pages: Sequence[Claim], events: Sequence[Claim], documents: Sequence[Document]) -> list[Claim]:
    """`pages`, then the `events` that none of them tells, in order.

    A line of a page that is a topic counts where it says more than the page's title and that there is news; the line
    that says from when the page's news takes effect joins its topic. A note's event is a page's where most of its
    words and its month stand on the page.
    """
    texts = {document.source_id: document.text for document in documents}
    of_page = {page.citations[0].source_id: page for page in reversed(pages)}
    told, apart = dict[str, Claim](), list[Claim]()
    for event in events:
        source = event.citations[0].source_id
        page = of_page.get(source)
        if page is None:
            apart += [] if any(_tells(texts.get(one, ""), event) for one in of_page) else [event]
        elif _says_no_more(event, page):
            told.setdefault(source, event)
        else:
            apart.append(event)
    joined = {page.id: _joined(page, told[source]) for source, page in of_page.items() if source in told}
    return [*(joined.get(page.id, page) for page in pages), *apart]


def _says_no_more(line: Claim, page: Claim) -> bool:
    again = line.text in page.text or same_matter(line.text, page.text)
    return again or (announces(line.text) and ISSUE.search(page.text) is None)


def _joined(page: Claim, line: Claim) -> Claim:
    """The page's topic with the line that tells when its news takes effect."""
    if line.text in page.text or line.as_of == page.as_of:
        return page
    more = [citation for citation in line.citations if citation not in page.citations]
    return page.model_copy(
        update={"text": f"{page.text}: {line.text}", "citations": [*page.citations, *more]}
    )


def _tells(text: str, event: Claim) -> bool:
    """Most of the event's words and its month stand in the text."""
    words = _words(event.text)
    if event.as_of is None or not words or not _names_month(text, event.as_of.month):
        return False
    return len(words & _words(text)) / len(words) >= MOST_OF


def _names_month(text: str, month: int) -> bool:
    return re.search(rf"(?<!\d)0?{month}[月/]|\b{MONTHS[month - 1][:3]}", text, re.I) is not None


def _words(text: str) -> frozenset[str]:
    """Pairs of kanji, katakana words and beginnings of Latin words."""
    found: set[str] = set()
    for run in RUN.findall(text):
        if run[0].isascii():
            found.add(run[:STEM].lower())
        elif "ァ" <= run[0] <= "ー":
            found.add(run)
        else:
            found |= {run[at : at + 2] for at in range(len(run) - 1)}
    return frozenset(found)
