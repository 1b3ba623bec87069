"""Fits what the second opinion says of a whole goal or action: `python -m evals.fits.smart_items`.

One logistic regression a label and language over the signs of the text's tokens, each counted once, fitted on the same
goals as the parts are (`evals.fits.smart_labels`). `--scores` leaves every writer out in turn and prints wrong readings
of the rules and with the opinion; without it weights and bounds are written. Needs the dependency group `fit`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from agent.calendar import fold
from agent.goals.metrics import heads, metric_span
from agent.goals.scan import Scan
from agent.goals.second_opinion.items import ITEM_LABELS, Seen
from agent.goals.second_opinion.scores import WEIGHTS
from agent.goals.targets import read_targets
from evals.datasets.load import load_dataset
from evals.fits.material import arguments
from evals.fits.regression import Floats, kept_features, logistic, matrix_of
from evals.fits.smart_bounds import MARKED
from evals.fits.smart_labels import LANGUAGES, by_one, items_of, marked, names_marked
from evals.fits.smart_marked import judged_items
from evals.fits.smart_tables import Marked
from evals.interface import Settings
from evals.smart_agreement import context_of, labelled_items, labels_read

STRENGTH = {"outcome": 0.3, "deliverable": 0.5}
"""Inverse of the L2 penalty by label."""
SEEN_IN = 3
"""A sign counts when this many items have it."""
DROPS = np.append(-np.inf, np.arange(-4.0, -0.49, 0.25))
ADDS = np.append(np.arange(-1.0, 4.01, 0.25), np.inf)
PRICE = 0.2
"""Wrong readings an overruling must spare on average: many that gain little are chance."""
JUDGED = "judged"
"""Goals judged as a whole for this fit alone (evals/fits/smart_marked.py)."""
MADE_COUNT = 0.25
"""What a wrong reading of goals made for the fits counts when bounds are chosen."""
MADE_WEIGHS = 0.3
"""What such a goal counts in the fit."""
TOLERANCE = 0.001


@dataclass(frozen=True)
class Row:
    """One text for one label: what is seen, what is right, what the rules read before they were made on the writer."""

    writer: str
    features: Mapping[str, float]
    gold: bool
    read: bool


def rows_of(folder: Path, language: str, without: Sequence[str] = ()) -> Mapping[str, list[Row]]:
    """Label → the texts of all writers but some that have it."""
    first = {
        (line["set"], line["id"]): line["labels"] for line in labelled_items(folder / "first_readings.jsonl")
    }
    found: dict[str, list[Row]] = {label: [] for label in ITEM_LABELS}
    judged = list(judged_items(folder / f"judged_{language}.txt"))
    for writer, items in (items_of(folder) | {JUDGED: judged}).items():
        mine = [item for item in items if item["lang"] == language and writer not in without]
        for one in marked(writer, mine):
            read = first.get((writer, one.item["id"])) or labels_read(dict(one.item), weighed=False)
            features = _features(one)
            for label, rows in found.items():
                if label in features and one.item["labels"].get(label) is not None:
                    gold, said = bool(one.item["labels"][label]), bool(read[label])
                    rows.append(Row(writer, features[label], gold, said))
    return found


def _features(one: Marked) -> dict[str, dict[str, float]]:
    """Label → its signs, each counted once."""
    item = dict(one.item)
    scan = Scan.of(fold(item["text"].replace("\t", "|")).text, item["lang"], context_of(item))
    targets = read_targets(scan)
    label = "outcome" if scan.is_goal else "deliverable"
    seen = Seen(item["lang"], one.shown.tokens, one.shown.signs)
    return {label: dict.fromkeys(seen.features(label, metric_span(scan, targets, heads(scan))), 1.0)}


def fit(rows: Sequence[Row], label: str, names: frozenset[str] = frozenset()) -> dict[str, float]:
    """Weight by feature; "" is what every text has."""
    kept = kept_features(((str(at), row.features) for at, row in enumerate(rows)), SEEN_IN)
    kept = [sign for sign in kept if not _holds(sign, names)]
    weights, bias = logistic(
        matrix_of([row.features for row in rows], kept),
        np.array([row.gold for row in rows]),
        STRENGTH[label],
        [MADE_WEIGHS if row.writer in (MARKED, JUDGED) else 1.0 for row in rows],
        TOLERANCE,
    )
    return {"": bias, **dict(zip(kept, weights.tolist(), strict=True))}


def _holds(sign: str, names: frozenset[str]) -> bool:
    """A word or pair of words with a name in it."""
    bare = sign.removeprefix("M")
    return bare[0] in "wb" and any(word in names for word in bare[1:].split(" "))


def scores_left_out(rows: Sequence[Row], label: str) -> Floats:
    """Scores of every text by weights fitted without its writer; not a number for the first writer's."""
    scores = np.full(len(rows), np.nan)
    for writer in list(dict.fromkeys(row.writer for row in rows))[1:]:
        weights = fit([row for row in rows if not by_one(row.writer, writer)], label)
        for at, row in enumerate(rows):
            if row.writer == writer:
                scores[at] = weights[""] + sum(
                    weights[sign] * row.features[sign] for sign in sorted(row.features) if sign in weights
                )
    return scores


