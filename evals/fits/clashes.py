"""Fits the weights of agent/drafting/second_reading/decider_links.py: `python -m evals.fits.clashes`.

One logistic regression a place (what no longer holds, what holds instead) and language on the contradictions about who
decides in labelled notes (`clashes`) and in the gold of packs. Chances of sentences come from weights fitted without
the writer read (`--folds FOLDER` keeps them). `--scores` prints, for packs of writers left out, how many of the
likeliest pairs hold by score. Needs the dependency group `fit`.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from agent.drafting.notes.contradictions.said import Said, comes_before
from agent.drafting.second_reading import decider_links
from agent.drafting.second_reading.decider_links import (
    BIAS,
    LIKELIEST,
    PLACES,
    Side,
    Weights,
    roles_of,
    score,
    sides_of,
)
from agent.drafting.second_reading.verdicts import verdicts
from agent.drafting.second_reading.weighed import may_state
from agent.renewal.likely import sentences_of
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides
from agent.sentence_kinds import chances_of
from evals.fits.folds import sentence_weights, without
from evals.fits.material import LANGUAGES, PACKS, Material, arguments
from evals.fits.regression import kept_features, logistic, matrix_of
from evals.gold.pack import load_pack
from evals.note_remarks import kinds_quoted, squeezed
from evals.read_account import read_account

STRENGTH = 0.03
"""Inverse of the L2 penalty."""
SEEN_IN = 5
"""A feature counts when this many accounts have it."""
OF_A_PACK = 3.0
"""Weight of a pack's sentences: whole accounts are what is read in earnest, notes are many."""
PARTS = 6
"""Runs of packs left out in turn for scores: packs of one writer have numbers beside each other."""
WEIGHTS = Path(decider_links.__file__).parent / "data" / "decider_links.tsv"
ABOUT = re.compile(
    r"決裁|決める(?:人|の)|更新を決め|承認者|ハンコ|稟議|[Ww]ho (?:decides|signs|approves)|[Dd]ecider|[Ss]igns"
)
"""How a gold or an annotation names a contradiction on who decides."""


@dataclass(frozen=True)
class Read:
    """One account: its sentences, and of each contradiction on who decides the places of both sides."""

    writer: str
    name: str
    sides: list[Side]
    clashes: list[tuple[frozenset[int], frozenset[int]]]


def read_material(material: Material, folds: Path) -> Iterator[Read]:
    """The labelled notes and the packs that may be studied."""
    for writer, note, folder in material.note_folders():
        sides = _sides(folder, without(folds, writer, note["id"]))
        lines = [squeezed(line["t"]) for line in note["lines"]]
        clashes = []
        for clash in note.get("clashes") or []:
            order = ("b", "a") if clash.get("preferred") == "a" else ("a", "b")
            if ABOUT.search(clash["why"]):
                clashes.append([_of_line(sides, lines[clash[key]]) for key in order])
        yield Read(writer, note["id"], sides, [(one, other) for one, other in clashes])
    for folder in material.pack_folders():
        sides = _sides(folder, without(folds, PACKS, folder.name))
        clashes = []
        for known in load_pack(folder).gold.contradictions:
            if ABOUT.search(known.text):
                quoted = (
                    [("clash", e.source, squeezed(e.quote)) for e in side] for side in (known.a, known.b)
                )
                clashes.append([_quoted(sides, pieces) for pieces in quoted])
        yield Read(PACKS, folder.name, sides, [(one, other) for one, other in clashes])


def _sides(folder: Path, weights: Path) -> list[Side]:
    read = read_account(folder)
    account, readings = read.account, read.readings
    remarks = readings.notes.remarks
    people = readings.people.people
    seen_as = verdicts(people, readings.renewal, readings.notes, remarks)
    chances = chances_of(list(sentences_of(remarks, seen_as)), weights)
    told = [pair for pair in zip(remarks, chances, strict=True) if may_state(pair[0])]
    return sides_of(told, account.as_of, roles_of(people, Sides(account, readings.people)))


def _of_line(sides: Sequence[Side], line: str) -> frozenset[int]:
    words = [squeezed(side.said.remark.text) for side in sides]
    return frozenset(place for place, text in enumerate(words) if text in line or line in text)


