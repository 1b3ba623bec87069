"""Chat exports as JSON: Slack's channel files and lists of messages of the same shape."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from connectors.dates import date_in
from connectors.encoding import decode
from connectors.interface import (
    Document,
    DocumentKind,
    Locator,
    Participant,
    RawSource,
    Reader,
    ReadError,
    ReasonCode,
)
from connectors.limits import MAX_MESSAGES
from connectors.readers.canonical import Canonical, Place

_TEXT = ("text", "body", "content", "message")
_NAME = ("user_name", "real_name", "display_name", "username", "author", "sender", "from", "name", "user")
_TIME = ("date", "datetime", "timestamp", "created_at", "createdDateTime", "time", "ts")
_COMPANY_FACTS = re.compile(rb'\s*\{\s*"cik"\s*:')
JAPAN = dt.timezone(dt.timedelta(hours=9))
"""Slack's `ts` counts seconds in UTC; the reader's readers live in Japan. A written `date` goes before it."""


class ChatReader(Reader):
    """One Document of TURN blocks, one a line of a message; files named in a message follow it as list items.

    Names come from the message, else from the export's users. `<@U123>` stays as exported; participants carry
    the user id as address where no mail address is given. The SEC's companyfacts are no chat.
    """

    name = "chat"
    suffixes = (".json",)

    def claims(self, source: RawSource) -> bool:
        return source.suffix in self.suffixes and not _COMPANY_FACTS.match(source.data[:200])

    def read(self, source: RawSource) -> Sequence[Document]:
        try:
            export = json.loads(decode(source.data).text)
        except (ValueError, RecursionError) as error:
            raise ReadError(ReasonCode.CORRUPT, f"JSON: {str(error)[:100]}") from None
        messages = _messages(export)
        if messages is None:
            raise ReadError(ReasonCode.UNSUPPORTED, "JSON without chat messages")
        if len(messages) > MAX_MESSAGES:
            raise ReadError(ReasonCode.TOO_LARGE, f"{len(messages)} messages")
        users = _users(export)
        canonical = Canonical()
        days = [_write(canonical, message, users) for message in _flat(messages)]
        known = [day for day in days if day]
        return [
            canonical.document(
                source,
                DocumentKind.CHAT,
                _channel(export),
                participants=tuple(_participants(messages, users)),
                published=max(known) if known else None,
            )
        ]


def _messages(export: Any) -> list[Mapping[str, Any]] | None:
    listed = export.get("messages") if isinstance(export, dict) else export
    if not isinstance(listed, list):
        return None
    messages: list[Mapping[str, Any]] = [
        item for item in listed if isinstance(item, dict) and any(key in item for key in _TEXT)
    ]
    return messages if messages and len(messages) * 2 >= len(listed) else None


def _flat(messages: Sequence[Any], depth: int = 0) -> Iterator[Mapping[str, Any]]:
    for message in messages:
        if isinstance(message, dict):
            yield message
            replies = message.get("replies") or message.get("thread")
            if isinstance(replies, list) and depth < 3:
                yield from _flat(
                    [reply for reply in replies if isinstance(reply, dict) and _text(reply)], depth + 1
                )


def _write(
    canonical: Canonical, message: Mapping[str, Any], users: Mapping[str, Mapping[str, Any]]
) -> dt.date | None:
    name = _name(message, users)
    moment, day = _moment(message)
    canonical.place = Place(Locator(message=f"{moment} {name or ''}".strip() or None), day)
    first = True
    for line in html.unescape(_text(message)).replace("\r", "\n").split("\n"):
        if line.strip():
            canonical.turn(line, name, label=first)
            first = False
    files = message.get("files")
    for file in files if isinstance(files, list) else []:
        if isinstance(file, dict) and isinstance(file.get("name") or file.get("title"), str):
            canonical.list_item(file.get("name") or file["title"])
    return day


def _text(message: Mapping[str, Any]) -> str:
    for key in _TEXT:
        value = message.get(key)
        if isinstance(value, dict):
            value = value.get("content") or value.get("text")
        if isinstance(value, str) and value.strip():
            return value
    return ""


def _name(message: Mapping[str, Any], users: Mapping[str, Mapping[str, Any]]) -> str | None:
    profile = message.get("user_profile")
    if "user_name" not in message and isinstance(profile, dict) and isinstance(profile.get("real_name"), str):
        return str(profile["real_name"])
    for key in _NAME:
        value = message.get(key)
        if isinstance(value, dict):
            inner = value.get("user")
            nested = inner if isinstance(inner, dict) else value
            value = nested.get("displayName") or nested.get("real_name") or nested.get("name")
        if isinstance(value, str) and value.strip():
            return _real_name(users[value]) or value if value in users else value
    return None


def _moment(message: Mapping[str, Any]) -> tuple[str, dt.date | None]:
    for key in _TIME:
        value = message.get(key)
        if isinstance(value, str) and date_in(value):
            return value.replace("T", " ")[:16], date_in(value)
        try:
            seconds = (
                float(value) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else 0.0
            )
            if 1e9 < seconds < 4e9:
                moment = dt.datetime.fromtimestamp(seconds, JAPAN)
                return moment.strftime("%Y-%m-%d %H:%M"), moment.date()
        except ValueError:
            continue
    return "", None


def _users(export: Any) -> dict[str, Mapping[str, Any]]:
    listed = export.get("users") or export.get("members") if isinstance(export, dict) else None
    if not isinstance(listed, list):
        return {}
    return {str(user["id"]): user for user in listed if isinstance(user, dict) and "id" in user}


def _real_name(user: Mapping[str, Any]) -> str | None:
    profile = user.get("profile") if isinstance(user.get("profile"), dict) else {}
    name = user.get("real_name") or (profile or {}).get("real_name") or user.get("name")
    return name if isinstance(name, str) else None


def _participants(messages: Sequence[Any], users: Mapping[str, Mapping[str, Any]]) -> Iterator[Participant]:
    seen = set()
    for key, user in users.items():
        profile = user.get("profile") if isinstance(user.get("profile"), dict) else {}
        title, address = (profile or {}).get("title"), (profile or {}).get("email")
        name = _real_name(user)
        if name:
            seen.add(name)
            yield Participant(
                name,
                address if isinstance(address, str) else key,
                title if isinstance(title, str) else None,
                "user",
            )
    for message in _flat(messages):
        name = _name(message, users)
        if name and name not in seen:
            seen.add(name)
            yield Participant(name, role="user")


def _channel(export: Any) -> str:
    name = (export.get("channel") or export.get("name")) if isinstance(export, dict) else None
    if isinstance(name, dict):
        name = name.get("name")
    return name if isinstance(name, str) else ""
