"""A field of its own that names a source: 「…; HRIS leaver codes」, 「… (F-gas log)」.

A field is a source when its last word is a record (log, register) or when it names a system and what is
taken from it; a field with a number, a verb, a date or an owner is something else.
"""

from __future__ import annotations

import re

from agent.calendar.patterns import regex
from agent.goals.owners_en import pieces
from agent.goals.parties_en import party_of
from agent.goals.quantities import MASK
from agent.goals.scan import Scan
from agent.goals.words import alternation, compiled, pattern_of, words

Span = tuple[int, int]

_TAIL_EN = regex(
    rf"[ ]{alternation(words('en', 'method', 'record_tails'))}(?: (?:by|at|in|on|for|from) .*)?$", re.I
)
_AGAINST_EN = regex(
    r"(?<![a-z])(?:check(?:s|ed)?|compar(?:ed|ison|isons)|match(?:ed)?|reconciled|recount(?:s|ed)?|counted|tested|verified|validated|tied back|proofed|cross-check(?:s|ed)?) (?:against|with|to) (?:the |our |their |a |an )?[A-Za-z]",
    re.I,
)
"""four-eyes check against the paper originals: compared with something, whatever it is called."""
_RECORD_EN = regex(rf"(?<![a-z])(?:{alternation(words('en', 'method', 'records'))})$", re.I)
_SOURCE_EN = pattern_of("en", "method", "sources")
_SYSTEM_EN = regex(
    r"^(?:the |our |their )?(?:[A-Z][A-Z0-9/&-]{1,6}|[A-Z][a-z]+[A-Z]\w*)(?:'s)?(?: [A-Za-z-]+){1,4}$"
)
_NO_SOURCE_EN = regex(
    r"(?<![a-z-])(?:to|by|of|from|with|for|send|share|create|build|reduce|increase|improve|drive|use|review|before|after|until|is|are|be|all|no|zero|get|make|each|every|per|week|month|quarter|and our|accountable|owner|owned|target|baseline|currently|today|now|promise[ds]?)(?![a-z-])|->|→|(?:a)?round the clock|against the clock|(?:solid|clean|cleaner|reliable|trusted|trustworthy|good|better|best|accurate|consistent|complete|timely|richer|healthy|healthier|great|quality|fresh|sound|dependable|believable|perfect) data$",
    re.I,
)
_MEETING_EN = compiled((*words("en", "review", "occasions"), "call", "session", "training", "workshop"), "en")


def source_field_en(scan: Scan) -> Span | None:
    """The first field after the goal's own words that names a source."""
    text = scan.without_dates
    for start, end in pieces(text):
        piece = text[start:end].strip()
        bracketed = start > 0 and text[start - 1] == "("
        if piece.lower() == "data":
            continue  # empowered by data
        if start == 0 or not 3 <= len(piece) <= 56 or re.search(r"\d{2}|\d%", piece):
            continue
        if MASK in piece:
            if _listed_then(scan, piece, start):
                return start, end
            continue
        if _names_the_metric(scan, start, end):
            continue
        if _AGAINST_EN.search(piece):
            return start, end
        kept = _TAIL_EN.search(piece)
        if kept is not None and _RECORD_EN.search(piece[: kept.start()]):
            return start, end
        if _JUDGES_EN.search(piece) or (
            _LEAD_EN.match(piece) and not re.match(r"from (?:the )?[A-Z]", piece)
        ):
            return start, end
        if _record_and_where(scan, piece, start):
            return start, end
        if _NO_SOURCE_EN.search(piece) or (_is_meeting(piece)):
            continue
        record = _RECORD_EN.search(piece) or _SOURCE_EN.match(piece)
        if record is None and scan.quantities and _TOTALS_EN.search(piece):
            return start, end
        if record is None and not _SYSTEM_EN.match(piece) and not _whole_source(piece):
            continue
        whole = record is not None and record.span() == (0, len(piece))
        if party_of(piece) is not None and not (record and (whole or _whole_source(piece))):
            continue
        if bracketed and record is None and piece.isupper():
            continue
        return start, end
    return None


_LISTED_EN = regex(
    rf"[a-z'-]+ (?:list|extract|poll|survey|count|sample|tally|register|ledger)s? (?:on |at |in )?{MASK}|{MASK}+ (?:[a-z'-]+ ){{1,2}}(?:list|extract|poll|survey|count|sample|tally|register|ledger|scan)s?$",
    re.I,
)


