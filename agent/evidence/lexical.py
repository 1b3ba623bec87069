"""The lexical index: tantivy over words and Japanese bigrams made by `agent.evidence.tokens`."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from agent.errors import EvidenceError
from agent.evidence.passages import Passage
from agent.evidence.query import Filters, Query
from agent.evidence.tokens import passage_tokens

_BIGRAM_WEIGHT = 0.4
"""TECH.md §4: score of words plus 0.4 of bigrams is the best sum measured."""

_HEAP = 60_000_000


class Hit(NamedTuple):
    """A passage of an account with its lexical score and the words it was indexed under."""

    account: str
    passage: Passage
    score: float
    words: list[str]


class LexicalIndex:
    """An index in a folder, or in memory without one. One process writes; any number read."""

    def __init__(self, folder: Path | None = None) -> None:
        import tantivy

        schema = tantivy.SchemaBuilder()
        for name in ("words", "bigrams"):
            schema.add_text_field(name, stored=name == "words", tokenizer_name="spaced", index_option="freq")
        for name in ("account", "document", "kind", "access"):
            schema.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
        schema.add_integer_field("published", stored=True, indexed=True, fast=True)
        schema.add_bytes_field("passage", stored=True)
        self._schema = schema.build()
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        try:
            self._index = tantivy.Index(self._schema, path=str(folder) if folder else None)
        except ValueError as error:
            raise EvidenceError(f"{folder}: the lexical index cannot be opened: {error}") from error
        spaced = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        self._index.register_tokenizer("spaced", spaced)
        self._searcher: Any = None

    def write(
        self, documents: Iterable[tuple[str, str, Sequence[Passage]]], removed: Iterable[str] = ()
    ) -> int:
        """Replace documents, each given as (account, key, passages); commit once. Gives passages written."""
        import tantivy

        writer = self._index.writer(heap_size=_HEAP, num_threads=1)
        count = 0
        for key in removed:
            writer.delete_documents_by_term("document", key)
        for account, key, passages in documents:
            writer.delete_documents_by_term("document", key)
            for passage in passages:
                tokens = passage_tokens(passage)
                document = tantivy.Document(
                    words=" ".join(tokens.words),
                    bigrams=" ".join(tokens.bigrams),
                    account=account,
                    document=key,
                    kind=passage.kind,
                    access=passage.access,
                    published=day_number(passage.published),
                )
                document.add_bytes("passage", json.dumps(plain(passage), ensure_ascii=False).encode())
                writer.add_document(document)
                count += 1
        writer.commit()
        writer.wait_merging_threads()
        self._searcher = None
        return count

    @property
    def size(self) -> int:
        """Passages that can be found now."""
        return int(self._open().num_docs)

    def search(self, query: Query, filters: Filters, limit: int) -> list[Hit]:
        """Best passages first; empty when no word of the query is known."""
        import tantivy

        should, must = tantivy.Occur.Should, tantivy.Occur.Must
        parts = [(should, self._term("words", word, weight)) for word, weight in query.expanded.items()]
        parts += [(should, self._term("bigrams", pair, _BIGRAM_WEIGHT)) for pair in query.bigrams]
        if not parts:
            return []
        clauses = [(must, tantivy.Query.boolean_query(parts))]
        clauses += [(must, tantivy.Query.const_score_query(part, 0.0)) for part in self._filters(filters)]
        searcher = self._open()
        found = searcher.search(tantivy.Query.boolean_query(clauses), limit, count=False)
        return [self._hit(searcher.doc(address), score) for score, address in found.hits]

    def reload(self) -> None:
        """See what other processes committed."""
        self._index.reload()
        self._searcher = None

    def _open(self) -> Any:
        if self._searcher is None:
            self._index.reload()
            self._searcher = self._index.searcher()
        return self._searcher

    def _term(self, field: str, token: str, weight: float = 1.0) -> Any:
        import tantivy

        term = tantivy.Query.term_query(self._schema, field, token, index_option="freq")
        return term if weight == 1.0 else tantivy.Query.boost_query(term, weight)

    def _filters(self, filters: Filters) -> list[Any]:
        import tantivy

        clauses = []
        for name in ("account", "access"):
            value = getattr(filters, name)
            if value is not None:
                clauses.append(tantivy.Query.term_query(self._schema, name, value, index_option="basic"))
        if filters.kinds is not None:
            clauses.append(tantivy.Query.term_set_query(self._schema, "kind", list(filters.kinds)))
        if filters.since or filters.until:
            low, high = day_number(filters.since) or 1, day_number(filters.until or dt.date.max)
            published = tantivy.FieldType.Integer
            clauses.append(tantivy.Query.range_query(self._schema, "published", published, low, high))
        return clauses

    def _hit(self, document: Any, score: float) -> Hit:
        passage = from_plain(json.loads(bytes(document.get_first("passage"))))
        return Hit(document.get_first("account"), passage, score, document.get_first("words").split(" "))


def day_number(day: dt.date | None) -> int:
    """A day as the number YYYYMMDD, 0 for none."""
    return day.year * 10_000 + day.month * 100 + day.day if day else 0


def plain(passage: Passage) -> dict[str, Any]:
    """A passage as plain data that either index stores."""
    data = {name: getattr(passage, name) for name in Passage.__slots__}
    data["published"] = passage.published.isoformat() if passage.published else ""
    return data


def from_plain(data: Mapping[str, Any]) -> Passage:
    """The passage of stored data."""
    fields = {name: data[name] for name in Passage.__slots__}
    fields["published"] = dt.date.fromisoformat(data["published"]) if data["published"] else None
    return Passage(**fields)
