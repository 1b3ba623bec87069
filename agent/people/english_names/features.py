"""What can be seen of a capitalised word without knowing it: its neighbours, place, form and what else the account says.

A feature is a short text. No feature holds the word itself, only its last letters; words around it stand in it as
written small, capitalised ones by their kind (`kind_of`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from agent.people.english_names.words import Run, Word, is_honorific, runs_in, words_in
from agent.people.english_never import NOT_NAME, never_names
from agent.people.latin_letters import LOWER, UPPER
from agent.people.lexicon import table, titles_en
from agent.people.names import is_common, is_family, is_given, is_place
from agent.people.types import Unit

_DATES = frozenset(
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]
)
_PRONOUN = re.compile(
    r"[^.\n]{0,60}[ (](?:he|she|his|her|hers|him|himself|herself)\b|[^.\n]{0,80}[.:?!]\s+(?:\"|“)?(?:He|She|His|Her)\b"
)
_CLOSING = re.compile(
    r"(?:\A|\n)\W*(?:[A-Z][a-z]+ )?(?i:regards|thanks|thank you|cheers|best|wishes|greetings|sincerely|faithfully|truly|yours|ta|speak soon|"
    r"pip|respectfully|warmly|take care|slán|cordially|bye)[,!.]?\s*\Z"
)
"""The words that close a mail, before the name on the same line."""
_ITEM = re.compile(r"[\s\-–—*•>#\d.)(\]:;,/“\"'‘]*")
_INNER = re.compile(rf"[{LOWER}][{UPPER}]")
_BEGINS = re.compile(r"(?:Mc|Mac|O['’]|D['’]|Fitz|De|Le|La|Van|Di)")
_GROUPS = ("says", "is", "spoken_to", "beside", "owns", "place", "thing", "of_a_house")
"""Lists of data/english_contexts.toml that tell what stands around a name."""
_MOST_LETTERS, _MOST_WORDS = 10, 4
_NEAR = 40
"""Characters behind a comma or bracket that are read for a job or a unit."""


def features_of(unit: Unit, last_unit: bool) -> Iterator[tuple[Word, Run, list[str]]]:
    """Every capitalised word of the block with its run and its features, in order."""
    words = words_in(unit.text)
    for run in runs_in(unit.text, words):
        around = _around(unit, words, run, last_unit)
        place = 0
        for at in range(run.first, run.last + 1):
            if words[at].capital:
                yield words[at], run, [*around, *_within(words, run, at, place), *_of_word(words[at].text)]
                place += 1


def kind_of(word: str | None) -> str:
    """A neighbour as it stands in a feature: small words as they are, others by their kind, | for the end of the line."""
    if word is None:
        return "|"
    small = word.casefold()
    if word[0].isdigit():
        return "0"
    if not word[0].isalpha():
        return word
    if small in _DATES:
        return "DATE"
    if is_honorific(word):
        return "HON"
    if word[0].isupper():
        return (
            "TITLE" if small in _jobs() else "DEPT" if small in _units()
            else "CAPS" if word.isupper() and len(word) > 1 else "Cap"
        )  # fmt: skip
    return small


def _around(unit: Unit, words: Sequence[Word], run: Run, last_unit: bool) -> list[str]:
    """What the whole run shares: the two words before and behind, its place in the line, the pronoun that follows."""
    text = unit.text
    before = _neighbours(text, words, run.first, -1)
    behind = _neighbours(text, words, run.last, 1)
    b1, b2, n1, n2 = (*before, *behind)
    out = [f"p1 {kind_of(b1)}", f"p2 {kind_of(b2)}", f"p {kind_of(b2)} {kind_of(b1)}"]
    out += [f"n1 {kind_of(n1)}", f"n2 {kind_of(n2)}", f"n {kind_of(n1)} {kind_of(n2)}"]
    out.append(f"pn {kind_of(b1)} {kind_of(n1)}")
    for side, word in (("p1", b1), ("p2", b2), ("n1", n1), ("n2", n2)):
        out += [f"{side}g {group}" for group in groups_of(word)]
    if n1 is not None and n1[0] in "'’":
        out += ["possessive", *(f"possessive {group}" for group in groups_of(n2))]
    if n1 in ("(", ","):
        inner = text[words[run.last + 1].end :][:_NEAR].partition(")")[0].casefold()
        first = re.findall(r"[a-z]+", inner)[:5]
        out += [f"behind{n1} job" for word in first if word in _jobs()][:1]
        out += [f"behind{n1} unit" for word in first if word in _units()][:1]
    if (b1 is not None and is_honorific(b1)) or (b1 == "." and b2 is not None and is_honorific(b2)):
        out.append("honorific")
    if n1 == ":":
        out.append("label" if run.first <= 2 else "label later")
    head = text[: words[run.first].start]
    place = (
        "line" if run.first == 0 else "item" if _ITEM.fullmatch(head)
        else "sentence" if b1 in (".", "!", "?", '"', "“", ";") else "mid"
    )  # fmt: skip
    length = min(_MOST_WORDS, sum(w.capital for w in words[run.first : run.last + 1]))
    out += [f"at {place}", f"at {place} n1 {kind_of(n1)}", f"run {length}", f"run {length} {place}"]
    if run.first == 0 and n1 is None:
        out += ["alone", f"alone {length}", *(["alone at the end"] if last_unit else [])]
    if _CLOSING.search(head):
        out.append("closing")
    if _PRONOUN.match(text[words[run.last].end :]):
        out.append("pronoun")
    out.append(f"block {unit.block.kind.value}")
    return out


def _neighbours(text: str, words: Sequence[Word], at: int, step: int) -> tuple[str | None, str | None]:
    """The next two words of the line, nearest first."""
    found: list[str | None] = []
    for number in (1, 2):
        place = at + step * number
        if not 0 <= place < len(words):
            break
        near, far = sorted((words[place - step], words[place]), key=lambda w: w.start)
        if "\n" in text[near.end : far.start]:
            break
        found.append(words[place].text)
    found += [None, None]
    return found[0], found[1]


def _within(words: Sequence[Word], run: Run, at: int, place: int) -> list[str]:
    """The word's place in its run and the kinds of the words beside it there."""
    before = words[at - 1].text if at > run.first else None
    behind = words[at + 1].text if at < run.last else None
    out = [f"in run {min(3, place)}", "in run last" if at == run.last else "in run first"]
    for side, word in (("before", before), ("behind", behind)):
        out.append(f"{side} {kind_of(word)} {_known(word.casefold()) if word else ''}")
        if word is not None:
            out += [f"{side} {k}" for k in ("trades", "thing") if word.casefold() in _set(k)]
    return out


