"""Fits the weights of agent/drafting/second_reading/parts on labelled notes: `python -m evals.fits.goal_parts`.

Four questions a language: is a figure around a goal its target, is one its baseline, is a date its due date, is a person
its owner. One logistic regression each (scikit-learn, liblinear: deterministic), L2 penalty. `--without WRITER …` leaves
writers out, `--scores` does so for every writer in turn and prints what is found of the parts their goals print. Needs
the dependency group `fit`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agent.calendar import Anchor
from agent.drafting.second_reading.parts.features import of_date, of_figure, of_pair, of_person
from agent.drafting.second_reading.parts.fitted import WEIGHTS, Model, write_model
from agent.drafting.second_reading.parts.surroundings import Told, surroundings
from agent.drafting.second_reading.parts.who import people_in
from agent.people.types import PeopleReading
from agent.renewal.remarks import Remark, read_remarks
from agent.renewal.sides import Sides
from agent.sentence_kinds.concepts import Language
from agent.store.account_folder import open_account
from connectors.language import JAPANESE
from connectors.registry import read_folder
from evals.fits.material import LANGUAGES, Material, arguments
from evals.fits.regression import kept_features, logistic, matrix_of
from evals.interface import Counts
from evals.note_remarks import SHORTEST, squeezed

QUESTIONS = ("target", "baseline", "due", "owner")
STRENGTH = 0.3
"""Inverse of the L2 penalty."""
SEEN_IN = 3
"""A feature counts when this many notes have it: a word of one account does not."""
BOUND = 0.3
"""Chance from which on --scores believes a part."""
PER_ONE = ("あたり", "当たり", "につき", "ごと")


@dataclass(frozen=True)
class Asked:
    """A question about one goal: the features of its candidates, those that are right, those nothing is known of."""

    writer: str
    note: str
    language: Language
    question: str
    candidates: Sequence[frozenset[str]]
    right: frozenset[int]
    unknown: frozenset[int]
    printed: bool


def questions(material: Material) -> Iterator[Asked]:
    """The four questions of every labelled goal whose sentences the program reads."""
    for writer, note, folder in material.note_folders():
        goals = [line for line in note["lines"] if "goal" in line["k"] and line.get("goal")]
        if not goals:
            continue
        remarks, anchor, sides = read_note(folder)
        told = [(line, _told(line["t"], remarks, anchor)) for line in goals]
        for line, lines in told:
            if lines:
                others = [other["goal"] for other, _ in told if other is not line]
                yield from _of_goal(writer, note, line["goal"], others, lines, sides)


def read_note(folder: Path) -> tuple[list[Remark], Anchor, Sides]:
    """The note's remarks, the day its dates count from, and sides on which nobody is known."""
    opened = open_account(folder)
    documents = read_folder(opened.sources).documents
    nobody = Sides(opened.account, PeopleReading(people=[], vendor_people=[]))
    return read_remarks(documents, nobody), Anchor(as_of=opened.account.as_of), nobody


def _told(line: str, remarks: Sequence[Remark], anchor: Anchor) -> list[Told]:
    words = squeezed(line)
    own = [
        remark
        for remark in remarks
        if len(squeezed(remark.text)) >= min(SHORTEST, len(words)) and squeezed(remark.text) in words
    ]
    own = [remark for remark in own if remark.document is own[0].document]
    return surroundings(own, remarks, anchor) if own else []


def _of_goal(
    writer: str,
    note: Mapping[str, Any],
    goal: Mapping[str, Any],
    others: Sequence[Mapping[str, Any]],
    told: Sequence[Told],
    sides: Sides,
) -> Iterator[Asked]:
    figures = [(place, span) for place, line in enumerate(told) for span in line.figures]
    dates = [(place, date) for place, line in enumerate(told) for date in line.dates if date.last > line.day]
    people = [(place, who) for place in range(len(told)) for who in people_in(told, place, sides)]
    places: dict[str, Sequence[tuple[int, Any]]] = {
        "target": figures, "baseline": figures, "due": dates, "owner": people,
    }  # fmt: skip
    aims = _right(told, figures, goal.get("target"))
    aim = figures[aims[0]] if aims else None
    language: Language = "ja" if JAPANESE.search(told[0].remark.text) else "en"
    for question in QUESTIONS:
        named = goal.get(question)
        right = set(_right(told, places[question], named))
        if question == "owner" and named:
            right |= {at for at, (_, who) in enumerate(people) if who.words in named or named in who.words}
        unknown = {
            at for other in others for at in _right(told, places[question], other.get(question))
        } - right
        seen: list[set[str]] = []
        for at, (place, item) in enumerate(places[question]):
            if question == "due":
                seen.append(of_date(told, place, item, aim))
            elif question == "owner":
                seen.append(of_person(told, place, item, aim))
            elif question == "target":
                seen.append(of_figure(told, place, item))
            else:
                seen.append(
                    of_figure(told, place, item) | (of_pair(told, place, item, aim) if aim else {"t none"})
                )
                if (place, item) == aim:
                    unknown.add(at)
        yield Asked(
            writer, note["id"], language, question, [frozenset(one) for one in seen], frozenset(right),
            frozenset(unknown), bool(named),
        )  # fmt: skip


