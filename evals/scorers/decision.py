"""Decision path, decider persona and budget facts against the gold."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Any

from agent.models.gold import GoldStep
from evals.gold.pack import Pack
from evals.interface import Detail, Sample, Score
from evals.scorers.dates import date_fits, dates_in
from evals.scorers.entries import Entry, content, entry_likeness, list_score, shown
from evals.scorers.plan_run import PlanRun
from evals.scorers.words import HEADS, likeness, name_key, names_fit, plain, without_notes

BUDGET_SLOTS = {
    "request_window": "request_window",
    "decision_body": "decision_body",
    "decision_date_or_month": "decision_date",
    "last_renewal_approver": "last_renewal_approver",
}
"""Budget slot in the gold → slot in the plan."""


def score_decision(sample: Sample, run: PlanRun) -> Sequence[Score]:
    """Scores of decision_path and budget."""
    pack: Pack = sample.data
    drafted: list[Entry] = (run.plan.get("decision_path") or {}).get("steps") or []
    found, pairs = list_score(
        "decision_path.steps",
        pack,
        run,
        pack.gold.decision_path,
        drafted,
        _gold_words,
        _draft_words,
        likeness_of=step_likeness(pack, run),
    )
    matched = [(pack.gold.decision_path[g], drafted[d]) for g, d in pairs]
    return [
        found,
        _slot(pack, "approver", matched),
        _slot(pack, "when", matched),
        _order(pack, matched),
        _persona(pack, run),
        *(_budget(pack, run, gold, plan) for gold, plan in BUDGET_SLOTS.items()),
    ]


def step_likeness(pack: Pack, run: PlanRun) -> Callable[[GoldStep, Entry], float]:
    """One step when passage or words agree, or approver and date do; dates that agree break ties."""

    def score(gold: GoldStep, draft: Entry) -> float:
        base = entry_likeness(run, gold.step, gold.evidence, _draft_words(draft), draft)
        when, approver = draft.get("when"), draft.get("approver")
        same_day = bool(gold.when and when and (date_fits(gold.when, when) or date_fits(when, gold.when)))
        same_approver = bool(gold.approver and approver and same_holder(pack, gold.approver, str(approver)))
        if same_day and same_approver:
            base = max(base, 0.7)
        return base + 0.2 * same_day + 0.1 * same_approver if base else 0.0

    return score


def same_holder(pack: Pack, gold: str, draft: str) -> bool:
    """True when both name one person or body, an alias of the gold's included."""
    known = next((p for p in pack.gold.key_people if p.name == gold), None)
    aliases = [name_key(alias) for alias in known.aliases] if known else []
    return names_fit(gold, draft) or name_key(draft) in aliases


def _gold_words(step: GoldStep) -> str:
    return step.step


def _draft_words(step: Entry) -> str:
    return str(step.get("step") or "")


def _slot(pack: Pack, slot: str, pairs: list[tuple[GoldStep, Entry]]) -> Score:
    details = []
    for gold, draft in pairs:
        wanted, given = getattr(gold, slot), draft.get(slot)
        if wanted is None or not given:
            right = wanted is None and not given
        elif slot == "when":
            right = date_fits(wanted, given) or (
                likeness(str(wanted), str(given)) >= 0.6 and not dates_in(wanted)
            )
        else:
            right = same_holder(pack, wanted, str(given))
        details.append(Detail(f"{gold.step}: {wanted or '(blank)'}", shown(given), right))
    if not details:
        return Score(f"decision_path.{slot}", 0.0 if _needed_steps(pack) else None, why="no step was found")
    share = sum(d.right for d in details) / len(details)
    return Score(f"decision_path.{slot}", share, weight=len(details), details=tuple(details))


def _needed_steps(pack: Pack) -> int:
    """How many steps of the gold a draft may not leave out."""
    optional = pack.alternatives.optional
    return sum(f"decision_path[{i}]" not in optional for i in range(len(pack.gold.decision_path)))


