"""Any of many words as one pattern: a prefix tree, since Python tries alternatives one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from agent.calendar.patterns import ready_group

_Tree = dict[str, "_Tree"]
_END = ""


def alternation(listed: Iterable[str]) -> str:
    """One group that matches any of the words, longest first, sharing prefixes."""
    words = list(listed)
    return ready_group(words) or grouped(words)


def grouped(listed: list[str]) -> str:
    """The same, made here."""
    tree: _Tree = {}
    for word in listed:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return _branch(tree)


def _branch(tree: _Tree) -> str:
    options = [re.escape(letter) + _branch(rest) for letter, rest in sorted(tree.items()) if letter != _END]
    if not options:
        return ""
    singles = [option for option in options if len(option) == 1]
    if len(singles) == len(options) > 1:
        joined = "[" + "".join(singles) + "]"
    else:
        joined = options[0] if len(options) == 1 and _END not in tree else "(?:" + "|".join(options) + ")"
    if _END not in tree:
        return joined
    return f"(?:{joined})?" if len(joined) > 1 else f"{joined}?"
