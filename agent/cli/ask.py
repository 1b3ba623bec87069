"""`banso ask`: what an account's sources say to one question, word for word."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from agent.evidence.ask import Answer, AnswerItem


def ask(
    account: Annotated[Path, typer.Argument(help="Account folder: account.yaml and sources/.")],
    question: Annotated[str, typer.Argument(help="The question, in the words of the sources if you can.")],
    as_json: Annotated[bool, typer.Option("--json", help="The answer as JSON on stdout.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Show the scores of each item.")] = False,
    workspace: Annotated[
        Path | None,
        typer.Option(
            help="Search the index kept in this folder, brought up to date first.", show_default=False
        ),
    ] = None,
    limit: Annotated[int, typer.Option(help="At most this many items.", min=1)] = 5,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            help="Only documents of this kind, as `sources` in plan.json names it; several allowed.",
            show_default=False,
        ),
    ] = None,
    since: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], help="Only what was published on this day or later.", show_default=False
        ),
    ] = None,
    until: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], help="Only what was published on this day or before.", show_default=False
        ),
    ] = None,
    access: Annotated[
        str | None,
        typer.Option(help="public: leave private notes out; internal: only them.", show_default=False),
    ] = None,
    code_list: Annotated[
        Path | None,
        typer.Option(
            envvar="BANSO_CODE_LIST",
            help="The EDINET code list (zip or CSV): the account's row joins the sources.",
            exists=True,
            dir_okay=False,
            show_default=False,
        ),
    ] = None,
) -> None:
    """Answer from the account's sources: the sentences, figures and rows that say it, or "not stated".

    A figure of a year ("2020年3月期の連結の営業利益は") is answered by the table cell that states it for that year and
    scope, or not at all; so are quarters, half-years and forecasts of filings with tags, and English 10-Ks. A question for a field of the plan (who decides, when the budget is set, what was promised)
    is answered by what a draft of the plan holds there, with its citations. Nothing is worded here; every item is a quote with its place. Another company's documents are left out.

    Examples:

      banso ask accounts/acme "来期の予算はいつ決まりますか"

      banso ask accounts/acme "決裁者は誰ですか"

      banso ask accounts/acme "2020年3月期の連結の営業利益は"

      banso ask accounts/acme "2023年3月期の業績予想の売上高は"

      banso ask accounts/acme "What was net sales in fiscal 2024?"

      banso ask accounts/acme "who signs the renewal" --json

      banso ask accounts/acme "売上高はいくらですか" --kind annual_report --since 2026-04-01 --access public
    """
    from agent.errors import UsageError
    from agent.evidence.query import Filters
    from agent.pipeline import answer as answer_question
    from agent.store.account_folder import open_account
    from connectors.interface import DocumentKind
    from connectors.language import language_of

    for option, given, known in (
        ("--kind", kind or [], list(DocumentKind)),
        ("--access", [access] if access else [], ["public", "internal"]),
    ):
        if unknown := sorted(set(given) - set(known)):
            raise UsageError(f"{option} {', '.join(unknown)}: use {', '.join(known)}")
    folder = open_account(account)
    narrowed = any(given is not None and given != [] for given in (kind, since, until, access))
    filters = Filters(
        folder.account.id,
        kind or None,
        access,
        since.date() if since else None,
        until.date() if until else None,
    )
    answer = answer_question(
        folder,
        question,
        workspace=workspace,
        filters=filters if narrowed else None,
        limit=limit,
        code_list=code_list,
    )
    if as_json:
        typer.echo(answer.model_dump_json(indent=2))
    else:
        _print(answer, folder.account.language or language_of(question), explain)


def _print(answer: Answer, language: str, explain: bool) -> None:
    from agent.messages import text

    typer.echo(text(f"ask.{answer.status}", language))
    for fact in answer.account_facts:
        typer.echo(f"\n{fact}")
    stated = ""
    for item in answer.items or answer.near_misses:
        place = item.citation.locator
        where = " > ".join(
            str(part)
            for part in (_title(item), place.section or item.heading, place.page, place.cue, place.row)
            if part
        )
        if item.path and item.path != stated and item.value != item.citation.quote:
            typer.echo(f"\n■ {item.value}")
        stated = item.path
        typer.echo(f"\n「{item.citation.quote}」" if language == "ja" else f'\n"{item.citation.quote}"')
        if item.value and not item.path:
            typer.echo(f"  = {item.value}")
        typer.echo(f"  {item.columns}" if item.columns else "", nl=bool(item.columns))
        typer.echo(f"  [{where}]")
        if item.citation.in_confidence:
            typer.echo(f"  {text('ask.in_confidence', language, condition=item.citation.in_confidence)}")
        if explain:
            scores = ", ".join(f"{name} {value:.2f}" for name, value in item.passage_scores.items())
            typer.echo(f"  {text('ask.score', language, score=f'{item.score:.2f}', scores=scores)}")
    if answer.to_ask:
        typer.echo(f"\n{text('ask.to_ask', language, question=answer.to_ask)}")


def _title(item: AnswerItem) -> str:
    """The document's title, unless the section begins with it."""
    section = item.citation.locator.section or item.heading
    return "" if section.startswith(item.title) else item.title
