"""Mails saved as plain text: header lines as mailers show them, the body below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from connectors.dates import date_in_name, date_of_header
from connectors.interface import Document, DocumentKind, Locator, Participant, RawSource
from connectors.readers.canonical import Canonical, Place
from connectors.readers.mail_body import write_body

_HEADER = re.compile(
    r"\s*(?P<name>from|差出人|送信者|発信者|sender|to|宛先|受信者|recipients?|cc|ｃｃ|bcc|写し|date|sent|日時|日付|送信日時?|送信日|受信日時?|subject|件名|題名|re|reply-to|attachments?|添付(?:ファイル)?|importance|重要度)"
    r"\s*[:：]\s*(?P<value>.*)",
    re.IGNORECASE,
)
_KINDS = {
    "from": "from", "差出人": "from", "送信者": "from", "発信者": "from", "sender": "from",
    "to": "to", "宛先": "to", "受信者": "to", "recipient": "to", "recipients": "to",
    "cc": "cc", "ｃｃ": "cc", "写し": "cc",
    "date": "date", "sent": "date", "日時": "date", "日付": "date", "送信日時": "date", "送信日": "date", "受信日時": "date", "受信日": "date",
    "subject": "subject", "件名": "subject", "題名": "subject",
}  # fmt: skip
"""What a header's name says, folded; the others are kept as fields and say nothing."""
_NEEDED = 2
"""Of receiver, day and subject, those that stand beside the sender at the head of a mail."""
_ADDRESS = re.compile(r"[<＜(（\[]?\s*(?:mailto:)?(?P<address>[\w.+\-]+@[\w.\-]+\w)\s*[>＞)）\]]?")
_SEPARATES = re.compile(r"[,;、，；](?![^<＜(（]*[>＞)）])")
_DAY_OF_WEEK = re.compile(r"\s*[(（][月火水木金土日][)）]")

Header = tuple[str, str]


def headers_of(text: str) -> tuple[list[Header], str] | None:
    """Header lines (name and value as written) and the body; None where the text does not begin as a mail does."""
    lines = text.lstrip("\ufeff").split("\n")
    at = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    found: list[Header] = []
    while at < len(lines) and (header := _HEADER.fullmatch(lines[at].rstrip())):
        found.append((header["name"], header["value"].strip()))
        at += 1
    kinds = [kind for name, value in found if value and (kind := _KINDS.get(name.casefold()))]
    others = {kind for kind in kinds if kind in ("to", "date", "subject")}
    if kinds.count("from") != 1 or len(others) < _NEEDED:
        return None
    return found, "\n".join(lines[at:])


def read_text_mail(
    source: RawSource, headers: Sequence[Header], body: str, warnings: tuple[str, ...] = ()
) -> Document:
    """A document of kind MAIL as `connectors.readers.mail` makes of an .eml."""
    canonical = Canonical()
    by_kind = {kind: value for name, value in headers if (kind := _KINDS.get(name.casefold()))}
    written = _DAY_OF_WEEK.sub("", by_kind.get("date", ""))
    day = (date_of_header(written) if written else None) or date_in_name(source.path)
    participants = tuple(
        person
        for name, value in headers
        if (role := _KINDS.get(name.casefold())) in ("from", "to", "cc")
        for person in _people(value, role or "")
    )
    sender = next((person.name for person in participants if person.role == "from"), "")
    moment = f"{day.isoformat()} " if day else ""
    place = Place(Locator(message=(moment + sender).strip() or None), day)
    canonical.place = place
    for name, value in headers:
        canonical.field(name, value)
    write_body(canonical, body, place)
    return canonical.document(
        source, DocumentKind.MAIL, by_kind.get("subject", ""),
        published=day, participants=participants, warnings=warnings,
    )  # fmt: skip


def _people(value: str, role: str) -> list[Participant]:
    """Names as written with their addresses, in order."""
    found = []
    for piece in _SEPARATES.split(value):
        address = _ADDRESS.search(piece)
        name = (_ADDRESS.sub("", piece) if address else piece).strip(" \u3000\"'")
        if name or address:
            found.append(
                Participant(
                    name or (address["address"] if address else ""),
                    address["address"] if address else None,
                    role=role,
                )
            )
    return found
