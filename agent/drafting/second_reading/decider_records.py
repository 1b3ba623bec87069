"""Who decides, as the record of the purchase has it, against what the customer says of it later.

A hand-over, an order form or the first note names somebody; a customer's later sentence tells how it is decided. Both
are weighed by the scores of `decider_links`, with steps for what the words and their place say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from agent.drafting.notes.contradictions.numerals import in_digits
from agent.drafting.notes.contradictions.pairs import Pair
from agent.drafting.notes.contradictions.said import EARLY, comes_before
from agent.drafting.notes.contradictions.telling import in_full
from agent.drafting.notes.frames import frames
from agent.drafting.notes.predicates import is_japanese
from agent.drafting.second_reading.decider_links import LIKELIEST, LOG, Side, Weights, load, score
from agent.renewal.remarks import Remark
from connectors.interface import BlockKind, DocumentKind, Span

PACKAGE, FILE = "agent.drafting.second_reading", "decider_records"
NOTED_LATER = re.compile(r"(?<=.)\s*(?:→|⇒|=>|->).*$", re.DOTALL)
"""What somebody wrote behind the record when it was found to be wrong."""
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
LONGEST_LABEL = 40
"""Letters up to which a cell before another may be what it answers."""
OUR_CHAT = -1.2
"""Step for what our own people write each other of it: the customer's word is quoted where there is one."""
DENIED_BY_NAME, NAMES_ANOTHER, NAMES_NOBODY, RULE_AS_RECORD = 1.2, 0.4, -1.3, -1.0
"""Steps for an answer that denies somebody of the record, names another or nobody, and for a record that is a rule."""
INSTEAD = re.compile(r"(?:では|じゃ)(?:な(?:く|い|か)|ありま)|\bnot\b|n['’]t\b")
SPEAKS = 0.9
"""Chance from which a sentence without any word of deciding is taken to speak of it."""
SHORTEST = 8
NUMBER = re.compile(r"[A-Za-z#№]{0,3}[-.]?\d*[-.]?\d*|[ア-ン一-十]|[①-⑳]")
"""A cell that numbers its row ("A06", "3", イ)."""
ASKING = re.compile(r"質問|項目|設問|内容|question|field|item|topic", re.I)
"""Headings of columns whose cells ask what the cells beside them answer."""
BEFORE_COLON = re.compile(r"^[^:：=…\n]{0,24}[:：=…]")


def _nobody(_: Remark) -> Collection[str]:
    return ()


def recorded_decider(
    candidates: Sequence[Side], named: Callable[[Remark], Collection[str]] = _nobody
) -> Pair | None:
    """The likeliest record of who decides with the customer's likeliest later word; None where either is unlikely.

    `named` gives the people a remark names: where both name the same and nobody denies it, nothing is disputed.
    """
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
        (one + other + _set_apart(candidates[-at].said.remark, candidates[-to].said.remark, named), at, to)
        for one, at in sorted(before, reverse=True)[:LIKELIEST]
        for other, to in sorted(after, reverse=True)[:LIKELIEST]
        if _in_two(candidates[-at], candidates[-to])
        and not _agree(candidates[-at], candidates[-to])
        and not _one_person(candidates[-at].said.remark, candidates[-to].said.remark, named)
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
    asked = _asked_by(remark) if row else ""
    label = " ".join([asked, remark.heading, opening[0] if opening else ""])
    labelled, told = _fits("named", label), _fits("told", text)
    if not (labelled or told) or _fits("unknown", NOTED_LATER.sub("", text)) or _fits("ours", asked):
        return None
    if not _fits("somebody", text):
        return None
    weight = score(side, "before", weights) + LABELLED * labelled + TOLD * told
    weight += RECORD * (is_first or _is_record(remark)) + RULE_AS_RECORD * _fits("rule", in_digits(text))
    return weight + OF_LOG * bool(LOG.search(remark.document.path))


def _as_answer(side: Side, weights: Weights) -> float | None:
    """Weight as a later word on how it is decided; None where it asks or speaks of no decision."""
    remark = side.said.remark
    if side.said.is_question or not (_fits("decided", remark.text) or _speaks_of_deciding(side)):
        return None
    weight = score(side, "after", weights) + NOT_CUSTOMER * (remark.side != "customer")
    turn = in_digits(
        in_full(remark).text
    )  # the limit and who is above it stand in two sentences of one answer
    rule, denies = _fits("rule", turn), _fits("denies", turn)
    weight += OUR_CHAT * ("among us" in side.features and remark.document.kind is DocumentKind.CHAT)
    weight += RULE * rule + DENIES * denies + HEDGED * side.said.is_hedged
    weight += IF_SO * _fits("if_so", side.said.plain)
    weight += MEETS * (not rule and not denies and _fits("meets", side.said.plain))
    return weight + SHORT * (len(remark.text) < SHORTEST) + OF_LOG * bool(LOG.search(remark.document.path))


def _speaks_of_deciding(side: Side) -> bool:
    """Sentences like it say who decides, or who does not."""
    return any(side.features.get(f"kind {kind}", 0.0) >= 2 * SPEAKS for kind in ("decider", "no_decider"))


def _is_label(remark: Remark) -> bool:
    """A cell that asks: the first of its row that is no running number, or one under a heading for questions."""
    worded = _worded(remark)
    if len(worded) < 2 or remark.start >= worded[-1].start:
        return False
    if worded[0].start <= remark.start < worded[0].end:
        return True
    first = remark.document.text[worded[0].start : worded[0].end]
    return bool(ASKING.search(remark.column)) and not _fits(
        "named", first
    )  # else it is what the first cell asks


def _asked_by(remark: Remark) -> str:
    """The cells before it in its row and the heading of its column."""
    text = remark.document.text
    before = [text[cell.start : cell.end] for cell in _worded(remark) if cell.end <= remark.start]
    return " ".join([*(words for words in before if len(words) <= LONGEST_LABEL), remark.column])


def _worded(remark: Remark) -> list[Span]:
    """The cells of its row that hold words."""
    text = remark.document.text
    cells = remark.document.blocks[remark.block].cells
    return [cell for cell in cells if not NUMBER.fullmatch(text[cell.start : cell.end].strip())]


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


def _one_person(record: Remark, answer: Remark, named: Callable[[Remark], Collection[str]]) -> bool:
    """The answer names nobody but whom the record names, no body and no denial."""
    told, known = set(named(answer)), set(named(whole(record)))
    text = in_full(answer).text
    return bool(told) and told <= known and not _found("body", text) and not _fits("denies", text)


def _set_apart(record: Remark, answer: Remark, named: Callable[[Remark], Collection[str]]) -> float:
    """Step for what the answer says of whom: it denies somebody of the record by name, names another, or nobody."""
    text, told, known = answer.text, set(named(answer)), set(named(whole(record)))
    if told & known and (_fits("denies", text) or INSTEAD.search(text)):
        return DENIED_BY_NAME
    if told - known or _found("body", text) or _fits("somebody", text):
        return NAMES_ANOTHER
    return NAMES_NOBODY


def _found(key: str, text: str) -> list[str]:
    language = "ja" if is_japanese(text) else "en"
    return [m[0].casefold() for frame in frames(PACKAGE, FILE, language, key) for m in frame.finditer(text)]


def _fits(key: str, text: str) -> bool:
    languages = ("ja", "en") if is_japanese(text) else ("en",)
    return any(frame.search(text) for language in languages for frame in frames(PACKAGE, FILE, language, key))
