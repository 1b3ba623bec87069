"""What a promise and a plan speak of, and whether it is one thing."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from agent.calendar.patterns import regex
from agent.goals.opposites import any_of, promise_words
from agent.goals.subject_words import things_in

SCOPE_UNIT = regex(
    r"拠点|店舗?|工場|支社|支店|部署|部門|施設|営業所|事業所|棟|校|園|病棟|路線|社|団体|地区|エリア|ブロック|ライン|機能|帳票|センター|倉庫|部屋|課|局|本部|館"
)
"""Places and parts: a number of them says how much is covered."""
_SUBJECT = regex(
    r"[\u4e00-\u9fff々]{2,}|[ァ-ヶー]{3,}|(?<![ァ-ヶー])[ァ-ヶ][ァ-ヶー](?![ァ-ヶー])|[A-Za-z]{4,}|(?<![A-Za-z])[a-z]{3}(?![A-Za-z])"
    r"|(?=([\u4e00-\u9fff][めりけちせれしい](?=[をがのはに])|[\u4e00-\u9fff][めりけちせれしいきえげみびじ][\u4e00-\u9fff]))"
)
_KATAKANA = frozenset(map(chr, range(0x30A1, 0x30FD)))
"""Runs of kanji, kana or letters, and kanji with what is written after it (受け, 引き継ぎ)."""
_COMMON = frozenset(promise_words()["subjects"]["common"])


_ALL_PLACES = regex(rf"全\d+(?P<unit>{SCOPE_UNIT.pattern})")


def same_subject(promised: str, planned: str) -> bool:
    """They speak of one thing: a word in common, or words that mean one thing of business."""
    return shares_words(promised, planned) or bool(things_in(promised) & things_in(planned))


def shares_words(promised: str, planned: str) -> bool:
    """A word of two kanji, three kana or four letters in common, or one of words known to say the same."""
    subjects = subjects_of(promised)
    head = _MEASURED.search(promised)
    if head and (head["what"] or head["act"]) in planned and not subjects - _bigrams(head.group()):
        return True
    if _same_places(promised, planned):
        return True
    return (
        bool(subjects & subjects_of(planned))
        or _spelled_out(promised, planned)
        or _spelled_out(planned, promised)
        or bool(things_in(promised) & things_in(planned))
    )


_MEASURED = regex(
    r"(?P<what>点検|確認|報告|対応|管理|運用|利用|業務)(?:に(?:かかる|要する)|の)?(?:時間|日数|件数|工数|費用?|回数|作業|所要)"
    r"|(?P<act>点検|確認|報告|対応|訪問)(?=(?:は|を|の)?(?:毎|月|週|年|半年|四半期|隔|\d))"
)
"""点検時間: words that every plan has, but nothing else is promised."""


def _bigrams(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}


def _same_places(promised: str, planned: str) -> bool:
    """全64店舗 in the promise and 58店 in the plan: both say of how many places."""
    wanted = _ALL_PLACES.search(promised)
    return wanted is not None and re.search(rf"\d{wanted['unit'][0]}(?!員|長|名)", planned) is not None


def _spelled_out(short: str, long: str) -> bool:
    """An abbreviation in one, its words in the other: LTIFR, lost-time injuries."""
    initials = "".join(word[0] for word in re.findall(r"[a-z]+", long.lower()))
    return any(
        word[:3].lower() in initials for word in re.findall(r"(?<![A-Za-z])[A-Z]{3,6}(?![a-z])", short)
    )


@cache
def _same_words() -> tuple[re.Pattern[str], ...]:
    return tuple(any_of(same) for same in promise_words()["subjects"]["same"])


def names_same(sign: str, text: str) -> bool:
    """The text holds one of the words that a sign of `subjects_of` stands for."""
    return _same_words()[int(sign.strip("~")[1:])].search(text) is not None


@lru_cache(maxsize=64)
def subjects_of(text: str) -> frozenset[str]:
    """What a text speaks of: pairs of kanji or kana, words of four letters and their beginnings, one sign for words
    that say the same."""
    found: set[str] = set()
    for match in _SUBJECT.finditer(text.lower()):
        word = match[1] or match[0]
        if word[0].isascii():
            found.add(word.rstrip("s"))
            if len(word) >= 5 and word not in _COMMON:
                found.add(f"~{word[:5]}")  # train, training; settled, settlement
        else:
            width = min(3, len(word)) if word[0] in _KATAKANA else 2
            found |= {word[i : i + width] for i in range(len(word) - width + 1)}
    folded = text.lower()
    found |= {f"={at}" for at, same in enumerate(_same_words()) if same.search(folded)}
    return frozenset(found - _COMMON)
