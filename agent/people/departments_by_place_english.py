"""Units that English notes give by their place alone: behind name and title, in brackets, before who heads them.

"Ann Lee, Manager, Process Design", "Bo Rix (team lead, Nordic desk)", "Mr Low, the Halden branch manager", "the Tools Office
(Ms. Rix)". What stands there is the unit whatever it is called, unless it is a house, a person, a day or a remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from agent.calendar.month_names import MONTHS
from agent.people.english_never import never_names
from agent.people.labels import english_unit
from agent.people.latin_words import is_everyday, is_known_person
from agent.people.lexicon import alternatives, latin_honorific
from agent.people.parties import Parties
from agent.people.titles import read_english_role
from agent.people.types import Side

_NOUNS = "department|dept|division|section|group|team|office|unit|bureau|directorate|desk|branch|plant|site|depot|yard|store|shop|ward|wing|school|hospital|clinic|campus|centre|center|line|floor|shift|side|region|area|house|function|lab|laboratory|works|mill|station|terminal|warehouse|factory"
"""What units and sites are called by, behind their own name."""
_WORD = r"[A-Z][\w'’]*"
_RUN = rf"{_WORD}(?:(?: (?:&|and|of|for) | |-){_WORD}){{0,4}}(?: (?:{_NOUNS})\b)?"
_END = r"(?=[.;,)\n]| [-–—]|\Z)"
_TITLED = re.compile(
    rf"(?:,| [-–—]|:) (?:the |an? |our |their )?(?P<title>[A-Za-z][A-Za-z&/’' -]{{1,44}}?(?: \([A-Z][A-Za-z ]+\))?), (?:the )?(?P<unit>{_RUN}){_END}"
)
_BRACKET = re.compile(
    rf"(?:,)? \((?:the |an? )?(?P<title>[A-Za-z][A-Za-z&/’' -]{{1,44}}?), (?:the )?(?P<unit>{_RUN})[,)]"
)
_HEADS = re.compile(
    rf",? \(?(?:is |was )?(?:the |our |their |an? )(?P<unit>{_WORD}(?: {_WORD})? (?:{_NOUNS})) (?P<title>[a-z]+(?: [a-z]+)?)\b"
)
_LISTED = re.compile(rf", (?P<unit>{_WORD}(?: (?:& |and )?{_WORD}){{0,3}})(?=\n| [-–—] |: |\Z|;| \()")
_OPENS = r"(?:\A|\n|\t)[\s*•\-–—#>\d.)]*"


@cache
def _called() -> str:
    return rf"(?:{latin_honorific()} )?"


@cache
def _before() -> tuple[re.Pattern[str], ...]:
    nouns = alternatives([n.capitalize() for n in _NOUNS.split("|")])
    unit = rf"(?P<unit>{_WORD}(?: (?:& |and )?{_WORD}){{0,3}} {nouns})"
    return (
        re.compile(rf"\b{unit} \({_called()}\Z"),
        re.compile(
            rf"\b{unit},? (?:which is |now )?(?:headed|led|run|managed|overseen|chaired) by (?:[A-Z][a-z]+ ){{0,4}}{_called()}\Z"
        ),
        re.compile(rf"{_OPENS}(?P<unit>{_WORD}(?: (?:& |and )?{_WORD}){{0,3}}): {_called()}\Z"),
    )


def units_by_place(
    text: str, start: int, end: int, parties: Parties, names: set[str]
) -> Iterator[tuple[int, int]]:
    """Where in `text` the unit of the person named at [start, end) stands, the surest place first.

    `names`: words of everybody's names, folded.
    """
    tail = text[end : end + _AROUND]
    for pattern in (_TITLED, _BRACKET):
        found = pattern.match(tail)
        if found and _is_post(found["title"]) and _is_unit(found["unit"], parties, names):
            yield end + found.start("unit"), end + found.end("unit")
    found = _HEADS.match(tail)
    if found and _heads(found["title"]) and _is_unit(found["unit"], parties, names):
        yield end + found.start("unit"), end + found.end("unit")
    if re.search(rf"{_OPENS}{_called()}\Z", text[max(0, start - 24) : start]):
        found = _LISTED.match(tail)
        if found and _is_plain_unit(found["unit"], parties, names):
            yield end + found.start("unit"), end + found.end("unit")
    at = max(0, start - _AROUND)
    for number, pattern in enumerate(_before()):
        found = pattern.search(text[at:start])
        if found is None or not _is_unit(found["unit"], parties, names):
            continue
        if number == len(_before()) - 1 and not english_unit(found["unit"]):
            continue
        yield at + found.start("unit"), at + found.end("unit")


_AROUND = 110
"""Characters beside a name that are read."""
_HEAD = frozenset(["manager", "head", "lead", "leader", "director", "supervisor", "chief", "principal", "boss", "foreman", "coordinator", "nurse", "master", "warden"])  # fmt: skip
_NO_UNIT = re.compile(
    rf"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:{MONTHS}|Zoom|Teams|Slack|Excel|Christmas|Easter|Who|What|When|Signed|Champion|Sponsor|Decision|Online|Remote|Apologies|Both|All|None|TBC|TBD|Phone|Email|Mobile)\b"
)


def _is_post(words: str) -> bool:
    """A title, or the small words of a unit: "school office"."""
    return read_english_role(words) is not None or words.split()[-1].casefold() in _NOUNS.split("|")


def _heads(words: str) -> bool:
    return words.split()[-1] in _HEAD or words.split()[0] in _HEAD


def _is_unit(words: str, parties: Parties, names: set[str]) -> bool:
    """Neither the customer's own name nor another house, nobody's name, no title and no day."""
    parts = words.split()
    if _NO_UNIT.search(words) or (read_english_role(words) and not english_unit(parts[-1])):
        return False
    if any(part.casefold().strip("'’") in names for part in parts):
        return False
    if parts[0].casefold() in never_names() and not (len(parts) > 1 and english_unit(parts[0])):
        return False
    if is_known_person(parts[0]) and not is_everyday(parts[-1]) and len(parts) > 1:
        return False
    side = parties.of_words(words)
    return (side is Side.UNKNOWN and not parties.is_company(words)) or (
        side is Side.CUSTOMER and _within(words, parties)
    )


def _within(words: str, parties: Parties) -> bool:
    """A house of the customer's group or one of its sites, longer than the name the group goes by."""
    key = "".join(words.casefold().split())
    return len(words.split()) > 1 and not any(key in name for name in parties.customer)


def _is_plain_unit(words: str, parties: Parties, names: set[str]) -> bool:
    """Right behind a name, without a title: words of everyday English, the last at least."""
    parts = words.split()
    if not (english_unit(words) or (len(parts) > 1 and is_everyday(parts[-1]))):
        return False
    return _is_unit(words, parties, names) and not any(is_known_person(p) for p in parts)
