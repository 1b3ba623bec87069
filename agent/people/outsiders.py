"""Names that the words beside them give to a third party or to us: "SIerの山田氏", "Ann from our partner"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from agent.people.houses import is_other_house, is_trade_name
from agent.people.lexicon import table
from agent.people.parties import Parties
from agent.people.types import Form, Mention, Side, Source

_NAME = "\ue000"
_HOUSE_BEFORE = re.compile(r"([一-龥々ァ-ヶーA-Za-z]{3,14})の\Z")
_TOP = r"(?:chief executive|CEO|managing director|MD|president|founder|chairman|chairwoman|owner|boss)(?: officer)?"
_HEADED = re.compile(
    rf"(?P<house>[A-Z][\w&.\-]+(?: [A-Z][\w&.\-]+){{0,3}})['’]s (?:own |new |former |then |group )?{_TOP},? (?:(?:Mr|Ms|Mrs|Dr)\.? )?\Z"
    r"|(?P<japanese>(?!(?:親|当|同|弊|御|貴|本|支|自|子|新|グループ|会)社)[一-龥ァ-ヶーA-Za-z]{2,14}(?:社|株式会社|ホールディングス))の?(?:代表取締役|代表)?(?:社長|会長|CEO|代表)(?:の|、)?\Z"
)
"""A house with its head, whose name comes next: where the house is not the customer's, neither is the head."""
_OTHER = {Side.OURS: Side.THIRD, Side.THIRD: Side.OURS}
AROUND = 60
"""Characters before and behind a name that are read for it."""


def mark_outsiders(mentions: Sequence[Mention], sources: Sequence[Source], parties: Parties) -> None:
    """Sets the side of mentions in prose and lists whose own words tell it; the customer's group is never a third."""
    by_index = {s.index: s for s in sources}
    for mention in mentions:
        if (
            mention.form not in (Form.PROSE, Form.ATTENDEE, Form.SELF, Form.SPEAKER)
            or mention.side is Side.OURS
        ):
            continue
        source = by_index[mention.doc]
        unit = source.units[mention.unit]
        begin, end = max(unit.start - 2, mention.start - AROUND), mention.end + AROUND
        words = source.folded[begin : mention.start] + _NAME + source.folded[mention.end : end]
        house = _HOUSE_BEFORE.search(words[: words.index(_NAME)])
        if (
            house
            and parties.customer_printed
            and (
                is_other_house(house[1])
                or (is_trade_name(house[1]) and house[1].startswith(mention.family or "-"))
            )
            and parties.of_words(house[1]) is Side.UNKNOWN
        ):
            mention.side, mention.why_side, mention.org = Side.THIRD, house[0], house[1]
            continue
        headed = _HEADED.search(words[: words.index(_NAME)])
        of = (headed["house"] or headed["japanese"]) if headed else None
        if of and parties.customer_printed and parties.of_words(of) is Side.UNKNOWN:
            mention.side, mention.why_side, mention.org = Side.THIRD, words.split(_NAME)[0][-AROUND:], of
            continue
        for side, pattern in _patterns():
            found = pattern.search(words)
            if found and parties.of_words(found[0].replace(_NAME, "")) not in (Side.CUSTOMER, _OTHER[side]):
                mention.side, mention.why_side, mention.org = (
                    side,
                    found[0].replace(_NAME, mention.surface),
                    found[0],
                )
                break


@cache
def _patterns() -> tuple[tuple[Side, re.Pattern[str]], ...]:
    data = table("third_parties")
    return tuple(
        (side, re.compile("|".join(p.replace("{N}", _NAME) for p in data[key])))
        for side, key in ((Side.OURS, "ours"), (Side.THIRD, "third"))
    )
