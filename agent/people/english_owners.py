"""Houses that own the customer, as English sources name them: parents of a joint venture, a buyer, a shareholder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.people.latin_words import is_everyday, is_known_person
from agent.people.types import Source

_HOUSE = r"[A-Z][\w&'’-]+(?: (?:(?:&|and) )?[A-Z][\w&'’-]+){0,3}"
_LIST = rf"{_HOUSE}(?: \d+(?: ?%)?)?(?:(?:, | and |, and | / | & )(?:the )?{_HOUSE}(?: \d+(?: ?%)?)?){{0,3}}"
_OWNS = (
    rf"(?P<one>{_HOUSE})(?: today| now)? (?:has |have |had |will |is to |agreed to |has agreed to |completed |completes )*"
    r"(?:the |its )?(?:acquir(?:e|es|ed)|buys?|bought|purchased|acquisition of|purchase of|takes? over|took over|taken over) (?:the )?(?i:{C})",
    rf"(?P<one>{_HOUSE}),? (?:which |that |who )?(?:owns?|holds?) (?:\d+|half|all|most|a (?:third|half|quarter|majority|stake))[^.\n]{{0,30}}(?i:{{C}}|of us|of the (?:shares|company|business))",
    rf"(?i:{{C}})[^.\n]{{0,40}} (?:owned by|part of|bought by|acquired by|sold to|a subsidiary of|a division of) (?:the )?(?P<many>{_LIST})",
    rf"(?i:joint venture|JV)(?:,| of| between|:|,? owned by)+ (?:the )?(?P<many>{_LIST})",
    rf"(?i:half) (?:of it )?(?:belongs to|is owned by) (?P<many>{_HOUSE}),? (?:and )?half (?:belongs )?to (?P<two>{_HOUSE})",
    rf"(?:(?i:owned by|bought by|part of|belongs? to|sold to|acquired by|taken over by|sold (?:itself|themselves|out) to) (?:a|an|the) )(?:[A-Za-z-]+ ){{0,3}}(?:group|company|parent|firm|fund|family|holding|multinational|house) ?(?:\(|called |named |, )(?:the )?(?P<one>{_HOUSE})",
    rf"(?i:parent(?: company)?|parents|owners|shareholders)(?: are| is|:|,) (?:the )?(?P<many>{_LIST})",
)
LEAST = 5
"""Letters of the shortest name of an owner."""


def owners_of(customer: str, sources: Sequence[Source]) -> Iterator[str]:
    """Names of houses that the English sources call owners of the customer, whose name begins with `customer`."""
    if len(customer) < LEAST:
        return
    patterns = [re.compile(p.replace("{C}", re.escape(customer))) for p in map(_plain, _OWNS)]
    for source in sources:
        if source.document.language != "en":
            continue
        for pattern in patterns:
            for found in pattern.finditer(source.folded):
                for name in found.groupdict().values():
                    yield from _houses(name or "")


def _plain(pattern: str) -> str:
    return pattern.replace("{{C}}", "{C}")


def _houses(words: str) -> Iterator[str]:
    """The houses of a list, without shares and without names of people."""
    for piece in re.split(r", | and | / | & ", words):
        name = re.sub(r"^the |[ \d%]+\Z", "", piece.strip())
        first = name.split(" ")[0]
        if len(name) >= LEAST and name[0].isupper() and not is_everyday(first) and not is_known_person(first):
            yield name
