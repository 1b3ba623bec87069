"""Small accounts of one theme, scored as packs: `python -m evals.small_accounts [--theme THEME] [--held-out] [--keep DIR]`.

One to three short notes each, whose gold is complete for its theme (`datasets/small_accounts/<theme>.jsonl`, and by other
writers `<theme>_held_out.jsonl`, of which totals alone are looked at). They show what a whole account, which tells
most things more than once, hides: how a single telling is read.
"""

from __future__ import annotations

import json
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from evals.datasets.load import load_dataset
from evals.interface import Settings
from evals.scored_folder import means_of, scored

FIELDS = {
    "decision": ("decision_path", "budget"),
    "people": ("people",),
    "commitments": ("commitments", "contradictions", "risks"),
    "goals": ("goals", "tools", "promises"),
}
"""Scored fields of a theme, by how their names begin."""


def small_accounts(theme: str, held_out: bool = False) -> Iterator[dict[str, Any]]:
    """`id`, `account`, `files` (name → text) and `gold` of every account of a theme."""
    folder = load_dataset("small_accounts", Settings()).location
    path = folder / (f"{theme}_held_out.jsonl" if held_out else f"{theme}.jsonl")
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def write_pack(one: dict[str, Any], to: Path) -> Path:
    """The account as a pack's folder below `to`."""
    folder = to / str(one["id"])
    (folder / "sources").mkdir(parents=True)
    for name, text in one["files"].items():
        (folder / "sources" / name).write_text(text, encoding="utf-8")
    for name in ("account", "gold"):
        words = yaml.safe_dump(one[name], allow_unicode=True, sort_keys=False)
        (folder / f"{name}.yaml").write_text(words, encoding="utf-8")
    return folder


def main() -> None:
    """Write, score, print the means of each theme."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--theme", choices=list(FIELDS))
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--keep", type=Path, help="folder to keep the accounts and the logs in")
    given = parser.parse_args()
    for theme in [given.theme] if given.theme else list(FIELDS):
        with tempfile.TemporaryDirectory() as scratch:
            to = (given.keep or Path(scratch)) / theme
            for one in small_accounts(theme, given.held_out):
                write_pack(one, to / "packs")
            items = scored(to / "packs", to / "log.jsonl")
        print(f"{theme}: {len(items)} accounts")
        for field, (mean, count) in means_of(items, FIELDS[theme]).items():
            print(f"  {field:32} {mean:.3f} ({count})")


if __name__ == "__main__":
    main()
