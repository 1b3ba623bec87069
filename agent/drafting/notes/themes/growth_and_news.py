"""Whether a sentence shows room for wider use, and whether it tells of an event at the customer."""

from __future__ import annotations

import re
from functools import cache

from agent.drafting.notes.frames import frames
from agent.drafting.notes.predicates import clause_around, is_japanese, is_negated
from agent.drafting.notes.risks.signs import speaks_of_leaving
from agent.renewal.cues import cues

PACKAGE, FILES = "agent.drafting.notes.themes", ("growth_and_news", "growth_spoken")
CUES = cues(PACKAGE, "themes")
ANNOUNCES = re.compile(
    r"お知らせ|知らせいたし|(?:下記|次|以下)の(?:とおり|通り)|^[^。、]{0,16}付[^。、ぁ-ん]{0,8}$"
    r"|\bfollowing\b|\bannounc(?:es|ed|ing)\b|\bpleased to\b",
    re.I,
)


def grows(text: str) -> bool:
    """Another unit, more seats, or another use is wished for, and the clause does not deny it; or seats run short."""
    language = "ja" if is_japanese(text) else "en"
    offered = CUES["not_expansion"].search(text) and not _any("asks_price", language, text)
    if offered or _any("not_growth", language, text):
        return False
    if _any("lack", language, text):
        return True
    found = [m for frame in _frames("growth", language) for m in frame.finditer(text)]
    found += [m] if (m := CUES["expansion"].search(text)) else []
    return any(not _denied(text, match, language) for match in found)


def is_news(text: str) -> bool:
    """A merger, a new head, results, a site, a system, a strike …; people's moves only of those at the top."""
    language = "ja" if is_japanese(text) else "en"
    if _any("not_news", language, text):
        return False
    if any(
        not _denied(text, m, language) for frame in _frames("news", language) for m in frame.finditer(text)
    ):
        return True
    return bool(CUES["event"].search(text)) or (_any("chiefs", language, text) and speaks_of_leaving(text))


def announces(text: str) -> bool:
    """The line only says that there is news; what the news is stands elsewhere on its page."""
    return ANNOUNCES.search(text) is not None


def _denied(text: str, found: re.Match[str], language: str) -> bool:
    first, last = clause_around(text, *found.span())
    if is_negated(found[0]) or is_negated(text[found.start() : found.end() + 2]):
        return "か" not in text[found.start() : found.end() + 3]  # "can we not use it too?" is a wish
    if language == "ja":
        return is_negated(re.split(r"[、。」]", text[found.end() : min(last, found.end() + 12)])[0])
    before = re.search(r"(?:[\w’']+ ){0,3}$", text[first : found.start()])
    return is_negated(before[0] if before else "")


def _any(key: str, language: str, text: str) -> bool:
    return any(frame.search(text) for frame in _frames(key, language))


@cache
def _frames(key: str, language: str) -> tuple[re.Pattern[str], ...]:
    """Frames of a key in every file that has the key."""
    found: tuple[re.Pattern[str], ...] = ()
    for name in FILES:
        try:
            found += frames(PACKAGE, name, language, key)
        except KeyError:
            continue
    return found
