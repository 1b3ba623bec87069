"""The owner in English text: CSM (Nadia) to run …, HR director Lena Vogt, RevOps to …, owner: our onboarding manager."""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import Literal

from agent.goals.scan import Scan
from agent.goals.words import alternation, compiled, pattern_of, words

Kind = Literal["person", "role", "team"]
Found = tuple[Kind, int, int]

_NAME = r"(?:(?:Mr|Ms|Mrs|Dr)\.? )?(?:[A-Z]\. ?)?[A-Z][a-zà-ÿ]+(?:['’-][A-Z]?[a-z]+)*(?:-san)?(?: (?:van |de |von |der |bin |al-)?[A-Z][a-zà-ÿ]+(?:['’-][A-Z]?[a-z]+)?(?:-san)?| [A-Z]\.(?!\w))?"
_LABEL = re.compile(
    r"(?:^|[,;(\n–./ -])(?:(?:owner|owners?|accountable|responsible(?: person)?|assignee|lead|driver|dri|pic|point person|in charge"
    r"|sponsor|executive sponsor)(?: is| are)? ?[:=] ?|owner (?=[A-Z])|(?:owned by|assigned to|led by|responsible:|in the hands of)[: ]+)"
    r"(?P<who>(?:[^,;.()\n/|]|\. (?=[A-Z][a-z]+(?:[,;)]|$)))+(?:\([^()]*\))?)",
    re.I,
)
_ACTS = alternation(
    [word for word in words("en", "deliverable", "acts") if word.endswith("s") and " " not in word]
    + [
        "owns",
        "leads",
        "counts",
        "tracks",
        "reports",
        "reviews",
        "drives",
        "runs",
        "manages",
        "checks",
        "confirms",
        "validates",
        "accepts",
        "verifies",
        "coordinates",
        "supports",
        "monitors",
        "measures",
        "follows",
        "hands",
        "walks",
        "takes",
        "agrees",
        "attends",
        "gets",
        "makes",
        "sets",
        "signs",
        "ensures",
        "keeps",
        "moves",
        "chairs",
        "facilitates",
        "oversees",
        "approves",
    ]
)
_SUBJECT = re.compile(
    rf"(?:^|[;\n,:–] ?|[.)] |(?<=\d) |- )(?P<who>(?:[Tt]he |[Oo]ur |[Yy]our |[Tt]heir |[Cc]ustomer'?s? |[Cc]lient'?s? )?[A-Za-z][A-Za-z&'./-]*(?: (?!to |will |shall |must |should )[A-Za-z&'.-]+){{0,4}}?(?: ?\([^()]{{1,30}}\))?) (?P<verb>to|will|shall|must|should|{_ACTS}) (?P<next>[a-z]+)"
)
_BY = re.compile(
    rf"(?<![a-z])(?:by|via our|through our) (?P<who>(?:the |our |your |their |customer |client )?(?:[A-Za-z&'-]+ ){{0,3}}?(?:{_NAME}|[A-Za-z]+))(?= ?(?:$|[,;.)\n(]| by | on | before | in | with | at ))"
)
_CLOSE_BY = re.compile(
    r"(?:approved|signed(?: off)?|accepted|judged|checked|verified|validated|confirmed|reviewed|certified|endorsed|measured|agreed|tracked in|sign-off|approval|used|read|viewed|requested|driven|caused) $",
    re.I,
)
_RECIPIENT = re.compile(
    r"(?:to|with|w/|from|for|of|at|between|among|cc|and|on|in|into|per|against|than|via|using) (?:the |our |their |your |all |each )?$",
    re.I,
)
_PLURAL = re.compile(
    r"(?:managers|leads|directors|heads|officers|owners|admins|administrators|supervisors|coordinators|champions|leaders|csms|analysts|engineers|specialists|consultants|planners|buyers|trainers|partners|sponsors)$",
    re.I,
)


