"""Time of quote checks, indexing and search at a size.

    python -m evals.bench.evidence [--passages 100000] [--chroma 20000] [--shared DIR]

Texts are passages of our packs, and of the shared filings where they lie, dealt out to accounts of twenty
passages. Each engine runs in a process of its own, so that its memory is its own. Times are processor time of
that process with all its threads: they hold on a busy machine, and count two threads as two.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from agent.evidence.passages import Passage, passages
from connectors.interface import RawSource
from connectors.registry import read_folder, read_source

PACKS = Path(__file__).resolve().parents[1] / "datasets" / "packs"
PER_ACCOUNT = 20
QUESTIONS = (
    "更新の決裁は誰がしますか", "予算申請の期限はいつ", "設備投資の金額", "利用率が下がった理由", "従業員数は何人",
    "営業利益の推移", "事業等のリスク", "When does the committee meet?", "解約の通知期限", "研究開発費",
)  # fmt: skip
Row = tuple[str, str]


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument(
        "--chroma", type=int, default=20_000, help="passages for Chroma, which is slow to fill"
    )
    parser.add_argument("--shared", type=Path, default=PACKS.parents[3] / "shared")
    given = parser.parse_args()
    for name, bench, size in (
        ("quote checks", quotes, 300_000),
        ("lexical + exact vectors", lexical, given.passages),
        ("SQLite FTS5", full_text, given.passages),
        ("numpy exact vectors", exact_vectors, given.passages),
        ("Chroma", chroma, given.chroma),
    ):
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            rows = pool.apply(partial(bench, size, given.shared))
        print(f"{name} ({size:,})", flush=True)
        for label, figure in rows:
            print(f"    {label:44} {figure}", flush=True)


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


def quotes(size: int, shared: Path) -> list[Row]:
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
    false = [unit[:-2] + "〆" + unit[-1] for unit in true]
    return [
        (f"preparing {len(text):,} characters", f"{prepared * 1000:.0f} ms"),
        ("check of a true quote", _microseconds(lambda: [checker.find(quote) for quote in true], len(true))),
        (
            "check of a falsified one",
            _microseconds(lambda: [checker.find(quote) for quote in false], len(false)),
        ),
    ]


def lexical(size: int, shared: Path) -> list[Row]:
    """The index we use: building with tokens, one account, all accounts."""
    from agent.evidence.lexical import LexicalIndex
    from agent.evidence.query import Filters
    from agent.evidence.retrieve import Retriever

    with tempfile.TemporaryDirectory() as folder:
        index = LexicalIndex(Path(folder))
        source = dealt(size, shared)
        first = next(source)
        started = time.process_time()
        index.write([first])
        index.write(source)
        seconds = time.process_time() - started
        retriever = Retriever(index)
        rng = random.Random(3)
        accounts = [f"A{rng.randrange(size // PER_ACCOUNT):05}" for _ in range(300)]
        return [
            ("build with tokens", f"{size / seconds:.0f} passages/s"),
            ("disk", f"{sum(p.stat().st_size for p in Path(folder).glob('*')) / 1e6:.0f} MB"),
            ("memory (peak)", _memory()),
            (
                "one account p50 / p95",
                _times(lambda q, a: retriever.retrieve(q, Filters(account=a)), accounts),
            ),
            ("all accounts p50 / p95", _times(lambda q, a: retriever.retrieve(q), accounts)),
        ]


def full_text(size: int, shared: Path) -> list[Row]:
    """SQLite FTS5 over the same tokens."""
    import sqlite3

    from agent.evidence.query import read_query
    from agent.evidence.tokens import passage_words

    with tempfile.TemporaryDirectory() as folder, sqlite3.connect(Path(folder) / "fts.db") as store:
        store.execute("CREATE VIRTUAL TABLE p USING fts5(account UNINDEXED, words, tokenize='unicode61')")
        started = time.process_time()
        for account, _, found in dealt(size, shared):
            store.executemany(
                "INSERT INTO p VALUES (?, ?)", [(account, " ".join(passage_words(p))) for p in found]
            )
        store.commit()
        seconds = time.process_time() - started
        ask = "SELECT rowid FROM p WHERE words MATCH ? {} ORDER BY rank LIMIT 50"

        def search(question: str, account: str | None) -> Any:
            match = " OR ".join(f'"{word}"' for word in read_query(question).expanded)
            given = (match, account) if account else (match,)
            return store.execute(ask.format("AND account = ?" if account else ""), given).fetchall()

        accounts = [f"A{n:05}" for n in range(100)]
        return [
            ("build with tokens", f"{size / seconds:.0f} passages/s"),
            ("memory (peak)", _memory()),
            ("one account p50 / p95", _times(search, accounts)),
            ("all accounts p50 / p95", _times(lambda q, a: search(q, None), accounts)),
        ]


def exact_vectors(size: int, shared: Path) -> list[Row]:
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

    return [
        ("memory (peak)", _memory()),
        ("all accounts p50 / p95", _times(search, ["A"] * 40)),
    ]


def chroma(size: int, shared: Path) -> list[Row]:
    """Chroma with the same vectors: one collection, filtered by account or not."""
    from agent.evidence.embedder import HashEmbedder
    from agent.evidence.query import Filters, read_query
    from agent.evidence.vectors import ChromaVectors

    with tempfile.TemporaryDirectory() as folder:
        vectors = ChromaVectors(Path(folder), HashEmbedder())
        started = time.process_time()
        vectors.write(dealt(size, shared))
        seconds = time.process_time() - started
        accounts = [f"A{n:05}" for n in range(60)]
        return [
            ("build with vectors", f"{size / seconds:.0f} passages/s"),
            ("memory (peak)", _memory()),
            (
                "one account p50 / p95",
                _times(lambda q, a: vectors.search(read_query(q), Filters(account=a), 10), accounts),
            ),
            (
                "all accounts p50 / p95",
                _times(lambda q, a: vectors.search(read_query(q), Filters(), 10), accounts),
            ),
        ]


def _times(search: Callable[[str, str], Any], accounts: list[str]) -> str:
    taken: list[float] = []
    for place, account in enumerate(accounts):
        question = QUESTIONS[place % len(QUESTIONS)]
        started = time.process_time()
        search(question, account)
        taken.append((time.process_time() - started) * 1000)
    taken = sorted(taken[5:])
    return f"{statistics.median(taken):.1f} / {taken[int(len(taken) * 0.95)]:.1f} ms"


def _microseconds(run: Callable[[], Any], count: int) -> str:
    started = time.process_time()
    run()
    return f"{(time.process_time() - started) / count * 1e6:.1f} µs"


def _memory() -> str:
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"


if __name__ == "__main__":
    main()
