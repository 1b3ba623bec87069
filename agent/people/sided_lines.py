"""Lists of people under heads that give a side or a house: a head alone on its line, below it a person a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from agent.people.columns import column_kind
from agent.people.houses import is_other_house
from agent.people.labels import english_unit, is_post, is_unit, read_label
from agent.people.list_groups import head_side
from agent.people.parties import Parties
from agent.people.person_lines import MARK, HouseOf, PersonLine, person_line
from agent.people.types import Side, Source, Unit
from connectors.interface import BlockKind, DocumentKind

LONGEST_HEAD = 40
_EDGES = " \u3000:：【】[]［］〔〕<>＜＞《》「」■□◆◇●○▼▽・#*_=-―—"
_PRESENT = re.compile(
    r"出席|参加|列席|同席|メンバー|体制|担当者?|関係者|連絡先|窓口|名簿|一覧|顔ぶれ|登場人物|ステークホルダー|キーパーソン"
    r"|\b(?:attend\w*|present|participants?|people|contacts?|team|members?|stakeholders?|who(?:'s| is) who|roster|in the room)\b",
    re.I,
)
_ELSE = re.compile(
    r"議題|アジェンダ|宿題|課題|目標|タスク|ToDo|次回|決定|場所|日時|資料|手順|決裁|承認|競合|\b(?:agenda|actions?|next|goals?|tasks?|place|date|decisions?|topics?|steps?|approv\w+|competitors?)\b",
    re.I,
)
_ABSENT = re.compile(r"欠席|不参加|\b(?:apologies|absent|regrets)\b", re.I)
_CAPITALS = re.compile(r"[A-Z][\w&'’.-]+(?: (?:[A-Z][\w&'’.-]*|&|and|of)){0,3}\Z")


@dataclass(frozen=True, slots=True)
class Listed:
    """A person of such a list: whose side the head or the line gives, and the head's words."""

    line: PersonLine
    side: Side | None
    head: str


@dataclass(slots=True)
class _Head:
    words: str
    side: Side | None
    """None for a head of those present that gives no side, or a house whose side its list must show."""
    house: bool
    people: list[tuple[Unit, PersonLine]]


def sided_lines(source: Source, parties: Parties) -> Mapping[int, Listed]:
    """By index of the unit, the people of lists under heads; none of pages, talk and sentences."""
    if source.public:
        return {}
    return {unit.index: one for run in _runs(source, parties) for unit, one in _sided(run)}


def _runs(source: Source, parties: Parties) -> Iterator[list[_Head]]:
    """Heads with their people that follow each other."""
    run: list[_Head] = []
    house_of = HouseOf(parties)
    for unit in source.units:
        block = unit.block
        talk = block.kind is BlockKind.TURN or source.document.kind in (
            DocumentKind.TRANSCRIPT,
            DocumentKind.CHAT,
        )
        if talk or block.kind in (BlockKind.TABLE_ROW, BlockKind.FIELD) or "\n" in unit.text.strip():
            yield run
            run = []
            continue
        head = _head(unit, parties)
        if head is not None:
            run.append(head)
            continue
        line = person_line(unit.text, unit.start, house_of) if run else None
        if line is not None:
            run[-1].people.append((unit, line))
        elif not (
            run
            and run[-1].people
            and column_kind(_bare(unit.text.split(":")[0].split("：")[0])) in ("title", "department")
        ):
            yield run
            run = []
    yield run


def _bare(text: str) -> str:
    mark = MARK.match(text)
    return text[mark.end() if mark else 0 :].strip(_EDGES)


def _head(unit: Unit, parties: Parties) -> _Head | None:
    """A short line that is a side, a house or a word for those present, and names nobody."""
    bare = _bare(unit.text)
    if (
        not 2 <= len(bare) <= LONGEST_HEAD
        or re.search(r"。|[、,].*[、,]|[:：]\s*\S", bare)
        or _ELSE.search(bare)
    ):
        return None
    if _ABSENT.search(bare):
        return _Head(bare, head_side(bare, parties), False, [])
    listed = unit.block.kind is BlockKind.LIST_ITEM or re.search(r"[,、/|(（]", bare) is not None
    if _is_a_person(bare, listed):
        return None
    side = head_side(bare, parties)
    if side is not None:
        return _Head(bare, side, False, [])
    if column_kind(bare) == "attendance" or (_PRESENT.search(bare) and len(bare) <= 24):
        return _Head(bare, None, False, [])
    if is_unit(bare) or is_post(bare) or english_unit(bare):
        return None
    marked = unit.block.kind is BlockKind.HEADING or bool(re.match(r"\s*[■□◆◇●▼【<＜\[［]", unit.text))
    house = (
        is_other_house(bare)
        or (marked and not bare.isascii() and len(bare) <= 16)
        or bool(_CAPITALS.match(bare))
    )
    return _Head(bare, None, True, []) if house else None


def _is_a_person(bare: str, listed: bool) -> bool:
    """The words are somebody's name; two capitalised words are one only in a list or with something beside them."""
    label = read_label(bare, 0, loose=False)
    if label is None:
        return False
    return bool(label.honorific or label.title or (label.given and (listed or not label.latin)))


def _sided(run: Sequence[_Head]) -> Iterator[tuple[Unit, Listed]]:
    """People with their side; a house that is neither party's is a third one where heads beside it name both parties."""
    sides = {head.side for head in run if head.people} | {
        line.house for head in run for _, line in head.people
    }
    both = {Side.OURS, Side.CUSTOMER} <= sides
    if not both:
        return
    for place, head in enumerate(run):
        above = next((h.side for h in reversed(run[:place]) if not h.people and h.side), None)
        side = head.side or (Side.THIRD if head.house else None)
        if head.house and side is None:
            continue
        if side is None and not head.house:
            side = above
        for unit, line in head.people:
            own = line.house or side
            if own is not None:
                yield unit, Listed(line, own, head.words)
