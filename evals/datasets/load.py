"""Descriptors of data sets (`*.toml` beside this file) and the folders they resolve to.

`location` starts with `inside:` (this folder) or `shared:` (the folder of sets that live outside the project:
`--shared DIR`, the environment variable BANSO_SHARED, or `shared` beside the project). A set that is not
there is "not scored".
"""

from __future__ import annotations

import hashlib
import os
import tomllib
from collections.abc import Iterator
from pathlib import Path

from evals.interface import Dataset, NotScored, Settings

HERE = Path(__file__).resolve().parent
IGNORED = {"__pycache__", ".DS_Store"}


def shared_folder(settings: Settings) -> Path:
    """Where sets outside the project are looked for; it need not exist."""
    return settings.shared or Path(os.environ.get("BANSO_SHARED", HERE.parents[1].parent / "shared"))


def dataset_names() -> list[str]:
    """Names of all described sets."""
    return sorted(path.stem for path in HERE.glob("*.toml"))


def load_dataset(name: str, settings: Settings) -> Dataset:
    """The described set, found and digested. Raises NotScored where absent, KeyError for no descriptor."""
    path = HERE / f"{name}.toml"
    if not path.is_file():
        raise KeyError(name)
    described = tomllib.loads(path.read_text(encoding="utf-8"))
    if name == "packs" and settings.packs is not None:
        described |= {"source": str(settings.packs), "split": "given", "version": "-", "digest": None}
        location = settings.packs
    else:
        where, _, below = described["location"].partition(":")
        location = (HERE if where == "inside" else shared_folder(settings)) / below
    if not location.exists():
        raise NotScored(f"{described['name']}: {location} is not there (set BANSO_SHARED or --shared)")
    return Dataset(
        name=described["name"],
        source=described["source"],
        split=described["split"],
        version=described["version"],
        licence=described["licence"],
        location=location,
        digest=digest_of(location, described.get("files")),
        digest_expected=described.get("digest"),
    )


def digest_of(location: Path, only: list[str] | None = None) -> str:
    """SHA-256 over relative names and bytes, in name order; independent of where the set lies.

    `only` names the set's own files where the folder holds other data as well (`files` in the descriptor).
    """
    digest = hashlib.sha256()
    for path in _files(location):
        name = path.relative_to(location).as_posix() if location.is_dir() else path.name
        if only is not None and name not in only:
            continue
        digest.update(name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return "sha256:" + digest.hexdigest()[:32]


def _files(location: Path) -> Iterator[Path]:
    if location.is_file():
        yield location
        return
    for path in sorted(location.rglob("*"), key=lambda p: p.relative_to(location).as_posix()):
        if path.is_file() and not IGNORED & set(path.parts):
            yield path
