"""Scores of the plan as a whole: citations exact and on the right passage, language, time and cost."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from evals.check_citations import Checker
from evals.gold.pack import Pack
from evals.interface import Detail, Sample, Score
from evals.printed import fold, squeeze
from evals.scorers.plan_run import PlanRun

_JAPANESE = re.compile(r"[ぁ-んァ-ヴ一-龯]")
_LATIN_WORDS = re.compile(r"[A-Za-z]{2,}(?:[\s'-]+[A-Za-z]{2,}){2,}")
OWN_WORDS = (
    "blanks[].reason", "blanks[].question", "blanks[].ask", "blanks[].how.close", "blanks[].how.normal",
    "blanks[].how.distant", "findings[].message", "findings[].question", "findings[].hint", "contradictions[].text",
    "contradictions[].why", "budget.clash.text", "budget.clocks.contract.text", "budget.clocks.opt_out.text",
    "budget.clocks.budget.text", "account_information.posture.rule",
    "account_information.posture.would_be_disproved_by", "account_information.implications[].text",
    "policy.risks[].response", "schedule[].text", "actions[].text",
)  # fmt: skip
"""Fields whose words are the program's own, so they must be in the plan's language."""


def score_citations(sample: Sample, run: PlanRun) -> Sequence[Score]:
    """Share of citations, values and names that hold, by the independent checker; one that does not breaks the gate."""
    with tempfile.TemporaryDirectory() as folder:
        run.write(Path(folder))
        checker = Checker(Path(folder))
        problems = checker.run()
    total = checker.counts["citations"] + checker.counts["values"] + checker.counts["names"]
    details = tuple(Detail("holds", problem.what, False, ref=problem.path) for problem in problems[:50])
    if not total and not problems:
        return [Score("citations.exact", None, why="the plan cites nothing")]
    share = 1 - min(len(problems), total) / total if total else 0.0
    return [Score("citations.exact", share, weight=max(total, 1), details=details, must_not_break=True)]


def score_passages(sample: Sample, run: PlanRun) -> Sequence[Score]:
    """Share of the gold's evidence groups on whose words some citation of the plan lies."""
    pack: Pack = sample.data
    gold = pack.gold
    groups: list[tuple[str, Any]] = [
        *((f"key_people[{p.name}]", p.evidence) for p in gold.key_people),
        *((f"decision_path[{s.order}]", s.evidence) for s in gold.decision_path),
        *((f"goals[{i}]", g.evidence) for i, g in enumerate(gold.goals)),
        *((f"{name}[{i}]", e.evidence) for name in ("promises_at_purchase", "risks", "expansion", "topics", "commitments", "tools") for i, e in enumerate(getattr(gold, name))),
    ]  # fmt: skip
    if not groups:
        return [Score("citations.gold_passages", None, why="the gold has no evidence")]
    quotes: dict[str, list[str]] = {}
    said = {key: value for key, value in run.plan.items() if key != "blanks"}  # near misses are no statements
    for file, quote in run.quotes(said):
        quotes.setdefault(file, []).append(squeeze(fold(quote)))
    details = []
    for name, evidence in groups:
        hit = any(_touches(squeeze(fold(e.quote)), quotes.get(e.source, [])) for e in evidence)
        details.append(
            Detail(f"{name}: {evidence[0].quote[:80] if evidence else ''}", "cited" if hit else "-", hit)
        )
    share = sum(d.right for d in details) / len(details)
    return [Score("citations.gold_passages", share, weight=len(details), details=tuple(details))]


def _touches(gold: str, quotes: list[str]) -> bool:
    return any(gold in quote or (len(quote) * 2 >= len(gold) and quote in gold) for quote in quotes)


def score_language(sample: Sample, run: PlanRun) -> Sequence[Score]:
    """Share of the program's own sentences that are in the plan's language; the plan's language is the gold's."""
    pack: Pack = sample.data
    plan = run.plan
    right_language = plan.get("language") == pack.gold.language
    sources = squeeze(fold("\n".join(run.texts.values()))).casefold()
    details = []
    for path, words in own_words(plan):
        right = in_language(words, pack.gold.language, sources)
        details.append(Detail(pack.gold.language, words, right, ref=path))
    first = Score(
        "language.plan",
        float(right_language),
        details=(Detail(pack.gold.language, str(plan.get("language")), right_language),),
    )
    if not details:
        return [first, Score("language.fields", None, why="the plan has no words of its own")]
    share = sum(d.right for d in details) / len(details)
    return [first, Score("language.fields", share, weight=len(details), details=tuple(details))]


def own_words(plan: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """(path, words) of every field whose words are the program's own."""
    for pattern in OWN_WORDS:
        yield from _follow(plan, pattern.split("."), "")


def _follow(node: Any, keys: list[str], path: str) -> Iterator[tuple[str, str]]:
    if not keys:
        if isinstance(node, str) and node.strip():
            yield path, node
        return
    key = keys[0].removesuffix("[]")
    child = node.get(key) if isinstance(node, dict) else None
    where = f"{path}.{key}" if path else key
    if keys[0].endswith("[]"):
        for index, entry in enumerate(child or []):
            yield from _follow(entry, keys[1:], f"{where}[{index}]")
    elif child is not None:
        yield from _follow(child, keys[1:], where)


def in_language(words: str, language: str, sources: str) -> bool:
    """False for three or more English words in a row in a Japanese field, or Japanese in an English one.

    Words that stand in the sources, and what is put in 「」, quotation marks or code, are names and quotes.
    """
    rest = re.sub(r"「[^」]*」|『[^』]*』|“[^”]*”|\"[^\"]*\"|`[^`]*`", "", words)
    if language == "ja":
        runs = [m[0] for m in _LATIN_WORDS.finditer(rest)]
        return all(squeeze(run).casefold() in sources for run in runs)
    runs = re.findall(r"[ぁ-んァ-ヴー一-龯々〆]+", rest)
    return all(run.casefold() in sources for run in runs) if runs else not _JAPANESE.search(rest)


def score_cost(sample: Sample, run: PlanRun) -> Sequence[Score]:
    """Seconds, tokens and cost of the draft."""
    provenance = run.plan.get("provenance") or {}
    seconds = run.seconds if run.seconds is not None else provenance.get("seconds")
    return [
        Score("cost.seconds", seconds, unit="s", lower_is_better=True),
        Score("cost.tokens", float(provenance.get("tokens") or 0), unit="tokens", lower_is_better=True),
        Score("cost.money", float(provenance.get("cost") or 0), unit="money", lower_is_better=True),
    ]
