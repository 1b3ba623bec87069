"""The owner in English text: CSM (Nadia) to run …, HR director Lena Vogt, RevOps to …, owner: our onboarding manager.

An owner stands in one of four places: after a label, before what it does, after "by", or in a field of its own.
A named person goes before a role before a team.
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from agent.calendar.patterns import regex
from agent.goals.parties_en import Party, party_of
from agent.goals.quantities import MASK
from agent.goals.scan import Scan
from agent.goals.subjects_en import subjects_en
from agent.goals.verbs_en import third_persons, verb_lists
from agent.goals.words import alternation, compiled, pattern_of, words

Found = tuple[Party, int, int]

_LABEL = regex(
    rf"(?:^|[,;(\n–./ -])(?:(?:{alternation(words('en', 'owner', 'labels'))})(?: is| are)? ?[:=] ?|owner (?=[A-Za-z])"
    r"|(?:owned by|assigned to|led by|run by|driven by|answered for by|down to|responsible:|in the hands of|under)[: ]+(?=the |our |[A-Z]))"
    r"(?P<who>(?:[^,;.:()\n/|]|(?<![a-z]{{3}})\. (?=[A-Z][a-z]+(?:[,;)]|$)))+(?:\([^()]*\))?)",
    re.I,
)
_LABEL_ALONE = regex(alternation(words("en", "owner", "labels")), re.I)
_BASE_VERB = compiled(
    tuple(word.removesuffix("s") for word in words("en", "owner", "verbs"))
    + tuple(words("en", "owner", "imperatives")),
    "en",
)
_TOKEN = r"(?:[A-Z]\.|(?:Mr|Ms|Mrs|Dr)\.|[A-Za-zÀ-ÿ][\wÀ-ÿ&'’/-]*)"
_WHO = rf"(?P<who>(?:[Tt]he |[Oo]ur |[Yy]our |[Tt]heir |[Cc]ustomer'?s? |[Cc]lient'?s? )?{_TOKEN}(?: (?:[&+] )?(?!to |will |shall |must |should ){_TOKEN}){{0,4}}?(?: ?\([^()]{{1,30}}\))?)"
_SUBJECT_ENDS = regex(
    rf"(?:^|[;\n,:–] ?|[.)] ){_WHO} (?:{alternation(words('en', 'owner', 'verbs_alone'))})(?= ?(?:$|[,;.)\n(]))"
)
_ASKED = regex(
    r"(?:^|[.;\n] ?)(?:Could|Can|Would|Will|May) (?P<who>(?:the |our |your )?[A-Z][\w.' -]{1,30}?) (?:please |kindly )?(?=[a-z])"
)
_LET = regex(
    r"(?<![A-Za-z])(?:(?:[Ll]et|[Hh]ave) (?P<who>(?:the |our |your )?[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)?) (?!on|in|off|out|up|back|into|over|ready|live|to|at|by|for|with|as)(?=[a-z]{2,} )|[Gg]et (?P<who6>(?:the |our |your )?[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)?) to (?=[a-z]{2,} ))"
    rf"|(?<![A-Za-z])(?:[Ww]ith|w/) (?P<who2>(?:the |our |your )[\w.' -]{{2,30}}?|[A-Z][\w.' -]{{1,30}}?) {alternation(verb_lists()['carriers_after'])}(?![a-z])"
    r"|(?<![a-z])in (?P<who3>[A-Z]\w+(?: [A-Z]\w+)?)'s? hands|(?P<who4>(?:[Tt]he |[Oo]ur )?\w+(?: [A-Z]\w+)?)'s? (?:number|responsibility|baby|job|task|call|ball|court|plate|commitment)(?![a-z])"
    r"|(?<![A-Za-z])(?<!that )(?<!which )(?<!what )(?<!where )(?<!how )(?<!when )(?<!whom )(?<!who )(?<!if )(?<!than )(?P<who5>[Ww]e)(?:'ll| will| shall| must)? (?!would|want|need|hope|expect|see|are|have|like|could|should|believe|think|know|just want|only want|take stock|review|look|check|meet|discuss|go over|revisit|sit down|compare)(?=[a-z]{3,}|do |go )"
)
"""Let Hana run …, with Jonas on point, in Emil's hands, Lena's number, We take …"""
_BY = regex(
    r"(?<![a-z])(?:by|via our|through our) (?P<who>(?:the |our |your |their |customer |client )?(?:[A-Za-z&'-]+ ){0,3}?(?:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?|[A-Za-z]+))(?= ?(?:$|[,;.)\n(]| by | on | before | in | with | at | no later | within | until | ahead of | after | each | every | for | to | and (?:[a-z]+ed|sent|run|then) ))"
)
_CLOSE_BY = regex(
    r"(?<![A-Za-z])(?:audit|audits|check|checks|inspection|verification|count|counts|assessment|sampling|observation|evaluation|review|reviews|graded|scored|rated|witnessed|attested|inspected|assessed|countersigned|co-signed|approved|signed(?: off)?|accepted|judged|checked|verified|validated|confirmed|reviewed|certified|endorsed|measured|agreed|tracked in|sign-off|approval|used|read|viewed|requested|driven|caused|ratified|audited|consented|counted|timed|sampled|tallied|surveyed|polled|observed|proofread|fact-checked|double-checked|cross-checked|spot-checked|looked at|weighed|tested|examined|marked|vetted|authorised|authorized|cleared|okayed|received|acknowledged|attended|seen|read|chosen|selected) $",
    re.I,
)
_RECIPIENT = regex(
    r"(?<![A-Za-z])(?:to|with|w/|from|for|of|at|between|among|cc|and|on|in|into|per|against|than|via|using) (?:the |our |their |your |all |each )?$",
    re.I,
)
_JUDGE_LABEL = regex(
    r"(?<![a-z])(?:(?:approved|signed off|signed|checked|reviewed|verified|agreed|accepted|witnessed|judged|endorsed|authori[sz]ed|audited|confirmed|validated|certified|ratified|countersigned|requested|timed|counted|sampled|tested)(?: by)?"
    r"|approvers?|approvals?|reviewers?|verdict|judges?|sign-off|recipients?|audience|attendees|participants|to|cc|for|consulted|informed|c|i)[:=] ?$",
    re.I,
)
_TEAM_END = regex(rf"(?<![A-Za-z])(?:{alternation(words('en', 'owner', 'team_ends'))})$", re.I)
_NO_FIELD = regex(
    r"(?<![a-z])(?:rate|rates|ratio|share|time|times|number|count|volume|score|cost|costs|conversion|generation|before|until|after|during|each|every|per|weekly|monthly|quarterly|daily|calendar|end|year|quarter|half|month|week|thirds?|quarters?|fifths?|half of|most of)(?![a-z])|\d",
    re.I,
)
_PLACE_NUMBER = regex(
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
_EACH_PLACE = regex(
    r"^(?:each|every) (?=(?:branch|store|site|plant|ward|depot|team|region|shop|clinic|school|department|line|hub|unit)$)",
    re.I,
)


def owner_in_english(scan: Scan) -> Found | None:
    """Kind and span of the owner in folded English text."""
    text = _STOPPED.sub(lambda match: _with_stop(scan.text, match), scan.without_dates)
    said = [
        *_labelled(text),
        *subjects_en(text, scan.is_goal),
        *_subjects(text),
        *_doers(text, scan.is_goal),
    ]
    fields = _fields(text, scan.is_goal)
    for kinds, found in (
        (("person", "role"), said),
        (("person", "role"), fields),
        (("team",), said),
        (("team",), fields),
    ):
        for kind in kinds:
            for candidate in found:
                if candidate[0] == kind and not _AFFECTED.match(text, candidate[2]):
                    return _named_beside(candidate, fields)
    return None


_STOPPED = regex(rf"{MASK}+(?= [A-Z])")


def _with_stop(text: str, match: re.Match[str]) -> str:
    """from October. Sales admin, …: a stop that was masked with its date ends the field."""
    return match.group()[:-1] + "." if text[match.end() - 1] == "." else match.group()


def _named_beside(role: Found, fields: list[Found]) -> Found:
    """our AE, Tom Baker: the name in the field after a role is who holds it."""
    beside = (field for field in fields if field[0] == "person" and 0 <= field[1] - role[2] <= 2)
    return next(beside, role) if role[0] == "role" else role


def _labelled(text: str) -> list[Found]:
    found = [(party_of(match["who"], labelled=True), *match.span("who")) for match in _LABEL.finditer(text)]
    return [(kind, start, end) for kind, start, end in found if kind is not None]


def _subjects(text: str) -> list[Found]:
    """Who does it, in short forms: the registrar answers for it, Could Ms. Weller please …, Tilda bundles the …"""
    found: list[Found] = []
    for match in (*_SUBJECT_ENDS.finditer(text), *_ASKED.finditer(text)):
        who = match["who"]
        kind = party_of(who)
        if kind is not None and not (
            _MEETING.search(who) or pattern_of("en", "method", "sources").fullmatch(who)
        ):
            found.append((kind, *match.span("who")))
    return found


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
        if kind is not None and (kind != "team" or name in ("who2", "who4", "who5")):
            found.append((kind, *match.span(name)))
    for match in _BY.finditer(text):
        if _CLOSE_BY.search(text[: match.start()]) and not _DRIVEN_BY_GROUP.match(text, match.start() - 7):
            continue
        done = _DONE_BY.search(text, 0, match.start()) is not None
        kind = party_of(match["who"].rstrip(MASK), labelled=done and match["who"][0].isupper())
        if kind is not None and (
            kind != "team"
            or (_DETERMINED.match(match["who"]) and (not is_goal or match["who"].startswith("our ")))
            or done
        ):
            found.append((kind, *match.span("who")))
    return found


_COMMAND = regex(r"\w+ (?:[a-z-]+ )*?(?:across|into|for|with|throughout|to|on|in|at|among|of|from) ")


def _is_command(piece: str) -> bool:
    """Embed e-invoicing across suppliers: what is to be done, though it ends in a group."""
    return _COMMAND.match(piece) is not None and _is_verb(piece.partition(" ")[0].lower())


_DIGIT_OR_BRACKET = regex(r"[\d(]")
_LOOKED_AT_BY = regex(r"(?:reviewed|checked|reported|measured|tracked)(?: by|:)", re.I)


def _without_place_numbers(piece: str) -> str:
    return _PLACE_NUMBER.sub("", piece) if _DIGIT_OR_BRACKET.search(piece) else piece


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
            or _NO_FIELD.search(_EACH_PLACE.sub("", _without_place_numbers(piece)))
        ):
            continue
        if _LABEL_ALONE.fullmatch(piece) or _LABEL.match(piece) or _LOOKED_AT_BY.match(piece):
            continue
        if _JUDGE_LABEL.search(text[max(0, start - 24) : start]):
            continue
        if _RECIPIENT.search(text[max(0, start - 12) : start]) or (
            start == 0 and end >= len(text.rstrip(". "))
        ):
            continue
        surely = _TEAM_END.search(piece) or _HEADED_BY_ROLE.search(piece)
        opens = r" ?(?:[:,;\]]|-{1,2} )" if surely else r" ?(?:[:\]]|-{1,2} )"
        opened = start == 0 and _OPENS_WITH_NAME.match(text) is not None
        if start == 0 and not opened and not re.match(rf"(?: ?\([^()]{{1,30}}\))?{opens}", text[end:]):
            continue
        if _ends_in_meeting(piece) or _CLOSED_BY.match(piece) or _says_what(piece):
            continue
        closing = not is_goal and start > 0 and text[start - 1] == "(" and end >= len(text) - 2
        kind = party_of(piece, labelled=closing)
        if kind is None and start > 0 and _WORKPLACE.fullmatch(piece):
            kind = "team"
        named = text[end : end + 1] == ":" and (not is_goal or piece.lower() in _FUNCTIONS)
        if start == 0 and kind == "team" and _is_command(piece):
            continue
        if (
            start == 0
            and kind == "team"
            and not named
            and not _A_TEAM.search(piece)
            and not _is_verb(text[end:].lstrip(" :-,;]").lower()[:24])
        ):
            continue  # Hotel group: room turnaround …, a scope
        if kind is not None and not (kind == "role" and _is_record_of(piece)):
            found.append((kind, start, end))
    return found


def _is_record_of(piece: str) -> bool:
    """scheduler export, planner log: a record, though whose it is comes first."""
    last = piece.rpartition(" ")[2]
    return (
        piece.islower()
        and last != piece
        and " of " not in piece
        and any(pattern_of("en", "method", name).fullmatch(last) for name in ("sources", "records"))
    )


_FUNCTIONS = frozenset(
    [
        "finance",
        "treasury",
        "underwriting",
        "procurement",
        "purchasing",
        "hr",
        "it",
        "legal",
        "marketing",
        "sales",
        "payroll",
        "compliance",
        "facilities",
        "maintenance",
        "engineering",
        "operations",
        "ops",
        "accounting",
        "controlling",
        "estates",
        "housekeeping",
        "pharmacy",
        "nursing",
        "tax",
    ]
)
"""Departments that are no scope of a goal: Treasury: …; Claims: … may be what is measured."""
_AFFECTED = regex(
    r" (?:(?:should|must) )?(?:sees?|finds?|feels?|trusts?|believes?|says?|thinks?|wants?|knows?|quotes?) (?!to it|through|over|about)|"
    r" (?:will|to) (?:finds?|feels?|trusts?|believes?|says?|thinks?|wants?|knows?|quotes?|see (?:us|it|them|this|that|the value|value|the point)) (?!through|over|about)|"
    r" (?:to be|are|is|must be|should be|get|gets) (?:kept|told|informed|briefed|trained|asked|invited|shown|given|taught|reminded|notified|looped)(?![a-z])",
    re.I,
)
"""CFO sees us as …, matrons to be kept informed: whom it is about."""
_HEADED_BY_ROLE = regex(
    r"(?<![a-z])(?:manager|director|head|lead|leader|officer|supervisor|coordinator|controller|chief|superintendent|foreman|registrar|bursar|administrator|planner|buyer|engineer|analyst|secretary|treasurer)$",
    re.I,
)
"""Library director, …: a post at the head of a list is whose the goal is."""
_A_TEAM = regex(r"(?<![a-z])(?:teams?|squads?|crews?|office|desk|committee|task force|unit)$", re.I)
_DRIVEN_BY_GROUP = regex(r"driven by (?:the |our )?[A-Z]\w+(?: [A-Z]\w+)?(?:$|[,;.)])")
_DONE_BY = regex(
    r"(?:(?:ed|run|led|built|written|sent|held|done)|(?:tracked|reported|kept|logged|recorded|followed|maintained|run|handled|managed|collected|compiled|produced|prepared|drawn)(?: up)? (?:in|on|with|from|through) [^,;.:()]{2,30}|(?:written|built|made|drafted|prepared|held|taught|given|run|led|sent|shipped|delivered|trained|configured|migrated|loaded|installed) (?:for|to|in|on|with|from|at) [^,;.:()]{2,30}) $"
)
"""run by, tracked in the deployment log by."""
_CLOSED_BY = regex(
    r"(?:[a-z]+ed|sign(?:ed)?[- ]off|audit|check|review|inspection|assessment|count|sampling|verification|evaluation|approval|seen|read|chosen) (?:off )?by ",
    re.I,
)


_OPENS_WITH_NAME = regex(
    rf"(?P<name>{_TOKEN}(?: {_TOKEN}){{0,2}}),(?: ?\n| ?{MASK}+ ?[:–-]| (?:at |by )?[A-Za-z]+(?: [a-z]+)?:| (?:at |by ){MASK}+:)"
)
"""Aisling, planning desk: …; Tomasz, at expiry: …"""
_WORKPLACE = regex(
    r"(?!Meeting|Clean|Waiting|Board|Class|Coffee|Work|Open|Full|Bath|Bed|Rest|Break|Server)[A-Z][a-z]+ (?:shop|house|yard|bay|works|stores|lab|laboratory|kitchen|workshop|foundry|room)"
)
"""Paint shop, Control room: those who work there."""
_TAKEN_UP = regex(
    r"(?:taken|seen|shown|read|held|gone|brought|[a-z]+ed) (?:up |at |in |on |over |through |back |by )+"
)
_BETTER = regex(
    r"(?:more|fewer|less|better|smaller|shorter|faster|lower|higher|cleaner|calmer|quicker|stronger|closer|safer|smoother|longer|larger|[a-z]{3,}(?<!cour)(?<!cash)(?<!prem)(?<!carr)(?<!suppl)(?<!barr)ier) [a-z]",
    re.I,
)
_OBJECT = regex(r"(?:a|an|the|our|their|its|all|every|each|more|both|this|that|these|those) |[\"']", re.I)
_MEETING_BODY = regex(
    r"(?:board|committee|council|forum|panel|group|circle|cabinet|leadership|management) ?$", re.I
)


def _says_what(piece: str) -> bool:
    """become a data-savvy faculty, taken up at each board, ESG steering group every month: no owner's name."""
    if _WISH.match(piece) or _TAKEN_UP.match(piece) or _BETTER.match(piece):
        return True
    first, _, rest = piece.partition(" ")
    if rest and (first in third_persons() or (_is_verb(first.lower()) and _OBJECT.match(rest))):
        return True
    return MASK in piece and _MEETING_BODY.search(piece.replace(MASK, "").rstrip()) is not None


