"""The indexes of a workspace: derived from its library, brought up to date or rebuilt when opened.

`<workspace>/index/state.json` says what the indexes hold. It is written after a commit, so a crash at any
moment leaves a state that is older than the index or equal to it, and bringing up to date again is harmless:
documents are replaced, never added twice. Files whose checksum is not the recorded one, an index that does not
open or holds another number of passages than the state says are thrown away and built again.
"""

from __future__ import annotations

import fcntl
import json
import shutil
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from agent.errors import EvidenceError
from agent.evidence.embedder import Embedder
from agent.evidence.lexical import LexicalIndex
from agent.evidence.library import Library, write_whole
from agent.evidence.passages import Passage, passages
from agent.evidence.retrieve import Retriever
from agent.llm.embeddings import endpoint_embedder
from connectors.interface import Document

FORMAT = 3
"""Raised when passages, tokens or stored fields change: an index of another format is built again."""

_BATCH = 200
"""Documents between two commits of a build."""

Progress = Callable[[str], None]


class WorkspaceIndex:
    """Opens both indexes of a workspace. `embedder` makes the vector index; without one it is not kept."""

    def __init__(self, workspace: Path, embedder: Embedder | None = None) -> None:
        self.library = Library(workspace)
        self.embedder = embedder
        self.folder = workspace / "index"
        self._state_path = self.folder / "state.json"
        self._lexical_folder = self.folder / "lexical"
        self._vector_folder = self.folder / "vectors"

    def open(self, rebuild: bool = False, on_progress: Progress = lambda _line: None) -> Retriever:
        """A retriever over everything in the library, up to date.

        Waits for another process that is writing. Readers that find nothing to do take no lock.
        """
        if not rebuild and self._whole() and self._pending() == ({}, []):
            try:
                return self._retriever()
            except (EvidenceError, ValueError, OSError):
                pass  # damaged, or being written this moment: look again as the owner
        with self._owner():
            if rebuild or not self._whole():
                self._discard()
            try:
                self._update(on_progress)
                return self._retriever()
            except (EvidenceError, ValueError, KeyError, OSError):
                self._discard()  # what was there cannot be trusted; the library can
                self._update(on_progress)
                return self._retriever()

    def _update(self, on_progress: Progress) -> None:
        changed, removed = self._pending()
        lexical = LexicalIndex(self._lexical_folder)
        vectors = self._vectors()
        state = self._state()
        state |= {"format": FORMAT, "writing": True, "embedder": self._embedder_name()}
        self._save(state)
        for key in removed:
            state["documents"].pop(key, None)
            state["passages"].pop(key, None)
        keys = sorted(changed)
        for at in range(0, max(len(keys), 1), _BATCH):
            batch = [(key, self._passages(changed[key])) for key in keys[at : at + _BATCH]]
            entries = [(key.rpartition("/")[0], key, found) for key, found in batch]
            gone = removed if at == 0 else []
            lexical.write(entries, gone)
            if vectors is not None:
                vectors.write(entries, gone)
            for key, found in batch:
                state["documents"][key] = changed[key]
                state["passages"][key] = len(found)
            self._save(state)
            on_progress(f"{min(at + _BATCH, len(keys))}/{len(keys)}")
        held = sum(state["passages"].values())
        if lexical.size != held or (vectors is not None and vectors.size != held):
            raise EvidenceError(f"{self.folder}: holds {lexical.size} passages instead of {held}")
        state |= {"writing": False, "files": _checksums(self._lexical_folder)}
        self._save(state)

    def _passages(self, digest: str) -> list[Passage]:
        return passages(self.library.document(digest))

    def _pending(self) -> tuple[dict[str, str], list[str]]:
        """Documents to write (key to digest) and keys to take out."""
        wanted, held = self.library.listed(), self._state()["documents"]
        changed = {key: digest for key, digest in wanted.items() if held.get(key) != digest}
        return changed, [key for key in held if key not in wanted]

    def _whole(self) -> bool:
        """Whether the index is of this format and embedder and its files are as they were written."""
        state = self._state()
        if state.get("format") != FORMAT or state.get("embedder") != self._embedder_name():
            return False
        if state.get("writing"):
            return self._state_path.is_file() and self._lexical_folder.is_dir()
        return bool(state.get("files") == _checksums(self._lexical_folder))

    def _retriever(self) -> Retriever:
        """Both indexes. Raises EvidenceError when they do not hold what the state says."""
        lexical, vectors = LexicalIndex(self._lexical_folder), self._vectors()
        held = sum(self._state()["passages"].values())
        if lexical.size != held or (vectors is not None and not vectors.sound(held)):
            raise EvidenceError(f"{self.folder}: does not hold the {held} passages it was built with")
        return Retriever(lexical, vectors)

    def _vectors(self) -> Any:
        if self.embedder is None:
            return None
        from agent.evidence.vectors import ChromaVectors, forget_folders

        forget_folders()  # or what another process wrote since stays unseen
        return ChromaVectors(self._vector_folder, self.embedder)

    def _embedder_name(self) -> str | None:
        return self.embedder.name if self.embedder else None

    def _state(self) -> dict[str, Any]:
        try:
            state: dict[str, Any] = json.loads(self._state_path.read_text(encoding="utf-8"))
            return state | {"documents": dict(state["documents"]), "passages": dict(state["passages"])}
        except (OSError, ValueError, KeyError, TypeError):
            return {"documents": {}, "passages": {}}

    def _save(self, state: dict[str, Any]) -> None:
        write_whole(self._state_path, json.dumps(state, sort_keys=True).encode())

    def _discard(self) -> None:
        for folder in (self._lexical_folder, self._vector_folder):
            shutil.rmtree(folder, ignore_errors=True)
        self._state_path.unlink(missing_ok=True)

    @contextmanager
    def _owner(self) -> Iterator[None]:
        """The one writer: an advisory lock that the system frees when its process ends."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "owner.lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def workspace_retriever(
    workspace: Path,
    account: str | None = None,
    documents: Iterable[Document] = (),
    rebuild: bool = False,
    on_progress: Progress = lambda _line: None,
) -> Retriever:
    """A retriever over a workspace, after keeping `documents` as the account's when one is given.

    An embeddings endpoint that is configured (BANSO_EMBEDDINGS_MODEL) makes the vector index.
    """
    if account is not None:
        Library(workspace).keep(account, documents)
    return WorkspaceIndex(workspace, endpoint_embedder()).open(rebuild, on_progress)


def _checksums(folder: Path) -> dict[str, list[int]]:
    """Size and CRC-32 of each file of the lexical index; lock files left out."""
    found: dict[str, list[int]] = {}
    for path in sorted(folder.glob("*")) if folder.is_dir() else []:
        if path.is_file() and not path.name.startswith(".") and path.suffix != ".lock":
            checksum = 0
            with path.open("rb") as file:
                while piece := file.read(1 << 20):
                    checksum = zlib.crc32(piece, checksum)
            found[path.name] = [path.stat().st_size, checksum]
    return found
