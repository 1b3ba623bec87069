"""The owner in English text: CSM (Nadia) to run …, HR director Lena Vogt, RevOps to …, owner: our onboarding manager.

An owner stands in one of four places: after a label, before what it does, after "by", or in a field of its own.
A named person goes before a role before a team.
"""

from __future__ import annotations

import itertools
import re

from agent.goals.parties_en import Party, party_of
from agent.goals.quantities import MASK
from agent.goals.scan import Scan
from agent.goals.words import alternation, compiled, pattern_of, words

Found = tuple[Party, int, int]

_LABEL = re.compile(
    rf"(?:^|[,;(\n–./ -])(?:(?:{alternation(words('en', 'owner', 'labels'))})(?: is| are)? ?[:=] ?|owner (?=[A-Za-z])"
    r"|(?:owned by|assigned to|led by|run by|driven by|answered for by|responsible:|in the hands of|under)[: ]+(?=the |our |[A-Z]))"
    r"(?P<who>(?:[^,;.:()\n/|]|\. (?=[A-Z][a-z]+(?:[,;)]|$)))+(?:\([^()]*\))?)",
    re.I,
)
_LABEL_ALONE = re.compile(alternation(words("en", "owner", "labels")), re.I)
_THIRD_PERSON = compiled(
    tuple(word.split()[0] for word in words("en", "deliverable", "acts") if word.split()[0].endswith("s"))
    + tuple(
        word
        for word in words("en", "deliverable", "plain_contacts")
        if word.endswith("s") and " " not in word
    )
    + tuple(words("en", "owner", "verbs")),
    "en",
)
_BASE_VERB = compiled(
    tuple(word.removesuffix("s") for word in words("en", "owner", "verbs"))
    + tuple(words("en", "owner", "imperatives")),
    "en",
)
_PLURAL_SUBJECT = re.compile(
    rf"(?:^|[;\n] ?|[.)] |, )(?P<who>(?:[Tt]he |[Oo]ur |[Yy]our |[Cc]ustomer'?s? )?(?:[A-Za-z][\w'-]* ){{0,3}}?[A-Za-z][\w-]*s(?: (?:from|of|in|at) (?:[a-z]+ )?[A-Za-z]+)?) (?:to )?(?:{_BASE_VERB.pattern[11:-10]}) (?=[a-z\d])"
)
"""Several people before a plain verb, in actions: Compliance analysts tag 1,500 alerts."""
_ORDER = compiled((*words("en", "owner", "imperatives"), *words("en", "deliverable", "plain_contacts")), "en")
_LOOKS = compiled(tuple(words("en", "owner", "looking_verbs")), "en")
_TOKEN = r"(?:[A-Z]\.|(?:Mr|Ms|Mrs|Dr)\.|[A-Za-zÀ-ÿ][\wÀ-ÿ&'’/-]*)"
_WHO = rf"(?P<who>(?:[Tt]he |[Oo]ur |[Yy]our |[Tt]heir |[Cc]ustomer'?s? |[Cc]lient'?s? )?{_TOKEN}(?: (?:[&+] )?(?!to |will |shall |must |should ){_TOKEN}){{0,4}}?(?: ?\([^()]{{1,30}}\))?)"
_SUBJECT = re.compile(
    rf"(?:^|[;\n,:–] ?|[.)] |(?<=\d) |- |, (?:then|and) ){_WHO} (?P<verb>to|will|shall|must|should|is|{_THIRD_PERSON.pattern}) (?P<next>[a-zA-Z{MASK}][a-z]*)"
)
_NAMED_SUBJECT = re.compile(
    r"(?:^|[;\n,:] ?|[.)] |- )(?P<who>[A-ZÀ-Þ][\wÀ-ÿ'’-]+(?: [A-ZÀ-Þ][\wÀ-ÿ'’-]+)?(?: ?\([^()]{1,30}\))?) (?P<verb>[a-z]{2,}s) (?P<next>(?:the|a|an|our|all|its|every|each|it|this|that|both|two|three)(?![a-z]))"
    r"|(?:^|[;\n,:] ?|[.)] |- )(?P<who2>[A-ZÀ-Þ][\wÀ-ÿ'’-]+ (?:and|&|\+) (?:[A-ZÀ-Þ][\wÀ-ÿ'’-]+|(?:our|the|their|your) [A-Za-z-]+(?: (?:manager|lead|owner|director|head|team))?)) (?P<verb2>[a-z]{2,}) "
)
"""A person's name (or two) before any verb: Ellie bundles the …, Ingrid + Paul present the …"""
_SUBJECT_ENDS = re.compile(
    rf"(?:^|[;\n,:–] ?|[.)] ){_WHO} (?:{alternation(words('en', 'owner', 'verbs_alone'))})(?= ?(?:$|[,;.)\n(]))"
)
_ASKED = re.compile(
    r"(?:^|[.;\n] ?)(?:Could|Can|Would|Will|May) (?P<who>(?:the |our |your )?[A-Z][\w.' -]{1,30}?) (?:please |kindly )?(?=[a-z])"
)
_LET = re.compile(
    r"(?<![A-Za-z])(?:(?:[Ll]et|[Hh]ave) (?P<who>(?:the |our |your )?[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)?) (?!on|in|off|out|up|back|into|over|ready|live|to|at|by|for|with|as)(?=[a-z]{2,} )|[Gg]et (?P<who6>(?:the |our |your )?[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)?) to (?=[a-z]{2,} ))"
    r"|(?<![a-z])(?:with|w/) (?P<who2>(?:the |our |your )?[\w.' -]{2,30}?) (?:on point|in the lead|leading|in charge|as owner|owning|accountable|responsible|at the helm|driving)"
    r"|(?<![a-z])in (?P<who3>[A-Z]\w+(?: [A-Z]\w+)?)'s? hands|(?P<who4>(?:[Tt]he |[Oo]ur )?\w+(?: [A-Z]\w+)?)'s? (?:number|responsibility|baby|job|task|call|ball|court|plate|commitment)(?![a-z])"
    r"|(?<![A-Za-z])(?P<who5>[Ww]e)(?:'ll| will| shall| must)? (?!would|want|need|hope|expect|see|are|have|like|could|should|believe|think|know)(?=[a-z]{3,})"
)
"""Let Hana run …, with Jonas on point, in Emil's hands, Lena's number, We take …"""
_BY = re.compile(
    r"(?<![a-z])(?:by|via our|through our) (?P<who>(?:the |our |your |their |customer |client )?(?:[A-Za-z&'-]+ ){0,3}?(?:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?|[A-Za-z]+))(?= ?(?:$|[,;.)\n(]| by | on | before | in | with | at ))"
)
_CLOSE_BY = re.compile(
    r"(?:approved|signed(?: off)?|accepted|judged|checked|verified|validated|confirmed|reviewed|certified|endorsed|measured|agreed|tracked in|sign-off|approval|used|read|viewed|requested|driven|caused|ratified|audited|consented) $",
    re.I,
)
_RECIPIENT = re.compile(
    r"(?:to|with|w/|from|for|of|at|between|among|cc|and|on|in|into|per|against|than|via|using) (?:the |our |their |your |all |each )?$",
    re.I,
)
_TEAM_END = re.compile(rf"(?<![A-Za-z])(?:{alternation(words('en', 'owner', 'team_ends'))})$", re.I)
_NO_FIELD = re.compile(
    r"(?<![a-z])(?:rate|rates|ratio|share|time|times|number|count|volume|score|cost|costs|conversion|generation|before|until|after|during|each|every|per|weekly|monthly|quarterly|daily|calendar|end|year|quarter|half|month|week)(?![a-z])|\d",
    re.I,
)
_PLACE_NUMBER = re.compile(
    r"\([^()]*\)|(?<=[A-Za-z])(?:DC|R)\d|(?<![A-Za-z])(?:L|T|DC)\d(?= ?[a-z]|$)|(?<=\bward|\bline|\bsite) \d{1,3}|(?<=\bstore|\bplant|\bdepot|\bshift) \d{1,3}|(?<=\bbranch|\bregion) \d{1,3}",
    re.I,
)
"""A number that is part of a place's or a level's name: Ward 7, line 3 supervisor, L2 support."""
_BODIES = frozenset(("board", "committee", "council", "steering committee", "forum"))
_MEETING = compiled(
    tuple(
        word
        for word in (*words("en", "review", "meetings"), *words("en", "deliverable", "events"))
        if word not in _BODIES
    ),
    "en",
)
_EACH_PLACE = re.compile(
    r"^(?:each|every) (?=(?:branch|store|site|plant|ward|depot|team|region|shop|clinic|school|department|line|hub|unit)$)",
    re.I,
)