def _ends_in_meeting(piece: str) -> bool:
    """monthly ops review; head of inventory is none, though stock is counted there."""
    found = list(_MEETING.finditer(piece))
    if not found or party_of(piece) in ("role", "person"):
        return False
    ends = any(one.end() == len(piece) for one in found)
    return ends or party_of(piece) is None or re.search(r" (?:w/ ?|with |for )", piece) is not None


_DETERMINED = regex(r"the|a|an|our|their|your|its|all|every|each|this|that|these|those", re.I)
_WISH = regex(r"\W*(?:to )?(?:become|be(?! in)|being|turn into|act as|evolve into|grow into)(?![a-z-])", re.I)
"""Become a trusted, forward-looking partner: what we want to be, no owner."""
_EDGE = regex(
    r"[,;()\[\]\n|→]|(?<=[a-z])[!?] |(?<!w)/|(?<![A-Z])(?<!Mr)(?<!Ms)(?<!Mrs)(?<!Dr)\. | -{1,2} |(?<!\d):|:(?!\d)|(?<= )@(?=[A-Z])|(?<=[\d%)])-(?=[A-Z][a-z]{2})"
)


_FULL_STOP = regex(r"(?<! [A-Z])\.+$")


@lru_cache(maxsize=64)
def pieces(text: str) -> tuple[tuple[int, int], ...]:
    """Fields between commas, semicolons, brackets, slashes, dashes and full stops; of a bracketed pair also the whole."""
    edges = [0, *[match.end() for match in _EDGE.finditer(text)], len(text)]
    found: list[tuple[int, int]] = []
    for start, end in itertools.pairwise(edges):
        piece = text[start:end]
        trimmed = piece.rstrip(",;()\n/|:–— -")
        if trimmed.endswith("."):
            trimmed = _FULL_STOP.sub("", trimmed)
        lead = len(trimmed) - len(trimmed.lstrip(" -–—"))
        found.append((start + lead, start + len(trimmed)))
    return tuple(found)
