"""Where two reviewers' golds of one account differ, and the adjudication that settles it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from agent.models.gold import Adjudication, Gold, GoldReview
from evals.scorers.assignment import best_matching
from evals.scorers.words import likeness, same_name

IGNORED = {
    "evidence",
    "aliases",
    "review",
    "provenance",
    "schema_version",
    "fiscal_year_end_evidence",
    "traps",
}
LISTS = {
    "key_people": "name", "tools": "name", "decision_path": "step", "goals": "statement", "risks": "text",
    "promises_at_purchase": "text", "expansion": "text", "topics": "text", "commitments": "text",
    "contradictions": "text",
}  # fmt: skip
"""List of entries → the words entries are told apart by."""
SAME_ENTRY = 0.5
PRESENT = "(listed)"


def disagreements(a: Gold, b: Gold) -> list[Adjudication]:
    """Every place where the two differ, in the gold's order; evidence and aliases are not compared."""
    one, two = a.model_dump(mode="json"), b.model_dump(mode="json")
    found: list[Adjudication] = []
    for key in one:
        if key in IGNORED:
            continue
        found += _in_list(key, one[key], two[key]) if key in LISTS else _in_value(key, one[key], two[key])
    return found


def _in_value(path: str, one: Any, two: Any) -> Iterator[Adjudication]:
    if isinstance(one, dict) and isinstance(two, dict):
        for key in one:
            if key not in IGNORED:
                yield from _in_value(f"{path}.{key}", one[key], two.get(key))
    elif isinstance(one, list) and isinstance(two, list):
        for word in [w for w in one if w not in two] + [w for w in two if w not in one]:
            yield Adjudication(
                path=f"{path}[{word}]", a=PRESENT if word in one else None, b=PRESENT if word in two else None
            )
    elif one != two:
        yield Adjudication(path=path, a=_shown(one), b=_shown(two))


def _in_list(name: str, one: list[Any], two: list[Any]) -> Iterator[Adjudication]:
    by = LISTS[name]

    def score(x: Any, y: Any) -> float:
        return 1.0 if by == "name" and same_name(x[by], y[by]) else likeness(x[by], y[by])

    pairs = dict(best_matching(one, two, score, SAME_ENTRY))
    for index, entry in enumerate(one):
        path = f"{name}[{entry[by] if by == 'name' else index}]"
        if index not in pairs:
            yield Adjudication(path=path, a=_shown(entry[by]), b=None)
            continue
        other = two[pairs[index]]
        for key in entry:
            if key not in IGNORED | {by, "order", "a", "b"}:
                yield from _in_value(f"{path}.{key}", entry[key], other.get(key))
    for index, entry in enumerate(two):
        if index not in pairs.values():
            yield Adjudication(
                path=f"{name}[+{entry[by] if by == 'name' else index}]", a=None, b=_shown(entry[by])
            )


def _shown(value: Any) -> str | None:
    return None if value is None else str(value)


def carry_over(found: list[Adjudication], before: list[Adjudication]) -> list[Adjudication]:
    """The disagreements with what was decided on them before, as long as both sides still say the same."""
    known = {(entry.path, entry.a, entry.b): entry for entry in before}
    return [known.get((entry.path, entry.a, entry.b), entry) for entry in found]


def adjudicated(a: Gold, b: Gold, decisions: list[Adjudication]) -> Gold:
    """Reviewer a's gold with every decision for b taken over. Raises ValueError while one is open."""
    open_paths = [entry.path for entry in decisions if entry.decided not in {"a", "b"}]
    if open_paths:
        raise ValueError(f"not decided yet: {', '.join(open_paths[:5])} ({len(open_paths)} in all)")
    data, other = a.model_dump(mode="json"), b.model_dump(mode="json")
    for entry in decisions:
        if entry.decided == "b":
            _take(data, other, entry)
    reviewers = [name for gold in (a, b) for name in (gold.review.reviewers if gold.review else [])]
    data["review"] = GoldReview(reviewers=reviewers, adjudications=decisions).model_dump(mode="json")
    return Gold.model_validate(data)


def _take(data: dict[str, Any], other: dict[str, Any], entry: Adjudication) -> None:
    name, _, rest = entry.path.partition("[")
    if name in LISTS and rest:
        key, _, slot = rest.partition("]")
        by = LISTS[name]
        if key.startswith("+"):
            data[name].append(next(e for e in other[name] if _shown(e[by]) == entry.b))
            return
        place = _place(data[name], by, key)
        if not slot:
            data[name].pop(place)
            return
        pair = dict(best_matching(data[name], other[name], lambda x, y: likeness(x[by], y[by]), SAME_ENTRY))
        data[name][place][slot.lstrip(".")] = other[name][pair[place]][slot.lstrip(".")]
    elif rest:
        word = rest.removesuffix("]")
        data[name] = [w for w in data[name] if w != word] + ([word] if entry.b else [])
    else:
        keys = entry.path.split(".")
        source, target = other, data
        for step in keys[:-1]:
            source, target = source[step], target[step]
        target[keys[-1]] = source[keys[-1]]


def _place(entries: list[dict[str, Any]], by: str, key: str) -> int:
    if by == "name":
        return next(i for i, e in enumerate(entries) if e["name"] == key)
    return int(key)
