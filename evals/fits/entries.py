"""Fits the weights of agent/drafting/second_reading/entries.py on packs: `python -m evals.fits.entries`.

One logistic regression a list over its candidates, wanted where the pack's gold lists the entry (as the scorers match
them). Chances of sentences come from weights fitted without the pack's part of the packs (`--folds FOLDER` keeps them
from one run to the next). `--scores` prints F1 of each list at several bounds, every part of the packs read with weights
fitted without it, beside what the rules alone list. Needs the dependency group `fit`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agent.drafting.second_reading import entries
from agent.drafting.second_reading.candidates import LISTS, Candidate, Form, ListName, candidates
from agent.drafting.second_reading.claims import promise_form
from agent.drafting.second_reading.commitments import commitment_form
from agent.drafting.second_reading.entries import BIAS, Weights, chance_of, features_of, likeliest
from agent.drafting.second_reading.goals import goal_form, whole
from agent.drafting.second_reading.growth import expansion_form
from agent.drafting.second_reading.steps import step_form
from agent.drafting.second_reading.verdicts import verdicts
from agent.drafting.second_reading.weighed import Weighed
from agent.pipeline import anchor_of
from agent.renewal.sides import Sides
from evals.fits.folds import sentence_weights, without
from evals.fits.material import PACKS, Material, arguments
from evals.fits.regression import kept_features, logistic, matrix_of
from evals.gold.pack import Pack, load_pack
from evals.interface import Counts
from evals.read_account import read_account
from evals.scorers.decision import step_likeness
from evals.scorers.entries import SAME_WORDS, Entry, entry_likeness, list_score, unsupported
from evals.scorers.plan_run import PlanRun

STRENGTH = 0.05
"""Inverse of the L2 penalty."""
SEEN_IN = 4
"""A feature counts when this many packs have it."""
NEW = 2.0
"""Weight of a pack whose writer's first packs the rules were not made on: rules look better on the others."""
STUDIED = range(63)
"""Numbers of the packs the rules were made on."""
PARTS = (
    range(36),
    range(36, 63),
    range(63, 75),
    range(75, 87),
    range(87, 99),
    range(99, 112),
    range(112, 118),
    range(118, 130),
    range(130, 10_000),
)
"""Numbers of packs left out together for scores: a writer's packs stay together."""
TRIED = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55)
"""Bounds whose F1 is printed."""
WEIGHTS = Path(entries.__file__).parent / "data" / "entries"
GOLD: dict[ListName, str] = {
    "goals": "goals",
    "promises": "promises_at_purchase",
    "commitments": "commitments",
    "steps": "decision_path",
    "expansion": "expansion",
}


@dataclass(frozen=True)
class Read:
    """A pack's candidates of one list with their features, and which of them the gold lists.

    `score` counts right, extra and missed entries of a choice of candidates, as the scorer of the list does.
    """

    number: int
    name: str
    found: list[Candidate[Any]]
    features: list[dict[str, float]]
    wanted: list[bool]
    form: Form[Any]
    score: Callable[[Sequence[Candidate[Any]]], Counts]


def read_packs(material: Material, folds: Path) -> Iterator[dict[ListName, Read]]:
    """The packs that may be studied, each list's candidates read with weights that have not seen the pack."""
    for folder in material.pack_folders():
        pack = load_pack(folder)
        weighed, forms, run = _candidates(folder, without(folds, PACKS, folder.name))
        yield {form.name: _read(folder.name, pack, run, weighed, known, form) for form, known in forms}


def _candidates(folder: Path, weights: Path) -> tuple[Weighed, list[tuple[Form[Any], list[Any]]], PlanRun]:
    read = read_account(folder)
    account, readings = read.account, read.readings
    notes, steps = readings.notes, readings.renewal.decision_path.steps
    anchor = anchor_of(account, readings.company.fiscal_year_end_month)
    sides = Sides(account, readings.people)
    seen_as = verdicts(readings.people.people, readings.renewal, notes, notes.remarks)
    weighed = Weighed(notes.remarks, seen_as, weights)
    forms: list[tuple[Form[Any], list[Any]]] = [
        (
            goal_form(notes.goals, notes.remarks, sides, anchor),
            whole(notes.goals, notes.remarks, sides, anchor),
        ),
        (promise_form(weighed), notes.promises),
        (commitment_form(weighed, notes.commitments, anchor), notes.commitments),
        (step_form(weighed, sides, anchor), steps),
        (expansion_form(weighed), notes.expansion),
    ]
    sources = [{"id": one.source_id, "path": one.path} for one in read.documents]
    return weighed, forms, PlanRun.of({"sources": sources}, {})


