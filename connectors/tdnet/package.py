"""TDnet packages: `XBRLData/Summary` and `XBRLData/Attachment` of an earnings summary, or one flat revision notice."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from connectors.archive import Archive, member_names
from connectors.encoding import declared_charset, decode
from connectors.interface import Document, RawSource, Reader, ReadError, ReasonCode, source_id_of
from connectors.language import language_of
from connectors.readers.ixbrl import InlineScanner
from connectors.readers.ixbrl_facts import facts_of
from connectors.readers.xhtml import well_formed
from connectors.tdnet.cover import cover_of

_INLINE = "-ixbrl.htm"
_MARKER = "tse-"
_QUALITATIVE = "qualitative.htm"
_INDEX = "index.txt"
_PLACES = ("/Summary/", _QUALITATIVE, "/Attachment/")


class TdnetPackageReader(Reader):
    """One Document: the summary, the qualitative text, then the financial statements, in that order."""

    name = "tdnet-package"

    def claims(self, source: RawSource) -> bool:
        return any(_INLINE in name and _MARKER in name for name in member_names(source.data))

    def read(self, source: RawSource) -> Sequence[Document]:
        archive = Archive(source.data)
        members = sorted(
            (name for name in archive.names if name.endswith((_INLINE, _QUALITATIVE))),
            key=lambda name: (next((i for i, place in enumerate(_PLACES) if place in name), 0), name),
        )
        scanner = InlineScanner()
        for member in members:
            data = archive.read(member)
            if member.endswith(_QUALITATIVE):
                data = well_formed(decode(data, declared_charset(data)).text)
            scanner.feed(data, member.rpartition("/")[2], instance=member.rpartition("/")[0])
        scan = scanner.finish()
        if not scan.text:
            raise ReadError(ReasonCode.NO_TEXT, source.path)
        facts = facts_of(scan)
        cover = cover_of(facts, members, _index(archive))
        title = cover.form or source.path.rpartition("/")[2]
        if cover.name_span_start is not None:
            begin = scan.text.rfind("\n", 0, cover.name_span_start) + 1
            title = scan.text[begin : scan.text.find("\n", begin)].replace("\t", " ")
        name = cover.filer.name if cover.filer else ""
        return [
            Document(
                source_id=source_id_of(source.data),
                path=source.path,
                title=f"{name} {title}".strip(),
                kind=cover.kind,
                text=scan.text,
                blocks=tuple(scan.blocks),
                sha256=hashlib.sha256(source.data).hexdigest(),
                language=language_of(scan.text),
                facts=facts,
                filer=cover.filer,
                form=cover.form,
                period=cover.period,
                amends=cover.amends,
                published=cover.published,
                access="public",
            )
        ]


def _index(archive: Archive) -> str:
    """Text of the list of attachments (cp932), which names the company."""
    name = next((name for name in archive.names if name.endswith("/" + _INDEX)), None)
    return archive.read(name, 1 << 20).decode("cp932", "replace") if name else ""