def owner_in_english(scan: Scan) -> Found | None:
    """Kind and span of the owner in folded English text."""
    text = scan.without_dates
    found = [
        *_labelled(text),
        *_subjects(text, scan.is_goal),
        *_doers(text, scan.is_goal),
        *_fields(text, scan.is_goal),
    ]
    for kind in ("person", "role", "team"):
        for candidate in found:
            if candidate[0] == kind:
                return candidate
    return None


def _labelled(text: str) -> list[Found]:
    found = [(party_of(match["who"], labelled=True), *match.span("who")) for match in _LABEL.finditer(text)]
    return [(kind, start, end) for kind, start, end in found if kind is not None]


def _subjects(text: str, is_goal: bool) -> list[Found]:
    """Who does it: Marco to …, the registrar answers for it, Could Ms. Tachibana please …; teams that only look on are none."""
    found: list[Found] = []
    for match in (*_SUBJECT.finditer(text), *_SUBJECT_ENDS.finditer(text), *_ASKED.finditer(text)):
        who = match["who"]
        kind = party_of(who)
        opening = not is_goal and (
            match.start("who") == 0 or text[match.start("who") - 2 : match.start("who")] in (", ", ". ", "; ")
        )
        if (
            kind is None
            and match.re is _SUBJECT
            and (_surely_acts(match, text) or (opening and who[0].isupper()))
        ):
            kind = party_of(who, labelled=True)
        if match.re is _SUBJECT and match["verb"] == "to" and _DETERMINED.fullmatch(match["next"]):
            continue  # a partner to the business
        if kind is None or _MEETING.search(who) or _ORDER.match(who):
            continue
        if (
            kind == "team"
            and not _team_acts(match, text)
            and not (opening and who[0].isupper() and not _ORDER.fullmatch(who))
        ):
            continue
        found.append((kind, *match.span("who")))
    if not is_goal:
        found += [("team", *m.span("who")) for m in _PLURAL_SUBJECT.finditer(text) if _is_plural(m["who"])]
    for match in _NAMED_SUBJECT.finditer(text):
        name = "who" if match["who"] else "who2"
        if match["verb"] and party_of("our " + match["verb"][:-1]) == "role":
            continue  # Give developers a …
        kind = party_of(match[name])
        if kind == "person" or (kind == "team" and name == "who2" and _is_verb(match["verb2"] + " ")):
            found.append((kind, *match.span(name)))
    return found


