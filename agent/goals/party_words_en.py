"""What single English words say of who is meant: a title, a department, a trade, a given name, or a name no list knows."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from agent.calendar.patterns import regex
from agent.goals.words import data, tables, word_set, words

_NAME_SHAPE = regex(
    r"(?:[A-Z]\.|(?:[A-Z]\.)?(?:[A-Z]['’])?(?:Mc|Mac|De|Di|Van)?[A-ZÀ-Þ][a-zà-ÿ]+(?:['’][A-Z]?[a-zà-ÿ]+|-[A-Z][a-zà-ÿ]+)*\.?)$"
)
_MAKER = regex(
    r"(?:keeper|master|ician|ologist|smith|wright|grapher|monger|holder|worker|driver|maker|nurse|[a-z]{3,}[nmgctropd]ist)$"
)
"""Endings of trades and offices: quartermaster, bookkeeper, technician."""
LINKS = frozenset(["of", "for", "and", "the", "our", "your", "their", "at", "in", "to", "a"])
RANKS = frozenset(
    [
        "senior",
        "junior",
        "deputy",
        "acting",
        "interim",
        "assistant",
        "vice",
        "sr",
        "jr",
        "lead",
        "principal",
        "group",
        "global",
        "regional",
        "local",
        "national",
        "site",
        "chief",
        "head",
        "key",
        "executive",
        "ii",
        "iii",
    ]
)
_DEPARTMENT_ENDS = regex(
    r"(?:[a-z]{3,}(?:ions?|ments?|ings?|istics|ability|ology|onomy|istry|ics|urgy|ography|keeping|planning|aking|ware|ware?house))$"
)
_SUFFIX_NAMES = regex(
    r"(?:fleming|browning|harding|manning|king|ming|cushing|jennings|cummings|hastings|rawlings|downing|darling)$"
)
LEVEL = regex(r"[LT]\d")
_NUMBERS = frozenset(
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "hundred",
        "none",
        "oh",
        "ah",
    ]
)
_INITIAL = regex(r"[A-Z]\.")
_LATER_INITIAL = regex(r"[A-Z]\.?")


@cache
def titles() -> frozenset[str]:
    """Posts and trades, in small letters."""
    return frozenset(words("en", "owner", "titles"))


@cache
def departments() -> frozenset[str]:
    """Single words that departments are named with."""
    single = [word for name in words("en", "owner", "team_names") for word in name.split()]
    return frozenset(words("en", "owner", "departments")) | frozenset(single)


@cache
def team_ends() -> frozenset[str]:
    """What the name of a group ends in: pod, desk, task force."""
    return frozenset(words("en", "owner", "team_ends"))


@cache
def proper(name: str) -> frozenset[str]:
    """places, software or given names of data/names_en.toml."""
    return frozenset(data("names_en")[name])


def is_department_word(word: str) -> bool:
    """A word of the lists of departments, or an abbreviation: Payroll, IT; not Availability."""
    low = word.lower()
    return (
        low in departments()
        or low in word_set("en", "owner", "department_heads")
        or low.removesuffix("s") in titles()
        or (word.isupper() and len(word) <= 5)
    )


def is_given_name(word: str) -> bool:
    """A given name of the list."""
    plain = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in plain if letter.isalpha()) in proper("given")


@cache
def _vocabulary() -> frozenset[str]:
    """Every word any list knows, other than names that are words too: none of them is a person's name."""
    known: set[str] = set()
    for lists in tables("en").values():
        for name, entries in lists.items():
            if name != "name_words":
                known.update(word for entry in entries for word in entry.lower().split())
    return frozenset(known)


def name_places(tokens: list[str], civil: bool) -> list[int]:
    """Places of capitalised words that no list knows."""
    found: list[int] = []
    for at, token in enumerate(tokens):
        low = token.lower().strip(".").removesuffix("'s").removesuffix("-san")
        if (_LATER_INITIAL if found else _INITIAL).fullmatch(token) and len(tokens) > 1:
            found.append(at)  # Sam W.
            continue
        if not _NAME_SHAPE.match(token.removesuffix("-san")) or low in titles():
            continue
        if low in word_set("en", "owner", "name_words"):
            if (
                civil
                or (len(tokens) > 1 and at > 0)
                or (at + 1 < len(tokens) and _NAME_SHAPE.match(tokens[at + 1]))
            ):
                found.append(at)
            continue
        if low in proper("places") and not (found and found[-1] == at - 1):
            continue
        if (
            low in _vocabulary()
            or (low.removesuffix("s") in _vocabulary() and not is_given_name(low))
            or low in _NUMBERS
            or low in proper("software")
            or (ends_as_department(low) and not _SUFFIX_NAMES.search(low))
        ):
            continue
        found.append(at)
    return found


def is_known(token: str) -> bool:
    """A word of departments, titles, ranks or places, and so no name."""
    low = token.lower()
    return (
        low in departments()
        or low in titles()
        or low in RANKS
        or low in proper("places")
        or ends_as_department(low)
        or token.endswith(("Ops", "Rel", "Dev"))
        or LEVEL.fullmatch(token) is not None
    )


@lru_cache(maxsize=8192)
def is_maker(word: str) -> bool:
    """A trade by its ending: quartermaster, bookkeeper."""
    return _MAKER.search(word) is not None


@lru_cache(maxsize=8192)
def ends_as_department(word: str) -> bool:
    """A department by its ending: Screening, Logistics."""
    return _DEPARTMENT_ENDS.search(word) is not None
