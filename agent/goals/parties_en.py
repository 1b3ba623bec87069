"""Who a short English phrase names: a person, one role, a team, or nobody.

Judged by its words: titles (registrar, VP), nouns of departments (Learning Tech), heads of groups (Growth pod),
and what is left when those are taken away. A capitalised word no list knows is a name.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from agent.calendar.patterns import regex
from agent.goals.party_words_en import (
    LEVEL,
    LINKS,
    departments,
    is_given_name,
    is_known,
    is_maker,
    name_places,
    proper,
    team_ends,
    titles,
)
from agent.goals.verbs_en import verb_lists
from agent.goals.words import alternation, word_set

Party = Literal["person", "role", "team"]

_DETERMINER = regex(
    r"^(?:the|our|your|their|a|an|its|each|one|customer'?s?|client'?s?|vendor'?s?|trust's|group's|company's) (?=\S)",
    re.I,
)
_WORD = regex(r"[A-Za-zÀ-ÿ][\wÀ-ÿ&'’.-]*")
_BOTH = regex(
    r"(?:both|the two|all) (?:parties|sides|companies|organisations|organizations|firms|partners|teams)|(?:customer|client) and vendor|vendor and (?:customer|client)",
    re.I,
)
_PLURAL = regex(
    r"^(?:all|each|every|both|various|respective|two|three|the two|everyone)(?: |$)|^(?:we|us|everybody)$",
    re.I,
)
_NOBODY = regex(
    r"(?:tbd|tbc|tba|none|n/a|open|unassigned|nobody|no one|unknown|pending|approvers?|reviewers?|verdict|recipients?|audience|attendees|participants|sign-off|approval|asap|fyi|eod|eow|eom|urgent|wip|todo|to be .*|[-?]+)",
    re.I,
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
_QUALITY = regex(
    r"(?:er|ed|ful|ive|ous|ent|ant|able|less|[a-z]{2}[^t]y|-(?:proof|savvy|class|led|driven|first|minded|ready|facing|centric|oriented|grade|like))$"
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
def _carrying() -> re.Pattern[str]:
    """… on the hook, … to lead it: says that the words before it are the owner's."""
    return regex(rf",? (?:(?:is|are|will be|shall be) )?{alternation(verb_lists()['carriers_after'])}$", re.I)


_JOINTLY = regex(r",? (?:jointly|together|both|each|in tandem)$")
_NAME_FROM = regex(r"^([A-Z][a-z]+(?: [A-Z][a-z]+)?) from (?:the|our) .*$")
_NAME_OF_PLACE = regex(r"^(\S+(?: \S+)?) (?:from|in|of|at) (?=[A-Z][\w&]*(?: [A-Z]\w*)?$)(.*)$")
_BRACKETED = regex(r"\(([^()]*)\)")
_SOMEBODYS_TEAM = regex(r"(?:[A-Z]{2,4}|[A-Za-z]+(?: [a-z]+)?)'s? (?:office|team|group|department|staff)")
_NUMBERED_PLACE = regex(rf"(?:{'|'.join(_PLACES)}) \d{{1,3}}", re.I)
_CAPITALS = regex(r"[A-Z]{3,} [A-Z]{4,}")


_CHIEF_OFFICER = regex(r"C[A-Z]{1,4}O")
"""CMIO, CISO, CHRO."""
_TELLS_OF = regex(r"[a-z] (?:from|about|into|against|between|among|as|like) [a-z]")
"""notes from the pilot branch: the group is not what the words are of."""


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
    if who.lower() in proper("measures"):
        return None  # NPS
    if _NAME_OF_PLACE.match(who) and not _title_first(who):
        who = _NAME_OF_PLACE.sub(r"\1 (\2)", who)
    if _TELLS_OF.search(who):
        return None
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
    kinds: list[Party | None] = [
        "team" if part.strip().lower() in ("us", "we", "you") else _one(part.strip(), labelled)
        for part in parts
    ]
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
    of_customers = whose is not None and whose.group().rstrip().lower() in ("customer", "client", "vendor")
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
    if " " in who and who.lower() in titles():
        return "role"  # Chief of Staff
    head = _head(who)
    names = name_places(tokens, bool(civil))
    unknown = [
        token for token in tokens if token[0].islower() and token.lower() not in LINKS and not is_known(token)
    ]
    if civil and names:
        return "person"
    if head in ("team", "plural") and any(_QUALITY.search(token) for token in unknown if token != tokens[-1]):
        return None  # happier staff
    if head == "team" and tokens[0].lower() in ("head", "vp", "director", "chief") and len(tokens) > 1:
        return "role"  # Head of FinCrime Ops
    if head == "team":
        return "team"
    if _CAPITALS.fullmatch(who) and not any(is_known(token) for token in tokens):
        return "person"
    title_at = _title_at(tokens)
    if title_at is not None:
        return _titled(tokens, title_at, names, unknown)
    if head == "plural":
        return "team"
    if unknown:
        return None
    if names and len(names) == len(tokens):
        if of_customers and not is_given_name(tokens[0]):
            return "team"  # Client Lifecycle
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
    known_rest = all(is_known(token) or token[0].isupper() for token in rest)
    if len(unknown) > 2 or (rest and not linked and not known_rest):
        return None
    return "role"


def _title_at(tokens: list[str]) -> int | None:
    """Where the title stands: the last title word, ranks (deputy MLRO, chief people officer) included."""
    lows = [token.lower().strip(".") for token in tokens]
    found = [
        at
        for at, low in enumerate(lows)
        if low in titles()
        or (at and f"{lows[at - 1]} {low}" in titles())
        or (tokens[at].islower() and is_maker(low))
        or _CHIEF_OFFICER.fullmatch(tokens[at])
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
    if tokens[-1] in team_ends() or " ".join(tokens[-2:]) in team_ends():
        return "team"
    last = tokens[-1]
    singular = last[:-1] if last.endswith("s") else ""
    if singular in team_ends():
        return "team"
    return (
        "plural"
        if singular in titles()
        or (singular and is_maker(singular))
        or last in ("staff", "heads", "chiefs", "people")
        else None
    )


def _is_department(tokens: list[str], labelled: bool) -> bool:
    lows = [token.lower() for token in tokens]
    if len(tokens) > 1 and any(low in ("sap", "oracle", "ms", "sfdc", "power", "google") for low in lows):
        return False
    if not all(
        low in LINKS or is_known(token) or token.isupper() for low, token in zip(lows, tokens, strict=True)
    ):
        named = [low in departments() for low in lows]
        return len(tokens) > 1 and named[-1] and all(token[0].isupper() for token in tokens)
    if LEVEL.fullmatch(tokens[0]) and lows[-1] in departments():
        return True
    if not any(low in departments() for low in lows) and not all(token[0].isupper() for token in tokens):
        return False
    capital = all(token[0].isupper() or token.lower() in LINKS for token in tokens)
    if labelled:
        return True
    unclear = " ".join(lows) in word_set("en", "owner", "team_alone_unclear")
    lower = (
        len(tokens) > 1
        and lows[-1] in word_set("en", "owner", "department_heads")
        and (
            lows[0] in departments()
            or (tokens[0].isupper() and lows[-1] not in word_set("en", "method", "sources"))
        )
    )
    return (
        lower
        or (capital and not (tokens[0].isupper() and len(tokens) == 1 and unclear))
        or (" ".join(lows) in word_set("en", "owner", "team_names") and not unclear)
    )
