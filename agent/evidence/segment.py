"""Where sentences end in a stretch of Japanese or English text.

Japanese: 。｡！？ outside brackets, with the closing brackets and quotation marks that follow. English:
. ! ? before a space, unless the stop belongs to an abbreviation, an initial or a number. A stop inside
「…」 or （…） does not end the outer sentence, except in brackets longer than a quote may be.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator
from importlib.resources import files

from agent.models.evidence import MAX_QUOTE

_PAIRS = ("「」", "｢｣", "『』", "（）", "()", "［］", "[]", "【】", "〈〉", "《》", "〔〕", "“”")
_SORT = {"｢": "「", "(": "（", "[": "［"}  # full and half width close each other
_OPENERS = {pair[0]: _SORT.get(pair[0], pair[0]) for pair in _PAIRS}
_CLOSERS = {pair[1]: _SORT.get(pair[0], pair[0]) for pair in _PAIRS}
_AFTER_STOP = frozenset("」｣』）)］]】〉》〕”\"’'。｡！？!?")
_EVENT = re.compile("[" + re.escape("".join(_OPENERS) + "".join(_CLOSERS)) + "。｡！？!?．.\n]")

_GOES_ON_AFTER_BRACKET = frozenset("とはがをにのもでだなやかよっへ、，,・")
"""「…。」 followed by one of these is still inside the outer sentence (「…。」と述べた)."""

_JAPANESE = re.compile("[぀-ヿ一-鿿々〆ｦ-ﾟ]")
_LINE_GOES_ON = re.compile("[、，,・のがをにはとでもへやてし]$|[A-Za-z]-$")
_NEXT_CONTINUES = re.compile("[ぁ-んa-z、，,。）」ー]")
_ITEM_MARK = re.compile(
    r"[・●■◆◇○□※*•‣▪-][ 　]?|[(（]?[0-9０-９一-十ｱ-ﾝア-ンa-zA-Z]{1,3}[)）.．、][ 　]?|[①-⑳] ?"
)
_FULL_LINE = {True: 28, False: 50}
"""A line at least this long (Japanese, other) without a stop was broken by the page, not by its author."""

_WORDS = {
    name: frozenset(words.split())
    for name, words in tomllib.loads(
        files("agent.evidence").joinpath("data/english_stops.toml").read_text(encoding="utf-8")
    ).items()
}
_WORD_BEFORE = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ.&'’]*$")
_LIST_NUMBER = re.compile(r"\s*(\d{1,2})[.．] ")
_NUMBER_BEFORE = re.compile(
    r"(?<!\bat )(?<!\bto )(?<!\bof )(?<!\bin )(?<!\bon )(?<!\bby )(?<!\bis )(?<!\bfrom )(?<!\bthan )(?<=\s)(\d{1,2})$"
)
"""A number of a list that runs on in one line: "1. Close the finding 2. Cut delays"."""
_WORD_AFTER = re.compile(r"[A-Za-z]+")


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of `text[start:end]` in order, without surrounding whitespace.

    A stretch without any stop is one sentence. Linear in the length of the stretch.
    """
    events = [match.start() for match in _EVENT.finditer(text, start, end)]
    shut = _matched_brackets(text, events)
    begin, depth, opened = start, 0, -1
    skip_to = start
    for at in events:
        mark = text[at]
        if at in shut:
            if mark in _OPENERS:
                opened = at if depth == 0 else opened
                depth += 1
                continue
            depth -= 1
            if depth == 0 and _bracketed_sentence(text, begin, opened, at, end):
                inner = [end for _, end in sentences(text, opened + 1, at)]
                for stop in [*inner[:-1], at + 1]:
                    yield from _trimmed(text, begin, stop)
                    begin = stop
                skip_to = begin
            continue
        if depth or at < skip_to:
            continue
        stop = _boundary(text, begin, at, end)
        if stop:
            yield from _trimmed(text, begin, stop)
            begin = skip_to = stop
    yield from _trimmed(text, begin, end)


def bracketed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Outermost pairs of brackets of `text[start:end]` as (opening, closing) offsets, in order."""
    events = [match.start() for match in _EVENT.finditer(text, start, end)]
    found: list[tuple[int, int]] = []
    depth = opened = 0
    for at in sorted(_matched_brackets(text, events)):
        if text[at] in _OPENERS:
            opened = at if depth == 0 else opened
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                found.append((opened, at))
    return found


def _matched_brackets(text: str, events: list[int]) -> set[int]:
    """Places of brackets that pair up within a quote's length; longer pairs and strays do not hide stops."""
    stack: list[int] = []
    paired: set[int] = set()
    for at in events:
        mark = text[at]
        if mark in _OPENERS:
            stack.append(at)
        elif mark in _CLOSERS:
            for back in range(1, min(len(stack), 6) + 1):
                if _OPENERS[text[stack[-back]]] == _CLOSERS[mark]:
                    opener = stack[-back]
                    del stack[-back:]
                    if at - opener <= MAX_QUOTE:
                        paired.update((opener, at))
                    break
    return paired


