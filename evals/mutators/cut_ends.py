"""Quotes cut where a quote may not be cut: the words stand there, but not by themselves."""

from __future__ import annotations

import re
from random import Random

_SIGN = re.compile(r"^[△▲−$¥￥(（-]+[ 　\t]*(?=[0-9０-９])")
_SCALE = re.compile(
    r"(?<=[0-9０-９])[ 　\t]*(?:[百千万億兆]*円|[%％)）]|ポイント|million|billion|thousand|人|名|株|年|月|日|倍).{0,3}$"
)
_NEGATION = re.compile(
    r"(?:では|は|も)?(?:ありません|ございません|おりません|ません|ない|なかった|ず)(?:でした)?[。．]?$|"
    r"(?:とは限らない|わけではない|とは言えない)[。．]?$|を否定(?:した|しました)[。．]?$|^(?:非|未|不|無)(?=[一-鿿])|"
    r"^(?:Not|No|Non-|Never|Without)[ -]?"
)


def first(rng: Random, quote: str) -> str | None:
    """Without the first character."""
    return quote[1:].lstrip() if len(quote) > 3 and quote[0] not in "・●■○※*•- " else None


def last(rng: Random, quote: str) -> str | None:
    """Without the last character."""
    return quote[:-1].rstrip() if len(quote) > 3 else None


def head(rng: Random, quote: str) -> str | None:
    """Without some of the first characters."""
    return quote[rng.randrange(2, len(quote) // 2) :].lstrip() if len(quote) > 8 else None


def tail(rng: Random, quote: str) -> str | None:
    """Without some of the last characters."""
    return quote[: -rng.randrange(2, len(quote) // 2)].rstrip() if len(quote) > 8 else None


def sign(rng: Random, quote: str) -> str | None:
    """A leading sign, bracket or currency mark lost."""
    cut = _SIGN.sub("", quote, count=1)
    return cut if cut != quote else None


def scale(rng: Random, quote: str) -> str | None:
    """A final unit or scale word lost."""
    cut = _SCALE.sub("", quote, count=1)
    return cut if cut != quote else None


def negation(rng: Random, quote: str) -> str | None:
    """A final or leading negation lost."""
    cut = _NEGATION.sub("", quote, count=1).strip()
    return cut if cut and cut != quote else None


_PIECE = re.compile(r"[^、]+、|[^,;]+[,;]\s|.+?$", re.S)
_DENIES = re.compile(r"ない(?!し)|なかった|ません|\b(?:not|never|neither|nor|unless|except)\b|n['’]t\b")


def denied_clauses(sentence: str) -> list[str]:
    """Runs of clauses of a long sentence whose rest denies or excepts, cut at every comma."""
    ends = [0, *(match.end() for match in _PIECE.finditer(sentence))]
    return [
        sentence[start:end].strip()
        for number, start in enumerate(ends)
        for end in ends[number + 1 :]
        if end - start <= 300 and (_DENIES.search(sentence, 0, start) or _DENIES.search(sentence, end))
    ]
