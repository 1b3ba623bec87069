"""Where a plan comes from: program, sources, settings, time; and its lists of sources and skipped files."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Literal

from agent.models.account import Account
from agent.models.plan import Provenance, SkippedEntry, SourceEntry
from connectors.interface import Document, Skipped

About = Literal["account", "other", "unconfirmed"]


def plan_language(account: Account, documents: Sequence[Document]) -> Literal["ja", "en"]:
    """The account's language, else that of most characters of the sources, else Japanese."""
    if account.language in ("ja", "en"):
        return "en" if account.language == "en" else "ja"
    characters = {"ja": 0, "en": 0}
    for document in documents:
        characters["en" if document.language == "en" else "ja"] += len(document.text)
    return "en" if characters["en"] > characters["ja"] else "ja"


def provenance(account: Account, documents: Sequence[Document], language: str, started: float) -> Provenance:
    """Digests of what went in; `started` is the `time.perf_counter()` the draft began at."""
    digests = sorted(document.sha256 for document in documents)
    settings = {"account": account.model_dump(mode="json"), "language": language}
    return Provenance(
        program=f"banso {version('banso')}",
        sources_digest=_digest(digests),
        settings_digest=_digest(settings),
        seconds=round(time.perf_counter() - started, 2),
    )


def source_entries(documents: Sequence[Document], about: Mapping[str, About]) -> list[SourceEntry]:
    """`sources` of the plan, in reading order, each with whose document it is."""
    return [
        SourceEntry(
            id=document.source_id,
            title=document.title,
            kind=str(document.kind),
            path=document.path,
            url=document.url,
            published=document.published,
            access="public" if document.access == "public" else "internal",
            language=document.language,
            sha256=document.sha256,
            characters=len(document.text),
            about=about.get(document.source_id),
        )
        for document in documents
    ]


def skipped_entries(documents: Sequence[Document], skipped: Sequence[Skipped]) -> list[SkippedEntry]:
    """`skipped` of the plan: sources not read, and parts of sources that could not be read."""
    entries = [SkippedEntry(path=s.path, reason_code=str(s.reason), detail=s.detail) for s in skipped]
    for document in documents:
        for warning in document.warnings:
            code, _, detail = warning.partition(":")
            entries.append(SkippedEntry(path=document.path, reason_code=code.strip(), detail=detail.strip()))
    return entries


def _digest(content: object) -> str:
    written = json.dumps(content, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(written.encode()).hexdigest()[:16]
