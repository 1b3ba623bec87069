"""Bodies that can decide: 経営会議, 投資委員会, "the Spend Committee"; each one body under all its names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from agent.people.fold import name_key
from agent.people.lexicon import table
from agent.people.types import Source
from connectors.interface import Span

_WITHIN = frozenset({"店長会"})
"""No body by itself, though the end of one that can decide (支店長会)."""


@dataclass(slots=True)
class Body:
    """A body with the places it is named; `name` is its fullest name."""

    index: int
    name: str
    places: list[tuple[int, Span]] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    data = table("bodies")
    ja = re.compile("|".join(f"(?:{p})" for p in data["ja"]))
    en = re.compile(r"(?<![A-Za-z])(?:" + "|".join(f"(?:{p})" for p in data["en"]) + r")(?![A-Za-z])")
    return ja, en, frozenset(data["not_bodies"])


def body_pattern() -> re.Pattern[str]:
    """What a Japanese body's name looks like."""
    return _patterns()[0]


def find_bodies(sources: Sequence[Source]) -> list[Body]:
    """Bodies named in any source, in order of appearance; a short name joins the one full name that ends in it."""
    ja, en, not_bodies = _patterns()
    places: dict[str, list[tuple[int, Span]]] = {}
    names: dict[str, str] = {}
    for source in sources:
        for pattern in (ja, en) if source.document.language == "en" else (ja,):
            for found in pattern.finditer(source.folded):
                name = re.sub(
                    r"^(?:[Tt]he |Our |our |第?[0-9]*回|各社|当社|毎月|毎週|月次|次回|来月の?|今月の?|全部|すべて|全て|今回の|この|その|月の?|うちの|お宅の|向こうの|農協の|本社の|先方の)",
                    "",
                    found[0],
                ).strip()
                if (
                    name in not_bodies
                    or any(name.endswith(n) for n in not_bodies if n not in _WITHIN)
                    or (len(name) < 3 and name != "議会")
                ):
                    continue
                if source.folded[found.end() : found.end() + 1] in ("室", "費", "録", "体", "用"):
                    continue
                if lead := _lead().match(name):
                    name = name[lead.end() :]
                if name.casefold() in _kinds() and (
                    other := _OTHER_HOUSE.search(source.folded, 0, found.start())
                ):
                    name = source.document.text[other.start() : found.end()]
                start = found.end() - len(name)
                key = name_key(name).replace("&", "and")
                names.setdefault(key, source.document.text[start : found.end()])
                places.setdefault(key, []).append((source.index, Span(start, found.end())))
    _add_short_names(sources, places, names)
    bodies: list[Body] = []
    for key in sorted(names, key=len, reverse=True):
        whole = [b for b in bodies if _ends_in(name_key(b.name), key)]
        if len(whole) == 1:
            whole[0].places += places[key]
            whole[0].aliases.add(names[key])
        else:
            bodies.append(Body(len(bodies), names[key], list(places[key])))
    _join_in_brackets(sources, bodies)
    bodies = _join_short_names(sources, bodies)
    for index, body in enumerate(bodies):
        body.index = index
    return bodies


_OTHER_HOUSE = re.compile(r"(?<![A-Za-z])(?:[Mm]ain|[Pp]arent|[Ss]upervisory|[Hh]olding|[Gg]roup|[Pp]lc) \Z")
"""Before a kind of body: another one than that which is called so alone."""


@cache
def _kinds() -> frozenset[str]:
    return frozenset(table("bodies")["short_en"])


@cache
def _lead() -> re.Pattern[str]:
    """Posts, houses and articles in front of a body's name."""
    return re.compile("(?:" + "|".join(table("bodies")["lead"]) + ")+(?=[A-Z])")


_SAME_IN_BRACKETS = re.compile(r"\s?[(（]\Z")
"""Between two names of one body: 「ボード(Global … Board)」."""


def _join_short_names(sources: Sequence[Source], bodies: list[Body]) -> list[Body]:
    """Bodies named by their kind alone joined to the one body of that kind, with the places the sources name it so.

    Of several of that kind it is the one the same source named last before.
    """
    data = table("bodies")
    for word in (*data["short_ja"], *data["short_en"]):
        full = [b for b in bodies if _kind_of(b.name, word) and name_key(b.name) != name_key(word)]
        alone = [b for b in bodies if name_key(b.name) == name_key(word)]
        if len(full) == 1:
            for body in alone:
                _join(full[0], body)
                bodies.remove(body)
        if full:
            _add_places_alone(sources, bodies, full, word)
        if len(full) > 1:
            for body in alone:
                _spread(body, full)
                if not body.places:
                    bodies.remove(body)
    return bodies


