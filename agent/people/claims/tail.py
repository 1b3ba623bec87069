"""What follows a Japanese predicate: denial, condition, wish, passive, and the noun it is turned into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from agent.people.claims.types import Token
from agent.people.lexicon import table

MOST = 14
"""Tokens behind a predicate that can still belong to it."""
CLEFT = 10
"""Tokens between 決めるのは and the name."""


@dataclass(slots=True)
class Tail:
    """How the predicate ends. `end` is the first token that no longer belongs to it."""

    end: int
    denied: bool = False
    unless: bool = False  # "…ないと", "…ない限り": needed
    conditional: bool = False
    wished: bool = False
    passive: bool = False
    asked: bool = False  # "…か", "…かどうか": what somebody wants to know
    received: bool = False  # して貰う, して頂く: who does it stands with に
    noun_at: int | None = None  # の, 人, 方 in 決めるのは
    words: str = ""


def read_tail(tokens: Sequence[Token], last: int) -> Tail:
    """The tail of the predicate whose last token is `last`."""
    words = table("tails")
    light, negative = frozenset(words["light"]), frozenset(words["negative"])
    tail = Tail(last + 1, conditional=tokens[last].text in ("たら", "だら", "れば", "なら"))
    negations = 0
    if tokens[last].lemma in negative:
        tail.unless = _unless(tokens, last + 1)
    at = last + 1
    while at < len(tokens) and at - last <= MOST:
        token = tokens[at]
        if token.text in ("。", "」", "？", "?", "！", "：") or token.is_mark:
            break
        if token.lemma in words["nominal"] and _is_topic(tokens, at + 1):
            tail.noun_at = at
            tail.conditional = (
                any(t.lemma in ("ない", "無い", "ず") for t in tokens[at + 2 : at + 6])
                and tokens[at + 1].text == "が"
            )
            break
        following = tokens[at + 1].text if at + 1 < len(tokens) else ""
        if token.text == "か" and token.kind.startswith("助詞") and following != "も":
            tail.asked = True
            break
        if token.lemma in negative:
            negations += 1
            tail.unless = tail.unless or _unless(tokens, at + 1)
        elif token.text in words["conditional"] or (token.text == "と" and token.kind == "助詞-接続助詞"):
            told = token.text == "と" and any(t.lemma in words["saying"] for t in tokens[at + 1 : at + 7])
            tail.conditional = tail.conditional or (following not in ("よい", "良い", "いい") and not told)
        elif token.lemma in words["wish"] or (token.lemma == "たい" and tail.received):
            tail.wished = True
        elif token.lemma in ("れる", "られる"):
            tail.passive = True
        elif token.lemma in ("貰う", "頂く"):
            tail.received = True
        elif token.text == "、" and not _goes_on(following, words["goes_on"]):
            break
        elif token.lemma in ("言う", "申す", "思う") and _not_said(tokens, at):
            negations += 1
            break
        elif not (token.lemma in light or token.kind.startswith(("助動詞", "助詞", "補助記号", "接尾辞"))):
            negations += _noun_denied(tokens, at)
            break
        at += 1
    tail.end = at
    tail.denied = negations % 2 == 1 and not tail.unless
    tail.words = "".join(t.text for t in tokens[last + 1 : at])
    return tail


def _not_said(tokens: Sequence[Token], at: int) -> bool:
    """ "…とは言わない", "…と言っているわけではない": what stands before is denied."""
    return (
        tokens[at - 1].text in ("は", "と", "まで", "も")
        and "と" in (tokens[at - 1].text, tokens[at - 2].text)
        and any(t.lemma in ("ない", "無い", "ず") for t in tokens[at + 1 : at + 9] if t.text != "。")
        and not any(t.text in ("。", "、") for t in tokens[at + 1 : at + 4])
    )


def _is_topic(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].text in ("は", "が", "も", "って", "：", ":", "、")


def _unless(tokens: Sequence[Token], at: int) -> bool:
    """ "…ないと", "…なければ", "…ない限り", "…なしに(は)" and not "…ないと言う"."""
    if at >= len(tokens):
        return False
    text, after = tokens[at].text, tokens[at + 1].lemma if at + 1 < len(tokens) else ""
    if text == "と":
        return after not in table("tails")["saying"]
    return text in ("ば", "限り", "かぎり", "うち", "きゃ") or (
        text in ("に", "では", "で") and tokens[at - 1].lemma in ("無し", "なし")
    )


def _noun_denied(tokens: Sequence[Token], at: int) -> bool:
    """ "決められる金額ではない": the noun behind the predicate is denied."""
    after = [t.lemma for t in tokens[at + 1 : at + 6]]
    return (
        tokens[at].kind.startswith("名詞")
        and bool(after)
        and tokens[at + 1].text in ("で", "では", "じゃ")
        and any(w in ("ない", "無い", "ず") for w in after[:5])
    )


def _goes_on(text: str, words: Sequence[str]) -> bool:
    return text in words
