"""Signs of risk in one sentence, by kind: frames of wording, less what the same clause denies or says to be settled."""

from __future__ import annotations

import re
from functools import cache

from agent.drafting.notes.frames import frames
from agent.drafting.notes.predicates import clause_around, is_japanese, is_negated
from agent.drafting.notes.tools.products import with_products
from agent.models.plan import RiskKind
from agent.renewal.cues import cues

PACKAGE = "agent.drafting.notes.risks"
FILES = ("signs", "signs_spoken")
SPECIFIC: tuple[RiskKind, ...] = (
    "budget", "eb_unknown", "competitor", "low_usage", "reorg", "value_unproven", "price", "security",
)  # fmt: skip
CUES = cues(PACKAGE, "risks")
LACKING = frozenset({"eb_unknown", "low_usage", "value_unproven"})
"""Kinds whose wordings say that something is missing: a negation after them belongs to the sign."""
OWN = re.compile(r"うち(?:も|は|で|の|に|が)|弊社|当院|当校|本校|わが社|我が社|\b(?:we|us|our)\b", re.I)
ASKS = re.compile(r"か(?!も|ら|な)")
TAIL = 12
"""Characters after a sign within which its own negation stands ("異動の予定はない")."""
WORDS_BEFORE = re.compile(r"(?:[\w’'-]+[ ,]+){0,4}$")


def signs_in(text: str, not_rivals: frozenset[str] = frozenset()) -> set[RiskKind]:
    """Kinds of risk that the sentence shows. `not_rivals` are names that are no other product: people, ours.

    "other" is what hinders us beside the named kinds, so it is given only where none of those is, and not for a question.
    """
    language = "ja" if is_japanese(text) else "en"
    found: set[RiskKind] = {kind for kind in SPECIFIC if _shown(kind, language, text, not_rivals)}
    if found or text.rstrip('」』"” ').endswith(("?", "？")):
        return found
    return {"other"} if _shown("other", language, text, not_rivals) else set()


def speaks_of_leaving(text: str) -> bool:
    """Somebody changes post, goes on leave or leaves, and the clause does not deny it."""
    language = "ja" if is_japanese(text) else "en"
    return any(
        _stands(text, found, language)
        for frame in _frames("leave", language)
        for found in frame.finditer(text)
    )


def names_the_drive(text: str) -> bool:
    """Words for somebody who carries the use of the product: got everyone using it, did all the talking."""
    return any(frame.search(text) for frame in _frames("drives", "ja" if is_japanese(text) else "en"))


def asks_who_decides(text: str) -> bool:
    """A question after who decides, signs or approves."""
    return any(frame.search(text) for frame in _frames("asks_decider", "ja" if is_japanese(text) else "en"))


def does_not_know(text: str) -> bool:
    """An answer that says that the one asked does not know."""
    return any(frame.search(text) for frame in _frames("not_known", "ja" if is_japanese(text) else "en"))


def speaks_of_successor(text: str) -> bool:
    """Who comes after somebody, or that nobody does."""
    return any(frame.search(text) for frame in _frames("successor", "ja" if is_japanese(text) else "en"))


def changes_structure(text: str) -> bool:
    """Units merge, close, are split or moved; a new head alone changes no structure."""
    return any(frame.search(text) for frame in _frames("structure", "ja" if is_japanese(text) else "en"))


def _shown(kind: str, language: str, text: str, not_rivals: frozenset[str]) -> bool:
    masked = with_products(text, not_rivals) if kind == "competitor" else text
    in_frames = (
        _stands(masked, m, language, kind == "eb_unknown") and not _is_another_s(masked, m, language, kind)
        for frame in _frames(kind, language)
        for m in frame.finditer(masked)
    )
    return any(in_frames) or any(
        _stands(text, m, language, kind in LACKING) and not _is_another_s(text, m, language, kind)
        for m in CUES[kind].finditer(text)
    )


def _stands(text: str, found: re.Match[str], language: str, lacking: bool = False) -> bool:
    """False when the clause denies the sign, or says that the matter is settled."""
    start, end = found.span()
    first, last = clause_around(text, start, end)
    if is_negated(found[0]):
        return not (ASKS.match(text, end) and found[0].endswith("ない"))  # "isn't it …?"
    if any(f.search(text, start, last) for f in _frames("settled", language)):
        return False
    if language == "ja":
        if "しか" in text[max(start, end - 3) : end + 3]:  # "only", which always goes with a negation
            return True
        return lacking or not is_negated(re.split(r"[、。」]", text[end : min(last, end + TAIL)])[0])
    before = WORDS_BEFORE.search(text, first, start)
    return lacking or not is_negated(before[0] if before else "")


def _is_another_s(text: str, found: re.Match[str], language: str, kind: str) -> bool:
    """The clause tells of another organisation, or (but for offers of others) of somebody's relative or past job."""
    first, _ = clause_around(text, *found.span())
    keys = ("elsewhere",) if kind == "competitor" else ("elsewhere", "kin")
    told = (
        m
        for key in keys
        for frame in _frames(key, language)
        for m in frame.finditer(text, first, found.end())
    )
    return any(not OWN.search(text, other.end(), found.start()) for other in told)


@cache
def _frames(kind: str, language: str) -> tuple[re.Pattern[str], ...]:
    """Frames of a kind in every file that has the kind."""
    found: tuple[re.Pattern[str], ...] = ()
    for name in FILES:
        try:
            found += frames(PACKAGE, name, language, kind)
        except KeyError:
            continue
    return found
