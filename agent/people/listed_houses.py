"""Houses that a list of those present sets beside the customer and us: "- 客: …", "- 当社: …", "- テクノブリッジ: 杉様"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from agent.people.columns import column_kind
from agent.people.houses import is_other_house
from agent.people.label_lists import read_items
from agent.people.labels import english_unit, is_unit
from agent.people.lexicon import alternatives, table
from agent.people.names import is_unknown
from agent.people.types import Side, Source
from connectors.interface import BlockKind

_LINE = re.compile(
    r"[\s　■◆●・\-*#>]*(?P<head>[^:：\n(（、,。]{2,24}?)(?:様|さん|側|社|社様)?[\s　]*[:：][\s　]*(?P<rest>\S[^\n]*)\Z"
)
_APART = 3
"""Units without a head of a house that end a list."""
_CAPITAL = re.compile(r"[A-Z][\w&'’.-]+(?: (?:[A-Z][\w&'’.-]+|&|and|of)){0,3}")


def listed_houses(source: Source, side_of: Callable[[str], Side]) -> Iterator[str]:
    """Heads of a list's lines that name a third house, where other heads beside them name the customer and us.

    `side_of`: the side of a house's name as known so far.
    """
    run: list[tuple[str, Side]] = []
    last = -_APART
    for unit in source.units:
        found = _LINE.match(unit.text) if unit.block.kind is not BlockKind.TABLE_ROW else None
        if found is None or not _people(found["rest"]):
            continue
        if unit.index - last > _APART:
            yield from _third(run)
            run = []
        last = unit.index
        run.append((found["head"].strip(), side_of(found["head"])))
    yield from _third(run)


def _third(run: list[tuple[str, Side]]) -> Iterator[str]:
    sides = {side for _, side in run}
    if not {Side.OURS, Side.CUSTOMER} <= sides:
        return
    theirs = [head for head, side in run if side is Side.CUSTOMER]
    for head, side in run:
        if side is Side.UNKNOWN and _is_house(head) and not any(head[:2] == other[:2] for other in theirs):
            yield head


def _is_house(head: str) -> bool:
    """A proper name, and no unit, place, post or key that a customer's own people may be listed under."""
    if column_kind(head) is not None or is_unit(head) or english_unit(head) or _site().search(head):
        return False
    if head.isascii():
        return _CAPITAL.fullmatch(head) is not None and len(head) > 3 and not _unit_word(head)
    return is_other_house(head) or (bool(re.fullmatch(r"[ァ-ヶー・A-Za-z&]{4,}", head)) and is_unknown(head))


def _unit_word(head: str) -> bool:
    return any(english_unit(word) for word in head.split())


def _site() -> re.Pattern[str]:
    return re.compile(
        rf"{alternatives(table('houses')['sites'])}\Z|(?:チーム|グループ|センター|メンバー|Team)\Z"
    )


def _people(rest: str) -> bool:
    """What stands behind the head is people, read as labels."""
    return "。" not in rest and len(rest) < 160 and bool(read_items(rest, 0))