def best_bounds(rows: Sequence[Row], scores: Floats) -> tuple[float, float]:
    """(drop, add) with the fewest wrong readings; of equal ones the widest."""
    gold, read = np.array([row.gold for row in rows]), np.array([row.read for row in rows])
    counts = np.array([MADE_COUNT if row.writer in (MARKED, JUDGED) else 1.0 for row in rows])
    tried = []
    for drop in DROPS:
        for add in ADDS:
            given = np.where(read, scores > drop, scores > add)
            wrong = float((counts * ((given != gold) + PRICE * (given != read))).sum())
            tried.append((wrong, max(drop, -5.0) - min(add, 5.0), float(drop), float(add)))
    return min(tried)[2:]


def wrong_by_writer(rows: Sequence[Row], scores: Floats) -> dict[str, tuple[int, int]]:
    """Wrong readings of the rules, and with the opinion by bounds of the other writers."""
    found = {}
    known = ~np.isnan(scores)
    writers = np.array([row.writer for row in rows])
    for writer in dict.fromkeys(writers[known].tolist()):
        others = np.flatnonzero(known & (writers != writer)).tolist()
        mine = np.flatnonzero(writers == writer).tolist()
        drop, add = best_bounds([rows[at] for at in others], scores[others])
        given = [scores[at] > (drop if rows[at].read else add) for at in mine]
        found[writer] = (
            sum(rows[at].gold != rows[at].read for at in mine),
            sum(rows[at].gold != said for at, said in zip(mine, given, strict=True)),
        )
    return found


def _judged(rows: Sequence[Row], label: str, language: str) -> dict[str, float]:
    """The bounds, after what they do on writers left out is printed."""
    scores = scores_left_out(rows, label)
    known = np.flatnonzero(~np.isnan(scores)).tolist()
    drop, add = best_bounds([rows[at] for at in known], scores[known])
    wrong = wrong_by_writer(rows, scores)
    print(
        f"{language} {label} {len(rows)} items, wrong {sum(a for a, _ in wrong.values())} > {sum(b for _, b in wrong.values())}"
        f" ({', '.join(f'{name} {a}>{b}' for name, (a, b) in wrong.items())}) drop {drop} add {add}"
    )
    return {"drop": drop, "add": add}


def write(fitted: Mapping[str, Mapping[str, float]], language: str, folder: Path) -> None:
    """The two files `agent.goals.second_opinion.items` reads."""
    names = sorted({sign for of in fitted.values() for sign, weight in of.items() if round(1000 * weight)})
    table = np.array(
        [[round(1000 * fitted[label].get(name, 0.0)) for label in ITEM_LABELS] for name in names]
    )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{language}.items.txt").write_text("\n".join(names), encoding="utf-8")
    np.save(folder / f"{language}.items.npy", table.astype(np.int16))


def _lines(bounds: Mapping[str, Mapping[str, Mapping[str, float]]]) -> Iterator[str]:
    yield "# Written by evals.fits.smart_items; what the numbers mean stands in second_opinion/opinion.py."
    for language, of in bounds.items():
        for label, values in of.items():
            yield from ("", f"[{language}.{label}]", *(f"{name} = {value}" for name, value in values.items()))


def main() -> None:
    """Print what writers left out gain; without --scores write weights and bounds."""
    given = arguments(__doc__, WEIGHTS).parse_args()
    folder = load_dataset("smart", Settings()).location
    names = frozenset(names_marked(folder))
    rows = {language: rows_of(folder, language, given.without) for language in LANGUAGES}
    bounds: dict[str, dict[str, dict[str, float]]] = {}
    for language in LANGUAGES:
        of = rows[language]
        bounds[language] = {label: _judged(of[label], label, language) for label in ITEM_LABELS}
        if not given.scores:
            fitted = {label: fit(of[label], label, names) for label in ITEM_LABELS}
            write(fitted, language, given.to)
    if not given.scores:
        (given.to / "items.toml").write_text("\n".join(_lines(bounds)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
