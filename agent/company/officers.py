"""Officers a filing tags: name, title, birth date, term and shares, as printed in 役員の状況."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal

from agent.company.figures import number
from agent.company.officer_terms import NOTES_AFTER, Term, note_of_term, term_notes
from agent.evidence.cite import cite_fact
from agent.models.evidence import Value
from agent.models.plan import Number, Officer
from connectors.dates import date_in
from connectors.interface import Document, Fact

_PART = re.compile(
    "^(?P<part>Name|OfficialTitleOrPosition|DateOfBirth|TermOfOffice|NumberOfSharesHeldOrdinaryShares)"
    "InformationAbout(?P<table>.+)$"
)
_PROPOSED = "Proposal"
"""Suffix of the second table: the board after a meeting still to come (…Proposal elements of jpcrp_cor)."""
TITLES_APART = "／"
"""Between the titles of one person from two tables."""
_Parts = dict[str, Fact]


def tagged_officers(document: Document) -> list[Officer]:
    """Officers in the order of the tables, one entry per person; empty without tags.

    Names and titles are the printed words, line breaks as spaces (旧姓 and 戸籍上の氏名 stay where printed).
    The proposed board of a coming meeting is left out. `term_until` resolves 「(注)４」 through the note.
    """
    groups: dict[tuple[str, tuple[tuple[str, str], ...]], _Parts] = {}
    for fact in document.facts:
        match = _PART.match(fact.local_name)
        if match is None or not fact.context.members or match["table"].endswith(_PROPOSED):
            continue
        groups.setdefault((match["table"], fact.context.members), {}).setdefault(match["part"], fact)
    notes = _term_notes(document, groups.values())
    officers: list[Officer] = []
    term: Term | None = None
    for parts in sorted(groups.values(), key=_place):
        term = _term(document, parts.get("TermOfOffice"), notes, term)
        officer = _officer(document, parts, term)
        if officer is not None:
            officers.append(officer)
    return one_per_person(officers)


def one_per_person(officers: Iterable[Officer]) -> list[Officer]:
    """People who stand in two tables (取締役 and 執行役) once, with both titles and all citations.

    Rows are one person's where the names are equal but for spaces and the birth dates do not differ.
    """
    found: list[Officer] = []
    for officer in officers:
        same = next((other for other in found if _is_same(other, officer)), None)
        if same is None:
            found.append(officer)
            continue
        same.title = _both(same.title, officer.title)
        same.birth_date = same.birth_date or officer.birth_date
        same.term_until = same.term_until or officer.term_until
        same.shares = same.shares or officer.shares
        same.citations += [c for c in officer.citations if c not in same.citations]
    return found


def _both(title: str | None, other: str | None) -> str | None:
    """Both titles as printed; the longer one alone where it holds the other."""
    if title is None or other is None:
        return title or other
    if _plain(other) in _plain(title):
        return title
    return other if _plain(title) in _plain(other) else f"{title}{TITLES_APART}{other}"


def _is_same(a: Officer, b: Officer) -> bool:
    if _plain(a.name) != _plain(b.name):
        return False
    return a.birth_date is None or b.birth_date is None or a.birth_date.value == b.birth_date.value


def _place(parts: _Parts) -> int:
    name = parts.get("Name")
    return name.span.start if name is not None and name.span is not None else 0


def _officer(document: Document, parts: _Parts, term: Term | None) -> Officer | None:
    name_fact = parts.get("Name")
    name = _printed(document, name_fact)
    citations = cite_fact(document, name_fact) if name_fact is not None else []
    if not name or not citations:
        return None
    title_fact = parts.get("OfficialTitleOrPosition")
    title = _printed(document, title_fact)
    if title_fact is not None and title:
        titles = cite_fact(document, title_fact)
        title = title if titles else None
        citations += [c for c in titles if c not in citations]
    if term is not None and term[1] not in citations:
        citations.append(term[1])
    return Officer(
        name=name,
        title=title or None,
        birth_date=_birth(document, parts.get("DateOfBirth")),
        term_until=term[0] if term else None,
        shares=_shares(document, parts.get("NumberOfSharesHeldOrdinaryShares")),
        citations=citations,
    )


def _printed(document: Document, fact: Fact | None) -> str | None:
    if fact is None or fact.span is None:
        return None
    return re.sub("[\\s\xa0]*[\n\t][\\s\xa0]*", " ", document.text[fact.span.start : fact.span.end]).strip()


def _plain(words: str) -> str:
    return re.sub("\\s+", "", words)


def _birth(document: Document, fact: Fact | None) -> Value[dt.date] | None:
    words = _printed(document, fact)
    day = date_in(words) if words else None
    citations = cite_fact(document, fact) if fact is not None and day is not None else []
    return Value[dt.date](value=day, citations=citations) if day and citations else None


def _shares(document: Document, fact: Fact | None) -> Value[Number] | None:
    if fact is None or not isinstance(fact.value, Decimal):
        return None
    citations = cite_fact(document, fact)
    printed = re.sub("[^0-9]", "", unicodedata.normalize("NFKC", _printed(document, fact) or ""))
    if not citations or (printed != str(fact.value) and len(citations) == 1):
        return None  # a scale (千株) that stands nowhere near cannot be shown
    return Value[Number](value=number(fact.value), unit="株", citations=citations)


def _term(
    document: Document, fact: Fact | None, notes: Mapping[str, Term], previous: Term | None
) -> Term | None:
    words = _printed(document, fact)
    if fact is None or not words:
        return None
    citations = cite_fact(document, fact)
    return note_of_term(words, (words, citations[0]) if citations else None, notes, previous)


def _term_notes(document: Document, groups: Iterable[_Parts]) -> dict[str, Term]:
    """Notes below the tables by number: until when the term runs, and the note's citation."""
    ends = [fact.span.end for parts in groups for fact in parts.values() if fact.span is not None]
    if not ends:
        return {}
    return term_notes(document, min(ends), max(ends) + NOTES_AFTER)
