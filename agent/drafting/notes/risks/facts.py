"""Risks that facts show without a word for danger: the budget closes before the contract ends, a promise is not met,
a usage report counts few."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from agent.calendar import Anchor
from agent.drafting.notes.promises.read import is_case
from agent.models.evidence import Claim
from agent.renewal.cues import cues
from agent.renewal.remarks import Remark
from agent.renewal.when import read_when
from connectors.interface import DocumentKind

DATES = cues("agent.drafting.notes.contradictions", "dated_matters")
AHEAD = dt.timedelta(days=30)
"""A budget that closes this long before the contract ends is decided before we talk of renewal."""
FROM_TO = re.compile(
    r"(?P<a>\d[\d,.]*)\s*(?P<unit_a>[^\d\s→、。]{0,4}?)\s*(?:から|→|を|⇒|->|to)\s*(?:月|年|1日)?\s*(?P<b>\d[\d,.]*)\s*(?P<unit>時間|分|秒|日|週間|か月|件|%|％|名|人|枚|台|円|万円|hours?|minutes?|days?|weeks?|percent)|"
    r"from (?:about )?(?P<a2>[\d.]+|\w+)(?: (?:hours?|minutes?|days?|weeks?|percent|%))? to (?P<b2>[\d.]+|\w+) (?P<unit2>hours?|minutes?|days?|weeks?|percent|%)",
    re.I,
)
NOW = re.compile(
    r"いま|今は|現在|実績|平均|先月|\d月[のはに]|まだ|\b(?:now|today|currently|at the moment|still|average|last month)\b",
    re.I,
)
AMOUNT = re.compile(
    r"(?P<n>\d[\d,.]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve)\b)\s*(?P<unit>時間|分|秒|日|週間|か月|件|%|％|名|人|枚|台|円|hours?|minutes?|days?|weeks?|percent)",
    re.I,
)
WORDS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
}
SHARE_CELL = re.compile(r"^(\d{1,3}(?:\.\d+)?)\s*[%％]$")
OF_USE = re.compile(
    r"利用|稼働|ログイン|アクティブ|閲覧|使用|入力|率|\b(?:active|adoption|usage|use|login)", re.I
)
LOW = 50


def closes_early(remarks: Sequence[Remark], anchor: Anchor) -> Iterator[Remark]:
    """Sentences that date the budget request, or the meeting that decides on it, well before the contract ends."""
    end = anchor.contract_end
    if end is None:
        return
    for remark in remarks:
        text = remark.text
        request = DATES["budget_request"].search(text)
        decision = DATES["decision"].search(text) and DATES["about_us"].search(text)
        locked = DATES["locked"].search(text)
        if not remark.is_note or not (request or decision or locked) or DATES["not_dated"].search(text):
            continue
        whens = [w for w in read_when(text, remark.day, anchor) if anchor.as_of <= w.last <= end - AHEAD]
        if whens and remark.kind.value not in ("heading", "field"):
            yield remark


def short_of_promise(remarks: Sequence[Remark], promises: Sequence[Claim]) -> Iterator[Remark]:
    """Sentences that give today's figure between where a promise started and what it promised, in its unit."""
    spans = [
        span
        for promise in promises
        for quote in (promise.text, *(c.quote for c in promise.citations))
        for span in _spans(quote)
    ]
    sources = {c.source_id for promise in promises for c in promise.citations}
    for remark in remarks:
        if (
            not remark.is_note
            or is_case(remark.document)
            or remark.document.source_id in sources
            or not NOW.search(remark.text)
        ):
            continue
        for found in AMOUNT.finditer(remark.text):
            value, unit = _number(found["n"]), _unit(found["unit"])
            if value is not None and any(u == unit and min(a, b) < value < max(a, b) for a, b, u in spans):
                yield remark
                break


def low_cells(remarks: Sequence[Remark]) -> Iterator[Remark]:
    """Cells of a usage report that give half or less of a share."""
    for remark in remarks:
        if (
            remark.document.kind is DocumentKind.TABLE
            and remark.kind.value == "table_row"
            and OF_USE.search(remark.column)
        ):
            found = SHARE_CELL.match(remark.text.strip())
            if found and float(found[1]) <= LOW:
                yield remark


def _spans(text: str) -> Iterator[tuple[float, float, str]]:
    for found in FROM_TO.finditer(text):
        a, b = _number(found["a"] or found["a2"]), _number(found["b"] or found["b2"])
        if a is not None and b is not None:
            yield a, b, _unit(found["unit"] or found["unit2"])


def _number(text: str) -> float | None:
    plain = text.replace(",", "").rstrip(".").casefold()
    if plain in WORDS:
        return float(WORDS[plain])
    try:
        return float(plain)
    except ValueError:
        return None


def _unit(text: str) -> str:
    return {"％": "%", "percent": "%", "人": "名"}.get(text.casefold(), text.casefold().rstrip("s"))