def _listed_then(scan: Scan, piece: str, start: int) -> bool:
    """Ageing list on the last working day: a record and the day it is drawn."""
    return _LISTED_EN.match(piece) is not None and any(q.start < start for q in scan.quantities)


_WHERE_EN = regex(r" (?:of|after|at|on|in|during|before|across|each|every|per|twice|once|over|among|from) ")
_MADE_EN = regex(
    r"^(?:a|an|one|new|two|three|the new|our new|plus|and|then|with|full|all|no|to|for|by) |(?<![a-z])(?:ready|live|built|published|signed|sent|issued|agreed|drafted|in place|done|created|shared|used|opened?)(?![a-z])",
    re.I,
)


def _record_and_where(scan: Scan, piece: str, start: int) -> bool:
    """A record and then whose, when or where: ageing list on the last working day, email poll after each case."""
    where = _WHERE_EN.search(piece)
    if where is None or _MADE_EN.search(piece) or not any(q.start < start for q in scan.quantities):
        return False
    head = piece[: where.start()]
    return not _is_meeting(head) and any(
        match.end() == len(head)
        for pattern in (_RECORD_EN, _SOURCE_EN, _TALLY_EN)
        for match in pattern.finditer(head)
    )


_TOTALS_EN = regex(
    r"^(?!same|similar|real|better|good|solid|reliable|clean|clear|honest)[A-Za-z-]+(?: [a-z-]+){0,2} (?:totals|stats|statistics|readings|tallies|counters|averages|extracts?|exports?|feed|snapshots?|scans?|(?:value|posting|booking|invoice|receipt|payment|delivery|order|entry|discharge|admission) dates)$"
)
_TALLY_EN = regex(
    r"(?<![a-z])(?:count|sample|poll|survey|reading|list|extract|average|median|sum|tally|spot check|questionnaire|interview)s?$",
    re.I,
)


def kept_record_en(scan: Scan) -> Span | None:
    """Of an action: a record kept or a check against something, in a field of its own."""
    text = scan.without_dates
    for start, end in pieces(text):
        piece = text[start:end].strip()
        kept = _TAIL_EN.search(piece)
        if start > 0 and (
            _AGAINST_EN.search(piece)
            or _FIGURES_EN.match(piece)
            or (kept is not None and _RECORD_EN.search(piece[: kept.start()]))
        ):
            return start, end
    return None


_FIGURES_EN = regex(
    r"(?:figures|numbers|readings|counts|values|scores) (?:taken |pulled |read )?(?:from|off|out of) [a-z]",
    re.I,
)


def _names_the_metric(scan: Scan, start: int, end: int) -> bool:
    """Priya: rejected invoices - < 25 a month: the field whose number follows it."""
    if any(quantity.start < start for quantity in scan.quantities):
        return False
    return (
        re.match(
            r"[ :,–—-]*(?:at |to |under |below |max\.? |[<>≤≥~=])* ?[$€£¥]?\d", scan.text[end : end + 14]
        )
        is not None
    )


_LEAD_EN = regex(
    r"^(?:per|source|sourced from|from|via|taken from|according to|going by|read off|evidence) (?:the |our |their )?(?!(?:mon|tues|wednes|thurs|fri)day|week|month|quarter|year|\d)[A-Za-z]",
    re.I,
)
_JUDGES_EN = regex(
    r"(?<![a-z])(?:file|ledger|report|register|log|survey|audit|auditors?|controller|figures?|system|data|dashboard) (?:decides?|counts?|verif(?:y|ies)|certif(?:y|ies)|confirms?|shows?|says|rules)(?![a-z])",
    re.I,
)


def _whole_source(piece: str) -> bool:
    return _SOURCE_EN.fullmatch(re.sub(r"^(?:the|our|their) ", "", piece, flags=re.I)) is not None


def _is_meeting(piece: str) -> bool:
    found = _MEETING_EN.search(piece)
    return (
        found is not None
        and not re.match(r" ?(?:log|list|sheet|score)", piece[found.end() :])
        and not _RECORD_EN.search(piece[found.end() :])
        and found.group().lower() not in ("check", "round", "rounds")
    )
