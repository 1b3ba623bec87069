"""Sentences and headings of a section worth a line in the plan, scored by the word groups in excerpts.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from agent.company.sections import bare_heading, blocks_in, is_heading_like
from agent.evidence.cite import cite
from agent.evidence.segment import sentences
from agent.models.evidence import Citation, Claim
from connectors.interface import BlockKind, Document, Span

_LOOSE = 9
_BULLETS = "・*•–-●○■□◆◇▪※"
_SHORTEST, _LONGEST = 18, 240
"""Characters of a sentence that says something and can still be read in a cell of the sheet."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence at `span` below the heading `head` (text), None before the first."""

    span: Span
    text: str
    head: str | None


def section_sentences(document: Document, span: Span) -> Iterator[Sentence]:
    """Whole sentences of paragraphs, list items and long cells in a span, without boilerplate."""
    head: str | None = None
    for block in blocks_in(document, span):
        if is_heading_like(document, block):
            head = bare_heading(document.text[block.start : block.end])
            continue
        for start, end in sentences(document.text, block.start, block.end):
            words = document.text[start:end]
            readable = (
                _SHORTEST <= len(words) <= _LONGEST and "\t" not in words and words.endswith(("。", "."))
            )
            if readable and not is_boilerplate(words):
                yield Sentence(Span(start, end), words, head)


class Heading(NamedTuple):
    """A heading inside a section: place, words without numbering, level (9 for lines that only look like one)."""

    span: Span
    text: str
    level: int
    bullet: bool


def headings(document: Document, span: Span) -> Iterator[Heading]:
    """Headings inside a section after its own title, short numbered cells of a table included."""
    for place, block in enumerate(blocks_in(document, span)):
        if place and is_heading_like(document, block):
            words = bare_heading(document.text[block.start : block.end])
            if words:
                level = block.level if block.kind is BlockKind.HEADING else _LOOSE
                bullet = document.text[block.start] in _BULLETS
                yield Heading(Span(block.start, block.end), words, level, bullet)
        elif block.kind is BlockKind.TABLE_ROW:
            for cell in block.cells:
                words = document.text[cell.start : cell.end].strip()
                bare = bare_heading(words)
                if 4 <= len(bare) < len(words) <= 60 and not words.endswith("。"):
                    yield Heading(cell, bare, _LOOSE, words[0] in _BULLETS)


def is_boilerplate(words: str) -> bool:
    """Disclaimers of a filing, pointers to other places in it, greetings."""
    return _pattern("boilerplate").search(words) is not None or is_greeting(words)


def is_greeting(words: str) -> bool:
    """What a notice says for politeness or for its lawyers."""
    return _pattern("greeting").search(words) is not None


def is_trivial(title: str) -> bool:
    """The title of a notice that tells a CSM nothing: holidays, campaigns, maintenance."""
    return _pattern("trivial").search(title) is not None and score(title, "event", "results") == 0


def score(words: str, *groups: str) -> int:
    """Sum of the weights of the word groups that occur."""
    table = _groups()
    return sum(table[group][0] for group in groups if table[group][1].search(words))


def pest_of(words: str) -> str | None:
    """political, economic, social or technological; None when no word says so."""
    return next((name for name, pattern in _pest().items() if pattern.search(words)), None)


def best(candidates: Sequence[Sentence], groups: Sequence[str], *, least: int, limit: int) -> list[Sentence]:
    """The `limit` best-scoring sentences that reach `least`, best first, repeated wording once."""
    scored = [(score(c.text, *groups), -place, c) for place, c in enumerate(candidates)]
    chosen: list[Sentence] = []
    for points, _, candidate in sorted(scored, key=lambda item: item[:2], reverse=True):
        if points < least or len(chosen) == limit:
            break
        if all(candidate.text != other.text for other in chosen):
            chosen.append(candidate)
    return chosen


def claims(document: Document, prefix: str, chosen: Sequence[Sentence], first: int = 1) -> list[Claim]:
    """One fact per sentence, its words the text, numbered from `first`; those too long to quote are left out."""
    made: list[Claim] = []
    for sentence in chosen:
        citation = cite(document, *sentence.span)
        if citation is not None:
            made.append(fact(f"{prefix}-{len(made) + first}", sentence.text, [citation], document))
    return made


def fact(id_: str, text: str, citations: Sequence[Citation], document: Document) -> Claim:
    """A fact dated by its document: the end of the reported period, else the day of publication."""
    on = document.period.end if document.period and document.period.end else document.published
    return Claim(id=id_, text=text, citations=list(citations), as_of=on)


@cache
def _table() -> dict[str, object]:
    return tomllib.loads(files(__package__).joinpath("excerpts.toml").read_text(encoding="utf-8"))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(str(_table()[name]), re.IGNORECASE)


@cache
def _groups() -> dict[str, tuple[int, re.Pattern[str]]]:
    groups = _table()["groups"]
    assert isinstance(groups, dict)
    return {name: (g["weight"], re.compile(g["words"], re.IGNORECASE)) for name, g in groups.items()}


@cache
def _pest() -> dict[str, re.Pattern[str]]:
    pest = _table()["pest"]
    assert isinstance(pest, dict)
    return {name: re.compile(words, re.IGNORECASE) for name, words in pest.items()}
