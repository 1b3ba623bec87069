"""What the fitted reader sees of a figure, a date or a person: the words beside it, never which ones they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from agent.drafting.second_reading.parts.spans import Span
from agent.drafting.second_reading.parts.surroundings import DATE, NUMBER, Told
from agent.drafting.second_reading.parts.who import Who
from agent.renewal.when import When
from agent.sentence_kinds.concepts import Language, concepts_in
from agent.sentence_kinds.features import plain

CLAUSE = re.compile(r"[。、;；:：「」『』()（）\t]|, |\. | - | – ")
ENGLISH = re.compile(rf"[a-z]+(?:'[a-z]+)?|[{NUMBER}{DATE}]|[^\w\s]")
LETTERS = (1, 2, 3, 4, 6)
"""Lengths of the runs of letters right before and after that are looked at in Japanese."""
NEAR = 12
WORDS = (1, 2, 3)
NEAR_WORDS = 6


def beside(before: str, after: str, language: Language) -> Iterator[str]:
    """The words right beside something, those of its clause, and the concepts on either side."""
    before, after = plain(before[-240:]), plain(after)
    clause_before = CLAUSE.split(before)[-1]
    clause_after = CLAUSE.split(after)[0]
    if language == "ja":
        for length in LETTERS:
            yield f"b{length} {before[-length:]}"
            yield f"a{length} {after[:length]}"
        yield from (f"B {a}{b}" for a, b in pairwise(clause_before[-NEAR:]))
        yield from (f"A {a}{b}" for a, b in pairwise(clause_after[:NEAR]))
    else:
        left, right = ENGLISH.findall(before), ENGLISH.findall(after)
        for length in WORDS:
            yield f"b{length} {' '.join(left[-length:])}"
            yield f"a{length} {' '.join(right[:length])}"
        yield from (f"B {word}" for word in left[-NEAR_WORDS:])
        yield from (f"A {word}" for word in right[:NEAR_WORDS])
    yield from (f"cb {concept}" for concept in concepts_in(clause_before, language))
    yield from (f"ca {concept}" for concept in concepts_in(clause_after, language))
    yield from (f"sb {concept}" for concept in concepts_in(before, language))
    yield from (f"sa {concept}" for concept in concepts_in(after, language))


def of_figure(told: Sequence[Told], place: int, span: Span) -> set[str]:
    """Features of a figure of the sentence at `place`."""
    line = told[place]
    before, after = line.masked(span.start, span.end)
    found = set(beside(before, after, line.language))
    found |= {f"unit {span.measures}", f"kind {span.kind}", f"at {_clip(line.distance)}"}
    found |= {f"unit is {plain(span.unit)}", f"word {plain(span.words)}" if span.kind == "word" else ""}
    found |= set(_order(told, line, span)) | set(_rules(line, span)) | set(_dates(line, span))
    if re.match(r"[年月周期第]", after) or re.search(r"(?:第|Q|FY|No\.?|#)$", before):
        found.add("ordinal")
    found.add(f"end {plain(line.remark.text)[-3:]}")
    return found - {""}


def of_pair(told: Sequence[Told], place: int, span: Span, target: tuple[int, Span]) -> set[str]:
    """What a figure is to the target: before or after it, in its unit, more or less, and the words between."""
    at, aim = target
    same = span.unit == aim.unit or span.measures == aim.measures != "count"
    found = {f"t unit {span.unit == aim.unit} {same}", f"t sentence {_clip(place - at)}"}
    if span.value is not None and aim.value is not None:
        found.add(f"t value {(span.value > aim.value) - (span.value < aim.value)} {span.unit == aim.unit}")
    if place == at:
        line = told[at]
        first, second = sorted((span, aim), key=lambda known: known.start)
        between = [known for known in line.figures if first.end <= known.start and known.end <= second.start]
        found |= {f"t order {span.start < aim.start}", f"t between {len(between)} {span.start < aim.start}"}
        gap = plain(line.remark.text[first.end : second.start])
        if line.language == "ja":
            found |= {f"t gap {span.start < aim.start} {a}{b}" for a, b in pairwise(f"^{gap[:NEAR]}$")}
        else:
            words = ENGLISH.findall(gap)[:NEAR_WORDS]
            found |= {f"t gap {span.start < aim.start} {word}" for word in words}
    else:
        closer = [1 for known in told[place].figures if known.unit == span.unit]
        found.add(f"t others {min(len(closer), 3)}")
    return found


def _order(told: Sequence[Told], line: Told, span: Span) -> Iterator[str]:
    figures = [known for known in line.figures if known.measures == span.measures]
    place = figures.index(span)
    yield f"place {min(place, 3)} of {min(len(figures), 4)}"
    yield f"last {place == len(figures) - 1}"
    same = [known for known in line.figures if known.unit == span.unit]
    yield f"same {min(same.index(span), 2)} of {min(len(same), 3)}"
    others = [known for known in same if known is not span and known.value is not None]
    if others and span.value is not None:
        before = [known.value for known in others if known.start < span.start and known.value is not None]
        if before:
            yield f"than before {(span.value > before[-1]) - (span.value < before[-1])}"
    elsewhere = sum(known.unit == span.unit for other in told if other is not line for known in other.figures)
    yield f"elsewhere {min(elsewhere, 2)}"


def _rules(line: Told, span: Span) -> Iterator[str]:
    """What the rules took the figure for."""
    rules = line.rules
    verdict = "none"
    for figure in rules.found:
        if figure.start < span.end and span.start < figure.end:
            verdict = "found"
            if rules.target is not None and figure == rules.target:
                verdict = "target"
            if rules.baseline is not None and figure == rules.baseline:
                verdict = "baseline"
    yield f"rules {verdict}"


def _dates(line: Told, span: Span) -> Iterator[str]:
    for date in line.dates:
        if date.start < span.end and span.start < date.end:
            yield f"is date {date.rule == 'day_of_month'}"
            continue
        gap = line.remark.text[min(date.end, span.end) : max(date.start, span.start)]
        if not CLAUSE.search(gap):
            ahead = date.last > line.day
            yield f"date {ahead} {date.start < span.start}"
    yield f"dated {any(date.last > line.day for date in line.dates)}"


def _clip(number: int) -> int:
    return max(-3, min(3, number))


def of_date(told: Sequence[Told], place: int, date: When, target: tuple[int, Span] | None) -> set[str]:
    """Features of a date still to come: the words beside it, and where it stands from the target."""
    line = told[place]
    before, after = line.masked(date.start, date.end)
    found = set(beside(before, after, line.language))
    found |= {f"at {_clip(line.distance)}", f"rule {date.rule}", f"day {len(date.iso)}"}
    ahead = [known for known in line.dates if known.last > line.day]
    found |= {f"place {min(ahead.index(date), 3)} of {min(len(ahead), 3)}"}
    found |= {f"date ends {plain(date.words)[-2:]}", f"of others {min(_dated_elsewhere(told, line), 3)}"}
    found |= {
        f"figure here {any(known.start >= date.end or known.end <= date.start for known in line.figures)}"
    }
    return found | _from_target(told, place, (date.start, date.end), target)


def of_person(told: Sequence[Told], place: int, who: Who, target: tuple[int, Span] | None) -> set[str]:
    """Features of a person named beside a goal: the words beside the name, and whether the rules take it for the owner."""
    line = told[place]
    before, after = line.masked(who.start, who.end)
    found = set(beside(before, after, line.language))
    found |= {f"at {_clip(line.distance)}", f"form {who.form}", f"held {who.held}"}
    found |= {f"place {min(who.place, 3)} of {min(who.of, 3)}", f"opens {len(before.strip(' ・-*')) == 0}"}
    found |= {f"rules owner {who.by_rules}", f"length {min(len(line.remark.text) // 15, 5)}"}
    found |= {f"speaks {line.remark.speaker is not None}", f"again {who.again}"}
    return found | _from_target(told, place, (who.start, who.end), target)


def _from_target(
    told: Sequence[Told], place: int, at: tuple[int, int], target: tuple[int, Span] | None
) -> set[str]:
    if target is None:
        return {"t none"}
    if place != target[0]:
        return {f"t sentence {_clip(place - target[0])}"}
    line = told[place]
    after = at[0] >= target[1].end
    gap = line.remark.text[target[1].end : at[0]] if after else line.remark.text[at[1] : target[1].start]
    found = {f"t here {after}", f"t clauses {after} {min(len(CLAUSE.findall(gap)), 2)}"}
    return found | {f"t gap {after} {min(len(gap) // 6, 4)}"}


def _dated_elsewhere(told: Sequence[Told], line: Told) -> int:
    return sum(date.last > other.day for other in told if other is not line for date in other.dates)
