"""Quote checks, indexing and search at a size, beside SQLite FTS5, numpy and Chroma in the same run.

    python -m evals.bench.evidence [--passages 100000] [--chroma 20000] [--shared DIR]

Texts are passages of our packs, and of the shared filings where they lie, dealt out to accounts of twenty
passages. Each engine runs in a process of its own, so that its memory is its own. Times are processor time of
that process with all its threads: they hold on a busy machine, and count two threads as two. A bound that does not
hold is printed as FAIL and ends in exit code 1.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from agent.evidence.passages import Passage, passages
from connectors.interface import RawSource
from connectors.registry import read_folder, read_source
from evals.bench.figures import Figure, show

PACKS = Path(__file__).resolve().parents[1] / "datasets" / "packs"
PER_ACCOUNT = 20
QUESTIONS = (
    "更新の決裁は誰がしますか", "予算申請の期限はいつ", "設備投資の金額", "利用率が下がった理由", "従業員数は何人",
    "営業利益の推移", "事業等のリスク", "When does the committee meet?", "解約の通知期限", "研究開発費",
)  # fmt: skip


def main(arguments: list[str] | None = None) -> bool:
    """Print one table; True when every bound holds."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench.evidence", description=__doc__)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument(
        "--chroma", type=int, default=20_000, help="passages for Chroma, which is slow to fill"
    )
    parser.add_argument("--shared", type=Path, default=PACKS.parents[3] / "shared")
    given = parser.parse_args(arguments)
    held = True
    for name, bench, size in (
        ("quote checks, one text", quotes, 300_000),
        ("lexical + exact vectors of the candidates (ours)", lexical, given.passages),
        ("SQLite FTS5 over the same words", partial(full_text, "unicode61"), given.passages),
        ("SQLite FTS5 trigram over the texts", partial(full_text, "trigram"), given.passages),
        ("numpy, all hashed vectors", exact_vectors, given.passages),
        ("Chroma, the same vectors", chroma, given.chroma),
    ):
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            figures = pool.apply(partial(bench, size, given.shared))
        held = show(f"{name} ({size:,})", figures) and held
    return held


def texts(shared: Path) -> list[Passage]:
    """Different passages to deal out."""
    found = [
        passage
        for pack in sorted(PACKS.glob("*/sources"))
        for document in read_folder(pack).documents
        for passage in passages(document)
    ]
    for path in sorted(shared.glob("data/edinet/packages/*.zip")):
        for document in read_source(RawSource(path.name, path.read_bytes()))[0]:
            found += passages(document)
    return found


