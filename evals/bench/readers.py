"""What a hostile or very long source may cost: seconds and memory of the readers against bounds in the same run.

    python -m evals.bench.readers [--shared DIR]

Half a million characters are cut into sentences; inline markup of one size is read beside twice the size, which must
cost about twice as much; and every file of the shared hostile archives is read. Times are processor time.
"""

from __future__ import annotations

import argparse
import io
import os
import resource
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from agent.evidence.sentences import quotable_spans
from connectors.interface import Block, BlockKind, Document, DocumentKind, RawSource
from connectors.registry import read_source
from evals.bench.figures import Figure, show

ROOT = Path(__file__).resolve().parents[2]
TAGS = 8_000
ROUNDS = 3
SENTENCES_MS, GROWTH, FILE_SECONDS, FILE_MEGABYTES = 300, 3.0, 10, 700
"""Bounds: cutting 500,000 characters; cost of twice the markup over once (linear is 2, square is 4); one hostile file."""
_MEMBER = "S1/XBRL/PublicDoc/0101010_honbun_jpcrp030000-asr-001_E99901-000_2026-03-31_01_2026-06-25_ixbrl.htm"
_PAGE = (
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2008/inlineXBRL" '
    'xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2011-07-31" '
    'xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:iso4217="http://www.xbrl.org/2003/iso4217"><body><div '
    'style="display:none"><ix:header><ix:resources><xbrli:context id="c"><xbrli:entity><xbrli:identifier scheme="x">'
    "E99901-000</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:instant>2026-03-31</xbrli:instant>"
    '</xbrli:period></xbrli:context><xbrli:unit id="JPY"><xbrli:measure>iso4217:JPY</xbrli:measure></xbrli:unit>'
    "</ix:resources></ix:header></div>{}</body></html>"
)
_TAG = (
    '<ix:nonFraction contextRef="c" name="a:N" unitRef="JPY" decimals="0" scale="6" format="ixt:numdotdecimal">1'
    "</ix:nonFraction>"
)


def main(arguments: list[str] | None = None) -> bool:
    """Print the figures; True when every bound holds."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench.readers", description=__doc__)
    parser.add_argument(
        "--shared", type=Path, default=Path(os.environ.get("BANSO_SHARED", ROOT.parent / "shared"))
    )
    hostile = parser.parse_args(arguments).shared / "data" / "hostile"
    held = True
    if hostile.is_dir():  # first: the peak of memory is the process's, and long sources raise it
        held = show("Hostile files", hostile_files(hostile))
    else:
        print(f"Hostile files: not measured, no folder {hostile}", file=sys.stderr)
    return show("Sources without end", [long_text(), long_markup()]) and held


def long_text() -> Figure:
    """Milliseconds to cut half a million characters into sentences."""
    line = "当期は増収。「来期は見送る。予算がない。」と述べた。（注）売上高は1,234百万円でした。\n"
    text = (line * 12_000)[:500_000]
    document = Document(
        "s1",
        "a.md",
        "t",
        DocumentKind.NOTE,
        text,
        (Block(BlockKind.PARAGRAPH, 0, len(text)),),
        "0" * 64,
        "ja",
    )
    seconds = _best(lambda: quotable_spans(document))
    return Figure("500,000 characters into sentences", seconds * 1000, "ms", SENTENCES_MS)


def long_markup() -> Figure:
    """How many times as long twice the inline markup takes: a paragraph, a table and a cell of inner tables."""
    once, twice = (RawSource("a.zip", _package(count)) for count in (TAGS // 2, TAGS))
    first, second = _best(lambda: read_source(once)), _best(lambda: read_source(twice))
    return Figure(f"{TAGS:,} of each mark-up over half of them", second / first, "times", GROWTH)


def hostile_files(folder: Path) -> list[Figure]:
    """The slowest file of all archives, and by how much the peak of memory grew while they were read."""
    slowest, named, count = 0.0, "", 0
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for name, data in _members(folder):
        begin = time.process_time()
        read_source(RawSource(name, data))
        taken = time.process_time() - begin
        count += 1
        if taken > slowest:
            slowest, named = taken, name
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    return [
        Figure(f"slowest of {count:,}", slowest, "s", FILE_SECONDS, more=named),
        Figure("growth of memory's peak over all", grown, "MB", FILE_MEGABYTES),
    ]


def _members(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            for info in archive.infolist():
                if not info.is_dir():
                    yield info.filename, archive.read(info)


def _package(count: int) -> bytes:
    inner = "<table><tr><td>1</td></tr></table>" * count
    body = (
        f"<p>{_TAG * count}</p><table>{f'<tr><td>{_TAG}</td></tr>' * count}</table>"
        f"<table><tr><td>x</td><td>{inner}</td></tr></table>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_MEMBER, _PAGE.format(body))
    return buffer.getvalue()


def _best(run: Callable[[], object]) -> float:
    """Least processor seconds of the rounds: other work on the machine only adds."""
    taken = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        run()
        taken.append(time.process_time() - begin)
    return min(taken)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
