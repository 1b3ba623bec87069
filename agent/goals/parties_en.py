"""Who a short English phrase names: a person, one role, a team, or nobody.

Judged by its words: titles (registrar, VP), nouns of departments (Learning Tech), heads of groups (Growth pod),
and what is left when those are taken away. A capitalised word no list knows is a name.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from agent.calendar.patterns import regex
from agent.goals.verbs_en import verb_lists
from agent.goals.words import alternation, tables, word_set, words

Party = Literal["person", "role", "team"]

_DETERMINER = regex(
    r"^(?:the|our|your|their|a|an|its|each|one|customer'?s?|client'?s?|vendor'?s?|trust's|group's|company's) (?=\S)",
    re.I,
)
_WORD = regex(r"[A-Za-zÀ-ÿ][\wÀ-ÿ&'’.-]*")
_NAME_SHAPE = regex(
    r"(?:[A-Z]\.|(?:[A-Z]\.)?(?:[A-Z]['’])?(?:Mc|Mac|De|Di|Van)?[A-ZÀ-Þ][a-zà-ÿ]+(?:['’][A-Z]?[a-zà-ÿ]+|-[A-Z][a-zà-ÿ]+)*\.?)$"
)
_BOTH = regex(
    r"(?:both|the two|all) (?:parties|sides|companies|organisations|organizations|firms|partners|teams)|(?:customer|client) and vendor|vendor and (?:customer|client)",
    re.I,
)
_PLURAL = regex(
    r"^(?:all|each|every|both|various|respective|two|three|the two|everyone)(?: |$)|^(?:we|us|everybody)$",
    re.I,
)
_NOBODY = regex(
    r"(?:tbd|tbc|tba|none|n/a|open|unassigned|nobody|no one|unknown|pending|to be .*|[-?]+)", re.I
)
_JOINED = regex(
    r" (?:and|&|plus|together with|jointly with|\+) |(?<=[a-z])\+(?=[a-z])|, (?:and )?(?=our |the )", re.I
)
_SOMEBODY = regex(
    r"(?:some(?:one|body)|any(?:one|body)|a (?:colleague|member|volunteer|person)|one of (?:the|our)|one) (?:of|from) (?=[A-Za-z])",
    re.I,
)
"""Someone from IT: whoever of them."""
_WITH = regex(r" (?:with|supported by|backed by|for|on behalf of|alongside) (?!\d).*$", re.I)
_PLACES = (
    "ward",
    "store",
    "plant",
    "depot",
    "site",
    "line",
    "shift",
    "branch",
    "region",
    "zone",
    "district",
    "unit",
    "floor",
    "dc",
    "warehouse",
)
_MAKER = regex(
    r"(?:keeper|master|ician|ologist|smith|wright|grapher|monger|holder|worker|driver|maker|nurse|[a-z]{3,}[nmgctropd]ist)$"
)
"""Endings of trades and offices: quartermaster, bookkeeper, technician."""
_QUALITY = regex(r"(?:er|ed|ful|ive|ous|ent|ant|able|less)$")
_LINKS = frozenset(["of", "for", "and", "the", "our", "your", "their", "at", "in", "to", "a"])
_RANKS = frozenset(
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
_PARTICLE = regex(
    r"(?<=[a-zà-ÿ.] )(?:(?:de|van|von)(?: (?:la|los|der|den|de))?|del|della|di|da|dos|der|den|ter|ten|el|al|bin|ibn|le|la) (?=[A-Z])"
)
"""Sanne de Boer, Piet van der Berg."""
_NOT_A_GROUP = regex(
    r"(?:the |our )?(?:pilot|control|test|focus|peer|age|product|user|target|customer|comparison|reference|kanban|jira|scrum|trello|miro|task|story|vision|leader|score) ?(?:groups?|boards?)",
    re.I,
)
"""Who or what is looked at, and boards that hang on a wall."""
_CIVIL = regex(
    r"^(?:Mr|Ms|Mrs|Miss|Mx|Mdm|Madam|Dr|Prof|Professor|Sir|Dame|Sister|Father|Fr|Rev|Revd|Rabbi|Imam|Capt|Captain|Col|Maj|Lt|Sgt|Cdr|Insp|Cllr|Judge|Herr|Frau|Mme|Madame|Monsieur|Sig|Signora|Sra|Señor|Señora|Ing|Eng|Dipl|Dott|Pan|Pani|Datuk|Dato|Tan Sri|Puan|Encik|Smt|Shri)\.? (?=[A-ZÀ-Þ])"
)
_TIME = regex(
    r"(?:the )?(?:end of |start of )?(?:Q[1-4]|[1-4]Q|H[12]|FY ?'?\d*|CY ?\d*|YE|FYE|EO[MQY])", re.I
)


@cache
def _titles() -> frozenset[str]:
    return frozenset(words("en", "owner", "titles"))


@cache
def _departments() -> frozenset[str]:
    single = [word for name in words("en", "owner", "team_names") for word in name.split()]
    return frozenset(words("en", "owner", "departments")) | frozenset(single)


@cache
def _team_ends() -> frozenset[str]:
    return frozenset(words("en", "owner", "team_ends"))


@cache
def _carrying() -> re.Pattern[str]:
    """… on the hook, … to lead it: says that the words before it are the owner's."""
    return regex(rf",? (?:(?:is|are|will be|shall be) )?{alternation(verb_lists()['carriers_after'])}$", re.I)


