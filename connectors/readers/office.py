"""Office Open XML packages (.xlsx, .docx, .pptx), checked before any library opens them."""

from __future__ import annotations

from connectors.archive import Archive
from connectors.interface import RawSource, ReadError, ReasonCode
from connectors.signatures import kind_of

_DECLARES = (b"<!ENTITY", b"<!DOCTYPE")


def open_package(source: RawSource, required: str) -> Archive:
    """The package's archive with all its limits. `required` is the member that makes it this kind of file.

    Raises UNSUPPORTED for the older binary form and for password-protected files (both OLE containers),
    NOT_WHAT_NAME_SAYS when `required` is absent, UNSAFE_XML when a part declares entities.
    """
    if kind_of(source.data) == "OLE":
        raise ReadError(ReasonCode.UNSUPPORTED, "old binary or password-protected Office file")
    archive = Archive(source.data)
    if required not in archive.names:
        raise ReadError(ReasonCode.NOT_WHAT_NAME_SAYS, f"no {required} in it")
    for name in archive.names:
        if name.endswith((".xml", ".rels")):
            head = archive.read(name)[:8192]
            if any(mark in head for mark in _DECLARES):
                raise ReadError(ReasonCode.UNSAFE_XML, f"{name} declares entities")
    return archive
