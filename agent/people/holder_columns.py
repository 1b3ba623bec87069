"""Columns headed by a post ("所長", "店長"): who heads the place that another column of the row gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from agent.people.label_lists import read_items
from agent.people.lexicon import title_pattern
from agent.people.list_groups import EMPTY, Lists, add_people
from agent.people.parties import Parties
from agent.people.types import Form, Phrase, Side, Source, Unit
from connectors.interface import BlockKind

_PLACE = re.compile(
    r"(?:現場|拠点|店舗?|施設|校|学校|園|宿|旅館|館|工場|支店|営業所|事業所|教室|センター|病院|医院|院|棟|病棟|農場|部署|部門|所属|部|課|室|チーム|班|場所|地区|エリア|支部|支所)名?\Z"
)
"""Heads of the column that gives the place or unit."""
_NO_PLACE_HEADS = re.compile(r"(?:担当者?|社員|代表者?|秘書|顧問)\Z")
LONGEST = 12
"""Characters of the longest cell read for a name."""


@cache
def _post() -> re.Pattern[str]:
    return re.compile(rf"副?{title_pattern()}(?:名|氏名)?\Z")


def is_post_head(head: str) -> bool:
    """True for a column head that is a post of one holder a row: 所長, 店長名."""
    words = re.sub(r"[\s　_]|[(（].*?[)）]", "", head)
    return not words.isascii() and bool(_post().match(words)) and not _NO_PLACE_HEADS.match(words)


def with_holders(kinds: Sequence[str | None], header: Sequence[str]) -> list[str | None]:
    """The kinds of columns with "holder" for heads that are posts; the places beside them hold no people."""
    held = [
        "holder"
        if position < len(header) and is_post_head(header[position]) and kind in (None, "person_keys")
        else kind
        for position, kind in enumerate(kinds)
    ]
    if "holder" not in held:
        return list(kinds)
    return [
        None
        if position < len(header) and kind != "holder" and _PLACE.match(header[position].strip())
        else kind
        for position, kind in enumerate(held)
    ]


def read_holders(
    out: Lists,
    source: Source,
    parties: Parties,
    unit: Unit,
    cells: Sequence[str],
    header: Sequence[str],
    kinds: Sequence[str | None],
) -> None:
    """Adds who stands under a post's head, with the post as title and the row's place as unit."""
    block = unit.block
    places = [
        position
        for position, head in enumerate(header[: len(cells)])
        if _PLACE.match(head.strip()) and cells[position] and kinds[position] != "holder"
    ]
    for position, kind in enumerate(kinds[: len(cells)]):
        value = cells[position]
        if (
            kind != "holder"
            or not value
            or len(value) > LONGEST
            or EMPTY.fullmatch(value)
            or re.search(r"\d", value)
        ):
            continue
        added = add_people(
            out,
            source,
            unit,
            read_items(value, block.cells[position].start),
            Form.TABLE,
            Side.CUSTOMER,
            header[position],
            parties,
        )
        for mention in added:
            mention.title = mention.title or _printed(source, unit, header[position])
            if mention.department is None and places:
                span = block.cells[places[0]]
                mention.department = Phrase(cells[places[0]], span.start, span.end)


def _printed(source: Source, unit: Unit, head: str) -> Phrase | None:
    """The nearest place above the row where the column's head is printed in a cell of its own."""
    for above in reversed(source.units[: unit.index]):
        if above.block.kind is not BlockKind.TABLE_ROW:
            return None
        for cell in above.block.cells:
            if source.folded[cell.start : cell.end] == head:
                return Phrase(head, cell.start, cell.end)
    return None
