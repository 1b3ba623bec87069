"""Pages a second and memory of our PDF reader beside pdfplumber alone, file by file, each in a process of its own.

`python -m evals.bench.pdf [--files DIR]`. Both give words and tables of every page; ours asks pdfplumber only for
pages that look like tables.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

from evals.bench.filings import ROOT, WORKER

READERS = ("pdf-ours", "pdfplumber")
MOST_FILES = 3


def main(arguments: list[str] | None = None) -> int:
    """Print one line a file; exit 2 when there is nothing to measure."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench.pdf", description=__doc__)
    shared = Path(os.environ.get("BANSO_SHARED", ROOT.parent / "shared"))
    parser.add_argument("--files", type=Path, default=shared / "data" / "edinet" / "pdf")
    files = sorted(parser.parse_args(arguments).files.glob("*.pdf"))[:MOST_FILES]
    if not files:
        print("no PDF files to measure", file=sys.stderr)
        return 2
    print("file                      pages  ours pages/s  pdfplumber pages/s  times  ours MB  pdfplumber MB")
    for file in files:
        ours, alone = (_measured(reader, file) for reader in READERS)
        rates = [result[0] / result[1] for result in (ours, alone)]
        print(
            f"{file.stem[:24]:24}  {ours[0]:5.0f}  {rates[0]:12.1f}  {rates[1]:18.1f}  {rates[0] / rates[1]:5.1f}"
            f"  {ours[2]:7.0f}  {alone[2]:13.0f}"
        )
    return 0


def _measured(reader: str, file: Path) -> tuple[float, float, float]:
    """Pages, processor seconds, megabytes."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(WORKER), reader, str(file), "0"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    result = json.loads(done.stdout)
    if "error" in result:
        raise RuntimeError(f"{reader} on {file.name}: {result['error']}")
    return float(result["facts"]), float(result["seconds"][0]), float(result["peak_mb"])


if __name__ == "__main__":
    sys.exit(main())
