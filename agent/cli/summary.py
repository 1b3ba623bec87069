"""What a person sees when a draft is done, and the same for scripts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from agent.messages import text
from agent.models.plan import FinancialRow, KeyPerson, SuccessPlan
from agent.people.titles import post_in_words

if TYPE_CHECKING:
    from rich.table import Table

    from agent.pipeline import Outcome

HALF_YEAR = 200
"""Days; half-year and quarterly rows are shorter, and a year is what people compare."""
TEXTS_FOLDER = "texts"
FIRST_QUESTIONS = 3
"""How many blanks the summary spells out; the plan holds all of them."""


@contextmanager
def progress(*, hidden: bool) -> Iterator[Callable[[str], None]]:
    """A callable that shows which source is being read, on stderr, gone when the work is done."""
    from rich.console import Console

    console = Console(stderr=True)
    if hidden or not console.is_terminal:
        yield lambda path: None
        return
    with console.status("") as status:
        yield lambda path: status.update(path)


def machine_summary(outcome: Outcome) -> str:
    """One JSON object: account, counts, who decides, files written, what was skipped."""
    plan = outcome.draft.plan
    return json.dumps(
        {
            "account": plan.account.id,
            "sources": len(plan.sources),
            "skipped": [entry.model_dump() for entry in plan.skipped],
            "economic_buyer": [person.name for person in holders(plan, "economic_buyer")],
            "champion": [person.name for person in holders(plan, "champion")],
            "blanks": len(plan.blanks),
            "findings": dict(Counter(str(finding.severity) for finding in plan.findings)),
            "clash_days": plan.budget.clash.days if plan.budget.clash else None,
            "written": [str(item.path) for item in outcome.written],
            "kept_human_edits": [
                str(item.kept_human_edit) for item in outcome.written if item.kept_human_edit
            ],
            "seconds": plan.provenance.seconds,
        },
        ensure_ascii=False,
    )


def holders(plan: SuccessPlan, role: str) -> list[KeyPerson]:
    """People and bodies that hold a role in the plan, main role or further one."""
    return [person for person in plan.key_people if role in (person.role, *person.also_roles)]


def summary(outcome: Outcome, *, to_stderr: bool) -> None:
    """Print the summary: what was read, what was found, who decides, what to ask first, where the files are."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    plan = outcome.draft.plan
    console = Console(stderr=to_stderr, highlight=False)
    console.print(f"\n[bold]{escape(say(plan, 'title', name=plan.account.name, as_of=plan.as_of))}[/bold]")
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(style="cyan", no_wrap=True)
    table.add_column(overflow="fold")
    _what_was_read(table, plan)
    _what_was_found(table, plan)
    _what_to_ask(table, plan)
    for item in outcome.written:
        if item.path.parent.name != TEXTS_FOLDER:
            table.add_row(say(plan, "label.file"), escape(str(item.path)))
        if item.kept_human_edit:
            table.add_row("", f"[yellow]{escape(say(plan, 'kept', path=item.kept_human_edit))}[/yellow]")
    console.print(table)


def say(plan: SuccessPlan, entry: str, **values: object) -> str:
    return text(f"cli.{entry}", plan.language, **values)


def _what_was_read(table: Table, plan: SuccessPlan) -> None:
    from rich.markup import escape

    kinds = Counter(source.kind for source in plan.sources)
    listing = say(plan, "comma").join(
        f"{say(plan, f'kind.{kind}')} {count}" for kind, count in sorted(kinds.items())
    )
    table.add_row(say(plan, "label.read"), say(plan, "read", count=len(plan.sources), kinds=listing))
    for source in plan.sources:
        if source.about in ("other", "unconfirmed"):
            told = escape(say(plan, f"about_{source.about}", path=source.path))
            table.add_row("", f"[yellow]{told}[/yellow]")
    for entry in plan.skipped:
        reason = say(plan, f"reason.{entry.reason_code}")
        table.add_row("", f"[yellow]{escape(say(plan, 'skipped', path=entry.path, reason=reason))}[/yellow]")


def _what_was_found(table: Table, plan: SuccessPlan) -> None:
    from rich.markup import escape

    information = plan.account_information
    year_end = information.fiscal_year_end
    table.add_row(
        say(plan, "label.fiscal_year_end"),
        say(plan, "month_day", month=year_end.value.month, day=year_end.value.day)
        if year_end
        else _unknown(plan),
    )
    if information.financials:
        table.add_row(say(plan, "label.figures"), escape(_latest_figures(plan, information.financials)))
    if information.posture and information.posture.reading != "unknown":
        table.add_row(say(plan, "label.posture"), say(plan, f"posture.{information.posture.reading}"))
    for role in ("economic_buyer", "champion"):
        people = say(plan, "comma").join(_person(plan, person) for person in holders(plan, role))
        table.add_row(say(plan, f"label.{role}"), escape(people) if people else _unknown(plan))
    if plan.budget.clash:
        table.add_row(say(plan, "label.clash"), f"[bold red]{escape(plan.budget.clash.text)}[/bold red]")
    table.add_row(
        say(plan, "label.found"),
        say(
            plan,
            "found",
            people=len(plan.key_people),
            goals=len(plan.goals),
            commitments=len(plan.commitments),
            risks=len(plan.policy.risks),
            contradictions=len(plan.contradictions),
        ),
    )


def _what_to_ask(table: Table, plan: SuccessPlan) -> None:
    from rich.markup import escape

    table.add_row(say(plan, "label.blanks"), say(plan, "blanks", count=len(plan.blanks)))
    for blank in plan.blanks[:FIRST_QUESTIONS]:
        table.add_row("", escape(f"・{blank.question}" if plan.language == "ja" else f"- {blank.question}"))


def _latest_figures(plan: SuccessPlan, rows: list[FinancialRow]) -> str:
    years = [row for row in rows if row.start and (row.end - row.start).days > HALF_YEAR] or rows
    latest = max(years, key=lambda row: (row.end, row.scope == "consolidated", row.net_sales is not None))
    words = [say(plan, f"scope.{latest.scope}"), say(plan, "period_end", end=latest.end)]
    for name in ("net_sales", "operating_income", "profit_attributable_to_owners"):
        value = getattr(latest, name)
        if value is not None:
            words.append(say(plan, f"figure.{name}", amount=_amount(value.value, value.unit, plan.language)))
    return " ".join(words)


def _amount(value: float, unit: str | None, language: str) -> str:
    """Millions of yen, rounded as in the plan; other units in full."""
    if unit == "円" or unit is None:
        return text("cli.million_yen", language, millions=f"{round(value / 1_000_000):,}")
    return f"{value:,} {unit}"


def _person(plan: SuccessPlan, person: KeyPerson) -> str:
    post = post_in_words(person.department, person.title)
    name = (
        f"{person.name}({post})"
        if post and plan.language == "ja"
        else person.name + (f" ({post})" if post else "")
    )
    return (
        name
        if person.role_basis in (None, "evidenced")
        else f"{name} {say(plan, f'basis.{person.role_basis}')}"
    )


def _unknown(plan: SuccessPlan) -> str:
    return f"[yellow]{say(plan, 'unknown')}[/yellow]"
