"""How much the words around a capitalised word say for its being somebody's name (data/english_contexts.toml)."""

from __future__ import annotations

import re
from functools import cache

from agent.people.lexicon import alternatives, table
from agent.people.titles import read_english_role

_SELLS = re.compile(
    r"(?:['’]s)? (?:for a (?:quote|price)|came in at|quoted|is (?:a third|half|cheaper|free)|licen[cs]es?|later\b)"
)
"""What is said of a product or its maker."""
_MOVED_TO = re.compile(
    r"\b(?:(?:switch|migrat|upgrad|standardi[sz]|convert)\w*|(?:we|they|it|company|group|site|team)(?:['’](?:ve|re|d|s)| have| has| are| is| had| all)?(?: now| just| since)? (?:mov|chang|go|went|gone)\w*)"
    r"(?: over| across)?(?: from (?:[\w&-]+ ){1,4}?| away from (?:[\w&-]+ ){1,4}?)? ?(?:to|onto|on|from) \Z|\b(?:replac|swapp)\w* (?:[\w&-]+ ){1,4}(?:with|for) \Z",
    re.IGNORECASE,
)
"""Before what is used from now on: a system, whatever its name looks like."""
_PRONOUN = re.compile(
    r"[^.\n]{0,60}[ (](?:he|she|his|her|hers|him|himself|herself)\b|[^.\n]{0,60}[.:?!]\s+(?:\"|“)?(?:He|She|His|Her)\b"
)
_QUOTED_BEFORE = re.compile(r"[\"”'’.!?]\s*[-–—]+\s*\Z")
_LIST_BEFORE = re.compile(r"(?:^|\n)\W*(?:[Aa]pologies|[Aa]bsent|[Rr]egrets)(?: from)?[:,]? [^.\n]*\Z")
_LINE_START = re.compile(r"(?:^|\n)[\s*•\-–—#>\d.)\]]*\**\Z")
_BARRED = 3
"""Points taken where a place, a thing or a house is meant."""


def context_points(text: str, start: int, end: int) -> int:
    """Points for the name at [start, end) of one unit's text; below 0 they speak against it."""
    head, tail = text[max(0, start - 60) : start], text[end : end + 120]
    before = [w.casefold() for w in re.findall(r"[A-Za-z'’\-]+|[^\sA-Za-z]", head)]
    last = before[-1] if before else ""
    found = re.match(r"(?P<gap>['’]s\b|[ ]*[(,:?]?)[ ]*", tail)
    gap = found["gap"].strip() if found else ""
    following = _words(tail[found.end() :] if found else tail)
    first = following[0] if following else ""
    if is_used_now(head, tail):
        return -_BARRED
    if last in _set("place") or (gap == "" and first in _set("thing")) or _SELLS.match(tail):
        return -_BARRED
    opens = 1 if _LINE_START.search(head) and gap not in (":", "?") else 0
    return _after(gap, first, following, tail) + _before(before, last, head) + opens


def is_used_now(head: str, tail: str) -> bool:
    """True where a house has gone over to what stands between: "we moved from Alder to …"."""
    return _MOVED_TO.search(head) is not None and not _has_job(tail[:40])


def _after(gap: str, first: str, following: list[str], tail: str) -> int:
    point = 0
    if gap in ("'s", "’s"):
        if first in _set("owns") or first in _set("states") or first.endswith("ing"):
            point += 2
        else:
            point += -_BARRED if first in _set("of_a_house") else 1
    elif gap == "(":
        inner = tail[tail.find("(") + 1 :].partition(")")[0]
        point += 2 if _has_job(inner) or _unit(inner) else 0
        point += 1 if re.match(r"\s*\([^)]*\)\s*:", tail) else 0
    elif gap == "":
        point += _verb(following)
    elif gap == "," and _has_job(tail[:40]):
        point += 2
    elif gap == ":":
        point += 2 if re.match(r"\s*:\s*[\"“'‘]", tail) else 1
    if _PRONOUN.match(tail):
        point += 1
    return point


def _verb(following: list[str]) -> int:
    """What the word does: a verb only people do, an auxiliary, a task."""
    words = following
    while words and words[0] in _set("adverbs"):
        if words[0] in ("herself", "himself"):
            return 3
        words = words[1:]
    if not words:
        return 0
    if words[0] in _set("says"):
        return 2
    if words[0] == "to" and len(words) > 1 and words[1] in _set("tasks"):
        return 2
    if words[0] in ("is", "was") and len(words) > 1 and (words[1] in _set("states") or words[1] == "the"):
        return 2
    if words[0] in _set("is"):
        return 1
    if re.fullmatch(r"[a-z]{2,}ed", words[0]) and words[0] not in _set("thing"):
        return 2
    return 0


def _before(before: list[str], last: str, head: str) -> int:
    point = 0
    if _QUOTED_BEFORE.search(head) or _LIST_BEFORE.search(head):
        point += 3
    elif last in _set("spoken_to") or (last in _set("beside") and set(before[-4:-1]) & _set("company_of")):
        point += 2
    elif last == "/" and before[-2:-1] == ["w"]:
        point += 3
    elif last in _set("beside") or last == "&":
        point += 1
    in_bracket = head.count("(") > head.count(")")
    if (before and last in (",", "(") and not in_bracket and _has_job(" ".join(before[-4:-1]))) or (
        last in _set("job") and len(last) > 4 and head.split()[-1][:1].islower()
    ):
        point += 2
    elif last in _set("job"):
        point -= 2
    return point


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z][A-Za-z'’\-]*|[A-Z][A-Za-z]*", text.partition("\n")[0])[:4]


@cache
def _set(kind: str) -> frozenset[str]:
    return frozenset(table("english_contexts")[kind])


@cache
def _jobs() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(table('english_contexts')['job'])}\b")


def _has_job(text: str) -> bool:
    first = re.split(r"[.;)\n]", text)[0]
    return bool(_jobs().search(first.casefold())) or read_english_role(first) is not None


def _unit(text: str) -> bool:
    """True for the short words of a bracket that names a department: "warehouse", "branch ops"."""
    units = {u.casefold() for u in table("departments")["english"]}
    words = text.casefold().split()
    return 0 < len(words) <= 4 and any(w in units for w in [*words, text.casefold()])
