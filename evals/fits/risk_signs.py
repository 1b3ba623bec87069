"""Fits the weights of agent/drafting/second_reading/risk_signs.py on packs: `python -m evals.fits.risk_signs`.

One logistic regression over (sentence, kind of risk), wanted where the pack's gold cites the sentence for a risk of the
kind. Chances of sentences come from weights fitted without the packs (`--folds FOLDER` keeps them from one run to the
next). `--scores` prints F1 of kinds and how often the five likeliest sentences hold a cited one, each pack read with
weights fitted without its part of the packs. Needs the dependency group `fit`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from agent.drafting.second_reading import risk_signs
from agent.drafting.second_reading.risk_signs import BIAS, KINDS, Weights, chance_of_risk, sign_features
from agent.drafting.second_reading.risks import LIKELY, MOST_SIGNS
from agent.drafting.second_reading.verdicts import verdicts
from agent.drafting.second_reading.weighed import may_state
from agent.renewal.likely import sentences_of
from agent.sentence_kinds import chances_of
from evals.fits.folds import sentence_weights, without
from evals.fits.material import PACKS, Material, arguments
from evals.fits.regression import kept_features, logistic, matrix_of
from evals.gold.pack import load_pack
from evals.note_remarks import kinds_quoted, quoted_kinds
from evals.read_account import read_account

STRENGTH = 0.1
"""Inverse of the L2 penalty."""
SEEN_IN = 4
"""A feature counts when this many packs have it."""
PARTS = 6
"""Runs of packs left out in turn for scores: packs of one writer have numbers beside each other."""
WEIGHTS = Path(risk_signs.__file__).parent / "data" / "risk_signs.tsv"
RISK = "risk:"


@dataclass(frozen=True)
class Row:
    """One sentence of a pack with its features as a sign of each kind, and the kinds it is cited for."""

    pack: str
    features: dict[str, dict[str, float]]
    cited: frozenset[str]


@dataclass(frozen=True)
class Read:
    """A pack's rows, and the kinds of risk its gold has."""

    name: str
    rows: list[Row]
    kinds: frozenset[str]


def read_packs(material: Material, folds: Path) -> Iterator[Read]:
    """The packs that may be studied, read by the rules and weighed without the packs."""
    for folder in material.pack_folders():
        readings = read_account(folder).readings
        remarks = readings.notes.remarks
        seen_as = verdicts(readings.people.people, readings.renewal, readings.notes, remarks)
        chances = chances_of(list(sentences_of(remarks, seen_as)), without(folds, PACKS, folder.name))
        told = [pair for pair in zip(remarks, chances, strict=True) if may_state(pair[0])]
        pack = load_pack(folder)
        quoted = quoted_kinds(pack)
        rows = []
        for remark, features in sign_features(told, readings.notes.risks):
            cited = frozenset(kinds_quoted(remark.text, Path(remark.document.path).name, quoted))
            rows.append(Row(folder.name, {str(kind): found for kind, found in features.items()}, cited))
        yield Read(folder.name, rows, frozenset(risk.kind for risk in pack.gold.risks))


def fit(packs: Sequence[Read]) -> Weights:
    """Weights of all features that enough packs have, and the constant."""
    rows = [(row, kind) for pack in packs for row in pack.rows for kind in KINDS]
    kept = kept_features(((row.pack, row.features[kind]) for row, kind in rows), SEEN_IN)
    matrix = matrix_of([row.features[kind] for row, kind in rows], kept)
    weights, bias = logistic(matrix, [RISK + kind in row.cited for row, kind in rows], STRENGTH)
    return {BIAS: bias, **dict(zip(kept, weights.tolist(), strict=True))}


def write(weights: Weights, file: Path) -> None:
    """A line a feature: name and weight."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(f"{name}\t{weight:.3f}\n" for name, weight in weights.items()), encoding="utf-8")


def print_scores(packs: Sequence[Read]) -> None:
    """F1 of the kinds of risk, and of those with a cited sentence among the likeliest."""
    size = -(-len(packs) // PARTS)
    drafted = right = found = wanted = 0
    for start in range(0, len(packs), size):
        weights = fit([*packs[:start], *packs[start + size :]])
        for pack in packs[start : start + size]:
            wanted += len(pack.kinds)
            for kind in KINDS:
                scored = [(risk_signs.chance_of(row.features[kind], weights), row) for row in pack.rows]
                scored.sort(key=lambda pair: -pair[0])
                if chance_of_risk([chance for chance, _ in scored]) < LIKELY:
                    continue
                drafted += 1
                right += kind in pack.kinds
                found += any(RISK + kind in row.cited for _, row in scored[:MOST_SIGNS])
    total = drafted + wanted
    print(f"{len(packs)} packs: kinds F1 {2 * right / total:.3f}, found F1 {2 * found / total:.3f}")


def main() -> None:
    """Fit and write, or print scores on packs left out."""
    parser = arguments(__doc__, WEIGHTS)
    parser.add_argument(
        "--folds", type=Path, help="folder that keeps sentence weights fitted without the packs"
    )
    given = parser.parse_args()
    material = Material.shipped()
    with tempfile.TemporaryDirectory() as scratch:
        folds = given.folds or Path(scratch)
        sentence_weights(folds, material)
        packs = [pack for pack in read_packs(material, folds) if pack.name not in given.without]
    if given.scores:
        print_scores(packs)
    else:
        write(fit(packs), given.to)


if __name__ == "__main__":
    main()
