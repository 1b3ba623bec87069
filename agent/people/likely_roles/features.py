"""What is seen of a candidate: what the rules made of them, chances of what is told, post, places, words beside the name.

A feature is a name with a value between 0 and 2; the first character of a name tells its group. How much a group
counts beside the others was chosen by scores on writers left out of the fit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import log1p

from agent.people.evidence_of_roles import Shown
from agent.people.likely_roles.told import Key, Told
from agent.people.refs import MARK
from agent.people.roles import FLOOR, GATE, Candidate, Standing
from agent.people.stance import Stance
from agent.people.statements import Statement
from agent.people.titles import rank_of
from agent.people.types import Form, Mention
from agent.sentence_kinds.concepts import WORD, Language, concepts_in
from agent.sentence_kinds.features import plain

KINDS = frozenset(
    (
        "decider", "no_decider", "champion", "influencer", "user", "blocker", "stance:+", "stance:0", "stance:-",
        "stance:--", "leaving", "joining", "left", "usage", "step", "commit_them", "commit_us", "goal", "persona",
        "budget", "risk:eb_unknown", "risk:champion_departure", "risk:competitor", "expansion",
    )
)  # fmt: skip
"""Kinds of sentence that say something of a person's part; the others are about things."""
BEST = 2
"""Sentences of one kind that count for a candidate, the likeliest first."""
LIKELY, OUTSTANDING = 0.3, 1.5
"""Chance from which a candidate's kind is marked as likely; lead before the next candidate that is marked."""
WORTH_A_RANK = 0.1
CONCEPTS = 12
"""Concepts read of one sentence."""
BEHIND, BEFORE = 6, 3
"""Letters read behind and before a name in Japanese."""
WORDS_BEHIND, WORDS_BEFORE = 4, 3
_MARKS = re.compile(MARK)
_WINDOW = 50


@dataclass(slots=True)
class Seen:
    """One candidate as the rules left them."""

    candidate: Candidate
    standing: Standing
    told: Sequence[Told] = ()
    likely: Sequence[Shown] = ()
    mentions: Sequence[Mention] = ()
    stance: Stance = "不明"
    stance_shown: Statement | None = None
    status: str = "active"
    influence: int | None = None
    reports: bool = False
    chances: dict[tuple[str, str], float] = field(default_factory=dict)

    @property
    def key(self) -> Key:
        return self.candidate.key


Features = Mapping[str, float]


def features_of(seen: Sequence[Seen], language: Language) -> list[Features]:
    """Features of every candidate of one account, in order; some compare the candidates with each other."""
    for one in seen:
        one.chances = _chances(one.told)
    ranks = [rank_of(one.candidate.title) for one in seen]
    return [dict(_features(one, rank, seen, ranks, language)) for one, rank in zip(seen, ranks, strict=True)]


def _chances(told: Sequence[Told]) -> dict[tuple[str, str], float]:
    """(way, kind) → chance that at least one of the likeliest sentences is of the kind."""
    found: dict[tuple[str, str], list[float]] = {}
    for one in told:
        for kind, chance in one.kinds.items():
            if kind not in KINDS or chance <= 0.02:
                continue
            if one.far:
                found.setdefault(("linked", kind), []).append(chance * one.far)
            if one.at:
                found.setdefault(("named", kind), []).append(chance)
            if one.speaks:
                found.setdefault(("speaks", kind), []).append(chance)
            if one.tells:
                found.setdefault(("tells", kind), []).append(chance)
            if one.goes_on and not one.at:
                found.setdefault(("goes on", kind), []).append(chance)
    return {key: at_least_one(values) for key, values in found.items()}


def at_least_one(values: Sequence[float]) -> float:
    """Chance that one of the `BEST` likeliest holds, were they independent."""
    none = 1.0
    for value in sorted(values, reverse=True)[:BEST]:
        none *= 1 - value
    return 1 - none


def _features(
    one: Seen, rank: int, seen: Sequence[Seen], ranks: Sequence[int], language: Language
) -> Iterator[tuple[str, float]]:
    yield f"=kind {one.key[0]}", 1.0
    yield f"=candidates {min(len(seen), 12) // 2}", 1.0
    yield from _of_rules(one)
    yield from _of_chances(one, seen)
    yield from _of_post(one, rank, ranks, language)
    yield from _of_places(one)
    yield from _of_words(one, language)


def _of_rules(one: Seen) -> Iterator[tuple[str, float]]:
    standing = one.standing
    yield f"!{standing.role}", 1.5
    yield f"!{standing.role} {standing.basis}", 1.0
    for role in standing.also:
        yield f"!also {role}", 1.0
    sums: Counter[str] = Counter()
    for sign in standing.shown:
        sums[("+" if sign.weight > 0 else "-") + sign.role] += abs(sign.weight)  # type: ignore[assignment]
    for name, total in sums.items():
        yield f"!sum {name}", min(total, 4.0) / 2
        yield f"!has {name}", 1.0
    yield "!likely", 2 * at_least_one([sign.plain for sign in one.likely])
    if one.key[0] == "person":
        yield f"!stance {one.stance}", 1.0
        yield f"!status {one.status}", 1.0
        if one.influence is not None:
            yield f"!influence {one.influence}", 1.0
        if one.reports:
            yield "!reports", 1.0


