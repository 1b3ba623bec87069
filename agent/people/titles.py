"""Titles: English role phrases, seniority, and which words name the same post."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from agent.people.fold import name_key
from agent.people.latin_words import is_everyday
from agent.people.lexicon import alternatives, ranks, table, titles_en, titles_ja, unique_titles

_MODIFIERS = {
    "Senior",
    "Junior",
    "Assistant",
    "Associate",
    "Deputy",
    "Chief",
    "Vice",
    "General",
    "Managing",
    "Regional",
    "Executive",
    "Group",
    "Acting",
    "Interim",
    "Principal",
    "Project",
    "Programme",
    "Program",
    "Product",
    "Team",
    "Account",
    "Country",
    "Area",
    "Global",
    "Lead",
    "Head",
    "Co",
}
_NO_UNIT = {m.casefold() for m in _MODIFIERS} | {
    "my",
    "our",
    "their",
    "his",
    "her",
    "financial",
    "operating",
    "honorary",
    "founding",
    "asset",
    "facility",
    "general",
    "duty",
    "shift",
    "night",
    "day",
    "site",
    "plant",
    "volunteer",
    "practice",
    "board",
    "non-executive",
    "independent",
    "joint",
    "interim",
    "previous",
    "former",
    "ex",
    "old",
    "new",
    "national",
    "international",
    "chief",
    "senior",
    "main",
    "sole",
    "silent",
    "owning",
    "elected",
    "staff",
    "station",
    "branch",
    "dock",
}
"""Words of a title that tell its rank or kind, and no unit by themselves."""


class English(NamedTuple):
    title: str
    department: str | None
    rest: str | None


@cache
def _english() -> re.Pattern[str]:
    core = alternatives([t for t in titles_en() if len(t) > 1])
    modifier = r"(?:(?:[A-Z][A-Za-z&\-]*|of|and|&|the|for|to) ){0,5}?"
    return re.compile(
        rf"(?P<title>(?:{modifier})(?<![A-Za-z]){core}(?![A-Za-z])"
        r"(?:(?:,? (?:of|for|to) (?:the )?|, (?=[A-Z]))(?P<of>[A-Z][A-Za-z&\-]*(?:(?: and | & | )[A-Z][A-Za-z&\-]*)*))?)"
    )


@cache
def _english_unit() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[A-Z][A-Za-z&\-]*[ ,&]+(?:and )?){{0,3}}{alternatives(table('departments')['english'])}(?![a-z])"
    )


_OF_A_RANK = re.compile(
    r"(?:\A|\s)(?:S|E|A)?VP\Z|\bVice President\Z|\bGM\Z|\bGeneral Manager\Z|\bDirector\Z|\bDir\.?\Z|\bHead\Z|\bMD\Z"
)
_RUN_ON = re.compile(
    r" (?P<unit>[A-Z][A-Za-z&\-]*(?: (?:and |& )?[A-Z][A-Za-z&\-]*){0,3})(?=[.,;:()|\n/]|\Z| (?:at|for|in|from|here|there|who)\b)"
)
"""The unit right behind a rank, with no word between: "VP Risk and Insurance", "GM Operations"."""


_OF_DOINGS = re.compile(r"[a-z]{3}(?:ments?|tions?|sions?|ing|ity|ance|ence|ics|ship)\Z")


def _is_run_of_a_unit(words: str) -> bool:
    """Words of everyday English or of units, and nobody's name."""
    if _english_unit().fullmatch(words):
        return True
    parts = [word for word in re.split(r"[ ,&]+", words) if word and word != "and"]
    return bool(parts) and all(
        is_everyday(word) or _OF_DOINGS.search(word) or _english_unit().fullmatch(word) for word in parts
    )


_SAID_AS = re.compile(
    r"[A-Za-z ]*\b(?:continues?|continued|acts?|acting|works?|worked|serves?|served|stays?|remains?|starts?|joins?|returns?|named|known) as (?:the |our |their |an? )?"
)
"""What leads up to a title in a clause: "continues as station director"."""
_ARTICLE = re.compile(r"(?:(?:[Tt]he|an?|our|their) )*")
_CLAUSE = re.compile(
    r"(?:who|which|that|will|would|has|had|is|was|were|are|can|could|should|must|may|he|she|they|we|it|to|and|but|if|when|where|not|no|also)\b(?! of\b)"
)
"""The first word of a clause, which no title is: "who will lead"."""


def begins_with(text: str, role: English) -> bool:
    """True where the text begins with the role's title, or says that somebody acts as it: "continues as director"."""
    said = _SAID_AS.match(text)
    return text.startswith(role.title) or (said is not None and text[said.end() :].startswith(role.title))


