"""What kinds of statement each remark is likely to make (`agent.sentence_kinds`), with its neighbours as context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from agent.renewal.remarks import Remark
from agent.sentence_kinds import Chances, Sentence, chances_of
from connectors.language import language_of


def likely_kinds(
    remarks: Sequence[Remark], seen_as: Sequence[tuple[str, ...]], weights: Path | None = None
) -> list[Chances]:
    """Chances of every kind, one mapping a remark, in the remarks' order; `seen_as` is what rules saw in each."""
    return chances_of(list(sentences_of(remarks, seen_as)), weights)


def sentences_of(remarks: Sequence[Remark], seen_as: Sequence[tuple[str, ...]]) -> Iterator[Sentence]:
    """Remarks as the reader of kinds sees them; neighbours are those of the same document."""
    for index, (remark, seen) in enumerate(zip(remarks, seen_as, strict=True)):
        before = remarks[index - 1] if index else None
        after = remarks[index + 1] if index + 1 < len(remarks) else None
        yield Sentence(
            text=remark.text,
            before=before.text if before and before.document is remark.document else "",
            after=after.text if after and after.document is remark.document else "",
            place=" ".join(words for words in (remark.heading, remark.column, remark.label) if words),
            side=remark.side or "",
            block=remark.kind.value,
            document=remark.document.kind.value,
            language="ja" if language_of(remark.text) == "ja" else "en",
            seen_as=seen,
        )
