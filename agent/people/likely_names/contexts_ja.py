"""What is seen around a Japanese candidate: what stands before and behind it, the word's shape, what dictionaries know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from agent.people.labels import is_post
from agent.people.lexicon import alternatives, honorific_pattern, not_names, table, title_pattern
from agent.people.names import is_common, is_family, is_given, is_place, is_unknown, looks_given
from agent.people.titles import rank_of
from agent.people.types import Source, Unit

Token = tuple[int, int, Sequence[str]]
AROUND = 4
"""Letters looked at on either side."""
NEAR = 30
"""Letters within which other places are looked for."""
_DIGIT = re.compile(r"\d")
_PLACES = re.compile(
    r"(?:支店|支社|営業所|工場|センター|店|所|館|校|園|市|町|村|区|県|駅|組合|教室|病院|エリア|ブロック|ゾーン|ホーム|ステーション|ターミナル|支所|施設|農場)長|市長|町長|村長|知事|区長"
)
"""Titles of who heads a place: the place's name may stand before them."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """One place of a candidate: its line, where it and the run of letters it is cut from stand there."""

    text: str
    start: int
    end: int
    run_start: int
    run_end: int
    tokens: Sequence[Token]
    unit: Unit
    source: Source
    is_label: bool  # the rules read it as who speaks

    @property
    def word(self) -> str:
        return self.text[self.start : self.end]


def features_at(place: Surroundings) -> Iterator[str]:
    """Features of one place."""
    yield from _before(place)
    yield from _behind(place)
    yield from _together(place)
    inside_left, inside_right = place.start > place.run_start, place.end < place.run_end
    yield f"=cut {inside_left:d}{inside_right:d}"
    yield f"=block {place.unit.block.kind.value}"
    yield f"=document {place.source.document.kind.value}"
    if place.is_label:
        yield "=label"
    yield f"@places beside {min(_places_beside(place), 2)} {is_place(place.word):d}"
    own = [t for t in place.tokens if t[0] < place.end and place.start < t[1]]
    if len(own) == 1 and (own[0][0], own[0][1]) == (place.start, place.end):
        yield "@token " + " ".join(own[0][2][:4])
    elif own:
        yield f"@tokens {min(len(own), 3)} {own[0][2][1]} {own[0][2][2]}"
        yield f"@last token {own[-1][2][1]} {own[-1][2][2]}"
        if own[0][0] < place.start or own[-1][1] > place.end:
            yield "@cuts a token"


def _places_beside(place: Surroundings) -> int:
    """Places named in the same line within a few words."""
    return sum(
        "地名" in token[2] and (token[1] <= place.start or place.end <= token[0])
        and abs(token[0] - place.start) < NEAR
        for token in place.tokens
    )  # fmt: skip


def _together(place: Surroundings) -> Iterator[str]:
    """What the dictionary knows of the word, together with what stands on either side of it."""
    rest, head = place.text[place.end : place.end + 24], place.text[max(0, place.start - 24) : place.start]
    behind, before = _kind_behind(rest), _kind_before(head)
    own = knowledge(place.word)
    alone = f"{place.start == place.run_start:d}{place.end == place.run_end:d}"
    yield f"=sides {before} {behind} {alone}"
    yield f"@{own} with {behind} {alone}"
    yield f"@{own} with {before} {behind} {alone}"
    yield f"#{min(len(place.word), 4)} with {before} {behind} {alone}"


def _kind_behind(rest: str) -> str:
    """Title of a place's head, of a rank, unit and title, honorific, unit, mark, particle, end, or other letters."""
    found = title_behind(rest)
    if found is not None:
        if found["title"]:
            if found["unit"]:
                return "unit title"
            return "head" if _PLACES.fullmatch(found["title"]) else "title"
        return "honorific " + found["hononly"] if found["hononly"] else "unit"
    if not rest:
        return "end"
    particle = re.match(
        r"(?:は|が|も|に|へ|から|より|と|の|を|、|。|です|でござ|と申|だけ|って|いわく|曰く)", rest
    )
    if particle:
        return particle[0]
    return "mark" if re.match(r"[\s　(（)）「『」』:：,/|;→=＝>]", rest) else "letters"


