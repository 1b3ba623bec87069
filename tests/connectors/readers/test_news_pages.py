"""Article text of real news pages against another extractor: boilerplate goes, the article stays."""

from __future__ import annotations

import re
import unicodedata
import warnings
from pathlib import Path

import pytest

from connectors.encoding import declared_charset, decode
from connectors.interface import RawSource
from connectors.registry import read_source

LEAST_FOUND = 0.9
"""Share of the other extractor's sentences; the rest is what it takes along from around the article."""


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", re.sub(r"\s+", "", text))


@pytest.mark.realdata
def test_sentences_of_articles_are_kept(shared_data: Path) -> None:
    import trafilatura

    found = total = 0
    for path in sorted((shared_data / "news").glob("*/*")):
        data = path.read_bytes()
        documents, skipped = read_source(RawSource(path.name, data))
        assert skipped == []
        ours = _plain(documents[0].text)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            html = decode(data, declared_charset(data)).text
            theirs = trafilatura.extract(html, include_comments=False, include_tables=False) or ""
        sentences = [_plain(piece).lstrip("-") for piece in re.split(r"(?<=[。！？])|\n", theirs)]
        long = [sentence for sentence in sentences if len(sentence) >= 12]
        total += len(long)
        found += sum(sentence in ours for sentence in long)
    assert total > 300
    assert found / total >= LEAST_FOUND


@pytest.mark.realdata
def test_pages_have_a_title_and_mostly_a_day(shared_data: Path) -> None:
    documents = [
        read_source(RawSource(path.name, path.read_bytes()))[0][0]
        for path in sorted((shared_data / "news").glob("*/*"))
    ]
    assert all(document.title and document.access == "public" for document in documents)
    assert sum(document.published is not None for document in documents) >= 0.7 * len(documents)
