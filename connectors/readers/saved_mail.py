"""A mail that somebody saved or copied as plain text: lines for sender, receiver, day and subject, then the words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from connectors.dates import date_in_name, date_of_header
from connectors.interface import Document, DocumentKind, Locator, Participant, RawSource
from connectors.mail_headers import HEADER_LINE, HEADERS
from connectors.readers.canonical import Canonical, Place
from connectors.readers.mail_body import write_body

_VALUE = re.compile(r"[ \t\u3000]*[：:][ \t\u3000]*(?P<value>.*)")
_SENDER = re.compile(rf"^[ \t\u3000]*(?:{HEADERS['from']})[ \t\u3000]*[：:]", re.IGNORECASE | re.MULTILINE)
_QUOTES = re.compile(
    r"^\s*(?:[-_=＝]{3,}.*|[>＞|].*|.*(?:wrote|書きました)\s*[:：]\s*)$", re.MULTILINE | re.IGNORECASE
)
_SEPARATOR = re.compile(r"[,;；、，]")
_ADDRESS = re.compile(r"[<＜(（]?(?:mailto:)?(?P<address>[\w.+-]+@[\w.-]+)[>＞)）]?")
_ROLES = ("from", "to", "cc")


class SavedMail(NamedTuple):
    """The head's lines as printed (label, value), by what they say, and the words below."""

    lines: Sequence[tuple[str, str]]
    said: Mapping[str, str]
    body: str


def saved_mail(text: str) -> SavedMail | None:
    """The one mail the text is; None where it has no head at its top, or a second mail follows that neither is marked as quoted nor is the older one."""
    lines = text.lstrip("\ufeff\n\r \t\u3000").split("\n")
    head: list[tuple[str, str]] = []
    said: dict[str, str] = {}
    for line in lines:
        label = HEADER_LINE.match(line.strip(" \t\u3000"))
        value = _VALUE.fullmatch(line.strip(" \t\u3000\r")[label.end() :]) if label else None
        if label is None or value is None:
            break
        name = next(name for name, words in label.groupdict().items() if words)
        head.append((label[0], value["value"]))
        said.setdefault(name, value["value"])
    if not said.get("from") or not ({"to", "date", "subject"} & said.keys()):
        return None
    body = "\n".join(lines[len(head) :])
    second = _SENDER.search(body)
    if second is not None and not _QUOTES.search(body, 0, second.start()):
        below = saved_mail(body[second.start() :])
        if below is None or not _is_earlier(below.said, said):
            return None
    return SavedMail(head, said, body)


def _is_earlier(below: Mapping[str, str], above: Mapping[str, str]) -> bool:
    """The mail below was written before the one above it: that one answers it."""
    then, now = (date_of_header(said.get("date", "")) for said in (below, above))
    return then is not None and now is not None and then < now


def mail_document(source: RawSource, mail: SavedMail, warnings: tuple[str, ...]) -> Document:
    """One Document of kind MAIL, as of a mail message; the head's lines stay as printed."""
    canonical = Canonical()
    people = _people(mail.said)
    day = date_of_header(mail.said.get("date", "")) or date_in_name(source.path)
    moment = f"{day.isoformat()} " if day else ""
    sender = next((person.name for person in people if person.role == "from"), "")
    place = Place(Locator(message=(moment + sender).strip() or None), day)
    canonical.place = place
    for label, value in mail.lines:
        canonical.field(label, value)
    write_body(canonical, mail.body, place)
    return canonical.document(
        source,
        DocumentKind.MAIL,
        mail.said.get("subject", ""),
        published=day,
        participants=tuple(people),
        warnings=warnings,
    )


def _people(said: Mapping[str, str]) -> list[Participant]:
    """Senders and receivers as printed, with the address where one stands beside the name."""
    found = []
    for role in _ROLES:
        value = said.get(role, "").strip()
        several = role != "from" or value.count("@") > 1
        for piece in _SEPARATOR.split(value) if several else [value]:
            address = _ADDRESS.search(piece)
            name = (_ADDRESS.sub("", piece, count=1) if address else piece).strip(" \t\u3000\"'")
            if name or address:
                at = address["address"] if address else None
                found.append(Participant(name or str(at), at, role=role))
    return found
