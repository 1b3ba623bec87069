"""One item of a list of tools: what it is called, what it is for, who has it ("荷割りはAccessの自作「X」", "boards in the stores")."""

from __future__ import annotations

import re

from agent.drafting.notes.tools.no_name import PLATFORM, bare_name
from agent.people.names import is_place
from agent.renewal.cues import cues

CUES = cues("agent.drafting.notes.tools", "listed")
QUOTED = re.compile(r"^(?P<before>[^「」『』()（）]*)[「『](?P<name>[^「」『』]{2,20})[」』](?P<after>.*)$")
MADE = re.compile(r"(?:の)?(?:自作|手製|手作り|製|マクロ)(?:の)?$")
CALLED = re.compile(
    r"\b(?:everyone|everybody|they|we|people|which is|that is|is)? ?(?:calls?|called|named|known as|nicknamed) [\"“]?(?P<name>[A-Z][\w' .-]{1,24}?)[\"”]?$"
)
HELD_IN = re.compile(
    r"^(?P<work>[A-Za-z][\w &'-]{2,40}?) (?:in|on|by|via|through|with) (?:an? |the |their )?(?P<name>[\w' -]{3,30})$"
)
STANDS = re.compile(
    r"^(?P<name>[\w' -]{3,32}?) (?:(?:in|at|for) (?:the |each |every |all )?(?P<unit>[a-z][a-z' -]{2,24})|per (?P<each>[a-z]{3,16}))$"
)
FORM = re.compile(
    r"(?:のみ|だけ)$|自作|手作り|手製|作$|の裏$|共通$|\b(?:home-?made|own|built|bought|licen[cs]es?|paper|carbonless)\b|^(?:yellow|pink|blue|green|red|white|black)s?$",
    re.I,
)
USERS = re.compile(r"^(?P<unit>[^、,のは]{1,14}?)(?:のみ|だけ|で使用|で利用|が使用|の手作り|の自作)$")


def looks_like_tool(words: str) -> bool:
    """True for a thing that work is written on or kept in, a device, or a name that is no word of the language."""
    return bool(CUES["thing"].search(words) or CUES["named"].search(words))


def in_quotes(words: str) -> tuple[str, str | None, str] | None:
    """(name, kind, what follows) of "職員の掲示板「X」": the words before it are its kind; what it was built with is none."""
    found = QUOTED.match(words)
    if found is None or (not looks_like_tool(found["name"]) and not found["before"]):
        return None
    kind = MADE.sub("", found["before"].strip(" 　:：=は")).removesuffix("の")
    return found["name"], (kind if kind and not PLATFORM.search(kind) else None), found["after"]


def in_words(words: str) -> tuple[str, str | None, str | None]:
    """(name, purpose, unit) of an English item: a thing in a place, work in a thing, a thing called something."""
    called = CALLED.search(words)
    if called:
        return called["name"], None, None
    stands = STANDS.match(words)
    if stands and CUES["thing"].search(stands["name"]):
        return bare_name(stands["name"]), None, stands["unit"] or stands["each"]
    held = HELD_IN.match(words)
    if held and CUES["thing"].search(held["name"]) and not CUES["thing"].search(held["work"]):
        return bare_name(held["name"]), held["work"], None
    return bare_name(words), None, None


def users_in(note: str) -> str | None:
    """The unit of a bracket that says who has the tool (本館のみ, 客室課の手作り)."""
    found = USERS.match(note.split("、")[-1].strip())
    return found["unit"] if found else None


def is_about_form(note: str) -> bool:
    """A bracket on what the tool is made of, by whom or for how many: no purpose."""
    return bool(FORM.search(note) or (CUES["thing"].search(note) and not CUES["kind"].search(note)))


def is_own_name(note: str) -> bool:
    """A bracket that gives the name people have for a sheet or a book (手帳(手やり帳))."""
    return bool(re.fullmatch(r"[^、。,0-9のはがを]{2,8}(?:帳|君|くん|ちゃん|丸|番頭)", note))


def is_town(words: str) -> bool:
    """A place's name that stands for the office there."""
    return 2 <= len(words) <= 4 and is_place(words)
