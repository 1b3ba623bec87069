"""Claims made of quotes: their ids, their citations, and whether two of them say the same."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from agent.evidence.cite import cite
from agent.models.evidence import Citation, Claim
from agent.renewal.remarks import Remark

SHORTEST = 4  # pairs of letters; below this two statements have too little in them to compare
LIST_MARK = re.compile(
    r"^\s*(?:(?:[・■□◆]|\*(?!\*)|[●○◯](?![●○◯])|[–-](?!\d))\s*)*(?:(?:[(（]?\d{1,2}[)）．]|\d{1,2}\.(?!\d))\s*|[①-⑳]\s*)?(?=\S)"
)
YEAR = re.compile(r"20\d\d")
FIGURE = re.compile(
    r"\d[\d,.]*\s*(?:%|%|万|億|千|円|時間|分|秒|日|件|枚|名|人|社|点|店|席|ID|hours?|minutes?|days?|USD|SGD)?"
)


def citation_of(remark: Remark) -> Citation | None:
    """The remark's own words as a citation, None when they cannot be quoted whole."""
    return cite(remark.document, remark.start, remark.end)


def citations_of(remarks: Sequence[Remark], most: int = 4) -> list[Citation]:
    """Citations of the first remarks that can be quoted, none twice."""
    found: dict[tuple[str, int, int], Citation] = {}
    for remark in remarks:
        citation = citation_of(remark)
        if citation:
            found.setdefault((citation.source_id, citation.start, citation.end), citation)
    return list(found.values())[:most]


def claim_of(prefix: str, number: int, remarks: Sequence[Remark], text: str | None = None) -> Claim | None:
    """A fact in the source's own words (or `text`, which must stand in the quotes); None without a citation.

    `as_of` is the latest day any of the remarks was said.
    """
    citations = citations_of(remarks)
    if not citations:
        return None
    days = [remark.day for remark in remarks if remark.day]
    return Claim(
        id=f"{prefix}-{number}",
        text=without_label_in_bold(without_list_mark(text or citations[0].quote)),
        citations=citations,
        as_of=max(days, default=None),
        single_source=len({citation.source_id for citation in citations}) == 1,
    )


def without_list_mark(text: str) -> str:
    """The words without the bullet or number they stand under in a list ("2) …", 「③…」)."""
    return LIST_MARK.sub("", text, count=1) or text


LABEL_IN_BOLD = re.compile(r"^\s*(\*\*|__)[^*_\n]{1,40}?(?:[:：]\s*\1|\1\s*[:：])\s*(?=\S)")


def without_label_in_bold(text: str) -> str:
    """The words without the marked label a Markdown line begins with ("**Watch out:** …")."""
    return LABEL_IN_BOLD.sub("", text, count=1) or text


def same_matter(first: str, second: str) -> bool:
    """True when two statements speak of one thing: a figure with its unit in common and some of the words, or most words."""
    shared = _bigrams(first) & _bigrams(second)
    smaller = min(len(_bigrams(first)), len(_bigrams(second)))
    if smaller < SHORTEST:
        return False
    figures = {f for f in _figures(first) & _figures(second) if len(f) >= 3 and not YEAR.fullmatch(f)}
    return len(shared) / smaller >= (0.3 if figures else 0.6)


def newest(days: Sequence[dt.date | None]) -> dt.date | None:
    return max((day for day in days if day), default=None)


@lru_cache(maxsize=4096)
def _figures(text: str) -> frozenset[str]:
    folded = unicodedata.normalize("NFKC", text)
    return frozenset(re.sub(r"[\s,]", "", match[0]) for match in FIGURE.finditer(folded))


@lru_cache(maxsize=4096)
def _bigrams(text: str) -> frozenset[str]:
    folded = re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())
    return frozenset(folded[i : i + 2] for i in range(len(folded) - 1))
