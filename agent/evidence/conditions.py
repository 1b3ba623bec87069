"""The words by which a sentence asks that something go no further, and how they stand in it."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_KINDS = ("named", "asked", "unreleased", "unannounced")
_LABEL = re.compile(r"^[^:：。、,]{1,24}[:：]\s*")
_OPEN, _CLOSE = "(（[［【〔〈<＜", ")）]］】〕〉>＞"
_WEIGHED = re.compile(r"[一-鿿々ァ-ヺー]|[A-Za-zÀ-ɏ][\w'’-]*|\d+")
_LITTLE = 2
"""Content up to which a sentence says nothing beside its condition: a pronoun's noun (この件), one word."""
_GOES_ON = re.compile(
    r"^[^。、,.]{0,14}(?:が|けど|けれど|ので|から|し|んで)[、。…\s]*|^\W*(?:but|so|though|and)\b|^\s*[:：—–、,]\s*\S",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Condition:
    """`before` and `after` weigh what the sentence says beside the words `[start, end)` that ask for silence."""

    start: int
    end: int
    kind: str
    before: int
    after: int
    bracketed: bool
    goes_on: bool  # "…ですが": what it holds for is yet to come

    @property
    def bare(self) -> bool:
        """The sentence is the condition and no more: what it holds for stands around it."""
        return self.before + self.after <= _LITTLE

    @property
    def opens(self) -> bool:
        """What is said under the condition follows it in the same sentence."""
        return self.before <= _LITTLE < self.after and (self.kind != "asked" or self.goes_on)

    @property
    def begs(self) -> bool:
        """The sentence is a request that goes on about itself ("Don't put it in front of the customer")."""
        return self.kind == "asked" and self.before <= _LITTLE and not self.goes_on


def condition_in(sentence: str) -> Condition | None:
    """The condition of one sentence, None where it has none or lifts it ("this is no longer confidential")."""
    folded = _folded(sentence)
    if _pattern("lifted").search(folded):
        return None
    found = [(kind, match) for kind in _KINDS for match in _pattern(kind).finditer(folded)]
    if not found:
        return None
    start, end = min(m.start() for _, m in found), max(m.end() for _, m in found)
    label = _LABEL.match(folded)
    spoken = found[0][0] in (
        "named",
        "asked",
    )  # "Successor: not announced" has a label that says what, not who
    said_from = label.end() if spoken and label and label.end() <= start else 0
    condition = Condition(
        start,
        end,
        found[0][0],
        weight(folded[said_from:start]),
        weight(folded[end:]),
        _in_brackets(folded, start, end),
        bool(_GOES_ON.match(folded[end:])),
    )
    if condition.kind == "unannounced" and not (condition.bare or condition.bracketed or condition.goes_on):
        return None
    return condition


def another_matter(sentence: str) -> bool:
    """True where the sentence turns to something else ("By the way", ところで)."""
    return bool(_pattern("another_matter").search(_LABEL.sub("", _folded(sentence), count=1)))


def lifts(sentence: str) -> bool:
    """True where the sentence ends or denies a condition."""
    return bool(_pattern("lifted").search(_folded(sentence)))


def weight(words: str) -> int:
    """How much the words say: kanji and katakana one each, other words and numbers two, words of manners none."""
    return sum(
        1 if ord(found[0][0]) > 0x2E7F else 2 for found in _WEIGHED.finditer(_nothing().sub(" ", words))
    )


def _folded(text: str) -> str:
    """Full and half width made one, code point for code point, so that offsets stay."""
    return "".join(
        folded if len(folded := unicodedata.normalize("NFKC", c)) == 1 else c for c in text
    ).replace("’", "'")


def _in_brackets(text: str, start: int, end: int) -> bool:
    """Inside one pair of brackets that holds little else."""
    opened = max(text.rfind(mark, 0, start + 1) for mark in _OPEN)
    shut = min((at for mark in _CLOSE if (at := text.find(mark, max(start, end - 1))) >= 0), default=-1)
    if opened < 0 or shut < 0 or any(mark in text[opened:start] for mark in _CLOSE):
        return False
    return weight(text[opened:start]) + weight(text[end:shut]) <= 2 * _LITTLE


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = tomllib.loads(
        files("agent.evidence").joinpath("data/confidence.toml").read_text(encoding="utf-8")
    )
    return found


@cache
def _pattern(group: str) -> re.Pattern[str]:
    """One alternation of both languages: a note in one quotes the other, and the scripts do not collide."""
    row = _table()[group]
    parts = [f"(?:{part})" for part in row["ja"]] + [f"(?i:{part})" for part in row["en"]]
    return re.compile("|".join(parts))


@cache
def _nothing() -> re.Pattern[str]:
    row = _table()["says_nothing"]
    return re.compile(f"(?:{row['ja']})|(?i:{row['en']})")
