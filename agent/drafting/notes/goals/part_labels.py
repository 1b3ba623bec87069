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
_CALLED = r"[一-龠々ァ-ヴー]{1,6}(?:\s?[一-龠ァ-ヴーぁ-ん]{1,5})?(?:様|さん|氏|殿|部長|課長|次長|室長|主任|係長|本部長|リーダー|社長|専務|常務|取締役)"
"""Somebody by name and honorific or post, whom 担当 may stand right before."""
_BEHIND = re.compile(
    rf"{_ORDINAL}(?:\*\*)?(?:\s*(?P<sure>{_CLOSE}?(?:\*\*)?\s*(?:[:：=＝]|…+|‥+|\.{{2,}}|―+)(?:\*\*)?(?!//)|[】］\]>＞》]|[-–—]\s)\s*|(?P<gap>[ \t\u3000]+)|(?=は?{_FIGURE})は?|(?={_CALLED}))(?=\S)"
)


_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DATE = re.compile(
    rf"(?:(?:by|due|until|before|end of|mid)\s)*(?:the end of )?(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_MONTHS}|{'|'.join(m[:3] for m in _MONTHS.split('|'))})\.?(?: \d{{1,2}},)?(?: \d{{4}})?"
    r"|(?:(?:令和|R|20)?\d{1,4}[-/.年])?\s?\d{1,2}(?:[-/.月]\s?\d{1,2}日?|月)(?:末|中|上旬|中旬|下旬|頭|初め)?(?:まで(?:に)?|迄|頃|ごろ|目標)?"
    r"|(?:20\d\d年度?|今年度?|来年度?|今期|来期|年度|当期)(?:末|上期末?|下期末?|中|Q\d末?)?(?:まで(?:に)?|迄)?|(?:end of )?Q[1-4](?: 20\d\d)?",
    re.I,
)
_SOMEBODY = re.compile(rf"(?:担当\s?)?{_CALLED}(?:が?担当|が責任者)?|[A-Z][a-z'’-]+(?: [A-Z][\w'’-]+){{1,2}}")


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
    folded = "".join(one if len(one := _fold(letter)) == 1 else letter for letter in text)
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


def part_alone(segment: str) -> str | None:
    """What a piece without a label is by its form: "due" for a date, "owner" for somebody called by name."""
    words = segment.strip(" \u3000")
    if _DATE.fullmatch(words):
        return "due"
    return "owner" if _SOMEBODY.fullmatch(words) else None


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
