"""The economic buyer: whom the rules' signs and the sentences likely to be about who decides point to together."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agent.people.deciding.words import language_of
from agent.people.evidence_of_roles import Shown

HALF_LIFE_DAYS = {"economic_buyer": 180}
"""Evidence of who decides loses half its weight in half a year, the interval of the half-term inventory (半年棚卸し)."""
SLOW_HALF_LIFE_DAYS = 720
"""The other roles change with people's posts: two years."""
UNDATED = 0.7
"""Worth of a sentence nobody dated."""

Key = tuple[str, int]


@dataclass(slots=True)
class Candidate:
    """What deciding on a role needs to know of a person or body."""

    key: Key
    title: str | None = None
    department: str | None = None
    gone: bool = False
    new: bool = False
    contacts: int = 0
    met: bool = False  # spoke or sat with us, or writes in a chat we share
    public_only: bool = False
    noted: bool = False  # listed in a hand-over, form or contact list
    meant: bool = False  # the notes speak of the person by title


@dataclass(frozen=True, slots=True)
class Terms:
    """How rules and chances are weighed together in one language. Chosen on notes by writers left out of the fit.

    `rule` is the worth of a rule's sign against a chance's, `unlikely` how much of it stays where a rule only hints and
    the sentence is not likely to be about who decides. The others are least sums: where rules and chances agree on somebody, where only
    chances and where only rules point to them.
    """

    rule: float
    unlikely: float
    agreed: float
    by_chance: float
    by_rule: float


TERMS = {
    "ja": Terms(rule=0.6, unlikely=0.5, agreed=0.25, by_chance=0.7, by_rule=0.4),
    "en": Terms(rule=0.6, unlikely=0.4, agreed=0.25, by_chance=0.7, by_rule=0.4),
}
BARE_TITLE = 1.5
"""Least sum for a title without a name that one likely sentence and no rule points to: it may be of another house."""
DENIED = 0.25
"""Worth of a rule's sign that somebody does not decide."""
NAMED = 0.6
"""Least sum of the rules' signs for somebody they alone name."""
LIKELY = 0.15
"""Chance from which a sentence is likely to be about who decides."""
MOST_LIKELY = 2
"""Likely sentences that count for a person, the best first: whoever is spoken of often is not thereby the one."""
LEAD = 1.2
"""How far the economic buyer must lead the next candidate: a blank costs a question, a wrong decider the renewal."""
SETTLED = 4.0
"""Weight of a vote told, or of a rule of amounts that covers our contract."""
OVER_A_BODY = 1.6
"""How many times a body's sum somebody's must be to count before it, where it votes or the price falls to it: who signs for a body is named as often as it is."""
PLAIN = 1.5
"""Least weight of a rule that by itself names who decides."""
MORE_THAN_A_HINT = 2.0
"""Weight of a rule whose sign counts whole, whatever the chance of its sentence."""
OUTRIGHT, SURE = 3.0, 0.6
"""Weight of a rule that says it in plain words, and a chance as good: what a newcomer needs."""


def worth_today(item: Shown, as_of: dt.date) -> float:
    """What is left of a sign's weight at its age."""
    if item.statement.day is None:
        return UNDATED
    days = max(0, (as_of - item.statement.day).days)
    return float(0.5 ** (days / HALF_LIFE_DAYS.get(item.role, SLOW_HALF_LIFE_DAYS)))


def buyer_of(
    shown: Sequence[Shown], likely: Sequence[Shown], known: Mapping[Key, Candidate], as_of: dt.date
) -> Key | None:
    """Whom the rules name, where rules and chances weighed together show somebody at all; nobody where the signs are
    too weak or two stand near each other."""
    signs = [item for item in shown if item.role == "economic_buyer"]
    if not signs and not likely:
        return None
    named = _named_by_rules(signs, known, as_of)
    return named if leader(signs, likely, known, as_of) is not None else None


def _named_by_rules(signs: Sequence[Shown], known: Mapping[Key, Candidate], as_of: dt.date) -> Key | None:
    """The one the rules' signs alone show: plainly, or more than once."""
    sums: dict[Key, float] = defaultdict(float)
    for item in signs:
        sums[_key(item)] += item.weight * worth_today(item, as_of)
    supports = {key: _support(key, signs, ()) for key in known}
    ranked = sorted(
        (
            (sums[key], key)
            for key, support in supports.items()
            if support.speaks and not known[key].gone and (not known[key].new or support.outright)
        ),
        reverse=True,
    )
    first = _foremost(ranked, signs) if ranked else None
    return first[1] if first is not None and first[0] >= NAMED else None


