"""Whose document is it: the account's, another company's, or used without being sure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from agent.company.names import is_called_in, is_named_in, mentions, parse_name, same_name
from agent.messages import text as message
from agent.models.account import Account
from agent.models.finding import Finding, Severity
from connectors.interface import Document, DocumentKind, Filer

About = Literal["account", "other", "unconfirmed"]

FILINGS = frozenset(
    {
        DocumentKind.ANNUAL_REPORT,
        DocumentKind.SEMIANNUAL_REPORT,
        DocumentKind.QUARTERLY_REPORT,
        DocumentKind.EARNINGS_SUMMARY,
        DocumentKind.FORECAST_REVISION,
        DocumentKind.OTHER_FILING,
    }
)
_PUBLISHED = frozenset({DocumentKind.WEB_PAGE, DocumentKind.FEED_ENTRY})
_HOLDING = re.compile("ホールディングス?|hd$|グループ(?:本社)?$|holdings?$|group$")
_COVER = 4000
"""Characters of a filing without filer data in which its cover names the filer."""


@dataclass(frozen=True, slots=True)
class Ownership:
    """`about` has every document's source_id; findings say what is unsure and what was left out."""

    about: dict[str, About]
    findings: list[Finding] = field(default_factory=list)


def attribute(documents: Sequence[Document], account: Account) -> Ownership:
    """Whose each document is (contract, "Whose document is it").

    Filings: a code present on both sides decides, else the full name. With one filer only, no codes in the
    account and no other source that names the account instead, its filings are used as "unconfirmed".
    Published pages belong to the account when they name it, or when its group's holding company published
    them and another document of the account names that company; what people put into the folder themselves (notes, mails, tables)
    is the account's.
    """
    language = _language(account, documents)
    filings = [document for document in documents if document.kind in FILINGS]
    about: dict[str, About] = {}
    sure = [
        d
        for d in documents
        if d.kind not in FILINGS and (d.kind not in _PUBLISHED or _names_account(d, account))
    ]
    for document in documents:
        if document.kind in FILINGS:
            about[document.source_id] = _filing(document, account)
        elif document.kind in _PUBLISHED:
            ours = _names_account(document, account) or _is_of_its_group(document, account, sure)
            about[document.source_id] = "account" if ours else "other"
        else:
            about[document.source_id] = "account"
    _join_pieces(filings, about)
    findings: list[Finding] = []
    unsure = _single_unproven_filer(filings, about, documents, account)
    for document in filings:
        if document.source_id in unsure:
            about[document.source_id] = "unconfirmed"
    findings += _unconfirmed_findings(
        [d for d in filings if about[d.source_id] == "unconfirmed"], account, language
    )
    findings += [
        _finding(
            "other_company_document", Severity.INFO, language, title=document.title, account=account.name
        )
        for document in documents
        if about[document.source_id] == "other"
    ]
    return Ownership(about, findings)


def codes_agree(account: Account, filer: Filer) -> bool | None:
    """True when a code on both sides is equal, False when all shared ones differ, None without any."""
    pairs = [
        (account.corporate_number, filer.corporate_number),
        (account.edinet_code, filer.edinet_code),
        (short_code(account.sec_code), short_code(filer.sec_code)),
    ]
    shared = [(a.upper(), b.upper()) for a, b in pairs if a and b]
    if not shared:
        return None
    return any(a == b for a, b in shared)


def short_code(code: str | None) -> str | None:
    """Securities codes have four characters; XBRL adds a 0 (jpdei_cor:SecurityCodeDEI)."""
    code = (code or "").strip()
    return code[:4] if len(code) == 5 and code.endswith("0") else code or None


def _filing(document: Document, account: Account) -> About:
    filer = document.filer
    if filer is None:
        cover = f"{document.title}\n{document.text[:_COVER]}"
        return "account" if is_named_in(cover, account.name) else "other"
    agreed = codes_agree(account, filer)
    if agreed is not None:
        return "account" if agreed else "other"
    verdict = same_name(account.name, filer.name)
    return {"same": "account", "form_differs": "unconfirmed", "different": "other"}[verdict]  # type: ignore[return-value]


def _join_pieces(filings: Sequence[Document], about: dict[str, About]) -> None:
    """Pieces of a filing without covers, side by side in one folder, are one filing: one that names the account
    speaks for all."""
    pieces: dict[str, list[str]] = {}
    for document in filings:
        if document.filer is None:
            pieces.setdefault(document.path.rpartition("/")[0], []).append(document.source_id)
    for sources in pieces.values():
        if any(about[source] == "account" for source in sources):
            about.update(dict.fromkeys(sources, "account"))


def _names_account(document: Document, account: Account) -> bool:
    publisher = document.filer.name if document.filer else ""
    head = f"{document.title}\n{publisher}"
    if any(is_named_in(text, account.name) for text in (head, document.text)):
        return True
    return document.kind in _PUBLISHED and is_called_in(document.text, account.name, head)


def _is_of_its_group(document: Document, account: Account, sure: Sequence[Document]) -> bool:
    """Published by a holding company whose name begins like the account's and that a sure document names."""
    publisher = document.filer.name if document.filer else ""
    core, own = parse_name(publisher).core, parse_name(account.name).core
    if not _HOLDING.search(core) or core[:2] != own[:2]:
        return False
    return any(is_named_in(f"{d.filer.name if d.filer else ''}\n{d.text}", publisher) for d in sure)


def _single_unproven_filer(
    filings: Sequence[Document], about: dict[str, About], documents: Sequence[Document], account: Account
) -> set[str]:
    if account.corporate_number or account.edinet_code or account.sec_code:
        return set()
    candidates = [document for document in filings if about[document.source_id] == "other"]
    if not candidates or len(candidates) != len(filings):
        return set()
    filers = {
        (d.filer.edinet_code or d.filer.name) if d.filer is not None else d.path.rpartition("/")[0]
        for d in candidates
    }
    if len(filers) > 1:
        return set()
    filer = candidates[0].filer
    others = [document for document in documents if document.kind not in FILINGS]
    account_named = any(is_named_in(document.text, account.name) for document in others)
    filer_named = filer is not None and any(next(mentions(d.text, filer.name), None) for d in others)
    if account_named and not filer_named:
        return set()
    return {document.source_id for document in candidates}


def _unconfirmed_findings(documents: Sequence[Document], account: Account, language: str) -> list[Finding]:
    filers = sorted({d.filer.name if d.filer else d.title for d in documents})
    return [
        _finding("identity_unconfirmed", Severity.WARNING, language, filer=filer, account=account.name)
        for filer in filers
    ]


def _finding(rule: str, severity: Severity, language: str, **values: str) -> Finding:
    question = (
        message(f"company.{rule}_question", language, **values) if severity is Severity.WARNING else None
    )
    return Finding(
        rule=rule,
        severity=severity,
        path="sources",
        message=message(f"company.{rule}", language, **values),
        question=question,
    )


def _language(account: Account, documents: Sequence[Document]) -> str:
    if account.language:
        return account.language
    japanese = sum(document.language == "ja" for document in documents)
    return "ja" if 2 * japanese >= len(documents) else "en"
