"""Candidates of one language: the reader each language has."""

from __future__ import annotations

from collections.abc import Sequence

from agent.people.likely_names import candidates_ja
from agent.people.likely_names.types import Candidate, Language
from agent.people.parties import Parties
from agent.people.types import Mention, Source

LANGUAGES: tuple[Language, ...] = ("ja",)
"""Languages with a reader of candidates."""


def candidates_of(
    language: Language, sources: Sequence[Source], parties: Parties, known: Sequence[Mention]
) -> list[Candidate]:
    """Candidates of all sources of a language; `known` are the mentions the rules found."""
    if language == "ja":
        return candidates_ja.candidates(sources, parties, known)
    return []
