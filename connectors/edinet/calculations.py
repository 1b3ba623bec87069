"""What a filer adds up to what: the calculation linkbase of a package (`…_cal.xml`), read when somebody asks."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from connectors.edinet.labels import element_of
from connectors.interface import CalculationArc, ReadError
from connectors.xml_safety import guarded_parser, parse

_LINK = "http://www.xbrl.org/2003/linkbase "
_XLINK = "http://www.w3.org/1999/xlink "
_SUMMATION = "http://www.xbrl.org/2003/arcrole/summation-item"


class Calculations:
    """The arcs of linkbases given as (name, bytes), parsed at the first call; a broken linkbase has none."""

    __slots__ = ("_arcs", "_members")

    def __init__(self, members: Sequence[tuple[str, bytes]]) -> None:
        self._members = members
        self._arcs: tuple[CalculationArc, ...] | None = None

    def __call__(self) -> tuple[CalculationArc, ...]:
        if self._arcs is None:
            arcs: list[CalculationArc] = []
            for name, data in self._members:
                with suppress(ReadError):
                    arcs += calculation_arcs(data, name)
            self._arcs, self._members = tuple(arcs), ()
        return self._arcs


def calculation_arcs(data: bytes, name: str = "") -> list[CalculationArc]:
    """Summation arcs in document order, without prohibited ones (XBRL 2.1, 5.2.5.2). Raises `xml_safety.parse`'s errors.

    Locators are named anew in each extended link, so that arcs are resolved when their link ends.
    """
    found: list[CalculationArc] = []
    located: dict[str, str] = {}
    arcs: list[tuple[str, str, int]] = []
    role = ""

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal role
        if tag == _LINK + "calculationLink":
            role = attributes.get(_XLINK + "role", "").rpartition("/")[2]
            located.clear()
            arcs.clear()
        elif tag == _LINK + "loc":
            located[attributes.get(_XLINK + "label", "")] = element_of(attributes.get(_XLINK + "href", ""))
        elif tag == _LINK + "calculationArc" and attributes.get(_XLINK + "arcrole") == _SUMMATION:
            weight = -1 if attributes.get("weight", "1").startswith("-") else 1
            if attributes.get("use") != "prohibited":
                arcs.append((attributes.get(_XLINK + "from", ""), attributes.get(_XLINK + "to", ""), weight))

    def end(tag: str) -> None:
        if tag == _LINK + "calculationLink":
            found.extend(
                CalculationArc(role, located[parent], located[child], weight)
                for parent, child, weight in arcs
                if parent in located and child in located
            )

    parser = guarded_parser()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parse(parser, data, name)
    return found
