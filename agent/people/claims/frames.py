"""The frames of data/frames_ja.toml and data/frames_en.toml, compiled to patterns over lemmas."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from agent.people.claims.lemmas import english, japanese
from agent.people.claims.types import Frame
from agent.people.lexicon import table

EDGE = "\x1f"
"""Stands before and behind every lemma of a sentence, so that words match whole or from their beginning."""
_MARKS = "\ue000-\uf8ff"
_FUNCTION = ("助詞", "補助記号", "空白")
_NEGATIVE = re.compile(r"ない|無い|無し|\b(?:no|not|never|cannot)\b|n't")
_LIGHT_EN = frozenset({"the", "a", "an", "our", "their", "his", "her", "its", "your", "my", "it"})


@cache
def frames(language: str) -> tuple[Frame, ...]:
    """All frames of a language ("ja" or "en"), each phrase of the table as one alternative of its pattern."""
    compile_phrase = _japanese if language == "ja" else _english
    compile_wide = _japanese if language == "ja" else _english_wide
    out: list[Frame] = []
    for entry in table(f"frames_{language}")["frame"]:
        for negative in (False, True):
            words = [w for w in entry["words"] if bool(_NEGATIVE.search(w)) is negative]
            if words:
                out.append(
                    Frame(
                        entry["shows"],
                        float(entry["weight"]),
                        tuple(entry.get("holder", ["subject"])),
                        _pattern(words, compile_phrase if entry["shows"] != "champion" else compile_wide),
                        entry.get("denies", False),
                        entry.get("near", 6),
                        _pattern(entry["beside"], compile_phrase) if "beside" in entry else None,
                        negative,
                    )
                )
    return tuple(out)


def _pattern(phrases: list[str], compile_phrase: Callable[[str], str]) -> re.Pattern[str]:
    return re.compile("|".join(dict.fromkeys(compile_phrase(phrase) for phrase in phrases)))


def _japanese(phrase: str) -> str:
    """ "判子を押す" → its words 判子 and 押す in this order, up to five words apart, marks allowed between."""
    words = [t.lemma for t in japanese(phrase) if not t.kind.startswith(_FUNCTION)]
    gap = rf"[^{EDGE}]*(?:{EDGE}[^{EDGE}。「]*){{0,5}}?{EDGE}"
    out = EDGE
    for position, word in enumerate(words):
        if position:
            out += rf"(?:{EDGE}を)?{EDGE}" if word == "為る" else gap
        out += "(?:ない|無い|ず)" if word in ("ない", "無い") else re.escape(word)
    return out


def _english_wide(phrase: str) -> str:
    """As `_english`, with names allowed between the words ("get Leeds on board")."""
    return _english(phrase, "")


def _english(phrase: str, marks: str = _MARKS) -> str:
    """ "has the final say" → have, final, say in this order, up to two words apart, no mark between."""
    words = [t.lemma for t in english(phrase) if t.lemma not in _LIGHT_EN]
    gap = rf"(?:{EDGE}[^{EDGE}.;{marks}]*){{0,{2 if marks else 4}}}?{EDGE}"
    return EDGE + gap.join(re.escape(w) for w in words) + f"(?={EDGE})"
