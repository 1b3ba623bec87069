"""The members of one filing scanned in order, those that cannot be read left out with their reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from connectors.interface import ReadError
from connectors.readers.ixbrl import InlineScanner
from connectors.readers.ixbrl_model import Scan


@dataclass(frozen=True, slots=True)
class Member:
    """One page of a filing; `data` unpacks it. Members of one `instance` share their contexts and units."""

    name: str
    data: Callable[[], bytes]
    instance: str = ""


def scan_members(members: Sequence[Member]) -> tuple[Scan, tuple[str, ...]]:
    """The scan of all sound members, and "reason: detail" of each that was left out (`Document.warnings`).

    A member found broken half-way has already printed lines, so the others are scanned anew without it.
    Raises the ReadError of the first one when none is sound.
    """
    broken: dict[str, ReadError] = {}
    while True:
        sound = [member for member in members if member.name not in broken]
        if not sound:
            raise next(iter(broken.values()))
        scanner = InlineScanner()
        for member in sound:
            try:
                scanner.feed(member.data(), member.name.rpartition("/")[2], member.instance)
            except ReadError as error:
                broken[member.name] = error
                break
        else:
            return scanner.finish(), tuple(_warning(name, error) for name, error in broken.items())


def _warning(path: str, error: ReadError) -> str:
    name = path.rpartition("/")[2]
    detail = error.detail if name in error.detail else f"{name}: {error.detail}".removesuffix(": ")
    return f"{error.reason}: {detail}"
