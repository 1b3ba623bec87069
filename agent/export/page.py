"""plan.html: one page without scripts, styles or pictures from anywhere else."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from importlib.resources import files
from typing import Any

from agent.export.layout import Layout
from agent.export.safe_text import for_xml
from agent.messages import text


def page(layout: Layout) -> str:
    """The page. Everything that comes from the plan is escaped; links lead only within the page."""
    from jinja2 import Environment

    template = files(__package__).joinpath("page.html.j2").read_text(encoding="utf-8")
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    clean = _cleaned(layout)
    note = text("export.sources_note", layout.language)
    return environment.from_string(template).render(layout=clean, note=note) + "\n"


def _cleaned(node: Any) -> Any:
    """The same layout without characters HTML cannot hold."""
    if isinstance(node, str):
        return for_xml(node)
    if isinstance(node, tuple):
        return tuple(_cleaned(entry) for entry in node)
    if is_dataclass(node) and not isinstance(node, type):
        return replace(node, **{item.name: _cleaned(getattr(node, item.name)) for item in fields(node)})
    return node
