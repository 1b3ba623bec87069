"""Loose words that are only part of a name in English: support tickets, quality manual, improvement ideas."""

from __future__ import annotations

import re

from agent.calendar.patterns import regex
from agent.goals.words import compiled, pattern_of, words

_AFTER = compiled(tuple(words("en", "vague", "compound_after")), "en")
_COUNTED_AFTER = regex(r" than (?:\d|half)|[ -]days?(?![a-z])", re.I)
_BEFORE = {"support": ("with", "from", "by", "via", "our", "the", "customer", "tech", "technical", "and"), "drive": ("shared", "google", "hard", "test", "network", "flash", "c:")}  # fmt: skip
"""tech support, shared drive: the word before makes it a name."""


_NOUNS_TOO = frozenset(
    (
        "address",
        "handle",
        "push",
        "care",
        "scale",
        "try",
        "aim",
        "tackle",
        "monitor",
        "boost",
        "uplift",
        "spread",
        "polish",
        "address",
        "discuss",
        "attempt",
    )
)
_VERB_COMES = regex(
    r"(?:[,;:.()-]|(?<![a-z])(?:to|and|or|will|shall|must|should|can|please|we|then|also|not|help|helps|[A-Z][a-z]+))$"
)
"""invoice address, on a scale: a noun, unless a word before says that a verb comes."""


def is_name_part(text: str, match: re.Match[str]) -> bool:
    """True when the loose word belongs to the name of a thing."""
    after = text[match.end() : match.end() + 1]
    if after in (" ", "-") and after and _AFTER.match(text, match.end() + 1):
        return True
    if _COUNTED_AFTER.match(text, match.end()):
        return True
    word = match.group().lower()
    lead = text[: match.start()].rstrip()
    if word in _NOUNS_TOO and lead and not _VERB_COMES.search(lead):
        return True
    before = text[: match.start()].rstrip().rpartition(" ")[2].lower()
    return before in _BEFORE.get({"driving": "drive"}.get(word, word), ())


def loose_verb(text: str) -> re.Match[str] | None:
    """The first loose verb that is no part of a name."""
    found = pattern_of("en", "vague", "verbs").finditer(text)
    return next((match for match in found if not is_name_part(text, match)), None)
