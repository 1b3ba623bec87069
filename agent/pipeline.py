"""The straight line: account folder → documents → company, people, renewal, notes → plan → findings → files."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from agent.calendar import Anchor
from agent.company import read_company
from agent.company.ownership import FILINGS, Ownership, attribute
from agent.company.registered import registered
from agent.drafting.answers import with_plan
from agent.drafting.answers_of_successors import with_successor
from agent.drafting.asked_fields import asked_field
from agent.drafting.asked_successor import may_ask
from agent.drafting.assemble import Readings, assemble
from agent.drafting.findings import told_in_confidence, unknown_keys
from agent.drafting.near_misses import look_again
from agent.drafting.notes.read import read_notes
from agent.drafting.provenance import plan_language
from agent.drafting.second_reading import second_reading
from agent.evidence.ask import Answer
from agent.evidence.marks_of_confidence import mark_confidences
from agent.evidence.note_days import dated
from agent.evidence.query import Filters
from agent.export import Written, write_plan
from agent.llm.settings import ModelSettings
from agent.models.account import Account
from agent.models.plan import SuccessPlan
from agent.people import read_people
from agent.renewal import read_renewal
from agent.review import review_plan
from agent.store.account_folder import AccountFolder, open_account
from connectors.interface import Document, Skipped
from connectors.registry import read_folder

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan with the documents its citations point into."""

    plan: SuccessPlan
    documents: Sequence[Document]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A draft and the files it was written to."""

    draft: Draft
    written: Sequence[Written]


def run(
    folder: Path,
    out: Path,
    *,
    formats: Sequence[str] = ("json", "xlsx", "md"),
    language: str | None = None,
    as_of: dt.date | None = None,
    model: ModelSettings | None = None,
    code_list: Path | None = None,
    on_progress: Progress | None = None,
) -> Outcome:
    """Draft the account in `folder` and write the plan to `out`. Raises AccountError, never for a bad source."""
    drafted = draft(
        folder, language=language, as_of=as_of, model=model, code_list=code_list, on_progress=on_progress
    )
    return Outcome(drafted, write_plan(drafted.plan, drafted.documents, out, formats))


def draft(
    folder: Path,
    *,
    language: str | None = None,
    as_of: dt.date | None = None,
    model: ModelSettings | None = None,
    code_list: Path | None = None,
    on_progress: Progress | None = None,
) -> Draft:
    """The reviewed plan of the account in `folder`, nothing written. `on_progress` hears each source's path.

    Without `model` no model is asked, whatever the environment says: callers that want one pass its settings.
    The account's row of an EDINET `code_list` is a source like any other; UsageError where the file is none.
    """
    account_folder = open_account(folder, as_of=as_of, language=language)
    reading = read_folder(account_folder.sources, on_progress)
    row = registered(account_folder.account, code_list)
    documents = [*reading.documents, *([row.document] if row.document is not None else [])]
    drafted = draft_documents(account_folder, documents, reading.skipped, model)
    drafted.plan.findings += row.findings
    return drafted


def own_documents(folder: AccountFolder) -> list[Document]:
    """The account's sources without other companies' documents."""
    documents = dated(read_folder(folder.sources).documents, folder.account.as_of)
    about = attribute(documents, folder.account).about
    return [document for document in documents if about[document.source_id] != "other"]


def answer(
    account_folder: AccountFolder,
    question: str,
    *,
    workspace: Path | None = None,
    filters: Filters | None = None,
    limit: int = 5,
    code_list: Path | None = None,
) -> Answer:
    """What the account's sources say to a question, at most `limit` items.

    A question for a field of the plan gets the plan's statements with their citations first, or its blank's question;
    any other question, and any that filters narrow, the sources' words alone. `workspace` keeps the index searched.
    """
    from agent.evidence.workspace_index import workspace_retriever
    from agent.tables.ask import ask

    name = account_folder.account.id
    reading = read_folder(account_folder.sources)
    row = registered(account_folder.account, code_list).document
    documents = dated([*reading.documents, *([row] if row is not None else [])], account_folder.account.as_of)
    about = attribute(documents, account_folder.account).about
    own = [document for document in documents if about[document.source_id] != "other"]
    retriever = workspace_retriever(workspace, name, own) if workspace else None
    said = ask(own, question, name, retriever, filters or Filters(name), limit)
    if filters is None and (asked_field(question) is not None or may_ask(question)):
        plan = draft_documents(account_folder, documents, reading.skipped).plan
        said = with_successor(with_plan(said, plan, own, limit), plan, own, account_folder.account, limit)
    mark_confidences(said, own)
    return said


def draft_documents(
    account_folder: AccountFolder,
    documents: Sequence[Document],
    skipped: Sequence[Skipped] = (),
    model: ModelSettings | None = None,
) -> Draft:
    """The reviewed plan of an account from documents already read."""
    started = time.perf_counter()
    language = plan_language(account_folder.account, documents)
    account = account_folder.account.model_copy(update={"language": language})
    documents = dated(documents, account.as_of)
    ownership = attribute(documents, account)
    own = [document for document in documents if ownership.about[document.source_id] != "other"]
    readings = read_by_rules(account, own, ownership)
    anchor = anchor_of(account, readings.company.fiscal_year_end_month)
    renewal, notes = second_reading(account, readings.people, readings.renewal, readings.notes, anchor)
    readings = replace(readings, renewal=renewal, notes=notes)
    plan = assemble(account, documents, skipped, readings, started)
    plan.findings += unknown_keys(account_folder.unknown_keys, language)
    look_again(plan.blanks, own, language)
    if model is not None:
        from agent.drafting.model_drafter import read_with_model

        read_with_model(plan, own, model)
    told = mark_confidences(plan, own)
    plan.findings += [*told_in_confidence(told, language), *review_plan(plan, account)]
    return Draft(plan, documents)


def read_by_rules(account: Account, own: Sequence[Document], ownership: Ownership) -> Readings:
    """What the rules of every room read in the account's own documents."""
    company = read_company(account, own)
    anchor = anchor_of(account, company.fiscal_year_end_month)
    spoken = [document for document in own if document.kind not in FILINGS]
    people = read_people(account, spoken, anchor)
    renewal = read_renewal(account, spoken, people, company.information.fiscal_year_end)
    return Readings(ownership, company, people, renewal, read_notes(account, spoken, people, anchor))


def anchor_of(account: Account, fiscal_year_end_month: int | None) -> Anchor:
    """What relative dates of this account's sources are resolved against."""
    return Anchor(
        as_of=account.as_of,
        fiscal_year_end_month=fiscal_year_end_month,
        contract_start=account.contract_start,
        contract_end=account.contract_end,
    )
