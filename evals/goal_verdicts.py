"""What the review says about a generated goal, against what its defect must bring; and the invariants.

Width and whitespace never change a verdict, the Japanese and the English form of one goal get the same one,
taking the due date away never leaves fewer findings of T, and a review date never brings a finding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random

from agent.goals import GoalContext
from agent.review.config import ReviewConfig
from agent.review.engine import judge, read
from agent.review.item import Item
from agent.review.rule import Whole
from evals.goal_forms import (
    AS_OF,
    CONTRACT_END,
    COVERED,
    CUSTOMER_MONTH,
    VENDOR_MONTH,
    Form,
    retyped,
)  # fmt: skip
from evals.goal_parts import REVIEWS

FOR_ACTIONS = frozenset(("S", "T01", "T02", "T03", "T04", "T05", "O01", "O02"))
INVARIANTS = ("width", "language", "due", "review")


@dataclass
class Verdicts:
    """Counts over a batch of forms, both languages."""

    right: Counter[str] = field(default_factory=Counter)  # rule → fired and expected
    extra: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)  # invariant → held
    tried: Counter[str] = field(default_factory=Counter)
    examples: list[tuple[str, str]] = field(default_factory=list)  # (rule or invariant, text)


def fired(text: str, form: Form, language: str) -> list[str]:
    """Ids of the findings about a text of the form, S01 and S02 as S, one entry a finding."""
    context = GoalContext(
        AS_OF,
        "action" if form.kind == "action" else "goal",
        CUSTOMER_MONTH,
        VENDOR_MONTH,
        None,
        CONTRACT_END,
        form.promise.of(language) if form.promise else None,
    )
    config = ReviewConfig()
    (entry,) = read([Item("1", "1", text, context)], config)
    found = [finding.rule for finding in judge(Whole((entry,)), config, language)]
    return ["S" if rule in ("S01", "S02") else rule for rule in found]


def verdicts(forms: Sequence[Form], seed: int) -> Verdicts:
    """Every form judged in both languages, and the invariants tried on it."""
    random = Random(seed)
    result = Verdicts()
    for form in forms:
        said = {language: fired(form.text(language), form, language) for language in ("ja", "en")}
        for language, found in said.items():
            _count(result, form, language, set(found))
            _invariants(result, form, language, found, random)
        _hold(result, "language", _covered(said["ja"]) == _covered(said["en"]), form.text("ja"))
    return result


def _covered(found: Sequence[str]) -> set[str]:
    return set(found) & set(COVERED)


def _count(result: Verdicts, form: Form, language: str, found: set[str]) -> None:
    for rule in FOR_ACTIONS if form.kind == "action" else COVERED:
        if rule in found and rule in form.expected:
            result.right[rule] += 1
        elif rule in found:
            result.extra[rule] += 1
            result.examples.append((f"{rule} extra", form.text(language)))
        elif rule in form.expected:
            result.missed[rule] += 1
            result.examples.append((f"{rule} missed", form.text(language)))


def _invariants(result: Verdicts, form: Form, language: str, found: list[str], random: Random) -> None:
    other = retyped(form.text(language), random)
    _hold(result, "width", _covered(fired(other, form, language)) == _covered(found), other)
    if form.due is not None:
        without = fired(replace(form, due=None).text(language), form, language)
        _hold(result, "due", _timed(without) >= _timed(found), form.text(language))
    if form.kind == "goal" and form.review is None:
        reviewed = replace(form, review=random.choice(REVIEWS))
        more = set(fired(reviewed.text(language), form, language)) - set(found)
        _hold(result, "review", not more, reviewed.text(language))


def _timed(found: Sequence[str]) -> int:
    return sum(rule.startswith("T") for rule in found)


def _hold(result: Verdicts, name: str, held: bool, text: str) -> None:
    result.tried[name] += 1
    result.held[name] += held
    if not held:
        result.examples.append((name, text))
