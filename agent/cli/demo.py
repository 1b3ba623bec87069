"""`banso demo`: the whole run on the embedded sample account."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

SAMPLE = "minato"


def sample_account() -> Path:
    """Folder of the embedded sample account. Raises AccountError when the installation lacks it."""
    from agent.errors import AccountError

    folder = Path(__file__).resolve().parents[2] / "examples" / SAMPLE
    if not folder.is_dir():
        raise AccountError(
            f"{folder}: the sample account is missing from this installation. Reinstall banso."
        )
    return folder


def demo(
    out: Annotated[Path, typer.Option(help="Where the sample's plan goes.")] = Path("banso-demo"),
) -> None:
    """Draft the plan of the embedded sample account and say what was found.

    Example: banso demo --out my-demo
    """
    from agent.cli.draft import DEFAULT_FORMATS
    from agent.cli.summary import progress, summary
    from agent.pipeline import run

    with progress(hidden=False) as report:
        outcome = run(
            sample_account(), out, formats=[*DEFAULT_FORMATS.split(","), "html"], on_progress=report
        )
    summary(outcome, to_stderr=False)
