"""Falsified words: negation, direction, names, a word left out."""

from __future__ import annotations

import re
from random import Random

_NEGATIONS = (
    ("ありません", "あります"), ("ません", "ます"), ("ではない", "である"), ("はない", "はある"), ("しない", "する"),
    ("いない", "いる"), ("できない", "できる"), ("せず", "して"), ("なかった", "あった"), ("とは限らない", ""),
    ("であります", "ではありません"), ("であり", "ではなく"), ("である", "ではない"), ("しております", "しておりません"),
    ("している", "していない"), ("います", "いません"), ("します", "しません"), ("ました", "ませんでした"),
    (" is ", " is not "), (" are ", " are not "), (" was ", " was not "), (" were ", " were not "),
    (" will ", " will not "), (" has ", " has not "), (" have ", " have not "), (" do not ", " do "),
    (" does not ", " does "), (" did not ", " did "), (" not ", " "), ("n't ", " "), (" no ", " some "),
    (" without ", " with "), (" no longer ", " still "), ("cannot", "can"), ("unable", "able"),
)  # fmt: skip
_POLARITY = (
    ("増加", "減少"), ("減少", "増加"), ("増収", "減収"), ("減収", "増収"), ("増益", "減益"), ("減益", "増益"),
    ("上昇", "下落"), ("下落", "上昇"), ("拡大", "縮小"), ("縮小", "拡大"), ("改善", "悪化"), ("悪化", "改善"),
    ("黒字", "赤字"), ("赤字", "黒字"), ("利益", "損失"), ("損失", "利益"), ("上回", "下回"), ("下回", "上回"),
    ("以上", "以下"), ("以下", "以上"), ("前期", "今期"), ("以前", "以後"), ("継続", "解約"), ("賛成", "反対"),
    ("連結", "個別"), ("資産", "負債"), ("収入", "支出"), ("支出", "収入"), ("取得", "売却"), ("可能", "不可能"),
    ("increase", "decrease"), ("decrease", "increase"), ("higher", "lower"), ("lower", "higher"),
    ("profit", "loss"), ("income", "loss"), ("gain", "loss"), ("above", "below"), ("before", "after"),
    ("more", "less"), ("assets", "liabilities"), ("improve", "worsen"), ("positive", "negative"),
    ("up ", "down "), ("favorable", "unfavorable"), ("include", "exclude"), ("all ", "some "),
)  # fmt: skip
_PREFIX = re.compile(r"[非未不無再全半準](?=[一-鿿])|\b(?:un|non-|in|dis)(?=[a-z]{4})|n['’]t\b")
_WORD = re.compile(r"\b[A-Za-z]{4,}\b ?|[一-鿿]{2,4}|[ァ-ヴー]{3,}")
_NAMES = re.compile(
    r"株式会社[ァ-ヴー一-鿿A-Za-z]{2,12}|[ァ-ヴー一-鿿A-Za-z]{2,12}株式会社|"
    r"[一-鿿]{2,4}(?=氏|様|さん|部長|課長|社長|本部長)|"
    r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)+(?:,? Inc\.| Corporation| Ltd\.)?"
)


def negation(rng: Random, quote: str) -> str | None:
    """A statement made its denial, or a denial its statement."""
    return _exchange(rng, quote, _NEGATIONS)


def polarity(rng: Random, quote: str) -> str | None:
    """A direction, side or comparison turned round."""
    return _exchange(rng, quote, _POLARITY)


def prefix_dropped(rng: Random, quote: str) -> str | None:
    """非連結 → 連結, unable → able, don't → do."""
    found = list(_PREFIX.finditer(quote))
    if not found:
        return None
    match = rng.choice(found)
    return quote[: match.start()] + quote[match.end() :]


def word_dropped(rng: Random, quote: str) -> str | None:
    """One content word missing."""
    found = [match for match in _WORD.finditer(quote) if match.start() > 0 and match.end() < len(quote) - 1]
    if not found:
        return None
    match = rng.choice(found)
    return quote[: match.start()] + quote[match.end() :]


def names_in(text: str) -> list[str]:
    """Companies and persons of a text by their form, sorted, at most 400."""
    return sorted({match.group() for match in _NAMES.finditer(text)})[:400]


def swap_name(rng: Random, quote: str, names: list[str]) -> str | None:
    """A name replaced by another one of the same document."""
    found = list(_NAMES.finditer(quote))
    if not found or len(names) < 2:
        return None
    match = rng.choice(found)
    other = rng.choice(names)
    return None if other == match.group() else quote[: match.start()] + other + quote[match.end() :]


def _exchange(rng: Random, quote: str, pairs: tuple[tuple[str, str], ...]) -> str | None:
    found = [pair for pair in pairs if pair[0] in quote]
    if not found:
        return None
    word, other = rng.choice(found)
    at = rng.choice([m.start() for m in re.finditer(re.escape(word), quote)])
    return quote[:at] + other + quote[at + len(word) :]