@lru_cache(maxsize=20_000)
def read_english_role(text: str) -> English | None:
    """Title, department and what else stands in "Head of IT, Acme Ltd"; None when there is no English title."""
    found = _english().search(text)
    if not found and len(text) <= 40 and text.isascii():
        found = _english().search(text.title())
    if not found:
        return None
    begin = found.start("title")
    said = _SAID_AS.match(text, begin, found.end("title"))
    if said is not None:
        begin = said.end()
    begin += len(_ARTICLE.match(text, begin, found.end("title") - 1)[0])  # type: ignore[index]
    title = text[begin : found.end("title")].strip(" ,")
    if _CLAUSE.match(title):
        return None
    of = None if re.match(r" ?\d", text[found.end() :]) else found["of"]  # "Head of Year 9"
    comma = title.find(",")
    rest_start = found.end()
    run = _RUN_ON.match(text, found.end()) if of is None and comma < 0 and _OF_A_RANK.search(title) else None
    if run is not None and _is_run_of_a_unit(run["unit"]):
        return English(f"{title} {run['unit']}", run["unit"], text[run.end() :].strip(" ,;()-–|/") or None)
    if comma > 0:
        rest_start = begin + comma
        title, of = title[:comma], None
    unit = None
    if of and " of " in title:
        unit = of
    behind = text[rest_start:].strip(" ,;()-–|/")
    department = _english_unit().match(behind)
    listed = re.match(r"[A-Z][A-Za-z]*(?: (?:&|and) [A-Z][A-Za-z]*)+", behind)
    if unit is None and comma > 0 and listed:
        unit, behind = listed[0], behind[listed.end() :].strip(" ,;()-–|/")
    elif unit is None and department:
        unit = department[0].strip(" ,")
        behind = behind[department.end() :].strip(" ,;()-–|/")
    if unit is None:
        words = title.split()
        whole = next(
            (t for t in titles_en() if " " in t and title.casefold().endswith(" " + t.casefold())), None
        )
        stem = title[: -len(whole)].strip() if whole else " ".join(words[:-1])
        plain = {w.casefold() for w in words[:-1]}
        if (
            len(words) > 1
            and not (found["of"] and of is None)
            and ((_english_unit().fullmatch(stem) and not plain <= _NO_UNIT) or not plain & _NO_UNIT)
        ):
            unit = stem
    return English(title, unit, behind or None)


@cache
def _title_words() -> list[str]:
    return sorted(dict.fromkeys((*titles_ja(), *titles_en())), key=len, reverse=True)


@lru_cache(maxsize=5_000)
def rank_of(title: str | None) -> int:
    """Seniority of a title phrase, 1 highest; 9 when it has none."""
    if not title:
        return 9
    known = ranks()
    found = [known[t] for t in _title_words() if t in title and t in known]
    if re.search(r"[A-Z]長", title):
        found.append(4)
    return min(found, default=9)


def is_unique(title: str) -> bool:
    """True when one person of a company holds the title."""
    return title in unique_titles()


def parts(title: str) -> list[str]:
    """The single titles in a phrase: "取締役 常務執行役員 管理本部長 兼 CFO" has four."""
    return [p for p in re.split(r"[\s　]+|兼(?:務)?|、|,|・|:|：|/|&| and ", title) if p]


_SHORT = {
    "vp": "vice president", "svp": "senior vice president", "evp": "executive vice president", "mgr": "manager", "dir": "director",
    "fd": "finance director", "md": "managing director", "gm": "general manager", "ops": "operations", "snr": "senior", "sr": "senior",
    "asst": "assistant", "eng": "engineering", "fin": "finance", "hr": "human resources",
}  # fmt: skip
"""How English notes shorten the words of titles."""


@lru_cache(maxsize=5_000)
def _english_key(title: str) -> frozenset[str]:
    """The words of an English title, long forms, in any order: "VP Finance" = "Vice President of Finance"."""
    words = [_SHORT.get(w, w) for w in re.findall(r"[a-z&]+", title.casefold())]
    return frozenset(" ".join(words).split()) - {
        "of",
        "the",
        "for",
        "and",
        "group",
        "acting",
        "interim",
        "former",
    }


@lru_cache(maxsize=20_000)
def names_same_post(asked: str, held: str) -> bool:
    """True when a bare title may stand for the title a person holds: 「代表」 for 代表取締役社長, "CFO" for Group CFO."""
    if asked.isascii() and held.isascii() and _english_key(asked) == _english_key(held):
        return True
    asked_key = name_key(asked)
    same = {name_key(w) for w in table("titles")["same"].get(asked, [])} | {asked_key}
    for part in [held, *parts(held)]:
        key = name_key(part)
        if key in same or (
            len(asked_key) >= 2 and key.endswith(asked_key) and not key.endswith("副" + asked_key)
        ):
            return True
    return False


def post_in_words(department: str | None, title: str | None) -> str:
    """Department and title in one line; a title that names the department stands alone ("Head of Claims")."""
    within = rf"(?<![A-Za-z]){re.escape(department)}(?![A-Za-z])" if department else ""
    unit = None if department and re.search(within, title or "", re.I) else department
    return " ".join(words for words in (unit, title) if words)
