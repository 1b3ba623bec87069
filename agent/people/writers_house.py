"""Papers the customer wrote: minutes in which 当社 is the customer and 受注者 or 貴社 is us, and their own applications."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.people.fold import name_key
from agent.people.parties import Parties
from agent.people.types import Form, Mention, Side, Source

_THE_OTHER = re.compile(
    r"[(（【]?(?:受注者|受託者|請負者|貴社|御社|貴方|ベンダー|委託先|業者|導入業者|相手方|乙|[Vv]endor|[Ss]upplier|[Cc]ontractor)側?[)）】]?[:： 　]*(?P<rest>[^\n]*)"
)
"""The head of the list of those who came from the house that is not the writer's."""
_OWN = re.compile(r"当社|弊社|当方|自社|当(?:部|課|局|院|校|行)")
_APPLICATION = re.compile(
    r"\b(?i:business case|justification|capex request|purchase requisition|investment request|board paper)\b|稟議書|起案書|決裁書|伺い書|伺書"
)
_HEAD_LINES = 3


def theirs_by_writer(source: Source, parties: Parties, mentions: Sequence[Mention]) -> None:
    """Sets the side of those whom the writer calls of their own house, where the writer is the customer."""
    if source.public:
        return
    own = [
        m
        for m in mentions
        if m.form is Form.ATTENDEE and m.side is Side.OURS and _OWN.search(source.units[m.unit].text)
    ]
    with_us = {m.unit for m in own if _is_ours(m, parties)}
    if own and not with_us and _lists_us_apart(source, parties):
        for mention in own:
            mention.side, mention.why_side = Side.CUSTOMER, "writer's house"
    head = "\n".join(unit.text for unit in source.units[:_HEAD_LINES])
    if _APPLICATION.search(head):
        for mention in mentions:
            if (
                mention.form is Form.AUTHOR
                and mention.side is Side.OURS
                and mention.latin
                and not _is_ours(mention, parties)
            ):
                mention.side, mention.why_side, mention.form = Side.UNKNOWN, "", Form.PROSE


def _lists_us_apart(source: Source, parties: Parties) -> bool:
    """One of our people of account.yaml stands in a list of the other house's."""
    ours = {words[0] for words in parties.our_names if len(words[0]) > 1}
    return any(
        any(name in found["rest"].casefold() for name in ours)
        for unit in source.units
        for found in _THE_OTHER.finditer(unit.text)
    )


def _is_ours(mention: Mention, parties: Parties) -> bool:
    key = name_key((mention.family or "") + (mention.given or ""))
    return bool(key) and any(
        key == p or (mention.given is None and p.startswith(key)) for p in parties.our_people
    )
