"""Seconds and memory of our filing reader beside a bare lxml parse, edinet-tools and Arelle, package by package.

`python -m evals.bench.filings [--packages DIR] [--other-python PATH] [--rounds N] [--json FILE]`. edinet-tools and
Arelle are no dependencies of this project: `--other-python` names the interpreter of an environment that has them.
Arelle counts only where it yields its share of facts: without a network it lacks the taxonomies packages name.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
WORKER = Path(__file__).with_name("worker.py")
READERS = ("ours", "lxml", "edinet-tools", "edinet-tools-instance", "arelle")
ELSEWHERE = ("edinet-tools", "edinet-tools-instance", "arelle")
"""Readers that `--other-python` runs."""
LEAST = 0.15
"""Share of our facts another reader must yield to be compared: edinet-tools keeps a field per element, about 0.25."""
INTERLEAVED = 3
"""Every reader is measured in this many processes, one after the other, so that a busy moment hits all."""


@dataclass(frozen=True)
class Row:
    """Best processor seconds and highest memory of one reader on one package; None where it could not run."""

    package: str
    reader: str
    seconds: float | None
    peak_mb: float | None
    error: str | None = None
    facts: int = 0


def measure(package: Path, rounds: int, other_python: str) -> list[Row]:
    """All readers on one package, interleaved."""
    found: dict[str, list[dict[str, Any]]] = {reader: [] for reader in READERS}
    for _ in range(INTERLEAVED):
        for reader in READERS:
            python = other_python if reader in ELSEWHERE else sys.executable
            environment = os.environ | {"PYTHONPATH": str(ROOT)}
            command = [python, str(WORKER), reader, str(package), str(rounds)]
            done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
            found[reader].append(
                json.loads(done.stdout) if done.returncode == 0 else {"error": done.stderr[-200:]}
            )
    return [_row(package.stem, reader, results) for reader, results in found.items()]


def _row(package: str, reader: str, results: list[dict[str, Any]]) -> Row:
    seconds = [value for result in results for value in result.get("seconds", ())]
    peaks = [float(result["peak_mb"]) for result in results if "peak_mb" in result]
    error = next((str(result["error"]) for result in results if "error" in result), None)
    facts = max((int(result.get("facts", 0)) for result in results), default=0)
    return Row(package, reader, min(seconds, default=None), max(peaks, default=None), error, facts)


def table(rows: list[Row]) -> str:
    """A line per package: seconds of each, how many times faster than edinet-tools, and the ratio to the floor."""
    head = "package    ours s  lxml s  ed-tools s  instance s  x fastest  / lxml  ours MB  ed-tools MB  facts: ours"
    lines = [head + "  ed-tools  instance  arelle"]
    for package in dict.fromkeys(row.package for row in rows):
        of = {row.reader: row for row in rows if row.package == package}
        mine = of["ours"]
        complete = [of[name] for name in ELSEWHERE if of[name].facts >= LEAST * mine.facts]
        others = [row.seconds for row in complete if row.seconds]
        faster = min(others) / mine.seconds if others and mine.seconds else None
        floor = of["lxml"].seconds
        ratio = mine.seconds / floor if mine.seconds and floor else None
        cells = (mine.seconds, floor, of["edinet-tools"].seconds, of["edinet-tools-instance"].seconds)
        shown = "  ".join(f"{value:6.3f}" if value is not None else "     -" for value in cells)
        lines.append(
            f"{package:9}  {shown}  {_short(faster)}  {_short(ratio)}  {_short(mine.peak_mb)}  "
            f"{_short(of['edinet-tools'].peak_mb)}  "
            + "  ".join(f"{of[name].facts:6}" for name in ("ours", *ELSEWHERE))
        )
    return "\n".join(lines)


def _short(value: float | None) -> str:
    return f"{value:7.2f}" if value is not None else "      -"


def main(arguments: list[str] | None = None) -> int:
    """Measure and print; exit 2 when there is nothing to measure."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench.filings", description=__doc__)
    shared = Path(os.environ.get("BANSO_SHARED", ROOT.parent / "shared"))
    parser.add_argument("--packages", type=Path, default=shared / "data" / "edinet" / "packages")
    parser.add_argument("--other-python", default=sys.executable)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(arguments)
    packages = [options.packages] if options.packages.is_file() else sorted(options.packages.glob("*.zip"))
    if not packages:
        print(f"no packages under {options.packages}", file=sys.stderr)
        return 2
    rows: list[Row] = []
    for package in packages:
        print(f"measuring {package.stem}", file=sys.stderr)
        rows += measure(package, options.rounds, options.other_python)
    print(table(rows))
    for error in sorted({f"{row.reader}: {row.error}" for row in rows if row.error}):
        print(error, file=sys.stderr)
    if options.json:
        options.json.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