_TEAMS = compiled(tuple(words("en", "owner", "team_names")), "en")
_TITLES = pattern_of("en", "owner", "titles")
_TITLE_LAST = re.compile(
    rf"(?:{alternation(words('en', 'owner', 'titles'))})(?: (?:of|for) [A-Za-z& ]+)?$|^(?:vp|svp|evp|head|director|chief|manager|csm|lead)(?![a-z])",
    re.I,
)
_TEAM_LAST = re.compile(rf"(?<![a-z])(?:{alternation(words('en', 'owner', 'team_ends'))})$", re.I)
_TEAM_PHRASE = re.compile(
    rf"(?:[A-Za-z&]+(?:'s)? ){{1,3}}(?:{alternation(words('en', 'owner', 'team_ends'))})", re.I
)


_GENERIC = re.compile(
    r"(?<![a-z])(?:rate|rates|ratio|share|time|times|number|count|volume|score|cost|costs|conversion|generation)(?![a-z])",
    re.I,
)


_VERB_LISTS = (("vague", "verbs"), ("deliverable", "acts"), ("deliverable", "contacts"))


@cache
def _not_names() -> frozenset[str]:
    return (
        frozenset(words("en", "owner", "not_names"))
        | frozenset(words("en", "owner", "titles"))
        | frozenset(words("en", "owner", "team_names"))
    )


def owner_in_english(scan: Scan) -> Found | None:
    """Kind and span of the owner in folded English text."""
    text = scan.without_dates
    found = [*_labelled(text), *_subjects(text), *_doers(text), *_fields(scan, text)]
    for kind in ("person", "role", "team"):
        for candidate in found:
            if candidate[0] == kind:
                return candidate
    return None


def _labelled(text: str) -> list[Found]:
    found = [
        (_kind_of(match["who"], labelled=True), match.start("who"), match.end("who"))
        for match in _LABEL.finditer(text)
    ]
    return [(kind, start, end) for kind, start, end in found if kind is not None]


def _subjects(text: str) -> list[Found]:
    found: list[Found] = []
    for match in _SUBJECT.finditer(text):
        who = match["who"]
        kind = _kind_of(who)
        if kind is None or (
            kind == "team"
            and match["verb"]
            in (
                "calls",
                "reports",
                "orders",
                "tests",
                "records",
                "audits",
                "issues",
                "documents",
                "demos",
                "emails",
                "posts",
                "files",
                "interviews",
                "pilots",
                "maps",
                "plans",
                "checks",
                "reviews",
                "shares",
                "trains",
            )
        ):
            continue
        if (
            match["verb"] == "to"
            and kind == "team"
            and not _is_verb(text[match.start("next") : match.start("next") + 24])
        ):
            continue
        if (
            kind == "team"
            and who.split()[0].lower() in ("all", "users", "managers")
            and match["verb"] not in ("to", "will")
        ):
            continue
        found.append((kind, match.start("who"), match.end("who")))
    return found


def _is_verb(word: str) -> bool:
    return bool(
        pattern_of("en", "deliverable", "acts").match(word)
        or pattern_of("en", "deliverable", "contacts").match(word)
        or pattern_of("en", "vague", "verbs").match(word)
        or word.endswith("e")
    )


def _doers(text: str) -> list[Found]:
    found: list[Found] = []
    for match in _BY.finditer(text):
        if _CLOSE_BY.search(text[: match.start()]):
            continue
        kind = _kind_of(match["who"])
        if kind is not None and (
            kind != "team"
            or re.search(r"(?:ed|run|led|built|written|sent|held|done) $", text[: match.start()])
        ):
            found.append((kind, match.start("who"), match.end("who")))
    return found


def _fields(scan: Scan, text: str) -> list[Found]:
    """Fields of their own: 「…, HR director Lena Vogt, quarterly review」."""
    found: list[Found] = []
    for start, end in _pieces(text):
        piece = text[start:end].strip()
        if re.match(
            r"(?:owner|lead|owned by|responsible|assignee|reviewed|checked|reported)(?: by)?[:=]|owner ",
            piece,
            re.I,
        ):
            continue
        if _GENERIC.search(piece):
            continue
        if not piece or len(piece) > 48 or len(piece.split()) > 7:
            continue
        if _RECIPIENT.search(text[max(0, start - 12) : start]):
            continue
        kind = _kind_of(piece)
        whole = start == 0 and end >= len(text)
        if kind is not None and not whole and (kind != "team" or _is_only_team(piece)):
            found.append((kind, start, end))
    return found


