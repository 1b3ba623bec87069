"""Frozen records built without the price of freezing each field, for readers that make ten thousand of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, field, fields, make_dataclass
from typing import Any, TypeVar

_Record = TypeVar("_Record")


def quickly(record: type[_Record]) -> Callable[..., _Record]:
    """A function that builds a `record`, a frozen dataclass with slots, in a third of its constructor's time.

    A frozen dataclass sets each field through `object.__setattr__`. Here a twin with the same slots, not frozen, is
    built and then declared to be the record, which it is from then on in every respect.
    """
    twin = make_dataclass(
        record.__name__,
        [
            (each.name, each.type, field() if each.default is MISSING else field(default=each.default))
            for each in fields(record)  # type: ignore[arg-type]
        ],
        slots=True,
    )

    def build(*values: Any) -> _Record:
        built = twin(*values)
        built.__class__ = record
        return built  # type: ignore[no-any-return]

    return build
