"""Given names alone, as houses of one family speak: 「弓子さん」 for 西郷 弓子, "ふき江" where "西郷ふき江" stands too."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from agent.people.fold import fold
from agent.people.names import is_given, is_mixed_given
from agent.people.types import Form, Mention, Source
from connectors.interface import Span

_KATAKANA = re.compile(r"[ァ-ヶー・]+")
_HONORIFICS = ("さん", "くん", "君", "ちゃん", "様", "さま", "氏", "先生", "")


def complete_given(mentions: Sequence[Mention], sources: Sequence[Source]) -> list[Mention]:
    """All mentions, those by a given name alone with the family name that exactly one place or person gives it.

    A full name the sources print and nobody has read becomes a mention of its own.
    """
    _rejoin(mentions)
    _of_first_words(mentions)
    families = {m.family for m in mentions if m.family and not m.latin and len(m.family) >= 2}
    alone: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.family and not mention.latin and not mention.given:
            alone[mention.family].append(mention)
    added: list[Mention] = []
    for word, found in alone.items():
        if len(word) < 2 or not (is_given(word) or is_mixed_given(word)):
            continue
        if any(m.title or m.form is not Form.PROSE or m.honorific not in _HONORIFICS for m in found):
            continue
        holders = {m.family for m in mentions if m.given == word and not m.latin}
        printed = {f for f in families - {word} if f and _printed(f, word, sources)}
        whose = holders or printed
        if len(whose) != 1:
            continue
        family = whose.pop()
        for mention in found:
            mention.family, mention.given = family, word
        if not holders:
            added += _whole(found[0], family or "", word, sources, mentions)
    return [*mentions, *added]


def _rejoin(mentions: Sequence[Mention]) -> None:
    """Two characters cut into family and given name are the family name that other places show."""
    whole = {m.family for m in mentions if m.family and len(m.family) == 2 and not m.given and not m.latin}
    for mention in mentions:
        joined = f"{mention.family}{mention.given or ''}"
        if len(joined) == 2 and mention.given and joined in whole and joined == fold(mention.surface):
            mention.family, mention.given = joined, None


def _of_first_words(mentions: Sequence[Mention]) -> None:
    """The first word of one katakana name with points, alone, is that person: アさん for ア・イ・ウ."""
    whole: dict[str, set[tuple[str | None, str]]] = defaultdict(set)
    for mention in mentions:
        if mention.given and not mention.latin and _KATAKANA.fullmatch(f"{mention.given}{mention.family}"):
            whole[mention.given.split("・")[0]].add((mention.family, mention.given))
    for mention in mentions:
        names = whole.get(mention.family or "", ()) if not mention.given else ()
        if len(names) == 1:
            mention.family, mention.given = next(iter(names))


def _printed(family: str, given: str, sources: Sequence[Source]) -> bool:
    return any(re.search(_full(family, given), s.folded) for s in sources if s.document.language != "en")


def _full(family: str, given: str) -> str:
    return rf"(?<![一-龥々ァ-ヶー]){re.escape(family)}[ 　]?{re.escape(given)}(?![一-龥々])"


def _whole(
    like: Mention, family: str, given: str, sources: Sequence[Source], known: Sequence[Mention]
) -> list[Mention]:
    """One mention for each place where the full name is printed and no mention lies."""
    out = []
    for source in sources:
        for found in re.finditer(_full(family, given), source.folded):
            span = Span(found.start(), found.end())
            unit = next((u for u in source.units if u.start <= span.start and span.end <= u.end), None)
            if unit is None or any(
                m.doc == source.index and m.start < span.end and span.start < m.end and m.given for m in known
            ):
                continue
            out.append(
                replace(
                    like, doc=source.index, start=span.start, end=span.end, surface=source.document.text[span.start : span.end],
                    outer=span, unit=unit.index, day=unit.day, honorific="", note="", kana=None, department=None,
                )
            )  # fmt: skip
    return out
