"""Title and unit of people from the words English notes put beside their name: "Rune (scientist)", "Ann Lee | Claims lead."

What stands in brackets, behind a comma, a bar or a dash, or is said of somebody with "is", is their title where it names
a job. In a list of those present, words in brackets that name no job name the unit: "Ann Lee (baggage hall)".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from agent.people.columns import column_kind
from agent.people.jobs_in_english import job_in, job_over
from agent.people.labels import english_unit
from agent.people.latin_words import is_everyday, is_known_person
from agent.people.lexicon import latin_honorific
from agent.people.parties import Parties
from agent.people.titles import rank_of, read_english_role
from agent.people.types import Form, Mention, Person, Phrase, Side, Source, Unit

AROUND = 90
"""Characters beside a name that are read."""
LISTED = (Form.ATTENDEE, Form.TABLE, Form.SPEAKER)
"""Where a bracket says who somebody is; in a running text it may say anything."""
LEAST_LISTED, LETTERS_EACH = 3, 45
"""Names from which a line is a list of people, and letters it may have for each of them."""
_BESIDE = re.compile(
    r"(?: ?[|]|,| ?[-–—](?= )| ?\()[ ]?(?P<words>[A-Za-z][^.;:()|\n\t,]{1,60})(?P<stop>[.;:()|\n\t,]|\Z)"
)
_IS = re.compile(
    r"(?:['’]s (?=(?:now |the |our |their |her |his |my |an? ))| (?:is|was|acts as|works as|serves as|remains) )(?:now )?(?:(?:the|our|their|her|his|my|an?) )?(?P<words>[a-z][^.;:()|\n\t,]{1,60})(?P<stop>[.;:()|\n\t,]|\Z)"
)
_BRACKET = re.compile(r",? ?\((?P<words>[A-Za-z][A-Za-z&/'’ -]{1,36}?)(?:[,;)])")
_AT_WORK = re.compile(
    r",? ?\((?P<job>[A-Za-z][A-Za-z&/'’ -]{1,36}?), (?:the |our )?(?P<words>[A-Za-z][A-Za-z&/'’ -]{1,36}?)(?:[,;)])"
)
"""The place of work behind the job in brackets: "Ann Lee (deckhand, Morning Star)"."""
_AHEAD = re.compile(
    rf"(?:\A|[|(\n\t.;]|['’]s |\b(?:[Tt]he|[Oo]ur|[Tt]heir|[Nn]ew|[Ff]ormer|[Aa]cting|[Ii]nterim) )[ ]?(?P<words>[A-Za-z][A-Za-z&/'’ -]{{1,40}}?)(?: since [A-Z][a-z]+| here| then| there)?(?:,(?: that['’]s| that is| being)?| is(?: called)?|:| \() ?(?:{latin_honorific()} |Capt\.? )?\Z"
)
_SEVERAL = re.compile(
    r"(?:\A|[^A-Za-z])(?:(?:the|our|their|two|three|four|both|some) )?(?P<words>[a-z][a-z&/ -]{2,40}?)s \((?:[A-Z][\w.'’ -]{1,30}(?:, | and | & ))*\Z"
)
"""One job of several, whose names follow in brackets: "two lead techs (Ann Lee, Bo Rix)"."""
_DIRECTLY = re.compile(
    r"(?:\A|(?<=[^A-Za-z]))(?P<words>(?:[A-Z][A-Za-z&]*|of|and|&)(?: (?:[A-Z][A-Za-z&]*|of|and|&)){0,5}) \Z"
)
"""A title right before the name: "GM Finance Ann Lee", "Senior Managing Director Ann Lee"."""
_THEN = re.compile(
    r"(?P<gap>[^.!?\n]{0,60})[.!?] (?:She|He)(?: is|['’]s) (?:now |still )?(?:the|our|their|my|an?) (?P<words>[A-Za-z][^.;:()|\n\t,]{1,60})(?P<stop>[.;:()|\n\t,]|\Z)"
)
"""The next sentence tells who somebody is: "Ann Lee came too. She is the safety inspector."."""
_SIGNED = re.compile(r"[ ]*\n[ ]*(?P<words>[A-Za-z][^.;:()|\n\t,]{1,60})(?P<stop>[;:()|\n\t,]|\Z)")
_OF_ANOTHER = re.compile(r"[A-Z][\w'’-]+, ?(?:the |our |their )?\Z")
"""A name before a title is whose title it is: "Ann Lee, the finance director, Bo and the chair"."""
_FORMERLY = re.compile(r"(?:formerly|previously|until (?:then|recently)|once|ex-|no longer)\b", re.IGNORECASE)
"""Before the post somebody had."""
_NAME_ENDS = re.compile(r"(?:[,.;)|\n\t]| [-–—]|\Z)")
_REMARK = re.compile(
    r"\b(?:first|last|half|part|min|mins|minutes?|hours?|late|early|left|joined?|joins|remote|remotely|online|phone|video|camera|dial|call|muted?|silent|absent|away|sick|apologies|guest|visitor|observer|host|new|here|there|by|until|from|till|for|not|no|name|surname|spelling|yes|maybe|both|all|some|only|too|again|once|twice|today|tomorrow|yesterday|morning|afternoon|her|his|him|she|he|they|we|our|us|me|my|you|your|who|that|this|was|is|are|were|has|had|will|said|says|never|also|sits|chairs?|chairing|notes|taking|mine|theirs|customer|vendor|client|partner|consultant|contractor|interim|acting|former|ex|retired|leaver|champion|sponsor|decider|approver|signs?|signed|happy|keen|quiet|angry|nice|good|friendly|tired|unsure|cc|tbc|tbd|sp|sic|above|below|see|feet|up|down|off|out|hands?|head|back|busy|typing|laughs?|laughing|nods?|smiles?|silence|inaudible)\b",
    re.IGNORECASE,
)
"""What a bracket says of the talk or of somebody's mood, not of where they work."""
_NOBODY = re.compile(r"[^.\n]{0,3}\((?:no|without) name|[^.\n]{0,3}\((?:name|surname) (?:not|un)")
_SELF = re.compile(
    r"\A(?:(?:Hi|Hello|Hiya|Hey|Morning|Good morning|Good afternoon|Yes|Yeah|Kia ora|Morena)[,.!]? (?:all|everyone|everybody|there)?[,.!]? ?)?(?:(?:it['’]s|this is|I['’]m|I am) )?(?P<first>[A-Z][\w'’-]+)(?: [A-Z][\w'’-]+)?(?: here)?, (?P<words>[A-Za-z][A-Za-z& ]{1,30}?)(?: here)?[.!]"
)
"""How people say who they are as they begin to speak: "Rhys, Cinder.", "Hi, Bronagh, trade marks."."""


