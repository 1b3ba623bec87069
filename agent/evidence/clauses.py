"""How a sentence longer than a quote may be is quoted: by runs of whole clauses, when what stays out changes nothing.

A clause ends at 、 ； ; or at a comma before a space, or where the next item of a list begins (① (2) (b)), outside
brackets and not inside a number or date. A run of clauses stands for itself only when the rest of its sentence
holds no denial, exception or condition: "we do not expect that A, that B" may not be quoted as "that B".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent.evidence.cuts import cut, cut_from_wrapped_negation
from agent.evidence.segment import bracketed
from agent.models.evidence import MAX_QUOTE
from connectors.interface import Span

_NUMERAL = "0-9０-９〇一二三四五六七八九十百千万億"
_BOUNDARY = re.compile(
    rf"(?<![{_NUMERAL}])、|、(?![{_NUMERAL}])|[；;](?=\s|[^\x00-\x7f])|(?<![0-9０-９])，|[,，](?=\s)(?!\s+[0-9])|"
    r"(?<=[\s、。；;])(?=[①-⑳]|[(（](?:[0-9０-９]{1,2}|[a-z]|[ivx]{1,4}|[ア-ン])[)）])"
)
_CHANGES = re.compile(
    r"ない|なかっ|なけれ|なく(?!な)|ません|ず(?:に|、|。|$)|ざる|ぬ(?:、|。|$)|否定|除[きくいか]|限[りる]|場合|のみ|"
    r"\b(?:not|never|no|nor|neither|none|cannot|without|unless|except|excluding|other than|rather than|if|"
    r"provided|only|instead of|fails?|failed|unable|den(?:y|ies|ied))\b|n['’]t\b",
    re.IGNORECASE,
)


def clause_spans(text: str, start: int, end: int) -> list[Span]:
    """The clauses of the sentence `text[start:end]`, without surrounding whitespace; [] when it may be quoted whole."""
    if end - start <= MAX_QUOTE:
        return []
    inside = bracketed(text, start, end)
    stops = [match.end() for match in _BOUNDARY.finditer(text, start, end)]
    found: list[Span] = []
    begin = start
    for stop in [*(at for at in stops if not any(low < at <= high for low, high in inside)), end]:
        low, high = begin, stop
        while low < high and text[low].isspace():
            low += 1
        while high > low and text[high - 1].isspace():
            high -= 1
        if low < high:
            found.append(Span(low, high))
        begin = stop
    return found


def stands_alone(text: str, sentence: Span, start: int, end: int) -> bool:
    """Whether `text[start:end]`, a run of clauses, says by itself what it says in its sentence."""
    if _CHANGES.search(text, sentence.start, start) or _CHANGES.search(text, end, sentence.end):
        return False
    return not cut(text, start, end) and not cut_from_wrapped_negation(text, end)


def clause_run(text: str, sentence: Span, start: int, end: int) -> Span | None:
    """The shortest run of whole clauses around `[start, end)` that stands alone and may be quoted, else None."""
    clauses = clause_spans(text, *sentence)
    runs = [
        Span(first.start, last.end)
        for at, first in enumerate(clauses)
        for last in clauses[at:]
        if first.start <= start and last.end >= end and last.end - first.start <= MAX_QUOTE
    ]
    runs.sort(key=lambda run: (run.end - run.start, run.start))
    return next((run for run in runs if stands_alone(text, sentence, *run)), None)


def clause_runs(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence in as few runs of clauses as may be quoted; parts that do not stand alone are left out."""
    clauses = clause_spans(text, *sentence)
    at = 0
    while at < len(clauses):
        reach = [
            last
            for last in range(at, len(clauses))
            if clauses[last].end - clauses[at].start <= MAX_QUOTE
            and stands_alone(text, sentence, clauses[at].start, clauses[last].end)
        ]
        if reach:
            yield Span(clauses[at].start, clauses[reach[-1]].end)
        at = reach[-1] + 1 if reach else at + 1