_PLACES = re.compile(
    r"(?:branches|stores|sites|plants|companies|offices|wards|depots|schools|members|sides|parties|shops|clinics|hospitals|warehouses|regions|departments|users|champions)$",
    re.I,
)


def _is_plural(who: str) -> bool:
    if _PLACES.search(re.split(r" (?:from|of|in|at) ", who)[0]):
        return True
    return party_of(re.split(r" (?:from|of|in|at) ", who)[0]) == "team" and who.split()[-1].lower() != "sales"


def _surely_acts(match: re.Match[str], text: str) -> bool:
    """IT loads the …, Payroll to send …, Marketing will …: a department's bare name before its act."""
    verb, following = match["verb"], text[match.start("next") : match.start("next") + 24]
    if verb in ("will", "must", "shall"):
        return True
    if verb == "to":
        return _is_verb(following)
    return (
        match["who"][0].isupper()
        and re.match(r"(?:the|a|an|our|all|its|every|each|new|it|this) ", following) is not None
    )


def _team_acts(match: re.Match[str], text: str) -> bool:
    if match.re is not _SUBJECT:
        return match.re is _SUBJECT_ENDS
    verb, who = match["verb"].lower(), match["who"]
    if verb == "is":
        return bool(re.match(r"(?:accountable|responsible|in charge|to )", text[match.start("next") :]))
    if verb == "to":
        return _is_verb(text[match.start("next") : match.start("next") + 24]) or (
            party_of(match["next"], labelled=True) is None
            and re.match(
                r"[a-z]+ (?:the|a|an|our|all|every|each|its|their|up|out) ", text[match.start("next") :]
            )
            is not None
        )
    if verb in ("will", "shall", "must", "should"):
        return True
    if who.split()[0].lower() in ("all", "each", "every", "users", "managers") or not (
        who[0].isupper() or who.startswith(("the ", "our "))
    ):
        return False
    if _LOOKS.fullmatch(verb):
        return bool(
            re.search(
                r"(?:it|this|number|figure|progress|result)",
                text[match.start("next") : match.start("next") + 20],
            )
        ) and verb in ("reports", "tracks", "owns")
    return verb not in (
        "calls",
        "orders",
        "tests",
        "records",
        "issues",
        "demos",
        "posts",
        "files",
        "pilots",
        "maps",
        "plans",
        "shares",
        "reports",
        "documents",
    )


def _is_verb(word: str) -> bool:
    return bool(
        pattern_of("en", "deliverable", "acts").match(word)
        or pattern_of("en", "deliverable", "contacts").match(word)
        or pattern_of("en", "vague", "verbs").match(word)
        or _BASE_VERB.match(word)
        or re.match(
            r"(?!the|we|one|some|more|same|people|those|these|here|there|where|zero|five|nine|three)[a-z]+e(?![a-z])",
            word,
        )
    )


