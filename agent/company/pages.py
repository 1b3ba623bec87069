"""What the account's pages and the news say of its business, aims and issues, beside or instead of filings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agent.company.excerpts import Sentence, best, fact, section_sentences
from agent.company.financials import is_report_page
from agent.company.names import is_named_in
from agent.company.statements import Statements
from agent.evidence.cite import cite
from agent.models.account import Account
from agent.models.evidence import Claim
from connectors.interface import Document, DocumentKind, Span

_KINDS = frozenset({DocumentKind.WEB_PAGE, DocumentKind.FEED_ENTRY})
_LIMIT = 4


def add_page_statements(found: Statements, account: Account, documents: Sequence[Document]) -> None:
    """Adds to each list at most four sentences of pages, newest page first, after what the filings say.

    Of a page by or about the account every sentence may count; of news about several companies only sentences
    that name the account. What a company does is taken only from sentences that name it.
    """
    pages = [d for d in documents if d.kind in _KINDS and not is_report_page(d)]
    pages.sort(key=lambda d: (-(d.published.toordinal() if d.published else 0), d.path))
    sentences = [(page, sentence) for page in pages for sentence in _about(account, page)]
    naming = [(page, s) for page, s in sentences if is_named_in(s.text, account.name)]
    found.business += _claims("page-business", naming, ("pursuit", "own"), 3)
    found.issues += _claims("page-issue", sentences, ("issue", "field"), 3)
    found.policies += _claims("page-policy", sentences, ("aim", "field"), 4)


def _about(account: Account, page: Document) -> Iterator[Sentence]:
    publisher = page.filer.name if page.filer else ""
    own = is_named_in(f"{page.title}\n{publisher}", account.name)
    for sentence in section_sentences(page, Span(0, len(page.text))):
        if own or is_named_in(sentence.text, account.name):
            yield sentence


def _claims(
    prefix: str, sentences: Sequence[tuple[Document, Sentence]], groups: Sequence[str], least: int
) -> list[Claim]:
    chosen = best([sentence for _, sentence in sentences], groups, least=least, limit=_LIMIT)
    made: list[Claim] = []
    for sentence in chosen:
        page = next(page for page, other in sentences if other is sentence)
        cited = cite(page, *sentence.span)
        if cited is not None:
            made.append(fact(f"{prefix}-{len(made) + 1}", sentence.text, [cited], page))
    return made