def _read(
    name: str, pack: Pack, run: PlanRun, weighed: Weighed, known: Sequence[Any], form: Form[Any]
) -> Read:
    found = candidates(weighed, known, form)
    gold = getattr(pack.gold, GOLD[form.name])
    likeness = _likeness(pack, run, form)
    drafts = [_draft(one) for one in found]

    def score(chosen: Sequence[Candidate[Any]]) -> Counts:
        scored, _ = list_score(
            GOLD[form.name], pack, run, gold, [_draft(one) for one in chosen], _gold_text, _draft_text,
            likeness_of=likeness,
        )  # fmt: skip
        return scored.counts or Counts()

    wanted = [_is_listed(draft, pack, run, gold, likeness, GOLD[form.name]) for draft in drafts]
    features = list(features_of(weighed, found))
    return Read(int(name.split("-")[1]), name, found, features, wanted, form, score)


def _draft(one: Candidate[Any]) -> Entry:
    return {**one.entry.model_dump(mode="json"), "text": one.text}


def _gold_text(entry: Any) -> str:
    return str(getattr(entry, "text", None) or getattr(entry, "statement", None) or entry.step)


def _draft_text(entry: Entry) -> str:
    return str(entry["text"])


def _likeness(pack: Pack, run: PlanRun, form: Form[Any]) -> Callable[[Any, Entry], float]:
    if form.name == "steps":
        return step_likeness(pack, run)

    def likeness(gold: Any, draft: Entry) -> float:
        if getattr(gold, "who", None) != draft.get("who"):
            return 0.0
        return entry_likeness(run, _gold_text(gold), gold.evidence, _draft_text(draft), draft)

    return likeness


def _is_listed(
    draft: Entry,
    pack: Pack,
    run: PlanRun,
    gold: Sequence[Any],
    likeness: Callable[[Any, Entry], float],
    field: str,
) -> bool:
    """The gold lists it, alone or beside others that say the same."""
    best = max(gold, key=lambda one: likeness(one, draft), default=None)
    if best is None or likeness(best, draft) < SAME_WORDS:
        return pack.alternatives.tolerates(field, _draft_text(draft))
    return not unsupported(run, _gold_text(best), best.evidence, _draft_text(draft), draft)


def fit(reads: Sequence[Read]) -> Weights:
    """Weights of all features that enough packs have, and the constant."""
    kept = kept_features(((read.name, row) for read in reads for row in read.features), SEEN_IN)
    matrix = matrix_of([row for read in reads for row in read.features], kept)
    wanted = [is_wanted for read in reads for is_wanted in read.wanted]
    counts = [1.0 if read.number in STUDIED else NEW for read in reads for _ in read.wanted]
    weights, bias = logistic(matrix, wanted, STRENGTH, counts)
    return {BIAS: bias, **dict(zip(kept, weights.tolist(), strict=True))}


def write(weights: Weights, file: Path) -> None:
    """A line a feature: name and weight."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(f"{name}\t{weight:.3f}\n" for name, weight in weights.items()), encoding="utf-8")


def print_scores(reads: Sequence[Read]) -> None:
    """F1 of one list at several bounds, all packs and those of new writers, beside the rules' alone."""
    chances: dict[str, list[float]] = {}
    for part in PARTS:
        weights = fit([read for read in reads if read.number not in part])
        for read in reads:
            if read.number in part:
                chances[read.name] = [chance_of(row, weights) for row in read.features]
    name = reads[0].form.name
    by_rules = [read.score([one for one in read.found if one.by_rules]) for read in reads]
    print(f"{name:12s} rules {_shown(reads, by_rules)}")
    for bound in TRIED:
        chosen = [
            read.score([read.found[at] for at in likeliest(read.found, chances[read.name], read.form, bound)])
            for read in reads
        ]
        print(f"{name:12s}  {bound:.2f} {_shown(reads, chosen)}")


def _shown(reads: Sequence[Read], counts: Sequence[Counts]) -> str:
    new = [count for read, count in zip(reads, counts, strict=True) if read.number not in STUDIED]
    return f"all {_f1(counts)}, new writers {_f1(new)}"


def _f1(counts: Sequence[Counts]) -> str:
    total = sum(counts, Counts())
    precision, recall = total.tp / max(total.tp + total.fp, 1), total.tp / max(total.tp + total.fn, 1)
    return f"{2 * precision * recall / max(precision + recall, 1e-9):.3f} (P {precision:.2f} R {recall:.2f})"


def main() -> None:
    """Fit and write, or print scores on packs left out."""
    parser = arguments(__doc__, WEIGHTS)
    parser.add_argument(
        "--folds", type=Path, help="folder that keeps sentence weights fitted without some packs"
    )
    given = parser.parse_args()
    material = Material.shipped()
    with tempfile.TemporaryDirectory() as scratch:
        folds = given.folds or Path(scratch)
        sentence_weights(folds, material)
        packs = list(read_packs(material, folds))
    for name in LISTS:
        reads = [pack[name] for pack in packs]
        if given.scores:
            print_scores(reads)
        else:
            write(fit([read for read in reads if read.name not in given.without]), given.to / f"{name}.tsv")


if __name__ == "__main__":
    main()
