"""The tables of agent/goals/second_opinion: fitted on marked tokens, applied to others, written.

One logistic regression a label over the signs of a token and of the tokens around it; all labels but the owner's also
over the letters of its word and its neighbours' and over the form of its field (owners left out lost by them).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from agent.goals.second_opinion.scores import LABELS, NOTHING
from agent.goals.second_opinion.signs import REACH, Shown, reach_of
from evals.fits.regression import Floats, logistic

STRENGTH = 0.3
"""Inverse of the L2 penalty."""
TOLERANCE = 0.01
"""At which the fit stops: tighter changes no reading and takes ten times as long."""
SEEN_IN = 3
"""A sign counts when this many items have it."""
KEPT = {"signs": 9_000, "letters": 5_000, "fields": 4_000}
"""Signs kept a language and table: those with the largest weight for any label."""
REACHES = {"signs": REACH, "letters": 1, "fields": 0}
"""Tokens to either side whose signs of a table count for a token."""
_BY_SIGNS_ALONE = "owner"


@dataclass(frozen=True)
class Marked:
    """One text with what it shows and the labels of its tokens (tokens × labels). `item` has its id, labels, language."""

    writer: str
    item: Mapping[str, Any]
    shown: Shown
    parts: NDArray[np.bool_]
    weight: float = 1.0

    @property
    def tokens(self) -> int:
        """How many tokens the text has."""
        return len(self.shown.tokens)

    def of(self, table: str) -> list[Sequence[str]]:
        """The signs of a table, token by token."""
        if table == "signs":
            return list(self.shown.signs)
        if table == "letters":
            return [word.letters for word in self.shown.words]
        found: list[Sequence[str]] = [()] * self.tokens
        for first, last, signs in self.shown.fields:
            found[first:last] = [signs] * (last - first)
        return found


@dataclass(frozen=True)
class Tables:
    """Name of the table → its signs, and its weights (signs × offsets × labels); `kinds`: goal and action × labels."""

    names: Mapping[str, list[str]]
    weights: Mapping[str, Floats]
    kinds: Floats

    def best(self, row: Marked) -> list[float]:
        """The highest score of any token, by label."""
        if not row.tokens:
            return [NOTHING] * len(LABELS)
        scores = np.repeat(self.kinds[[int(row.item["kind"] != "goal")]], row.tokens, 0)
        for table, names in self.names.items():
            at = {name: place for place, name in enumerate(names)}
            reach = REACHES[table]
            blocks = [
                self.weights[table][[at[s] for s in own if s in at]].sum(axis=0) for own in row.of(table)
            ]
            for place in range(row.tokens):
                for other in range(max(0, place - reach), min(row.tokens, place + reach + 1)):
                    scores[place] += blocks[other][other - place + reach]
        return [float(value) for value in scores.max(axis=0)]


def fit(rows: Sequence[Marked], names: Iterable[str] = ()) -> Tables:
    """The tables fitted on the rows; signs that hold one of `names` are left out."""
    from scipy.sparse import hstack

    banned = frozenset(names)
    kept = {table: _kept(rows, table, banned) for table in KEPT}
    matrices = {table: _matrix(rows, table, kept[table]) for table in KEPT}
    sides = _kinds(rows)
    wanted = np.vstack([row.parts for row in rows])
    counts = np.concatenate([np.full(row.tokens, row.weight) for row in rows])
    weights = {table: np.zeros((len(kept[table]), 2 * REACHES[table] + 1, len(LABELS))) for table in KEPT}
    kinds = np.zeros((2, len(LABELS)))
    far = hstack([sides, matrices["signs"]]).tocsr()
    whole = hstack([far, matrices["letters"], matrices["fields"]]).tocsr()
    for column, label in enumerate(LABELS):
        matrix = far if label.startswith(_BY_SIGNS_ALONE) else whole
        found, bias = logistic(matrix, wanted[:, column], STRENGTH, counts, TOLERANCE)
        kinds[:, column] = found[:2] + bias
        done = 2
        for of in weights.values():
            size = of.shape[0] * of.shape[1]
            if done < len(found):
                of[:, :, column] = found[done : done + size].reshape(of.shape[:2])
            done += size
    best = {table: _largest(of, KEPT[table]) for table, of in weights.items()}
    return Tables(
        {table: [kept[table][place] for place in places] for table, places in best.items()},
        {table: weights[table][places] for table, places in best.items()},
        kinds,
    )


def _largest(weights: Floats, many: int) -> list[int]:
    found: list[int] = np.sort(np.argsort(-np.abs(weights).max(axis=(1, 2)), kind="stable")[:many]).tolist()
    return found


def _kept(rows: Sequence[Marked], table: str, banned: frozenset[str]) -> list[str]:
    counts = Counter(
        sign for row in rows if row.weight == 1 for sign in {s for own in row.of(table) for s in own}
    )
    return sorted(sign for sign, count in counts.items() if count >= SEEN_IN and not _holds(sign, banned))


def _holds(sign: str, names: frozenset[str]) -> bool:
    """A word, a pair of words or letters with a name in it."""
    bare = sign[2:] if sign[0] == "Z" else sign[1:].lstrip("^")
    return sign[0] in "wbZN" and any(word in names for word in bare.split(" "))


def _matrix(rows: Sequence[Marked], table: str, kept: Sequence[str]) -> Any:
    """Tokens × (signs and offsets)."""
    from scipy.sparse import csr_matrix

    reach, at = REACHES[table], {sign: place for place, sign in enumerate(kept)}
    width = 2 * reach + 1
    near = [min(reach, reach_of(sign)) if table == "signs" else reach for sign in kept]
    pairs_of, columns = [0], list[int]()
    for row in rows:
        known = [[at[sign] for sign in own if sign in at] for own in row.of(table)]
        for place in range(len(known)):
            for other in range(max(0, place - reach), min(len(known), place + reach + 1)):
                offset = other - place
                columns += [n * width + offset + reach for n in known[other] if abs(offset) <= near[n]]
            pairs_of.append(len(columns))
    shape = (len(pairs_of) - 1, len(kept) * width)
    return csr_matrix((np.ones(len(columns)), np.array(columns), np.array(pairs_of)), shape=shape)


def _kinds(rows: Sequence[Marked]) -> Any:
    from scipy.sparse import csr_matrix

    sides = np.concatenate([np.full(row.tokens, int(row.item["kind"] != "goal")) for row in rows])
    return csr_matrix(np.eye(2)[sides])


def write(tables: Tables, language: str, folder: Path) -> None:
    """The files `agent.goals.second_opinion.scores` reads."""
    folder.mkdir(parents=True, exist_ok=True)
    for table, names, weights in _lines(tables):
        (folder / f"{language}.{table}.txt").write_text("\n".join(names), encoding="utf-8")
        np.save(folder / f"{language}.{table}.npy", weights.astype(np.float16))


def _lines(tables: Tables) -> Iterator[tuple[str, list[str], Floats]]:
    """Each table as it is written: of signs the first row holds nothing and the last two the kinds."""
    for table, names in tables.names.items():
        weights = tables.weights[table]
        if table != "signs":
            # the first row holds nothing, so that row 0 is no sign
            yield table, ["", *names], np.concatenate([np.zeros((1, *weights.shape[1:])), weights])
            continue
        kinds = np.zeros((2, *weights.shape[1:]))
        kinds[:, REACH] = tables.kinds
        none = np.zeros((1, *weights.shape[1:]))
        yield table, ["", *names, "=goal", "=action"], np.concatenate([none, weights, kinds])
