"""Notes whose every line says which kinds of statement it makes, by writers who never saw a rule.

A line of `datasets/labelled_notes/<writer>.jsonl` is one note (or two sources of one account) as its README says.
`saying_of` makes the small account of it that `evals.sayings` writes and scores.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

Note = Mapping[str, Any]

PEOPLE_KINDS = ("champion", "influencer", "user", "blocker")
STANCES = {"stance:+": "推進", "stance:0": "中立", "stance:-": "慎重", "stance:--": "反対"}
STATUSES = ("leaving", "joining", "left")
RISK = "risk:"
TWO = 2


def labelled_notes(folder: Path) -> Iterator[tuple[str, Note]]:
    """Writer and note, in the order of files and lines."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield path.stem, json.loads(line)


def sources_of(note: Note) -> dict[str, list[int]]:
    """File name → the places in `lines` of what it prints."""
    day = note["as_of"].replace("-", "")
    places: dict[int, list[int]] = {}
    for place, line in enumerate(note["lines"]):
        places.setdefault(line.get("src", 1), []).append(place)
    return {
        f"{number:02d}_{note['kind']}_{day}{_suffix([note['lines'][place]['t'] for place in held])}": held
        for number, held in places.items()
    }


def _suffix(lines: list[str]) -> str:
    """A sheet where all lines have as many cells as the first, three or more; else a text."""
    cells = {line.count(",") for line in lines}
    return ".csv" if len(cells) == 1 and min(cells) >= TWO else ".txt"


def kinds_of(line: Mapping[str, Any]) -> list[str]:
    """Kinds of one line; one that shows that somebody does not decide is of a kind of its own."""
    return ["no_decider" if kind == "decider" and line.get("not") else kind for kind in line["k"]]


def saying_of(note: Note) -> dict[str, Any]:
    """The note as an item of `evals.sayings`: sources, who is who, and all that the labels say."""
    lines = note["lines"]
    return {
        "id": note["id"],
        "lang": note["lang"],
        "area": "note",
        "as_of": note["as_of"],
        "product": note.get("product"),
        "account": note.get("customer"),
        "contract_end": note.get("contract_end"),
        "csm": (note.get("ours") or [None])[0],
        "vendor": {"name": note.get("vendor"), "people": note.get("ours") or []},
        "sources": [
            {"file": name, "text": "\n".join(lines[place]["t"] for place in places) + "\n"}
            for name, places in sources_of(note).items()
        ],
        "customers": note.get("theirs") or [],
        "outsiders": [*(note.get("ours") or []), *(note.get("others") or [])],
        "expect": _expect(note),
    }


def _expect(note: Note) -> dict[str, Any]:
    lines = note["lines"]

    def of(kind: str) -> list[Mapping[str, Any]]:
        return [line for line in lines if kind in line["k"]]

    def who(kind: str) -> list[str]:
        return [line["who"] for line in of(kind) if line.get("who")]

    expect: dict[str, Any] = {
        "economic_buyer": _decider(note),
        "roles": {name: kind for kind in PEOPLE_KINDS for name in who(kind)},
        "stance": {name: stance for kind, stance in STANCES.items() for name in who(kind)},
        "status": {name: status for status in STATUSES for name in who(status)},
        "steps": [
            {"step": line["t"], "approver": line.get("approver"), "when": line.get("when")}
            for line in of("step")
        ],
        "goals": [{"statement": line["t"], **_parts(line)} for line in of("goal")],
        "tools": [
            {"name": line["tool"], "department": line.get("dept"), "overlap": line.get("overlap")}
            for line in of("tool")
            if line.get("tool")
        ],
        "promises": [line["t"] for line in of("promise")],
        "expansion": [line["t"] for line in of("expansion")],
        "commitments": [
            {"who": side, "text": line["t"], "due": None}
            for kind, side in (("commit_us", "us"), ("commit_them", "customer"))
            for line in of(kind)
        ],
        "risks": sorted({kind.removeprefix(RISK) for line in lines for kind in line["k"] if kind.startswith(RISK)}),
        "contradictions": [
            {"text": clash.get("why", ""), "a": lines[clash["a"]]["t"], "b": lines[clash["b"]]["t"]}
            for clash in note.get("clashes") or []
        ],
    }  # fmt: skip
    return {key: value for key, value in expect.items() if value or key not in ("roles", "stance", "status")}


def _parts(line: Mapping[str, Any]) -> dict[str, Any]:
    """The goal's parts as printed; a due date as printed is no date and is not judged."""
    goal = line.get("goal") or {}
    return {key: goal.get(key) for key in ("metric", "baseline", "target", "owner")}


def _decider(note: Note) -> str | None:
    """Who finally decides: the one of the preferred line where two lines clash, else the last one shown."""
    lines = note["lines"]
    refused = {
        clash["b" if clash.get("preferred") == "a" else "a"]
        for clash in note.get("clashes") or []
        if clash.get("preferred")
    }
    shown: list[str] = [
        line["who"]
        for place, line in enumerate(lines)
        if "decider" in line["k"] and not line.get("not") and line.get("who") and place not in refused
    ]
    return shown[-1] if shown else None


def labelled_people(folder: Path) -> dict[str, Mapping[str, Any]]:
    """Who is printed in each labelled note, by the note's id: `buyer`, `people` and `outsiders`."""
    return {
        entry["id"]: entry
        for path in sorted((folder / "people").glob("*.jsonl"))
        for entry in map(json.loads, path.read_text(encoding="utf-8").splitlines())
    }
