"""A plan as files: plan.json and the texts its citations point into, and the formats people read."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from agent.errors import ConfigurationError
from agent.export.compose import compose
from agent.export.markdown import markdown
from agent.export.never_overwrite import OutputFolder, Written
from agent.export.page import page
from agent.export.spreadsheet import spreadsheet
from agent.export.word_file import word_file
from agent.models.plan import SuccessPlan
from connectors.interface import Document

__all__ = ["FORMATS", "OutputFolder", "Written", "plan_json", "write_plan"]

FORMATS = ("json", "xlsx", "md", "html", "docx")
"""Names of `--format`; plan.json is always written."""


def write_plan(
    plan: SuccessPlan, documents: Sequence[Document], out: Path, formats: Sequence[str] = ("json",)
) -> list[Written]:
    """Write texts/<source_id>.txt, plan.json and the formats asked for into `out`; the files in that order.

    A file edited since it was written is kept (`Written.kept_human_edit`) and the new one named "plan.new-2.xlsx".
    Texts are exact: UTF-8, "\\n" as in the canonical text. Raises ConfigurationError for an unknown format.
    """
    unknown = [name for name in formats if name not in FORMATS]
    if unknown:
        raise ConfigurationError(f"--format {','.join(unknown)}: use {', '.join(FORMATS)}")
    folder = OutputFolder(out)
    written = [
        folder.write(f"texts/{document.source_id}.txt", document.text.encode("utf-8", "replace"))
        for document in documents
    ]
    written.append(folder.write("plan.json", plan_json(plan)))
    layout = compose(plan)
    makers: dict[str, Callable[[], bytes]] = {
        "xlsx": lambda: spreadsheet(layout, plan.as_of),
        "md": lambda: markdown(layout).encode(),
        "html": lambda: page(layout).encode(),
        "docx": lambda: word_file(layout, plan.as_of),
    }
    written += [
        folder.write(f"plan.{name}", makers[name]()) for name in FORMATS if name in formats and name in makers
    ]
    return written


def plan_json(plan: SuccessPlan) -> bytes:
    """plan.json: keys in the contract's order, two spaces, no escapes for Japanese, one line end at the end."""
    return (json.dumps(plan.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n").encode(
        "utf-8", "replace"
    )
