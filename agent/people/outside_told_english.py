"""English names that whole sentences give to another house: "Skip? He's a broker", "the agency's contact: Ann"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from agent.people.lexicon import alternatives, table
from agent.people.types import Mention, Unit

NAME = "\ue000"
"""What stands for the name in the words that are read."""
FOLLOWING = 2
"""Sentences behind the name's own that may speak of the same person by a pronoun."""
_SENTENCE = re.compile(r"(?<=[.?!])[\"”’]?\s+|\n")
_PRONOUN = re.compile(r"(?:(?:No|Oh|Well|Yes|So|And|But|Honestly),? )?(?:He|She|They)\b")
_PRONOUN_IS = re.compile(r"\b(?:He|She|They)(?:['’](?:s|re)| is| are)\b")
_IS = re.compile(
    rf"{NAME}['’]s (?=(?:an?|the|their|our|your|not|no|only|just|at|with|from|in|on|one|really|actually|some|somebody|someone)\b)"
)
_ANSWER = re.compile(
    rf"(?P<asked>{NAME})\?\s+(?:Oh,? |Ah,? |No,? |Well,? )?(?P<what>(?:An?|The|Their|Our|Just an?|Only an?) )?(?=[A-Za-z])"
)
_TITLE = r"(?:(?:Mr|Ms|Mrs|Dr|Lord|Sir)\.? )?"
_POST = r"(?:reps?|sales ?(?:person|man|woman|lead|rep)|contact(?: there)?|account (?:director|manager|executive|exec|lead|handler)|manager|lead|partner|consultant|engagement (?:lead|manager)|director|man|woman|guy|lady|person|owner|boss|founder|engineer|project manager|technician|people?)"


def told_of(mention: Mention, unit: Unit, called: frozenset[str]) -> str:
    """The name's sentence and those behind it that go on about it, with NAME for the person and for "he" or "she".

    `called`: the ways the person is named.
    """
    text = unit.text
    at, end = mention.start - unit.start, mention.end - unit.start
    begin = max((m.end() for m in _SENTENCE.finditer(text, 0, max(at, 0))), default=0)
    kept: list[str] = []
    place = begin
    for sentence in _sentences(text, begin):
        stop = place + len(sentence)
        if place <= at < stop:
            sentence = sentence[: at - place] + NAME + sentence[max(end - place, 0) :]
        elif (
            not kept
            or len(kept) > FOLLOWING
            or (not _PRONOUN.match(sentence.strip()) and not kept[-1].rstrip().endswith("?"))
        ):
            break
        kept.append(sentence)
        place = stop
    words = "".join(kept)
    for name in sorted(called, key=len, reverse=True):
        words = re.sub(rf"\b{re.escape(name)}\b", NAME, words)
    words = re.sub(rf"{NAME}(?: {NAME})+", NAME, words)
    words = _IS.sub(f"{NAME} is ", _PRONOUN_IS.sub(f"{NAME} is", words))
    words = _ANSWER.sub(lambda m: f"{m['asked']} is {(m['what'] or 'a ').casefold()}", words)
    return re.sub(r"\b(?:He|She)(?= [a-z]+s\b)", NAME, words)


def _sentences(text: str, begin: int) -> Iterator[str]:
    place = begin
    for found in _SENTENCE.finditer(text, begin):
        yield text[place : found.end()]
        place = found.end()
    yield text[place:]


def house_told(words: str, before: str) -> str | None:
    """The words of `words` (see told_of), or of `before` (what stands before the name in its block) that give the
    person to another house."""
    for pattern in _of_person():
        found = pattern.search(words)
        if found:
            return found[0].replace(NAME, "…")
    handed = _of_house_before().search(before)
    return handed[0] if handed else None


@cache
def _kinds() -> str:
    data = table("third_parties")
    return f"(?:{alternatives([*data['business_en'], *data['kinds_en']], escape=False)})"


@cache
def _callings() -> str:
    """What a house's own people may be by trade too, but not where nothing more is said of them."""
    return f"(?:{alternatives(table('outside_callings')['en'], escape=False)})"


@cache
def _of_person() -> tuple[re.Pattern[str], ...]:
    own = r"(?! (?:manager|director|lead|team|liaison|relations|coordinator|officer|management|side|desk|department))"
    whose = r"(?:an?|the|their|our|your|his|her|one of (?:the|their|our)|some|just an?|only an?|really an?)"
    return (
        re.compile(
            rf"{NAME},? (?:who )?(?:is|was) (?:just |only |really )?an? (?:[A-Z][A-Za-z-]+ )?(?i:{_callings()})(?=[.,;!?]|\Z| (?:and|who|from)\b)"
        ),
        re.compile(
            rf"{NAME},? (?:who )?(?:is|was) {whose} (?:[A-Za-z-]+ ){{0,3}}?(?i:{_kinds()})\b{own}(?! (?:here|of ours))"
        ),
        re.compile(
            rf"{NAME},? (?:who )?(?:is |was |works |sits )?(?:over )?(?:at|from|for|with) (?:the|their|our|an?|one of (?:the|their|our)) (?:[a-z-]+ ){{0,3}}?(?:{_kinds()}s?|customer|client|other side)\b{own}"
        ),
        re.compile(
            rf"{NAME} (?:audits|insures|underwrites|supplies|advises|inspects|invoices|consults for|represents|lends to|brokers for) (?:us|them|you)\b"
        ),
        re.compile(
            rf"{NAME}[^.?!\n]{{0,40}}\b(?:is|are|was) (?:not|never) (?:(?:one )?of (?:ours|theirs|us|them)|ours|theirs|staff|an employee|the customer|a customer|(?:actually )?(?:part|on the staff|on the payroll) of)\b"
        ),
        re.compile(
            rf"{NAME}[^.?!\n]{{0,60}}\b(?:is(?:n['’]t| not)|was(?:n['’]t| not)) (?:one )?(?:of )?(?:ours|theirs)\b"
        ),
        re.compile(
            rf"{NAME} (?:does not|doesn['’]t|do not|don['’]t|cannot|can['’]t) (?:speak|work|decide|buy|sign) for (?:us|them|the customer|here)\b"
        ),
        re.compile(rf"{NAME}[^.?!\n]{{0,60}}(?:,| and|;) (?:works|sells|bills|invoices) (?:for|by the)\b"),
    )


@cache
def _of_house_before() -> re.Pattern[str]:
    """ "the reseller, …. All went through their account director, ", "the agency … (contact: ", "Competitor: …, rep was "."""
    named = r"[^.?!\n]{0,60}"
    return re.compile(
        rf"\b(?i:{_kinds()})s?\b{named}(?:[.?!] {named})?\b(?:[Tt]heir|[Ii]ts|[Ww]hose) (?:[a-z-]+ ){{0,2}}{_POST}(?:,| is| was| called)? {_TITLE}\Z"
        rf"|\b(?i:{_kinds()})s?\b(?! (?:manager|director|team)){named}[(,;:–-] ?(?:the |main |our )?{_POST}(?:(?: there)? (?:is|was|being|called)|:|,|=)? {_TITLE}\Z"
    )
