"""Statements kept in their own words: room to grow, fall-backs, what success means, the best set-up, dated events."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from agent.calendar import Anchor
from agent.drafting.notes.claims import claim_of, same_matter
from agent.drafting.notes.themes.growth_and_news import announces, grows, is_news
from agent.drafting.notes.themes.moves_told import moved_heads
from agent.models.evidence import Claim
from agent.renewal.courtesies import states_nothing
from agent.renewal.cues import cues
from agent.renewal.labelled import Answer
from agent.renewal.remarks import Remark
from agent.renewal.when import read_when
from connectors.interface import Document

CUES = cues("agent.drafting.notes.themes", "themes")
WORD = re.compile(r"\d+ID|[一-龠々]{3,}|[ァ-ヴー]{3,}|[A-Za-z]{4,}")
NEAR_DAYS = 366
MOST_EVENTS = 6
SHORTEST_CELL = 12
"""Letters from which a cell tells of an event: shorter ones plan work (12月竣工)."""


def read_expansion(remarks: Sequence[Remark]) -> list[Claim]:
    """Wishes and openings for wider use that the customer voiced or a note records, one claim a theme.

    Our own offers ("予定しております", "how about") are no sign of interest and are left out.
    """
    said = [r for r in _notes(remarks) if r.side != "us" or _reported(r, remarks)]
    signs = [r for r in said if grows(r.text)]
    first = [
        r
        for before, r in zip([None, *signs], signs, strict=False)
        if before is None or not _goes_on(before, r)
    ]
    return _claims("expansion", first, most=4)


def _goes_on(before: Remark, remark: Remark) -> bool:
    """The next sentence of the same paragraph on the same matter."""
    return (
        before.document is remark.document and before.block == remark.block and remark.start - before.end <= 2
    )


def _reported(remark: Remark, remarks: Sequence[Remark]) -> bool:
    """Said by ours among ourselves: no customer speaks in the document."""
    return not any(r.side == "customer" for r in remarks if r.document is remark.document)


def read_fallbacks(remarks: Sequence[Remark]) -> list[Claim]:
    """Smaller or other forms of contract that somebody on either side named."""
    return _claims("fallback", [r for r in _notes(remarks) if CUES["fallback"].search(r.text)], most=4)


def read_success(remarks: Sequence[Remark], answers: Sequence[Answer] = ()) -> Claim | None:
    """What the customer said success means, in a sentence or under a label that asks for it; the newest statement."""
    said = [r for r in _notes(remarks) if r.side != "us" and CUES["success"].search(r.text)]
    said += [
        answer.remarks[0]
        for answer in answers
        if not answer.is_empty and CUES["success_label"].search(answer.label)
    ]
    said = [r for r in said if not CUES["not_success"].search(r.text)]
    newest = max(said, key=lambda r: r.day or dt.date.min, default=None)
    return claim_of("success", 1, [newest]) if newest else None


def read_arrangement(remarks: Sequence[Remark]) -> list[Claim]:
    """What was said about the best arrangement of tools for the department as a whole."""
    return _claims("arrangement", [r for r in _notes(remarks) if CUES["arrangement"].search(r.text)], most=3)


def read_events(remarks: Sequence[Remark], anchor: Anchor) -> list[Claim]:
    """Dated events of the customer that notes or notices tell of, newest first; `as_of` is the day of the event.

    Events of up to a year back or ahead; of a dated page only those that say from when they take effect, since the page
    itself is a topic under its own day.
    """
    found: list[tuple[dt.date, Remark]] = []
    for remark in remarks:
        if remark.side == "us" or remark.kind.value == "field" or not _may_be_news(remark):
            continue
        if states_nothing(remark):
            continue
        if remark.is_note and remark.kind.value == "heading":
            continue
        if remark.kind.value == "table_row" and len(remark.text) < SHORTEST_CELL:
            continue
        whens = read_when(remark.text, remark.day, anchor, "nearest")
        days = [w.first for w in whens if abs((w.first - anchor.as_of).days) <= NEAR_DAYS]
        told_apart = remark.is_note or undated(remark.document) or CUES["takes_effect"].search(remark.text)
        if days and told_apart:
            found.append((days[0], remark))
    for row, dated in moved_heads(remarks):
        whens = read_when(dated.text, dated.day, anchor, "nearest")
        day = next((w.first for w in whens), dated.day)
        if day and abs((day - anchor.as_of).days) <= NEAR_DAYS:
            found.append((day, row))
    claims: list[Claim] = []
    told: set[tuple[str, dt.date]] = set()
    for day, remark in sorted(found, key=lambda pair: pair[0], reverse=True):
        if (remark.document.source_id, day) in told:
            continue
        told.add((remark.document.source_id, day))
        claim = claim_of("topic", len(claims) + 1, [remark], remark.text)
        if claim and all(not same_matter(claim.text, known.text) for known in claims):
            claims.append(claim.model_copy(update={"as_of": day}))
    return claims[:MOST_EVENTS]


def _may_be_news(remark: Remark) -> bool:
    """News by its words, or the line with which a page announces from when its news takes effect."""
    return is_news(remark.text) or (
        not remark.is_note and announces(remark.text) and CUES["takes_effect"].search(remark.text) is not None
    )


def undated(document: Document) -> bool:
    """A page without a day of its own, nor of its entries: it is no topic, the events it tells of are."""
    return document.published is None and not any(block.spoken_on for block in document.blocks)


def read_rivals(remarks: Sequence[Remark], answers: Sequence[Answer]) -> tuple[list[str], list[Claim]]:
    """Products that ours is compared with: their names, and a claim each with the quotes."""
    named: dict[str, list[Remark]] = {}
    for remark in _notes(remarks):
        if CUES["rival"].search(remark.text):
            for name in re.findall(r"「([^」]{2,20})」", remark.text):
                if not re.search(r"[。、はがをにで]", name):
                    named.setdefault(name, []).append(remark)
    for answer in answers:
        if (
            re.search(r"競合|比較(?:先|対象)|competitor|alternative", answer.label, re.I)
            and not answer.is_empty
        ):
            name = re.split(r"[(（、。,\s]", answer.value)[0]
            if 2 <= len(name) <= 20 and not name.startswith(("なし", "聞い", "不明")):
                named.setdefault(name, []).extend(answer.remarks)
    claims = [claim_of("rival", n, said) for n, said in enumerate(named.values(), 1)]
    return list(named), [claim for claim in claims if claim]


def _notes(remarks: Sequence[Remark]) -> Iterator[Remark]:
    for remark in remarks:
        named = remark.is_note and remark.kind.value not in ("heading", "field")
        if named and remark.text != remark.label and not states_nothing(remark):
            yield remark


def _claims(prefix: str, said: Sequence[Remark], most: int) -> list[Claim]:
    """One claim a theme: remarks that share a telling word go together, the newest first in the claim's text."""
    themes: list[list[Remark]] = []
    for remark in said:
        words = set(WORD.findall(remark.text))
        theme = next((t for t in themes if any(words & set(WORD.findall(r.text)) for r in t)), None)
        if theme is None:
            themes.append([remark])
        else:
            theme.append(remark)
    themes.sort(key=len, reverse=True)
    claims = []
    for number, theme in enumerate(themes[:most], 1):
        newest = sorted(theme, key=lambda r: r.day or dt.date.min, reverse=True)
        claims.append(claim_of(prefix, number, newest))
    return [claim for claim in claims if claim]