def _bracketed_sentence(text: str, begin: int, opened: int, at: int, end: int) -> bool:
    """True after （全文。） or "(Whole sentence.)" that stands by itself."""
    if text[at - 1] not in "。｡！？!?." or text[begin:opened].strip():
        return False
    return at + 1 >= end or text[at + 1].isspace() or text[at + 1] in _OPENERS


def _boundary(text: str, begin: int, at: int, end: int) -> int:
    """Where the sentence ends when the mark at `at` ends it, else 0."""
    mark = text[at]
    if mark == "\n":
        return at + 1 if _line_ends(text, begin, at, end) else 0
    if mark in _CLOSERS or mark in _OPENERS:
        return 0
    after = at + 1
    while after < end and text[after] in _AFTER_STOP:
        after += 1
    following = text[after] if after < end else "\n"
    if mark in "。｡":
        bracketed = text[after - 1] in _CLOSERS
        return 0 if bracketed and following in _GOES_ON_AFTER_BRACKET else after
    if mark in "！？":
        return 0 if following in "とっ、」』" else after
    if mark == "．":
        return after if at > begin and _JAPANESE.match(text[at - 1]) and not following.isdigit() else 0
    if mark in "!?":
        return after if following.isspace() or (_JAPANESE.match(following) and mark == "?") else 0
    if following.isspace() and (number := _next_number(text, begin, at)):
        return number
    return after if following.isspace() and _full_stop(text, begin, at, after, end) else 0


def _next_number(text: str, begin: int, at: int) -> int:
    """Where "2." begins, if the full stop at `at` is that of the number after the one the sentence begins with, else 0."""
    first, last = _LIST_NUMBER.match(text, begin, at), _NUMBER_BEFORE.search(text, begin, at)
    follows = first is not None and last is not None and int(last[1]) == int(first[1]) + 1
    return last.start(1) if follows and last is not None else 0


def _full_stop(text: str, begin: int, at: int, after: int, end: int) -> bool:
    """Whether the English full stop at `at`, before a space, ends a sentence."""
    word = _WORD_BEFORE.search(text, max(begin, at - 24), at)
    rest = text[after : min(end, after + 24)].lstrip()
    if not rest:
        return True
    if rest[0].islower():
        return False
    if word is None:  # "12." at the head of a line is a number of an item, elsewhere the end of a sentence
        return text[begin:at].strip(" \t\u3000()0123456789.*-•") != ""
    token = word.group()
    if len(token) == 1 and token.isupper() and token != "I":
        return False
    bare = token.lower()
    if bare in _WORDS["never_final"]:
        return bare == "no" and not rest[0].isdigit()
    if bare in _WORDS["seldom_final"] or re.fullmatch(r"(?:[a-z]\.)+[a-z]", bare):
        starter = _WORD_AFTER.match(rest)
        return starter is not None and starter.group() in _WORDS["starters"]
    return True


def _line_ends(text: str, begin: int, at: int, end: int) -> bool:
    """Whether the line break at `at` separates two pieces rather than wraps one sentence."""
    line_start = max(begin, text.rfind("\n", begin, at) + 1)
    line = text[line_start:at].rstrip()
    next_end = text.find("\n", at + 1, end)
    following = text[at + 1 : next_end if next_end >= 0 else end].lstrip()
    if not line or not following:
        return True
    if _NEXT_CONTINUES.match(following) or _LINE_GOES_ON.search(line):
        return False
    if _ITEM_MARK.match(following):
        return True
    return len(line) < _FULL_LINE[bool(_JAPANESE.search(line))]


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def covering(starts: list[int], ends: list[int], start: int, end: int) -> tuple[int, int] | None:
    """Smallest run of units (given by sorted starts and ends) that covers `[start, end)`, or None."""
    first = bisect_left(ends, start + 1)
    last = bisect_left(starts, end) - 1
    if first >= len(starts) or last < first:
        return None
    low, high = starts[first], ends[last]
    return (low, high) if low <= start and high >= end else None
