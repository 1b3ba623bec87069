"""Zip archives opened with suspicion: every limit holds while reading, whatever the headers claim."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator

from connectors.interface import ReadError, ReasonCode
from connectors.limits import (
    MAX_ARCHIVE_BYTES,
    MAX_ARCHIVE_MEMBERS,
    MAX_ARCHIVE_RATIO,
    MAX_MARKUP_BYTES,
    RATIO_COUNTS_FROM,
)

_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    IndexError,
    KeyError,
    OSError,
    OverflowError,
    RuntimeError,  # also NotImplementedError: compression methods zipfile does not know
    ValueError,
)
"""What zipfile raises for archives that are not sound."""


class Archive:
    """Members of a zip by name, in the order of its directory. Folders are left out.

    Raises ReadError: EMPTY (no bytes or no members), NOT_WHAT_NAME_SAYS (not a zip), TRUNCATED (no directory),
    CORRUPT, UNSAFE_ARCHIVE (names that leave the folder, links, encryption, one name twice) and TOO_LARGE.
    """

    def __init__(self, data: bytes) -> None:
        if not data:
            raise ReadError(ReasonCode.EMPTY, "no bytes")
        if not data.startswith(b"PK"):
            raise ReadError(ReasonCode.NOT_WHAT_NAME_SAYS, "not a zip archive")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = [info for info in self._zip.infolist() if not info.is_dir()]
        except _BROKEN as error:
            ended = b"PK\x05\x06" not in data[-66_000:]
            raise ReadError(ReasonCode.TRUNCATED if ended else ReasonCode.CORRUPT, str(error)) from error
        if not infos:
            raise ReadError(ReasonCode.EMPTY, "an archive without members")
        if len(infos) > MAX_ARCHIVE_MEMBERS:
            raise ReadError(ReasonCode.TOO_LARGE, f"{len(infos)} members")
        self._infos = {_safe_name(info): info for info in infos}
        if len(self._infos) < len(infos):
            raise ReadError(ReasonCode.UNSAFE_ARCHIVE, "one member name is used twice")
        if sum(info.file_size for info in infos) > MAX_ARCHIVE_BYTES:
            raise ReadError(ReasonCode.TOO_LARGE, f"more than {MAX_ARCHIVE_BYTES} bytes unpacked")
        self._left = MAX_ARCHIVE_BYTES

    @property
    def names(self) -> list[str]:
        """Member names with forward slashes; names without the UTF-8 flag are read as cp932 where they can be."""
        return list(self._infos)

    def __iter__(self) -> Iterator[str]:
        return iter(self._infos)

    def read(self, name: str, limit: int = MAX_MARKUP_BYTES) -> bytes:
        """Bytes of a member, its checksum proved. TOO_LARGE above `limit` or an unpacking ratio no text has."""
        info = self._infos[name]
        if info.file_size > RATIO_COUNTS_FROM and info.file_size > MAX_ARCHIVE_RATIO * max(
            info.compress_size, 1
        ):
            raise ReadError(
                ReasonCode.TOO_LARGE, f"{name} unpacks more than {MAX_ARCHIVE_RATIO} times its size"
            )
        limit = min(limit, self._left)
        try:
            with self._zip.open(info) as stream:
                data = stream.read(limit + 1)
        except _BROKEN as error:
            raise ReadError(ReasonCode.CORRUPT, f"{name}: {error}") from error
        if len(data) > limit:
            raise ReadError(ReasonCode.TOO_LARGE, f"{name} is larger than {limit} bytes")
        self._left -= len(data)
        return data


def member_names(data: bytes) -> list[str]:
    """Names in a zip for a reader's `claims`; empty when it is no zip, or not a sound one."""
    if not data.startswith(b"PK\x03\x04"):
        return []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [_name(info) for info in archive.infolist()]
    except _BROKEN:
        return []


def _name(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & _UTF8_NAME or info.filename.isascii():
        return info.filename
    try:
        return info.filename.encode("cp437").decode("cp932")
    except UnicodeError:
        return info.filename


def _safe_name(info: zipfile.ZipInfo) -> str:
    name = _name(info)
    if info.flag_bits & _ENCRYPTED:
        raise ReadError(ReasonCode.UNSAFE_ARCHIVE, f"{name} is encrypted")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise ReadError(ReasonCode.UNSAFE_ARCHIVE, f"{name} is a link")
    parts = name.replace("\\", "/").split("/")
    if ".." in parts or name.startswith(("/", "\\")) or "\0" in name or name[1:2] == ":":
        raise ReadError(ReasonCode.UNSAFE_ARCHIVE, f"{name!r} leaves the archive's folder")
    return name
