"""An extractive answer to a question about one account: sentences and rows that say it, or "not stated".

Nothing is worded here: every item is a citation. What comes close without saying it is a near miss.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Literal

from pydantic import Field

from agent.evidence.asked_for import AskedFor, asked_for
from agent.evidence.cite import cite, units_between
from agent.evidence.clauses import clause_runs
from agent.evidence.hashing import rarity
from agent.evidence.query import Filters, Query, read_query
from agent.evidence.rerank import Scores
from agent.evidence.retrieve import Evidence, Retriever, in_memory
from agent.evidence.scope import Scope, read_scope
from agent.evidence.tokens import context_words, words
from agent.models.evidence import MAX_QUOTE, Citation, Node
from connectors.interface import Document, Span

ANSWERS_FROM = 0.6
"""Least share of the question, weighted by rarity, that an answer must speak of.

Calibrated with `_DOUBT` on the 80 plain questions of evals/datasets/retrieval (`banso eval answers`, which asks tables
and the plan as well): 73 are answered with the gold sentence, 4 not at all, 3 with another; of an account that cannot
know, 75 of 80 are not answered; of 40 questions in the words of the sources that these do not answer, 36 are not.
"""

_CONTEXT = 0.5
"""What a word counts that stands in the title, heading, column heads or beside the sentence, not in it."""

_DOUBT = 0.55
"""What is left of the share for each sign that a line does not answer: it shows nothing of the kind asked for, says
nothing of the thing asked about, or speaks of another period or of something with another name."""

_SPOKEN = frozenset({"note", "transcript", "mail", "chat", "table"})
"""Kinds of documents that speak of their own time."""

_PASSAGES = 8


class AnswerItem(Node):
    """Exact words of a source, with what is needed to read them."""

    citation: Citation
    title: str
    published: dt.date | None = None
    heading: str = ""
    columns: str = ""  # column headings of the table a row stands in
    value: str = ""  # of a cell: its amount in base units with the unit; of a plan's field: the statement
    path: str = ""  # of a plan's field: its place in plan.json
    score: float  # share of the question the words speak of
    passage_scores: dict[str, float] = Field(default_factory=dict)


class Answer(Node):
    """`status` says whether the sources answer; `items` are empty when they do not."""

    question: str
    account: str
    status: Literal["answered", "not_stated"]
    items: list[AnswerItem] = Field(default_factory=list)
    near_misses: list[AnswerItem] = Field(default_factory=list)
    account_facts: list[str] = Field(default_factory=list)  # what account.yaml says, with its keys
    to_ask: str | None = None  # the plan's question to a person, where it has a blank there


def ask(
    documents: Iterable[Document],
    question: str,
    account: str = "",
    retriever: Retriever | None = None,
    filters: Filters | None = None,
    limit: int = 5,
) -> Answer:
    """What the documents say to a question, at most `limit` items, best first.

    `documents` are the account's; `retriever` an index that already holds them (otherwise one is made in
    memory). Deterministic; `Answer.model_dump(mode="json")` is what `banso ask --json` prints.
    """
    known = {document.source_id: document for document in documents}
    query = read_query(question)
    asked = asked_for(question)
    scope = read_scope(question).known_in(document.text for document in known.values())
    titled = {word for document in known.values() for word in context_words(document.title)}
    search = retriever or in_memory(known.values(), account)
    items: list[AnswerItem] = []
    seen: set[str] = set()
    for evidence in search.retrieve(query, filters, _PASSAGES):
        document = known.get(evidence.passage.source_id)
        if document is None:
            continue
        for item in _items(document, evidence, query, asked, scope, titled):
            if item.citation.quote not in seen:
                seen.add(item.citation.quote)
                items.append(item)
    items.sort(key=lambda item: -item.score)
    best = items[0].score if items else 0.0
    enough = [item for item in items if item.score >= max(ANSWERS_FROM, 0.75 * best)]
    near = [item for item in items if item not in enough and item.score > 0.2][:limit]
    status: Literal["answered", "not_stated"] = "answered" if enough else "not_stated"
    return Answer(
        question=question,
        account=account,
        status=status,
        items=enough[:limit],
        near_misses=near if not enough else [],
    )


def _items(
    document: Document, evidence: Evidence, query: Query, asked: AskedFor, scope: Scope, titled: set[str]
) -> Iterable[AnswerItem]:
    passage = evidence.passage
    goal = sum(rarity(word) for word in query.words) or 1.0
    around = set(evidence.words)
    above = "\n".join((passage.columns, passage.heading, passage.title))
    heads = {*words(passage.columns), *words(passage.heading)}
    for span in _lines(document, passage.start, passage.end):
        text = document.text[span.start : span.end]
        own = set(words(text))
        citation = cite(document, span.start, span.end)
        share = min(1.0, _share(query, own, around) / goal)
        if citation is None or share <= 0:
            continue
        for doubt in (
            not own.intersection(query.expanded),
            not asked.shown(text, frozenset(query.words)),
            bool(asked.topic) and not asked.topic & (own | heads),
            not scope.period_fits(text, above, passage.published, passage.kind in _SPOKEN),
            not scope.names_fit(above, document.text[passage.start : span.end]),
            not scope.proper <= around | titled,
        ):
            share *= _DOUBT if doubt else 1.0
        if text.rstrip().endswith(("?", "？", "か。")):  # a question in a source is no answer
            share *= 0.7
        yield AnswerItem(
            citation=citation,
            title=passage.title,
            published=passage.published,
            heading=passage.heading,
            columns=passage.columns,
            score=round(share, 4),
            passage_scores=_explained(evidence.scores),
        )


def _share(query: Query, own: set[str], around: set[str]) -> float:
    """Weight of the question's words that the line says, or something near it does."""
    total = 0.0
    for word in query.words:
        if word in own:
            total += rarity(word)
        elif word in around:
            total += rarity(word) * _CONTEXT
    synonyms = [word for word in query.added if word in own]
    total += sum(rarity(word) * query.expanded[word] for word in synonyms[:4])
    return total


def _lines(document: Document, start: int, end: int) -> Sequence[Span]:
    """Sentences of a passage, long ones in runs of clauses, with the cells of one row together."""
    lines: list[Span] = []
    for unit in units_between(document, start, end):
        if lines and "\t" in document.text[lines[-1].end : unit.start]:
            between = document.text[lines[-1].end : unit.start]
            if "\n" not in between and unit.end - lines[-1].start <= MAX_QUOTE:
                lines[-1] = Span(lines[-1].start, unit.end)
                continue
        lines += clause_runs(document.text, unit) if unit.end - unit.start > MAX_QUOTE else [unit]
    return lines


def _explained(scores: Scores) -> dict[str, float]:
    parts = {name: round(getattr(scores, name), 4) for name in Scores.__slots__}
    return parts | {"total": round(scores.total, 4)}
