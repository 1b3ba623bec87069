"""Family and given names in columns of their own (姓 | 名, First name | Last name): one person of two cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.people.labels import Label
from connectors.interface import Span

_FAMILY = re.compile(
    r"(?:お?名字|苗字|姓|氏|family ?names?|last ?names?|surnames?)(?:[(（].*)?\Z", re.IGNORECASE
)
_GIVEN = re.compile(
    r"(?:名|お?名前|given ?names?|first ?names?|forenames?|christian names?)(?:[(（].*)?\Z", re.IGNORECASE
)
_NAME = re.compile(r"[^\W\d_](?:[^\d_()（）。、:：]{0,18}[^\W\d_])?\Z")


def name_columns(header: Sequence[str]) -> tuple[int, int] | None:
    """Positions of the columns for family and given name; None where a table has not both."""
    heads = [head.strip().replace("_", " ") for head in header]
    family = next((i for i, head in enumerate(heads) if _FAMILY.match(head)), None)
    given = next((i for i, head in enumerate(heads) if _GIVEN.match(head)), None)
    return (family, given) if family is not None and given is not None else None


def label_of_columns(places: tuple[int, int], cells: Sequence[str], spans: Sequence[Span]) -> Label | None:
    """The person of a row with both names; None where a cell is empty or no name."""
    if max(places) >= len(cells):
        return None
    family, given = (cells[place].strip() for place in places)
    if not (_NAME.match(family) and _NAME.match(given)):
        return None
    start, end = (f(spans[place][i] for place in places) for i, f in ((0, min), (1, max)))
    return Label(start, end, family, given, family.isascii(), Span(start, end))


def printed(label: Label) -> str:
    """The name as a reader writes it."""
    return f"{label.given} {label.family}" if label.latin else f"{label.family} {label.given}"
