"""Who answers for a goal: only whom the words name as owner, counter or keeper of it; wanting it is not owning it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.drafting.notes.frames import frames
from agent.renewal.remarks import Remark
from agent.renewal.sides import HONORIFIC, Sides

JAPANESE = re.compile(r"[ぁ-んァ-ヴ一-龠]")
NO_ONE = re.compile(
    r"^(?:誰|だれ|みんな|皆|全員|各|未定|なし|これ|それ|数字|件数|目標|結果|数|今|現|毎|来|次|平均|うち|本人|他|別|\d|The|This|That|It|We|They|No|Nobody|Who|He|She|What|There|Source|KPI|Goal|Target|Success)"
)
UNIT = re.compile(r"(?:部|課|室|係|局|チーム|センター|推進室|総務|人事|経理|現場)$")


def owner_of(remarks: Sequence[Remark], sides: Sides, before: Sequence[Remark] = ()) -> str | None:
    """The stakeholder's name, the name as written where nobody is known by it; None where nobody or only a unit is named.

    `before` are the remarks of the items before, latest last: who spoke there is the I of an unnamed speaker here.
    """
    texts = [remark.text for remark in remarks]
    if any(_says("nobody", text) for text in texts):
        return None
    for remark in remarks:
        for pattern in _patterns("owner", remark.text):
            for found in pattern.finditer(remark.text):
                name = _name(found["who"], sides)
                if name:
                    return name
    for remark in remarks:
        if remark.speaker and _says("own", remark.text):
            person = sides.person(remark.speaker)
            return person.name if person else HONORIFIC.sub("", remark.speaker)
    at = next((i for i, text in enumerate(texts) if _says("pronoun", text) or _says("own", text)), None)
    if at is not None:
        for remark in [*reversed(remarks[: at + 1]), *reversed(before)]:
            person = sides.person(remark.text)
            if person is not None and person.kind == "person":
                return person.name
    return None


def _name(words: str, sides: Sides) -> str | None:
    words = words.strip(" 　、。・")
    if NO_ONE.match(words) or len(words) < 2:
        return None
    person = sides.person(words)
    if person is None and words.islower():
        return None
    if person is not None:
        return person.name if person.kind == "person" else None
    if UNIT.search(words) or sides.of(words) == "us":
        return None
    bare = re.sub(r"(?:さん|様|氏|部長|課長|係長|主任|室長|次長|所長|店長|本部長|社長)+$", "", words)
    named = bare != words or re.fullmatch(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?", words)
    return bare if named and bare else None


def _patterns(key: str, text: str) -> tuple[re.Pattern[str], ...]:
    language = "ja" if JAPANESE.search(text) else "en"
    # names are told by their capitals
    return tuple(re.compile(p.pattern) for p in frames("agent.drafting.notes.goals", "words", language, key))


def _says(key: str, text: str) -> bool:
    language = "ja" if JAPANESE.search(text) else "en"
    return any(p.search(text) for p in frames("agent.drafting.notes.goals", "words", language, key))
