"""A workspace answers right after damage, change, removal and a process killed in the middle of writing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from agent.evidence.embedder import HashEmbedder
from agent.evidence.library import Library
from agent.evidence.passages import passages
from agent.evidence.query import Filters
from agent.evidence.workspace_index import WorkspaceIndex
from connectors.interface import Block, BlockKind, Document, DocumentKind, Locator, source_id_of

NEEDLES = {"a": "更新は代表が決めます。", "b": "予算の申請は九月です。", "c": "契約は三年目です。"}


def note(account: str, number: int = 0) -> Document:
    filler = "".join(f"担当{n}は会議{n * 7 % 13}に出席しました。\n" for n in range(number, number + 40))
    text = f"議事録\n{NEEDLES[account]}{number}番\n{filler}"
    head = text.index("\n")
    blocks = (
        Block(BlockKind.HEADING, 0, head, Locator(section="議事録"), level=1),
        Block(BlockKind.PARAGRAPH, head + 1, len(text)),
    )
    source = source_id_of(text.encode())
    return Document(source, f"{number}.md", "議事録", DocumentKind.NOTE, text, blocks, "0" * 64, "ja")


def found(index: WorkspaceIndex, account: str, question: str) -> list[str]:
    return [e.passage.text for e in index.open().retrieve(question, Filters(account=account), 3)]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    library = Library(tmp_path)
    for account in NEEDLES:
        library.keep(account, [note(account, 0), note(account, 50)])
    return tmp_path


def test_documents_come_back_as_they_were(workspace: Path) -> None:
    kept = {document.source_id: document for document in Library(workspace).documents("a")}
    assert kept == {document.source_id: document for document in (note("a", 0), note("a", 50))}


def test_each_account_answers_for_itself(workspace: Path) -> None:
    index = WorkspaceIndex(workspace)
    assert any(NEEDLES["a"] in text for text in found(index, "a", "誰が更新を決める"))
    assert not any(NEEDLES["a"] in text for text in found(index, "b", "誰が更新を決める"))
    assert found(index, "nobody", "誰が更新を決める") == []


def test_changed_and_removed_documents_are_followed(workspace: Path) -> None:
    index = WorkspaceIndex(workspace)
    index.open()
    Library(workspace).keep("a", [note("b", 9)])
    assert not any(NEEDLES["a"] in text for text in found(index, "a", "誰が更新を決める"))
    assert any(NEEDLES["b"] in text for text in found(index, "a", "予算の申請"))


def put_in_place(path: Path, data: bytes) -> None:
    """Damage a file without touching the pages that this process's open index still maps."""
    beside = path.with_name(f"{path.name}.damaged")
    beside.write_bytes(data)
    beside.replace(path)


@pytest.mark.parametrize("damage", ["truncate", "flip", "delete", "state", "state_gone", "empty_folder"])
def test_damage_is_noticed_and_mended(workspace: Path, damage: str) -> None:
    index = WorkspaceIndex(workspace)
    before = found(index, "b", "予算の申請はいつ")
    folder = workspace / "index" / "lexical"
    largest = max((path for path in folder.iterdir() if path.is_file()), key=lambda path: path.stat().st_size)
    if damage == "truncate":
        put_in_place(largest, largest.read_bytes()[:-50])
    elif damage == "flip":
        data = bytearray(largest.read_bytes())
        data[len(data) // 2] ^= 0xFF
        put_in_place(largest, bytes(data))
    elif damage == "delete":
        largest.unlink()
    elif damage == "state":
        (workspace / "index" / "state.json").write_text("{")
    elif damage == "state_gone":
        (workspace / "index" / "state.json").unlink()
    else:
        for path in folder.iterdir():
            path.unlink()
    assert found(WorkspaceIndex(workspace), "b", "予算の申請はいつ") == before
    assert before


def test_the_vector_index_holds_the_same_passages_and_filters(workspace: Path) -> None:
    from agent.evidence.query import read_query

    retriever = WorkspaceIndex(workspace, HashEmbedder()).open()
    assert retriever.vectors is not None
    hits = retriever.vectors.search(read_query("予算の申請"), Filters(account="b"), 3)
    assert hits
    assert {hit.account for hit in hits} == {"b"}
    assert any(NEEDLES["b"] in hit.passage.text for hit in hits)
    similar = retriever.vectors.similarities(read_query("予算の申請"), hits)
    assert similar == pytest.approx([hit.score for hit in hits], abs=1e-3)


KILLS = int(os.environ.get("BANSO_KILLS", "4"))
WRITER = """
import sys
from pathlib import Path
from agent.evidence.workspace_index import WorkspaceIndex
print("ready", flush=True)
WorkspaceIndex(Path(sys.argv[1])).open(rebuild=len(sys.argv) > 2)
"""


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_killed_writer_costs_nothing(workspace: Path, seed: int) -> None:
    """BANSO_KILLS=50 runs the whole series."""
    rng = random.Random(seed)
    library = Library(workspace)
    if seed % 2:
        WorkspaceIndex(workspace).open()
    for account in NEEDLES:
        library.keep(account, [note(account, n) for n in (0, 50, 100 + seed)])
    arguments = [sys.executable, "-c", WRITER, str(workspace)] + (["rebuild"] if seed % 3 == 0 else [])
    writer = subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    writer.stdout.readline()
    time.sleep(rng.random() * 0.5)
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    writer.stdout.close()
    index = WorkspaceIndex(workspace)
    assert any(f"{NEEDLES['c']}{100 + seed}番" in text for text in found(index, "c", f"契約 {100 + seed}番"))
    held = sum(len(passages(note(account, n))) for account in NEEDLES for n in (0, 50, 100 + seed))
    assert index.open().lexical.size == held