def _order(pack: Pack, pairs: list[tuple[GoldStep, Entry]]) -> Score:
    """Share of pairs of steps that stand in the gold's order."""
    both = list(combinations(pairs, 2))
    if not both:
        enough = _needed_steps(pack) > 1
        return Score("decision_path.order", 0.0 if enough else None, why="fewer than two steps were found")
    right = [
        (a[0].order < b[0].order) == (int(a[1].get("order") or 0) < int(b[1].get("order") or 0))
        for a, b in both
    ]
    details = tuple(
        Detail(f"{a[0].step} → {b[0].step}", f"{_draft_words(a[1])} / {_draft_words(b[1])}", ok)
        for (a, b), ok in zip(both, right, strict=True)
    )
    return Score("decision_path.order", sum(right) / len(right), weight=len(right), details=details)


def _persona(pack: Pack, run: PlanRun) -> Score:
    gold = pack.gold.decider_persona
    drafted = (run.plan.get("decision_path") or {}).get("decider_persona")
    text = str((drafted or {}).get("text") or "")
    if gold is None:
        right = not text or pack.alternatives.tolerates("decider_persona", text)
    else:
        right = bool(text) and entry_likeness(run, gold.text, gold.evidence, text, drafted or {}) > 0
    detail = Detail(gold.text if gold else "(nobody knows)", text or "(blank)", right)
    return Score("decision_path.decider_persona", float(right), details=(detail,))


def _budget(pack: Pack, run: PlanRun, gold_slot: str, plan_slot: str) -> Score:
    wanted = getattr(pack.gold.budget, gold_slot)
    drafted: Any = (run.plan.get("budget") or {}).get(plan_slot)
    given = content(drafted)
    if wanted is None or given is None:
        right = wanted is None and given is None
    else:
        words = str(wanted), str(given)
        right = phrase_fits(*words) or (gold_slot in NAMED and body_fits(*words))
    detail = Detail(wanted or "(nobody knows)", shown(drafted), right, ref=f"budget.{plan_slot}")
    return Score(f"budget.{plan_slot}", float(right), details=(detail,))


NAMED = ("decision_body", "last_renewal_approver")
"""Budget slots that name a body or person; a day or amount that a reader adds is no part of the name."""
_FIRST = re.compile(r"[^。;；]*")
_BESIDE = re.compile(r"^[^()（）。;；]+[(（]([^()（）。;；、,]+)")
"""What stands first in the brackets behind a post: who holds it ("専務の決裁(御手洗)", "CFO (Ann Lee, …)")."""


def body_fits(gold: str, draft: str) -> bool:
    """True when both name the same body first: what follows a full stop tells of another budget or stage."""
    one, two = (without_notes(_FIRST.match(text)[0]) for text in (gold, draft))  # type: ignore[index]
    head, named = plain(one), plain(two)
    return bool(named) and (
        names_fit(one, two)
        or head in named
        or named in head
        or likeness(one, two) >= 0.5
        or _family_with_post(one, two)
        or _family_with_post(two, one)
        or _holder_beside(gold, two)
        or _holder_beside(draft, one)
    )


def _holder_beside(post: str, name: str) -> bool:
    """True when the name is that of the holder in brackets behind the post."""
    beside = _BESIDE.match(post)
    return beside is not None and bool(plain(name)) and names_fit(beside[1], name)


def _family_with_post(full: str, short: str) -> bool:
    """True for "川辺 孝" and "川辺取締役本部長": the family name with nothing but a post behind it."""
    family, given = (*full.split(), "")[:2]
    return bool(given) and short.startswith(family) and short[len(family) :].endswith(HEADS)


def phrase_fits(gold: str, draft: str) -> bool:
    """True when both print the same dates, or, without dates outside brackets, name the same body or words."""
    if dates_in(without_notes(gold)):
        return date_fits(gold, draft)
    one, two = plain(without_notes(gold)), plain(without_notes(draft))
    return bool(two) and (names_fit(gold, draft) or one in two or two in one or likeness(gold, draft) >= 0.5)
