"""An account as the program reads it: its documents and what the rules of every room read in its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from agent.company.ownership import attribute
from agent.drafting.assemble import Readings
from agent.drafting.provenance import plan_language
from agent.evidence.note_days import dated
from agent.models.account import Account
from agent.pipeline import read_by_rules
from agent.store.account_folder import open_account
from connectors.interface import Document
from connectors.registry import read_folder


@dataclass(frozen=True)
class ReadAccount:
    """`account` has the plan's language; `readings` are of the documents that are about it."""

    account: Account
    documents: Sequence[Document]
    readings: Readings


def read_account(folder: Path) -> ReadAccount:
    """The account in `folder`. Raises AccountError for a folder that is none."""
    opened = open_account(folder)
    documents = dated(read_folder(opened.sources).documents, opened.account.as_of)
    account = opened.account.model_copy(update={"language": plan_language(opened.account, documents)})
    ownership = attribute(documents, account)
    own = [document for document in documents if ownership.about[document.source_id] != "other"]
    return ReadAccount(account, documents, read_by_rules(account, own, ownership))
