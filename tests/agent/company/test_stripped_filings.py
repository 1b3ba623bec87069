"""Reports as plain HTML without tags against the same reports' tags: figures and officers."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from agent.company.financials import read_financials
from agent.company.officers import tagged_officers
from agent.company.officers_printed import printed_officers
from connectors.interface import Document, RawSource
from connectors.registry import read_source


def _pairs(shared_data: Path) -> list[tuple[Path, Path]]:
    edinet = shared_data / "edinet"
    plain = {path.name: path for path in (edinet / "yuho_html" / "ufo").glob("*.zip")}
    tagged = [*(edinet / "packages").glob("*.zip"), *(edinet / "packages_no_instance").glob("*.zip")]
    return [(plain[path.name], path) for path in sorted(tagged) if path.name in plain]


def _pieces(path: Path) -> list[Document]:
    with zipfile.ZipFile(path) as archive:
        return [
            document
            for name in sorted(archive.namelist())
            for document in read_source(RawSource(f"{path.stem}/{name}", archive.read(name)))[0]
        ]


def _tagged(path: Path) -> list[Document]:
    return read_source(RawSource(path.name, path.read_bytes()))[0]


@pytest.mark.realdata
def test_figures_without_tags(shared_data: Path) -> None:
    right = missing = 0
    for plain, package in _pairs(shared_data):
        printed = {(r.end, r.standard, r.scope): r for r in read_financials(_pieces(plain), "ja").rows}
        for row in read_financials(_tagged(package), "ja").rows:
            for key, value in row:
                if not hasattr(value, "citations") or key == "ebitda":
                    continue
                other = printed.get((row.end, row.standard, row.scope))
                found = getattr(other, key) if other is not None else None
                if found is None:
                    missing += 1
                    continue
                assert float(found.value) == pytest.approx(float(value.value), rel=1e-9), (
                    plain.name,
                    row.end,
                    key,
                )
                right += 1
    assert right >= 650
    assert missing / (right + missing) <= 0.02


@pytest.mark.realdata
def test_officers_without_tags(shared_data: Path) -> None:
    right = wrong = missed = 0
    for plain, package in _pairs(shared_data):
        expected = {_plain(o.name, o.title) for o in tagged_officers(_tagged(package)[0])}
        found = {_plain(o.name, o.title) for d in _pieces(plain) for o in printed_officers(d)}
        right, wrong, missed = (
            right + len(found & expected),
            wrong + len(found - expected),
            missed + len(expected - found),
        )
    assert right >= 100
    assert 2 * right / (2 * right + wrong + missed) >= 0.98


def _plain(name: str, title: str | None) -> tuple[str, str]:
    return re.sub("\\s", "", name), re.sub("\\s", "", title or "")
