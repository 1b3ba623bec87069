"""Names in Latin letters: joined to kanji names by reading, to one another by their words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agent.people.names import family_keys, given_keys
from agent.people.romaji import kana_key, latin_key
from agent.people.short_names import may_be_one_name
from agent.people.types import Form, Mention, Merge, Person, Side

if TYPE_CHECKING:
    from agent.people.identity import Identity


def words_of(mention: Mention) -> tuple[str, ...]:
    """Lower-case words of a Latin name in the order written."""
    return tuple(w.strip(".,").casefold() for w in f"{mention.given or ''} {mention.family or ''}".split())


def merge_latin(identity: Identity, latin: list[Mention]) -> None:
    """Attach Latin mentions: longest names first, so that first names find their owner."""
    for mention in sorted(latin, key=lambda m: (-len(words_of(m)), m.doc, m.start)):
        _attach(identity, mention)


def merge_kana(identity: Identity) -> None:
    """A name written in kana only joins the one kanji name that is read so (ツジハタ and 辻端)."""
    for person in [p for p in identity.persons if p.mentions and not p.latin and kana_key(p.family or "")]:
        key = kana_key(person.family or "")
        fitting = [
            p
            for p in identity.persons
            if p is not person and p.mentions and not p.latin and key in family_keys(p.family or "")
            and all(_compatible(m, p) for m in person.mentions)
        ]  # fmt: skip
        if not fitting:
            continue
        first = person.mentions[0]
        doubtful = len(fitting) > 1
        identity.merges.append(
            Merge(
                identity.persons.index(fitting[0]),
                first.surface,
                fitting[0].name,
                "reading",
                doubtful,
                first.doc,
                first.start,
                first.end,
            )
        )
        if not doubtful:
            fitting[0].mentions += person.mentions
            person.mentions = []


def _attach(identity: Identity, mention: Mention) -> None:
    words = words_of(mention)
    kanji = [p for p in identity.persons if not p.latin and p.mentions and _reads_as(p, words)]
    kanji = [p for p in kanji if _compatible(mention, p)]
    if kanji:
        best = [p for p in kanji if p.given] if len(words) > 1 and any(p.given for p in kanji) else kanji
        doubtful = len(best) > 1 or (len(words) == 1 and len(kanji) > 1)
        merge = Merge(
            identity.persons.index(best[0]), mention.surface, best[0].name, "reading", doubtful, mention.doc, mention.start, mention.end
        )  # fmt: skip
        if not any(m.spelling == merge.spelling and m.person == merge.person for m in identity.merges):
            identity.merges.append(merge)
        (identity.open_mentions if doubtful else best[0].mentions).append(mention)
        return
    fitting = [p for p in identity.persons if p.latin and _same_words(p, words) and _compatible(mention, p)]
    if not fitting and len(words) == 1 and len(words[0]) >= LEAST_SHORT:
        fitting = [
            p
            for p in identity.persons
            if p.latin and _short_of(p, mention, words[0]) and _compatible(mention, p)
        ]
        fitting = fitting or [
            p
            for p in identity.persons
            if p.latin and _short_of(p, mention, words[0], anywhere=True) and _compatible(mention, p)
        ]
        fitting = fitting if len(fitting) == 1 else []
    if not fitting and len(words) == 1 and mention.surface.isupper() and len(mention.surface) in (2, 3):
        fitting = [
            p for p in identity.persons if p.latin and _has_initials(p, words[0]) and _compatible(mention, p)
        ]
        fitting = fitting if len(fitting) == 1 else []
    exact = [p for p in fitting if any(set(words_of(m)) == set(words) for m in p.mentions)]
    fitting = exact or fitting
    if len(fitting) == 1:
        fitting[0].mentions.append(mention)
        return
    if len(fitting) > 1:
        here = [p for p in fitting if any(m.doc == mention.doc for m in p.mentions)]
        if len(here) == 1:
            here[0].mentions.append(mention)
        else:
            identity.open_mentions.append(mention)
            identity.merges.append(
                Merge(
                    identity.persons.index(fitting[0]),
                    mention.surface,
                    fitting[0].name,
                    "same_family",
                    True,
                    mention.doc,
                    mention.start,
                    mention.end,
                )
            )
        return
    person = identity.new_person(mention, mention.given)
    person.mentions.append(mention)


LEAST_SHORT = 3
"""Letters from which the beginning of a first name may stand for it (Al for Alistair is too short, Alis for it is not)."""


def _short_of(person: Person, mention: Mention, word: str, anywhere: bool = False) -> bool:
    """The word begins the person's first name or is a short form of it, and the person is named in the same document,
    or `anywhere`."""
    return any(
        (anywhere or m.doc == mention.doc)
        and m.given is not None
        and (m.given.split()[0].casefold().startswith(word) or may_be_one_name(m.given.split()[0], word))
        for m in person.mentions
    )


def _has_initials(person: Person, letters: str) -> bool:
    """The letters are the first ones of the person's full name ("LB", "JHB" with a double first name)."""
    if not person.given or not person.family:
        return False
    whole = f"{person.given} {person.family}".casefold()
    return any("".join(w[0] for w in re.split(cut, whole) if w) == letters for cut in (r" ", r"[ -]"))


def _reads_as(person: Person, words: tuple[str, ...]) -> bool:
    keys = family_keys(person.family or "")
    found = [latin_key(w) for w in words]
    if len(found) == 1:
        return found[0] in keys
    if len(found) != 2:
        return False
    given = given_keys(person.given) if person.given else None
    for family, first in ((found[1], found[0]), (found[0], found[1])):
        if family in keys and (
            given is None
            or not given
            or first in given
            or (len(first) == 1 and any(g.startswith(first) for g in given))
        ):
            return True
    return False


def _same_words(person: Person, words: tuple[str, ...]) -> bool:
    """All words of the shorter name are in the longer one, initials counting for words beside a word in common: a
    first name alone is not the initial of another's family name.
    """
    for mention in person.mentions:
        known = words_of(mention)
        if "".join(words) in _runs(known) or "".join(known) in _runs(words):
            return True
        if len(words) == len(known) > 1 and words[1:] == known[1:] and may_be_one_name(words[0], known[0]):
            return True
        short, long = sorted((words, known), key=len)
        if short and all(
            any(
                w == k
                or (len(w) == 1 and k.startswith(w))
                or (len(k) == 1 and len(short) > 1 and w.startswith(k))
                for k in long
            )
            for w in short
        ):
            return True
    return False


def _runs(words: tuple[str, ...]) -> set[str]:
    """Two or more neighbouring words written as one: "kokwei" for Kok Wei."""
    return {"".join(words[i:j]) for i in range(len(words)) for j in range(i + 2, len(words) + 1)}


def _compatible(mention: Mention, person: Person) -> bool:
    sides = {m.side for m in person.mentions} - {Side.UNKNOWN}
    if mention.form is Form.TABLE and mention.side is Side.CUSTOMER and sides == {Side.THIRD}:
        return True  # the column of a log names whomever we met
    return mention.side is Side.UNKNOWN or not sides or mention.side in sides