@cache
def _proper(name: str) -> frozenset[str]:
    """places, software or given names of data/names_en.toml."""
    text = files("agent.goals").joinpath("data", "names_en.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[name])


def is_department_word(word: str) -> bool:
    """A word of the lists of departments, or an abbreviation: Payroll, IT; not Availability."""
    low = word.lower()
    return (
        low in _departments()
        or low in word_set("en", "owner", "department_heads")
        or low.removesuffix("s") in _titles()
        or (word.isupper() and len(word) <= 5)
    )


def is_given_name(word: str) -> bool:
    """A given name of the list."""
    return word.lower() in _proper("given")


@cache
def _vocabulary() -> frozenset[str]:
    """Every word any list knows, other than names that are words too: none of them is a person's name."""
    known: set[str] = set()
    for lists in tables("en").values():
        for name, entries in lists.items():
            if name != "name_words":
                known.update(word for entry in entries for word in entry.lower().split())
    return frozenset(known)


_JOINTLY = regex(r",? (?:jointly|together|both|in tandem)$")
_NAME_FROM = regex(r"^([A-Z][a-z]+(?: [A-Z][a-z]+)?) from (?:the|our) .*$")
_NAME_OF_PLACE = regex(r"^(\S+(?: \S+)?) (?:from|in|of|at) (?=[A-Z][\w&]*(?: [A-Z]\w*)?$)(.*)$")
_BRACKETED = regex(r"\(([^()]*)\)")
_SOMEBODYS_TEAM = regex(r"(?:[A-Z]{2,4}|[A-Za-z]+(?: [a-z]+)?)'s? (?:office|team|group|department|staff)")
_NUMBERED_PLACE = regex(rf"(?:{'|'.join(_PLACES)}) \d{{1,3}}", re.I)
_CAPITALS = regex(r"[A-Z]{3,} [A-Z]{4,}")
_LEVEL = regex(r"[LT]\d")
_INITIAL = regex(r"[A-Z]\.")
_LATER_INITIAL = regex(r"[A-Z]\.?")


@lru_cache(maxsize=2048)
def party_of(phrase: str, labelled: bool = False) -> Party | None:
    """person, role or team for a short phrase; None when it names nobody.

    `labelled` says that the place itself is an owner's (owner: …), so a lone common word may be a team.
    """
    who = _PARTICLE.sub("", phrase)
    who = _carrying().sub("", who.strip(" .,;:-")).strip()
    who = _JOINTLY.sub("", _WITH.sub("", who))
    if _SOMEBODY.match(who) or _BOTH.fullmatch(who):
        return "team"
    who = _NAME_FROM.sub(r"\1", who)
    titled, comma, place_of = who.partition(", ")
    if comma and party_of(titled, labelled) == "role" and party_of(place_of) != "person":
        return "role"  # Site trainer, Penang plant
    if not who or _NOBODY.fullmatch(who) or _TIME.fullmatch(who):
        return None
    if _PLURAL.match(who):
        return "team" if labelled or _PLURAL.fullmatch(who) or _head(who) is not None else None
    if not labelled and " ".join(who.lower().split()) in word_set("en", "method", "sources"):
        return None
    if who.lower() in _proper("measures"):
        return None  # NPS
    if _NAME_OF_PLACE.match(who) and not _title_first(who):
        who = _NAME_OF_PLACE.sub(r"\1 (\2)", who)
    inner = _BRACKETED.search(who)
    if inner:
        outside = party_of(who[: inner.start()] + who[inner.end() :], labelled)
        inside = party_of(inner.group(1), labelled=outside is not None)
        return "person" if "person" in (outside, inside) else outside or inside
    parts = [part for part in _JOINED.split(who) if part and part.strip()]
    if len(parts) > 1:
        return _several(who, parts, labelled)
    return _one(who, labelled)


def _title_first(who: str) -> bool:
    return _title_at(_WORD.findall(_DETERMINER.sub("", who))) is not None


def _several(who: str, parts: list[str], labelled: bool) -> Party | None:
    kinds = [_one(part.strip(), labelled) for part in parts]
    if kinds[-1] == "role" and kinds[0] in ("team", None) and not _DETERMINER.match(parts[-1].strip()):
        return "role"  # sales and marketing director
    if any(kind is None for kind in kinds):
        return _one(who, labelled)
    if all(kind == "person" for kind in kinds):
        return "person"
    return "person" if kinds[0] == "person" else "team"


def _one(who: str, labelled: bool) -> Party | None:
    if _SOMEBODYS_TEAM.fullmatch(who):
        return "team"
    whose = _DETERMINER.match(who)
    labelled = labelled or bool(whose and whose.group().lower() not in ("a ", "an ", "each ", "one ", "the "))
    who = _DETERMINER.sub("", who)
    who, civil = _CIVIL.subn("", who)
    tokens = _WORD.findall(who)
    if not tokens or len(tokens) > 7 or who[:1].isdecimal():
        return None
    if _NUMBERED_PLACE.fullmatch(who):
        return "team"
    if _NOT_A_GROUP.fullmatch(who):
        return None
    if " " in who and who.lower() in _titles():
        return "role"  # Chief of Staff
    head = _head(who)
    names = _names(tokens, bool(civil))
    unknown = [
        token for token in tokens if token[0].islower() and token.lower() not in _LINKS and not _known(token)
    ]
    if civil and names:
        return "person"
    if head in ("team", "plural") and any(_QUALITY.search(token) for token in unknown):
        return None  # happier staff
    if head == "team" and tokens[0].lower() in ("head", "vp", "director", "chief") and len(tokens) > 1:
        return "role"  # Head of FinCrime Ops
    if head == "team":
        return "team"
    if _CAPITALS.fullmatch(who) and not any(_known(token) for token in tokens):
        return "person"
    title_at = _title_at(tokens)
    if title_at is not None:
        return _titled(tokens, title_at, names, unknown)
    if head == "plural":
        return "team"
    if unknown:
        return None
    if names and len(names) == len(tokens):
        return "person" if len(tokens) <= 3 else None
    return "team" if _is_department(tokens, labelled) else None


def _titled(tokens: list[str], at: int, names: list[int], unknown: list[str]) -> Party | None:
    """A title with other words: HR director Lena Vogt is a person, Head of Screening and our CSM are roles."""
    linked = at + 1 < len(tokens) and tokens[at + 1].lower() in ("of", "for")
    if not linked and any(place > at for place in names):
        return "person"
    before = [place for place in names if place < at]
    if len(before) >= 2 and len(before) == at:
        return "person"  # Tom Baker CSM
    rest = tokens[at + 1 :]
    known_rest = all(_known(token) or token[0].isupper() for token in rest)
    if len(unknown) > 2 or (rest and not linked and not known_rest):
        return None
    return "role"


def _title_at(tokens: list[str]) -> int | None:
    """Where the title stands: the last title word, ranks (deputy MLRO, chief people officer) included."""
    lows = [token.lower().strip(".") for token in tokens]
    found = [
        at
        for at, low in enumerate(lows)
        if low in _titles()
        or (at and f"{lows[at - 1]} {low}" in _titles())
        or (tokens[at].islower() and _is_maker(low))
    ]
    if found:
        return found[-1]
    if len(tokens) > 1 and tokens[0].lower() in ("deputy", "acting", "interim", "head", "chief"):
        return 0
    return None


def _head(who: str) -> str | None:
    """team when the phrase ends in a group (pod, division), plural when in several roles (store leaders)."""
    tokens = [token.lower() for token in _WORD.findall(who)]
    if not tokens:
        return None
    if tokens[-1] in _team_ends() or " ".join(tokens[-2:]) in _team_ends():
        return "team"
    last = tokens[-1]
    singular = last[:-1] if last.endswith("s") else ""
    if singular in _team_ends():
        return "team"
    return (
        "plural"
        if singular in _titles()
        or (singular and _is_maker(singular))
        or last in ("staff", "heads", "chiefs", "people")
        else None
    )


def _names(tokens: list[str], civil: bool) -> list[int]:
    """Places of capitalised words that no list knows."""
    found: list[int] = []
    for at, token in enumerate(tokens):
        low = token.lower().strip(".").removesuffix("'s").removesuffix("-san")
        if (_LATER_INITIAL if found else _INITIAL).fullmatch(token) and len(tokens) > 1:
            found.append(at)  # Sam W.
            continue
        if not _NAME_SHAPE.match(token.removesuffix("-san")) or low in _titles():
            continue
        if low in word_set("en", "owner", "name_words"):
            if (
                civil
                or (len(tokens) > 1 and at > 0)
                or (at + 1 < len(tokens) and _NAME_SHAPE.match(tokens[at + 1]))
            ):
                found.append(at)
            continue
        if low in _proper("places") and not (found and found[-1] == at - 1):
            continue
        if (
            low in _vocabulary()
            or low in _proper("software")
            or (_ends_as_department(low) and not _SUFFIX_NAMES.search(low))
        ):
            continue
        found.append(at)
    return found


def _known(token: str) -> bool:
    low = token.lower()
    return (
        low in _departments()
        or low in _titles()
        or low in _RANKS
        or low in _proper("places")
        or _ends_as_department(low)
        or token.endswith(("Ops", "Rel", "Dev"))
        or _LEVEL.fullmatch(token) is not None
    )


@lru_cache(maxsize=8192)
def _is_maker(word: str) -> bool:
    return _MAKER.search(word) is not None


@lru_cache(maxsize=8192)
def _ends_as_department(word: str) -> bool:
    return _DEPARTMENT_ENDS.search(word) is not None


def _is_department(tokens: list[str], labelled: bool) -> bool:
    lows = [token.lower() for token in tokens]
    if len(tokens) > 1 and any(low in ("sap", "oracle", "ms", "sfdc", "power", "google") for low in lows):
        return False
    if not all(
        low in _LINKS or _known(token) or token.isupper() for low, token in zip(lows, tokens, strict=True)
    ):
        named = [low in _departments() for low in lows]
        return len(tokens) > 1 and named[-1] and all(token[0].isupper() for token in tokens)
    if _LEVEL.fullmatch(tokens[0]) and lows[-1] in _departments():
        return True
    if not any(low in _departments() for low in lows) and not all(token[0].isupper() for token in tokens):
        return False
    capital = all(token[0].isupper() or token.lower() in _LINKS for token in tokens)
    if labelled:
        return True
    unclear = " ".join(lows) in word_set("en", "owner", "team_alone_unclear")
    lower = (
        len(tokens) > 1
        and lows[-1] in word_set("en", "owner", "department_heads")
        and (
            lows[0] in _departments()
            or (tokens[0].isupper() and lows[-1] not in word_set("en", "method", "sources"))
        )
    )
    return (
        lower
        or (capital and not (tokens[0].isupper() and len(tokens) == 1 and unclear))
        or (" ".join(lows) in word_set("en", "owner", "team_names") and not unclear)
    )
