"""`banso gold`: golds made from approved plans, compared between reviewers, brought to the present version."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

app = typer.Typer(
    help="Reviewed truth about accounts: make it from use, compare reviewers, migrate.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.command("from-approved")
def from_approved(
    account: Annotated[Path, typer.Argument(help="Account folder (account.yaml and sources/).")],
    out: Annotated[Path, typer.Option(help="Folder the pack is written to.")],
    plan: Annotated[
        Path | None,
        typer.Option(help="The approved or corrected plan.json. Default: <account>/plan/plan.json."),
    ] = None,
    reviewer: Annotated[
        str | None, typer.Option(help="Who approved it, where the plan does not say.")
    ] = None,
    anonymise: Annotated[
        bool, typer.Option("--anonymise", help="Replace persons and companies by invented ones.")
    ] = False,
    hide: Annotated[
        list[str] | None,
        typer.Option(help="A further person or company to replace (repeat), e.g. a colleague."),
    ] = None,
) -> None:
    """Turn a manager-approved plan and its sources into a gold pack.

    Example: banso gold from-approved accounts/acme --out packs/acme --reviewer "CS manager"
    """
    from agent.errors import UsageError
    from evals.gold.write_pack import write_pack

    plan_file = plan or account / "plan" / "plan.json"
    for path in (account / "account.yaml", plan_file):
        if not path.is_file():
            raise UsageError(f"{path}: not there. Draft the account first, or name the plan with --plan.")
    if (out / "gold.yaml").exists():
        raise UsageError(
            f"{out / 'gold.yaml'}: exists already and may hold a person's work. Choose another --out."
        )
    left_out = write_pack(account, plan_file, out, reviewer, anonymise, hide or [])
    for name in left_out:
        print(f"left out, names could not be replaced in it: {name}", file=sys.stderr)
    print(out / "gold.yaml")


@app.command()
def review(
    first: Annotated[Path, typer.Argument(help="One reviewer's gold.yaml.")],
    second: Annotated[Path, typer.Argument(help="The other reviewer's.")],
    decisions: Annotated[
        Path, typer.Option(help="Where decisions are kept; decided ones are never lost.")
    ] = Path("adjudication.yaml"),
    apply: Annotated[
        Path | None, typer.Option(help="Write the settled gold here; fails while a place is open.")
    ] = None,
) -> None:
    """List the places where two reviewers disagree and keep what was decided (decided: a or b, accept_both, why).

    Exit 1 while a place is not decided. Example: banso gold review anna.yaml ben.yaml
    """
    import yaml

    from agent.models.gold import Adjudication
    from evals.gold.disagreements import adjudicated, carry_over, disagreements

    one, two = _load(first), _load(second)
    before: list[Any] = []
    if decisions.is_file():
        before = yaml.safe_load(decisions.read_text(encoding="utf-8")) or []
    found = carry_over(disagreements(one, two), [Adjudication.model_validate(entry) for entry in before])
    _write_yaml(decisions, [entry.model_dump(mode="json") for entry in found])
    still_open = [entry for entry in found if entry.decided not in {"a", "b"}]
    for entry in found:
        print(f"{entry.decided or 'open':5} {entry.path}: {entry.a!r} / {entry.b!r} {entry.why}".rstrip())
    print(f"{len(found)} disagreements, {len(still_open)} open; decisions in {decisions}", file=sys.stderr)
    if still_open:
        raise typer.Exit(1)
    if apply:
        _write_yaml(apply, adjudicated(one, two, found).model_dump(mode="json"))
        print(apply)


@app.command()
def migrate(
    files: Annotated[list[Path], typer.Argument(help="gold.yaml files, rewritten in place.")],
) -> None:
    """Bring gold files of older schema versions to the present one; comments in them are lost.

    Example: banso gold migrate packs/*/gold.yaml
    """
    for path in files:
        gold = _load(path)
        _write_yaml(path, gold.model_dump(mode="json"))
        print(f"{path}: {gold.schema_version}")


def _load(path: Path) -> Any:
    import yaml

    from agent.errors import UsageError
    from agent.models.gold import Gold
    from evals.gold.migrate import migrate as migrated

    try:
        return Gold.model_validate(migrated(yaml.safe_load(path.read_text(encoding="utf-8"))))
    except (OSError, ValueError, AttributeError, TypeError, yaml.YAMLError) as error:
        raise UsageError(f"{path}: {error}") from None


def _write_yaml(path: Path, data: Any) -> None:
    import yaml

    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=110), encoding="utf-8")
