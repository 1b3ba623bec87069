"""Names that English notes drop without title or form: "Astri looks at every line", "Pavel runs that"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from agent.people.english_name_contexts import context_points
from agent.people.english_names import name_chances
from agent.people.english_names.spellings import FEW
from agent.people.english_never import NOT_NAME, never_names
from agent.people.latin_words import is_everyday, is_house, is_known_person
from agent.people.lexicon import latin_honorific
from agent.people.names import is_place
from agent.people.parties import Parties
from agent.people.titles import read_english_role
from agent.people.types import Side, Source
from connectors.interface import BlockKind, DocumentKind

_WORD = r"[A-Z](?:[a-zà-ÿ]+|['’][A-Z][a-zà-ÿ]+)(?:['’-](?!(?:s|t|d|ve|ll|re|m)(?![a-zà-ÿ]))[A-Z]?[a-zà-ÿ]+)*"
_RUN = re.compile(
    rf"(?<![A-Za-z@./&-])(?<!w/)(?P<name>{_WORD}(?: (?:(?:v/d|van der|van den|van de|van|von|de la|de|da|di|du|la|le|bin|al|el|Ap-?|O['’]) ?)?{_WORD}){{0,2}})(?![A-Za-z@&-])"
    rf"|(?<=w/)(?P<with>{_WORD})"
)
_VERB_FORM = re.compile(
    r"[A-Z][a-z]{2,}(?:ked|ted|ded|ned|sed|ged|ped|ved|ied|wed|ced|xed|zed|hed|ing|tion|ment|ness)\Z|[A-Za-z]+-[a-z].*"
)
"""Forms of verbs and abstract nouns, which begin lines of notes, and compounds."""
ENOUGH, ENOUGH_FULL, ONE_CLEAR = 2, 2, 2
"""Sum of contexts that make a word a name, and the least that the clearest of them must give."""
KEEP = -1.6
"""Fitted score from which a name that contexts prove is one, on writers left out of the fit."""
KEEP_LARGE = 0.0
"""The same in an account of more English notes than FEW, which names its towns and products as often as its people."""
AMBIGUOUS = 2
"""Points more for a word that names a place."""


def first_names(sources: Sequence[Source], parties: Parties) -> set[str]:
    """Spellings of names that their contexts prove, over all English notes of an account.

    A verb only people do, being told or asked, a job in brackets speak for it, and so does a dictionary of names; a
    preposition of place, a thing behind it, and the same word written small elsewhere speak against.
    """
    fitted = name_chances(sources, parties)
    notes = [s for s in sources if s.document.language == "en" and not s.public]
    small = {w for s in notes for w in re.findall(r"(?<![A-Za-z'’.-])[a-z][a-z'’-]{2,}", s.folded)}
    points: dict[str, int] = defaultdict(int)
    clearest: dict[str, int] = defaultdict(int)
    whole: dict[str, set[str]] = defaultdict(set)
    for source in notes:
        for unit in source.units:
            if (
                unit.block.kind in (BlockKind.FIELD, BlockKind.HEADING)
                and source.document.kind is not DocumentKind.TABLE
            ):
                continue
            for found in _RUN.finditer(unit.text):
                name = found["name"] or found["with"]
                if not _possible(name, small, parties):
                    name = _without_first(name)
                    if not name or not _possible(name, small, parties):
                        continue
                start = found.end() - len(name)
                point = context_points(unit.text, start, found.end())
                for spelled in dict.fromkeys((name, name.split()[0])):
                    points[spelled] += point
                    clearest[spelled] = max(clearest[spelled], point)
                whole[name.split()[0]].add(name)
    proved = {n for n, p in points.items() if p + _known(n) >= _needed(n) and clearest[n] >= ONE_CLEAR}
    named = {n for n in proved if len(n.split()) > 1 or _possible(n, small, parties)} | {
        name for first in proved for name in whole[first] if points[name] >= 0
    }
    keep = KEEP if len({s.index for s in notes}) <= FEW else KEEP_LARGE
    introduced = {n for source in notes for n in _introduced(source, small, parties)}
    return set(fitted.names) | introduced | {n for n in named if fitted.best(n) >= keep}


_CALLED = re.compile(
    rf"\b(?:[Ss]omebody|[Ss]omeone|[Aa]nother|(?:[Aa]n?|[Tt]he|[Oo]ne) (?:[a-z]+ ){{0,2}}(?:chap|guy|man|woman|lady|lad|bloke|fellow|girl|person|colleague|gentleman|student|nurse|driver|clerk|analyst|manager|engineer|planner|supervisor|foreman|lead|leader|trainee)) (?:called|named) (?P<n>{_WORD})"
    rf"|(?P<m>{_WORD}) ?\((?:no surname|surname unknown|no last name|last name unknown|first name only|(?:didn't|did not) (?:get|catch) (?:the |a |his |her )?(?:surname|last name))\)"
    rf"|\((?P<k>{_WORD}),? (?:no (?:idea of (?:the |her |his )?)?surname|no last name|(?:didn't|did not) (?:get|catch) (?:the |a |his |her )?(?:surname|last name))\)"
)
"""Somebody introduced by the first name alone."""


def _introduced(source: Source, small: set[str], parties: Parties) -> set[str]:
    names = {found[found.lastgroup or "n"] for found in _CALLED.finditer(source.folded)}
    return {name for name in names if _possible(name, small, parties)}


def _known(name: str) -> int:
    """A point for a first word that the dictionary lists as a name and as nothing else."""
    return 1 if is_known_person(name.split()[0]) else 0


def _needed(name: str) -> int:
    if " " in name:
        return ENOUGH_FULL
    place = is_place(name.casefold()) and not is_known_person(name)
    return ENOUGH + (AMBIGUOUS if place else 0)


def _possible(name: str, small: set[str], parties: Parties) -> bool:
    words = name.replace("’", "'").split()
    if re.fullmatch(latin_honorific(), words[0]) or re.fullmatch(latin_honorific(), words[0] + "."):
        return False
    if any(w.casefold() in never_names() for w in words) or NOT_NAME.search(name) or read_english_role(name):
        return False
    if len(words) == 1 and (len(name) < 2 or name.casefold() in small or is_everyday(name)):
        return False
    if len(words) == 1 and _VERB_FORM.fullmatch(name) and not is_known_person(name):
        return False
    if is_house(name) or (len(words) > 1 and is_everyday(words[0])):
        return False
    return parties.of_words(name) is Side.UNKNOWN and not parties.is_company(name)


def _without_first(name: str) -> str:
    """The rest of a run whose first word only begins the sentence ("When Astri")."""
    return name.partition(" ")[2]
