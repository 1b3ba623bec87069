"""Officers of real filings against their tags, read a second way: plain lxml over the instance or inline members."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from agent.company.officers import tagged_officers
from agent.company.officers_printed import newest_officers, printed_officers
from connectors.interface import Document, RawSource
from connectors.registry import read_source

_TABLES = "(?:DirectorsAndCorporateAuditors|ExecutiveDirectors)"
_WANTED = re.compile(f"(Name|OfficialTitleOrPosition)InformationAbout({_TABLES})$")
Pairs = set[tuple[str, str]]


def _plain(words: str | None) -> str:
    return re.sub("\\s", "", words or "")


def _tagged_pairs(path: Path) -> Pairs:
    found: dict[tuple[str, str], dict[str, str]] = {}
    with zipfile.ZipFile(path) as package:
        names = [n for n in sorted(package.namelist()) if "/PublicDoc/" in f"/{n}"]
        members = [n for n in names if n.endswith(".xbrl")] or [n for n in names if n.endswith("_ixbrl.htm")]
        for member in members:
            root = etree.fromstring(package.read(member), etree.XMLParser(huge_tree=True, recover=True))
            for node in root.iter():
                if not isinstance(node.tag, str) or node.get("contextRef") is None:
                    continue
                match = _WANTED.search(node.get("name") or etree.QName(node).localname)
                if match is not None and "Member" in node.get("contextRef"):
                    words = _plain("".join(node.itertext()))
                    found.setdefault((match[2], node.get("contextRef")), {})[match[1]] = words
    return {
        (parts["Name"], parts.get("OfficialTitleOrPosition", ""))
        for parts in found.values()
        if "Name" in parts
    }


def _document(path: Path) -> Document:
    (document,) = read_source(RawSource(path.name, path.read_bytes()))[0]
    return document


@pytest.mark.realdata
@pytest.mark.parametrize("folder", ["packages", "packages_no_instance", "fsa_sample_2026"])
def test_names_and_titles_equal_the_tagged_ones(shared_data: Path, folder: str) -> None:
    for path in sorted((shared_data / "edinet" / folder).glob("*.zip")):
        expected = _tagged_pairs(path)
        document = _document(path)
        found = {_plain(o.name): _plain(o.title) for o in tagged_officers(document)}
        assert found.keys() == {name for name, _ in expected}, path.name
        assert len(found) == len(tagged_officers(document)), path.name
        for name, title in expected:
            assert title in found[name], path.name
        assert newest_officers([document]), path.name
        for officer in newest_officers([document]):
            quotes = " ".join(citation.quote for citation in officer.citations)
            assert officer.name in quotes
            for citation in officer.citations:
                assert document.text[citation.start : citation.end] == citation.quote


@pytest.mark.realdata
def test_printed_tables_give_the_tagged_pairs(shared_data: Path) -> None:
    """The same filings with their tags taken away: pairs F1 and birth dates at least 0.98."""
    right = wrong = missed = births = dated = 0
    for folder in ("packages", "packages_no_instance", "fsa_sample_2026"):
        for path in sorted((shared_data / "edinet" / folder).glob("*.zip")):
            document = _document(path)
            tagged = tagged_officers(document)
            if not tagged:
                continue
            printed = printed_officers(replace(document, facts=()))
            expected = {(_plain(o.name), _plain(o.title)) for o in tagged}
            found = {(_plain(o.name), _plain(o.title)) for o in printed}
            right, wrong, missed = (
                right + len(found & expected),
                wrong + len(found - expected),
                missed + len(expected - found),
            )
            days = {_plain(o.name): o.birth_date.value for o in tagged if o.birth_date}
            dated += len(days)
            births += sum(
                days.get(_plain(o.name)) == o.birth_date.value
                for o in {_plain(p.name): p for p in printed}.values()
                if o.birth_date
            )
    assert 2 * right / (2 * right + wrong + missed) >= 0.98
    assert births / dated >= 0.98
