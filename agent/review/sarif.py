"""Findings as SARIF 2.1.0 (OASIS), for code review tools and CI."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from agent.messages import text
from agent.models.finding import Finding, Severity
from agent.review.outputs import Result
from agent.review.rules import RULES

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_sarif(results: Sequence[Result]) -> str:
    """One run; a region gives the line (row) where the file has lines, a logical location the plan's path."""
    language = results[0].language if results else "ja"
    run = {
        "tool": {"driver": {"name": "banso", "rules": [_rule(rule.id, language) for rule in RULES]}},
        "results": [_result(result, finding) for result in results for finding in result.findings],
    }
    return (
        json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)
        + "\n"
    )


def _rule(rule_id: str, language: str) -> dict[str, Any]:
    return {
        "id": rule_id,
        "shortDescription": {"text": text(f"rules.{rule_id}.title", language)},
        "help": {"text": text(f"rules.{rule_id}.hint", language)},
    }


def _result(result: Result, finding: Finding) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": result.checked.name.replace("\\", "/")}}
    line = next((e.item.line for e in result.reads if e.item.path == finding.path), None)
    if line is not None:
        physical["region"] = {"startLine": line}
    return {
        "ruleId": finding.rule,
        "level": _LEVEL[finding.severity],
        "message": {"text": " ".join(part for part in (finding.message, finding.question) if part)},
        "locations": [
            {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": finding.path}]}
        ],
    }