def _add_places_alone(
    sources: Sequence[Source], bodies: Sequence[Body], full: Sequence[Body], word: str
) -> None:
    """The places a source calls a body by its kind alone."""
    named = [(d, s) for b in full for d, s in b.places]
    for source in sources:
        for found in _alone(word).finditer(source.folded):
            span = Span(found.start("name"), found.end("name"))
            if any(
                d == source.index and s.start < span.end and span.start < s.end
                for b in bodies
                for d, s in b.places
            ):
                continue
            meant = full[0] if len(full) == 1 else _last_named(full, named, source.index, span)
            if meant is not None:
                meant.places.append((source.index, span))
                meant.aliases.add(source.document.text[span.start : span.end])


def _spread(alone: Body, full: Sequence[Body]) -> None:
    """Gives the places of a body named by its kind alone to whichever of that kind was named last before."""
    named = [(d, s) for b in full for d, s in b.places]
    for doc, span in list(alone.places):
        meant = _last_named(full, named, doc, span)
        if meant is not None:
            meant.places.append((doc, span))
            meant.aliases.add(alone.name)
            alone.places.remove((doc, span))


def _last_named(full: Sequence[Body], named: Sequence[tuple[int, Span]], doc: int, span: Span) -> Body | None:
    """The body one of whose full names stands last before a place of the same source."""
    before = [(s.start, d) for d, s in named if d == doc and s.end <= span.start]
    if not before:
        return None
    place = max(before)[0]
    return next((b for b in full if any(d == doc and s.start == place for d, s in b.places)), None)


def _join_in_brackets(sources: Sequence[Source], bodies: list[Body]) -> None:
    """Two names of which one stands in brackets behind the other are one body's; the longer one is kept."""
    text = {s.index: s.folded for s in sources}
    for one in list(bodies):
        for two in list(bodies):
            if one is two or one not in bodies or two not in bodies:
                continue
            if any(
                d == e
                and a.end < b.start <= a.end + 2
                and _SAME_IN_BRACKETS.fullmatch(text[d][a.end : b.start])
                for d, a in one.places
                for e, b in two.places
            ):
                kept, joined = (one, two) if len(one.name) >= len(two.name) else (two, one)
                _join(kept, joined)
                bodies.remove(joined)


def _join(kept: Body, joined: Body) -> None:
    kept.places += joined.places
    kept.aliases |= {joined.name, *joined.aliases}


def _kind_of(name: str, word: str) -> bool:
    """The name ends in the word, as a word of its own."""
    if word.isascii():
        return bool(re.search(rf"(?:^|[ '’]){re.escape(word)}$", name, re.IGNORECASE))
    return name.endswith(word) and not name.removesuffix(word).endswith(_OTHER_BODY)


@cache
def _alone(word: str) -> re.Pattern[str]:
    if word.isascii():
        return re.compile(
            rf"\b[Tt]he (?P<name>{word}|{word.title()})(?![A-Za-z'’]| (?:room|pack|minutes|paper|secretary|member))"
        )
    return re.compile(rf"(?<![一-龥ァ-ヶー])(?P<name>{word})(?![一-龥])")


_SHORT_OF = re.compile(r"[一-龥]{2,8}(?:審議|検討|審査|査定|協議|評議|選定|決裁|合議)会\Z")
"""Bodies that people also name without the last character (設備審議 for 設備審議会)."""


def _add_short_names(
    sources: Sequence[Source], places: dict[str, list[tuple[int, Span]]], names: dict[str, str]
) -> None:
    """Places where a body is named without its 会."""
    for key, name in names.items():
        if not _SHORT_OF.match(name):
            continue
        for source in sources:
            for found in re.finditer(rf"{re.escape(name[:-1])}(?!会)", source.folded):
                places[key].append((source.index, Span(found.start(), found.end())))


_OTHER_BODY = ("常任", "常勤", "常務", "代表", "専務", "正副", "執行", "拡大", "合同", "準備")
"""Words before a body's name that make it another body beside it: 常任理事会 is not the 理事会."""


def _ends_in(name: str, short: str) -> bool:
    rest = name[: -len(short)]
    return name.endswith(short) and len(short) >= 3 and not rest.endswith(_OTHER_BODY)
