"""Who decides, as the record of the purchase has it, against what the customer says of it later.

A hand-over, an order form or the first note names somebody; a customer's later sentence tells how it is decided. Both
are weighed by the scores of `decider_links`, with steps for what the words and their place say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.drafting.notes.contradictions.pairs import Pair
from agent.drafting.notes.contradictions.said import EARLY, comes_before
from agent.drafting.notes.frames import frames
from agent.drafting.notes.predicates import is_japanese
from agent.drafting.second_reading.decider_links import LIKELIEST, LOG, Side, Weights, load, score
from agent.renewal.remarks import Remark
from connectors.interface import BlockKind

PACKAGE, FILE = "agent.drafting.second_reading", "decider_records"
LONGEST = 160
"""Letters up to which a cell or item is quoted whole."""
BEFORE_ENOUGH, AFTER_ENOUGH = -2.0, -2.8
"""Least weight of either side: two of three such pairs held in twenty-four packs of four writers."""
LABELLED, TOLD, RECORD, OF_LOG = 1.5, 1.0, 1.0, -1.5
"""Steps for a label that asks who decides, words that say so, a record of the purchase, a log of what was entered."""
NOT_CUSTOMER, SHORT = -0.8, -1.0
RULE, DENIES, HEDGED, MEETS, IF_SO = 1.2, 0.6, -0.6, -0.8, -0.6
"""Steps for an answer that gives the rule or its limit, that denies that somebody decides, that is only thought,
that tells of a meeting's day alone, and that depends on something."""
SHORTEST = 8
NUMBER = re.compile(r"[A-Za-z#№]{0,3}[-.]?\d*[-.]?\d*|[ア-ン一-十]|[①-⑳]")
"""A cell that numbers its row ("A06", "3", イ)."""
BEFORE_COLON = re.compile(r"^[^:：=…\n]{0,24}[:：=…]")


def recorded_decider(candidates: Sequence[Side]) -> Pair | None:
    """The likeliest record of who decides with the customer's likeliest later word; None where either is unlikely."""
    weights = load()
    first_day = min((side.said.day for side in candidates if side.said.day), default=None)
    before = [
        (weight, -at)
        for at, side in enumerate(candidates)
        if (weight := _as_record(side, weights, side.said.day is not None and side.said.day == first_day))
        and weight >= BEFORE_ENOUGH
    ]
    after = [
        (weight, -at)
        for at, side in enumerate(candidates)
        if (weight := _as_answer(side, weights)) and weight >= AFTER_ENOUGH
    ]
    pairs = [
        (one + other, at, to)
        for one, at in sorted(before, reverse=True)[:LIKELIEST]
        for other, to in sorted(after, reverse=True)[:LIKELIEST]
        if _in_two(candidates[-at], candidates[-to]) and not _agree(candidates[-at], candidates[-to])
    ]
    if not pairs:
        return None
    _, at, to = max(pairs)
    answer = candidates[-to].said.remark
    why = "direct" if answer.side == "customer" else "newer"
    return Pair("decider", whole(candidates[-at].said.remark), answer, why)  # type: ignore[arg-type]


def whole(remark: Remark) -> Remark:
    """The remark's cell or list item as one remark, where it is short enough to be quoted."""
    block = remark.document.blocks[remark.block]
    start, end = remark.start, remark.end
    if remark.kind is BlockKind.TABLE_ROW:
        cell = next((c for c in block.cells if c.start <= start < c.end), None)
        start, end = (cell.start, cell.end) if cell else (start, end)
    elif remark.kind is BlockKind.LIST_ITEM:
        end = block.end
    if end - start > LONGEST:
        return remark
    return replace(remark, start=start, end=end, text=remark.document.text[start:end])


def _as_record(side: Side, weights: Weights, is_first: bool) -> float | None:
    """Weight as a record of who decides; None where it asks or names nobody."""
    said, remark = side.said, side.said.remark
    row = remark.kind is BlockKind.TABLE_ROW
    if said.is_question or (row and _is_label(remark)):
        return None
    text = whole(remark).text
    opening = BEFORE_COLON.match(text)
    label = " ".join([remark.label if row else "", remark.heading, opening[0] if opening else ""])
    labelled, told = _fits("named", label), _fits("told", text)
    if not (labelled or told) or _fits("unknown", text):
        return None
    weight = score(side, "before", weights) + LABELLED * labelled + TOLD * told
    weight += RECORD * (is_first or _is_record(remark))
    return weight + OF_LOG * bool(LOG.search(remark.document.path))


def _as_answer(side: Side, weights: Weights) -> float | None:
    """Weight as a later word on how it is decided; None where it asks or speaks of no decision."""
    remark = side.said.remark
    if side.said.is_question or not _fits("decided", remark.text):
        return None
    weight = score(side, "after", weights) + NOT_CUSTOMER * (remark.side != "customer")
    rule, denies = _fits("rule", side.said.plain), _fits("denies", side.said.plain)
    weight += RULE * rule + DENIES * denies + HEDGED * side.said.is_hedged
    weight += IF_SO * _fits("if_so", side.said.plain)
    weight += MEETS * (not rule and not denies and _fits("meets", side.said.plain))
    return weight + SHORT * (len(remark.text) < SHORTEST) + OF_LOG * bool(LOG.search(remark.document.path))


def _is_label(remark: Remark) -> bool:
    """The first cell of its row that is no running number, with another behind it."""
    cells = remark.document.blocks[remark.block].cells
    text = remark.document.text
    worded = [cell for cell in cells if not NUMBER.fullmatch(text[cell.start : cell.end].strip())]
    return len(worded) > 1 and worded[0].start <= remark.start < worded[0].end


def _is_record(remark: Remark) -> bool:
    place = f"{remark.document.path} {remark.document.title} {remark.heading}"
    return bool(EARLY.search(place)) or _fits("first", place)


def _in_two(before: Side, after: Side) -> bool:
    one, other = before.said, after.said
    return one.remark.document is not other.remark.document and comes_before(one, other)


def _agree(before: Side, after: Side) -> bool:
    """Both name one body as deciding."""
    text = whole(before.said.remark).text
    named = [] if _fits("no_body", text) else _found("body", text)
    return bool(set(named) & set(_found("body", after.said.remark.text)))


def _found(key: str, text: str) -> list[str]:
    language = "ja" if is_japanese(text) else "en"
    return [m[0].casefold() for frame in frames(PACKAGE, FILE, language, key) for m in frame.finditer(text)]


def _fits(key: str, text: str) -> bool:
    languages = ("ja", "en") if is_japanese(text) else ("en",)
    return any(frame.search(text) for language in languages for frame in frames(PACKAGE, FILE, language, key))
