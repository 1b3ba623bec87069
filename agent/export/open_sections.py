"""What remains open: questions, contradictions, findings, refused proposals, sources that could not be read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.export.asked_together import rows_of
from agent.export.cells import CellMaker
from agent.export.entries import entry_at, first_words
from agent.export.layout import Cell, Section
from agent.messages import catalogue
from agent.models.finding import Severity

_SHOWN = 4
"""Entries a finding names; further ones are counted."""


def blanks(make: CellMaker) -> Section:
    """未確認事項: what to ask, whom, in which words, at which meeting, and what the sources say that comes near."""
    rows = [
        (
            Cell(row.question, unknown=True),
            Cell(row.ask),
            Cell(row.how),
            Cell(row.next_meeting),
            Cell(
                " / ".join(first_words(citation.quote) for citation in row.near_misses),
                make.numbering.of(row.near_misses),
            ),
        )
        for row in rows_of(make)
    ]
    table = make.table("", ("question", "ask", "how", "next_meeting", "near_misses"), rows)
    return Section("blanks", make.word("section.blanks"), (table,))


def contradictions(make: CellMaker) -> Section:
    """矛盾: both quotes, which one is preferred and why."""
    rows = [
        (
            Cell(entry.text),
            Cell(entry.a.quote, make.numbering.of(entry.a)),
            Cell(entry.b.quote, make.numbering.of(entry.b)),
            Cell(make.term("preferred", entry.preferred)),
            Cell(entry.why),
        )
        for entry in make.plan.contradictions
    ]
    table = make.table("", ("content", "side_a", "side_b", "preferred", "why"), rows)
    return Section("contradictions", make.word("section.contradictions"), (table,))


def findings(make: CellMaker) -> Section:
    """指摘: what the rules say about this plan; what one says of several entries in the same words stands in one row."""
    concerned: dict[tuple[str, str, str, str], list[str]] = {}
    for finding in make.plan.findings:
        said = (str(finding.severity), finding.message, finding.question or "", finding.rule)
        concerned.setdefault(said, []).append(_entry_at(make, finding.path))
    rows = [
        (
            Cell(make.term("finding_severity", severity)),
            Cell(_several(make, list(dict.fromkeys(filter(None, entries))))),
            Cell(words),
            Cell(question),
            Cell(rule),
        )
        for (severity, words, question, rule), entries in sorted(concerned.items(), key=_by_severity)
    ]
    table = make.table("", ("finding_severity", "concerns", "content", "question", "rule"), rows)
    return Section("findings", make.word("section.findings"), (table,))


def _entry_at(make: CellMaker, path: str) -> str:
    """The goal, action or person a path leads to in its first words; else the name of its section."""
    words = entry_at(make.plan, path)
    if words is not None:
        return first_words(words)
    section = re.split(r"[.\[]", path)[0]
    return make.term("sheet" if section == "sources" else "section", section)


def _several(make: CellMaker, entries: Sequence[str]) -> str:
    more = len(entries) - _SHOWN
    rest = [make.word("and_more", count=more)] if more > 0 else []
    return " / ".join([*entries[:_SHOWN], *rest])


def _by_severity(row: tuple[tuple[str, str, str, str], list[str]]) -> int:
    return list(Severity).index(Severity(row[0][0]))


def rejected(make: CellMaker) -> Section:
    """採用しなかった提案: what a drafter proposed and the checks refused."""
    rows = [(Cell(entry.field), Cell(entry.proposed), Cell(entry.reason)) for entry in make.plan.rejected]
    return Section(
        "rejected", make.word("section.rejected"), (make.table("", ("slot", "proposed", "reason"), rows),)
    )


def skipped(make: CellMaker) -> Section:
    """読み取れなかった資料: path and reason in words."""
    reasons = catalogue(make.language, "export")
    rows = [
        (
            Cell(entry.path),
            Cell(reasons.get(f"reason.{entry.reason_code}", entry.reason_code)),
            Cell(entry.detail),
        )
        for entry in make.plan.skipped
    ]
    return Section(
        "skipped", make.word("section.skipped"), (make.table("", ("path", "reason", "detail"), rows),)
    )
