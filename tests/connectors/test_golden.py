"""Every registered reader against its golden sources: the whole Document, damaged copies, exclusive claims.

After a wanted change: `BANSO_REGENERATE=1 pytest tests/connectors/test_golden.py`, then read the diff.
"""

from __future__ import annotations

import json
import os
import random
from pathlib import Path
from typing import Any

import pytest

from connectors.interface import BlockKind, Document, RawSource
from connectors.registry import READERS, read_source

GOLDEN = Path(__file__).parent / "golden"
SOURCES = sorted(path for path in GOLDEN.iterdir() if path.suffix != ".expected")


def _source(path: Path) -> RawSource:
    return RawSource(path.name, path.read_bytes())


def _shown(document: Document) -> dict[str, Any]:
    blocks = []
    for block in document.blocks:
        shown: dict[str, Any] = {"kind": str(block.kind), "text": document.text[block.start : block.end]}
        locator = {
            name: value
            for name in block.locator.__slots__
            if (value := getattr(block.locator, name)) is not None
        }
        details = {
            "level": block.level or None,
            "cells": [document.text[cell.start : cell.end] for cell in block.cells] or None,
            "table": block.table,
            "header": block.header or None,
            "speaker": block.speaker,
            "spoken_on": block.spoken_on.isoformat() if block.spoken_on else None,
            "quoted": block.quoted or None,
            "locator": locator or None,
        }
        blocks.append(shown | {name: value for name, value in details.items() if value is not None})
    return {
        "source_id": document.source_id,
        "path": document.path,
        "title": document.title,
        "kind": str(document.kind),
        "language": document.language,
        "published": document.published.isoformat() if document.published else None,
        "url": document.url,
        "access": document.access,
        "filer": document.filer.name if document.filer else None,
        "participants": [
            [person.name, person.address, person.title, person.role] for person in document.participants
        ],
        "warnings": list(document.warnings),
        "blocks": blocks,
    }


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_document_is_the_expected_one(path: Path) -> None:
    documents, skipped = read_source(_source(path))
    assert skipped == []
    shown = json.dumps([_shown(document) for document in documents], ensure_ascii=False, indent=1) + "\n"
    expected = path.with_name(path.name + ".expected")
    if os.environ.get("BANSO_REGENERATE"):
        expected.write_text(shown, encoding="utf-8")
    assert json.loads(shown) == json.loads(expected.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_blocks_lie_in_order_over_whole_lines(path: Path) -> None:
    documents, _ = read_source(_source(path))
    for document in documents:
        assert "\r" not in document.text
        end = 0
        for block in document.blocks:
            assert end <= block.start < block.end
            assert block.start == 0 or document.text[block.start - 1] == "\n"
            assert document.text[block.end] == "\n"
            assert all(block.start <= cell.start <= cell.end <= block.end for cell in block.cells)
            if block.kind is BlockKind.TABLE_ROW:
                cells = [document.text[cell.start : cell.end] for cell in block.cells]
                assert "\t".join(cells) == document.text[block.start : block.end]
            end = block.end


def test_every_reader_has_a_golden_source() -> None:
    used = {reader.name for reader in READERS for path in SOURCES if reader.claims(_source(path))}
    filings = {
        reader.name for reader in READERS if not type(reader).__module__.startswith("connectors.readers")
    }
    assert used >= {reader.name for reader in READERS} - filings


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_exactly_one_reader_claims(path: Path) -> None:
    assert len([reader.name for reader in READERS if reader.claims(_source(path))]) == 1


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_damaged_copies_end_in_documents_or_a_reason(path: Path) -> None:
    data = path.read_bytes()
    chance = random.Random(path.name)
    copies = [data[: len(data) * share // 10] for share in (0, 1, 5, 9)]
    for _ in range(12):
        flipped = bytearray(data)
        for _ in range(3):
            flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
        copies.append(bytes(flipped))
    for copy in copies:
        documents, skipped = read_source(RawSource(path.name, copy))
        assert documents or skipped
        assert all(entry.reason for entry in skipped)
        assert all("Error" not in entry.detail.split(":")[0] for entry in skipped), skipped


@pytest.mark.parametrize("name", ["usage.xlsx", "handover.docx", "review.pptx", "annual_report.pdf"])
def test_half_a_binary_file_is_refused(name: str) -> None:
    data = (GOLDEN / name).read_bytes()
    documents, skipped = read_source(RawSource(name, data[: len(data) // 2]))
    assert documents == []
    assert [str(entry.reason) for entry in skipped] in (["truncated"], ["corrupt"])
