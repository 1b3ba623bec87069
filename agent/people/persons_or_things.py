"""Which names of English prose are places, products or houses: what the words beside every mention say, added up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from agent.people.english_name_contexts import context_points, is_used_now
from agent.people.english_never import never_names
from agent.people.labels import english_unit
from agent.people.latin_words import is_everyday, is_known_person
from agent.people.lexicon import table
from agent.people.names import is_place
from agent.people.parties import Parties
from agent.people.titles import read_english_role
from agent.people.types import Form, Mention, Person, Side, Source
from connectors.interface import BlockKind

_CLEAR = 2
"""Points of context from which one mention shows a person."""
_NUMBER = re.compile(r"[£$€¥]?[\d.,]+ ?(?:%|k|m|h|min)?")
_SMALL = re.compile(r"(?<![A-Za-z'’.-])[a-z][a-z'’-]{2,}")
LEAST_SMALL = 2
"""Times an everyday word is written small in an account whose capital is no name's then."""
_LEAST_NUMBERS = 2
"""Cells of figures in a row of a report, whose other cells name sites, shops and products."""
_PART_BEFORE = re.compile(r"(?P<before>[A-Z][\w'’-]+) \Z")
_PART_BEHIND = re.compile(r" (?P<behind>[A-Z][\w'’-]+)")


def without_things(persons: Sequence[Person], sources: Sequence[Source], parties: Parties) -> list[Person]:
    """The persons, renumbered, without those whose mentions speak for a place, product or house more than for somebody.

    Only names in Latin letters that stand in prose alone are judged; a list, a talk, a mail, Mr or Ms prove a person.
    """
    by_index = {s.index: s for s in sources}
    small = Counter(
        word
        for s in sources
        if s.document.language == "en" and not s.public
        for word in _SMALL.findall(s.folded)
    )
    kept = [p for p in persons if not _is_thing(p, by_index, parties, small)]
    for index, person in enumerate(kept):
        person.index = index
        for mention in person.mentions:
            mention.person = index
    return kept


def _is_thing(
    person: Person, sources: Mapping[int, Source], parties: Parties, small: Mapping[str, int]
) -> bool:
    if not person.latin or any(
        m.form not in (Form.PROSE, Form.TABLE) or m.honorific for m in person.mentions
    ):
        return False
    if all(m.form is Form.TABLE for m in person.mentions):
        return False
    if any(sources[m.doc].document.language != "en" for m in person.mentions):
        return False
    words = f"{person.given or ''} {person.family or ''}".split()
    if len(words) > 1 and is_known_person(words[0]):
        return False
    if len(words) == 1 and words[0].casefold() in _set("languages") | _set("trades"):
        return True
    if len(words) == 1 and words[0].casefold() in _set("job") and not is_known_person(words[0]):
        return True
    if len(words) == 1 and is_everyday(words[0]) and small.get(words[0].casefold(), 0) >= LEAST_SMALL:
        return True
    shown = [_shows(m, sources[m.doc], parties) for m in person.mentions]
    if is_place(" ".join(words).casefold()) and not is_known_person(words[0]):
        shown.append(-1)
    things = shown.count(-1)
    return things > 0 and things >= shown.count(1)


def _shows(mention: Mention, source: Source, parties: Parties) -> int:
    """1 for somebody, -1 for a place or thing, 0 where the words beside the name leave it open."""
    unit = source.units[mention.unit]
    if mention.form is Form.TABLE:
        return 0 if source.folded[: mention.start].endswith(", ") else 1
    start, end = mention.start - unit.start, mention.end - unit.start
    head, tail = unit.text[:start], unit.text[end:]
    if unit.block.kind is BlockKind.TABLE_ROW and (
        _is_figures(source, mention) or _of_tools(source, mention)
    ):
        return -1
    before, behind = _PART_BEFORE.search(head), _PART_BEHIND.match(tail)
    if before and mention.outer.start == mention.start and _is_part_before(head, before["before"]):
        return -1
    if behind and not mention.title and _is_part(behind["behind"]):
        return -1
    if _place_before().search(head) or _thing_behind().match(tail):
        return -1
    if before and not mention.given and parties.of_words(before["before"]) is Side.OURS:
        return -1
    if mention.title is not None:
        return 1
    if _COUNTED.match(tail) or _is_listed_place(head, tail) or _gone_to(head, tail):
        return -1
    if is_used_now(head, tail):
        return -1
    return 1 if context_points(unit.text, start, end) >= _CLEAR else 0


