"""A plan's layout: which section stands on which sheet, in PLAN.md's order, and the list of sources."""

from __future__ import annotations

from agent.export import account_sections, open_sections, people_sections, policy_sections
from agent.export.cells import CellMaker
from agent.export.confidence import Marks, marked
from agent.export.figures import show_date
from agent.export.layout import Layout, Sheet, SourceLine
from agent.export.numbering import Numbering
from agent.models.evidence import Citation, PlanLocator
from agent.models.plan import SourceEntry, SuccessPlan

_ACCOUNT = (
    account_sections.account_information,
    people_sections.cs_setup,
    people_sections.key_people,
    people_sections.decision_path,
    people_sections.budget,
    policy_sections.policy,
    policy_sections.commitments,
    policy_sections.goals,
    policy_sections.milestones,
    open_sections.contradictions,
    open_sections.blanks,
)
_SCHEDULE = (policy_sections.schedule, policy_sections.actions)
_LAST = (open_sections.findings, open_sections.rejected, open_sections.skipped)
_SOURCE_HEADS = ("number", "document", "source_kind", "published", "where", "quote", "check", "path")


def compose(plan: SuccessPlan) -> Layout:
    """Everything a reader sees of a plan, ready for any format."""
    numbering = Numbering(plan)
    make = CellMaker(plan, numbering)
    account = tuple(section(make) for section in _ACCOUNT)
    last = tuple(section(make) for section in _LAST if getattr(plan, section.__name__))
    schedule = tuple(section(make) for section in _SCHEDULE)
    marks = Marks(make.word("in_confidence"), make.word("partly_in_confidence"))
    account, last, schedule = marked((account, last, schedule), numbering.citations, marks)
    documents = {source.id: source for source in plan.sources}
    return Layout(
        title=make.word("title", name=plan.account.name),
        subtitle=make.word(
            "subtitle", day=show_date(plan.as_of, plan.language), program=plan.provenance.program
        ),
        language=plan.language,
        sheets=(
            Sheet(
                "account",
                make.word("sheet.account"),
                account + last,
                (24, 44, 22, 22, 22, 18, 12, 18, 16, 12, 16, 16),
            ),
            Sheet(
                "schedule",
                make.word("sheet.schedule"),
                schedule,
                (16, 48, 48, 18, 24, 36, 16),
            ),
        ),
        sources_title=make.word("sheet.sources"),
        source_heads=tuple(make.word(f"field.{head}") for head in _SOURCE_HEADS),
        sources=tuple(
            _source_line(make, number, citation, documents.get(citation.source_id))
            for number, citation in enumerate(numbering.citations, 1)
        ),
    )


def _source_line(make: CellMaker, number: int, citation: Citation, source: SourceEntry | None) -> SourceLine:
    return SourceLine(
        number=number,
        document=source.title if source else citation.source_id,
        kind=make.term("source_kind", source.kind) if source else "",
        published=source.published.isoformat() if source and source.published else "",
        where=_where(make, citation.locator),
        quote=citation.quote,
        check=_check(make, citation),
        path=source.path if source else "",
    )


def _check(make: CellMaker, citation: Citation) -> str:
    """What was checked, and under which condition it was told."""
    check = make.term("check", citation.check)
    if citation.in_confidence is None:
        return check
    return make.word("check.in_confidence", check=check, condition=citation.in_confidence)


def _where(make: CellMaker, locator: PlanLocator) -> str:
    """Page, sheet, row, cue, message, section: whatever the place has, in words."""
    parts = [
        make.word("where.page", page=locator.page) if locator.page is not None else "",
        locator.sheet or "",
        make.word("where.row", row=locator.row) if locator.row is not None else "",
        locator.cue or "",
        locator.message or "",
        locator.section or "",
        locator.element or "",
    ]
    return " / ".join(part for part in parts if part)
