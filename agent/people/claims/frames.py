"""The frames of the word lists (data/frames_*.toml and their neighbours), and where a sentence shows one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from agent.people.claims.lemmas import english, japanese
from agent.people.claims.types import Frame, Token
from agent.people.lexicon import table

EDGE = "\x1f"
"""Stands before and behind every lemma of a sentence, so that words match whole or from their beginning."""
TABLES = ("frames", "doings", "stances", "moves")
"""Word lists of each language: `<name>_ja.toml` and `<name>_en.toml`, each with `[[frame]]` entries."""
_MARK = "\ue000"
"""Stands for every mark in a line's text: a class of one character compiles far faster than one of all marks."""
_MARKS = re.compile("[\ue000-\uf8ff]")
_FUNCTION = ("助詞", "補助記号", "空白")
_LIMITS = ("だけ", "のみ", "しか", "ばかり", "まで", "から", "より")
"""Particles that change what words mean; the first word lists were written without them."""
_NEGATIVE = re.compile(r"ない|無い|無し|\b(?:no|not|never|cannot)\b|n't")
_NO = ("ない", "無い", "ず")
_LIGHT_EN = frozenset({"the", "a", "an", "our", "their", "his", "her", "its", "your", "my", "it"})


@dataclass(frozen=True)
class _Phrase:
    """One phrase of a frame: its words, and those that must be there besides the first."""

    number: int  # of its frame
    order: int  # in its frame
    words: tuple[str, ...]
    others: tuple[str, ...]
    language: str
    wide: bool
    reach: int

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The phrase over a line's text, compiled for the first line that holds all its words: few ever do."""
        return re.compile(_pattern(self.words, self.language, self.wide, self.reach))


class Line:
    """The lemmas of a sentence as one string; offsets into it are turned back into tokens."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.text = _MARKS.sub(_MARK, EDGE + EDGE.join(t.lemma for t in tokens) + EDGE)
        self.starts: list[int] = []
        at = 1
        for token in tokens:
            self.starts.append(at)
            at += len(token.lemma) + 1

    def token_at(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1

    def holds(self, pattern: str, first: int, last: int) -> bool:
        """True when the pattern stands among the tokens `first` to `last`."""
        end = self.starts[last] + len(self.tokens[last].lemma)
        return bool(_compiled(pattern).search(self.text, self.starts[first] - 1, end + 1))


def shown_in(line: Line, language: str) -> Iterator[tuple[Frame, int, int]]:
    """Frames a sentence shows, each with the first and last token of the words; those of one frame never overlap."""
    frames, index = _tables(language)
    begins = {t.lemma[:n] for t in line.tokens for n in range(1, len(t.lemma) + 1)}
    found: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for start, token in zip(line.starts, line.tokens, strict=True):
        for n in range(1, len(token.lemma) + 1):
            for phrase in index.get(token.lemma[:n], ()):
                if all(word in begins for word in phrase.others):
                    hit = phrase.pattern.match(line.text, start - 1)
                    if hit:
                        found[phrase.number].append((hit.start(), phrase.order, hit.end()))
    for number in sorted(found):
        end = -1
        for begin, _, stop in sorted(found[number]):
            if begin >= end:
                end = stop
                yield frames[number], line.token_at(begin + 1), line.token_at(stop - 1)


@cache
def _tables(language: str) -> tuple[list[Frame], dict[str, list[_Phrase]]]:
    """All frames of a language ("ja" or "en"), and their phrases by first word."""
    frames: list[Frame] = []
    index: dict[str, list[_Phrase]] = defaultdict(list)
    for name in TABLES:
        for entry in table(f"{name}_{language}")["frame"]:
            for negative in (False, True):
                words = [w for w in entry["words"] if bool(_NEGATIVE.search(w)) is negative]
                if not words:
                    continue
                wide = language == "en" and entry["shows"] == "champion"
                for order, phrase in enumerate(dict.fromkeys(words)):
                    parts = tuple(_parts(phrase, language, name != "frames"))
                    others = tuple(w for w in parts[1:] if w not in _NO)
                    reach = entry.get("reach", 5)
                    kept = _Phrase(len(frames), order, parts, others, language, wide, reach)
                    for first in _NO if parts[0] in _NO else (parts[0],):
                        index[first].append(kept)
                frames.append(_frame(entry, language, negative))
    return frames, dict(index)


def _frame(entry: dict[str, object], language: str, negative: bool) -> Frame:
    given = {"holder": ["subject"], "beside": None, "denies": False, "near": 6, **entry}
    beside = given["beside"]
    assert isinstance(given["holder"], list)
    return Frame(
        str(entry["shows"]),
        float(str(entry["weight"])),
        tuple(given["holder"]),
        bool(given["denies"]),
        int(str(given["near"])),
        "|".join(dict.fromkeys(_pattern(_parts(w, language), language) for w in beside))
        if isinstance(beside, list)
        else None,
        negative,
        bool(entry.get("sure", False)),
        bool(entry.get("of_us", False)),
    )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _parts(phrase: str, language: str, limits: bool = False) -> list[str]:
    """ "判子を押す" → 判子, 押す; "has the final say" → have, final, say. With `limits` だけ, まで and the like stay."""
    if language == "ja":
        kept = _LIMITS if limits else ()
        return [t.lemma for t in japanese(phrase) if not t.kind.startswith(_FUNCTION) or t.text in kept]
    return [t.lemma for t in english(phrase) if t.lemma not in _LIGHT_EN]


def _pattern(words: Sequence[str], language: str, wide: bool = False, reach: int = 5) -> str:
    """The words in this order: up to `reach` apart in Japanese, two in English (four, names allowed, if `wide`)."""
    if language == "en":
        marks = "" if wide else _MARK
        gap = rf"(?:{EDGE}[^{EDGE}.;{marks}]*){{0,{4 if wide else 2}}}?{EDGE}"
        return EDGE + gap.join(re.escape(w) for w in words) + f"(?={EDGE})"
    no = rf"(?!(?:{'|'.join(_NO)}){EDGE})"
    gap = rf"[^{EDGE}]*(?:{EDGE}{no}[^{EDGE}。「\t]*){{0,{reach}}}?{EDGE}"
    out = EDGE
    for position, word in enumerate(words):
        if position:
            out += rf"(?:{EDGE}を)?{EDGE}" if word == "為る" else gap
        out += f"(?:{'|'.join(_NO)})(?={EDGE})" if word in ("ない", "無い") else re.escape(word)
    return out
