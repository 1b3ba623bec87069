"""Meeting transcripts: WebVTT (.vtt) and SubRip (.srt)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from connectors.dates import date_in_name
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
from connectors.readers.canonical import Canonical, Place, clean
from connectors.readers.lines import join_wrapped

_TIMING = re.compile(
    r"^\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-->\s*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
)
_VOICE = re.compile(r"<v(?:\.[^\s>]+)?\s+([^>]+)>")
_TAG = re.compile(r"</?[a-zA-Z][^>]{0,80}>|<\d[\d:.]*>")
_LABEL = re.compile(r"^(?P<name>[^：:\n。、！？!?]{1,40})\s*[：:]\s*(?P<words>\S.*)$", re.DOTALL)
_BRACKET_LABEL = re.compile(r"^[\[【](?P<name>[^\]】]{1,40})[\]】]\s*(?P<words>\S.*)$", re.DOTALL)
_ENDED = re.compile(r"[。．.!?！？…」』）)]$")
_BLOCK = re.compile(r"\n[ \t]*\n")


class _Cue(NamedTuple):
    begin: str
    speaker: str | None
    words: str


class TranscriptReader(Reader):
    """One Document of TURN blocks: "label: words", the cue's begin as locator, `speaker` the label as written.

    A cue that goes on with the same speaker's unfinished sentence is joined to the one before.
    """

    name = "transcript"
    suffixes = (".vtt", ".srt")

    def claims(self, source: RawSource) -> bool:
        return source.suffix in self.suffixes

    def read(self, source: RawSource) -> Sequence[Document]:
        decoded = decode(source.data)
        day = date_in_name(source.path)
        canonical = Canonical()
        speakers: dict[str, None] = {}
        for cue in _joined(_cues(decoded.text)):
            if cue.speaker:
                speakers.setdefault(cue.speaker)
            canonical.place = Place(Locator(cue=cue.begin), day)
            canonical.turn(cue.words, cue.speaker)
        if not canonical.blocks and "-->" not in decoded.text:
            raise ReadError(ReasonCode.NOT_WHAT_NAME_SAYS, "no cue timings")
        return [
            canonical.document(
                source,
                DocumentKind.TRANSCRIPT,
                _title(decoded.text),
                published=day,
                participants=tuple(Participant(name) for name in speakers),
                warnings=(str(ReasonCode.TRUNCATED),) if decoded.truncated else (),
            )
        ]


def _title(text: str) -> str:
    """What follows WEBVTT on the first line; Zoom leaves it empty."""
    first = text.split("\n", 1)[0]
    return first.removeprefix("WEBVTT").lstrip(" -\t") if first.startswith("WEBVTT") else ""


def _cues(text: str) -> Iterator[_Cue]:
    speaker: str | None = None
    for piece in _BLOCK.split(text):
        lines = piece.strip("\n").split("\n")
        number = next((at for at, line in enumerate(lines) if _TIMING.match(line)), None)
        if number is None:
            continue
        timing = _TIMING.match(lines[number])
        begin = timing.group(1).replace(",", ".") if timing else ""
        said = ""
        label: str | None = None
        for line in lines[number + 1 :]:
            name, words = _speech(line)
            if name and said:
                yield _Cue(begin, label or speaker, said)
                said = ""
            label = name or label
            said = join_wrapped(said, words) if said and words else said or words
        speaker = label or speaker
        if said:
            yield _Cue(begin, speaker, said)


def _speech(line: str) -> tuple[str | None, str]:
    voice = _VOICE.search(line)
    words = html.unescape(_TAG.sub("", _VOICE.sub("", line))).strip()
    if voice:
        return clean(voice.group(1)), words
    found = _LABEL.match(words) or _BRACKET_LABEL.match(words)
    if found and not found["name"].strip().isdigit() and not re.match(r"https?$", found["name"].strip()):
        return clean(found["name"]), found["words"]
    return None, words


def _joined(cues: Iterator[_Cue]) -> Iterator[_Cue]:
    held: _Cue | None = None
    for cue in cues:
        if held and cue.speaker == held.speaker and not _ENDED.search(held.words) and len(held.words) < 400:
            held = held._replace(words=join_wrapped(held.words, cue.words))
            continue
        if held:
            yield held
        held = cue
    if held:
        yield held
