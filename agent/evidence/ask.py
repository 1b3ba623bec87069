"""An extractive answer to a question about one account: sentences and rows that say it, or "not stated".

Nothing is worded here: every item is a citation. What comes close without saying it is a near miss.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import Literal

from pydantic import Field

from agent.evidence.cite import cite, units_between
from agent.evidence.hashing import rarity
from agent.evidence.query import Filters, Query, read_query
from agent.evidence.rerank import Scores
from agent.evidence.retrieve import Evidence, Retriever, in_memory
from agent.evidence.tokens import words
from agent.models.evidence import Citation, Node
from connectors.interface import Document, Span

ANSWERS_FROM = 0.6
"""Least share of the question, weighted by rarity, that an answer must speak of.

Calibrated on the 80 plain questions of evals/datasets/retrieval (`banso eval answers`): 73 are answered with the
gold sentence, 5 not at all, 2 with another one; of an account that cannot know, 77 of 80 are not answered.
"""

_CONTEXT = 0.5
"""What a word counts that stands in the title, heading, column heads or beside the sentence, not in it."""

_PASSAGES = 8

_KINDS: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "who",
        re.compile(r"誰|だれ|どなた|何という人|\bwho(?:m|se)?\b", re.I),
        re.compile(
            r"さん|様|氏|部長|課長|社長|取締役|役員|主任|室長|本部長|担当|会議|委員会|株主|"
            r"\b(?:Mr|Ms|Mrs|Dr)\b|\b(?:CEO|CFO|COO|CTO|VP|director|manager|president|head|board|committee)\b|"
            r"[A-Z][a-z]+ [A-Z][a-z]+"
        ),
    ),
    (
        "when",
        re.compile(r"いつ|何月|何日|何年|時期|期限|いつまで|\bwhen\b|\bwhat date\b|deadline", re.I),
        re.compile(
            r"\d{1,4}\s*[年月日/]|[０-９]+[年月日]|来週|来月|今月|月末|年末|期末|四半期|上期|下期|年度|"
            r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|"
            r"Q[1-4]|20\d\d|week|month|Monday|Tuesday|Wednesday|Thursday|Friday)\b"
        ),
    ),
    (
        "how_much",
        re.compile(
            r"いくら|何[人名社件円%％台店割]|どれ(?:くらい|だけ)|どのくらい|幾ら|金額|\bhow (?:much|many)\b",
            re.I,
        ),
        re.compile(r"[0-9０-９]|[一二三四五六七八九十百千万億]+[円人名社件割]"),
    ),
)


class AnswerItem(Node):
    """Exact words of a source, with what is needed to read them."""

    citation: Citation
    title: str
    published: dt.date | None = None
    heading: str = ""
    columns: str = ""  # column headings of the table a row stands in
    score: float  # share of the question the words speak of
    passage_scores: dict[str, float] = Field(default_factory=dict)


class Answer(Node):
    """`status` says whether the sources answer; `items` are empty when they do not."""

    question: str
    account: str
    status: Literal["answered", "not_stated"]
    items: list[AnswerItem] = Field(default_factory=list)
    near_misses: list[AnswerItem] = Field(default_factory=list)


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
    search = retriever or in_memory(known.values(), account)
    items: list[AnswerItem] = []
    seen: set[str] = set()
    for evidence in search.retrieve(query, filters, _PASSAGES):
        document = known.get(evidence.passage.source_id)
        if document is None:
            continue
        for item in _items(document, evidence, query):
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


def _items(document: Document, evidence: Evidence, query: Query) -> Iterable[AnswerItem]:
    passage = evidence.passage
    goal = sum(rarity(word) for word in query.words) or 1.0
    around = set(evidence.words)
    pattern = next((says for _, asks, says in _KINDS if asks.search(query.text)), None)
    for span in _lines(document, passage.start, passage.end):
        text = document.text[span.start : span.end]
        own = set(words(text))
        share = _share(query, own, around) / goal
        if not own.intersection(query.expanded):
            share *= 0.6
        if pattern is not None and not pattern.search(text):
            share *= 0.6
        if text.rstrip().endswith(("?", "？", "か。")):  # a question in a source is no answer
            share *= 0.7
        citation = cite(document, span.start, span.end)
        if citation is None or share <= 0:
            continue
        yield AnswerItem(
            citation=citation,
            title=passage.title,
            published=passage.published,
            heading=passage.heading,
            columns=passage.columns,
            score=round(min(1.0, share), 4),
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
    synonyms = [word for word in query.expanded if word not in query.words and word in own]
    total += sum(rarity(word) * query.expanded[word] for word in synonyms[:4])
    return total


def _lines(document: Document, start: int, end: int) -> Sequence[Span]:
    """Sentences of a passage, with the cells of one row together."""
    lines: list[Span] = []
    for unit in units_between(document, start, end):
        if lines and "\t" in document.text[lines[-1].end : unit.start]:
            between = document.text[lines[-1].end : unit.start]
            if "\n" not in between and unit.end - lines[-1].start <= 300:
                lines[-1] = Span(lines[-1].start, unit.end)
                continue
        lines.append(unit)
    return lines


def _explained(scores: Scores) -> dict[str, float]:
    parts = {name: round(getattr(scores, name), 4) for name in Scores.__slots__}
    return parts | {"total": round(scores.total, 4)}
