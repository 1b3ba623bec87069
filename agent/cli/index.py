"""`banso index`: keep accounts' documents in a workspace and bring its indexes up to date."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def index(
    accounts: Annotated[
        list[Path] | None, typer.Argument(help="Account folders whose documents to keep.", show_default=False)
    ] = None,
    workspace: Annotated[Path, typer.Option(help="Folder of the kept documents and their indexes.")] = Path(
        "workspace"
    ),
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Throw the indexes away and build them again.")
    ] = False,
) -> None:
    """Keep documents by digest and derive the indexes; damaged or half-written ones are rebuilt by themselves.

    Examples:

      banso index accounts/acme accounts/globex

      banso index --rebuild
    """
    from agent.evidence.library import Library
    from agent.evidence.workspace_index import workspace_retriever
    from agent.pipeline import own_documents
    from agent.store.account_folder import open_account

    library = Library(workspace)
    for folder in accounts or ():
        opened = open_account(folder)
        library.keep(opened.account.id, own_documents(opened))
    workspace_retriever(workspace, rebuild=rebuild, on_progress=lambda line: typer.echo(line, err=True))
    typer.echo(f"{len(library.accounts())} accounts, {len(library.listed())} documents")