def _pieces(text: str) -> list[tuple[int, int]]:
    edges = [
        0,
        *[
            m.end()
            for m in re.finditer(
                r"[,;()\n|]|(?<!w)/|(?<![A-Z])(?<!Mr)(?<!Ms)(?<!Mrs)(?<!Dr)\. | [-–—] |: ", text
            )
        ],
        len(text),
    ]
    pieces: list[tuple[int, int]] = []
    for start, end in itertools.pairwise(edges):
        piece = text[start:end]
        trimmed = piece.rstrip(",;()\n/|.:–— -")
        lead = len(trimmed) - len(trimmed.lstrip(" -–—"))
        pieces.append((start + lead, start + len(trimmed)))
    return pieces


def _is_only_team(piece: str) -> bool:
    """A field that holds a team's name and nothing else; one common word alone may be a topic."""
    cleaned = re.sub(r"^(?:the|our|your|their|customer'?s?|client'?s?) ", "", piece, flags=re.I)
    if cleaned.lower() in words("en", "owner", "team_alone_unclear"):
        return False
    return bool(_TEAMS.fullmatch(cleaned) or _TEAM_PHRASE.fullmatch(cleaned))


def _kind_of(who: str, labelled: bool = False) -> Kind | None:
    """person, role or team for a short phrase; None when it names nobody."""
    who = re.sub(
        r" (?:is )?(?:accountable|responsible|in charge|owns? (?:it|this)|as owner|leads?|leading)$",
        "",
        who.strip(" .-–"),
    )
    if not who or re.fullmatch(r"(?:tbd|tbc|none|n/a|open|unassigned|to be .*|\?+)", who, re.I):
        return None
    inner = re.search(r"\(([^()]*)\)", who)
    if inner:
        outside = _kind_of(who[: inner.start()] + who[inner.end() :], labelled)
        inside = _kind_of(inner.group(1), True)
        if "person" in (outside, inside):
            return "person"
        return outside or inside
    if re.fullmatch(r"(?:[A-Z]{2,4}|[A-Za-z]+(?: [a-z]+)?)'s (?:office|team|group|department|staff)", who):
        return "team"
    who = re.sub(r"^(?:the|our|your|their|a|an|customer'?s?|client'?s?) ", "", who, flags=re.I)
    has_title = bool(_TITLES.search(who))
    rest = _TEAMS.sub(" ", _TITLES.sub(" ", who))
    rest = re.sub(
        r"(?<![a-z])(?:of|for|and|the|our|your|their|at|in|customer'?s?|client'?s?|senior|junior|regional|global|local|deputy|acting|onboarding|site|sr|jr|&)(?![a-z])",
        " ",
        rest,
        flags=re.I,
    )
    names = re.findall(_NAME, rest)
    names = [
        name
        for name in names
        if not any(len(word) > 2 and word.strip(".").lower() in _not_names() for word in name.split())
    ]
    leftover = re.sub(_NAME, " ", rest).strip()
    if names and not re.search(r"[a-z]{3,}", leftover) and _name_shaped(who, names, has_title, labelled):
        return "person"
    if _PLURAL.search(who) or re.match(r"(?:all|each|every|both|the two) ", who, re.I):
        return "team"
    if has_title and len(re.findall(r"[a-z]{3,}", leftover)) <= 3 and _TITLE_LAST.search(who):
        return "role"
    if _TEAMS.fullmatch(who) or _TEAM_LAST.search(who) or (labelled and _TEAMS.search(who)):
        return "team"
    return None


def _name_shaped(who: str, names: list[str], has_title: bool, labelled: bool) -> bool:
    words_in = who.split()
    if labelled or has_title or len(names[0].split()) > 1:
        return True
    if any(pattern_of("en", *where).fullmatch(who) for where in _VERB_LISTS):
        return False
    return len(words_in) == 1 and who[0].isupper() and not who.isupper() and len(who) > 1
