"""The command line. Every command's own imports happen when it runs, so `banso --help` stays quick."""

from __future__ import annotations

import sys
from importlib.metadata import entry_points

import typer

from agent.cli import ask, check, demo, draft, index, schema, who
from agent.errors import BansoError

app = typer.Typer(
    name="banso",
    help=(
        "Banso (伴走) drafts a success plan from an account folder: every statement cited, "
        "every unknown a blank with a question.\n\nアカウントフォルダから、出典つきのサクセスプランを下書きします。"
    ),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
)
app.command("draft")(draft.draft)
app.command("demo")(demo.demo)
app.command("check")(check.check)
app.command("rules")(check.rules)
app.command("ask")(ask.ask)
app.command("index")(index.index)
app.command("who")(who.who)
app.command("schema")(schema.schema)

COMMAND_GROUP = "banso.commands"
"""Entry points that add commands from outside agent; evals comes in this way, so agent never imports it."""


def _add_outside_commands() -> None:
    for entry in entry_points(group=COMMAND_GROUP):
        app.add_typer(entry.load(), name=entry.name)


def main() -> None:
    """Run the command line: one line and the exit code for every error raised on purpose, never a traceback."""
    _add_outside_commands()
    try:
        app()
    except BansoError as error:
        print(f"banso: {error}", file=sys.stderr)
        raise SystemExit(error.exit_code) from None
    except KeyboardInterrupt:
        print("banso: stopped / 中断しました", file=sys.stderr)
        raise SystemExit(130) from None
