"""Posts that notes speak of in the plural: "店長たち", "支店長会", "8名の師長", "the ward managers" are no one person's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from agent.people.lexicon import title_pattern
from agent.people.titles import is_unique
from agent.people.types import Source

_MANY = "[0-9〇一二三四五六七八九十数何]+(?:名|人)"


@cache
def _plural() -> tuple[re.Pattern[str], ...]:
    title = rf"(?P<title>{title_pattern()})"
    return (
        re.compile(
            rf"{title}(?:さん|様)?(?:たち|達|がた|方(?=[がはにのをも、。])|各位|同士|連中|陣|層|会(?!社|議室|計)|研修|向け|全員|{_MANY}|(?:が|は)(?:多|みな|みんな|皆|全員|それぞれ)"
            rf"|の(?:皆|みな|方々|多く|ほとんど|大半|半数|何人|一部|中に|間で|誰か|温度差)|によって|ごとに|[一1１](?:人|名)(?:あたり|当たり|ずつ))"
        ),
        re.compile(
            rf"(?:各|全(?!て)|複数の|多くの|何人かの|一部の|{_MANY}の|[0-9二三四五六七八九十数両]+(?:社|店|校|園|院|か所|支店|拠点|病棟|現場)の|年配の|若い|現場の)(?:[一-龥]{{1,3}}の)?{title}(?!代理)"
        ),
    )


def plural_posts(text: str) -> frozenset[int]:
    """Where in Japanese text titles begin that are said of several people ("年配の社長が多く")."""
    return frozenset(m.start("title") for pattern in _plural() for m in pattern.finditer(text))


def held_by_many(sources: Sequence[Source]) -> frozenset[str]:
    """Titles, folded, that some note uses for several holders at once; of titles that one alone holds, only where
    people are counted."""
    found: set[str] = set()
    for source in sources:
        if source.public:
            continue
        if source.document.language == "en":
            found |= {word.casefold() for word in _PLURAL_EN.findall(source.folded)}
            continue
        for pattern in _plural():
            found |= {m["title"] for m in pattern.finditer(source.folded) if not is_unique(m["title"])}
    return frozenset(found)


_PLURAL_EN = re.compile(r"\b((?:[a-z]+ )?(?:manager|head|lead|leader|supervisor|director|nurse|partner|owner|chief|controller|officer|coordinator|foreman|principal|matron|teacher|engineer|planner|buyer|secretary|administrator|executive|captain|master))s\b", re.IGNORECASE)  # fmt: skip
