"""Lines that say who holds a title: 「院長は木村さん」, 「新社長=…」, "社主<tab>…"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from agent.people.lexicon import title_pattern
from agent.people.types import Person, Side, Source

REACH = 28
"""Characters beside a name in which its title may stand."""
_FORMER = re.compile(r"(?:前|元|旧|先代の?|前任の?|次期|次の|新任の)\Z")
_BARE = re.compile(r"^(?:新|現|今の|いまの|うちの|先方の|本社の)(?=..)")
_IS_SAID = r"(?:さん|様|さま|氏|君)?(?:ご自身|本人|ご本人)?(?:[(（。、\t\n」』]|です|が(?=[^一-龥]|最後|最終|決|判)|だ(?!け)|や(?:で|ねん|な|$|。)|じゃ|でし|と(?:いう|言う)|になった|$|[ 　])"


@cache
def _word() -> str:
    """A title of the lists, or a word built like one (社主, 企業長)."""
    return rf"(?:[一-龥ァ-ヶー]{{0,8}}?{title_pattern()}|[一-龥]{{1,5}}(?:長|主)|オーナー|大将|親方)"


@cache
def _in_front() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<=^)|(?<=[^一-龥ァ-ヶー])|(?<=[新現今]))(?P<title>{_word()})(?:の(?:お)?(?:名前|方|人))?[ 　]*"
        r"(?P<link>は|って|とは|[＝=：:\t→]|の(?=\Z))[ 　]*(?:(?:いま|今|現在|今年から)は?)?(?:[一-龥ァ-ヶー]{1,8}の)?\Z"
    )


_MEANS = re.compile(
    r"(?:^|(?<=[・\s　。(（]))(?P<title>[一-龥ァ-ヶー々の]{2,10})[ 　]*[＝=][ 　]*(?:[一-龥ァ-ヶー]{1,10}の)?\Z"
)
"""A word the note itself explains: 「親会社の財務=…さん」."""


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(
        rf"(?:さん|様|さま|氏)?[ 　]*(?:[＝=]|は(?:、)?|が)(?:[一-龥ァ-ヶーA-Za-z]{{1,14}}の)?(?P<title>{_word()})(?=です|だ(?!け)|や(?:$|。)|[。、）)」\t\n]|$)"
    )


def titles_named(sources: Sequence[Source], persons: Sequence[Person]) -> dict[tuple[int, str], int]:
    """Titles that a line gives to one customer by name. Two for one title in a document: neither; former holders none."""
    found: dict[tuple[int, str], set[int]] = {}
    by_doc = {s.index: s for s in sources}
    for person in persons:
        if person.side not in (Side.CUSTOMER, Side.UNKNOWN):
            continue
        for mention in person.mentions:
            source = by_doc[mention.doc]
            if source.public or not 0 <= mention.unit < len(source.units):
                continue
            unit = source.units[mention.unit]
            for title in _beside(source.folded, unit.start, unit.end, mention.outer.start, mention.outer.end):
                found.setdefault((mention.doc, title), set()).add(person.index)
    return {key: people.pop() for key, people in found.items() if len(people) == 1}


def _beside(text: str, begin: int, end: int, start: int, stop: int) -> list[str]:
    """Titles the words around [start, stop) give to the name there."""
    out: list[str] = []
    ahead = text[max(begin, start - REACH) : start]
    front = _in_front().search(ahead) or _MEANS.search(ahead)
    named = front and (
        front.re is _MEANS
        or front["link"] not in ("は", "って", "とは", "の")
        or re.match(_IS_SAID, text[stop:end])
    )
    if front and named and not _FORMER.search(ahead[: front.start("title")]):
        out.append(_BARE.sub("", front["title"]))
    behind = _behind().match(text[stop : min(end, stop + REACH)])
    if behind:
        out.append(_BARE.sub("", behind["title"]))
    return out
