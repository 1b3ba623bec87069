"""Pages that do not print the customer's name and yet are the customer's: the notes know the people they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from agent.people.types import Form, Mention, Side, Source

ELSEWHERE = "page of another house"
"""`Mention.why_side` of names on a public page that seems to be about another company."""
LEAST_KNOWN, LEAST_SHARE = 2, 0.3
"""How many names of the page the notes have to know, and which part of all its names."""


def own_pages(named: Sequence[Mention], sources: Sequence[Source]) -> None:
    """Takes the mark of another house from the names of a page several of whose people the notes speak of.

    A notice of appointments is the customer's own then, with everybody in it.
    """
    public = {s.index for s in sources if s.public}
    noted = {
        m.family
        for m in named
        if m.doc not in public and m.side not in (Side.OURS, Side.THIRD) and m.form is not Form.AUTHOR
    }
    pages: dict[int, list[Mention]] = defaultdict(list)
    for mention in named:
        if mention.doc in public and mention.family:
            pages[mention.doc].append(mention)
    for mentions in pages.values():
        families = {m.family for m in mentions}
        known = len(families & noted)
        if known < LEAST_KNOWN or known < LEAST_SHARE * len(families):
            continue
        notice = any(m.form is Form.NOTICE for m in mentions)
        for mention in mentions:
            if mention.why_side == ELSEWHERE or (notice and mention.side is Side.UNKNOWN):
                mention.side, mention.why_side = Side.CUSTOMER if notice else Side.UNKNOWN, ""
