"""`owners_named`: commitments whose owner, noted in short, is called by the name the plan has for that person.

Note-takers write owners by initial (小), family name, label of a transcript (名前@当社), or with the house before it
(先方（名前）). Where the words fit one person of the side that owes it, that person's name stands; else the words stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from agent.drafting.notes.commitments.owners import POLITE, THEM, TITLE, US
from agent.models.account import Account
from agent.models.plan import Commitment, KeyPerson

_HOUSE_AND_PERSON = re.compile(r"(?P<house>[^()（）]+?)[ 　]*[(（](?P<who>[^()（）]{1,20})[)）]")
_LABEL = re.compile(r"(?<=\w{2})[@＠_](?!.*\.).*$")
"""The house a transcript sets behind a speaker; an address has its dot."""
_PARTS = re.compile(r"[\s　/／・_@＠|()（）、,]+")
_SHORTEST_FAMILY = 2


def owners_named(
    commitments: Sequence[Commitment], people: Sequence[KeyPerson], account: Account
) -> list[Commitment]:
    """The commitments in order, each with its owner's full name where it can be told."""
    theirs = {person.name: [person.name, *person.aliases] for person in people if person.kind == "person"}
    own = [*account.vendor.people, *([account.csm] if account.csm else [])]
    ours = {name: [name] for name in own}
    return [
        entry.model_copy(update={"owner": _named(entry.owner, ours if entry.who == "us" else theirs)})
        if entry.owner
        else entry
        for entry in commitments
    ]


def _named(owner: str, people: dict[str, list[str]]) -> str:
    inside = _HOUSE_AND_PERSON.fullmatch(owner.strip())
    if inside is not None and (US.match(inside["house"]) or THEM.match(inside["house"])):
        owner = inside["who"]
    words = [_bare(word) for word in (owner, *_PARTS.split(owner)) if _bare(word)]
    for fits in (_is_whole_name, _is_called, _is_initial):
        found = {name for name, spellings in people.items() if any(fits(word, spellings) for word in words)}
        if len(found) == 1:
            return found.pop()
        if found:
            break  # two of that name: nobody can tell
    return _LABEL.sub("", owner)


def _bare(word: str) -> str:
    return TITLE.sub("", POLITE.sub("", POLITE.sub("", word.strip())))


def _is_whole_name(word: str, spellings: Iterable[str]) -> bool:
    return any(_joined(word) == _joined(spelling) for spelling in spellings if len(spelling.split()) > 1)


def _is_called(word: str, spellings: Iterable[str]) -> bool:
    """By a spelling the sources have of them, or by one part of the name."""
    return len(word) >= _SHORTEST_FAMILY and any(
        _joined(word) == _joined(spelling) or word in spelling.split() for spelling in spellings
    )


def _is_initial(word: str, spellings: Iterable[str]) -> bool:
    return len(word) == 1 and not word.isascii() and any(spelling.startswith(word) for spelling in spellings)


def _joined(words: str) -> str:
    return re.sub(r"[\s　]+", "", words).casefold()
