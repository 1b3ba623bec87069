"""Fits which words of a sentence name a tool in use, on labelled notes: `python -m evals.fits.tool_names`.

One logistic regression a language over the candidates of `parts.products` (scikit-learn, liblinear: deterministic).
`--without WRITER …` leaves writers out, `--scores` does so for every writer in turn and prints how many of the names are
found. Needs the dependency group `fit`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from agent.drafting.second_reading.parts.fitted import WEIGHTS, Model, write_model
from agent.drafting.second_reading.parts.naming import around, language_of_words, named_by_rules, of_product
from agent.drafting.second_reading.parts.products import products_in
from agent.sentence_kinds.concepts import Language
from evals.fits.goal_parts import read_note, weights_of
from evals.fits.material import LANGUAGES, Material, arguments
from evals.interface import Counts
from evals.note_remarks import squeezed

STRENGTH = 0.6
"""Inverse of the L2 penalty."""
BOUND = 0.3


@dataclass(frozen=True)
class Candidate:
    """Words of a sentence, and whether the labels say that they name a tool."""

    writer: str
    note: str
    language: Language
    features: frozenset[str]
    is_tool: bool


def candidates(material: Material) -> Iterator[Candidate]:
    """Every candidate in the sentences of the labelled notes."""
    for writer, note, folder in material.note_folders():
        remarks, _, _ = read_note(folder)
        lines = [
            (squeezed(line["t"]), line["tool"])
            for line in note["lines"]
            if "tool" in line["k"] and line.get("tool")
        ]
        for place, remark in enumerate(remarks):
            words = squeezed(remark.text)
            tools = [tool for line, tool in lines if words in line]
            beside, by_rules = around(remarks, place), named_by_rules(remark)
            for product in products_in(remark.text):
                seen = of_product(remark, beside, product, note.get("product") or "", by_rules)
                right = any(product.text in tool or tool in product.text for tool in tools)
                yield Candidate(writer, note["id"], language_of_words(remark.text), frozenset(seen), right)


def fit(rows: Sequence[Candidate], names: Collection[str] = ()) -> Model:
    """The weights of one language."""
    return weights_of(
        [(row.features, row.is_tool, f"{row.writer} {row.note}") for row in rows], names, STRENGTH
    )


def print_scores(rows: Sequence[Candidate]) -> None:
    """Candidates told apart in the notes of writers left out of the fit, one after another."""
    found: Counter[tuple[Language, str]] = Counter()
    for language in LANGUAGES:
        here = [row for row in rows if row.language == language]
        for writer in sorted({row.writer for row in here}):
            model = fit([row for row in here if row.writer != writer])
            for row in here:
                if row.writer == writer:
                    said = model.chance(row.features) >= BOUND
                    outcome = ("tp" if said else "fn") if row.is_tool else ("fp" if said else "tn")
                    found[language, outcome] += 1
        counts = Counts(*(float(found[language, outcome]) for outcome in ("tp", "fp", "fn")))
        print(
            f"{language}  F1 {counts.f1 or 0:.2f} (P {counts.precision or 0:.2f} R {counts.recall or 0:.2f})"
        )


def main() -> None:
    """Fit and write the weights, or print scores on writers left out."""
    given = arguments(__doc__, WEIGHTS).parse_args()
    material = Material.shipped()
    rows = [row for row in candidates(material) if row.writer not in given.without]
    if given.scores:
        print_scores(rows)
        return
    names = material.sample_names()
    for language in LANGUAGES:
        write_model(fit([row for row in rows if row.language == language], names), "tool", language, given.to)


if __name__ == "__main__":
    main()
