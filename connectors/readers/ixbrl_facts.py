"""Raw facts of a scan as Facts: value, unit, period, and the places of the printed form, sign and scale."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from connectors.interface import Fact, FactContext, Span
from connectors.readers.ixbrl_model import RawFact, Scan
from connectors.readers.ixbrl_scale import PlaceFinder
from connectors.readers.quick_records import quick_fact
from connectors.readers.xbrl_numbers import number, transformed

_NIL = "http://www.w3.org/2001/XMLSchema-instance nil"
_DASH = re.compile(r"[－\-―‐−–—]+")
_new = tuple.__new__  # a NamedTuple's own __new__ costs twice as much
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
    return tuple([_fact(raw, scan, places, label_of(raw.name)) for raw in scan.facts])


def _fact(raw: RawFact, scan: Scan, places: PlaceFinder, label: str | None) -> Fact:
    attributes = raw.attributes
    context = raw.declared.context(attributes.get("contextRef", ""))
    start, end = raw.start, raw.end
    span = _new(Span, (start, end)) if 0 <= start < end else None
    if _NIL in attributes and attributes[_NIL] in ("true", "1"):
        place = span or _dash_after(raw, scan)
        return quick_fact(raw.name, context, None, _unit(raw), None, label, place, None, None, raw.is_block)
    if raw.numeric:
        text = scan.text[start:end] if span else raw.text or ""
        scale, sign = attributes.get("scale"), attributes.get("sign")
        figure = number(text, scale, sign, attributes.get("format"))
        sign_span = places.sign(raw) if sign == "-" and span and text[0] not in "△▲-－(（" else None
        scale_span = places.scale(raw, scale) if span and scale and scale != "0" else None
        decimals = _decimals(attributes.get("decimals"))
        return quick_fact(raw.name, context, figure, _unit(raw), decimals, label, span, sign_span, scale_span)
    if raw.is_block:
        return quick_fact(raw.name, context, "", None, None, label, span, None, None, True)
    text = scan.text[start:end] if span else raw.text or ""
    part = raw
    while part.continued and (following := scan.continuations.pop(part.continued, None)):
        part = following
        text += scan.text[part.start : part.end] if 0 <= part.start < part.end else part.text or ""
    value = transformed(text, attributes.get("format"))
    return quick_fact(raw.name, context, value, None, None, label, span)


def _unit(raw: RawFact) -> str | None:
    unit = raw.attributes.get("unitRef")
    return raw.declared.units.get(unit, unit) if unit else None


@lru_cache(maxsize=64)
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
