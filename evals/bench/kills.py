"""kill -9 in the middle of indexing: does the next run answer right, with nothing done by hand?

    python -m evals.bench.kills [--times 50]

A writer process fills both indexes of a workspace (tantivy and Chroma) and is killed at a moment drawn by the seed
from the time an undisturbed one takes. A fresh process then opens the workspace and is asked for every account.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from agent.evidence.embedder import HashEmbedder
from agent.evidence.library import Library
from agent.evidence.passages import passages
from agent.evidence.query import Filters, read_query
from agent.evidence.workspace_index import WorkspaceIndex
from connectors.interface import Block, BlockKind, Document, DocumentKind, source_id_of
from evals.bench.figures import Figure, show

NEEDLES = {"a": "更新は代表が決めます。", "b": "予算の申請は九月です。", "c": "契約は三年目です。"}
LINES = 600
"""Lines of a note: enough that writing takes some tenths of a second."""


@dataclass(frozen=True, slots=True)
class Survival:
    """What one kill left: whether the writer was still at work, and what was wrong afterwards ("" nothing)."""

    seed: int
    killed_at: float  # seconds after the writer began
    still_writing: bool
    wrong: str


def note(account: str, number: int) -> Document:
    """An invented note with one line that answers, `number` in it, among many that do not."""
    filler = "".join(f"担当{n}は会議{n * 7 % 13}に出席しました。\n" for n in range(number, number + LINES))
    text = f"{NEEDLES[account]}{number}番\n{filler}"
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    source = source_id_of(text.encode())
    return Document(source, f"{number}.md", "議事録", DocumentKind.NOTE, text, blocks, "0" * 64, "ja")


def survive(workspace: Path, seed: int, span: float) -> Survival:
    """Kill a writer within `span` seconds of its start and ask what the next process finds.

    Odd seeds begin with a whole index that has to be brought up to date, every third one is a rebuild.
    """
    rng = random.Random(seed)
    _keep(workspace, (0, 5000))
    if seed % 2:
        with _process("write", workspace):
            pass
    _keep(workspace, (0, 5000, 10_000 + seed))
    moment = rng.random() * span
    with _process("rebuild" if seed % 3 == 0 else "write", workspace) as writer:
        time.sleep(moment)
        still = writer.poll() is None
        writer.send_signal(signal.SIGKILL)
    with _process("answer", workspace, seed) as answer:
        wrong, _ = answer.communicate()
    return Survival(seed, moment, still, wrong.strip() or ("" if answer.returncode == 0 else "no answer"))


def writing_takes(workspace: Path) -> float:
    """Seconds an undisturbed writer needs for what `survive` has it write."""
    _keep(workspace, (0, 5000, 10_000))
    with _process("rebuild", workspace):
        started = time.perf_counter()
    return time.perf_counter() - started


def _keep(workspace: Path, numbers: tuple[int, ...]) -> None:
    for account in NEEDLES:
        Library(workspace).keep(account, [note(account, number) for number in numbers])


def _process(what: str, workspace: Path, seed: int = 0) -> subprocess.Popen[str]:
    """A process of this module that has loaded everything and begins with `what` now; leaving it waits for its end."""
    command = [sys.executable, "-m", "evals.bench.kills", "--do", what, str(workspace), str(seed)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    return process


def _do(what: str, workspace: Path, seed: int) -> None:
    import chromadb  # noqa: F401 - so that "ready" is the beginning of the writing
    import tantivy  # noqa: F401

    read_query("予算")
    print("ready", flush=True)
    index = WorkspaceIndex(workspace, HashEmbedder())
    retriever = index.open(rebuild=what == "rebuild")
    if what == "answer":
        numbers = (0, 5000, 10_000 + seed)
        held = sum(len(passages(note(account, number))) for account in NEEDLES for number in numbers)
        if retriever.lexical.size != held:
            print(f"{retriever.lexical.size} passages instead of {held}")
        for account, needle in NEEDLES.items():
            asked, filters = read_query(f"{needle}{numbers[-1]}番"), Filters(account=account)
            found = [evidence.passage.text for evidence in retriever.retrieve(asked, filters, 5)]
            near = [hit.passage.text for hit in retriever.vectors.search(asked, filters, 5)]  # type: ignore[union-attr]
            for name, texts in (("lexical", found), ("vectors", near)):
                if not any(f"{needle}{numbers[-1]}番" in text for text in texts):
                    print(f"{name}: account {account} is not answered")


def main(times: int = 50) -> bool:
    """Print one line of result; True when every next run answered right."""
    with tempfile.TemporaryDirectory() as folder:
        span = writing_takes(Path(folder))
    results = []
    for seed in range(times):
        with tempfile.TemporaryDirectory() as folder:
            results.append(survive(Path(folder), seed, span))
    wrong = [result for result in results if result.wrong]
    amid = sum(result.still_writing for result in results)
    right = Figure("next run answers right", times - len(wrong), f"of {times}", least=times)
    show(f"kill -9 while both indexes are written ({amid} of {times} amid the {span:.1f} s)", [right])
    for result in wrong:
        print(f"    seed {result.seed} at {result.killed_at:.3f} s: {result.wrong}")
    return not wrong


if __name__ == "__main__":
    if sys.argv[1:2] == ["--do"]:
        _do(sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]))
    else:
        parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
        parser.add_argument("--times", type=int, default=50)
        sys.exit(0 if main(parser.parse_args().times) else 1)
