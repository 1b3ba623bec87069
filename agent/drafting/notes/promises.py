"""What was promised at purchase: the business case's (稟議書) expected effects, and the report they were tied to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from agent.drafting.notes.claims import claim_of, same_matter
from agent.models.evidence import Claim
from agent.renewal.cues import cues
from agent.renewal.labelled import Answer
from agent.renewal.remarks import MARKS, Remark

CUES = cues("agent.drafting.notes", "promises")
ITEM = re.compile(r"[①-⑳]|(?:^|(?<=[\s。]))[(（]\d[)）]")
LEAD = re.compile(r"^[\s・\-*]*(?:\d+[.)）]|[①-⑳]|[(（]\d+[)）])?\s*")
MAX_LENGTH = 160


def read_promises(answers: Sequence[Answer], remarks: Sequence[Remark]) -> list[Claim]:
    """Promises at purchase in the order of the sources; the same promise in two sources is one claim with both quotes.

    The purpose of purchase stands in where no source lists an expected effect (a hand-over without a 稟議書).
    """
    found: list[tuple[str, list[Remark]]] = []
    for text, remark in [*_labelled(answers, "label"), *_under_headings(remarks)]:
        _add(found, text, remark)
    if not found:
        for text, remark in _labelled(answers, "purpose"):
            _add(found, text, remark)
    for text, remark in _conditions(remarks):
        _add(found, text, remark)
    claims = (claim_of("promise", number, said, text) for number, (text, said) in enumerate(found, 1))
    return [claim for claim in claims if claim]


def _add(found: list[tuple[str, list[Remark]]], text: str, remark: Remark) -> None:
    at = next((i for i, (known, _) in enumerate(found) if same_matter(known, text)), None)
    if at is None:
        found.append((text, [remark]))
        return
    known, said = found[at]
    found[at] = (text, [remark, *said]) if len(text) > len(known) else (known, [*said, remark])


def _labelled(answers: Sequence[Answer], cue: str) -> Iterator[tuple[str, Remark]]:
    for answer in answers:
        if not answer.is_empty and CUES[cue].search(answer.label):
            for remark in answer.remarks:
                yield from ((piece, remark) for piece in split_promises(remark.text))


def _under_headings(remarks: Sequence[Remark]) -> Iterator[tuple[str, Remark]]:
    for remark in whole_items(remarks):
        if remark.is_note and CUES["label"].search(remark.heading) and not _is_heading(remark):
            yield from ((piece, remark) for piece in split_promises(remark.text))


def _conditions(remarks: Sequence[Remark]) -> Iterator[tuple[str, Remark]]:
    for remark in remarks:
        if not remark.is_note or remark.kind.value == "heading" or len(remark.text) > MAX_LENGTH:
            continue
        if CUES["condition_heading"].search(remark.heading) and CUES["condition"].search(remark.text):
            text = CUES["condition_heading"].sub("", LEAD.sub("", remark.text), count=1)
            yield text.strip(" 　:："), remark


def whole_items(remarks: Sequence[Remark]) -> Iterator[Remark]:
    """Remarks with the sentences of one list item put together again, as one item is one promise or task."""
    for _, group in groupby(remarks, key=lambda r: (r.document.source_id, r.block)):
        said = list(group)
        first, last = said[0], said[-1]
        if first.kind.value == "list_item" and last.end - first.start <= MAX_LENGTH:
            yield replace(first, end=last.end, text=first.document.text[first.start : last.end])
        else:
            yield from said


def split_promises(text: str) -> list[str]:
    """One text per numbered item (①, (1)); the whole text where nothing is numbered."""
    starts = [match.start() for match in ITEM.finditer(text)]
    if not starts:
        pieces = [text]
    else:
        bounds = [*starts, len(text)]
        pieces = [text[a:b] for a, b in pairwise(bounds)]
    return [piece for raw in pieces if 4 <= len(piece := LEAD.sub("", raw).strip(" 　、。")) <= MAX_LENGTH]


def _is_heading(remark: Remark) -> bool:
    return remark.kind.value == "heading" or remark.text.strip(MARKS + ":：") == remark.heading
