"""`banso check` and `banso rules`: the SMART review of plans, sheets and lists of goals."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated

import typer

_SEVERITIES = ("error", "warning", "info", "never")


def check(
    files: Annotated[list[str], typer.Argument(help="plan.json, .xlsx, .csv, .md, .jsonl, or - for stdin.")],
    output: Annotated[str, typer.Option("--format", help="text, json, sarif or xlsx.")] = "text",
    out: Annotated[
        Path | None,
        typer.Option(help="File to write to; for xlsx default NAME.checked.xlsx.", show_default=False),
    ] = None,
    fail_on: Annotated[
        str, typer.Option(help="Exit 1 at or above: error, warning, info, never.")
    ] = "warning",
    column: Annotated[
        list[str] | None,
        typer.Option("--map", help="Field=column of a sheet, e.g. goal=B or due=期限.", show_default=False),
    ] = None,
    kind: Annotated[str | None, typer.Option(help="goal or action, for lists that do not say.")] = None,
    lang: Annotated[str | None, typer.Option(help="Language of the messages, ja or en.")] = None,
    as_of: Annotated[
        dt.datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The day that counts as today.", show_default=False),
    ] = None,
    contract_end: Annotated[
        dt.datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="End of the contract.", show_default=False),
    ] = None,
    fiscal_year_end: Annotated[
        int | None, typer.Option(help="Month the customer's fiscal year ends.", min=1, max=12)
    ] = None,
    vendor_fiscal_year_end: Annotated[
        int | None, typer.Option(help="Month our fiscal year ends.", min=1, max=12)
    ] = None,
    promise: Annotated[str | None, typer.Option(help="What was promised at purchase.")] = None,
    config: Annotated[Path | None, typer.Option(help="banso.toml to use.", show_default=False)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Same as --format json.")] = False,
) -> None:
    """Say which goals and actions are not SMART, in which words, and what to ask.

    Exit 1 when there is a finding at or above --fail-on.

    Examples:

      banso check plan/plan.json

      banso check 目標一覧.xlsx --map goal=C --map due=期限 --format xlsx
    """
    from agent.errors import UsageError
    from agent.review.config import load_config
    from agent.review.inputs import Settings, read_input
    from agent.review.outputs import check as judge

    output = "json" if as_json else output
    _one_of("--format", output, ("text", "json", "sarif", "xlsx"))
    _one_of("--fail-on", fail_on, _SEVERITIES)
    if kind is not None:
        _one_of("--kind", kind, ("goal", "action"))
    if lang is not None:
        _one_of("--lang", lang, ("ja", "en"))
    columns: dict[str, str] = {}
    for pair in column or []:
        name, separator, where = pair.partition("=")
        if not separator:
            raise UsageError(f"--map {pair}: give field=column. Example: --map goal=B")
        columns[name.strip()] = where.strip()
    settings_file = load_config(config)
    settings = Settings(
        as_of=as_of.date() if as_of else dt.date.today(),
        contract_end=contract_end.date() if contract_end else None,
        customer_fiscal_year_end_month=fiscal_year_end,
        vendor_fiscal_year_end_month=vendor_fiscal_year_end or settings_file.vendor_fiscal_year_end_month,
        purchase_promise=promise,
        columns=columns,
        kind=kind,  # type: ignore[arg-type]
    )
    results = [judge(read_input(name, _bytes_of(name), settings), settings_file, lang) for name in files]
    _write(results, output, out)
    found = [finding.severity.value for result in results for finding in result.findings]
    if fail_on != "never" and any(_SEVERITIES.index(level) <= _SEVERITIES.index(fail_on) for level in found):
        raise typer.Exit(1)


def _one_of(option: str, given: str, allowed: tuple[str, ...]) -> None:
    from agent.errors import UsageError

    if given not in allowed:
        raise UsageError(f"{option} {given}: use {', '.join(allowed)}")


def _bytes_of(name: str) -> bytes:
    from agent.errors import PlanError

    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise PlanError(f"{name}: cannot be read ({error.strerror}).") from None


def _write(results: list, output: str, out: Path | None) -> None:  # type: ignore[type-arg]
    from agent.review.outputs import as_json, as_text, skipped_rows

    for line in skipped_rows(results):
        print(line, file=sys.stderr)

    if output == "xlsx":
        from agent.review.comments import commented

        for result in results:
            name = Path(result.checked.name if result.checked.name != "-" else "stdin")
            target = (
                out if out is not None and len(results) == 1 else name.with_name(f"{name.stem}.checked.xlsx")
            )
            target.write_bytes(commented(result))
            print(f"{target}", file=sys.stderr)
        return
    if output == "sarif":
        from agent.review.sarif import as_sarif

        written = as_sarif(results)
    else:
        written = as_json(results) if output == "json" else as_text(results)
    if out is not None:
        out.write_text(written, encoding="utf-8")
    else:
        sys.stdout.write(written)


def rules(
    rule: Annotated[str | None, typer.Argument(help="Id of one rule, e.g. S01.", show_default=False)] = None,
    lang: Annotated[str, typer.Option(help="ja or en.")] = "ja",
    as_json: Annotated[bool, typer.Option("--json", help="For scripts.")] = False,
) -> None:
    """List the rules of the SMART review, or explain one with good and bad examples in both languages."""
    import json

    from agent.review.explain import catalogue, explanation

    _one_of("--lang", lang, ("ja", "en"))
    if rule is None:
        listed = catalogue(lang)
        if as_json:
            print(json.dumps(listed, ensure_ascii=False, indent=2))
        else:
            for entry in listed:
                print(f"{entry['id']}  {entry['severity']:<8} {entry['title']}")
        return
    if as_json:
        print(json.dumps(explanation(rule, lang), ensure_ascii=False, indent=2))
        return
    told = explanation(rule, lang)
    print(
        f"{told['id']}  {told['severity']}  {told['title']}\n\n{told['message']}\n{told['question']}\n{told['hint']}\n"
    )
    for language in ("ja", "en"):
        for quality in ("bad", "good"):
            for example in told[quality][language]:
                print(f"[{language}] {quality}: {example}")