def _quoted(sides: Sequence[Side], pieces: Sequence[tuple[str, str, str]]) -> frozenset[int]:
    remarks: list[Remark] = [side.said.remark for side in sides]
    return frozenset(
        place
        for place, remark in enumerate(remarks)
        if any(kinds_quoted(remark.text, Path(remark.document.path).name, pieces))
    )


def fit(accounts: Sequence[Read], names: Collection[str] = ()) -> Weights:
    """Weights of every place and language; a feature that holds one of `names` is none."""
    found: dict[tuple[str, str], dict[str, float]] = {}
    for language in LANGUAGES:
        rows = [
            (read, at, side)
            for read in accounts
            for at, side in enumerate(read.sides)
            if side.language == language
        ]
        kept = kept_features(((read.name, side.features) for read, _, side in rows), SEEN_IN, names)
        matrix = matrix_of([side.features for _, _, side in rows], kept)
        counts = [OF_A_PACK if read.writer == PACKS else 1.0 for read, _, _ in rows]
        for number, place in enumerate(PLACES):
            wanted = [any(at in clash[number] for clash in read.clashes) for read, at, _ in rows]
            weights, bias = logistic(matrix, wanted, STRENGTH, counts)
            found[place, language] = {BIAS: bias, **dict(zip(kept, weights.tolist(), strict=True))}
    return found


def write(weights: Weights, file: Path) -> None:
    """A line a weight that counts: place, language, feature and weight."""
    lines = [
        f"{place}\t{language}\t{name}\t{weight:.3f}\n"
        for (place, language), table in weights.items()
        for name, weight in table.items()
        if name == BIAS or abs(weight) >= LEAST
    ]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(lines), encoding="utf-8")


LEAST = 0.01
"""A weight below it changes no choice."""


def print_scores(accounts: Sequence[Read]) -> None:
    """The likeliest pair of every pack left out by falling score, and whether one of its sides is right."""
    packs = [read for read in accounts if read.writer == PACKS]
    notes = [read for read in accounts if read.writer != PACKS]
    size = -(-len(packs) // PARTS)
    found = []
    for start in range(0, len(packs), size):
        weights = fit([*notes, *packs[:start], *packs[start + size :]])
        for read in packs[start : start + size]:
            if best := best_pair(read.sides, weights):
                total, before, after = best
                found.append((total, any(before in one or after in other for one, other in read.clashes)))
    right = 0
    for count, (total, holds) in enumerate(sorted(found, reverse=True), 1):
        right += holds
        print(f"{total:6.2f} {'right' if holds else 'wrong'} {right}/{count}")


def best_pair(candidates: Sequence[Side], weights: Weights) -> tuple[float, int, int] | None:
    """Sum of scores and the places of both sentences, of two paragraphs with other words, the first said earlier."""
    likeliest = []
    for place in PLACES:
        scored = [(score(side, place, weights), -at) for at, side in enumerate(candidates)]
        likeliest.append(sorted(scored, reverse=True)[:LIKELIEST])
    pairs = [
        (first + second, -before, -after)
        for first, before in likeliest[0]
        for second, after in likeliest[1]
        if _can_clash(candidates[-before].said, candidates[-after].said)
    ]
    return max(pairs, default=None)


def _can_clash(before: Said, after: Said) -> bool:
    one, other = before.remark, after.remark
    beside = one.document is other.document and one.block == other.block
    return not beside and one.text != other.text and comes_before(before, after)


def main() -> None:
    """Fit and write, or print scores on packs left out."""
    parser = arguments(__doc__, WEIGHTS)
    parser.add_argument(
        "--folds", type=Path, help="folder that keeps sentence weights fitted without some writers"
    )
    given = parser.parse_args()
    material = Material.shipped()
    with tempfile.TemporaryDirectory() as scratch:
        folds = given.folds or Path(scratch)
        sentence_weights(folds, material)
        accounts = list(read_material(material, folds))
    if given.scores:
        print_scores(accounts)
        return
    left_out = set(given.without)
    kept = [read for read in accounts if not left_out & {read.writer, read.name}]
    write(fit(kept, material.sample_names()), given.to)


if __name__ == "__main__":
    main()
