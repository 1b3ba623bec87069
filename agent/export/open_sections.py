"""What remains open: questions, contradictions, findings, refused proposals, sources that could not be read."""

from __future__ import annotations

from collections.abc import Sequence

from agent.export.cells import CellMaker
from agent.export.layout import Cell, Section
from agent.messages import catalogue
from agent.models.evidence import Citation

_GLANCE = 60


def blanks(make: CellMaker) -> Section:
    """未確認事項: what to ask, whom, in which words, at which meeting, and what the sources say that comes near."""
    rows = [
        (
            Cell(blank.question, unknown=True),
            Cell(blank.ask),
            Cell(blank.how.normal),
            Cell(blank.next_meeting or ""),
            Cell(_near(blank.near_misses), make.numbering.of(blank.near_misses)),
        )
        for blank in make.plan.blanks
    ]
    table = make.table("", ("question", "ask", "how", "next_meeting", "near_misses"), rows)
    return Section("blanks", make.word("section.blanks"), (table,))


def _near(citations: Sequence[Citation]) -> str:
    """The first words of each line, so that the asker sees at a glance what was found."""
    lines = (" ".join(citation.quote.split()) for citation in citations)
    return " / ".join(line if len(line) <= _GLANCE else f"{line[: _GLANCE - 1]}…" for line in lines)


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
    """指摘: what the rules say about this plan."""
    rows = [
        (
            Cell(make.term("finding_severity", str(finding.severity))),
            Cell(finding.message),
            Cell(finding.question or ""),
            Cell(finding.rule),
        )
        for finding in make.plan.findings
    ]
    table = make.table("", ("finding_severity", "content", "question", "rule"), rows)
    return Section("findings", make.word("section.findings"), (table,))


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
