"""Who is printed in the labelled notes (`datasets/labelled_notes/people`), and which words of a note are their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from agent.people.bodies import body_pattern
from agent.people.fold import fold
from agent.people.labels import is_post
from evals.labelled_notes import Note

_HELD = re.compile(r"(?:さん|様|さま|氏|先生|殿|くん|君)\Z")
_NOBODY = re.compile(
    r"(?:会|会議|部|課|室|局|係|部門|先生|の方|方|人|士|者|長|社|夫人|奥様|奥さん|奥方|委員|秘書|購買|総務|経理|法務|監査|財務|労組|組合|専務|常務|部下|先代|番頭|女将|親方)\Z"
)
"""Endings of what is printed in place of a name: posts, bodies, units, relatives."""


@dataclass(frozen=True)
class Printed:
    """The names one note prints, folded: family names of Japanese, whole names of English people."""

    theirs: frozenset[str]
    others: frozenset[str]


def names_printed(read: Mapping[str, Any], note: Note) -> Printed:
    """Names of the customer's people and of everybody else; titles and bodies are left out."""
    theirs = [person["name"] for person in read["people"]]
    return printed_names(theirs, [*(read.get("outsiders") or []), *(note.get("ours") or [])], note["lang"])


def printed_names(theirs: Iterable[str], others: Iterable[str], language: str) -> Printed:
    """The same of lists of names."""
    name_of = family_of if language == "ja" else whole_name
    held = {name_of(name) for name in theirs} - {""}
    return Printed(frozenset(held), frozenset({name_of(name) for name in others} - held - {""}))


def family_of(printed: str) -> str:
    """The family name of a Japanese name as printed; "" for a title, a body or a unit."""
    name = re.sub(r"[(（].*", "", fold(printed)).strip()
    name = re.split(r"[ 　・]", _HELD.sub("", name))[0]
    nobody = is_post(name) or body_pattern().fullmatch(name) or (_NOBODY.search(name) and len(name) > 1)
    return "" if nobody or "の" in name[1:-1] else name


def whole_name(printed: str) -> str:
    """An English name as printed, without brackets."""
    return re.sub(r"\s*[(（].*", "", fold(printed)).strip()
