"""The words of a folded text: dictionary words in Japanese, words and marks in English. Spaces are no tokens."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from agent.calendar.patterns import regex
from agent.dictionary import morphemes

_WORD = regex(r"[A-Za-zÀ-ÿ]+(?:'[a-z]+)?|\d+(?:[.,]\d+)*|\n|[^\w\s]|\w")
_FINE = frozenset(("サ変可能", "副詞可能", "形状詞可能", "助数詞可能"))
"""Third parts of speech that say how a noun may be used."""
_DETAILED = frozenset(("名詞", "助詞", "接尾辞", "接頭辞"))


class Token(NamedTuple):
    """Code points `[start, end)` of the folded text; `speech` is "" in English."""

    start: int
    end: int
    surface: str
    normal: str  # dictionary form of one spelling
    speech: str = ""


def tokens_of(text: str, language: str) -> list[Token]:
    """Tokens in text order. Japanese is cut by the dictionary the rules ask for names, in its largest units."""
    if language == "en":
        return [Token(m.start(), m.end(), m.group(), m.group().lower()) for m in _WORD.finditer(text)]
    found = []
    for word in morphemes(text):
        start, end = word.begin(), word.end()
        surface = text[start:end]
        if surface.strip(" "):
            normal, speech = _forms.get(word.word_id()) or _form(word)
            found.append(Token(start, end, surface, normal, speech))
    return found


_forms: dict[int, tuple[str, str]] = {}
"""Dictionary form and part of speech by the number of the word, of the dictionary's words met so far."""


def _form(word: Any) -> tuple[str, str]:
    form = word.normalized_form().lower(), _speech(word.part_of_speech())
    if not word.is_oov():  # those that the dictionary does not have share a number
        _forms[word.word_id()] = form
    return form


@cache
def _speech(tags: tuple[str, ...]) -> str:
    if tags[1] == "固有名詞":
        return tags[1] + tags[2]
    first = f"{tags[0]}-{tags[1]}" if tags[0] in _DETAILED else tags[0]
    return f"{first}/{tags[2]}" if tags[2] in _FINE else first
