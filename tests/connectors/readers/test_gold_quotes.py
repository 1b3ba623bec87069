"""Every piece of evidence the reviewed packs quote stands in the canonical text of its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from connectors.registry import read_folder


def _evidence(node: Any) -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        if "source" in node and "quote" in node:
            yield node["source"], node["quote"]
        for value in node.values():
            yield from _evidence(value)
    elif isinstance(node, list):
        for value in node:
            yield from _evidence(value)


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.mark.realdata
def test_every_gold_quote_is_in_the_text(shared_packs: Path) -> None:
    missing = []
    checked = 0
    for pack in sorted(shared_packs.glob("pack-*")):
        reading = read_folder(pack / "sources")
        assert reading.skipped == []
        texts = {document.path: _folded(document.text) for document in reading.documents}
        gold = yaml.safe_load((pack / "gold.yaml").read_text(encoding="utf-8"))
        for source, quote in _evidence(gold):
            checked += 1
            if _folded(quote) not in texts[source]:
                missing.append((pack.name, source, quote))
    assert missing == []
    assert checked > 500
