"""Who a short Japanese phrase names: a person, one role, a team, or nobody. Judged by how it ends.

経理部長 is a role, 経理部 a team, 経理部長 刑部様 a person; what is left when departments and titles are taken away may
be a name.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from agent.calendar.only_where import only_where
from agent.calendar.patterns import regex
from agent.goals.names import is_common_word, is_foreign_name, is_surname, may_be_called, may_be_name
from agent.goals.quantities import MASK
from agent.goals.words import alternation, words

Kind = Literal["person", "role", "team"]

TITLE = alternation(words("ja", "owner", "titles"))
HONORIFICS = tuple(word for word in words("ja", "owner", "honorifics") if word not in ("君", "殿"))
HONORIFIC = alternation(HONORIFICS)
TEAM_NAME = alternation(words("ja", "owner", "team_names"))
TEAM_END = alternation(words("ja", "owner", "team_ends"))
WORD = r"[\u4e00-\u9fff々ァ-ヶーA-Za-z&]"
NAME = r"[\u4e00-\u9fff々]{1,4}|[ァ-ヶー]{2,8}"
_DEPARTMENTS = frozenset(words("ja", "owner", "departments"))
_PLURAL = regex(
    r"各|全員|一同|総出|皆|[者員様方人生長]達|たち|ら$|双方|(?<!車)両|複数|\d+名|メンバー|有志|・"
)
_HONORED = regex(rf"({NAME}) ?(?:{HONORIFIC})$")
_ENDS_IN_TITLE = regex(rf"(?:{TITLE})$")
_TITLED = only_where(
    regex(rf"(?:{TITLE})(?:\([^()]*\))?$"),
    regex(rf"(?P<head>.*?)(?:担当)?(?:{TITLE})(?:\([^()]*\))?$"),
)
_NAME_AFTER_TITLE = regex(rf"(?:{TITLE}|{TEAM_END}|{TEAM_NAME})[ ・の:]?({NAME})$")
_ENDS_IN_TEAM = regex(rf"(?:{TEAM_END}|{TEAM_NAME})(?:側)?$")
_UP_TO_TITLE = regex(rf"^.*(?:{TITLE}|{TEAM_END}|部|課|室|係)(?=.)")
_TEAM_FIRST = regex(rf"^(?:{TEAM_NAME})(?=.)")
_ENDS_IN_TEAM_NAME = regex(rf"(?:{TEAM_NAME})$")


_BLOTTED_END = regex(rf"[{MASK} ]+$")
_PARTICLE_END = regex(r"(?:が|は|にて|で|より|まで|主導|主管|担当)$")
_NOBODY = regex(r"未定|調整中|検討中|TBD|なし|未アサイン|要確認|-+|\?+|？+", re.I)


@lru_cache(maxsize=2048)
def kind_of(who: str) -> Kind | None:
    """What a labelled value names."""
    who = _PARTICLE_END.sub("", _BLOTTED_END.sub("", who))
    if not who or _NOBODY.fullmatch(who):
        return None
    honored = _HONORED.search(who)
    if honored and bare_name(honored.group(1)):
        return "person"
    if is_foreign_name(who):
        return "person"
    if _PLURAL.search(who) and not _ENDS_IN_TITLE.search(who.split("・")[-1]):
        return "team"
    if _is_head_of_work(who):
        return "role"
    titled = _TITLED.search(who)
    if titled:
        return (
            "person"
            if bare_name(titled["head"]) and is_person_head(titled["head"])
            else "role"
            if not _PLURAL.search(who)
            else "team"
        )
    after_title = _NAME_AFTER_TITLE.search(who)
    if after_title and may_be_name(after_title.group(1)):
        return "person"
    if is_surname(who) and not is_common_word(who):
        return "person"  # 岡部, 日下部: a family name that ends as a department does
    if _ENDS_IN_TEAM.search(who):
        return "team"
    if may_be_name(who) and (len(who) <= 4 or " " in who):
        return "person"
    return None


_HEAD_OF = regex(rf"(?:.*[室部課 ])?(?P<work>{WORD}{{2,4}})長")


def _is_head_of_work(who: str) -> bool:
    """審査長, 検品長: who heads a work that departments are named after."""
    head = _HEAD_OF.fullmatch(who)
    return head is not None and head["work"] in _DEPARTMENTS


def bare_name(text: str) -> str:
    """What is left of 営業企画部小西 when departments and titles are taken away; "" when nothing like a name."""
    text = text.strip(" ・のは")
    rest = _UP_TO_TITLE.sub("", text)
    rest = _TEAM_FIRST.sub("", rest).strip(" ・の")
    return rest if may_be_name(rest) else ""


def is_person_head(head: str) -> bool:
    """人事・平野 before 課長 ends in a name, 営業企画 does not."""
    rest = re.split(r"[・ の]", head)[-1]
    rest = bare_name(rest)
    if not rest:
        return False
    return is_surname(rest) or (len(rest) <= 3 and not is_department(rest))


def is_department(text: str) -> bool:
    """A word that names work or a place of work rather than a person."""
    named = is_common_word(text) and not may_be_called(text)
    return named or text in _DEPARTMENTS or bool(_ENDS_IN_TEAM_NAME.search(text))
