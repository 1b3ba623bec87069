"""Every filing of the shared folder as a case: what the program is given, and whose tags say what is right."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evals.filings.csv_facts import csv_facts
from evals.filings.stripped import stripped
from evals.gold.filing_facts import PlainFact, inline_facts, instance_facts, package_facts

PACKAGES = ("packages", "packages_no_instance", "fsa_sample_2026")
PDF_OF = {
    "glico_116.pdf": "glico_1-6_116ki",
    "glico_118.pdf": "glico_1-5_118ki",
    "xbrr_test_example_1.pdf": "xbrr_xbrl2018",
}
"""PDFs whose report also lies there as an instance."""


@dataclass(frozen=True, slots=True)
class Case:
    """`kind` says how the filing is given: tagged, instance, csv, plain, pdf, summary, or board (no tags at all)."""

    kind: str
    name: str
    path: Path
    member: str = ""  # inside `path`, "!" between nested archives
    oracle: Path | None = None
    oracle_member: str = ""

    @property
    def is_stripped(self) -> bool:
        return self.kind == "plain" and self.oracle == self.path

    def source(self) -> tuple[str, bytes]:
        """File name and bytes for the program."""
        if self.is_stripped:
            return f"{self.name}.zip", stripped(self.path)
        name = (self.member or self.path.name).rpartition("!")[2].rpartition("/")[2]
        return name, member_bytes(self.path, self.member)

    def facts(self) -> list[PlainFact]:
        """The tags of the oracle."""
        if self.oracle is None:
            return []
        if self.oracle_member.endswith((".tsv", ".csv")):
            return list(csv_facts(member_bytes(self.oracle, self.oracle_member)))
        if self.oracle_member.endswith(".xbrl"):
            return list(instance_facts(member_bytes(self.oracle, self.oracle_member)))
        return _summary_facts(self.oracle) if self.kind == "summary" else package_facts(self.oracle)


def member_bytes(path: Path, member: str) -> bytes:
    """Bytes of a file, or of a member of it."""
    if not member:
        return path.read_bytes()
    data = path.read_bytes()
    for name in member.split("!"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = archive.read(name)
    return data


def cases(data: Path) -> list[Case]:
    """All cases under the shared `data` folder, in order of their names."""
    edinet = data / "edinet"
    tables = list(_tables(edinet / "csv_type5"))
    found = [
        *_packages(edinet),
        *(Case("csv", name, path, member, path, member) for name, path, member in tables),
        *_instances(edinet),
        *_plain(edinet, {name: (path, member) for name, path, member in tables}),
        *(
            Case("summary", path.stem, path, oracle=path)
            for path in sorted((data / "tdnet" / "xbrl_2022").glob("*.zip"))
        ),
    ]
    return sorted(found, key=lambda case: (case.kind, case.name))


def _packages(edinet: Path) -> Iterator[Case]:
    for folder in PACKAGES:
        for path in sorted((edinet / folder).glob("*.zip")):
            yield Case("tagged", path.stem, path, oracle=path)
            yield Case("plain", path.stem, path, oracle=path)


def _instances(edinet: Path) -> Iterator[Case]:
    path = edinet / "instances.zip"
    if not path.is_file():
        return
    with zipfile.ZipFile(path) as archive:
        members = archive.namelist()
    for member in members:
        yield Case("instance", member.removesuffix(".xbrl")[:24], path, member, path, member)
    for name, part in PDF_OF.items():
        if (edinet / "pdf" / name).is_file():
            member = next(m for m in members if part in m)
            yield Case("pdf", name, edinet / "pdf" / name, "", path, member)


def _plain(edinet: Path, tables: dict[str, tuple[Path, str]]) -> Iterator[Case]:
    tagged = {path.stem: path for folder in PACKAGES for path in (edinet / folder).glob("*.zip")}
    for path in sorted((edinet / "yuho_html").glob("*/*.zip")):
        yield Case("board", path.stem, path)
        if path.stem in tagged:
            yield Case("plain", f"{path.stem}-html", path, "", tagged[path.stem])
        elif path.stem in tables:
            yield Case("plain", f"{path.stem}-html", path, "", *tables[path.stem])


def _tables(folder: Path) -> Iterator[tuple[str, Path, str]]:
    for path in sorted(folder.glob("*.zip")):
        yield from _members(path, path.read_bytes(), "")


def _members(path: Path, data: bytes, outer: str) -> Iterator[tuple[str, Path, str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in sorted(archive.namelist()):
            if name.endswith(".zip"):
                yield from _members(path, archive.read(name), f"{outer}{name}!")
            elif name.endswith(".tsv") or ("jpcrp" in name and name.endswith(".csv")):
                stem = name.rpartition("/")[2].rpartition(".")[0]
                yield (path.stem if stem.startswith("jp") else stem), path, outer + name


@cache
def _summary_facts(path: Path) -> list[PlainFact]:
    with zipfile.ZipFile(path) as archive:
        names = [n for n in archive.namelist() if n.endswith("ixbrl.htm")]
        return list(inline_facts([archive.read(name) for name in names]))
