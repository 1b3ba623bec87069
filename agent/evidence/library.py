"""Documents of a workspace, kept by digest, and which account has which of them.

    <workspace>/documents/<2 hex>/<digest>.json    text, blocks and locators of a document
    <workspace>/accounts/<account id>.json         its documents: key and digest

Every file is written beside its place, flushed and renamed, so that a crash leaves the old one or the new one.
The indexes are derived from these and can be thrown away at any time.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from agent.errors import EvidenceError
from connectors.interface import Block, BlockKind, Document, DocumentKind, Locator, Span


class Library:
    """The documents of a workspace folder."""

    def __init__(self, workspace: Path) -> None:
        self.folder = workspace

    def keep(self, account: str, documents: Iterable[Document]) -> None:
        """Make these the account's documents; others it had before are no longer listed."""
        listed: dict[str, str] = {}
        for document in documents:
            data = json.dumps(_to_plain(document), ensure_ascii=False, sort_keys=True).encode()
            digest = hashlib.sha256(data).hexdigest()
            path = self._document_path(digest)
            if not path.is_file() or path.stat().st_size != len(data):
                write_whole(path, data)
            listed[document.source_id] = digest
        content = json.dumps({"account": account, "documents": listed}, ensure_ascii=False, sort_keys=True)
        write_whole(self.folder / "accounts" / f"{quote(account, safe='')}.json", content.encode())

    def accounts(self) -> list[str]:
        """Ids of the accounts that have documents here, sorted."""
        return sorted(unquote(path.stem) for path in (self.folder / "accounts").glob("*.json"))

    def listed(self) -> dict[str, str]:
        """Digest of every document by "account/source_id"."""
        found: dict[str, str] = {}
        for account in self.accounts():
            path = self.folder / "accounts" / f"{quote(account, safe='')}.json"
            documents = json.loads(path.read_text(encoding="utf-8"))["documents"]
            found.update({f"{account}/{source_id}": digest for source_id, digest in documents.items()})
        return found

    def document(self, digest: str) -> Document:
        """The document of a digest. Raises EvidenceError when it is absent or not what the digest says."""
        path = self._document_path(digest)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise EvidenceError(
                f"{path}: {error.strerror}; draft the account again with --workspace"
            ) from error
        if hashlib.sha256(data).hexdigest() != digest:
            raise EvidenceError(f"{path}: damaged; draft the account again with --workspace")
        return _from_plain(json.loads(data))

    def documents(self, account: str) -> Iterator[Document]:
        """The account's documents, by source id."""
        prefix = f"{account}/"
        for key, digest in sorted(self.listed().items()):
            if key.startswith(prefix):
                yield self.document(digest)

    def _document_path(self, digest: str) -> Path:
        return self.folder / "documents" / digest[:2] / f"{digest}.json"


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that after a crash it is whole: the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


_PLAIN = ("source_id", "path", "title", "text", "sha256", "language", "form", "amends", "url", "access")


def _to_plain(document: Document) -> dict[str, Any]:
    data: dict[str, Any] = {name: getattr(document, name) for name in _PLAIN}
    data["kind"] = document.kind.value
    data["published"] = document.published.isoformat() if document.published else None
    data["blocks"] = [_block_to_plain(block) for block in document.blocks]
    return data


def _block_to_plain(block: Block) -> dict[str, Any]:
    data: dict[str, Any] = {"kind": block.kind.value, "start": block.start, "end": block.end}
    locator = {name: getattr(block.locator, name) for name in Locator.__slots__}
    optional = {
        "locator": {name: value for name, value in locator.items() if value is not None},
        "level": block.level,
        "cells": [list(cell) for cell in block.cells],
        "table": block.table,
        "header": block.header,
        "speaker": block.speaker,
        "spoken_on": block.spoken_on.isoformat() if block.spoken_on else None,
        "quoted": block.quoted,
    }
    return data | {name: value for name, value in optional.items() if value not in (None, 0, False, [], {})}


def _from_plain(data: dict[str, Any]) -> Document:
    fields: dict[str, Any] = {name: data[name] for name in _PLAIN}
    blocks = tuple(_block_from_plain(block) for block in data["blocks"])
    published = dt.date.fromisoformat(data["published"]) if data["published"] else None
    return Document(**fields, kind=DocumentKind(data["kind"]), published=published, blocks=blocks)


def _block_from_plain(data: dict[str, Any]) -> Block:
    fields = dict(data)
    fields["kind"] = BlockKind(data["kind"])
    fields["locator"] = Locator(**data.get("locator", {}))
    fields["cells"] = tuple(Span(*cell) for cell in data.get("cells", ()))
    spoken = data.get("spoken_on")
    fields["spoken_on"] = dt.date.fromisoformat(spoken) if spoken else None
    return Block(**fields)
