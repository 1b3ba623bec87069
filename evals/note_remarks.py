"""Remarks of an account's notes as the program reads them, and what its labels or gold say each of them states."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from agent.drafting.second_reading.verdicts import verdicts
from agent.models.gold import Evidence
from agent.renewal.likely import sentences_of
from agent.renewal.remarks import Remark
from agent.sentence_kinds import Sentence
from evals.gold.pack import Pack
from evals.read_account import read_account

BEGINS = 12
"""Letters of a quote's beginning or end that mark a sentence of a longer quote."""
SHORTEST = 6


def sentences_in(folder: Path) -> list[tuple[Remark, Sentence]]:
    """The notes' remarks as the fields of the plan see them, with what the rules saw in each."""
    readings = read_account(folder).readings
    remarks = readings.notes.remarks
    seen_as = verdicts(readings.people.people, readings.renewal, readings.notes, remarks)
    return list(zip(remarks, sentences_of(remarks, seen_as), strict=True))


def squeezed(text: str) -> str:
    """Without whitespace, as quotes and lines are compared."""
    return re.sub(r"\s+", "", text)


def quoted_kinds(pack: Pack) -> list[tuple[str, str, str]]:
    """Kind, file and words without whitespace of every piece of evidence in the pack's gold."""
    gold = pack.gold
    entries: list[tuple[str, Iterable[Evidence]]] = [
        *(("goal", goal.evidence) for goal in gold.goals),
        *(("promise", promise.evidence) for promise in gold.promises_at_purchase),
        *(("tool", tool.evidence) for tool in gold.tools),
        *(("expansion", claim.evidence) for claim in gold.expansion),
        *(("step", step.evidence) for step in gold.decision_path),
        *(("theme", topic.evidence) for topic in gold.topics),
        *((f"risk:{risk.kind}", risk.evidence) for risk in gold.risks),
        *(
            ("commit_us" if entry.who == "us" else "commit_them", entry.evidence)
            for entry in gold.commitments
        ),
        ("persona", gold.decider_persona.evidence if gold.decider_persona else []),
        ("budget", (gold.budget.evidence if gold.budget else None) or []),
    ]
    return [(kind, piece.source, squeezed(piece.quote)) for kind, pieces in entries for piece in pieces]


def kinds_quoted(text: str, file: str, quoted: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """Kinds whose evidence holds the sentence, lies in it, or begins or ends in it."""
    words = squeezed(text)
    for kind, source, quote in quoted:
        if source != file:
            continue
        within = (len(words) >= SHORTEST and words in quote) or quote in words
        if within or (len(quote) > BEGINS and (quote[:BEGINS] in words or quote[-BEGINS:] in words)):
            yield kind


def kinds_labelled(text: str, lines: Mapping[str, list[str]]) -> Iterator[str]:
    """Kinds of the labelled lines (words without whitespace → kinds) that hold the sentence."""
    words = squeezed(text)
    for line, kinds in lines.items():
        if words in line or line in words:
            yield from kinds
