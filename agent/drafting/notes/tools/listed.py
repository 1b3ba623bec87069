"""One item of a list of tools: what it is called, what it is for, who has it ("荷割りはAccessの自作「X」", "boards in the stores")."""

from __future__ import annotations

import re

from agent.drafting.notes.tools.no_name import PLATFORM, bare_name
from agent.people.latin_words import is_everyday
from agent.people.names import is_place
from agent.renewal.cues import cues

CUES = cues("agent.drafting.notes.tools", "listed")
WORK = cues("agent.drafting.notes.tools", "words")["work_noun"]
QUOTED = re.compile(r"^(?P<before>[^「」『』()（）]*)[「『](?P<name>[^「」『』]{2,20})[」』](?P<after>.*)$")
MADE = re.compile(r"(?:の)?(?:自作|手製|手作り|製|マクロ)(?:の)?$")
CALLED = re.compile(
    r"\b(?:everyone|everybody|they|we|people|which is|that is|is)? ?(?:calls?|called|named|known as|nicknamed) [\"“]?(?P<name>[A-Z][\w' .-]{1,24}?)[\"”]?$"
)
HELD_IN = re.compile(
    r"^(?P<work>[A-Za-z][\w &'-]{2,40}?) (?:in|on|by|via|through|with) (?:an? |the |their )?(?P<name>[\w' -]{3,30})$"
)
STANDS = re.compile(
    r"^(?P<name>[\w' -]{3,32}?) (?:(?:in|at|for) (?:the )?(?P<unit>(?!(?:each|every|all|most|some) )[a-z][a-z' -]{2,24})|(?:in|at|for) (?:each|every|all|most|some) [a-z' -]{3,24}|per (?P<each>[a-z]{3,16}))$"
)
IS_A = re.compile(
    r"^(?P<name>[\w' -]{3,32}?) (?:is|are)(?: still| just| only)? (?P<held>(?:in|on|kept in|kept on) )?(?:an? |the )?(?P<kind>[\w' -]{3,40})$"
)
SCOPE = re.compile(r" (?:at|in|across|for|on) (?:all |the other )?\d+ [a-z]+$")
"""At how many places: no part of the name."""
ON_PAPER = re.compile(r"^(?P<work>[\w' -]{3,24}?) on paper$", re.I)
MADE_BY = re.compile(
    r" (?:that |which )?(?:[A-Z]\w+|they|he|she|we|somebody|someone)(?: \w+)? (?:made|built|wrote|keeps?|kept|owns?|runs?|designed|drew up|put together|started)$"
)
"""Who made it, behind the thing: no part of its name."""
FORM = re.compile(
    r"^\d+ ?(?:冊|台|本|枚|名|人|件|部|個|回|席|ID|GB)|(?:のみ|だけ)$|自作|手作り|手製|作$|の裏$|共通$|(?:社|者|元)?製$|^(?:自前|自社|内製|市販|無料|有料|旧版|最新版)$|\b(?:home-?made|own|built|bought|licen[cs]es?|paper|carbonless)\b|^(?:yellow|pink|blue|green|red|white|black)s?$",
    re.I,
)
OF_UNIT = re.compile(
    r"^(?P<unit>[^の「」]{0,8}?(?:部|課|室|係|班|本部|本社|支社|支店|支所|センター|チーム|病棟|本館|別館|新館|フロント|共通|全社|親会社))の(?P<name>.{2,})$"
)
USERS = re.compile(
    r"^(?P<unit>[^、,のは]{1,14}?)(?:のみ|だけ|で使用|で利用|が使用|の手作り|の自作|(?:の|が)?(?:所管|管轄|主管)|(?:の|が|(?<=[部課室係局]))(?:運用|担当|管理))$"
)


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
    words = SCOPE.sub("", words)
    called = CALLED.search(words)
    if called:
        return called["name"], None, None
    stands = STANDS.match(words)
    on_paper = ON_PAPER.match(stands["name"] if stands else words)
    if on_paper:
        return on_paper[0], on_paper["work"], stands["unit"] if stands else None
    if stands and CUES["thing"].search(stands["name"]):
        return bare_name(stands["name"]), None, stands["unit"] or stands["each"]
    is_a = IS_A.match(words)
    if is_a and CUES["thing"].search(is_a["kind"]):
        if CUES["thing"].search(is_a["name"]):
            return bare_name(is_a["name"]), None, None
        if not is_a["held"] and CUES["kind"].search(is_a["kind"]) and _is_coined(is_a["name"]):
            return is_a["name"], is_a["kind"], None
        return bare_name(is_a["kind"]), bare_name(is_a["name"]), None
    held = HELD_IN.match(MADE_BY.sub("", words))
    if held and CUES["thing"].search(held["name"]):
        return bare_name(held["name"]), held["work"], None
    return bare_name(words), None, None


def _is_coined(words: str) -> bool:
    """A capitalised name that is no word of the language."""
    return words[:1].isupper() and not is_everyday(words.split(" ")[0])


def of_unit(words: str) -> tuple[str | None, str]:
    """(unit, thing) of "フロントの大学ノート", "グループ共通のOrbis": what a list says of one unit's; (None, words) else."""
    found = OF_UNIT.match(words)
    return (found["unit"], found["name"]) if found and looks_like_tool(found["name"]) else (None, words)


def users_in(note: str) -> str | None:
    """The unit of a bracket that says who has the tool (本館のみ, 客室課の手作り)."""
    found = USERS.match(note.split("、")[-1].strip())
    return found["unit"] if found else None


def is_about_form(note: str) -> bool:
    """A bracket on what the tool is made of, by whom or for how many: no purpose."""
    if WORK.fullmatch(note.strip()):
        return False
    return bool(
        all(FORM.search(part) for part in re.split(r"[、,]", note))
        or (CUES["thing"].search(note) and not CUES["kind"].search(note))
    )


def is_own_name(note: str) -> bool:
    """A bracket that gives the name people have for a sheet or a book (手帳(手やり帳))."""
    return bool(re.fullmatch(r"[^、。,0-9のはがを]{2,8}(?:帳|君|くん|ちゃん|丸|番頭)", note))


def is_town(words: str) -> bool:
    """A place's name that stands for the office there."""
    return 2 <= len(words) <= 4 and is_place(words)
