"""Findings as readable text and as JSON; SARIF and cell comments stand in files of their own."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from agent.goals import labels_of
from agent.messages import text
from agent.models.finding import Finding, Severity
from agent.review.config import ReviewConfig
from agent.review.engine import judge, read
from agent.review.glance import LETTERS, Glance, glance, portfolio
from agent.review.inputs import Checked
from agent.review.rule import Read, Whole

_NAME_WIDTH = 40
_ROWS_NAMED = 10


@dataclass(frozen=True, slots=True)
class Result:
    """One file with its readings and findings."""

    checked: Checked
    reads: tuple[Read, ...]
    findings: list[Finding]
    language: str

    @property
    def glance(self) -> Glance:
        """S/M/A/R/T/O by goal; actions count too, after the goals."""
        places = [(entry.item.path, entry.item.text) for entry in self.reads]
        return glance(places, self.findings)


def check(checked: Checked, config: ReviewConfig, language: str | None = None) -> Result:
    """Reads and judges every item of a file, and the plan when it is one."""
    reads = read(checked.items, config)
    own = language or (checked.plan.language if checked.plan is not None else None)
    whole = Whole(reads, checked.plan, checked.account)
    shown = own or ("ja" if 2 * sum(e.item.language == "ja" for e in reads) >= len(reads) else "en")
    if checked.mappings:
        own = shown  # a sheet is written in one language, whatever a cell like "25h" looks like
    return Result(checked, reads, judge(whole, config, own), shown)


def skipped_rows(results: Sequence[Result]) -> list[str]:
    """A line for every file that has rows under a heading without a goal or an action."""
    return [
        _say(
            "skipped",
            result.language,
            file=result.checked.name,
            count=len(result.checked.skipped),
            rows=", ".join(result.checked.skipped[:_ROWS_NAMED])
            + ("…" if len(result.checked.skipped) > _ROWS_NAMED else ""),
        )
        for result in results
        if result.checked.skipped
    ]


def as_text(results: Sequence[Result]) -> str:
    """For people: each finding with its place, words, question and hint, then the table and the questions."""
    lines: list[str] = []
    for result in results:
        lines += _file(result)
    if len(results) > 1:
        language = results[0].language
        lines += _table(portfolio([(result.checked.name, result.findings) for result in results]), language)
    return "\n".join(lines) + "\n"


def _file(result: Result) -> list[str]:
    language, name = result.language, result.checked.name
    lines = [
        _say("mapping", language, file=name, mapping=mapping.words(language))
        for mapping in result.checked.mappings
    ]
    if not result.findings:
        return [*lines, _say("none", language, file=name, items=len(result.reads))]
    for finding in result.findings:
        place = f"{name}:{finding.path}" if finding.path else name
        lines.append(f"{place} {finding.rule} {_say(finding.severity, language)}: {finding.message}")
        if finding.span is not None:
            lines.append(_say("words", language, words=" ".join(finding.span.text.split())))
        if finding.question:
            lines.append(_say("question", language, question=finding.question))
        if finding.hint:
            lines.append(_say("hint", language, hint=finding.hint))
    lines += ["", *_table(result.glance, language)]
    counts = {severity.value: sum(f.severity is severity for f in result.findings) for severity in Severity}
    return [*lines, _say("summary", language, items=len(result.reads), **counts), ""]


def _table(view: Glance, language: str) -> list[str]:
    lines = [_say("glance_title", language)]
    lines.append(_padded("", _NAME_WIDTH) + "".join(f"{letter:>4}" for letter in LETTERS))
    for row in view.rows:
        marks = "".join(f"{row.counts[letter] or '·':>4}" for letter in LETTERS)
        lines.append(_padded(" ".join(row.name.split()), _NAME_WIDTH) + marks)
    if view.plan_findings:
        lines.append(_say("glance_plan", language, count=view.plan_findings))
    if view.questions:
        lines.append(_say("questions_title", language))
        lines += [
            f"  {number}. {question} ({path})" for number, (path, question) in enumerate(view.questions, 1)
        ]
    return lines


def _padded(words: str, width: int) -> str:
    """Cut or filled to a width in which a Japanese character takes two columns."""
    shown, used = "", 0
    for letter in words:
        step = 2 if unicodedata.east_asian_width(letter) in "WFA" else 1
        if used + step > width - 1:
            shown, used = shown + "…", used + 1
            break
        shown, used = shown + letter, used + step
    return shown + " " * max(0, width - used)


def _say(key: str, language: str, **values: object) -> str:
    return text(f"rules.check.{key}", language, **values)


def as_json(results: Sequence[Result]) -> str:
    """One object for plans and sheets; for lists of items (.jsonl) one line an item with its labels."""
    if results and all(result.checked.format == "jsonl" for result in results):
        return "".join(_line(entry, result.findings) for result in results for entry in result.reads)
    return (
        json.dumps({"files": [_as_value(result) for result in results]}, ensure_ascii=False, indent=2) + "\n"
    )


def _line(entry: Read, findings: Sequence[Finding]) -> str:
    own = [finding.model_dump(mode="json") for finding in findings if finding.path == entry.item.path]
    value = {"id": entry.item.id, "labels": labels_of(entry.reading), "findings": own}
    return json.dumps(value, ensure_ascii=False) + "\n"


def _as_value(result: Result) -> dict[str, Any]:
    view = result.glance
    return {
        "path": result.checked.name,
        "format": result.checked.format,
        "columns": [mapping.words() for mapping in result.checked.mappings],
        "skipped_rows": result.checked.skipped,
        "items": [
            {"id": e.item.id, "path": e.item.path, "kind": e.item.kind, "labels": labels_of(e.reading)}
            for e in result.reads
        ],
        "findings": [finding.model_dump(mode="json") for finding in result.findings],
        "glance": [{"path": row.path, "name": row.name, **row.counts} for row in view.rows],
        "questions": [{"path": path, "question": question} for path, question in view.questions],
    }
