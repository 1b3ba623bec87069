"""Scores of drafts of every pack in a folder, by the command that other programs call."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

Scores = dict[str, dict[str, float]]
"""Pack → scored field → value; fields that do not apply are left out."""
_BANSO = "from agent.cli import main; main()"


def scored(packs: Path, log: Path) -> Scores:
    """Scores of `banso eval run plan --packs`, whose log is kept as `log`. A pack whose draft failed raises RuntimeError."""
    command = [
        sys.executable,
        "-c",
        _BANSO,
        "eval",
        "run",
        "plan",
        "--packs",
        str(packs),
        "--log",
        str(log),
        "-q",
    ]
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    found: Scores = {}
    for line in log.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row.get("kind") != "item":
            continue
        if row.get("error"):
            raise RuntimeError(f"{row['item']}: {row['error']}")
        found[row["item"]] = {s["field"]: s["value"] for s in row["scores"] if s["value"] is not None}
    return found


def means_of(
    items: Mapping[str, Mapping[str, float]], beginnings: Sequence[str]
) -> dict[str, tuple[float, int]]:
    """Mean and number of values of every field whose name begins with one of `beginnings`."""
    values: dict[str, list[float]] = defaultdict(list)
    for fields in items.values():
        for name, value in fields.items():
            if name.startswith(tuple(beginnings)):
                values[name].append(value)
    return {name: (sum(held) / len(held), len(held)) for name, held in values.items()}
