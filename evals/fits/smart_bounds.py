"""How far the second opinion must lie from the rules before it overrules them, from writers left out of the fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

PARTS = ("baseline", "review", "due")
"""Labels whose presence the opinion may change by bounds; owners are weighed by kind, others judged (smart_judged)."""
KINDS = ("none", "person", "role", "team")
DROPS = np.arange(-6.0, 1.01, 0.5)
ADDS = np.append(np.arange(-1.5, 5.51, 0.5), np.inf)
"""The last: nothing is added. (Bounds written as `inf`.)"""
PRICE = 0.2
"""Wrong readings an overruling must spare on average: many that gain little are chance."""

MARKED = "marked"
"""Goals made for the fit: a label has to gain without them too."""
NOT_CHOSEN_ON = {"due": "development"}
"""Writers without whom a label's bounds are chosen: the calendar that first read the first writer knew few occasions."""
OWNER_PRICE = 0.4
SPARED = 1.0
"""Of the bounds that leave at most this many more wrong readings than the best, the widest are taken."""

Bounds = dict[str, dict[str, float]]


@dataclass
class Left:
    """An item of a writer left out: gold labels, what the rules read, the best score of every label."""

    writer: str
    gold: Mapping[str, Any]
    read: Mapping[str, Any]
    scores: Mapping[str, float]
    is_goal: bool = True
    words: int = 0


def bounds_of(left: Sequence[Left]) -> Bounds:
    """The bounds that do best on all the items; a label that does not gain on writers left out of them has none."""
    found: Bounds = {}
    for label in PARTS:
        if gained(left, label):
            drop, add = _best_part(_choosing(left, label), label)
            found[label] = {"drop": drop, "add": add}
    if gained(left, "owner"):
        found["owner"] = _best_owner(left)
    return found


def gained(left: Sequence[Left], label: str) -> bool:
    """Fewer wrong readings, every writer read with the bounds of the others: with the marked goals and without them."""
    fewer = {writer: a - b for writer, (a, b) in wrong_by_writer(_judged(left, label), label).items()}
    return sum(fewer.values()) > 0 and sum(fewer.values()) - fewer.get(MARKED, 0) > 0


def wrong_by_writer(left: Sequence[Left], label: str) -> dict[str, tuple[int, int]]:
    """Wrong readings of the rules, and with the opinion, by writer."""
    found = {}
    for writer in sorted({one.writer for one in left}):
        mine = [one for one in left if one.writer == writer]
        others = _choosing([one for one in left if one.writer != writer], label)
        gold = [_gold(one, label) for one in mine]
        before = sum(a != b for a, b in zip(gold, [_read(one, label) for one in mine], strict=True))
        given = (
            _owners(mine, _best_owner(others))
            if label == "owner"
            else _parts(mine, label, *_best_part(others, label))
        )
        found[writer] = before, sum(a != b for a, b in zip(gold, given, strict=True))
    return found


def _choosing(left: Sequence[Left], label: str) -> list[Left]:
    return [one for one in left if one.writer != NOT_CHOSEN_ON.get(label)]


def _gold(one: Left, label: str) -> Any:
    return _value(one.gold.get(label), label)


def _read(one: Left, label: str) -> Any:
    return _value(one.read[label], label)


def _value(value: Any, label: str) -> Any:
    if label == "owner":
        return value
    return value not in (None, False, "none")


def _judged(left: Sequence[Left], label: str) -> list[Left]:
    return [one for one in left if label in one.gold]


def _parts(left: Sequence[Left], label: str, drop: float, add: float) -> list[bool]:
    return [one.scores[label] > (drop if _read(one, label) else add) for one in left]


def _best_part(left: Sequence[Left], label: str) -> tuple[float, float]:
    judged = _judged(left, label)
    gold = np.array([_gold(one, label) for one in judged])
    read = np.array([_read(one, label) for one in judged])
    score = np.array([one.scores[label] for one in judged])

    def worth(drop: float, add: float) -> float:
        given = (read & (score > drop)) | (~read & (score > add))
        return -float((gold != given).sum() + PRICE * (given != read).sum())

    tried = [(worth(drop, add), float(drop), float(add)) for drop in DROPS for add in ADDS]
    enough = max(tried)[0] - SPARED
    return max(
        (pair[1:] for pair in tried if pair[0] >= enough), key=lambda pair: min(pair[1], 6.0) - pair[0]
    )


def _owners(left: Sequence[Left], bound: Mapping[str, float]) -> list[str]:
    given = []
    for one in left:
        totals = {
            kind: bound[kind] + (one.scores[f"owner_{kind}"] if kind != "none" else 0.0) for kind in KINDS
        }
        totals[one.read["owner"]] += bound["rules"]
        given.append(max(totals, key=totals.__getitem__))
    return given


def _best_owner(left: Sequence[Left]) -> dict[str, float]:
    """Coordinate search over what the rules' answer and each kind are ahead by."""
    score = np.array([[0.0, *(one.scores[f"owner_{kind}"] for kind in KINDS[1:])] for one in left])
    read = np.array([KINDS.index(one.read["owner"]) for one in left])
    gold = np.array([KINDS.index(one.gold["owner"]) for one in left])
    said = np.eye(len(KINDS))[read]

    def worth(values: NDArray[np.float64]) -> float:
        given = (score + values[:4] + values[4] * said).argmax(axis=1)
        f1 = [
            2 * ((gold == k) & (given == k)).sum() / max(1, (gold == k).sum() + (given == k).sum())
            for k in range(4)
        ]
        return float(np.mean(f1) - OWNER_PRICE / len(left) * (given != read).sum())

    best = np.array([0.0, 0.0, 0.0, 0.0, 3.0])
    for _ in range(3):
        for at in (4, 1, 2, 3):
            tried = [
                np.concatenate([best[:at], [value], best[at + 1 :]]) for value in np.arange(-2, 6.01, 0.5)
            ]
            best = max([best, *tried], key=worth)
    return dict(zip((*KINDS, "rules"), (float(value) for value in best), strict=True))


def print_bounds(language: str, left: Sequence[Left], chosen: Bounds) -> None:
    """Wrong readings by writer, rules alone and with bounds from the other writers."""
    for label in (*PARTS, "owner"):
        judged = _judged(left, label)
        wrong = wrong_by_writer(judged, label)
        by_writer = ", ".join(f"{writer} {before}>{after}" for writer, (before, after) in wrong.items())
        before, after = (sum(pair[at] for pair in wrong.values()) for at in (0, 1))
        kept = chosen.get(label)
        print(
            f"{language} {label:9} {len(judged):4} items, wrong {before:3} > {after:3} ({by_writer}) {kept or 'left to the rules'}"
        )


def write_bounds(chosen: Mapping[str, Bounds], folder: Path) -> None:
    """The bounds as `agent.goals.second_opinion.opinion` reads them."""
    lines = [
        "# Written by evals.fits.smart_labels --bounds; what the numbers mean stands in second_opinion/opinion.py."
    ]
    for language, bounds in chosen.items():
        for label, values in bounds.items():
            lines += ["", f"[{language}.{label}]", *(f"{name} = {value}" for name, value in values.items())]
    (folder / "bounds.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
