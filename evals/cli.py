"""`banso eval`: run tasks, compare runs, write the report, judge against the baseline."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

if TYPE_CHECKING:
    from evals.interface import Settings
    from evals.runs.log import Run

FAILED = 1
LOGS = Path("runs") / "evals"


class EvalGroup(TyperGroup):
    """`banso eval people --json` runs tasks; `banso eval compare …` is a command of its own."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            args = ["run", *args]
        args = args or ["run"]
        expanded: list[str] = []
        for i, arg in enumerate(args):
            expanded.append(arg)
            following = args[i + 1] if i + 1 < len(args) else "--"
            if arg == "--json" and following.startswith("--"):
                expanded.append("-")
        return super().parse_args(ctx, expanded)


app = typer.Typer(
    cls=EvalGroup,
    help="Score drafts against reviewed gold, field by field. Without a command: run the tasks named.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.command()
def run(
    tasks: Annotated[
        list[str] | None, typer.Argument(help="Tasks; none: all. `banso eval tasks` lists them.")
    ] = None,
    packs: Annotated[
        Path | None, typer.Option(help="Account packs (folders with gold.yaml) to score on.")
    ] = None,
    drafts: Annotated[
        Path | None, typer.Option(help="Score <drafts>/<pack>/plan.json instead of drafting.")
    ] = None,
    model: Annotated[
        str, typer.Option(help="Model to draft with, asked at BANSO_BASE_URL; none: rules alone.")
    ] = "none",
    sample: Annotated[
        int | None, typer.Option(min=1, help="Only this many items a task (seeded choice).")
    ] = None,
    size: Annotated[int | None, typer.Option(min=1, help="Items to make, for generated sets.")] = None,
    seed: Annotated[int, typer.Option(help="Seed of choices and generated sets.")] = 20261120,
    shared: Annotated[Path | None, typer.Option(help="Folder of the sets outside the project.")] = None,
    json_to: Annotated[
        str | None, typer.Option("--json", metavar="[FILE]", help="Figures as JSON; '-' or nothing: stdout.")
    ] = None,
    log: Annotated[
        Path | None, typer.Option(help="Run log (JSON lines). Default: runs/evals/….jsonl")
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Keep finished items of an equal earlier log.")
    ] = False,
    by_item: Annotated[
        bool, typer.Option("--by-item", help="A column per item (pack, filing) as well.")
    ] = False,
    jobs: Annotated[int, typer.Option(min=1, help="Processes that share the items.")] = 2,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
) -> None:
    """Run tasks and print their figures with 95% intervals.

    Examples:

      banso eval people --packs my-packs --json figures.json
      banso eval --sample 3 --log runs/today.jsonl --resume
    """
    from evals.interface import Settings
    from evals.runs.execute import execute, git_revision, settings_digest
    from evals.runs.show import figures_json, figures_text

    settings = Settings(model, sample, seed, size, packs, drafts, shared)
    names = _known(tasks)
    revision, _ = git_revision()
    path = log or LOGS / f"{revision}-{settings_digest(names, settings)}.jsonl"
    result = execute(names, settings, path, resume, _progress(quiet), jobs)
    print(f"log: {path}", file=sys.stderr)
    if json_to is not None:
        text = figures_json(result)
        if json_to == "-":
            print(text)
        else:
            Path(json_to).write_text(text + "\n", encoding="utf-8")
    if json_to != "-":
        print(figures_text(result, by_item))


@app.command("tasks")
def list_tasks() -> None:
    """List the tasks and whether they can be scored here."""
    from evals.datasets.load import load_dataset
    from evals.interface import NotScored, Settings
    from evals.tasks import TASK_NAMES, VIEW_NAMES, load_task

    for name in (*TASK_NAMES, *VIEW_NAMES):
        try:
            task = load_task(name)
            for dataset in task.datasets:
                load_dataset(dataset, Settings())
            print(f"{name:12} {task.about}")
        except NotScored as reason:
            print(f"{name:12} not scored here: {reason}")


@app.command("compare")
def compare_runs(
    before: Annotated[Path, typer.Argument(help="Log of the earlier run.")],
    after: Annotated[Path, typer.Argument(help="Log of the later run.")],
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Say what two runs of the same items differ in, paired by item.

    Example: banso eval compare runs/before.jsonl runs/after.jsonl
    """
    from evals.runs.compare import compare
    from evals.runs.show import comparison_json, comparison_text

    comparison = compare(_read(before), _read(after))
    print(comparison_json(comparison) if as_json else comparison_text(comparison))


@app.command()
def report(
    log: Annotated[Path, typer.Argument(help="Log of the run to show.")],
    against: Annotated[
        Path | None, typer.Option(help="Log to compare with. Default: the committed baseline.")
    ] = None,
    out: Annotated[Path, typer.Option(help="Where the page goes.")] = Path("eval-report.html"),
    lang: Annotated[str, typer.Option(help="Language of the page: en or ja.")] = "en",
) -> None:
    """Write one HTML page: tables, a bar per field, what got worse and the words behind it.

    Example: banso eval report runs/today.jsonl --against runs/last-week.jsonl
    """
    from evals.runs.gate import BASELINE
    from evals.runs.report import render

    other = against or (BASELINE if BASELINE.is_file() else None)
    out.write_text(render(_read(log), _read(other) if other else None, lang), encoding="utf-8")
    print(out)


@app.command()
def gate(
    log: Annotated[
        Path | None, typer.Option(help="Judge this run instead of running the fast tasks.")
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(help="Log to judge against. Default: the committed one.")
    ] = None,
    allowed_loss: Annotated[float, typer.Option(help="Certain loss of a share that is allowed.")] = 0.01,
    update: Annotated[bool, typer.Option("--update", help="Write the run as the new baseline.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
) -> None:
    """Exit 1 when the fast tasks got certainly worse than the baseline, or a must-not-break item broke.

    Example: banso eval gate
    """
    from evals.interface import NotScored, Settings
    from evals.runs.execute import execute
    from evals.runs.gate import BASELINE, judge
    from evals.runs.log import run_lines, write_lines
    from evals.runs.show import verdict_text
    from evals.tasks import TASK_NAMES, load_task

    def is_fast(name: str) -> bool:
        try:
            return load_task(name).fast
        except NotScored:
            return False

    path = baseline or BASELINE
    if log:
        result = _read(log)
    else:
        names = [name for name in TASK_NAMES if is_fast(name)]
        result = execute(names, _gate_settings(Settings), on_progress=_progress(quiet), jobs=2)
    if update:
        write_lines(path, run_lines(result, details=False))
        print(f"{path}: {len(result.items)} items", file=sys.stderr)
        return
    verdict = judge(_read(path), result, allowed_loss)
    print(verdict_text(verdict))
    if not verdict.passed:
        raise typer.Exit(FAILED)


def _gate_settings(settings: type[Settings]) -> Settings:
    """Small generated sets and embedded data alone, so that the gate judges the same items everywhere."""
    return settings(size=2000, shared=Path("no-shared-data"))


def _known(tasks: list[str] | None) -> list[str]:
    from agent.errors import UsageError
    from evals.tasks import TASK_NAMES, VIEW_NAMES

    for name in tasks or []:
        if name not in TASK_NAMES + VIEW_NAMES:
            raise UsageError(f"no task {name!r}. Tasks: {', '.join(TASK_NAMES + VIEW_NAMES)}")
    return list(tasks or TASK_NAMES)


def _read(path: Path) -> Run:
    from agent.errors import UsageError
    from evals.runs.log import read_run

    try:
        return read_run(path)
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: {error}") from None


def _progress(quiet: bool) -> Any:
    return (lambda _line: None) if quiet else (lambda line: print(line, file=sys.stderr, flush=True))
