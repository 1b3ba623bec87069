"""Goals with their parts marked in the text, one a line, as `evals/datasets/smart/marked_<language>.txt` has them.

`g o | [R:経理課長]が[m:締め日数]を[b:8日]から[t:5日]へ` is a goal (g, an action is a) whose outcome is a business
result (o; q qualitative without a scale, d a deliverable). Marks: v vague, m metric, t target, b baseline, s source or
method, r review, d due (da nobody can resolve it), P person, R role, T team.

`judged_<language>.txt` has goals judged as a whole only: `g o x | 棚卸時間を半減 => 棚卸を8時間から6時間に` is a business
result that goes against (x) the promise before the arrow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_MARK = re.compile(r"\[(?P<mark>v|m|t|b|s|r|d|da|P|R|T):(?P<words>[^\]]*)\]")
_LABELS = {
    "v": "vague", "m": "metric", "t": "target", "b": "baseline", "s": "method", "r": "review", "d": "due", "da": "due",
    "P": "owner_person", "R": "owner_role", "T": "owner_team",
}  # fmt: skip
_CONTEXT = {
    "as_of": "2026-09-01",
    "customer_fiscal_year_end_month": 3,
    "vendor_fiscal_year_end_month": 12,
    "contract_end": "2028-03-31",
    "purchase_promise": None,
}
"""Parts are marked without a context; it only says which dates have passed, which no mark depends on."""


def marked_items(path: Path) -> Iterator[dict[str, Any]]:
    """Items of a marked file, in the form of the labelled ones; `spans` name an owner's kind (owner_role)."""
    language = path.stem.removeprefix("marked_")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        head, marked = line.split(" | ", 1)
        text, spans = _read(marked)
        yield {
            "id": f"{path.stem}-{number:03}",
            "lang": language,
            "kind": "goal" if head.startswith("g") else "action",
            "text": text,
            "context": _CONTEXT,
            "labels": _labels(head.split(), spans),
            "spans": spans,
        }


def judged_items(path: Path) -> Iterator[dict[str, Any]]:
    """Items of a file of goals judged as a whole; `labels` has what the head decides."""
    language = path.stem.removeprefix("judged_")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        head, said = line.split(" | ", 1)
        promise, text = said.split(" => ") if " => " in said else (None, said)
        is_goal = head.startswith("g")
        labels: dict[str, Any] = {
            "outcome": "o" in head.split() if is_goal else None,
            "deliverable": None if is_goal else "d" in head.split(),
            "contradicts_promise": "x" in head.split(),
        }
        yield {
            "id": f"{path.stem}-{number:03}",
            "lang": language,
            "kind": "goal" if is_goal else "action",
            "text": text,
            "context": _CONTEXT | {"purchase_promise": promise},
            "labels": labels,
            "spans": [],
        }


def _read(marked: str) -> tuple[str, list[dict[str, Any]]]:
    text, done = "", 0
    spans: list[dict[str, Any]] = []
    for match in _MARK.finditer(marked):
        text += marked[done : match.start()]
        label, words = _LABELS[match["mark"]], match["words"]
        spans.append({"label": label, "start": len(text), "end": len(text) + len(words), "text": words})
        text += words
        done = match.end()
    return text + marked[done:], spans


def _labels(head: list[str], spans: list[dict[str, Any]]) -> dict[str, Any]:
    """Labels that the marks decide; a named person goes before a role before a team."""
    marked = {span["label"] for span in spans}
    owner = next((kind for kind in ("person", "role", "team") if f"owner_{kind}" in marked), "none")
    found: dict[str, Any] = {
        label: label in marked for label in ("vague", "metric", "target", "baseline", "method", "review")
    }
    is_goal = head[0] == "g"
    return found | {
        "owner": owner,
        "outcome": "o" in head if is_goal else None,
        "qualitative_without_scale": "q" in head,
        "deliverable": None if is_goal else "d" in head,
    }