def leader(
    signs: Sequence[Shown], likely: Sequence[Shown], known: Mapping[Key, Candidate], as_of: dt.date
) -> Key | None:
    """Whoever leads by rules and chances weighed together; nobody where that is too little or two stand near."""
    terms = _terms([*signs, *likely])
    likely = _not_denied(likely, signs)
    supports = {key: _support(key, signs, likely) for key in known}
    sums = _sums(signs, likely, terms, as_of)
    ranked = sorted(
        (
            (sums[key], key)
            for key, support in supports.items()
            if key in sums
            and not known[key].gone
            and support.speaks
            and (not known[key].new or support.outright)
        ),
        reverse=True,
    )
    first = _foremost(ranked, signs) if ranked else None
    if first is None or first[0] < supports[first[1]].least(terms, first[1]):
        return None
    return first[1]


def _foremost(ranked: Sequence[tuple[float, Key]], signs: Sequence[Shown]) -> tuple[float, Key] | None:
    """The first by sum where it leads the next; a body that votes, or that the price falls to, before persons with less
    than `OVER_A_BODY` times its sum, where it leads the next body."""
    sure = {_key(s) for s in signs if s.weight > 0 and s.plain >= SETTLED}
    body = next((pair for pair in ranked if pair[1][0] == "body" and pair[1] in sure), None)
    if body is not None and ranked[0][0] <= OVER_A_BODY * body[0]:
        first, rivals = body, [total for total, key in ranked if key[0] == "body" and key != body[1]]
    else:
        first, rivals = ranked[0], [total for total, _ in ranked[1:]]
    return first if not rivals or first[0] >= LEAD * max(rivals) else None


@dataclass(frozen=True, slots=True)
class _Support:
    """What points to one candidate: sentences of rules, and likely ones."""

    told: Sequence[Shown]
    likely: Sequence[Shown]

    @property
    def speaks(self) -> bool:
        """One plain or likely sentence, or two that only hint: where something is taken to shows little by itself."""
        return bool(self.likely) or any(s.plain >= PLAIN for s in self.told) or len(_places(self.told)) > 1

    @property
    def outright(self) -> bool:
        """A newcomer decides only where a sentence says so."""
        return any(s.plain >= OUTRIGHT for s in self.told) or any(s.plain >= SURE for s in self.likely)

    def least(self, terms: Terms, key: Key) -> float:
        """The least sum for a candidate with this support."""
        if self.told and self.likely:
            return terms.agreed
        if self.told:
            return terms.by_rule
        return BARE_TITLE if key[0] == "title" and len(_places(self.likely)) == 1 else terms.by_chance


def _support(key: Key, signs: Sequence[Shown], likely: Sequence[Shown]) -> _Support:
    return _Support(
        [s for s in signs if _key(s) == key and s.weight > 0],
        [s for s in likely if _key(s) == key and s.plain >= LIKELY],
    )


def _not_denied(likely: Sequence[Shown], signs: Sequence[Shown]) -> list[Shown]:
    """The likely sentences without those in which a rule reads that it is not the one they are about."""
    denied = {(_key(s), s.statement.doc, s.statement.start) for s in signs if s.weight < 0}
    return [s for s in likely if (_key(s), s.statement.doc, s.statement.start) not in denied]


def _places(items: Sequence[Shown]) -> set[tuple[int, int]]:
    return {(item.statement.doc, item.statement.start) for item in items}


def _terms(items: Sequence[Shown]) -> Terms:
    """Those of the language most of the signs are in."""
    japanese = sum(language_of(item.statement.marked) == "ja" for item in items)
    return TERMS["ja" if 2 * japanese >= len(items) else "en"]


def _sums(
    signs: Sequence[Shown], likely: Sequence[Shown], terms: Terms, as_of: dt.date
) -> Mapping[Key, float]:
    chance: dict[tuple[int, int], float] = {}
    by_key: dict[Key, list[float]] = defaultdict(list)
    for item in likely:
        place = (item.statement.doc, item.statement.start)
        chance[place] = max(chance.get(place, 0.0), item.plain)
        by_key[_key(item)].append(item.weight * worth_today(item, as_of))
    sums: dict[Key, float] = defaultdict(float)
    for key, weights in by_key.items():
        sums[key] = sum(sorted(weights, reverse=True)[:MOST_LIKELY])
    for item in signs:
        sums[_key(item)] += _worth(item, chance, terms) * worth_today(item, as_of)
    return sums


def _worth(item: Shown, chance: Mapping[tuple[int, int], float], terms: Terms) -> float:
    """A rule's sign against the chance of its sentence."""
    if item.weight < 0:
        return DENIED * item.weight
    if item.plain >= MORE_THAN_A_HINT:
        return terms.rule * item.weight
    found = min(1.0, chance.get((item.statement.doc, item.statement.start), 0.0) / LIKELY)
    return terms.rule * item.weight * (terms.unlikely + (1 - terms.unlikely) * found)


def _key(item: Shown) -> Key:
    return item.ref.kind, item.ref.index
