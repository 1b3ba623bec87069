"""Units and sites of people that stand beside a name in Latin letters: "Ann in Finance", "Lee (Reno yard)", "IT: Ann Lee"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from agent.calendar.month_names import MONTHS
from agent.people.departments_by_place_english import units_by_place
from agent.people.latin_words import is_everyday, is_known_person
from agent.people.lexicon import alternatives, table
from agent.people.parties import Parties
from agent.people.titles import read_english_role
from agent.people.types import Form, Mention, Person, Phrase, Side, Source

LEAST_PLACES = 3
"""Times an account prints the name of a site before somebody is placed there by it."""
AROUND = 48
"""Characters beside a name that are read."""
_RUN = r"[A-Z][a-z'’]+(?: [A-Z][a-z'’]+){0,2}(?: (?:yard|branch|depot|site|plant|hall|house|office|hospital|station|store|campus|base|ward|shop|works|quarry|mill))?"
_TIMES = re.compile(rf"(?<![A-Za-z]){_RUN}")
_NO_PLACE = re.compile(
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{MONTHS}|Zoom|Teams|Slack|Excel|London|Tokyo|Christmas|Easter|The|This|That|I|We|He|She|They|Head|Director|Manager)\b"
)


@cache
def _units() -> str:
    names = [n for n in table("departments")["english"] if len(n) > 1]
    small = [
        n.lower()
        for n in names
        if not n.isupper() and n not in ("Group", "Office", "Team", "Unit", "Function")
    ]
    return alternatives(
        [*(n for n in names if n not in ("Group", "Office", "Team", "Unit", "Function")), *small]
    )


@cache
def _behind() -> tuple[re.Pattern[str], ...]:
    """Patterns from the end of the name on."""
    unit, end = (
        rf"(?P<unit>{_units()})(?![A-Za-z])",
        r"(?=[.,;)\n]|\Z| (?:team|department|side|asked|says|said|wants|will|is|has))",
    )
    return (
        re.compile(
            rf"(?:['’]s team|['’]s people)? (?:in|from|of|over in|who is in|works in|leads|heads|runs) (?:the |our |their )?{unit}"
        ),
        re.compile(rf",? \((?:the )?{unit}(?: team| department| lead)?[,)]"),
        re.compile(rf", (?:the )?{unit}{end}"),
        re.compile(rf" ?[-–:] ?{unit}{end}"),
    )


@cache
def _before() -> tuple[re.Pattern[str], ...]:
    """Patterns up to the name."""
    unit = rf"(?<![A-Za-z])(?P<unit>{_units()})"
    return (
        re.compile(rf"{unit}(?: team| department)? \((?:with |under )?\Z"),
        re.compile(rf"(?:\A|[\n.;,|\t] ?){unit}(?: side)?: (?:Mr |Ms |Mrs |Dr )?\Z"),
        re.compile(rf"(?:\A|[.;,] ?){unit} (?:is|was) (?:run by |led by )?(?:Mr |Ms |Mrs |Dr )?\Z"),
    )


_SITE = (
    re.compile(rf",? \((?P<site>{_RUN})(?: team| site| office)?[,)]"),
    re.compile(rf" (?:from|at|of|over at|down at|up at|runs|manages) (?:the )?(?P<site>{_RUN})(?![A-Za-z])"),
    re.compile(
        rf", (?:the |a |an )?(?:[a-z]+ ){{0,2}}(?:foreman|forewoman|manager|supervisor|lead|head|keeper|nurse|matron|clerk|engineer|apprentice|fitter|operator|partner|principal|chef|steward) (?:at|in|of|from) (?:the )?(?P<site>{_RUN})(?![A-Za-z])"
    ),
)
_TITLED = re.compile(
    rf"(?:,|\n| \(|:) ?(?:the |an? |our |their )?(?P<title>[A-Za-z][A-Za-z&/’' -]{{2,44}}?)(?:, ?| [-–] | at |\n| \()(?:the )?(?P<place>{_RUN}|head office|headquarters|HQ)(?=[,.;)\n]|\Z)"
)
"""Behind a name its title and then the place: "Ann Lee, plant manager, Halden"."""
_INTRODUCES = re.compile(
    r"\A(?:Hi,? |Hello,? |Morning,? )?(?:(?:it['’]s|this is|I['’]m) )?(?P<first>[A-Z][\w'’-]+)(?: [A-Z][\w'’-]+)?(?: here)?, (?P<unit>[A-Za-z][A-Za-z &]{1,24}?)(?: here)?[.!]"
)


def english_departments(persons: Sequence[Person], sources: Sequence[Source], parties: Parties) -> None:
    """Sets the department of mentions of the customer's people that have none, where the words beside them give it."""
    by_index = {s.index: s for s in sources}
    printed: Counter[str] = Counter()
    for source in sources:
        if source.document.language == "en":
            printed.update(m[0] for m in _TIMES.finditer(source.folded))
    names = {
        w
        for p in persons
        if any(m.form is not Form.PROSE or m.honorific or m.title or m.given for m in p.mentions)
        for w in f"{p.given or ''} {p.family or ''}".casefold().split()
    }
    for person in persons:
        if person.side is not Side.CUSTOMER or not person.latin or any(m.department for m in person.mentions):
            continue
        for mention in person.mentions:
            found = next(_places(mention, by_index[mention.doc], parties, printed, names), None)
            if found:
                text = by_index[mention.doc].document.text
                mention.department = Phrase(text[found[0] : found[1]], *found)


