"""What a label or column heading names of a goal laid out in parts: the goal, a part of it, or something beside it."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import NamedTuple

GOAL, BESIDE = "goal", "beside"
"""The goal itself, and what is neither the goal nor one of its parts."""
_ASKED = re.compile(r"(?:を(?:教えて|お聞かせ|ご記入).*|は|です|でしょう)?か?[?？]*$")
_OPEN = r"[(（【［\[<＜《「]"
_CLOSE = r"[)）】］\]>＞》」]"
_BEFORE = re.compile(r"[(（【［\[<＜《「/／、,，;；|｜・\s→⇒。.*]$")
_FIGURE = r"(?:約|およそ|平均|月|週|年|日|毎月|about |around |~)?\s*[\d０-９]"
_ORDINAL = r"(?:[\d０-９]{1,2}(?=[\s:：=＝)）】\]\u3000])|\s[\d０-９]{1,2}(?=\s*[:：=＝)）])|[①-⑳])?"
_BEHIND = re.compile(
    rf"{_ORDINAL}(?:\*\*)?(?:\s*(?P<sure>{_CLOSE}?(?:\*\*)?\s*[:：=＝](?:\*\*)?(?!//)|[】］\]>＞》]|[-–—]\s)\s*|(?P<gap>[ \t\u3000]+)|(?=は?{_FIGURE})は?)(?=\S)"
)


class Label(NamedTuple):
    """A label in a text: what it names, where it begins, where its value begins, and whether it may name the goal as well."""

    names: str
    start: int
    value: int
    of_goal: bool


def part_named(label: str) -> str | None:
    """What a heading, label or question that stands alone names; None where it is none of a goal's."""
    words = _fold(label).strip(" 　・*:()[]【】<>「」#0123456789.①②③④⑤")
    asked = re.sub(r"^(?:q\d*[.:)]?)\s*", "", words)
    return _kinds().get(words) or _kinds().get(_ASKED.sub("", asked).strip())


def labels_in(text: str) -> list[Label]:
    """Every label of a goal's parts in a line, in order.

    At the head of the line a blank may part label and value; elsewhere a sign or, in Japanese, the figure itself does.
    """
    folded = _fold(text)
    if len(folded) != len(text):
        return []
    found: list[Label] = []
    for match in _words().finditer(folded):
        at = match.start()
        head = not re.search(r"[^\s・\-*●○■□◆◇▪•(（【［\[<＜《a-dA-D\d０-９.)）①-⑳]", text[:at])
        if not head and not _BEFORE.search(text[:at]):
            continue
        behind = _BEHIND.match(text, match.end())
        if behind is None or (match[0].isascii() and not behind["sure"] and not _plain(text, behind, head)):
            continue
        found.append(Label(_kinds()[match[0]], at, behind.end(), match[0] in _of_goals()))
    return found


def is_figure(value: str) -> bool:
    """The value is an amount, and no words that name a goal."""
    short = value.strip(" 　「」")
    return bool(re.match(_FIGURE, short)) or (
        len(short) <= 14 and bool(re.search(r"\d\s*[%％]|\d[^\d\s]{1,3}$", short))
    )


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _plain(text: str, behind: re.Match[str], head: bool) -> bool:
    """An English word that opens a line is a label before a figure, a name or a date ("today 45", no "lead conversion rate")."""
    return bool(behind["gap"] and head and re.match(r"[\d$€£¥A-Z~]|end of |about ", text[behind.end() :]))


@cache
def _of_goals() -> frozenset[str]:
    return frozenset(_fold(word) for word in _table()[GOAL])


@cache
def _table() -> dict[str, list[str]]:
    words = files("agent.drafting.notes.goals").joinpath("part_labels.toml").read_text("utf-8")
    return tomllib.loads(words)


@cache
def _kinds() -> dict[str, str]:
    """Label → what it names; of a word that names two, the part that a figure would follow."""
    table = _table()
    kinds: dict[str, str] = {}
    for names in (GOAL, "metric", BESIDE, "owner", "due", "baseline", "target"):
        kinds.update({_fold(word): names for word in table[names]})
    return kinds


@cache
def _words() -> re.Pattern[str]:
    longest = sorted(_kinds(), key=lambda word: (-len(word), word))
    return re.compile("|".join(rf"\b{re.escape(w)}\b" if w.isascii() else re.escape(w) for w in longest))