def _of_chances(one: Seen, seen: Sequence[Seen]) -> Iterator[tuple[str, float]]:
    for key, chance in sorted(one.chances.items()):
        name = " ".join(key)
        yield f"%{name}", 2 * chance
        if chance > LIKELY:
            yield f"%likely {name}", 1.0
        others = [other.chances.get(key, 0.0) for other in seen if other is not one]
        best = max(others, default=0.0)
        if chance > WORTH_A_RANK and chance >= best:
            yield f"%first {name}", 1.0
            if chance > OUTSTANDING * best:
                yield f"%leads {name}", 1.0


def _of_post(one: Seen, rank: int, ranks: Sequence[int], language: Language) -> Iterator[tuple[str, float]]:
    candidate = one.candidate
    title, department = plain(candidate.title or ""), plain(candidate.department or "")
    yield f"^rank {rank}", 1.0
    for bound in range(2, 8):
        if rank <= bound:
            yield f"^rank to {bound}", 1.0
    if rank < 9 and rank == min(ranks):
        yield "^highest", 1.0
        if ranks.count(rank) == 1:
            yield "^alone highest", 1.0
    gate = bool(department and GATE.search(candidate.department or ""))
    yield f"^gate {gate}", 1.0
    floor = not gate and bool(FLOOR.search(f"{candidate.title} {candidate.department}"))
    yield f"^floor {floor}", 1.0
    for piece in _pieces(title, language):
        yield f"^title {piece}", 0.5
    for piece in _pieces(department, language):
        yield f"^unit {piece}", 0.4
    for name in ("gone", "new", "met", "public_only", "noted", "meant"):
        if getattr(candidate, name):
            yield f"^{name}", 1.0
    if candidate.contacts:
        yield "^contacts", min(candidate.contacts, 5) / 3
        yield "^contacted", 1.0


def _of_places(one: Seen) -> Iterator[tuple[str, float]]:
    if not one.mentions:
        return
    forms = {mention.form for mention in one.mentions}
    for form in sorted(forms):
        yield f"#{form.value}", 1.0
    documents = len({mention.doc for mention in one.mentions})
    yield "#documents", min(documents, 5) / 3
    yield "#mentions", log1p(len(one.mentions)) / 2
    if documents == 1:
        yield "#one document", 1.0
    if forms == {Form.PROSE}:
        yield "#prose only", 1.0
    if all(mention.copied for mention in one.mentions):
        yield "#copied only", 1.0
    for honorific in sorted({mention.honorific for mention in one.mentions}):
        yield f"#called {honorific}", 0.5


def _of_words(one: Seen, language: Language) -> Iterator[tuple[str, float]]:
    concepts: Counter[str] = Counter()
    beside: Counter[str] = Counter()
    for told in one.told:
        way = (
            "linked"
            if told.far >= 0.5
            else "named"
            if told.at
            else "speaks"
            if told.speaks
            else "tells"
            if told.tells
            else "goes on"
        )
        for concept in _concepts(told.sentence.text, told.sentence.language)[:CONCEPTS]:
            concepts[f"@{way} {concept}"] += 1
        for place in told.at:
            beside.update(_beside(told.statement.marked, place, language))
    for name, count in sorted(concepts.items()):
        yield name, 0.35 * min(count, 2)
    for name in sorted(beside):
        yield name, 0.4


@lru_cache(maxsize=4096)
def _concepts(text: str, language: Language) -> tuple[str, ...]:
    return tuple(dict.fromkeys(concepts_in(plain(text), language)))


def _beside(marked: str, place: int, language: Language) -> Iterator[str]:
    """Runs of letters or words that begin behind, or end before, a name; every name is one sign."""
    if language == "ja":
        behind = plain(_MARKS.sub("●", marked[place + 1 : place + 3 + BEHIND]))[:BEHIND]
        before = plain(_MARKS.sub("●", marked[max(0, place - 2 * BEFORE) : place]))[-BEFORE:]
        yield from (">" + behind[:length] for length in range(1, len(behind) + 1))
        yield from ("<" + before[-length:] for length in range(1, len(before) + 1))
        return
    after = _words(marked[place + 1 : place + _WINDOW])[:WORDS_BEHIND]
    ahead = _words(marked[max(0, place - _WINDOW) : place])[-WORDS_BEFORE:]
    yield from (">" + " ".join(after[:length]) for length in range(1, len(after) + 1))
    yield from ("<" + " ".join(ahead[-length:]) for length in range(1, len(ahead) + 1))


def _words(marked: str) -> list[str]:
    return WORD.findall(plain(_MARKS.sub(" somebody ", marked)))


def _pieces(text: str, language: Language) -> Iterator[str]:
    if language == "en":
        yield from sorted(set(text.split()))
        return
    yield from sorted(
        {text[start : start + length] for length in (2, 3) for start in range(len(text) - length + 1)}
    )
