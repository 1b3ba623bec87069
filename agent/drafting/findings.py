"""Findings about the input itself, before any rule looks at the plan."""

from __future__ import annotations

from collections.abc import Sequence

from agent.messages import text
from agent.models.finding import Finding, Severity


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
