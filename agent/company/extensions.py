"""Figures that a filer states only in parts, by elements of its own: known by their labels and the statement they stand in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from agent.company.elements import is_own
from agent.company.figures import number
from agent.company.series import as_object
from agent.company.tagged import RowKey, scope_of
from agent.evidence.cite import cite_fact
from agent.models.evidence import Derived, Value
from agent.models.plan import Number
from connectors.interface import Document, Fact

_CASH_FLOW = re.compile(r"OpeCF(?:IFRS)?$")
"""Suffix of elements of the operating part of the cash flow statement, kept by filers in their own names."""
_PARTS = {"depreciation": re.compile(r"(?:減価償却費|償却費)(?:及び(?:その他の)?償却費)?[（(].+[）)]$")}
"""Labels of parts: 減価償却費（リース車両）."""


def parts_of(key: str, row: RowKey, documents: Sequence[Document]) -> Value[Number] | None:
    """The sum of a row's parts of a figure in the first document that has two or more; None for keys without parts.

    Each part is an input with its own citations.
    """
    pattern = _PARTS.get(key)
    for document in documents if pattern is not None else ():
        parts = [
            value
            for fact in document.facts
            if pattern is not None and _is_part(fact, row, pattern) and (value := _cited(document, fact))
        ]
        if len(parts) >= 2:
            return Value[Number](
                value=sum(part.value for part in parts),
                unit=parts[0].unit,
                check="computed",
                derived=Derived(rule=f"{key} = sum of its parts", inputs=[as_object(part) for part in parts]),
            )
    return None


def _is_part(fact: Fact, row: RowKey, label: re.Pattern[str]) -> bool:
    if fact.context.period != (row.start, row.end) or fact.context.members or scope_of(fact) != row.scope:
        return False
    own = is_own(fact.element) and _CASH_FLOW.search(fact.local_name) is not None
    return own and isinstance(fact.value, Decimal) and label.match(fact.label or "") is not None


def _cited(document: Document, fact: Fact) -> Value[Number] | None:
    citations = cite_fact(document, fact)
    if not citations or not isinstance(fact.value, Decimal):
        return None
    return Value[Number](value=number(fact.value), unit="円", citations=citations)
