"""Contexts and units of XBRL, collected while an expat parser runs over them."""

from __future__ import annotations

from connectors.interface import FactContext, FactPeriod
from connectors.readers.ixbrl_model import SCOPE_AXES, Contexts, iso_date

XBRLI = "http://www.xbrl.org/2003/instance "
XBRLDI = "http://xbrl.org/2006/xbrldi "


class ContextCollector:
    """Fills `Contexts` from the start and end of elements; character data arrives with the end."""

    def __init__(self) -> None:
        self.declared = Contexts()
        self._id = ""
        self._start: str | None = None
        self._end: str | None = None
        self._members: list[tuple[str, str]] = []
        self._axis = ""
        self._typed = False
        self._measures: list[str] = []
        self._divided = 0
        self.opening = {
            XBRLI + "context": self._open_context,
            XBRLI + "unit": self._open_unit,
            XBRLI + "unitDenominator": self._open_denominator,
            XBRLDI + "explicitMember": self._open_member,
            XBRLDI + "typedMember": self._open_typed,
        }
        self.closing = {
            XBRLI + "startDate": self._close_start,
            XBRLI + "endDate": self._close_end,
            XBRLI + "instant": self._close_end,
            XBRLDI + "explicitMember": self._close_member,
            XBRLDI + "typedMember": self._close_member,
            XBRLI + "context": self._close_context,
            XBRLI + "measure": self._close_measure,
            XBRLI + "unit": self._close_unit,
        }

    def _open_context(self, attributes: dict[str, str]) -> None:
        self._id = attributes.get("id", "")
        self._start = self._end = None
        self._members = []

    def _open_member(self, attributes: dict[str, str]) -> None:
        self._axis = attributes.get("dimension", "").strip()

    _open_typed = _open_member

    def _close_start(self, text: str) -> None:
        self._start = text

    def _close_end(self, text: str) -> None:
        self._end = text

    def _close_member(self, text: str) -> None:
        self._members.append((self._axis, text.strip()))

    def _close_context(self, _text: str) -> None:
        scope: bool | None = None
        members = []
        for axis, member in self._members:
            if axis.endswith(SCOPE_AXES):
                scope = not member.rpartition(":")[2].startswith("NonConsolidated")
            else:
                members.append((axis, member))
        period = FactPeriod(
            iso_date(self._start) if self._start is not None else None,
            iso_date(self._end) if self._end is not None else None,
        )
        self.declared.contexts[self._id] = FactContext(
            self._id, period, scope, tuple(sorted(members)), self._id.partition("_")[0]
        )

    def _open_unit(self, attributes: dict[str, str]) -> None:
        self._id = attributes.get("id", "")
        self._measures = []
        self._divided = 0

    def _open_denominator(self, _attributes: dict[str, str]) -> None:
        self._divided = len(self._measures)

    def _close_measure(self, text: str) -> None:
        self._measures.append(text.strip().rpartition(":")[2])

    def _close_unit(self, _text: str) -> None:
        above = self._measures[: self._divided] if self._divided else self._measures
        below = self._measures[self._divided :] if self._divided else []
        name = "".join(above) + "".join("Per" + measure[:1].upper() + measure[1:] for measure in below)
        self.declared.units[self._id] = name
