"""What scorers of plans look at: the drafted plan as plain JSON, its texts, and where its words stand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evals.plan_nodes import is_citation, walk
from evals.printed import fold, squeeze
from evals.scorers.words import covered

SENTENCE = 10
"""Characters from which a piece of a gold quote is taken for a sentence of it."""
SENTENCE_SHARE = 0.7


@dataclass(frozen=True)
class PlanRun:
    """One draft: plan.json's content, the canonical texts, and the seconds it took (None: read from disk)."""

    plan: dict[str, Any]
    texts: dict[str, str]
    seconds: float | None = None
    files: dict[str, str] = field(default_factory=dict)  # source id → file name under sources/

    @staticmethod
    def of(plan: dict[str, Any], texts: dict[str, str], seconds: float | None = None) -> PlanRun:
        """The run of a plan in plain JSON form."""
        files = {s["id"]: _file_name(s["path"]) for s in plan.get("sources", [])}
        return PlanRun(plan, texts, seconds, files)

    @staticmethod
    def read(folder: Path) -> PlanRun:
        """The run that `banso draft --out folder` wrote."""
        plan = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
        texts = {p.stem: p.read_bytes().decode("utf-8") for p in sorted((folder / "texts").glob("*.txt"))}
        return PlanRun.of(plan, texts)

    def write(self, folder: Path) -> None:
        """plan.json and texts/ as the citation checker expects them."""
        (folder / "texts").mkdir(parents=True, exist_ok=True)
        (folder / "plan.json").write_text(json.dumps(self.plan, ensure_ascii=False), encoding="utf-8")
        for source_id, text in self.texts.items():
            (folder / "texts" / f"{source_id}.txt").write_bytes(text.encode("utf-8"))

    def quotes(self, entry: Any) -> Iterator[tuple[str, str]]:
        """(file name, quote) of every citation inside an entry."""
        for _, node in walk(entry):
            if is_citation(node):
                yield self.files.get(node["source_id"], node["source_id"]), node["quote"]

    def passage_share(self, evidence: Any, entry: Any) -> float:
        """How far the entry's citations lie on the gold's words: 1.0 when one gold quote is cited whole.

        `evidence` is a list of gold evidence. A whole sentence inside a gold quote is the same passage too; a
        shorter piece counts by the share it covers.
        """
        best = 0.0
        for gold in evidence or []:
            for file, quote in self.quotes(entry):
                if file != gold.source:
                    continue
                best = max(best, covered(gold.quote, quote))
                part, whole = squeeze(fold(quote)), squeeze(fold(gold.quote))
                if part in whole:
                    share = len(part) / max(1, len(whole))
                    best = max(best, share, SENTENCE_SHARE if len(part) >= SENTENCE else 0.0)
        return best

    def same_source(self, evidence: Any, entry: Any) -> bool:
        """True when the entry cites a source that the gold's evidence stands in."""
        return bool({file for file, _ in self.quotes(entry)} & {gold.source for gold in evidence or []})


def _file_name(path: str) -> str:
    return path.replace("\\", "/").partition("!")[0].rpartition("/")[2]
