"""Words of sources made harmless for the format they go into: a file may hold anything, an export must not run it."""

from __future__ import annotations

import html
import re

CELL_LIMIT = 32_767
"""Longest text of an Excel cell (ECMA-376, ST_Xstring as Excel enforces it)."""

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]|~])")
_AT_LINE_START = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|=+$|-+$|\d+[.)](?=\s|$))")


def for_xml(words: str) -> str:
    """Without characters XML 1.0 cannot hold (control characters, lone surrogates)."""
    return _NOT_XML.sub("", words)


def for_cell(words: str) -> str:
    """Text of a spreadsheet cell, cut with an ellipsis at the limit."""
    clean = for_xml(words)
    return clean if len(clean) <= CELL_LIMIT else clean[: CELL_LIMIT - 1] + "…"


def looks_like_formula(words: str) -> bool:
    """True for text that a spreadsheet would run when somebody enters it again or opens it as CSV."""
    return words.startswith(_FORMULA)


def for_markdown(words: str) -> str:
    """One line of Markdown that shows exactly these words: no markup, no HTML, no link."""
    line = " ".join(for_xml(words).split("\n"))
    escaped = _MARKDOWN.sub(r"\\\1", html.escape(line, quote=False))
    escaped = _AT_LINE_START.sub(lambda found: found[1] + _entity(found[2]), escaped)
    escaped = escaped.replace("://", "&#58;//").replace("@", "&#64;")
    return re.sub(r"(?i)\b(www|mailto)([.:])", lambda found: found[1] + _entity(found[2]), escaped)


def _entity(mark: str) -> str:
    return mark[:-1] + f"&#{ord(mark[-1])};"
