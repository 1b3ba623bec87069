"""The body of a plain mail: what the sender wrote, what is quoted or forwarded below it, the signature."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from connectors.dates import date_in
from connectors.readers.canonical import Canonical, Place
from connectors.readers.lines import RULE
from connectors.readers.prose import ProseWriter

_MARKED = re.compile(r"^\s*[>＞|｜]\s?")
_TAIL = re.compile(
    r"^\s*-{2,}\s*(?:original message|元のメッセージ|original appointment|reply message)\s*-{2,}|^\s*_{10,}\s*$"
    r"|^\s*(?:on\b.{5,200}\bwrote|le .{5,200} a écrit)\s*[:：]\s*$",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"^\s*[-=＝ー―]{2,}\s*(?:転送|forwarded|begin forwarded|fwd).{0,40}$|^\s*begin forwarded message:",
    re.IGNORECASE,
)
_FORWARD_END = re.compile(
    r"^\s*[-=＝ー―]{2,}\s*(?:ここまで|以上|転送終わり|end of forwarded).{0,30}$", re.IGNORECASE
)
_INTRODUCTION = re.compile(
    r"^\s*(?:.{0,60}\d{4}\s*[-/年.].{4,80}(?:wrote|書きました|：|:)\s*$|.{1,40}(?:様|さん|さま)の?(?:メール|ご連絡|メッセージ)\s*[：:]\s*$)"
)
_SENDER_LINE = re.compile(r"^\s*(?:from|差出人|送信者)\s*[：:].+", re.IGNORECASE)
_SENT_LINE = re.compile(r"^\s*(?:sent|date|送信日時|日時|to|宛先|subject|件名)\s*[：:].+", re.IGNORECASE)
_SIGNATURE_MARK = re.compile(r"^(?:-- ?|[-=_*＝―─━～~☆★◇◆□■・+＋/]{3,}.{0,3})$")
_LONGEST_SIGNATURE = 14
"""Lines a signature may have."""


class _Part(NamedTuple):
    text: str
    quoted: bool
    signature: bool = False


def write_body(canonical: Canonical, text: str, place: Place) -> None:
    """All of the body in order. Quoted parts carry the day their introduction names, or none."""
    for part in _parts(text.split("\n")):
        if part.quoted:
            canonical.place = Place(place.locator, _quoted_day(part.text), quoted=True)
        elif part.signature:
            canonical.place = replace(place, locator=replace(place.locator, section="signature"))
        else:
            canonical.place = place
        ProseWriter(canonical, markdown=False).write(part.text)
        canonical.leave_sections()


def _quoted_day(text: str) -> dt.date | None:
    """The day an introduction or a header line at the top of a quoted mail names."""
    for line in text.split("\n")[:8]:
        if _INTRODUCTION.match(line) or _SENT_LINE.match(line) or _TAIL.match(line):
            day = date_in(line)
            if day:
                return day
    return None


def _parts(lines: list[str]) -> Iterator[_Part]:
    own: list[str] = []
    at = 0
    while at < len(lines):
        end = _quoted_until(lines, at)
        if end == at:
            own.append(lines[at])
            at += 1
            continue
        yield from _own(own)
        own = []
        yield _Part("\n".join(_MARKED.sub("", line) for line in lines[at:end]), quoted=True)
        at = end
    yield from _own(own)


def _quoted_until(lines: list[str], at: int) -> int:
    """End of the quoted part that begins at line `at`; `at` itself when none begins."""
    line = lines[at]
    if _FORWARDED.match(line):
        return next(
            (number + 1 for number in range(at + 1, len(lines)) if _FORWARD_END.match(lines[number])),
            len(lines),
        )
    if _TAIL.match(line) or (_SENDER_LINE.match(line) and _heads_a_mail(lines, at)):
        return len(lines)
    end = at
    if _INTRODUCTION.match(line) and _next_is_marked(lines, at):
        end = at + 1
    while end < len(lines) and (
        _MARKED.match(lines[end]) or (end > at and not lines[end].strip() and _next_is_marked(lines, end))
    ):
        end += 1
    return end


def _heads_a_mail(lines: list[str], at: int) -> bool:
    """A "From:" line within a body heads a quoted mail when two of Sent, To, Subject follow at once."""
    return sum(1 for line in lines[at + 1 : at + 5] if _SENT_LINE.match(line)) >= 2


def _next_is_marked(lines: list[str], at: int) -> bool:
    following = next((line for line in lines[at + 1 : at + 4] if line.strip()), "")
    return bool(_MARKED.match(following))


def _own(lines: list[str]) -> Iterator[_Part]:
    """The sender's own words, the signature apart: the last short lines below a rule, "-- " or a blank line."""
    begin = _signature_begin(lines)
    if any(line.strip() for line in lines[:begin]):
        yield _Part("\n".join(lines[:begin]), quoted=False)
    if any(line.strip() for line in lines[begin:]):
        yield _Part("\n".join(lines[begin:]), quoted=False, signature=True)


def _signature_begin(lines: list[str]) -> int:
    last = len(lines)
    while last and (not lines[last - 1].strip() or RULE.match(lines[last - 1].strip())):
        last -= 1
    for number in range(last - 1, max(-1, last - 1 - _LONGEST_SIGNATURE), -1):
        words = lines[number].strip()
        if _SIGNATURE_MARK.match(lines[number].rstrip()) or _SIGNATURE_MARK.match(words):
            return number
        if not words:
            return number + 1 if number and last - number <= 8 else len(lines)
        if (
            len(words) > 60
            or words.endswith(("。", "？", "！", "、"))
            or re.match(r"[・●■①-⑳]|\d+[.)]", words)
        ):
            return len(lines)
    return len(lines)
