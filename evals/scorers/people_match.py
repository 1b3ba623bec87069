"""Who in the draft is who in the gold."""

from __future__ import annotations

from typing import Any

from agent.models.gold import Gold, GoldPerson
from evals.scorers.assignment import best_matching
from evals.scorers.words import name_key, plain, same_name, without_notes

LEAST = 0.5
Person = dict[str, Any]


def names_of(person: Person) -> list[str]:
    """Name and aliases of a drafted person."""
    return [str(person.get("name") or ""), *(str(alias) for alias in person.get("aliases") or [])]


def person_likeness(gold: GoldPerson, draft: Person) -> float:
    """How surely two entries are one person: full name 1, an alias 0.9 or 0.85, the family name alone 0.55."""
    main = str(draft.get("name") or "")
    if plain(gold.name) == plain(main):
        return 1.0
    if same_name(gold.name, main):
        return 0.97
    gold_aliases = {name_key(alias) for alias in gold.aliases} | {plain(alias) for alias in gold.aliases}
    if name_key(main) in gold_aliases or plain(main) in gold_aliases:
        return 0.9
    aliases = names_of(draft)[1:]
    if any(same_name(gold.name, alias) for alias in aliases):
        return 0.85
    one, two = name_key(gold.name), name_key(main)
    if min(len(one), len(two)) >= 1 and (one.startswith(two) or two.startswith(one)):
        return 0.55
    if gold.kind == "body" and draft.get("kind") == "body" and (one in two or two in one):
        return 0.8
    return 0.0


def match_people(gold: Gold, people: list[Person]) -> list[tuple[int, int]]:
    """Pairs of index in gold and index in the draft."""
    return best_matching(gold.key_people, people, person_likeness, LEAST)


def person_path(person: GoldPerson) -> str:
    """The gold path of a person, as `expected_blank` and the tolerated readings write it."""
    return f"key_people[{person.name}]"


def listed_outsiders(gold: Gold, people: list[Person], matched: set[int]) -> list[int]:
    """Drafted people who are on the gold's list of those who are no customers; matched ones are not."""
    found = []
    for index, person in enumerate(people):
        if index in matched:
            continue
        key = name_key(str(person.get("name") or ""))
        outsiders = [name_key(name) for name in gold.not_people]
        if key and any(
            key == o or (len(key) >= 2 and (o.startswith(key) or key.startswith(o))) for o in outsiders
        ):
            found.append(index)
    return found


def merged_people(gold: Gold, person: Person) -> list[str]:
    """Full names of the gold people whom one drafted entry runs together; one or none is right."""
    names = names_of(person)
    meant = [known for name in names for known in _bearers(gold, name)]
    hits = [without_notes(known.name) for known in gold.key_people if known in meant]
    outsiders = [name for name in gold.not_people if len(name_key(name)) >= 3]
    hits += [name for name in outsiders if any(same_name(name, alias) for alias in names[1:])]
    return hits if len(hits) > 1 else []


def _bearers(gold: Gold, name: str) -> list[GoldPerson]:
    """Gold people whom a name means: those written so (斎藤 is not 齋藤 where both exist), else those of a variant."""
    known = [person for person in gold.key_people if len(name_key(person.name)) >= 2]
    exact = [person for person in known if plain(person.name) == plain(name)]
    return exact or [person for person in known if same_name(person.name, name)]


def allowed_roles(person: GoldPerson, accepted: list[Any]) -> set[str]:
    """Every role that is right for the person."""
    return {person.role, *person.also_roles, *(str(role) for role in accepted if role)}
