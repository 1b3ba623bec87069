"""Japanese names taken from candidates: which are names, where they stand, and which of the rules' names are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from agent.people.in_prose import Prose
from agent.people.likely_names.candidates_ja import candidates
from agent.people.likely_names.chances import bounds, chances_of
from agent.people.likely_names.contexts_ja import ends_in_post, title_behind
from agent.people.likely_names.types import Candidate, Place
from agent.people.names import SplitName, is_given
from agent.people.parties import Parties
from agent.people.talk_sides import OUR_ROLE
from agent.people.types import Form, Mention, Phrase, Side, Source, Unit
from connectors.interface import Span

DROPPED_FORMS = frozenset({Form.PROSE, Form.SELF})
"""Rules that find names in running text; what lists, speakers and senders show stays."""
_BELONGS = (None, "の", " ", "　", ":", "：")
"""What links a title to the name behind it."""
_LETTER = re.compile(r"[一-龥々ァ-ヶー]")
_GIVEN = re.compile(
    r"[ 　](?P<given>[一-龥々]{1,3}|[ぁ-ん]{2,4}|[ァ-ヶー]{2,5})(?=[、,（(\t:：。]|\Z|さん|様|さま|氏|です|と申|でござ)"
)


def add_likely(sources: Sequence[Source], parties: Parties, per_source: list[list[Mention]]) -> None:
    """Adds mentions of likely names to `per_source` (one list a source) and drops unlikely ones from it."""
    known = [mention for found in per_source for mention in found]
    held = candidates(sources, parties, known)
    if not held:
        return
    limit = bounds("ja")
    chances = {c.word: one for c, one in zip(held, chances_of(held), strict=True)}
    chance = {word: one["person"] for word, one in chances.items()}
    for found in per_source:
        found[:] = [m for m in found if not _unlikely(m, chance, limit["drop"])]
    taken = [c for c in held if chance[c.word] >= limit["add"]]
    by_index = {source.index: at for at, source in enumerate(sources)}
    readers = {source.index: Prose(source, parties) for source in sources if source.document.language != "en"}
    for index, prose in readers.items():
        prose.taken = [Span(m.start, m.end) for m in per_source[by_index[index]]]
    for candidate, place in _in_order(taken, chance):
        prose = readers[place.doc]
        mention = _mention(prose, prose.source.units[place.unit], place, candidate.word)
        if mention is not None:
            per_source[by_index[place.doc]].append(mention)
    for mention in (m for found in per_source for m in found):
        if mention.family in chances and not mention.latin:
            mention.theirs = chances[mention.family]["theirs"]


def _unlikely(mention: Mention, chance: dict[str, float], bound: float) -> bool:
    """A whole name beside a title stays, though most places of the family name are a company's that bears it."""
    if mention.title is not None and mention.given and is_given(mention.given):
        return False
    return (
        mention.form in DROPPED_FORMS and not mention.latin and chance.get(mention.family or "", 1.0) < bound
    )


def _in_order(taken: Sequence[Candidate], chance: dict[str, float]) -> Iterator[tuple[Candidate, Place]]:
    """Likelier names first, the longer first of equals: of two that overlap the first stands."""
    for candidate in sorted(taken, key=lambda c: (-round(chance[c.word], 1), -len(c.word), c.word)):
        for place in candidate.places:
            yield candidate, place


def _mention(prose: Prose, unit: Unit, place: Place, word: str) -> Mention | None:
    """The mention at one place, with the title, honorific and given name around it; None inside another word."""
    folded = prose.source.folded
    start, end = place.start - unit.start, place.end - unit.start
    if start < 0 or not _stands_alone(folded, place):
        return None
    text = unit.text
    given = _GIVEN.match(text, end)
    held = given["given"] if given and is_given(given["given"]) else None
    stop = given.end("given") if given and held else end
    mention = prose.mention_at(unit, start, stop, SplitName(word, held), Form.PROSE)
    if mention is None:
        return None
    behind = title_behind(text[stop : stop + 24])
    if behind is not None:
        if behind["title"]:
            at = unit.start + stop + behind.start("title")
            mention.title = Phrase(behind["title"], at, at + len(behind["title"]))
            if behind["unit"] and mention.department is None:
                begin = unit.start + stop + behind.start("unit")
                mention.department = Phrase(behind["unit"], begin, begin + len(behind["unit"]))
        mention.honorific = behind["hon"] or behind["hononly"] or ""
        if behind["title"] or mention.honorific:
            mention.outer = Span(mention.start, unit.start + stop + behind.end())
    head = text[max(0, start - 16) : start].rpartition("\t")[2]
    if _our_role().search(head) and mention.honorific not in ("様", "さま"):
        mention.side, mention.why_side = Side.OURS, head.strip()
    if mention.title is None:
        before = ends_in_post(head)
        if before and before["title"] and before["link"] in _BELONGS:
            at = unit.start + start - len(head) + before.start("title")
            mention.title = Phrase(before["title"], at, at + len(before["title"]))
            mention.outer = Span(at, mention.outer.end)
    return mention


@cache
def _our_role() -> re.Pattern[str]:
    """A post that only a vendor has, right before the name."""
    return re.compile(rf"(?:{OUR_ROLE.pattern})[の 　_:：]?\Z")


def _stands_alone(folded: str, place: Place) -> bool:
    """No letter of another word touches it: what touches it is a title, a unit or an honorific."""
    before, behind = folded[max(0, place.start - 16) : place.start], folded[place.end : place.end + 16]
    left = not _LETTER.match(before[-1:]) or bool(ends_in_post(before))
    right = not _LETTER.match(behind[:1]) or title_behind(behind) is not None
    return left and right