def _of_word(word: str) -> list[str]:
    """Form and dictionary entries of the word; never the word."""
    small = word.casefold()
    out = [f"dictionary {_known(small)}", f"letters {min(len(word), _MOST_LETTERS)}"]
    out += [f"ends {small[-2:]}", f"ends {small[-3:]}"]
    if small in never_names() or NOT_NAME.fullmatch(word):
        out.append("never")
    for kind, listed in (("job", _jobs()), ("unit", _units()), ("trade", _set("trades")), ("date", _DATES)):
        out += [f"is {kind}"] if small in listed else []
    if word.isupper():
        out.append("capitals")
    elif _INNER.search(word) and not _BEGINS.match(word):
        out.append("capitals within")
    out += [f"with {sign}" for sign in "-'’" if sign in word]
    if not word.isascii():
        out.append("accent")
    return out


@lru_cache(maxsize=20_000)
def _known(small: str) -> str:
    """Which entries the dictionary has for the word."""
    kinds = (("family", is_family), ("given", is_given), ("common", is_common), ("place", is_place))
    return "+".join(name for name, test in kinds if test(small))


def groups_of(word: str | None) -> list[str]:
    """Lists of data/english_contexts.toml the word is in, and its ending."""
    if word is None:
        return []
    small = word.casefold()
    out = [group for group in _GROUPS if small in _set(group)]
    out += [name for name, listed in (("job", _jobs()), ("unit", _units())) if small in listed]
    for ending, least in (("ed", 5), ("ing", 6), ("s", 4), ("ly", 5)):
        out += [f"-{ending}"] if small.endswith(ending) and len(small) >= least else []
    return out


@cache
def _set(kind: str) -> frozenset[str]:
    return frozenset(table("english_contexts")[kind])


@cache
def _jobs() -> frozenset[str]:
    words = {w.casefold() for title in titles_en() for w in title.split() if len(w) > 2}
    return frozenset(words | _set("job") | {"lead", "boss", "gm", "md"})


@cache
def _units() -> frozenset[str]:
    return frozenset(w.casefold() for unit in table("departments")["english"] for w in unit.split())
