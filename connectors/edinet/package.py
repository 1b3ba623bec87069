"""EDINET packages: the zip of the disclosure site (`<docID>/XBRL/PublicDoc/…`) and of the API (`XBRL/PublicDoc/…`)."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from itertools import groupby

from connectors.archive import Archive, member_names
from connectors.edinet.calculations import Calculations
from connectors.edinet.cover import cover_of
from connectors.edinet.document import filing
from connectors.edinet.labels import extension_labels
from connectors.edinet.members import Member, scan_members
from connectors.edinet.names import submission_name
from connectors.interface import Document, RawSource, Reader, ReadError, ReasonCode
from connectors.readers.collection import collection_held
from connectors.readers.ixbrl_facts import facts_of, settle_scope

_PUBLIC = "XBRL/PublicDoc/"
_AUDIT = "AuditDoc/"
_INLINE = "_ixbrl.htm"
_LABELS = "_lab.xml"
_CALCULATIONS = "_cal.xml"
_DOWNLOAD_LIST = "XbrlSearchDlInfo.csv"


class EdinetPackageReader(Reader):
    """One Document per filing in the zip: the inline members of PublicDoc in order of their names.

    The numbers in front of the names are the document order (0000000_header, 0101010_honbun …). Audit
    reports (AuditDoc) are left out of the text and the facts; so are members that cannot be read, with a warning.
    """

    name = "edinet-package"

    def claims(self, source: RawSource) -> bool:
        return any(is_public_inline(name) for name in member_names(source.data))

    def read(self, source: RawSource) -> Sequence[Document]:
        archive = Archive(source.data)
        members = sorted(name for name in archive.names if is_public_inline(name))
        if not members:
            raise ReadError(ReasonCode.UNSUPPORTED, "a package without inline XBRL in PublicDoc")
        numbers = _corporate_numbers(archive)
        filings = [(folder, list(names)) for folder, names in groupby(members, _folder)]
        with collection_held(kept=True):
            return [
                _read_filing(source, archive, names, numbers, folder if len(filings) > 1 else "")
                for folder, names in filings
            ]


def is_public_inline(name: str) -> bool:
    """True for an inline member of the filing itself, also in a zip somebody packed again without the folders."""
    return name.endswith(_INLINE) and _AUDIT not in name


def _folder(member: str) -> str:
    """What stands before the package's own folders: the document number, or nothing."""
    return member.rpartition("/")[0].removesuffix(_PUBLIC.rstrip("/"))


def _read_filing(
    source: RawSource, archive: Archive, members: list[str], numbers: dict[str, str], folder: str
) -> Document:
    scan, warnings = scan_members([_member(archive, member) for member in members])
    names = [found for member in members if (found := submission_name(member))]
    name = next((found for found in names if found.family != "ifrs"), names[0] if names else None)
    settle_scope(scan)
    public = members[0].rpartition("/")[0]
    facts = facts_of(scan, _labels(archive, public))
    cover = cover_of(
        facts, name, numbers.get(_folder(members[0]).strip("/")) or numbers.get(name.filer if name else "")
    )
    member = folder.strip("/")
    return filing(
        source,
        scan.text,
        scan.blocks,
        facts,
        cover,
        member=member,
        warnings=warnings,
        calculations=_calculations(archive, public),
    )


def _member(archive: Archive, name: str) -> Member:
    submission = submission_name(name)
    return Member(name, partial(archive.read, name), submission.family if submission else "")


def _labels(archive: Archive, folder: str) -> dict[str, str]:
    """Labels of the filer's own elements; none where their linkbase is absent or broken, since the text stands."""
    labels: dict[str, str] = {}
    for name in archive.names:
        if name.startswith(folder) and name.endswith(_LABELS):
            with suppress(ReadError):
                labels |= extension_labels(archive.read(name), name)
    return labels


def _calculations(archive: Archive, folder: str) -> Calculations | None:
    """The calculation linkbases of the filing, unpacked but not parsed; none where one cannot be unpacked."""
    names = [name for name in archive.names if name.startswith(folder) and name.endswith(_CALCULATIONS)]
    try:
        return Calculations([(name, archive.read(name)) for name in names]) if names else None
    except ReadError:
        return None


def _corporate_numbers(archive: Archive) -> dict[str, str]:
    """13-digit corporate numbers by document number and EDINET code, from the site's download list (cp932)."""
    if _DOWNLOAD_LIST not in archive.names:
        return {}
    text = archive.read(_DOWNLOAD_LIST).decode("cp932", "replace")
    found: dict[str, str] = {}
    for row in csv.reader(text.splitlines()):
        if len(row) >= 5 and len(row[4]) == 13 and row[4].isdecimal():
            found[row[0]] = found[row[2]] = row[4]
    return found
