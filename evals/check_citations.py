"""Exit 0 when every citation, value and name of the plans in DIR… stands in the sources' words, else 1.

`python -m evals.check_citations DIR … [--json]`, each DIR holding plan.json and texts/<source_id>.txt.
Deliberately independent: standard library only, nothing from agent or connectors, so that a fault there
cannot hide itself here. Offsets are code points, half-open. What must hold is PLAN's "plan.json" and
"What a quote may be"; printed figures and dates are read in `evals/printed.py`, computed values worked out
again in `evals/arithmetic.py`.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any, NamedTuple

from evals.anchor_days import anchor_days, date_follows
from evals.arithmetic import computes
from evals.plan_nodes import is_citation, is_claim, is_value, walk
from evals.printed import fold, squeeze, value_printed

MAX_QUOTE = 300
KNOWN_SCHEMA = re.compile(r"^1(\.\d+)*$")
NAMED = {"key_people", "officers", "tools", "segments", "group_companies"}
CITED = {"key_people", "officers", "tools", "group_companies", "goals", "steps", "commitments", "risks"}
BLOCKS = {"account", "key_people", "goals", "blanks", "sources", "account_information"}
UNNAMED = re.compile(r"\s*[(（](?:氏名|名称|名前|社名)不明[)）]$|\s*\((?:name )?unknown\)$", re.I)

_DIGIT = re.compile(r"[0-9０-９]")
_SIGN_BEFORE = re.compile(r"(?:[△▲]\s?|[−－] ?|(?:^|\s)- ?)$")
_FIGURE = re.compile(r"[0-9０-９][0-9０-９,，.．]*(?![0-9０-９A-Za-zＡ-Ｚａ-ｚ－-])")
_SCALE_AFTER = re.compile(
    r"[  　]?(?:百万|十億|千円|千人|千株|億|万|兆|円|%|％|パーセント|million|billion|thousand)", re.I
)
_NEGATION_AFTER = re.compile(r"(?:ない|なかっ|なく|ません|ませぬ|ず[にとも、。])")
_NEGATION_BEFORE = re.compile(r"\b(?:not|never|no|cannot|n't)\s+$", re.I)


class Problem(NamedTuple):
    """One thing that does not hold: where in which plan, and what."""

    plan: str
    path: str
    what: str


class Checker:
    """Problems of one plan folder, in the plan's order."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.texts: dict[str, str | None] = {}
        self.anchors: set[str] | None = None
        self.counts = {"citations": 0, "values": 0, "claims": 0, "names": 0}

    def run(self) -> list[Problem]:
        """Every problem found; an unreadable plan or an unknown schema is itself one."""
        try:
            plan = json.loads((self.folder / "plan.json").read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            self._fail("", f"plan.json cannot be read: {error}")
            return self.problems
        version = plan.get("schema_version") if isinstance(plan, dict) else None
        if not isinstance(version, str) or not KNOWN_SCHEMA.match(version) or not plan.keys() >= BLOCKS:
            self._fail("schema_version", f"unknown schema: {version!r} or top-level keys missing")
            return self.problems
        self.plan = plan
        self.known = {s.get("id") for s in plan["sources"] if isinstance(s, dict)}
        self.facts = {
            node.get("id")
            for _, node in walk(plan)
            if is_claim(node) and node.get("kind") in {"fact", "human"}
        }
        for path, node in walk(plan):
            if path.startswith("rejected"):
                continue
            if is_citation(node):
                self._citation(path, node)
            elif is_value(node):
                self._value(path, node)
            elif is_claim(node):
                self._claim(path, node)
            self._entry(path, node)
        return self.problems

    def _fail(self, path: str, what: str) -> None:
        self.problems.append(Problem(str(self.folder), path, what))

    def _text(self, source_id: object) -> str | None:
        key = str(source_id)
        if key not in self.texts:
            try:
                data = (self.folder / "texts" / f"{key}.txt").read_bytes()
                self.texts[key] = data.decode("utf-8") if re.fullmatch(r"[\w.-]+", key) else None
            except (OSError, ValueError):
                self.texts[key] = None
        return self.texts[key]

    def _citation(self, path: str, node: dict[str, Any]) -> None:
        self.counts["citations"] += 1
        start, end, quote = node["start"], node["end"], node["quote"]
        text = self._text(node["source_id"])
        if text is None:
            return self._fail(path, f"no readable text of source {node['source_id']!r}")
        if node["source_id"] not in self.known:
            self._fail(path, f"source {node['source_id']!r} is not listed under sources")
        if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
            return self._fail(path, f"offsets [{start}, {end}) are not inside the text")
        if text[start:end] != quote:
            return self._fail(path, f"text there is {text[start:end][:60]!r}, quote says {quote[:60]!r}")
        if len(quote) > MAX_QUOTE:
            self._fail(path, f"quote has {len(quote)} characters, {MAX_QUOTE} are allowed")
        if node.get("check") not in {"quote_found", "value_matches"}:
            self._fail(path, f"unknown check {node.get('check')!r}")
        if cut := cut_reason(text, start, end):
            self._fail(path, f"{cut}: {quote[:60]!r}")
        return None

    def _value(self, path: str, node: dict[str, Any]) -> None:
        self.counts["values"] += 1
        quotes = [c["quote"] for c in node.get("citations") or [] if is_citation(c)]
        derived = node.get("derived")
        if derived is None:
            if not quotes:
                self._fail(path, f"value {node['value']!r} has neither citation nor derivation")
            elif not value_printed(node["value"], str(node.get("unit") or ""), quotes):
                self._fail(path, f"value {node['value']!r} is not in its quotes {[q[:50] for q in quotes]}")
            return
        inputs = derived.get("inputs") or []
        if not derived.get("rule"):
            self._fail(path, "derived value names no rule")
        if not inputs and not quotes and str(node["value"]) not in self._anchor_days():
            self._fail(path, f"derived value {node['value']!r} has no cited input")
        given = [i.get("value") for i in inputs]
        if not computes(node["value"], str(derived.get("rule")), given) or not date_follows(
            node["value"], given
        ):
            self._fail(path, f"{node['value']!r} does not follow by {derived.get('rule')!r} from its inputs")

    def _anchor_days(self) -> set[str]:
        """Days that need no quote of their own: account.yaml's, the sources', printed ones, other values."""
        if self.anchors is None:
            texts = [self._text(source.get("id")) or "" for source in self.plan["sources"]]
            self.anchors = anchor_days(self.plan, texts)
        return self.anchors

    def _claim(self, path: str, node: dict[str, Any]) -> None:
        self.counts["claims"] += 1
        kind = node.get("kind")
        if kind == "fact" and not node.get("citations"):
            self._fail(path, "fact without citation")
        elif kind == "inference" and not node.get("premises"):
            self._fail(path, "inference without premises")
        elif kind == "inference" and not set(node["premises"]) <= self.facts:
            self._fail(path, f"premises that are no facts: {sorted(set(node['premises']) - self.facts)}")
        elif kind == "assumption" and not node.get("expires_on"):
            self._fail(path, "assumption without expiry")
        elif kind not in {"fact", "inference", "assumption", "human"}:
            self._fail(path, f"unknown kind of claim {kind!r}")

    def _entry(self, path: str, node: dict[str, Any]) -> None:
        """Entries of the named lists: they are cited, and their name is in one of their quotes."""
        match = re.search(r"(\w+)\[[^\]]*\]$", path)
        if not match or node.get("origin") == "human" or node.get("kind") == "human":
            return
        quotes = [c["quote"] for _, c in walk(node) if is_citation(c)]
        own = match[1]
        if own in CITED and not quotes:
            self._fail(path, f"{own} entry without citation: {node.get('name') or node.get('text') or ''!r}")
        if own in NAMED and node.get("name"):
            self.counts["names"] += 1
            name = squeeze(fold(UNNAMED.sub("", str(node["name"]))))
            if not any(name in squeeze(fold(quote)) for quote in quotes):
                self._fail(
                    path, f"name {node['name']!r} is in none of its quotes {[q[:40] for q in quotes[:4]]}"
                )


def cut_reason(text: str, start: int, end: int) -> str | None:
    """Why the quote at [start, end) may not begin or end there; None when it may."""
    before, after = text[max(0, start - 12) : start], text[end : end + 12]
    first, last = text[start], text[end - 1]
    if _DIGIT.match(first):
        if before and (_DIGIT.match(before[-1]) or re.search(r"[0-9０-９][,，.．]\Z", before)):
            return "quote begins inside a number"
        if _SIGN_BEFORE.search(before) and _FIGURE.match(text[start : start + 30]):
            return "quote is cut from its sign"
        bracket = re.match(r"[0-9０-９,，.．]{2,}[)）]", text[start : start + 30])
        if before[-1:] in {"(", "（"} and bracket and (end - start) < bracket.end():
            return "quote is cut from its brackets"
    if _DIGIT.match(last):
        if after and (_DIGIT.match(after[0]) or re.match(r"[,，.．][0-9０-９]", after)):
            return "quote ends inside a number"
        if _SCALE_AFTER.match(after):
            return "quote is cut from its scale"
    elif after and last.isalpha() and _NEGATION_AFTER.match(after.partition("\n")[0]):
        return "quote is cut from its negation"
    if first.isascii() and first.isalpha() and _NEGATION_BEFORE.search(before.rpartition("\n")[2]):
        return "quote is cut from its negation"
    return None


def main(arguments: list[str] | None = None) -> int:
    """0 when every plan holds; problems on stdout, one a line or as JSON, and a count on stderr."""
    parser = argparse.ArgumentParser(
        prog="python -m evals.check_citations", description=__doc__.splitlines()[0]
    )
    parser.add_argument("folders", nargs="+", type=Path, metavar="DIR")
    parser.add_argument("--json", action="store_true", help="problems and counts as one JSON object")
    options = parser.parse_args(arguments)
    checkers = [Checker(folder) for folder in options.folders]
    problems = [problem for checker in checkers for problem in checker.run()]
    counts = {key: sum(checker.counts[key] for checker in checkers) for key in checkers[0].counts}
    if options.json:
        report = {"plans": len(checkers), **counts, "problems": [p._asdict() for p in problems]}
        print(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        for problem in problems:
            print(f"{problem.plan}: {problem.path}: {problem.what}")
    summary = ", ".join(f"{number} {name}" for name, number in counts.items())
    print(f"{len(checkers)} plans, {summary}: {len(problems)} problems", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
