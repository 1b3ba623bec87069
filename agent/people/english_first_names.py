"""Names that English notes drop without title or form: "Astri looks at every line", "Pavel runs that"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from agent.people.in_english import NOT_NAME, never_names
from agent.people.lexicon import table
from agent.people.parties import Parties
from agent.people.titles import read_english_role
from agent.people.types import Side, Source
from connectors.interface import BlockKind, DocumentKind

_WORD = r"[A-Z](?:[a-zà-ÿ]+|['’][A-Z][a-zà-ÿ]+)(?:['’-][A-Z]?[a-zà-ÿ]+)*"
_RUN = re.compile(
    rf"(?<![A-Za-z@./&-])(?P<name>{_WORD}(?: (?:(?:v/d|van der|van den|van de|van|von|de la|de|da|di|du|la|le|bin|al|el|Ap-?|O['’]) ?)?{_WORD}){{0,2}})(?![A-Za-z@&-])"
)
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\"“”•*\-–—(>]\s*)\Z")
_SELLS = re.compile(
    r"(?:['’]s)? (?:for a (?:quote|price)|came in at|quoted|is (?:a third|half|cheaper|free)|licen[cs]es?|later\b)"
)
"""What is said of a product or its maker."""
ENOUGH, ENOUGH_FULL, ONE_CLEAR = 3, 2, 2
"""Sum of contexts that make a word a name, and the least that the clearest of them must give."""


def first_names(sources: Sequence[Source], parties: Parties) -> set[str]:
    """Spellings of names that their contexts prove, over all English notes of an account.

    A verb only people do, being told or asked, a job in brackets speak for it; a preposition of place, a thing
    behind it, and the same word written small elsewhere speak against.
    """
    notes = [s for s in sources if s.document.language == "en" and not s.public]
    small = {w for s in notes for w in re.findall(r"(?<![A-Za-z'’.-])[a-z][a-z'’-]{2,}", s.folded)}
    points: dict[str, int] = defaultdict(int)
    clearest: dict[str, int] = defaultdict(int)
    whole: dict[str, set[str]] = defaultdict(set)
    for source in notes:
        for unit in source.units:
            if (
                unit.block.kind in (BlockKind.FIELD, BlockKind.HEADING)
                and source.document.kind is not DocumentKind.TABLE
            ):
                continue
            for found in _RUN.finditer(unit.text):
                name = found["name"]
                if not _possible(name, small, parties):
                    name = _without_first(name)
                    if not name or not _possible(name, small, parties):
                        continue
                start = found.end() - len(name)
                point = _context(unit.text, start, found.end())
                for spelled in {name, name.split()[0]}:
                    points[spelled] += point
                    clearest[spelled] = max(clearest[spelled], point)
                whole[name.split()[0]].add(name)
    proved = {
        n
        for n, p in points.items()
        if p >= (ENOUGH_FULL if " " in n else ENOUGH) and clearest[n] >= ONE_CLEAR
    }
    return {n for n in proved if len(n.split()) > 1 or _possible(n, small, parties)} | {
        name for first in proved for name in whole[first] if points[name] >= 0
    }


def _possible(name: str, small: set[str], parties: Parties) -> bool:
    words = name.replace("’", "'").split()
    if any(w.casefold() in never_names() for w in words) or NOT_NAME.search(name) or read_english_role(name):
        return False
    if len(words) == 1 and (len(name) < 3 or name.casefold() in small):
        return False
    return parties.of_words(name) is Side.UNKNOWN and not parties.is_company(name)


def _without_first(name: str) -> str:
    """The rest of a run whose first word only begins the sentence ("When Astri")."""
    return name.partition(" ")[2]


def _context(text: str, start: int, end: int) -> int:
    """How much the words around one place say for a name (above 0) or against it."""
    words = table("english_contexts")
    before = re.findall(r"[A-Za-z'’]+|[^\sA-Za-z]", text[max(0, start - 30) : start])
    after = re.match(r"(?P<gap>['’]s\b|[ ]*[(,:]?)[ ]*(?P<next>[A-Za-z'’]*)", text[end:])
    last = before[-1].casefold() if before else ""
    following = after["next"].casefold() if after else ""
    gap = after["gap"].strip() if after else ""
    if last in words["place"] or (following in words["thing"] and gap == ""):
        return -2
    if _SELLS.match(text, end):
        return -3
    point = 0
    if gap in ("'s", "’s"):
        point += 2 if following in words["owns"] else -3 if following in words["of_a_house"] else 1
    elif gap == "(":
        point += 2 if following in words["job"] or _has_job(text[end : end + 60]) else 0
    elif gap == "" and following in words["says"]:
        point += 2
    elif gap == "" and following in words["is"]:
        point += 1
    elif gap == "," and _has_job(text[end : end + 40]):
        point += 2
    elif gap == ":":
        point += 2 if re.match(r":\s*[\"“]", text[end:]) else 1
    if last in words["spoken_to"]:
        point += 2
    elif last in words["beside"]:
        point += 1
    if (before and before[-1] in (",", "(") and _has_job(" ".join(before[-4:-1]))) or (
        last in words["job"] and len(last) > 4 and before[-1].islower()
    ):
        point += 2
    elif last in words["job"]:
        point -= 2
    if re.match(
        r"[^.\n]{0,60}[ (](?:he|she|his|her|himself|herself)\b|[^.\n]{0,60}\.\s+(?:He|She)\b", text[end:]
    ):
        point += 1
    return point


def _has_job(text: str) -> bool:
    first = re.split(r"[.;)\n]", text)[0].casefold()
    return any(re.search(rf"\b{job}\b", first) for job in table("english_contexts")["job"])
