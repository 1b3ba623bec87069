"""Names read too long or too short because nothing stands between them and a department, a title or a company.

「矢田部製造部長」 is 矢田部, head of 製造; 「戸副主任」 is 戸副 where the sources know a 戸副; 「並木藻岩理事長」 is 並木 of 藻岩.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.people.labels import is_post
from agent.people.lexicon import table
from agent.people.names import is_family, is_given
from agent.people.parties import Parties
from agent.people.types import Form, Mention, Phrase
from connectors.interface import Span

LEAST = 2
"""Characters of the shortest family name something is cut from."""
_SHOWN = frozenset({Form.ATTENDEE, Form.TABLE, Form.NOTICE, Form.SIGNATURE, Form.SENDER, Form.SPEAKER})
"""Forms that show where a name ends."""


def set_apart(mentions: Sequence[Mention], parties: Parties) -> None:
    """Corrects family name, given name, title and department of the mentions of one reading in place."""
    whole = {
        m.family for m in mentions if m.family and (m.given or (m.form in _SHOWN and is_family(m.family)))
    }
    shown = {m.family for m in mentions if m.family and m.form in _SHOWN and not m.latin}
    for mention in mentions:
        if not mention.family or mention.latin:
            continue
        if mention.given:
            _cut_company(mention, parties)
        elif mention.title is not None and not _take_from_title(mention, shown):
            _cut_department(mention, whole)


def _cut_department(mention: Mention, known: set[str]) -> None:
    """A name that is a family name as it stands is left alone, and so is one whose rest is none."""
    family = mention.family or ""
    if is_family(family):
        return
    for word in sorted(table("departments")["bare"], key=len, reverse=True):
        rest = family.removesuffix(word)
        if rest == family or len(rest) < LEAST or not mention.surface.endswith(word):
            continue
        if not (is_family(rest) or rest in known):
            continue
        mention.family, mention.surface = rest, mention.surface.removesuffix(word)
        mention.end -= len(word)
        if mention.department is None:
            mention.department = Phrase(word, mention.end, mention.end + len(word))
        return


def _take_from_title(mention: Mention, shown: set[str]) -> bool:
    """The title's first character is the name's last: a list or table has the longer name, and a title is left."""
    title = mention.title
    if title is None or title.start != mention.end or len(title.text) <= LEAST:
        return False
    longer, rest = f"{mention.family}{title.text[0]}", title.text[1:]
    if longer not in shown or not is_post(rest):
        return False
    mention.family, mention.surface = longer, f"{mention.surface}{title.text[0]}"
    mention.end += 1
    mention.title = Phrase(rest, title.start + 1, title.end)
    return True


def _cut_company(mention: Mention, parties: Parties) -> None:
    given = mention.given or ""
    if _is_a_task_of_ours(mention, parties):
        mention.given, mention.surface = None, re.split(r"[ 　]", mention.surface)[0]
        mention.end = mention.start + len(mention.surface)
        mention.outer, mention.honorific, mention.title = Span(mention.start, mention.end), "", None
        return
    if len(given) < LEAST or not parties.is_company(given) or re.search(r"[ 　]", mention.surface):
        return
    if mention.surface.endswith(given) and is_family(mention.family or ""):
        mention.given, mention.surface = None, mention.surface.removesuffix(given)
        mention.end -= len(given)
        mention.org = mention.org or given


def _is_a_task_of_ours(mention: Mention, parties: Parties) -> bool:
    """ "橘 みなと橋様の様式を作る": the family name of one of ours, who is called otherwise, before their task."""
    given = mention.given or ""
    others = {words[1] for words in parties.our_names if len(words) > 1 and words[0] == mention.family}
    return (
        bool(others)
        and given not in others
        and len(given) > 1
        and not is_given(given)
        and bool(re.search(r"[ 　]", mention.surface))
    )
