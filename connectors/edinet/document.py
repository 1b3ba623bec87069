"""The Document of a filing out of its scan, facts and cover."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from connectors.edgar.cover import EdgarCover
from connectors.edinet.calculations import Calculations
from connectors.edinet.cover import Cover
from connectors.interface import (
    Block,
    Document,
    DocumentKind,
    Fact,
    RawSource,
    ReadError,
    ReasonCode,
    source_id_from,
    source_id_of,
)
from connectors.language import language_of
from connectors.readers.filing_cover import Cover as PrintedCover

_SAMPLE = 20_000
"""Characters the language is told from: cover, figures and the description of the business."""


def filing(
    source: RawSource,
    text: str,
    blocks: Sequence[Block],
    facts: Sequence[Fact],
    cover: Cover | EdgarCover | PrintedCover,
    *,
    member: str = "",
    kind: DocumentKind | None = None,
    prose: str | None = None,
    warnings: tuple[str, ...] = (),
    calculations: Calculations | None = None,
) -> Document:
    """The Document; `member` names the part of an archive that holds several filings. Raises NO_TEXT.

    `prose` is what the language is told from where the text is mostly element names.
    """
    if not text:
        raise ReadError(ReasonCode.NO_TEXT, member or source.path)
    path = f"{source.path}!{member}" if member else source.path
    sha256 = hashlib.sha256(source.data).hexdigest()
    return Document(
        source_id=source_id_of(source.data, member) if member else source_id_from(sha256),
        path=path,
        title=cover.full_title or path.rpartition("/")[2],
        kind=kind or cover.kind,
        text=text,
        blocks=tuple(blocks),
        sha256=sha256,
        language=language_of((text if prose is None else prose)[:_SAMPLE]),
        facts=tuple(facts),
        filer=cover.filer,
        form=cover.form,
        period=cover.period,
        amends=cover.amends,
        published=cover.published,
        access="public",
        warnings=warnings,
        calculations=calculations,
    )
