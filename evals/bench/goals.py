"""Goals against the bound of SMART review: under a millisecond a goal after start (`python -m evals.bench.goals`).

Processor time of review, reading and rules, over the development sets; every goal is read twice before it is timed, so
dictionaries, patterns and weights are loaded. The best of five rounds counts: other work on the machine only adds.
"""

from __future__ import annotations

import sys
import time

from evals.bench.figures import Figure, show
from evals.interface import Settings

BOUND = 1_000
ROUNDS = 5


def main() -> bool:
    """Print microseconds a goal by language; True when both keep the bound."""
    from agent.review.engine import review_items
    from agent.review.item import Item
    from evals.datasets.load import load_dataset
    from evals.smart_agreement import SETS, context_of, labelled_items

    folder = load_dataset("smart", Settings()).location
    labelled = [
        item
        for name in SETS
        if name.startswith("development")
        for item in labelled_items(folder / f"{name}.jsonl")
    ]
    figures = []
    for language, called in (("ja", "Japanese"), ("en", "English")):
        items = [
            Item(item["id"], item["id"], item["text"], context_of(item))
            for item in labelled
            if item["lang"] == language
        ]
        taken = []
        for _ in range(ROUNDS + 2):
            begin = time.process_time()
            review_items(items)
            taken.append((time.process_time() - begin) * 1e6 / len(items))
        figures.append(Figure(f"{called} goal of {len(items)}", min(taken[2:]), "µs", BOUND))
    return show("SMART review after start", figures)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
