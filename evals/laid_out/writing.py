"""What a layout is."""

from __future__ import annotations

from collections.abc import Callable

from evals.laid_out.facts import Facts

Layout = Callable[[Facts], list[str]]
"""Facts to the lines of one note."""