def _right(told: Sequence[Told], items: Sequence[tuple[int, Any]], printed: str | None) -> list[int]:
    """The last candidate of the printed words that counts no "per one", in the nearest sentence that prints them."""
    if not printed:
        return []
    for place in sorted(range(len(told)), key=lambda at: abs(told[at].distance)):
        text = told[place].remark.text
        start = text.find(printed)
        if start < 0:
            continue
        found = [
            at
            for at, (where, item) in enumerate(items)
            if where == place and item.start < start + len(printed) and item.end > start
        ]
        return ([at for at in found if not text.startswith(PER_ONE, items[at][1].end)] or found)[-1:]
    return []


def fit(asked: Iterable[Asked], names: Collection[str] = ()) -> Model:
    """The weights of one question and language; a feature that holds one of `names` is none."""
    rows = [
        (features, at in one.right, f"{one.writer} {one.note}")
        for one in asked
        if one.right or not one.printed
        for at, features in enumerate(one.candidates)
        if at not in one.unknown
    ]
    return weights_of(rows, names, STRENGTH)


def weights_of(
    rows: Sequence[tuple[frozenset[str], bool, str]], names: Collection[str], strength: float
) -> Model:
    """A logistic regression over rows of features, answer and note."""
    names_kept = kept_features(((note, features) for features, _, note in rows), SEEN_IN, names)
    matrix = matrix_of([features for features, _, _ in rows], names_kept)
    weights, bias = logistic(matrix, [right for _, right, _ in rows], strength)
    return Model(dict(zip(names_kept, map(float, weights), strict=True)), bias)


def print_scores(asked: Sequence[Asked]) -> None:
    """Parts found in the goals of writers left out of the fit, one after another."""
    found: Counter[tuple[str, Language, str]] = Counter()
    for writer in sorted({one.writer for one in asked}):
        for language in LANGUAGES:
            for question in QUESTIONS:
                here = [one for one in asked if (one.language, one.question) == (language, question)]
                mine = [one for one in here if one.writer == writer]
                if not mine:
                    continue
                model = fit(one for one in here if one.writer != writer)
                for one in mine:
                    for outcome in _outcomes(one, model):
                        found[question, language, outcome] += 1
    for question in QUESTIONS:
        for language in LANGUAGES:
            counts = Counts(*(float(found[question, language, outcome]) for outcome in ("tp", "fp", "fn")))
            print(
                f"{question:9s} {language}  F1 {counts.f1 or 0:.2f} (P {counts.precision or 0:.2f} R {counts.recall or 0:.2f})"
            )


def _outcomes(one: Asked, model: Model) -> Iterator[str]:
    chances = [model.chance(features) for features in one.candidates]
    best = max(range(len(chances)), key=chances.__getitem__, default=None)
    if best is not None and chances[best] >= BOUND:
        if best in one.right:
            yield "tp"
            return
        if best not in one.unknown:
            yield "fp"
    if one.printed:
        yield "fn"


def main() -> None:
    """Fit and write the weights, or print scores on writers left out."""
    given = arguments(__doc__, WEIGHTS).parse_args()
    material = Material.shipped()
    asked = [one for one in questions(material) if one.writer not in given.without]
    if given.scores:
        print_scores(asked)
        return
    names = material.sample_names()
    for language in LANGUAGES:
        for question in QUESTIONS:
            here = [one for one in asked if (one.language, one.question) == (language, question)]
            write_model(fit(here, names), question, language, given.to)


if __name__ == "__main__":
    main()