def _doers(text: str, is_goal: bool) -> list[Found]:
    found: list[Found] = []
    for match in _LET.finditer(text):
        name = next(name for name, said in match.groupdict().items() if said)
        kind = party_of(match[name], labelled=True)
        if kind is not None and (kind != "team" or name in ("who2", "who5")):
            found.append((kind, *match.span(name)))
    for match in _BY.finditer(text):
        if _CLOSE_BY.search(text[: match.start()]):
            continue
        kind = party_of(match["who"])
        if kind is not None and (
            kind != "team"
            or (not is_goal and _DETERMINED.match(match["who"]))
            or re.search(r"(?:ed|run|led|built|written|sent|held|done) $", text[: match.start()])
        ):
            found.append((kind, *match.span("who")))
    return found


def _fields(text: str, is_goal: bool) -> list[Found]:
    """Fields of their own: 「…, HR director Lena Vogt, quarterly review」, 「… – Learning Tech」."""
    found: list[Found] = []
    if _WISH.match(text):
        return found
    for start, end in pieces(text):
        piece = text[start:end].strip()
        if (
            not piece
            or len(piece) > 56
            or _NO_FIELD.search(_EACH_PLACE.sub("", _PLACE_NUMBER.sub("", piece)))
        ):
            continue
        if (
            _LABEL_ALONE.fullmatch(piece)
            or _LABEL.match(piece)
            or re.match(r"(?:reviewed|checked|reported|measured|tracked)(?: by|:)", piece, re.I)
        ):
            continue
        if _RECIPIENT.search(text[max(0, start - 12) : start]) or (
            start == 0 and end >= len(text.rstrip(". "))
        ):
            continue
        opens = r" ?(?:[:,;\]]|-{1,2} )" if _TEAM_END.search(piece) else r" ?(?:[:\]]|-{1,2} )"
        if start == 0 and not re.match(opens, text[end:]):
            continue
        if _ends_in_meeting(piece) or _CLOSED_BY.match(piece):
            continue
        closing = not is_goal and start > 0 and text[start - 1] == "(" and end >= len(text) - 2
        kind = party_of(piece, labelled=closing)
        named = not is_goal and text[end : end + 1] == ":"
        if (
            start == 0
            and kind == "team"
            and not named
            and not _is_verb(text[end:].lstrip(" :-,;]").lower()[:24])
        ):
            continue  # Hotel group: room turnaround …, a scope
        if kind is not None:
            found.append((kind, start, end))
    return found


_CLOSED_BY = re.compile(r"(?:[a-z]+ed|sign(?:ed)?[- ]off|seen|read|chosen) (?:off )?by ", re.I)


def _ends_in_meeting(piece: str) -> bool:
    """monthly ops review; head of inventory is none, though stock is counted there."""
    found = list(_MEETING.finditer(piece))
    if not found or party_of(piece) in ("role", "person"):
        return False
    ends = any(one.end() == len(piece) for one in found)
    return ends or party_of(piece) is None or re.search(r" (?:w/ ?|with |for )", piece) is not None


_DETERMINED = re.compile(r"the|a|an|our|their|your|its|all|every|each|this|that|these|those", re.I)
_WISH = re.compile(
    r"\W*(?:to )?(?:become|be(?! in)|being|turn into|act as|evolve into|grow into)(?![a-z-])", re.I
)
"""Become a trusted, forward-looking partner: what we want to be, no owner."""
_EDGE = re.compile(
    r"[,;()\[\]\n|→]|(?<!w)/|(?<![A-Z])(?<!Mr)(?<!Ms)(?<!Mrs)(?<!Dr)\. | -{1,2} |:(?!\d)|(?<= )@(?=[A-Z])|(?<=[\d%)])-(?=[A-Z][a-z]{2})"
)


def pieces(text: str) -> list[tuple[int, int]]:
    """Fields between commas, semicolons, brackets, slashes, dashes and full stops; of a bracketed pair also the whole."""
    edges = [0, *[match.end() for match in _EDGE.finditer(text)], len(text)]
    found: list[tuple[int, int]] = []
    for start, end in itertools.pairwise(edges):
        piece = text[start:end]
        trimmed = re.sub(r"(?<! [A-Z])\.+$", "", piece.rstrip(",;()\n/|:–— -"))
        lead = len(trimmed) - len(trimmed.lstrip(" -–—"))
        found.append((start + lead, start + len(trimmed)))
    return found
