"""S: what exactly is to be done or reached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent.goals import Part
from agent.goals.words import pattern_of
from agent.models.finding import Severity
from agent.review.rule import Hit, Read, Rule

_BARE_JA = re.compile(
    r"[\s・①-⑳]*(?:(?:利用|業務|内容|もの|こと|全体)を?の?)?(?P<verb>[\u4e00-\u9fffァ-ヶー]{2,6}(?:する|していく|を図る|に努める|を進める|を目指す|の実施)?)[。!！]?\s*"
)
_BARE_EN = re.compile(
    r"\s*(?:We (?:will|should) )?[A-Za-z]+(?: (?:up|it|this|things|more|further|better|as needed|as soon as possible|regularly))*[.!]?\s*"
)


def vague_act(read: Read) -> Iterator[Hit]:
    """S01: a loose verb or noun that nothing in the text pins down."""
    yield from _together(
        [part for part in read.reading.vague if not _is_degree(part.text, read.reading.language)]
    )


def vague_degree(read: Read) -> Iterator[Hit]:
    """S02: a loose degree or manner (早期に, 十分, 適宜, できるだけ; as needed, significantly)."""
    yield from _together(
        [part for part in read.reading.vague if _is_degree(part.text, read.reading.language)]
    )


def _together(parts: list[Part]) -> Iterator[Hit]:
    """One hit for all the words, placed at the first."""
    if parts:
        named = list(dict.fromkeys(part.text for part in parts))
        yield Hit(parts[0], {"words": ("・" if not named[0].isascii() else ", ").join(named)})


def _is_degree(words: str, language: str) -> bool:
    lists = pattern_of(language, "vague", "degree", "time")
    if lists.match(words.lower() if language == "en" else words):
        return True
    return bool(re.search(r"(?:[にくと]|的[にな])$" if language == "ja" else r"ly$", words))


def no_object(read: Read) -> Iterator[Hit]:
    """S03: a verb without what it is done to."""
    pattern = _BARE_EN if read.reading.language == "en" else _BARE_JA
    reading = read.reading
    if (
        reading.metric is None
        and reading.deliverable is None
        and reading.target is None
        and pattern.fullmatch(reading.text)
    ):
        yield Hit()


def two_in_one(read: Read) -> Iterator[Hit]:
    """S04: two goals in one text: a list of demands, or a loose second demand after a measured one."""
    if not read.is_goal:
        return
    reading = read.reading
    enumerated = len(re.findall(r"[①-⑳]", reading.text))
    if enumerated >= 2 or (reading.target_value is not None and reading.qualitative_without_scale):
        yield Hit(reading.vague[0] if reading.vague else None)


def open_list(read: Read) -> Iterator[Hit]:
    """S05: など, 等, etc. leave open what belongs to it, and no number closes the list."""
    reading = read.reading
    if reading.target is not None:
        return
    if reading.language == "en":
        found = re.search(
            r"(?<![a-z])(?:etc\b\.?|and so on|and more|and the like|among others)", reading.text, re.I
        )
    else:
        found = re.search(
            r"など|(?<=[\u4e00-\u9fffァ-ヶー])等(?=[をのにがで、。\s]|$)|諸々|その他", reading.text
        )
    if found:
        yield Hit(Part("vague", found.start(), found.end(), found.group()), {"words": found.group()})


SPECIFIC = (
    Rule("S01", Severity.WARNING, vague_act),
    Rule("S02", Severity.WARNING, vague_degree),
    Rule("S03", Severity.WARNING, no_object),
    Rule("S04", Severity.WARNING, two_in_one),
    Rule("S05", Severity.INFO, open_list),
)
