"""What a question asks for beyond its words (a person, a day, an amount, a count) and whether a line shows it."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from agent.evidence.query import read_query

_COUNTED = re.compile(
    r"何(平方メートル|時間|か月|ヶ月|カ月|ヵ月|店舗|部署|部門|[名人社店件点床歳台枚回席部秒分倍]|ID)"
)
_NUMBER = r"(?:[0-9０-９]|[一二三四五六七八九十百千万億])\s*"
_TOPIC = re.compile(
    r"([^\sはがをに、。・の「」]+)(?:は|が)(?=誰|だれ|どなた|いくら|いつ|何|どこ|どれ|どのくらい|幾ら)"
)


@dataclass(frozen=True, slots=True)
class AskedFor:
    """Patterns a line must show, and the word it is asked about; empty where the question does not say."""

    says: tuple[re.Pattern[str], ...]
    person: bool
    topic: frozenset[str]  # words and lexicon words of what stands before は誰, はいくら …; empty without one

    def shown(self, line: str, question_words: frozenset[str]) -> bool:
        """Whether the line shows what is asked for; a title of the question itself names nobody."""
        if self.person:
            line = _without(line, question_words)
        return all(pattern.search(line) for pattern in self.says)


def asked_for(question: str) -> AskedFor:
    """What this question asks for."""
    found = [says for asks, says in _kinds().values() if asks.search(question)][:1]
    counted = _COUNTED.search(unicodedata.normalize("NFKC", question))
    if counted:
        found = [_counter(counted.group(1))]
    topic = _TOPIC.search(question)
    named = read_query(topic.group(1)) if topic else None
    kind_words = set(_tables()["topic"]["of_kind"])
    own = set(named.words) - kind_words if named else set()
    said = frozenset(named.expanded).difference(kind_words) if named and own else frozenset[str]()
    person = _kinds()["who"][0].search(question) is not None
    return AskedFor(tuple(found), person, said)


@cache
def _counter(unit: str) -> re.Pattern[str]:
    same = next((group for group in _tables()["counters"]["same"] if unit in group), [unit])
    return re.compile(f"{_NUMBER}(?:{'|'.join(map(re.escape, same))})|\t[^\t]*[0-9０-９]|[0-9０-９][^\t]*\t")


@cache
def _kinds() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    return {
        name: (re.compile("|".join(table["asks"])), re.compile("|".join(table["says"])))
        for name, table in _tables().items()
        if "asks" in table
    }


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("agent.evidence").joinpath("data/asked_for.toml").read_text(encoding="utf-8"))


def _without(line: str, question_words: frozenset[str]) -> str:
    for word in sorted(question_words, key=len, reverse=True):
        if len(word) > 1 and not word.isascii():
            line = line.replace(word, " ")
    return line
