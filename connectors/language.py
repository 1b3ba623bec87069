"""Which language a text is in, by script alone."""

from __future__ import annotations

import re

_JAPANESE = re.compile(r"[\u3041-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9d々〆]+")
JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠]")
"""A kana or a kanji of everyday writing: words with one are Japanese, those without are English, a code or a figure."""
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_WITH_COLON = r"\bhttps?://\S+|^[A-Z][A-Za-z-]+:"
_NO_WORDS = re.compile(rf"(?<!\S)\S+@\S+|{_WITH_COLON}", re.MULTILINE)
"""Addresses and the names of header fields: Latin in every language. An address is looked for where a word begins,
since from each of its letters would take the square of the length of a line."""
_NO_WORDS_WITHOUT_AT = re.compile(_WITH_COLON, re.MULTILINE)
SAMPLE = 50_000
"""Characters looked at: the beginning of a document is enough."""


def language_of(text: str) -> str:
    """ "ja" when kana and kanji outweigh Latin letters, else "en".

    A Japanese letter counts for two Latin ones, since a word of two kanji takes about five Latin letters. Addresses
    and names of header fields count for nothing.
    """
    sample = text[:SAMPLE]
    if "@" in sample:
        sample = _NO_WORDS.sub(" ", sample)
    elif ":" in sample:
        sample = _NO_WORDS_WITHOUT_AT.sub(" ", sample)
    japanese = sum(map(len, _JAPANESE.findall(sample)))
    return "ja" if japanese and japanese * 2 >= sum(map(len, _LATIN.findall(sample))) else "en"
