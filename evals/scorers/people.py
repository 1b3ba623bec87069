"""People: found, none invented, merged or from outside; with role, status, stance, title, department."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from agent.models.gold import GoldPerson
from evals.gold.pack import Pack
from evals.interface import Counts, Detail, Sample, Score, f1_score
from evals.scorers.people_match import (
    Person,
    allowed_roles,
    listed_outsiders,
    match_people,
    merged_people,
    names_of,
    person_path,
)
from evals.scorers.plan_run import PlanRun
from evals.scorers.words import department_fits, plain, same_name, title_fits

Pair = tuple[GoldPerson, Person]


def score_people(sample: Sample, run: PlanRun) -> Sequence[Score]:
    """All scores of key_people against the gold."""
    pack: Pack = sample.data
    people: list[Person] = run.plan.get("key_people") or []
    pairs_by_index = match_people(pack.gold, people)
    matched = {d for _, d in pairs_by_index}
    pairs = [(pack.gold.key_people[g], people[d]) for g, d in pairs_by_index]
    extra = [p for i, p in enumerate(people) if i not in matched and not _tolerated(pack, p)]
    missing = [
        person
        for i, person in enumerate(pack.gold.key_people)
        if i not in {g for g, _ in pairs_by_index} and person_path(person) not in pack.alternatives.optional
    ]
    outsiders = [
        people[i]
        for i in listed_outsiders(pack.gold, people, matched)
        if not _tolerated_former(pack, people[i])
    ]
    return [
        _found(pairs, extra, missing),
        _outsiders(people, outsiders),
        _merges(pack, people),
        _roles(pack, pairs, extra, missing),
        _attribute(pack, "name", pairs, lambda g, d: same_name(g.name, str(d.get("name"))), lambda g: g.name),
        _attribute(pack, "status", pairs, lambda g, d: g.status == d.get("status"), lambda g: g.status),
        _attribute(pack, "stance", pairs, lambda g, d: g.stance == d.get("stance"), lambda g: g.stance),
        _attribute(pack, "kind", pairs, lambda g, d: g.kind == d.get("kind"), lambda g: g.kind),
        _attribute(pack, "title", pairs, _title, lambda g: g.title),
        _attribute(pack, "department", pairs, _department, lambda g: g.department),
        *_holders(pack, pairs, people, "economic_buyer"),
        *_holders(pack, pairs, people, "champion"),
    ]


def _tolerated(pack: Pack, person: Person) -> bool:
    return any(pack.alternatives.tolerates("key_people", name) for name in names_of(person))


def _tolerated_former(pack: Pack, person: Person) -> bool:
    """True for a former post holder whom the review lets be named, so long as the draft says that he left."""
    return _tolerated(pack, person) and person.get("status") == "left"


def _found(pairs: list[Pair], extra: list[Person], missing: list[GoldPerson]) -> Score:
    details = [Detail(p.name, "-", False, "not found") for p in missing]
    details += [Detail("-", str(p.get("name")), False, "not in the gold", _ref(p)) for p in extra]
    details += [Detail(g.name, str(d.get("name")), True, "", _ref(d)) for g, d in pairs]
    return f1_score("people.found", Counts(len(pairs), len(extra), len(missing)), details)


def _outsiders(people: list[Person], outsiders: list[Person]) -> Score:
    details = tuple(
        Detail("no customer", str(p.get("name")), False, "outsider listed", _ref(p)) for p in outsiders
    )
    return _guard("people.no_outsider", people, details)


def _merges(pack: Pack, people: list[Person]) -> Score:
    details = tuple(
        Detail(
            " / ".join(merged), str(person.get("name")), False, "different people in one entry", _ref(person)
        )
        for person in people
        if (merged := merged_people(pack.gold, person))
    )
    return _guard("people.no_wrong_merge", people, details)


def _guard(field: str, people: list[Person], faults: tuple[Detail, ...]) -> Score:
    """1 when there is no fault, 0 when there is one; not scored where nobody is listed."""
    value = float(not faults) if people else None
    return Score(field, value, must_not_break=True, details=faults)


def _roles(pack: Pack, pairs: list[Pair], extra: list[Person], missing: list[GoldPerson]) -> Score:
    """F1 over (person, role) pairs; a person without a role is a pair as well."""
    right, details = 0, []
    for gold, draft in pairs:
        allowed = allowed_roles(gold, pack.alternatives.accept.get(f"{person_path(gold)}.role", []))
        fits = draft.get("role") in allowed or gold.role in (draft.get("also_roles") or [])
        right += fits
        details.append(Detail(f"{gold.name}: {gold.role}", str(draft.get("role")), fits, "", _ref(draft)))
    wrong = len(pairs) - right
    details += [Detail(f"{g.name}: {g.role}", "-", False, "person not found") for g in missing]
    details += [Detail("-", f"{p.get('name')}: {p.get('role')}", False, "not in the gold") for p in extra]
    return f1_score("people.role", Counts(right, wrong + len(extra), wrong + len(missing)), details)


def _attribute(
    pack: Pack,
    name: str,
    pairs: list[Pair],
    fits: Callable[[GoldPerson, Person], bool],
    show: Callable[[GoldPerson], str | None],
) -> Score:
    """Share of the people found whose attribute is right; 0 where gold names people and none was found."""
    details = []
    for gold, draft in pairs:
        accepted = pack.alternatives.accepts(f"{person_path(gold)}.{name}", draft.get(name))
        right = accepted or fits(gold, draft)
        details.append(
            Detail(f"{gold.name}: {show(gold) or '(blank)'}", str(draft.get(name)), right, "", _ref(draft))
        )
    if not pairs:
        return Score(f"people.{name}", 0.0 if pack.gold.key_people else None, why="nobody was found")
    share = sum(d.right for d in details) / len(details)
    return Score(f"people.{name}", share, weight=len(pairs), details=tuple(details))


def _title(gold: GoldPerson, draft: Person) -> bool:
    given = draft.get("title")
    if gold.title is None or not given:
        return gold.title is None and not given
    return title_fits(gold.title, str(given))


def _department(gold: GoldPerson, draft: Person) -> bool:
    given = draft.get("department")
    if gold.department is None or not given:
        return gold.department is None and not given
    return department_fits(gold.department, str(given))


def _holders(pack: Pack, pairs: list[Pair], people: list[Person], role: str) -> list[Score]:
    """Whether a right holder of the role (or rightly nobody) is named, and whether a wrong one is.

    The first looks at main roles, or at second ones where no main role says it; the second at both.
    """
    allowed = {
        id(draft)
        for gold, draft in pairs
        if role in allowed_roles(gold, pack.alternatives.accept.get(f"{person_path(gold)}.role", []))
    }
    main = [p for p in people if p.get("role") == role]
    named = main + [p for p in people if p not in main and role in (p.get("also_roles") or [])]
    wrong = [p for p in named if id(p) not in allowed]
    wanted = [g.name for g in pack.gold.key_people if g.role == role]
    shown = " / ".join(str(p.get("name")) for p in named) or "(blank)"
    gold = " / ".join(wanted) or "(nobody knows)"
    holders = main or named
    right = all(id(p) in allowed for p in holders) and (bool(holders) or not wanted)
    return [
        Score(f"people.{role}", float(right), details=(Detail(gold, shown, right),)),
        Score(
            f"people.no_wrong_{role}",
            float(not wrong) if named else None,
            details=(Detail(gold, shown, not wrong),),
            must_not_break=role == "economic_buyer",
        ),
    ]


def _ref(person: Person) -> str:
    return f"key_people[{person.get('id') or plain(str(person.get('name')))}]"
