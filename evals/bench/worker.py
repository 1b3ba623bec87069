"""One measurement in a process of its own: `python worker.py READER FILE ROUNDS` prints one JSON object.

Runs under any interpreter that has the reader's library; imports nothing of this project but the reader measured.
"""

from __future__ import annotations

import io
import json
import re
import resource
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

_INLINE = re.compile(r"PublicDoc/[^/]*_ixbrl\.htm$")


def ours(path: Path) -> Callable[[], int]:
    """The reader that `banso draft` uses: text, locators and facts."""
    from connectors.interface import RawSource
    from connectors.registry import read_source

    source = RawSource(path.name, path.read_bytes())

    def run() -> int:
        documents, _ = read_source(source)
        return sum(len(document.facts) for document in documents)

    return run


def lxml(path: Path) -> Callable[[], int]:
    """The floor: unzip the inline members and parse them into trees, nothing read."""
    from lxml import etree

    data = path.read_bytes()

    def run() -> int:
        elements = 0
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                if _INLINE.search(name):
                    parser = etree.XMLParser(huge_tree=True, resolve_entities=False)
                    elements += len(etree.fromstring(archive.read(name), parser))
        return elements

    return run


def edinet_tools(path: Path) -> Callable[[], int]:
    """edinet-tools on the same inline members."""
    import edinet_tools as library  # type: ignore[import-not-found]

    data = path.read_bytes()

    def run() -> int:
        report = library.parse_xbrl(data, "120", source="ixbrl")
        return len(getattr(report, "raw_fields", None) or ())

    return run


def edinet_tools_instance(path: Path) -> Callable[[], int]:
    """edinet-tools on the package's `.xbrl` instance."""
    import edinet_tools as library

    data = path.read_bytes()

    def run() -> int:
        report = library.parse_xbrl(data, "120", source="instance")
        return len(getattr(report, "raw_fields", None) or ())

    return run


def arelle(path: Path) -> Callable[[], int]:
    """Arelle on the package's instance, without a network: the taxonomies it names cannot be fetched."""
    import tempfile

    from arelle import Cntlr  # type: ignore[import-not-found]
    from arelle.FileSource import openFileSource  # type: ignore[import-not-found]

    folder = tempfile.mkdtemp()
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
    instance = next(Path(folder).glob("**/PublicDoc/*.xbrl"))
    controller = Cntlr.Cntlr(logFileName="logToBuffer")
    controller.webCache.workOffline = True

    def run() -> int:
        model = controller.modelManager.load(openFileSource(str(instance), controller))
        facts = len(model.factsInInstance)
        model.close()
        return facts

    return run


def pdf_ours(path: Path) -> Callable[[], int]:
    """The reader that `banso draft` uses on a PDF; counts pages. Its libraries are loaded before the clock runs."""
    import pdfplumber as _plumber  # noqa: F401
    import pypdfium2 as _pdfium  # noqa: F401

    from connectors.interface import RawSource
    from connectors.registry import read_source

    source = RawSource(path.name, path.read_bytes())

    def run() -> int:
        documents, _ = read_source(source)
        return max(block.locator.page or 0 for document in documents for block in document.blocks)

    return run


def pdfplumber(path: Path) -> Callable[[], int]:
    """pdfplumber alone: the words and the tables of every page."""
    import pdfplumber as library

    data = path.read_bytes()

    def run() -> int:
        with library.open(io.BytesIO(data)) as document:
            for page in document.pages:
                page.extract_text_lines(return_chars=False)
                page.extract_tables()
                page.close()
            return len(document.pages)

    return run


READERS: dict[str, Callable[[Path], Callable[[], int]]] = {
    "ours": ours,
    "lxml": lxml,
    "edinet-tools": edinet_tools,
    "edinet-tools-instance": edinet_tools_instance,
    "arelle": arelle,
    "pdf-ours": pdf_ours,
    "pdfplumber": pdfplumber,
}


def measure(reader: str, path: Path, rounds: int) -> dict[str, object]:
    """Processor seconds of each round after one for warming up (of that one with `rounds` 0), and peak megabytes.

    Processor time, because wall time on a machine with other work says more about the other work.
    """
    try:
        run = READERS[reader](path)
    except ImportError as error:
        return {"reader": reader, "error": str(error)}
    try:
        begin = time.process_time()
        count = run()
        seconds = [] if rounds else [time.process_time() - begin]
        for _ in range(rounds):
            begin = time.process_time()
            run()
            seconds.append(time.process_time() - begin)
    except Exception as error:  # another program's failure is a result, not ours
        return {"reader": reader, "error": f"{type(error).__name__}: {error}"[:200]}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"reader": reader, "facts": count, "seconds": seconds, "peak_mb": round(peak, 1)}


if __name__ == "__main__":
    json.dump(measure(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])), sys.stdout)
