"""Promises told of a purchase in talk: what was put in the paper, what was said to get the signature, what our sales undertook."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from agent.drafting.notes.frames import frames
from agent.drafting.notes.promises.told import EFFECT
from agent.renewal.remarks import Remark
from connectors.interface import BlockKind
from connectors.language import JAPANESE

QUOTES = re.compile(r"「(?P<ja>[^「」]{4,70})」|[\"“](?P<en>[^\"“”]{8,140})[\"”]")
CLOSED = re.compile(r"^[^「」]*」|^[^\"“”]*[\"”]")
QUESTION = re.compile(r"[?？]\s*$|か。?$|^Q[\s　.:：]|(?:は|とは|何と)[?？]?→?$")
ASKS_WHAT = re.compile(r"\b(?:what|which|remind|why)\b", re.I)
NUMBER = re.compile(r"^(?:[\s　]*(?:\d+[.．)]|[①-⑳]|[(（]\d+[)）])[\s　]*)")
LISTED = re.compile(r"(?<=[a-z]), and (?=(?:we|they|it|the|no|a|all|every)\b)")
SECTION = re.compile(r"^\d+[.．]\s*[^\s。]{2,12}$")
SHORTEST, LONGEST = 6, 120
REACH = 3  # lines after a question about the purchase that may answer it


def speaks_of_purchase(text: str) -> bool:
    """The words name the purchase, its paper or what was said to bring it about."""
    return _says("purchase", text)


def read_scenes(remarks: Sequence[Remark]) -> Iterator[tuple[str, Remark]]:
    """(promise in the source's words, remark) of sentences that speak of the purchase or answer a question about it.

    What was only hoped, said of others, left out of the paper, unknown, or asked for today is none; a later word that
    puts an earlier one right replaces it.
    """
    for _, group in groupby(remarks, key=lambda r: r.document.source_id):
        yield from _of_note([r for r in group if r.is_note and r.kind is not BlockKind.FIELD])


def _of_note(said: list[Remark]) -> Iterator[tuple[str, Remark]]:
    found: list[tuple[str, Remark]] = []
    asked_at = quoted_at = opened_at = -9
    for place, remark in enumerate(said):
        text = remark.text
        opens = _says("purchase", text)
        if remark.kind is BlockKind.HEADING:
            continue
        answered = remark.block - asked_at <= REACH and remark.side != "us" and not QUESTION.search(text)
        inside = quoted_at >= 0 and remark.block - quoted_at <= REACH
        if _says("apart", text):
            quoted_at = -9 if CLOSED.search(text) else quoted_at
            continue
        if _says("corrects", text) and (opens or answered or 0 <= remark.block - opened_at <= REACH):
            found = _corrected(found, text, remark)
            asked_at, answered = remark.block, remark.side != "us"
        if opens or answered or inside:
            pieces = list(_pieces(text, inside, answered, opens))
            found += [(piece, remark) for piece in pieces]
        found += [(piece, remark) for piece in _undertaken(text)]
        if inside and CLOSED.search(text):
            quoted_at = -9
        if _opens_quote(text) and (opens or answered or _after_cue(said, place)):
            quoted_at = remark.block
        opened_at = remark.block if opens else opened_at
        asks = QUESTION.search(text) and (JAPANESE.search(text) or ASKS_WHAT.search(text))
        if opens and (asks or text.rstrip().endswith((":", "：", "→"))):
            asked_at = remark.block
    yield from found


def _opens_quote(text: str) -> bool:
    """A quotation begins in the sentence and does not end in it."""
    if JAPANESE.search(text):
        return text.count("「") > text.count("」")
    return text.count("“") > text.count("”") or (text.count('"') % 2 == 1 and not text.rstrip().endswith('"'))


def _after_cue(said: Sequence[Remark], place: int) -> bool:
    """One of the two sentences before speaks of the purchase's papers."""
    return any(_says("purchase", r.text) for r in said[max(0, place - 2) : place])


def _pieces(text: str, inside: bool, answered: bool, opens: bool) -> Iterator[str]:
    """The promises that a sentence holds: its quotations, what it says was written or said, or all of an answer."""
    quoted = [m["ja"] or m["en"] for m in QUOTES.finditer(text)]
    effects = [piece for words in quoted for piece in _sentences(words) if EFFECT.search(piece)]
    if effects:
        yield from effects
        return
    if inside:
        words = NUMBER.sub("", text.strip(' 　「」"“”。.'))
        if EFFECT.search(words) and SHORTEST <= len(words) <= LONGEST and not SECTION.match(words):
            yield words
        return
    language = "ja" if JAPANESE.search(text) else "en"
    for pattern in frames("agent.drafting.notes.promises", "scenes", language, "stated"):
        match = pattern.search(text) if opens or answered else None
        if match:
            words = _bare(match["what"])
            if EFFECT.search(words) and SHORTEST <= len(words) <= LONGEST:
                yield words
                return
    if answered and language == "en":
        for piece in LISTED.split(text.strip(" .")):
            words = _bare(piece)
            if EFFECT.search(words) and len(words.split()) > 3 and len(words) <= LONGEST:
                yield words


def _undertaken(text: str) -> Iterator[str]:
    """What our side undertook at the sale (こちらから約束したこと：…, I told them we'd …)."""
    language = "ja" if JAPANESE.search(text) else "en"
    for pattern in frames("agent.drafting.notes.promises", "scenes", language, "undertaken"):
        match = pattern.search(text)
        if match and SHORTEST <= len(words := _bare(match["what"])) <= LONGEST:
            yield words
            return


def _corrected(found: list[tuple[str, Remark]], text: str, remark: Remark) -> list[tuple[str, Remark]]:
    """Without what this sentence puts right: the last one, or the one whose verb it takes back ("not shut it")."""
    denied = re.search(r"\bnot (?P<verb>[a-z]{3,})\b", text)
    if denied:
        return [(words, place) for words, place in found if denied["verb"] not in words]
    same = [i for i, (_, place) in enumerate(found) if place.document is remark.document]
    return [entry for i, entry in enumerate(found) if not same or i != same[-1]]


def _sentences(words: str) -> list[str]:
    pieces = [
        NUMBER.sub("", piece).strip(" 　、。.") for piece in re.split(r"。|(?<=[a-z0-9])\. (?=[A-Z])", words)
    ]
    return [piece for piece in pieces if SHORTEST <= len(piece) <= LONGEST]


def _bare(words: str) -> str:
    words = re.sub(
        r"^(?:(?:で|あと|あの|ええ|はい|そう|まあ|うん|えーと|A|Q|申請に|稟議に|紙には|two things|yes|well|so)[、。 .:：　]+)+",
        "",
        words.strip(),
        flags=re.I,
    )
    return words.strip(' 　、。.「」"“”')


def is_taken_back(remark: Remark, remarks: Sequence[Remark]) -> bool:
    """The sentence, or one right after it in its line or the next, says that this was no promise, or puts it right."""
    if _says("apart", remark.text):
        return True
    near = [r for r in remarks if r.document is remark.document and r.start > remark.start]
    here = [r for r in near if r.block == remark.block][:1]
    later = [r for r in near if 0 < r.block - remark.block <= 2]
    return any(_says("apart", r.text) for r in here) or any(_says("corrects", r.text) for r in later)


def _says(key: str, text: str) -> bool:
    language = "ja" if JAPANESE.search(text) else "en"
    return any(p.search(text) for p in frames("agent.drafting.notes.promises", "scenes", language, key))
