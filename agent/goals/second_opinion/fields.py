"""Fields of a goal between its marks, and what each looks like as a whole: bare noun, phrase with particles, verb, amount.

A source or an owner nobody has listed is often told by its form: a short field of nouns behind the figures. The signs
of a field count for each of its tokens and for no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from agent.goals.second_opinion.tokens import Token

Sign = str

_SEPARATES_JA = frozenset("、。，．,;；()（）「」【】[]\n/／|・:：→※")
_SEPARATES_EN = frozenset(",;:()\n/|→–—.[]->")
_SMALL_EN = frozenset(
    ("to", "is", "are", "be", "and", "in", "by", "for", "with", "of", "the", "at", "on", "from", "a")
)
_VERB = ("動詞", "助動詞")
_CASE = ("助詞-格", "助詞-係")
_NOUN = ("名詞", "接尾辞", "固有")
_ENDS_LOW = ("助詞", "助動詞", "動詞")
_LONGEST = 6
_ENDING = 3


class Field(NamedTuple):
    """Tokens `[first, last)` and their signs."""

    first: int
    last: int
    signs: tuple[Sign, ...]


def fields_of(
    tokens: Sequence[Token], words: Sequence[str], signs: Sequence[Sequence[Sign]], language: str
) -> list[Field]:
    """Fields in text order; `words` are the tokens as they are seen (names and numbers masked), `signs` those of each."""
    spans = list(_spans(tokens, english=language == "en"))
    found: list[Field] = []
    amount_before = False
    for at, (first, last) in enumerate(spans):
        kinds = _kinds(signs[first:last])
        place = "0" if at == 0 else "$" if at == len(spans) - 1 else "m"
        shape, own = (_english if language == "en" else _japanese)(tokens, words, first, last, kinds)
        before = tokens[first - 1].surface if first else "^"
        opened = before if len(before) == 1 and not before.isalnum() else "x"
        form = shape + kinds
        common = (
            f"Gs{form}",
            f"Gl{min(last - first, _LONGEST)}{kinds and 'm'}",
            f"Gp{place}",
            f"Gp{place}{form}",
            f"Gb{'y' if amount_before else 'n'}{form}",
            f"Gc{'⏎' if opened == chr(10) else opened}",
        )
        found.append(Field(first, last, common + own))
        amount_before = amount_before or "Q" in kinds
    return found


def _spans(tokens: Sequence[Token], *, english: bool) -> Iterator[tuple[int, int]]:
    """Tokens between separating marks; in Japanese also between spaces."""
    marks = _SEPARATES_EN if english else _SEPARATES_JA
    first = 0
    for place, token in enumerate(tokens):
        if token.surface in marks:
            if first < place:
                yield first, place
            first = place + 1
        elif not english and first < place and token.start > tokens[place - 1].end:
            yield first, place
            first = place
    if first < len(tokens):
        yield first, len(tokens)


def _kinds(signs: Sequence[Sequence[Sign]]) -> str:
    """D a date, K a cadence, N a number that measures nothing, Q an amount, in that order."""
    seen = {sign[1] for own in signs for sign in own if sign[0] == "m"}
    return "".join(sorted(seen))


def _japanese(
    tokens: Sequence[Token], words: Sequence[str], first: int, last: int, kinds: str
) -> tuple[str, tuple[Sign, ...]]:
    speech = [token.speech for token in tokens[first:last]]
    verb = any(one.startswith(_VERB) for one in speech)
    case = any(one.startswith(_CASE) for one in speech)
    shape = ("v" if verb else "") + ("p" if case else "")
    head = next(
        (at for at in range(last - 1, first - 1, -1) if tokens[at].speech.startswith(_NOUN)), last - 1
    )
    tail = words[last - 1] if speech[-1].startswith(_ENDS_LOW) else ""
    ending = "-" if words[head].startswith("<") else tokens[head].surface[-1]
    return shape, (f"Zh{words[head]}", f"Ze{ending}{shape}{kinds}", f"Zt{tail}", f"Zf{speech[0]}")


def _english(
    tokens: Sequence[Token], words: Sequence[str], first: int, last: int, kinds: str
) -> tuple[str, tuple[Sign, ...]]:
    capitals = sum(token.surface[:1].isupper() for token in tokens[first:last])
    small = any(token.normal in _SMALL_EN for token in tokens[first:last])
    shape = ("c" if capitals else "") + ("C" if capitals == last - first else "") + ("f" if small else "")
    head = words[last - 1]
    return shape, (f"Zh{head}{kinds}", f"Ze{head[-_ENDING:]}{shape}{kinds}", f"Zf{words[first]}")
