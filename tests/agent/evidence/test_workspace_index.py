"""A workspace answers right after damage, change and removal, and to several readers while it is written.

A writer killed in the middle: tests/evals/bench/test_kills.py.
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from agent.evidence.embedder import HashEmbedder
from agent.evidence.library import Library
from agent.evidence.query import Filters, read_query
from agent.evidence.vectors import ChromaVectors
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
    retriever = WorkspaceIndex(workspace, HashEmbedder()).open()
    assert retriever.vectors is not None
    hits = retriever.vectors.search(read_query("予算の申請"), Filters(account="b"), 3)
    assert hits
    assert {hit.account for hit in hits} == {"b"}
    assert any(NEEDLES["b"] in hit.passage.text for hit in hits)
    similar = retriever.vectors.similarities(read_query("予算の申請"), hits)
    assert similar == pytest.approx([hit.score for hit in hits], abs=1e-3)


DAMAGE = {
    "database_gone": lambda files, database: database.unlink(),
    "database_short": lambda files, database: put_in_place(database, database.read_bytes()[:5000]),
    "database_noise": lambda files, database: put_in_place(database, b"x" * 5000),
    "graph_gone": lambda files, database: [path.unlink() for path in files if path != database],
    "rows_gone": lambda files, database: lose_rows(database),
    "folder_gone": lambda files, database: shutil.rmtree(database.parent),
}


def lose_rows(database: Path) -> None:
    with closing(sqlite3.connect(database)) as store:
        store.execute("DELETE FROM embeddings WHERE id % 3 = 0")
        store.commit()


@pytest.mark.parametrize("damage", list(DAMAGE))
def test_damage_to_the_vectors_is_noticed_and_mended(workspace: Path, damage: str) -> None:
    first = WorkspaceIndex(workspace, HashEmbedder()).open().vectors
    assert isinstance(first, ChromaVectors)
    held = first.size
    folder = workspace / "index" / "vectors"
    DAMAGE[damage]([path for path in folder.rglob("*") if path.is_file()], folder / "chroma.sqlite3")
    mended = WorkspaceIndex(workspace, HashEmbedder()).open().vectors
    assert isinstance(mended, ChromaVectors)
    assert mended.size == held
    hits = mended.search(read_query("予算の申請"), Filters(account="b"), 3)
    assert any(NEEDLES["b"] in hit.passage.text for hit in hits)


READER = """
import sys
from pathlib import Path
from agent.evidence.query import Filters
from agent.evidence.workspace_index import WorkspaceIndex
index = WorkspaceIndex(Path(sys.argv[1]))
retriever = index.open()
print("ready", flush=True)
count = 0
while not Path(sys.argv[2]).exists():
    for account, needle in (("a", "更新は代表が決めます。"), ("b", "予算の申請は九月です。")):
        for search in (retriever, index.open() if count % 5 == 0 else retriever):
            found = search.retrieve(needle, Filters(account=account), 3)
            assert any(needle in evidence.passage.text for evidence in found), (account, count)
    retriever.lexical.reload()
    count += 1
print(count)
"""


def test_several_processes_read_while_one_writes(workspace: Path, tmp_path: Path) -> None:
    """Accounts a and b stay; c is written again and again."""
    WorkspaceIndex(workspace).open()
    done = tmp_path / "done"
    readers = [
        subprocess.Popen(
            [sys.executable, "-c", READER, str(workspace), str(done)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    for reader in readers:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "ready\n"
    for number in range(12):
        Library(workspace).keep("c", [note("c", n) for n in (number, number + 100)])
        assert any(
            f"{number}番" in text for text in found(WorkspaceIndex(workspace), "c", f"契約 {number}番")
        )
    done.touch()
    for reader in readers:
        said, failed = reader.communicate(timeout=60)
        assert reader.returncode == 0, failed
        assert int(said) > 0
