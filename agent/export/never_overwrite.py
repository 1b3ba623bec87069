"""Writing files without losing what a person wrote: an edited file is kept, the new one gets another name."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import NamedTuple

RECORD = Path(".banso") / "written.json"
"""Digests of what this program wrote, by path relative to the output folder."""


class Written(NamedTuple):
    """A file written; `kept_human_edit` is the edited file that kept its name, when there was one."""

    path: Path
    kept_human_edit: Path | None = None


class OutputFolder:
    """An output folder and its record. A file counts as edited when its bytes are none this program wrote there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._record = _load(folder / RECORD)

    def write(self, name: str, data: bytes) -> Written:
        """Write `data` as `name`, or as the first free "stem.new-N.suffix" when `name` was edited. Atomic."""
        target = self.folder / name
        edited = self._is_edited(name, data)
        if edited:
            name = self._other_name(name, data)
        self._remember(name, data)
        _replace(self.folder / name, data)
        return Written(self.folder / name, target if edited else None)

    def _is_edited(self, name: str, data: bytes) -> bool:
        path = self.folder / name
        if not path.is_symlink() and not path.exists():
            return False
        if not path.is_file():
            return True
        present = _digest(path.read_bytes())
        return present != _digest(data) and present not in self._record.get(name, [])

    def _other_name(self, name: str, data: bytes) -> str:
        stem, dot, suffix = name.rpartition(".")
        number = 2
        while self._is_edited(other := f"{stem}.new-{number}{dot}{suffix}", data):
            number += 1
        return other

    def _remember(self, name: str, data: bytes) -> None:
        """Before the file is replaced, so that a crash between the two leaves no file of unknown origin."""
        path = self.folder / name
        known = [_digest(path.read_bytes())] if path.is_file() else []
        self._record[name] = sorted(
            {digest for digest in known if digest in self._record.get(name, [])} | {_digest(data)}
        )
        body = json.dumps(self._record, ensure_ascii=False, indent=1, sort_keys=True)
        _replace(self.folder / RECORD, (body + "\n").encode())


def _load(path: Path) -> dict[str, list[str]]:
    """An absent or damaged record means that nothing is known to be ours: every file is kept."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(record, dict):
        return {}
    return {
        name: [str(digest) for digest in known] for name, known in record.items() if isinstance(known, list)
    }


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _replace(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".banso-", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
