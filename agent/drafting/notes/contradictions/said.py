"""Remarks as testimony: who says it of which group, on what day, how surely, and whether records stand behind it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from agent.drafting.notes.contradictions.numerals import in_digits
from agent.drafting.notes.frames import frames
from agent.drafting.notes.predicates import is_japanese
from agent.evidence.note_days import heading_day
from agent.evidence.tokens import words
from agent.renewal.remarks import Remark, neighbours

PACKAGE, FILE = "agent.drafting.notes.contradictions", "said"
QUOTED_VOICE = re.compile(
    r"^[\s・\-*●○→>]*(?P<who>[^\s「」『』。、:：][^「」『』。:：]{0,30}?)[、,\s]*(?:いわく|曰く|談|より|も|は)?[:：]?\s*[「『]"
)
ENGLISH_VOICE = re.compile(r"^[\s\-*]*(?P<who>[A-Z][^\"“.:]{1,40}?)(?: says?| said|:)?,?:? ?[\"“]")
AFTER_QUOTE = re.compile(r"^[\s]*[-–—] ?(?P<who>[A-Z][\w.' ]{1,30})")
SENTENCE = re.compile(
    r"(?<=[。!?！？])(?![」』)）])|(?<=[。!?！？][」』])|(?<=[a-z\d][.!?])[\"”]?\s+(?=[A-Z\"“])"
)
EARLY = re.compile(
    r"引き?継|引継|受注|申し送り|hand-?over|hikitsugi|sales|kick-?off|キックオフ|order form|hearing_?sheet",
    re.I,
)


@dataclass(frozen=True)
class Said:
    """One remark read as testimony. `plain` has its numbers in digits; `voice` are the words that name who speaks."""

    remark: Remark
    voice: str
    day: dt.date | None
    before: str = ""  # the remark before it in the same document, in digits
    joined: str = ""  # the sentence before it in its paragraph that it puts right ("… was wrong. It is 27.")

    @cached_property
    def plain(self) -> str:
        return in_digits(f"{self.joined}{self.remark.text}")

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of a remark, those of a quote in it too, in digits."""
        return tuple(part for part in SENTENCE.split(self.plain) if part.strip('」』"” '))

    @cached_property
    def about(self) -> str:
        """The words with what labels them: the row's label and column, or who speaks."""
        remark = self.remark
        beside = [remark.label, remark.column] if remark.kind.value == "table_row" else []
        return in_digits(" ".join(part for part in (*beside, self.voice, remark.text) if part))

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(words(self.plain)) - _plain_words()

    @property
    def is_question(self) -> bool:
        return self.matches("question")

    @property
    def is_hedged(self) -> bool:
        return self.matches("hedged")

    @property
    def corrects(self) -> bool:
        return self.matches("corrects")

    @cached_property
    def is_record(self) -> bool:
        """A contract, an invoice, a count or a system says it, not somebody's memory."""
        remark = self.remark
        return says("record", f"{remark.heading} {remark.section} {remark.document.title} {self.plain}")

    def matches(self, key: str) -> bool:
        """The words fit a frame of that key in said.toml."""
        return says(key, self.plain)


def testimony(remarks: Sequence[Remark], as_of: dt.date) -> list[Said]:
    """What notes say, in their order; headings and fields left out."""
    return testimony_and_pages([remark for remark in remarks if remark.is_note], as_of)


def testimony_and_pages(remarks: Sequence[Remark], as_of: dt.date) -> list[Said]:
    """What notes say and what was published, in their order; headings and fields left out."""
    found: list[Said] = []
    voice = ""
    days: dict[str, dt.date | None] = {}
    for index, remark in enumerate(remarks):
        if remark.kind.value in ("heading", "field"):
            continue
        same = bool(found) and found[-1].remark.document is remark.document
        goes_on = same and found[-1].remark.block == remark.block
        voice = _voice(remark, voice if goes_on else "", remarks, index)
        source = remark.document.source_id
        if source not in days:
            days[source] = heading_day(remark.document, as_of)
        before = found[-1].plain if same else ""
        joined = found[-1].remark.text if goes_on and _puts_right(before, remark.text) else ""
        found.append(Said(remark, voice, remark.day or days[source], before, joined))
    return found


def comes_before(first: Said, second: Said) -> bool:
    """True when the first was said before the second; without days, a hand-over stands before what is no hand-over,
    and in one document the order of the text counts."""
    if first.remark.document is second.remark.document and first.day == second.day:
        return first.remark.start < second.remark.start
    if first.day and second.day and first.day != second.day:
        return first.day < second.day
    return is_early(first) or not is_early(second)


def apart(first: Said, second: Said) -> bool:
    """In two documents, or in two paragraphs, rows or turns of one."""
    one, other = first.remark, second.remark
    return one.document is not other.document or one.block != other.block


def in_order(one: Said, other: Said) -> tuple[Said, Said]:
    """The two, the earlier first."""
    return (one, other) if comes_before(one, other) else (other, one)


def around(said: Said, everything: Sequence[Said], reach: int = 2) -> str:
    """The words of its neighbours within some remarks, in digits."""
    near = [s for s in everything if s.remark.document is said.remark.document]
    at = near.index(said)
    return " ".join(s.plain for s in near[max(0, at - reach) : at + reach + 1])


def _puts_right(before: str, text: str) -> bool:
    return says("rights", text) or (
        says("wrongs", before) and any(letter.isdigit() for letter in in_digits(text))
    )


def _voice(remark: Remark, so_far: str, remarks: Sequence[Remark], index: int) -> str:
    if remark.speaker:
        return remark.speaker
    text = remark.text
    opened = QUOTED_VOICE.match(text) or ENGLISH_VOICE.match(text)
    if opened:
        return opened["who"]
    for after in neighbours(remarks, index, 0, 1):
        signed = AFTER_QUOTE.match(after.text) if after.block == remark.block else None
        if signed:
            return signed["who"]
    return so_far


def is_early(said: Said) -> bool:
    """It stands in a record of the purchase: a hand-over, an order, the first meeting."""
    document = said.remark.document
    return bool(EARLY.search(f"{document.path} {document.title} {said.remark.heading}"))


def says(key: str, text: str) -> bool:
    """Some words, in digits, fit a frame of that key in said.toml; English frames are tried on Japanese notes too."""
    return any(
        frame.search(text) for language in _languages(text) for frame in frames(PACKAGE, FILE, language, key)
    )


def _languages(text: str) -> tuple[str, ...]:
    return ("ja", "en") if is_japanese(text) else ("en",)


@cache
def _plain_words() -> frozenset[str]:
    """Words that two statements on different matters share as well."""
    found: set[str] = set()
    for language in ("ja", "en"):
        for frame in frames(PACKAGE, FILE, language, "plain"):
            found |= set(words(frame.pattern.removeprefix(r"\b")))
    return frozenset(found)


def pairs_of(said: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """Every two of them that stand apart, the earlier first, the newest pairs first."""
    for place in range(len(said) - 1, -1, -1):
        for other in range(place - 1, -1, -1):
            if apart(said[place], said[other]):
                yield in_order(said[other], said[place])
