"""Raw facts of a scan as Facts: value, unit, period, and the places of the printed form, sign and scale."""

from __future__ import annotations

import re
from collections.abc import Mapping

from connectors.interface import Fact, FactContext, Span
from connectors.readers.ixbrl_model import RawFact, Scan
from connectors.readers.ixbrl_scale import PlaceFinder
from connectors.readers.quick_records import quickly
from connectors.readers.xbrl_numbers import number, transformed

_NIL = "http://www.w3.org/2001/XMLSchema-instance nil"
_DASH = re.compile(r"[－\-―‐−–—]+")
_made = quickly(Fact)
_CONSOLIDATES = "WhetherConsolidatedFinancialStatementsArePreparedDEI"


def settle_scope(scan: Scan) -> None:
    """Contexts without a scope axis are consolidated where the filer says that it consolidates.

    The axis's default member is ConsolidatedMember (jppfs_cor definition links); filers without group
    statements tag their figures NonConsolidatedMember and leave the rest without scope. Call before `facts_of`.
    """
    for raw in scan.facts:
        if raw.name.endswith(_CONSOLIDATES):
            text = scan.text[raw.start : raw.end] if raw.start >= 0 else raw.text
            if (text or "").strip() == "true":
                for declared in scan.declared.values():
                    for key, context in declared.contexts.items():
                        if context.consolidated is None:
                            declared.contexts[key] = FactContext(
                                context.id, context.period, True, context.members, context.relative
                            )
            return


def facts_of(scan: Scan, labels: Mapping[str, str] | None = None) -> tuple[Fact, ...]:
    """Facts in document order. A printed figure's span holds the digits as tagged; `labels` are by element."""
    places = PlaceFinder(scan)
    label_of = (labels or {}).get
    return tuple(_fact(raw, scan, places, label_of(raw.name)) for raw in scan.facts)


def _fact(raw: RawFact, scan: Scan, places: PlaceFinder, label: str | None) -> Fact:
    attributes = raw.attributes
    context = raw.declared.context(attributes.get("contextRef", ""))
    unit_id = attributes.get("unitRef")
    unit = raw.declared.units.get(unit_id, unit_id) if unit_id else None
    printed = 0 <= raw.start < raw.end
    span = Span(raw.start, raw.end) if printed else None
    if attributes.get(_NIL) in ("true", "1"):
        place = span or _dash_after(raw, scan)
        return _made(raw.name, context, None, unit, None, label, place, None, None, raw.is_block)
    text = scan.text[raw.start : raw.end] if printed else raw.text or ""
    if raw.numeric:
        scale, sign = attributes.get("scale"), attributes.get("sign")
        value = number(text, scale, sign, attributes.get("format"))
        sign_span = places.sign(raw) if sign == "-" and printed and text[0] not in "△▲-－(（" else None
        scale_span = places.scale(raw, scale) if printed and scale not in (None, "0") else None
        return _made(
            raw.name,
            context,
            value,
            unit,
            _decimals(attributes.get("decimals")),
            label,
            span,
            sign_span,
            scale_span,
        )
    if raw.is_block:
        return _made(raw.name, context, "", None, None, label, span, None, None, True)
    part = raw
    while part.continued and (following := scan.continuations.pop(part.continued, None)):
        part = following
        text += scan.text[part.start : part.end] if 0 <= part.start < part.end else part.text or ""
    return _made(raw.name, context, transformed(text, attributes.get("format")), None, None, label, span)


def _decimals(text: str | None) -> int | None:
    try:
        return int(text) if text else None
    except ValueError:
        return None


def _dash_after(raw: RawFact, scan: Scan) -> Span | None:
    """The dash printed beside an empty nil tag."""
    if raw.start < 0 or raw.block < 0:
        return None
    found = _DASH.match(scan.text, raw.start, scan.blocks[raw.block].end)
    return Span(*found.span()) if found else None