def dealt(size: int, shared: Path) -> Iterator[tuple[str, str, list[Passage]]]:
    """Accounts of twenty passages, drawn by a seed, `size` passages in all."""
    rng = random.Random(1)
    pool = texts(shared)
    for number in range(size // PER_ACCOUNT):
        account = f"A{number:05}"
        chosen = [
            replace(rng.choice(pool), source_id=f"{account}-{place}", start=place)
            for place in range(PER_ACCOUNT)
        ]
        yield account, f"{account}/d", chosen


def quotes(size: int, shared: Path) -> list[Figure]:
    """Preparing one long text and checking true and falsified quotes of it."""
    from agent.evidence.quote import QuoteChecker

    pool = texts(shared)
    random.Random(4).shuffle(pool)
    text = "\n".join(passage.text for passage in pool)[:size]
    started = time.process_time()
    checker = QuoteChecker(text)
    prepared = time.process_time() - started
    rng = random.Random(2)
    units = [unit for unit in text.replace("\t", "\n").split("\n") if 8 < len(unit) < 200]
    true = [rng.choice(units) for _ in range(5_000)]
    typed = [unit.translate(_WIDE) for unit in true]
    false = [unit[:-2] + "〆" + unit[-1] for unit in true]
    return [
        Figure(f"preparing {len(text):,} characters", prepared * 1000, "ms"),
        *(
            Figure(f"check of a {what} quote", _microseconds(checker.find, tried), "µs", most=60)
            for what, tried in (("true", true), ("true, full-width", typed), ("falsified", false))
        ),
    ]


def lexical(size: int, shared: Path) -> list[Figure]:
    """The index we use: building with tokens, one account, all accounts."""
    from agent.evidence.lexical import LexicalIndex
    from agent.evidence.query import Filters
    from agent.evidence.retrieve import Retriever

    different = texts(shared)
    with tempfile.TemporaryDirectory() as folder:
        index = LexicalIndex(Path(folder) / "first")
        index.write([("A", "A/warm", different[:1])])  # loads the dictionary
        started = time.process_time()
        index.write([("A", "A/d", different)])
        fresh = len(different) / (time.process_time() - started)
    source = dealt(size, shared)
    first = next(source)
    with tempfile.TemporaryDirectory() as folder:
        index = LexicalIndex(Path(folder))
        index.write([first])
        started = time.process_time()
        index.write(source)
        built = size / (time.process_time() - started)
        retriever = Retriever(index)
        rng = random.Random(3)
        accounts = [f"A{rng.randrange(size // PER_ACCOUNT):05}" for _ in range(300)]
        disk = sum(path.stat().st_size for path in Path(folder).glob("*")) / 1e6
        return [
            Figure("build with tokens", built, "passages/s", least=1_500),
            Figure(f"build of {len(different):,} passages never seen before", fresh, "passages/s"),
            Figure("disk", disk, "MB"),
            _times(
                "one account",
                lambda q, a: retriever.retrieve(q, Filters(account=a)),
                accounts,
                5 if size <= 100_000 else None,
            ),
            _times(
                "all accounts", lambda q, a: retriever.retrieve(q), accounts, 15 if size <= 100_000 else None
            ),
            _memory(600 if size <= 100_000 else None),
        ]


def full_text(tokenizer: str, size: int, shared: Path) -> list[Figure]:
    """SQLite FTS5 over our words, or over the texts with its trigrams."""
    import sqlite3

    from agent.evidence.query import read_query
    from agent.evidence.tokens import passage_words

    def held(passage: Passage) -> str:
        return passage.indexed if tokenizer == "trigram" else " ".join(passage_words(passage))

    def match(question: str) -> str:
        if tokenizer != "trigram":
            return " OR ".join(f'"{word}"' for word in read_query(question).expanded)
        plain = question.replace('"', "")
        return " OR ".join(f'"{plain[at : at + 3]}"' for at in range(max(1, len(plain) - 2)))

    with tempfile.TemporaryDirectory() as folder, sqlite3.connect(Path(folder) / "fts.db") as store:
        store.execute(f"CREATE VIRTUAL TABLE p USING fts5(account UNINDEXED, words, tokenize='{tokenizer}')")
        source = dealt(size, shared)
        dealt_out = chain([next(source)], source)  # the texts are read before the clock starts
        started = time.process_time()
        for account, _, found in dealt_out:
            store.executemany("INSERT INTO p VALUES (?, ?)", [(account, held(p)) for p in found])
        store.commit()
        seconds = time.process_time() - started
        ask = "SELECT rowid FROM p WHERE words MATCH ? {} ORDER BY rank LIMIT 50"

        def search(question: str, account: str | None) -> Any:
            given = (match(question), account) if account else (match(question),)
            return store.execute(ask.format("AND account = ?" if account else ""), given).fetchall()

        accounts = [f"A{n:05}" for n in range(60)]
        disk = (Path(folder) / "fts.db").stat().st_size / 1e6
        return [
            Figure("build", size / seconds, "passages/s"),
            Figure("disk", disk, "MB"),
            _times("one account", search, accounts),
            _times("all accounts", lambda q, a: search(q, None), accounts),
            _memory(),
        ]


def exact_vectors(size: int, shared: Path) -> list[Figure]:
    """A numpy matrix of hashed vectors, all compared."""
    import numpy as np

    from agent.evidence.embedder import HashEmbedder

    rng = np.random.default_rng(1)
    matrix = rng.standard_normal((size, 1024), dtype=np.float32).astype(np.float16)
    embedder = HashEmbedder()

    def search(question: str, account: str) -> Any:
        asked = np.asarray(embedder.question(question), dtype=np.float16)
        used = np.flatnonzero(asked)
        return np.argpartition(-(matrix[:, used].astype(np.float32) @ asked[used].astype(np.float32)), 50)[
            :50
        ]

    return [_times("all accounts", search, ["A"] * 40), _memory()]


def chroma(size: int, shared: Path) -> list[Figure]:
    """Chroma with the same vectors: one collection, filtered by account or not."""
    from agent.evidence.embedder import HashEmbedder
    from agent.evidence.query import Filters, read_query
    from agent.evidence.vectors import ChromaVectors

    with tempfile.TemporaryDirectory() as folder:
        embedder = HashEmbedder()
        vectors = ChromaVectors(Path(folder), embedder)
        collection: Any = vectors._collection  # measured as it is, without what we put before it
        source = dealt(size, shared)
        dealt_out = chain([next(source)], source)
        started = time.process_time()
        vectors.write(dealt_out)
        seconds = time.process_time() - started
        accounts = [f"A{n:05}" for n in range(60)]
        disk = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file()) / 1e6
        return [
            Figure("build with vectors", size / seconds, "passages/s"),
            Figure("disk", disk, "MB"),
            _times(
                "one account",
                lambda q, a: vectors.search(read_query(q), Filters(account=a), 10),
                accounts,
            ),
            _times(
                "one account, through its filter",
                lambda q, a: collection.query(
                    query_embeddings=[embedder.question(q)], n_results=10, where={"account": a}
                ),
                accounts,
            ),
            _times("all accounts", lambda q, a: vectors.search(read_query(q), Filters(), 10), accounts),
            _memory(),
        ]


def _times(
    label: str, search: Callable[[str, str], Any], accounts: list[str], most: float | None = None
) -> Figure:
    taken: list[float] = []
    for place, account in enumerate(accounts):
        question = QUESTIONS[place % len(QUESTIONS)]
        started = time.process_time()
        search(question, account)
        taken.append((time.process_time() - started) * 1000)
    taken = sorted(taken[5:])
    p95 = taken[int(len(taken) * 0.95)]
    return Figure(f"{label}, p50 of a query", statistics.median(taken), "ms", most, more=f"p95 {p95:.1f} ms")


def _microseconds(run: Callable[[str], Any], tried: list[str]) -> float:
    started = time.process_time()
    for quote in tried:
        run(quote)
    return (time.process_time() - started) / len(tried) * 1e6


def _memory(most: float | None = None) -> Figure:
    return Figure("memory, peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB", most=most)


_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F) if chr(code) != "&"}

if __name__ == "__main__":
    sys.exit(0 if main() else 1)
