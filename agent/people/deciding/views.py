"""Statements with the titles that a line gives to somebody marked as that person."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from agent.people.statements import FIRST_MARK, Ref, Statement

Titles = Mapping[tuple[int, str], int]
"""Document and title as written → person."""


def with_titles_named(statements: Sequence[Statement], titles: Titles) -> list[Statement]:
    """The statements with titles that a line resolves marked as their holder, where nothing else marks them."""
    if not titles:
        return list(statements)
    out: list[Statement] = []
    for statement in statements:
        words = {title: person for (doc, title), person in titles.items() if doc == statement.doc}
        out.append(_named(statement, words))
    return out


def _named(statement: Statement, words: Mapping[str, int]) -> Statement:
    marked, refs = statement.marked, list(statement.refs)
    for word in sorted(words, key=len, reverse=True):
        pattern = re.compile(
            rf"(?:(?<=[新現今])|(?<![一-龥ァ-ヶー])){re.escape(word)}(?![一-龥ァ-ヶー])|(?<![一-龥]){re.escape(word)}(?=決裁|承認|判断|案件|マター|次第)"
        )
        if pattern.search(marked):
            marked = pattern.sub(chr(FIRST_MARK + len(refs)), marked)
            refs.append(Ref("person", words[word]))
    if len(refs) == len(statement.refs):
        return statement
    return replace(statement, marked=marked, refs=tuple(refs))
