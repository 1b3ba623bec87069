"""Statements of different days about one matter that cannot both hold: later and begun, guessed and measured, who and who."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.drafting.notes.contradictions.pairs import Pair, is_earlier, stand_apart
from agent.drafting.notes.promises.read import is_case
from agent.renewal.cues import cues
from agent.renewal.remarks import Remark

CUES = cues("agent.drafting.notes.contradictions", "contradictions")
WORD = re.compile(r"[一-龠々]{2,}|[ァ-ヴー]{3,}|[A-Za-z]{5,}")
COMMON = re.compile(
    r"^(?:今回|今後|予定|担当|確認|資料|利用|打合|打合せ|定例|課長|部長|係長|主任|様|現在|必要|内容|連絡|対応|about|there|their|would|could|should|(?i:january|february|march|april|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday))$"
)
NAME_AND_PART = 4  # letters in common: a name with its title, or two words
AMOUNT = re.compile(r"(\d[\d,.]*)\s*(分|秒|時間|日|件|枚|人|名|回|%|％|円|hours?|minutes?|days?)")


def disputed_states(remarks: Sequence[Remark]) -> Iterator[Pair]:
    notes = [r for r in remarks if r.is_note and r.kind.value not in ("heading", "field", "table_row")]
    yield from _begun(notes)
    yield from _measured(notes)
    yield from _replaced(notes)


def _begun(notes: Sequence[Remark]) -> Iterator[Pair]:
    """It was to come later, or not at all; a later note says that it has begun."""
    for after in notes:
        if not CUES["under_way"].search(after.text) or CUES["later_on"].search(after.text):
            continue
        for before in notes:
            if not stand_apart(before, after) or not is_earlier(before, after) or before.side == "us":
                continue
            if CUES["later_on"].search(before.text) and len(_shared(before, after)) >= 2:
                yield Pair("changed", before, after, "newer")
                return


def _measured(notes: Sequence[Remark]) -> Iterator[Pair]:
    """A figure that somebody felt, and another that was measured, of one thing in one unit."""
    for fact in notes:
        if not CUES["measured"].search(fact.text) or CUES["impression"].search(fact.text):
            continue
        if is_case(fact.document):  # what was promised has not been measured
            continue
        amounts = _amounts(fact.text)
        for guess in notes:
            if (
                guess is fact
                or not CUES["impression"].search(guess.text)
                or CUES["measured"].search(guess.text)
            ):
                continue
            felt = _amounts(guess.text)
            units = {unit for unit, _ in amounts} & {unit for unit, _ in felt}
            if units and not amounts & felt and (_shared(guess, fact) or _each(guess, fact)):
                yield Pair("measured", guess, fact, "data")
                return


def _amounts(text: str) -> set[tuple[str, str]]:
    """Amounts by unit; the "one" of per-piece figures is none."""
    return {(unit, value) for value, unit in AMOUNT.findall(text) if value != "1"}


def _replaced(notes: Sequence[Remark]) -> Iterator[Pair]:
    """Somebody or something was named for a part; a later note says that it has changed hands."""
    for after in notes:
        if not CUES["replaced"].search(after.text):
            continue
        for before in notes:
            if not stand_apart(before, after) or not is_earlier(before, after):
                continue
            alike = sum(map(len, _shared(before, after))) >= NAME_AND_PART
            if alike and not CUES["replaced"].search(before.text):
                yield Pair("changed", before, after, "newer")
                return


def _shared(one: Remark, other: Remark) -> set[str]:
    words = {word for word in WORD.findall(one.text) if not COMMON.match(word)}
    return {word for word in WORD.findall(other.text) if word in words}


def _each(one: Remark, other: Remark) -> bool:
    """Both speak of one piece of the same work (1件あたり, per ticket)."""
    each = re.compile(r"\d+(?:件|枚|人|回)あたり|\bper \w+", re.I)
    first, second = each.search(one.text), each.search(other.text)
    return bool(first and second and first[0] == second[0])
