"""People of an account: who is who, on whose side, with which role, and the words that show it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from agent.models.account import Account
from agent.people.types import PeopleReading
from connectors.interface import Document

__all__ = ["HasAsOf", "PeopleReading", "read_people"]


class HasAsOf(Protocol):
    """What is needed of the calendar's anchor: the day that counts as today."""

    @property
    def as_of(self) -> dt.date: ...


def read_people(account: Account, documents: Sequence[Document], anchor: HasAsOf) -> PeopleReading:
    """Stakeholders of the customer with role, stance, status and citations; our own people and third parties apart.

    Reads every document but filings. Offsets in mentions and citations count code points of `Document.text`.
    Never raises for odd input; SudachiPy's dictionary is loaded on first use (0.05 s).
    """
    if not documents:
        return PeopleReading()

    from agent.people.reading import read

    return read(account, documents, anchor.as_of)