def _kind_before(head: str) -> str:
    found = ends_in_post(head)
    if found is not None:
        return f"{'title' if found['title'] else 'unit'}{found['link'] or ''}"
    if not head or head[-1] in "\n\t":
        return "start"
    if re.match(r"[はがもにへとのをや、。]", head[-1]):
        return head[-1]
    return (
        "mark" if re.match(r"[\s　(（)）「『」』:：,/|;→=＝>・_【】■□◆●○▼▽\]\[\"]", head[-1]) else "letters"
    )


def knowledge(word: str) -> str:
    """Which dictionaries have the word, in one key."""
    return f"{is_family(word):d}{is_given(word):d}{is_place(word):d}{is_common(word):d}{is_post(word) or word in not_names():d}"


def features_of_word(word: str, places: int) -> Iterator[str]:
    """Features of the word wherever it stands."""
    yield f"#length {len(word)}"
    yield "#" + (
        "kana" if re.match(r"[ァ-ヴー]+\Z", word) else "small" if re.match(r"[ぁ-ん]", word) else "kanji"
    )
    yield f"#first {word[0]}"
    yield f"#last {word[-1]}"
    yield f"=times {min(places, 6)}"
    flags = {
        "family": is_family(word), "given": is_given(word), "place": is_place(word), "common": is_common(word),
        "unknown": is_unknown(word), "no name": word in not_names(), "post": is_post(word),
    }  # fmt: skip
    known = [name for name, holds in flags.items() if holds]
    yield from ("@" + name for name in known)
    yield "@is " + " ".join(known)
    size = min(len(word), 4)
    yield f"@is {size} {' '.join(known)}"


def _before(place: Surroundings) -> Iterator[str]:
    head = place.text[max(0, place.start - 24) : place.start]
    plain = "^" + _DIGIT.sub("0", head) if place.start <= 24 else _DIGIT.sub("0", head)
    for size in range(1, AROUND + 1):
        if size <= len(plain):
            yield "<" + plain[-size:]
    found = ends_in_post(head)
    if found:
        kind = "title" if found["title"] else "unit"
        yield f"<post {kind} {found['link']}"
        if found["title"]:
            yield f"<rank {rank_of(found['title'])} {found['link']}"


def _behind(place: Surroundings) -> Iterator[str]:
    rest = place.text[place.end : place.end + 24]
    plain = _DIGIT.sub("0", rest) + ("$" if len(place.text) - place.end < 24 else "")
    for size in range(1, AROUND + 1):
        if size <= len(plain):
            yield ">" + plain[:size]
    given = re.match(r"[ 　]([一-龥々ぁ-んァ-ヶー]{1,4})(?=[ 　、,(（\t:：]|$|さん|様|です|と申)", rest)
    if given:
        yield f">given {is_given(given[1]):d}{looks_given(given[1]):d}"
    found = title_behind(rest)
    if found is None:
        return
    tail = plain[found.end() : found.end() + 3]
    title, unit = found["title"], found["unit"]
    honorific = found["hon"] or found["hononly"] or ""
    what = "unit title" if unit and title else "title" if title else "hon" if honorific else "unit"
    yield f">post {what}"
    if title:
        yield f">post {what} {'place' if _PLACES.fullmatch(title) else 'rank ' + str(rank_of(title))}"
        yield f">title {title}"
    if honorific:
        yield f">hon {honorific}"
    for size in range(1, 4):
        yield f">post {what} then {tail[:size]}"


@lru_cache(maxsize=20_000)
def title_behind(rest: str) -> re.Match[str] | None:
    """A unit, a title or an honorific with which `rest` begins; groups unit, title, hon, and hononly without title."""
    return _starts_post().match(rest)


@lru_cache(maxsize=20_000)
def ends_in_post(head: str) -> re.Match[str] | None:
    """A title or a unit with which `head` ends, and what links it to what follows."""
    return _ends_in_post().search(head)


@cache
def _ends_in_post() -> re.Pattern[str]:
    bare = alternatives([*table("departments")["bare"], *table("departments")["suffixes"]])
    return re.compile(
        rf"(?:(?P<title>{title_pattern()})|(?P<unit>{bare}))(?P<link>の|、|・|[ 　]|[:：]|は|が|[(（])?\Z"
    )


@cache
def _starts_post() -> re.Pattern[str]:
    units = alternatives([*table("departments")["bare"], *table("departments")["suffixes"]])
    return re.compile(
        rf"[ 　]?(?:(?P<unit>{units}(?:{units})?)?(?P<title>副?{title_pattern()}(?!会))(?P<hon>{honorific_pattern()})?|(?P<hononly>{honorific_pattern()})|(?P<unitonly>{units}))"
    )
