"""What SudachiPy's dictionary knows of words in Latin letters: everyday English, and names of people."""

from __future__ import annotations

import re
from functools import lru_cache

from agent.people.lexicon import table
from agent.people.names import is_common, is_family, is_given

LEAST_PLURAL = 6
"""Letters from which a plural is looked up as its singular too: Brooks and Woods stay names."""


@lru_cache(maxsize=20_000)
def is_known_person(word: str) -> bool:
    """True for a word the dictionary lists as somebody's name ("David")."""
    small = word.casefold()
    return is_family(small) or is_given(small)


@lru_cache(maxsize=20_000)
def is_everyday(word: str) -> bool:
    """True for a word of everyday English that the dictionary does not list as a name ("Parking", "Invoices")."""
    small = word.casefold().strip(".,'’")
    return not is_known_person(small) and any(is_common(form) for form in _forms(small))


def _forms(word: str) -> list[str]:
    forms = [word]
    if len(word) >= LEAST_PLURAL and word.endswith("s"):
        forms += [word[:-1]]
        if word.endswith("ies"):
            forms.append(word[:-3] + "y")
        elif word.endswith("es"):
            forms.append(word[:-2])
    return forms


def is_house(name: str) -> bool:
    """True for several words that end in a line of business: "Fennel Packaging", "Tern Ferries" are no people."""
    words = name.split()
    last = words[-1].casefold() if words else ""
    return len(words) > 1 and (last in _trades() or is_everyday(last))


_RUN = re.compile(r"(?<![A-Za-z])[A-Z][a-zà-ÿ'’-]+(?: [A-Z][a-zà-ÿ'’-]+){1,3}")


def house_stems(text: str) -> set[str]:
    """What stands before the line of business in the names of companies: "Fennel" of "Fennel Packaging"."""
    return {
        run[0].rpartition(" ")[0]
        for run in _RUN.finditer(text)
        if run[0].split()[-1].casefold() in _trades()
        and not is_known_person(run[0].split()[0])
        and not is_everyday(run[0].split()[0])
    }


@lru_cache(maxsize=1)
def _trades() -> frozenset[str]:
    return frozenset(table("english_contexts")["trades"])
