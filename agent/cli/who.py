"""`banso who`: which company a name or code means, from the EDINET code list."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

CODE_LIST_VARIABLE = "BANSO_CODE_LIST"


def who(
    query: Annotated[
        str, typer.Argument(help="Name, kana, English name, securities code, EDINET code or number.")
    ],
    code_list: Annotated[
        Path,
        typer.Option(
            envvar=CODE_LIST_VARIABLE,
            help="EdinetcodeDlInfo.csv or the zip it comes in, as the EDINET site offers it.",
            exists=True,
            dir_okay=False,
        ),
    ],
    older: Annotated[
        Path | None, typer.Option(help="An older list: names only it has are former names.", exists=True)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The candidates as JSON on stdout.")] = False,
) -> None:
    """Say which company is meant: one, a list to choose from, or none. Never a guess.

    Exit 0 when exactly one is meant, 1 when it must be chosen or there is none.

    Examples:

      banso who 7203 --code-list Edinetcode.zip

      banso who "アオバ精機㈱" --code-list Edinetcode.zip
    """
    import dataclasses
    import json

    from agent.company.identity import read_code_list
    from agent.company.identity import who as find

    candidates = find(query, read_code_list(code_list, older))
    if as_json:
        rows = [dataclasses.asdict(candidate) for candidate in candidates]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2, default=lambda value: value.model_dump()))
    for candidate in () if as_json else candidates:
        year_end = candidate.fiscal_year_end
        closing = f"{year_end.month}/{year_end.day}" if year_end else "-"
        typer.echo(f"{candidate.name}  [{candidate.match}]  {candidate.tells_apart}  {closing}")
    if not candidates:
        typer.echo(f"banso: {query}: no such company in {code_list}.", err=True)
    one = len(candidates) == 1 and candidates[0].match != "similar"
    raise typer.Exit(0 if one else 1)