def _places(
    mention: Mention, source: Source, parties: Parties, printed: Counter[str], names: set[str]
) -> Iterator[tuple[int, int]]:
    """Where the unit or site stands, the surest place first."""
    if mention.unit < 0:
        return
    unit = source.units[mention.unit]
    if source.public:
        if mention.start >= unit.start:
            for start, end in units_by_place(
                unit.text, mention.start - unit.start, mention.end - unit.start, parties, names
            ):
                yield unit.start + start, unit.start + end
        return
    if mention.start < unit.start:
        yield from _introduced(mention, source)
        return
    tail = source.folded[mention.end : min(unit.end, mention.end + AROUND)]
    head = source.folded[max(unit.start, mention.start - AROUND) : mention.start]
    for pattern in _behind():
        if found := pattern.match(tail):
            yield mention.end + found.start("unit"), mention.end + found.end("unit")
    for pattern in _before():
        if found := pattern.search(head):
            base = mention.start - len(head)
            yield base + found.start("unit"), base + found.end("unit")
    if (found := _TITLED.match(source.folded, mention.end, mention.end + AROUND)) and _is_place_of(
        found, parties, printed, names
    ):
        yield found.start("place"), found.end("place")
    for start, end in units_by_place(
        unit.text, mention.start - unit.start, mention.end - unit.start, parties, names
    ):
        yield unit.start + start, unit.start + end
    for pattern in _SITE:
        if (found := pattern.match(tail)) and _is_site(found["site"], parties, printed, names):
            yield mention.end + found.start("site"), mention.end + found.end("site")


def _is_place_of(found: re.Match[str], parties: Parties, printed: Counter[str], names: set[str]) -> bool:
    """A title stands before the place, and the place is one of the customer's."""
    if not read_english_role(found["title"]):
        return False
    return (
        not found["place"][0].isupper()
        or found["place"] == "HQ"
        or _is_site(found["place"], parties, printed, names)
    )


def _introduced(mention: Mention, source: Source) -> Iterator[tuple[int, int]]:
    """ "Freya, security." as somebody's first words."""
    if mention.form is not Form.SPEAKER:
        return
    unit = source.units[mention.unit]
    found = _INTRODUCES.match(unit.text)
    own = {w.casefold() for w in f"{mention.given or ''} {mention.family or ''}".split()}
    if found and found["first"].casefold() in own and re.fullmatch(_units(), found["unit"]):
        yield unit.start + found.start("unit"), unit.start + found.end("unit")


def _is_site(name: str, parties: Parties, printed: Counter[str], names: set[str]) -> bool:
    """A name the account prints often that is no house, no person, no day and no everyday word."""
    words = name.split()
    if printed[name] < LEAST_PLACES or _NO_PLACE.match(name) or read_english_role(name):
        return False
    if parties.of_words(name) is not Side.UNKNOWN or parties.is_company(name):
        return False
    first = words[0]
    return (
        not is_known_person(first)
        and first.casefold() not in names
        and not (len(words) == 1 and is_everyday(first))
    )