def described_in_english(persons: Sequence[Person], sources: Sequence[Source], parties: Parties) -> None:
    """Sets title and department of mentions of the customer's people that have none, by the words beside the name."""
    by_index = {source.index: source for source in sources}
    names = {
        word
        for person in persons
        for word in f"{person.given or ''} {person.family or ''}".casefold().split()
        if len(word) > 1
    }
    lists = _lists_of_people(persons, by_index)
    for person in persons:
        if person.side is not Side.CUSTOMER or not person.latin:
            continue
        placed = any(m.department for m in person.mentions)
        for mention in person.mentions:
            if mention.unit >= 0 and by_index[mention.doc].document.language == "en":
                listed = mention.form in LISTED or (mention.doc, mention.unit) in lists
                _describe(mention, by_index, parties, names, listed, placed)


def _lists_of_people(persons: Sequence[Person], sources: Mapping[int, Source]) -> set[tuple[int, int]]:
    """Document and unit of lines that name people and say little else."""
    named = Counter((m.doc, m.unit) for person in persons for m in person.mentions if m.latin and m.unit >= 0)
    return {
        (doc, unit)
        for (doc, unit), count in named.items()
        if count >= LEAST_LISTED and len(sources[doc].units[unit].text) <= count * LETTERS_EACH
    }


def _describe(
    mention: Mention,
    sources: Mapping[int, Source],
    parties: Parties,
    names: set[str],
    listed: bool,
    placed: bool,
) -> None:
    source = sources[mention.doc]
    unit = source.units[mention.unit]
    if mention.start < unit.start:
        _introduced(mention, source, unit, parties, names)
        return
    if mention.title is None:
        found = next(_jobs(mention, source, unit, names), None)
        if found is not None:
            mention.title = _phrase(source, *found)
            _unit_of_title(mention, source)
    elif not placed:
        _unit_of_title(mention, source)
    if mention.department is None and listed and not placed:
        bracket = _BRACKET.match(source.folded, mention.end, unit.end)
        if mention.title is not None:
            bracket = _AT_WORK.match(source.folded, mention.end, unit.end)
        if bracket and _is_place_of_work(bracket["words"].strip(), parties, names):
            begin = bracket.start("words")
            mention.department = _phrase(source, begin, begin + len(bracket["words"].strip()))


