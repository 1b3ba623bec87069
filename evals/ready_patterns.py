"""Compiles the patterns of the calendar and the goal reader ahead: `python -m evals.ready_patterns` (make patterns).

Reads the labelled goals and their promises with all that review asks, so that the patterns compiled only when a text
needs them are asked for too, and keeps what Python's compiler made of each (`agent.calendar.patterns`).
"""

from __future__ import annotations

import marshal
import re
import tomllib
import zlib
from array import array
from re import _parser  # type: ignore[attr-defined]

from agent.calendar.alternation import grouped
from agent.calendar.patterns import COMPILER, READY, Made, asked, asked_groups, asked_tables, key_of
from evals.quicker_patterns import codes_of
from evals.telling_words import Texts, telling_words


def made(text: str, flags: int, texts: Texts | None = None) -> Made:
    """What `re.compile` hands to the matcher, quicker to match (`evals.quicker_patterns`); telling words with `texts`."""
    parsed = _parser.parse(text, flags)
    codes = codes_of(parsed, flags)
    by_name = dict(parsed.state.groupdict)
    names: list[str | None] = [None] * parsed.state.groups
    for name, at in by_name.items():
        names[at] = name
    return (
        flags | parsed.state.flags,
        array("I", codes).tobytes(),
        parsed.state.groups - 1,
        by_name,
        tuple(names),
        "\n".join(telling_words(text, flags, texts)) if texts else "",
    )


def ask_for_all() -> Texts:
    """Every pattern asked for; the English texts that are no held-out ones."""
    from agent.review.engine import review_items
    from agent.review.item import Item
    from evals.datasets.load import load_dataset
    from evals.interface import Settings
    from evals.smart_agreement import SETS, context_of, labelled_items, labels_read

    folder = load_dataset("smart", Settings()).location
    english: list[str] = []
    for name in SETS:
        for item in labelled_items(folder / f"{name}.jsonl"):
            for kind in ("goal", "action"):
                labels_read({**item, "kind": kind})
            review_items([Item(item["id"], "1", item["text"], context_of(item))])
            if item["lang"] == "en" and name.startswith("development"):
                english.append(item["text"])
    return Texts(english)


def main() -> None:
    """Write the file anew."""
    texts = ask_for_all()
    kept = {key_of(text, flags): made(text, flags, texts) for text, flags in sorted(asked)}
    for (text, flags), entry in zip(sorted(asked), kept.values(), strict=True):
        assert entry[0] == re.compile(text, flags).flags, text
    groups = {key_of(text, 0): grouped(listed) for text, listed in sorted(asked_groups.items())}
    tables = {key_of(text, 0): tomllib.loads(text) for text in sorted(asked_tables)}
    READY.write_bytes(zlib.compress(marshal.dumps((COMPILER, kept, groups, tables)), 9))
    print(f"{len(kept)} patterns, {len(groups)} groups of words, {READY.stat().st_size} bytes")


if __name__ == "__main__":
    main()
