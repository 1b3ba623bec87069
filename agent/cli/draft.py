"""`banso draft`: one account folder in, a cited success plan out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from agent.pipeline import Outcome

DEFAULT_FORMATS = "json,xlsx,md"
PLAN_FOLDER = "plan"


def draft(
    account: Annotated[Path, typer.Argument(help="Account folder: account.yaml and sources/.")],
    out: Annotated[
        Path | None,
        typer.Option(help="Where the plan goes. Default: <account folder>/plan.", show_default=False),
    ] = None,
    formats: Annotated[
        str,
        typer.Option("--format", help="Comma-separated: json, xlsx, docx, md, html. json is always written."),
    ] = DEFAULT_FORMATS,
    lang: Annotated[
        str | None,
        typer.Option(help="Language of the plan, ja or en. Default: the account's.", show_default=False),
    ] = None,
    as_of: Annotated[
        dt.datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            help="The day that counts as today. Default: the account's.",
            show_default=False,
        ),
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
    as_json: Annotated[bool, typer.Option("--json", help="Print a summary for scripts on stdout.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
) -> None:
    """Read an account folder and draft its success plan, every statement cited, every unknown a question.

    No network is used unless BANSO_MODEL names a model (docs/adr/0003). Files that a person edited since they were written are kept.

    Examples:

      banso draft accounts/acme
      banso draft accounts/acme --out plans/acme --format json,xlsx,md,html
    """
    from agent.cli.summary import machine_summary, progress, summary
    from agent.errors import UsageError
    from agent.llm.settings import model_settings
    from agent.pipeline import run

    if lang not in (None, "ja", "en"):
        raise UsageError(f"--lang {lang}: use ja or en")
    with progress(hidden=quiet) as report:
        outcome: Outcome = run(
            account,
            out or account / PLAN_FOLDER,
            formats=[name.strip() for name in formats.split(",") if name.strip()],
            language=lang,
            as_of=as_of.date() if as_of else None,
            model=model_settings(),
            code_list=code_list,
            on_progress=report,
        )
    if as_json:
        typer.echo(machine_summary(outcome))
    if not quiet:
        summary(outcome, to_stderr=True)
