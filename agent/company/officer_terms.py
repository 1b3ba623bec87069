"""Until when officers serve: the cell 任期, and the numbered notes below the table it points to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from agent.calendar import fold
from agent.evidence.cite import cite
from agent.models.evidence import Citation
from connectors.interface import Document

_NOTE_REFERENCE = re.compile("(?P<mark>[※*])? ?(?P<number>\\d{1,2})[)\\]]?(?= |$|、|,|[(※*注])")
_POINTS = re.compile("[(\\[]?注[)\\]]?|^[※*]|^\\d{1,2}[)\\]]?$")
"""A cell that points to notes: 注, (注)４, 注3 注8, ※１, a number alone."""
_CIRCLED = {code: str(code - 0x245F) for code in range(0x2460, 0x2474)}
"""① to ⑳ as 1 to 20."""
_SAME = re.compile('^同[上左]$|^[〃"]$')
NOTES_AFTER = 12000
"""Characters after the officers' table in which its notes stand."""
_ABOUT_TERM = re.compile("任期|終結|選任後|就任後")
_NOTE_NUMBER = re.compile(
    "^(?:[(\\[]?注[)\\]]?[ .:、]?)?(?P<note>\\d{1,2}(?!\\d))?[ \t.．、)]{0,3}(?:[※*](?P<mark>\\d{1,2}))?"
)
_UNTIL = tuple(
    re.compile(pattern)
    for pattern in (
        "(?:から、?|における|任期は、?|就任後、?)(?P<until>(?:(?!から|における|任期は|まで)[^。]){4,90})(?:まで|迄)",
        "(?P<until>\\d{4}年[^。]{4,110}?)(?:まで|迄)",
        "(?P<until>\\d{4}年[^。]{4,60}から ?\\d{1,2}年間?)",
        "(?:任期は、?|(?<=[ .、)]))(?P<until>(?:選任後|\\d{4}年)[^。]{4,110}?終結の?(?:時|とき))(?:に満了|。?$)",
    )
)
"""How notes end a term: 「Aから、Bまで」 (B), 「A選任後、…終結の時まで」 and 「Aから１年間」 (the whole), 「A終結の時に満了」."""

_IS_NOTE = re.compile("[(（\\[［]?注|[(（※*＊]?[0-9０-９]{1,2}[)）]?[ 　.．、)）]|[※*＊(（【<＜①-⑳]")
"""How a note or another part begins; a line that begins otherwise goes on with the note above."""
_LINES = 2
"""Lines a broken note may go on for."""

Term = tuple[str, Citation]
"""Until when an officer serves, and where that is printed."""


def note_of_term(
    words: str, own: Term | None, notes: Mapping[str, Term], previous: Term | None
) -> Term | None:
    """The term a cell stands for: 同上 the row above, 「(注)４」 the note, else its own words."""
    folded = fold(words.translate(_CIRCLED)).text
    if _SAME.match(folded):
        return previous
    points = _POINTS.search(folded)
    if points is None:
        return own
    found = [
        notes.get(f"※{reference['number']}" if reference["mark"] else reference["number"])
        for reference in _NOTE_REFERENCE.finditer(folded, points.start())
    ]
    stated = next((term for term in found or [notes.get("")] if term is not None), None)
    return stated or (own if folded[: points.start()].strip() else None)


def term_notes(document: Document, start: int, end: int) -> dict[str, Term]:
    """Numbered notes about 任期 between two code points: "3" or "※1" → (until when, the sentence's citation);
    "" is a note without a number.

    A note that breaks off at the end of a line goes on in the next ones.
    """
    notes: dict[str, Term] = {}
    for places in _notes(document.text, start, min(end, len(document.text))):
        line = "".join(document.text[at] for at in places)
        if not _ABOUT_TERM.search(line):
            continue
        folded = fold(line.translate(_CIRCLED))
        number_ = _NOTE_NUMBER.match(folded.text)
        if number_ is None:
            continue
        found = (pattern.search(folded.text, number_.end()) for pattern in _UNTIL)
        until = next((match for match in found if match is not None), None)
        if until is None:
            continue
        first, last = folded.original(until.start("until"), until.end("until"))
        citation = cite(document, places[first], places[last - 1] + 1)
        if citation is None:
            continue
        marked = f"※{number_['mark']}" if number_["mark"] else None
        for key in filter(None, (number_["note"], marked)):
            notes.setdefault(key, (line[first:last], citation))
        if not number_["note"] and not marked and _IS_NOTE.match(line):
            notes.setdefault("", (line[first:last], citation))
    return notes


def _notes(text: str, start: int, end: int) -> Iterator[list[int]]:
    """Notes as the places of their characters, line breaks left out."""
    note: list[int] = []
    more = 0  # lines the note may still go on for
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        line = text[at:stop].strip()
        if line:
            begins = _IS_NOTE.match(line) is not None
            if begins or not more:
                yield note
                note, more = [], _LINES + 1 if begins else 1
            note += range(at, stop)
            more = 0 if line.endswith("。") or "\t" in line else more - 1
        at = stop + 1
    yield note
