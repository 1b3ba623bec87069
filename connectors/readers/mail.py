"""Mail messages (.eml) with their attachments."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator, Sequence
from email.message import Message

from connectors.dates import date_of_header
from connectors.interface import (
    Document,
    DocumentKind,
    Locator,
    RawSource,
    Reader,
    ReadError,
    ReasonCode,
)
from connectors.limits import MAX_MAIL_DEPTH, MAX_MAIL_PARTS
from connectors.readers.canonical import Canonical, Place
from connectors.readers.mail_body import write_body
from connectors.readers.mail_text import decode_words, header, payload, people, words
from connectors.readers.page_noise import drop_hidden
from connectors.readers.page_text import PageWriter
from connectors.readers.web_page import parse

_HEADERS = ("From", "To", "Cc", "Date", "Subject")


class MailReader(Reader):
    """One Document of kind MAIL and one for each attachment that some reader knows ("mail.eml!name").

    Headers are FIELD lines; earlier mails quoted or forwarded in the body are blocks with `quoted`; lines of
    the signature have the section "signature". An attachment that could not be read leaves its reason code in
    `warnings`.
    """

    name = "mail"
    suffixes = (".eml",)

    def claims(self, source: RawSource) -> bool:
        return source.suffix in self.suffixes

    def read(self, source: RawSource) -> Sequence[Document]:
        message = email.message_from_bytes(source.data, policy=email.policy.compat32)
        if not any(message.get(name) for name in ("From", "Date", "Subject", "Received")):
            raise ReadError(ReasonCode.NOT_WHAT_NAME_SAYS, "no mail headers")
        parts = list(_parts(message))
        if len(parts) > MAX_MAIL_PARTS:
            raise ReadError(ReasonCode.TOO_LARGE, f"{len(parts)} parts")
        attached: list[Document] = []
        warnings: list[str] = []
        for name, data in _attachments(parts):
            _read_attachment(RawSource(f"{source.path}!{name}", data), attached, warnings)
        return [_mail(source, message, parts, tuple(warnings)), *attached]


def _mail(
    source: RawSource, message: Message, parts: Sequence[Message], warnings: tuple[str, ...]
) -> Document:
    canonical = Canonical()
    participants = people(message)
    written = header(message, "Date")
    day = date_of_header(written) if written else None
    moment = f"{day.isoformat()} " if day else ""
    sender = next((person.name for person in participants if person.role == "from"), "")
    place = Place(Locator(message=(moment + sender).strip() or None), day)
    canonical.place = place
    for name in _HEADERS:
        canonical.field(name, header(message, name))
    plain, marked = _bodies(parts)
    if plain is not None and (text := words(plain)).strip():
        write_body(canonical, text, place)
    elif marked is not None:
        page = parse(words(marked) or " ")
        drop_hidden(page)
        PageWriter(canonical, mail=True).write(page)
    return canonical.document(
        source,
        DocumentKind.MAIL,
        header(message, "Subject"),
        published=day,
        participants=tuple(participants),
        warnings=warnings,
    )


def _parts(message: Message, depth: int = 0) -> Iterator[Message]:
    """Leaf parts; a forwarded message/rfc822 is a leaf, read as a mail of its own."""
    if message.get_content_type() == "message/rfc822" or not message.is_multipart():
        yield message
        return
    if depth > MAX_MAIL_DEPTH * 4:
        raise ReadError(ReasonCode.TOO_LARGE, "parts nested too deep")
    for part in message.get_payload():
        if isinstance(part, Message):
            yield from _parts(part, depth + 1)


def _bodies(parts: Sequence[Message]) -> tuple[Message | None, Message | None]:
    inline = [
        part for part in parts if part.get_content_disposition() != "attachment" and not part.get_filename()
    ]
    plain = next((part for part in inline if part.get_content_type() == "text/plain"), None)
    marked = next((part for part in inline if part.get_content_type() == "text/html"), None)
    return plain, marked


def _attachments(parts: Sequence[Message]) -> Iterator[tuple[str, bytes]]:
    for number, part in enumerate(parts, 1):
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            if isinstance(inner, list) and inner and isinstance(inner[0], Message):
                yield f"{number}.eml", inner[0].as_bytes()
            continue
        name = _file_name(part)
        if name or part.get_content_disposition() == "attachment":
            yield (name or f"{number}").replace("/", "_").replace("\\", "_"), payload(part)


def _file_name(part: Message) -> str:
    return decode_words(part.get_filename() or "").strip()


def _read_attachment(raw: RawSource, attached: list[Document], warnings: list[str]) -> None:
    from connectors.registry import read_source

    if raw.path.count("!") > MAX_MAIL_DEPTH:
        warnings.append(str(ReasonCode.TOO_LARGE))
        return
    documents, skipped = read_source(raw)
    attached.extend(documents)
    warnings.extend(str(entry.reason) for entry in skipped if str(entry.reason) not in warnings)
