"""Matching lists of statements: by the passage they rest on and by their words, with figures that agree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from evals.gold.pack import Pack
from evals.interface import Counts, Detail, Score, f1_score
from evals.scorers.assignment import best_matching
from evals.scorers.plan_run import PlanRun
from evals.scorers.words import likeness, negated, plain, strange_figures

SAME_PASSAGE = 0.6
SAME_WORDS = 0.4
Entry = dict[str, Any]


def entry_likeness(run: PlanRun, gold_text: str, evidence: Any, draft_text: str, entry: Entry) -> float:
    """0 for different statements, else at least 0.4: same passage or like words; both count for the choice."""
    passage = run.passage_share(evidence, entry)
    words = max([likeness(gold_text, draft_text), *(likeness(e.quote, draft_text) for e in evidence or [])])
    if passage < SAME_PASSAGE and words < SAME_WORDS:
        return 0.0
    return SAME_WORDS + 0.35 * passage + 0.25 * words


def match_entries(
    run: PlanRun,
    gold: Sequence[Any],
    draft: Sequence[Entry],
    gold_text: Callable[[Any], str],
    draft_text: Callable[[Entry], str],
    allowed: Callable[[Any, Entry], bool] = lambda _gold, _draft: True,
) -> list[tuple[int, int]]:
    """Pairs of index in gold and index in the draft whose statements are one."""

    def score(g: Any, d: Entry) -> float:
        return entry_likeness(run, gold_text(g), g.evidence, draft_text(d), d) if allowed(g, d) else 0.0

    return best_matching(gold, draft, score, SAME_WORDS)


def unsupported(
    run: PlanRun, gold_text: str, evidence: Any, draft_text: str, entry: Entry, slots: Sequence[str] = ()
) -> str:
    """Why the draft's words do not say what the gold says though they match; "" when they do.

    Every figure must stand in the gold, its other slots (a goal's target, a step's date), its evidence or the entry's
    own quotes, and a statement that repeats one of them must not have lost or gained a negation.
    """
    known = [gold_text, *(e.quote for e in evidence or []), *(quote for _, quote in run.quotes(entry))]
    if strange := strange_figures(draft_text, [*known, *slots]):
        return strange
    nearest = max(known, key=lambda text: likeness(text, draft_text))
    if likeness(nearest, draft_text) >= 0.9 and negated(nearest) != negated(draft_text):
        return "says the opposite"
    return ""


def list_score(
    field: str,
    pack: Pack,
    run: PlanRun,
    gold: Sequence[Any],
    draft: Sequence[Entry],
    gold_text: Callable[[Any], str],
    draft_text: Callable[[Entry], str],
    allowed: Callable[[Any, Entry], bool] = lambda _gold, _draft: True,
    likeness_of: Callable[[Any, Entry], float] | None = None,
) -> tuple[Score, list[tuple[int, int]]]:
    """F1 of a list of statements, and the pairs that are right."""
    list_name = field.partition(".")[0]
    if likeness_of:
        pairs = best_matching(gold, draft, likeness_of, SAME_WORDS)
    else:
        pairs = match_entries(run, gold, draft, gold_text, draft_text, allowed)
    details, right = [], []
    for g, d in pairs:
        slots = [value for value in gold[g].model_dump().values() if isinstance(value, str)]
        why = unsupported(run, gold_text(gold[g]), gold[g].evidence, draft_text(draft[d]), draft[d], slots)
        right += [] if why else [(g, d)]
        details.append(Detail(gold_text(gold[g]), draft_text(draft[d]), not why, why, f"{list_name}[{d}]"))
    paired = {g for g, _ in pairs}, {d for _, d in pairs}
    left = [g for i, g in enumerate(gold) if i not in paired[0] and not _optional(pack, list_name, i, g)]
    extra = [
        (i, d)
        for i, d in enumerate(draft)
        if i not in paired[1] and not pack.alternatives.tolerates(list_name, draft_text(d))
    ]
    details += [Detail(gold_text(g), "-", False, "not found") for g in left]
    details += [Detail("-", draft_text(d), False, "not in the gold", f"{list_name}[{i}]") for i, d in extra]
    wrong = len(pairs) - len(right)
    return f1_score(field, Counts(len(right), wrong + len(extra), wrong + len(left)), details), right


def _optional(pack: Pack, list_name: str, index: int, entry: Any) -> bool:
    names = {str(index), str(getattr(entry, "name", "")), str(getattr(entry, "kind", ""))}
    return any(f"{list_name}[{name}]" in pack.alternatives.optional for name in names)


def shown(value: Any) -> str:
    """A slot as a reader sees it: the value with its unit, or (blank)."""
    if isinstance(value, dict) and "value" in value:
        unit = value.get("unit") or ""
        text = str(value["value"])
        return text if plain(unit) and plain(text).endswith(plain(unit)) else f"{text}{unit}"
    return "(blank)" if value in (None, "", []) else str(value)


def content(value: Any) -> Any:
    """A slot's bare value; None for a blank."""
    if isinstance(value, dict) and "value" in value:
        return value["value"]
    return value if value not in ("", []) else None


def unit_of(value: Any) -> str | None:
    """The unit of a slot that carries one."""
    return str(value["unit"]) if isinstance(value, dict) and value.get("unit") else None