_COUNTED = re.compile(r":? ?(?:at |is at |on )?\d[\d.,]*(?: ?%|/\d| (?:of|out of)\b)")
"""A share or count behind the name: "Halden 9/12", "Air: 0 of 30"."""
_SITES = re.compile(
    r"\b(?:branches|sites|offices|plants|schools|homes|ports|depots|stores|shops|hotels|clinics|subsidiaries|warehouses|wards|yards|campuses|terminals|regions|towns|cities|stations|hospitals|practices|parks|centres|centers|factories|mills|locations|countries|units|desks|teams)(?: are| were| in| at|:|,)? (?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?(?:, (?:and )?| and ))*\Z"
)
_BESIDE_BEFORE = re.compile(r"(?P<word>[A-Z][\w'’-]+)(?:,| and|, and|/) ?\Z")
_BESIDE_BEHIND = re.compile(r"(?:,| and|, and|/) ?(?P<word>[A-Z][\w'’-]+)(?![\w'’]* [a-z]+(?:ed|s)\b)")
_GONE_TO = re.compile(
    r"\b(?:go|goes|going|gone|went|come|comes|came|travel\w*|fly|flies|flew|drive|drives|drove|moved?|moving|relocat\w+|transferr?\w*|sail\w*|trips?|visits?|back|over|across|up|down) to \Z",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"['’]s| (?:with|for|about|to (?:ask|check|sign|see)|and ask|first|directly|instead)\b")
"""Behind a person whom one goes to: with what or for what."""


def _is_listed_place(head: str, tail: str) -> bool:
    """One of a list of sites ("branches Osaka, Halden"), or beside a place the dictionary knows in a list."""
    if _SITES.search(head):
        return True
    near = [f["word"] for f in (_BESIDE_BEFORE.search(head), _BESIDE_BEHIND.match(tail)) if f]
    return any(is_place(word.casefold()) and not is_known_person(word) for word in near)


def _gone_to(head: str, tail: str) -> bool:
    return _GONE_TO.search(head) is not None and not _ABOUT.match(tail)


def _is_figures(source: Source, mention: Mention) -> bool:
    """The name is a whole cell, or the end of one, in a row of figures."""
    cells = [source.folded[c.start : c.end].strip() for c in source.units[mention.unit].block.cells]
    return sum(bool(_NUMBER.fullmatch(c)) for c in cells) >= _LEAST_NUMBERS


def _of_tools(source: Source, mention: Mention) -> bool:
    """The row's key says that its value lists systems."""
    cells = [(source.folded[c.start : c.end].strip(), c) for c in source.units[mention.unit].block.cells]
    return any(_TOOLS.fullmatch(words) for words, cell in cells if not cell.start <= mention.start < cell.end)


_TOOLS = re.compile(
    r"(?:other |current |existing |their |main |key |core )?(?:systems?|tools?|software|apps?|applications?|platforms?|tech stack|stack|it landscape|products?)(?: (?:in use|used|today|now|there|landscape))?",
    re.IGNORECASE,
)


def _is_part_before(head: str, word: str) -> bool:
    """The capitalised word before the name is the beginning of a longer name, no post or unit of somebody's."""
    if word.isupper() or word.casefold() in _set("job") or read_english_role(word) or english_unit(word):
        return False
    return _within_sentence(head, word)


def _within_sentence(head: str, word: str) -> bool:
    """The capitalised word before the name does not merely begin the sentence, nor is it said to somebody."""
    if is_known_person(word) or word.casefold() in never_names():
        return False
    opening = head[: len(head) - len(word) - 1].rstrip(" \"'“‘(")
    if not opening or opening[-1] in ":>\n\t-–—*•|":
        return False
    return opening[-1] not in ".!?;" or not is_everyday(word)


def _is_part(word: str) -> bool:
    return word.casefold() in _set("trades") or word.casefold() in _set("thing")


@cache
def _place_before() -> re.Pattern[str]:
    """ "at X", "in X", "the X", but not "in Jo's team": a name with 's is somebody's as often."""
    return re.compile(r"(?:^|[\s(])(?:" + "|".join(_words("place_before")) + r") \Z", re.IGNORECASE)


@cache
def _thing_behind() -> re.Pattern[str]:
    return re.compile("|".join(_words("thing_behind")))


@cache
def _set(kind: str) -> frozenset[str]:
    return frozenset(_words(kind))


def _words(kind: str) -> list[str]:
    words: list[str] = table("english_contexts")[kind]
    return words
