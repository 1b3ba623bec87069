"""The forms of data/deciders_*.toml, compiled once, lists filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from agent.people.lexicon import table
from agent.people.statements import MARK

_LIST = re.compile(r"«(\w+)»")
_ADDRESS = r"(?: (?:[Mm]a['’]am|[Ss]ir|[Mm]adam|ji|[Ss]aab|[Ss]an|-san))?"
"""What Indian and Singaporean English puts behind a name."""
_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龥]")


@dataclass(frozen=True, slots=True)
class Form:
    """One way of saying who decides. `pattern` has the group "who": a mark, or a word that stands for one."""

    weight: float
    denies: bool
    body: bool
    ours: bool  # counts only near words for our contract or its money
    takes_up: bool  # says no verb of its own: counts only behind a sentence about who decides
    pattern: re.Pattern[str]


@cache
def forms(language: str) -> tuple[Form, ...]:
    """All forms of "ja" or "en"."""
    data = table(f"deciders_{language}")
    words: dict[str, list[str]] = data["words"]
    return tuple(
        Form(
            float(form["weight"]),
            form.get("not", False),
            form.get("body", False),
            form.get("ours", False),
            form.get("takes_up", False),
            re.compile(_filled(_holders_in(pattern, words), words)),
        )
        for form in data["form"]
        for pattern in form["patterns"]
    )


@cache
def stands_for(language: str, name: str) -> re.Pattern[str]:
    """The words of a list ("me", "other", "there") that stand for somebody, as one pattern."""
    return re.compile("|".join(table(f"deciders_{language}")["words"][name]))


def language_of(text: str) -> str:
    """ "ja" where a sentence has any Japanese character."""
    return "ja" if _JAPANESE.search(text) else "en"


def _holders_in(pattern: str, words: dict[str, list[str]]) -> str:
    """{P} becomes the group of the one looked for, {M} the class of all marks."""
    others = [*words["me"], *words["other"], *words["there"]]
    inside = MARK[1:-1]
    head, found, tail = pattern.partition("{P}")
    if found:
        pattern = f"{head}(?P<who>{MARK}|{'|'.join(others)}){_ADDRESS}{tail}"
    return (
        pattern.replace("[^。、{M}]", f"[^。、{inside}]")
        .replace("[^。{M}]", f"[^。{inside}]")
        .replace("[^.{M}]", f"[^.{inside}]")
        .replace("{M}", MARK)
        .replace("{P}", MARK)
    )


def _filled(pattern: str, words: dict[str, list[str]]) -> str:
    while "«" in pattern:
        pattern = _LIST.sub(lambda found: f"(?:{'|'.join(words[found[1]])})", pattern)
    return pattern
