"""Findings about the input itself, before any rule looks at the plan."""

from __future__ import annotations

from collections.abc import Sequence

from agent.messages import text
from agent.models.finding import Finding, Severity


def told_in_confidence(conditions: Sequence[str], language: str) -> list[Finding]:
    """One `told_in_confidence` that names the conditions under which words of the plan were said; none without."""
    if not conditions:
        return []
    named = text("draft.named_conditions", language).join(
        text("export.quoted", language, quote=c) for c in conditions
    )
    message = text("draft.told_in_confidence", language, conditions=named)
    return [Finding(rule="told_in_confidence", severity=Severity.WARNING, path="sources", message=message)]


def unknown_keys(keys: Sequence[str], language: str) -> list[Finding]:
    """One `unknown_account_key` per key of account.yaml that this version does not know."""
    return [
        Finding(
            rule="unknown_account_key",
            severity=Severity.INFO,
            path="account",
            message=text("draft.unknown_account_key", language, key=key),
        )
        for key in keys
    ]
