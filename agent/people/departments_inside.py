"""A department read into a name: 「新海製造部長」 is 新海, head of 製造, where 新海 is a family name."""

from __future__ import annotations

from collections.abc import Sequence

from agent.people.lexicon import table
from agent.people.names import is_family
from agent.people.types import Mention, Phrase

LEAST = 2
"""Characters of the shortest family name a department is cut from."""


def cut_departments(mentions: Sequence[Mention]) -> None:
    """Takes the word for a department off the end of names that stand before a title.

    A name that is a family name as it stands is left alone, and so is one whose rest is none.
    """
    known = {mention.family for mention in mentions if mention.family and mention.given}
    for mention in mentions:
        family = mention.family
        if not family or mention.latin or mention.given or mention.title is None or is_family(family):
            continue
        for word in sorted(table("departments")["bare"], key=len, reverse=True):
            rest = family.removesuffix(word)
            if rest == family or len(rest) < LEAST or not (is_family(rest) or rest in known):
                continue
            if not mention.surface.endswith(word):
                continue
            at = mention.end - len(word)
            mention.family, mention.surface = rest, mention.surface.removesuffix(word)
            mention.end = at
            if mention.department is None:
                mention.department = Phrase(word, at, at + len(word))
            break
