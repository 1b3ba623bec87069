"""Headers and bodies of mail messages as text, read from raw bytes so that no character is lost.

The standard library decodes ISO-2022-JP strictly and puts U+FFFD where mailers wrote ①, ㈱ or 髙; here every
charset goes through connectors.encoding.
"""

from __future__ import annotations

import base64
import binascii
import email.utils
import quopri
import re
from email.message import Message

from connectors.encoding import decode
from connectors.interface import Participant, ReadError, ReasonCode

_WORD = re.compile(rb"=\?([^?\s]{2,40})\?([bBqQ])\?([^?]*)\?=")
_BETWEEN = re.compile(rb"(\?=)\s+(=\?)")


def header(message: Message, name: str) -> str:
    """A header's words, encoded words decoded, folding undone; "" when absent."""
    value = next((value for key, value in message.raw_items() if key.lower() == name.lower()), None)
    return decode_words(str(value)) if value is not None else ""


def decode_words(value: str) -> str:
    """Encoded words and raw eight-bit pieces of a header as text; undecodable bytes come in as surrogates."""
    raw = re.sub(rb"\r?\n\s+", b" ", value.encode("utf-8", "surrogateescape"))
    raw = _BETWEEN.sub(rb"\1\2", raw)
    pieces: list[bytes | str] = []
    at = 0
    for word in _WORD.finditer(raw):
        if word.start() > at:
            pieces.append(raw[at : word.start()])
        pieces.append(_encoded_word(word))
        at = word.end()
    pieces.append(raw[at:])
    return "".join(piece if isinstance(piece, str) else _plain(piece) for piece in pieces).strip()


def people(message: Message) -> list[Participant]:
    """Senders and receivers in the order From, To, Cc, with their names as written."""
    found = []
    for name, role in (("From", "from"), ("To", "to"), ("Cc", "cc")):
        for label, address in email.utils.getaddresses([header(message, name)]):
            if label or "@" in address:
                found.append(Participant(label or address, address or None, role=role))
    return found


def payload(part: Message) -> bytes:
    """The part's bytes, transfer encoding undone."""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def words(part: Message) -> str:
    """A text part's words. Raises MOJIBAKE when its charset and every other one give garbage."""
    content = payload(part)
    if not content.strip():
        return ""
    charset = part.get_content_charset()
    text = decode(content, charset).text
    if part.get_param("format") == "flowed":  # RFC 3676: a blank before the line end marks a soft break
        text = re.sub(r"(?<!\n--)( )\n(?!>)", "" if part.get_param("delsp") == "yes" else " ", text)
    return text


def _encoded_word(word: re.Match[bytes]) -> str:
    charset, form, content = word[1].decode("ascii", "replace"), word[2].lower(), word[3]
    try:
        data = (
            base64.b64decode(content + b"=" * (-len(content) % 4))
            if form == b"b"
            else quopri.decodestring(content, header=True)
        )
    except (binascii.Error, ValueError):
        return word[0].decode("ascii", "replace")
    try:
        return decode(data, charset.partition("*")[0]).text if data.strip() else ""
    except ReadError as error:
        if error.reason is ReasonCode.EMPTY:
            return ""
        raise


def _plain(piece: bytes) -> str:
    if not piece.strip() or piece.isascii():
        return piece.decode("ascii")
    return decode(piece).text