def _jobs(mention: Mention, source: Source, unit: Unit, names: set[str]) -> Iterator[tuple[int, int]]:
    """Where the words for the person's job stand, those behind the name first."""
    for behind, pattern in product(sorted({mention.end, _called_to(mention, source)}), _behind(mention)):
        found = pattern.match(source.folded, behind, min(unit.end, behind + AROUND))
        if found is None or (pattern is _THEN and _names_somebody(found["gap"], names)):
            continue
        if not _NOBODY.match(source.folded, found.end("words"), unit.end):
            yield from _job_at(found["words"], found.start("words"), names)
    head = source.folded[max(unit.start, mention.start - AROUND) : mention.start]
    if several := _SEVERAL.search(head):
        yield from _job_at(several["words"], mention.start - len(head) + several.start("words"), names)
    if _NAME_ENDS.match(source.folded, mention.end, unit.end):
        ahead = _AHEAD.search(head)
        told_before = ahead is not None and _OF_ANOTHER.search(head, 0, ahead.start("words"))
        if ahead and not told_before and column_kind(ahead["words"]) is None:
            yield from _job_at(ahead["words"], mention.start - len(head) + ahead.start("words"), names)
    if directly := _DIRECTLY.search(head):
        yield from _title_at(directly["words"], mention.start - len(head) + directly.start("words"))


def _behind(mention: Mention) -> tuple[re.Pattern[str], ...]:
    """What is read behind a name; in a signature the next line."""
    return (_SIGNED,) if mention.form is Form.SIGNATURE else (_BESIDE, _IS, _THEN)


def _called_to(mention: Mention, source: Source) -> int:
    """Where the name ends with what it is called by, "-san"."""
    called = re.compile(r"-[a-z]{2,6}(?![A-Za-z])").match(source.folded, mention.end)
    return called.end() if called else mention.end


def _names_somebody(words: str, names: set[str]) -> bool:
    return any(word.casefold() in names for word in re.findall(r"[A-Z][\w'’-]+", words))


def _job_at(words: str, start: int, names: set[str]) -> Iterator[tuple[int, int]]:
    job = job_in(words) if not _FORMERLY.match(words) else None
    if job is None or any(part.casefold() in names and part[0].isupper() for part in job.split()):
        return
    at = words.find(job)
    yield start + at, start + at + len(job)


def _title_at(words: str, start: int) -> Iterator[tuple[int, int]]:
    """The title that `words` end with: "GM Finance" of "Acme GM Finance"."""
    role = read_english_role(words)
    if role is not None and words.endswith(role.title) and rank_of(role.title) < 9:
        yield start + len(words) - len(role.title), start + len(words)


def _unit_of_title(mention: Mention, source: Source) -> None:
    """The unit a title names: "Claims" of "Claims lead"."""
    title = mention.title
    if title is None or mention.department is not None:
        return
    over, role = job_over(title.text), read_english_role(title.text)
    department = over[1] if over is not None else role.department if role is not None else None
    at = source.folded.find(department, title.start, title.end) if department else -1
    if department and at >= 0:
        mention.department = _phrase(source, at, at + len(department))


def _introduced(mention: Mention, source: Source, unit: Unit, parties: Parties, names: set[str]) -> None:
    """ "Rhys, Cinder." as somebody's words: the job or the place of work they give themselves."""
    if mention.form is not Form.SPEAKER:
        return
    found = _SELF.match(unit.text)
    own = {word.casefold() for word in f"{mention.given or ''} {mention.family or ''}".split()}
    if found is None or found["first"].casefold() not in own:
        return
    words, at = found["words"].strip(), unit.start + found.start("words")
    if mention.title is None and (job := job_in(words)) and words.startswith(job):
        mention.title = _phrase(source, at, at + len(job))
        _unit_of_title(mention, source)
    elif mention.department is None and _is_place_of_work(words, parties, names):
        mention.department = _phrase(source, at, at + len(words))


def _is_place_of_work(words: str, parties: Parties, names: set[str]) -> bool:
    """A few words that are no remark, no job, nobody's name and no other house."""
    parts = words.split()
    if english_unit(words):
        return True
    if not 0 < len(parts) <= 4 or _REMARK.search(words) or job_in(words) or read_english_role(words):
        return False
    if len(words) <= 3 or any(part.casefold() in names or _is_somebody(part) for part in parts):
        return False
    side = parties.of_words(words)
    return side in (Side.UNKNOWN, Side.CUSTOMER) and not parties.is_company(words)


def _is_somebody(word: str) -> bool:
    return word[0].isupper() and is_known_person(word) and not is_everyday(word)


def _phrase(source: Source, start: int, end: int) -> Phrase:
    return Phrase(source.document.text[start:end], start, end)
