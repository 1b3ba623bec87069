"""The owner as the subject of a clause in English: The VP Supply Chain lifts …, Ms Kaur puts …, Nursing does …

A clause begins after a stop, a dash or a date. Its subject is what stands before its verb (`verbs_en`); who that is
follows from `parties_en`. A group is only an owner when it acts, and whoever is there (users, staff) never in a goal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from agent.calendar.alternation import alternation
from agent.calendar.patterns import regex
from agent.goals.parties_en import Party, party_of
from agent.goals.party_words_en import is_department_word, is_given_name
from agent.goals.quantities import MASK
from agent.goals.verbs_en import bases, states, third_person, third_persons, verb_lists
from agent.goals.words import compiled, pattern_of, word_set, words

Found = tuple[Party, int, int]
_START = regex(rf"(?:^|[.;:!?)\n] ?|, | [-–—] |[–—] ?|{MASK}+,? )(?=[A-Za-zÀ-ÿ(])")
_TOKEN = regex(r"[A-Za-zÀ-ÿ][\wÀ-ÿ&'’./-]*|\([^()]{1,30}\)|[+&]")
_LONGEST = 9
_MODALS = frozenset(("will", "shall", "must", "should"))
_OBJECT = regex(
    r"(?:the|a|an|our|their|its|his|her|your|all|each|every|both|this|that|these|those|it|them|one|two|three|four|five|six|some|any|no|new|down|up|out|off|in|back|how|what|whether|at least|at most|\d|[$€£¥<>≥≤]|[A-Z]|[a-z]+ly )|$|[,;.]",
)
"""What follows a verb and not a noun: IT loads the …, Payroll runs all …"""
_WORKING = regex(r"(?: (?:team|squad|crew|unit|ops)|(?<![a-z])[A-Z][a-z]{1,5}Ops)$")
"""A group that works on it, when it looks at the figures; a committee only judges."""
_TAKES_SO_LONG = regex(
    r"(?:takes|costs|averages|lasts|runs (?:at|to)|stands at|needs) (?:about |around |only |under |at most )*[$€£¥]?\d"
)
"""Onboarding takes 2 weeks: a process."""
_LOOKS = compiled(tuple(words("en", "owner", "looking_verbs")), "en")
_AFTER_A_NOUN = regex(
    r"(?:(?:under|over|at|below|above|within|per|down|up(?! the| a)|from|right|in|by|to|of|for|with|on|as|are|is|must|should|will|and|or)(?![a-z])|[:;,.(<>≤≥=-]|$|\d+(?:[.,]\d+)? ?%)"
)
"""Warranty returns under 1.5 %: what follows a noun, not the verb of a name."""
_IS_MOVED = regex(r"(?:down|up|lower|higher) (?:by|to|from|at|\d)")
"""Inbound billing calls down by 2,500: a noun that moves, not the verb of a group."""
_VERB_SHAPE = regex(r"[a-z]{2,}[^s\W]s")
_LOWER_WORD = regex(r"[a-z]+")
_IN_BRACKETS = regex(r"\([^()]*\)")
_UNFINISHED = regex(r"(?: and| or|&|\+)$")
_POSTS = frozenset(("head", "lead", "chief", "chair", "host", "guard", "coach", "champion"))
_ONE_GROUP = frozenset(("team", "squad", "crew", "office", "desk", "department", "unit"))
_AMOUNT = regex(
    r"(?<![a-z])(?:all|half|most|many|some|every|each|at least|more|few|several|\d+|(?:thirds|quarters|half|halves|tenths|percent|share|part|majority|rest|bulk) of)(?![a-z])",
    re.I,
)
_DETERMINED = regex(r"^(?:the|our|their|your|all|its) ", re.I)
_BOTH_SIDES = regex(r"(?:both|the two|the three|all three|all four) (?:companies|sides|parties|firms|teams|organisations|organizations|partners|departments|boards)$", re.I)  # fmt: skip
_PLACE = regex(
    r"(?:the|our|each|every) (?:[a-z-]+ ){0,2}(?:depot|plant|ward|branch|store|school|library|clinic|terminal|warehouse|mill|mine|yard|kitchen|site|hotel|port|airport|station|factory|workshop|brewery|bakery|dairy|quarry|refinery|foundry|smelter|laundry|nursery|surgery|hospital|hub|museum|theatre|lab|harbour|bureau|academy|registry|treasury)$",
    re.I,
)
"""the tram depot labels …: a place that acts."""
_HELD = frozenset(("have", "want", "see", "expect", "need"))
"""States that say what somebody is to have or wants to reach."""
_INFINITIVE = regex(
    r"(?!the|a|an|our|all|be)(?:[a-z]+ly )?[a-z]{2,}(?<!s)(?<!ed)(?<!ing) (?:down|up|over|out|in|off|through|away|together|back|the|a|an|our|its|their|all|every|each) "
)
"""to nail down the …, to truly own its …: a verb, whether listed or not."""
_NO_VERB = regex(
    r"the|a|an|our|their|its|his|her|your|all|each|every|both|this|that|these|those|it|them|one|zero|no|under|over|at|about|[a-z]*ly"
)
_GROUP = compiled(tuple(words("en", "owner", "team_ends")), "en")


@cache
def _leads() -> re.Pattern[str]:
    return regex(rf"(?:{alternation(verb_lists()['leads'])}) ", re.I)


@cache
def _takes_on() -> re.Pattern[str]:
    return regex(rf"{alternation(verb_lists()['takes_on'])}(?![a-z])", re.I)


@cache
def _words(name: str) -> frozenset[str]:
    """A list of data/verbs_en.toml: rather_nouns are plain verbs that are more often nouns."""
    return frozenset(verb_lists()[name])


@lru_cache(maxsize=64)
def subjects_en(text: str, is_goal: bool) -> tuple[Found, ...]:
    """Subjects that are a person, one role or a team; `text` is folded with its dates masked.

    Remembered for a while: the readers of owner and output ask for the same text.
    """
    return tuple(_subjects(text, is_goal))


def _subjects(text: str, is_goal: bool) -> Iterator[Found]:
    for match in _START.finditer(text):
        place = match.end()
        lead = _leads().match(text, place)
        found = _subject_at(text, lead.end() if lead else place, is_goal)
        if found is not None:
            yield found


def _subject_at(text: str, start: int, is_goal: bool) -> Found | None:
    end, last = start, ""
    for at in range(_LONGEST):
        token = _TOKEN.match(text, end + (at > 0 and text[end : end + 1] == " "))
        if token is None or (at and text[end : end + 1] not in (" ", "/")):
            if at and text.startswith(", ", end) and last and not last[0].islower():
                end += 1
                continue
            if at and text.startswith(", ", end) and party_of(text[start:end]) == "role":
                end += 1
                continue
            return None
        word = token.group()
        if at and word.islower():
            kind = _acts(text, start, end, token, is_goal)
            if kind is not None:
                return kind, start, end
            if word in _words("ends_subject"):
                return None
        end, last = token.end(), word
    return None


def _acts(text: str, start: int, end: int, verb: re.Match[str], is_goal: bool) -> Party | None:
    """Who the words are when the verb after them is theirs."""
    who, word, after = text[start:end].strip(" ,"), verb.group(), text[verb.end() :].lstrip(" ")
    if word in _words("between"):
        return None
    if _TAKES_SO_LONG.match(text, verb.start()):
        return None
    taken = _takes_on().match(text, verb.start())
    base = third_persons().get(word)
    following = _LOWER_WORD.match(after)
    infinitive = word == "to" and following is not None and not _NO_VERB.fullmatch(following.group())
    surely_infinitive = word == "to" and _INFINITIVE.match(after) is not None
    infinitive = infinitive or surely_infinitive
    modal = word in _MODALS and following is not None
    plural = word in bases() and word not in _words("rather_nouns")
    if not (taken or base or infinitive or modal or plural):
        return "person" if _VERB_SHAPE.fullmatch(word) and _surely_named(who, after) else None
    if _UNFINISHED.search(who) or (
        _is_order(who) and start == 0 and not (base and who.split()[-1].lower() in _ONE_GROUP)
    ):
        return None
    opens = start == 0 and who[:1].isupper() and " " not in who
    kind = party_of(who, labelled=not opens and (who[:1].isupper() or who.startswith(("the ", "our "))))
    surely = (
        modal
        or taken is not None
        or surely_infinitive
        or (infinitive and following is not None and following.group() in bases())
    )
    if (
        kind is None
        and opens
        and is_department_word(who)
        and (surely or (base and _OBJECT.match(after) and base not in states()))
    ):
        kind = party_of(who, labelled=True)
    if (
        kind is None
        and not is_goal
        and base
        and base not in states()
        and _PLACE.match(who)
        and _OBJECT.match(after)
    ):
        kind = "team"
    if kind is None or (kind == "team" and opens and not is_department_word(who)):
        return None
    if infinitive and kind == "team" and not surely:
        return None
    if base in _POSTS and following is not None and following.group() in bases() and not _OBJECT.match(after):
        return None  # Branch heads quote our figures
    if kind == "team" and _DETERMINED.sub("", who).lower() in _words("pronouns") and not who.endswith("IT"):
        return None
    holds = word in ("has", "have") and re.search(r"\d", after[:60]) is not None and who[0].isupper()
    if kind == "team" and re.search(
        r"(?:thirds|quarters|half|halves|tenths|share|majority|rest|bulk) of ", who
    ):
        return None  # two thirds of faculty
    if kind == "team" and _BOTH_SIDES.match(who):
        return kind
    if (
        kind == "team"
        and not holds
        and (
            _is_state(word, base, after, modal)
            or (
                (is_goal or start > 0)
                and _WORKING.search(who) is None
                and (_LOOKS.fullmatch(word) or _LOOKS.fullmatch(third_person(word)))
            )
        )
    ):
        return None
    words_of_name = _IN_BRACKETS.sub("", who).split()
    last = words_of_name[-1].lower() if words_of_name else ""
    if plural and not (base or infinitive or modal or taken):
        joined = re.search(r" (?:and|&|\+) |^both ", who, re.I)
        if not joined and (not last.endswith("s") or kind == "person"):
            return None
        if not joined and is_goal and (word in states() or word in verb_lists()["using"]):
            return None
        if _AMOUNT.search(who.removesuffix(" each")):
            return None  # half of all planners open it
        return kind
    if kind == "person" and base and not _surely_a_name(who) and _AFTER_A_NOUN.match(after):
        return None
    if base in states() and not taken and base not in _HELD and (is_goal or base == "be"):
        return None  # The COO is satisfied
    if base and _IS_MOVED.match(after):
        return None
    if kind == "person" or taken or modal or infinitive:
        return kind
    if kind == "role":
        return (
            kind
            if not is_goal
            or word
            not in (
                "reports",
                "calls",
                "orders",
                "visits",
                "meets",
                "posts",
                "hires",
                "leaves",
                "hours",
                "costs",
                "rates",
                "targets",
                "meetings",
                "reviews",
                "tests",
                "issues",
            )
            or _OBJECT.match(after)
            else None
        )
    named = (
        who[0].isupper() or who.startswith(("the ", "our ", "both ")) or (not is_goal and last in _ONE_GROUP)
    )
    acting = _GROUP.search(who) is not None and last not in _words("anybody")
    return (
        kind
        if named and (_OBJECT.match(after) or (acting and word not in ("meetings", "calls", "visits")))
        else None
    )


def _surely_named(who: str, after: str) -> bool:
    """Sir Malcolm envisions, Tilda bundles the: a name before a word that can only be a verb."""
    if party_of(who) != "person":
        return False
    return (
        " " in who
        or (
            is_given_name(who)
            and re.match(r"(?:at|in|up|over|out|down|off|through|around) ", after) is not None
        )
        or re.match(r"(?:the|a|an|our|all|its|every|each|it|this|that|both|two|three) ", after) is not None
    )


def _surely_a_name(who: str) -> bool:
    """More than one capitalised word other than a participle, or a given name: Warranty returns, Mismatched invoices are none."""
    first = who.split()[0]
    return is_given_name(first) or (" " in who and not re.match(r"[A-Z][a-z]+(?:ed|ing) ", who))


def _is_order(who: str) -> bool:
    """The words begin with a plain verb: Nurture faculty champions and …; names that are verbs too are none."""
    if re.match(r"(?:head|lead|chair|chief|master) (?:of|for) ", who, re.I):
        return False
    first = who.split()[0].lower()
    if pattern_of("en", "vague", "verbs").match(who) and re.match(r"\S+ [a-z\"']", who):
        return True
    return (
        first in bases()
        and first not in word_set("en", "owner", "name_words")
        and re.match(r"\S+ [a-z\"']", who) is not None
    )


def _is_state(word: str, base: str | None, after: str, modal: bool) -> bool:
    """feels, should know, have a healthier relationship: how a group is."""
    if modal:
        found = re.match(r"(?:[a-z]+ly )?([a-z]+)", after)
        return found is not None and found.group(1) in states()
    return (base or word) in states()
