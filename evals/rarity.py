"""Rebuild `agent/evidence/data/rarity.bin` from the public filings and the project's own packs.

    python -m evals.rarity SHARED_DATA_FOLDER

One byte a bucket of hashed words: how rare they are among passages. No word of any text is kept.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from agent.evidence.hashing import rarity_table
from agent.evidence.passages import passages
from agent.evidence.tokens import words
from connectors.interface import RawSource
from connectors.registry import read_source

HERE = Path(__file__).resolve().parent
TABLE = HERE.parent / "agent" / "evidence" / "data" / "rarity.bin"
PATTERNS = (
    "edinet/packages*/*.zip",
    "edinet/pdf/*.pdf",
    "english/financebench/pdfs/*.pdf",
    "news/html/*.html",
)


def _texts(data: Path) -> Iterator[list[str]]:
    files = [path for pattern in PATTERNS for path in sorted(data.glob(pattern))]
    for path in [*files, *sorted((HERE / "datasets" / "packs").glob("*/sources/*"))]:
        for document in read_source(RawSource(path.name, path.read_bytes()))[0]:
            yield from (words(passage.text) for passage in passages(document))


def main() -> None:
    """Write the table and say how many passages it rests on."""
    counted = list(_texts(Path(sys.argv[1])))
    TABLE.write_bytes(rarity_table(counted))
    print(f"{TABLE.name}: {len(counted)} passages, {sum(map(len, counted)) / len(counted):.0f} words each")


if __name__ == "__main__":
    main()
