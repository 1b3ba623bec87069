"""Lines that are one person each, by their form: a name with post, unit or house beside it in any order and between any signs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from agent.people.columns import column_kind
from agent.people.house_columns import known_side
from agent.people.labels import Label, place_part, read_label
from agent.people.parties import Parties
from agent.people.titles import read_english_role
from agent.people.types import Side

MARK = re.compile(
    r"[\s\u3000]*(?:[・●○◎◦•■□◆◇▼▪※*＊\-–—>＞]+[\s\u3000]*)?(?:[(（]?\d{1,2}[)）.．、:：][\s\u3000]*|[①-⑳][\s\u3000]*)?(?:\*\*|__)?"
)
_APART = re.compile(
    r"[\s\u3000]*[/／|｜:：,、;；()（）\[\]［］【】〔〕<>＜＞=＝\t→]+[\s\u3000]*|[\s\u3000]+[-–—―~]+[\s\u3000]*|[ \u3000]{2,}|(?<=様)[ \u3000]|(?<=さん)[ \u3000]|(?<=氏)[ \u3000]"
)
_CONTACT = re.compile(r"\S+@\S+|\+?[\d\-()（） ]{8,}\Z|(?:内線|TEL|Tel|tel|Email|E-mail|メール|携帯)\S*\Z")
LONGEST = 70
"""Characters of such a line."""
_SENTENCE = re.compile(
    r"。|[.!?]\s+\S|(?:です|ます|ました|でした|する|した|ない|こと)[。」]?\Z|[「」\"“”?？]"
)


@dataclass(slots=True)
class PersonLine:
    """Who the line names, and the house or side that a piece of it tells."""

    label: Label
    house: Side | None
    house_words: str = ""


class HouseOf:
    """Tells of a piece whether it is a house's name, and whose."""

    def __init__(self, parties: Parties) -> None:
        self._parties = parties

    def __call__(self, piece: str) -> Side | None:
        """The side of a house or of a word for a side; None for anything else."""
        return known_side(piece.strip(), self._parties)


def person_line(text: str, base: int, side_of: HouseOf) -> PersonLine | None:
    """The one person of a line; None for a line that holds two, or anything else than a person.

    `side_of` gives the side of a piece that is a house's name, None for one that is none.
    """
    body = text.rstrip(" \u3000*_、,;")
    mark = MARK.match(body)
    at = mark.end() if mark else 0
    if not body[at:].strip() or len(body) - at > LONGEST or _SENTENCE.search(body[at:]):
        return None
    found: PersonLine | None = None
    places: list[tuple[int, int]] = []
    house: tuple[Side, str] | None = None
    for start, end in _pieces(body, at):
        piece = body[start:end]
        kind = column_kind(piece)
        if kind in ("name", "title", "department", "organisation", "customer", "ours", "person_keys", "kana"):
            continue
        if _CONTACT.search(piece):
            continue
        side = side_of(piece)
        label = None if side is not None else _label(piece, base + start)
        if side is not None:
            house = house or (side, piece)
        elif label is not None and label.org and not label.latin:
            return None  # a name with something beside it that is no post: another kind of line
        elif label is None:
            places.append((start, end))
        elif found is not None:
            return None
        else:
            found = PersonLine(label, None)
    if found is None or not all(_is_beside(body[a:b]) for a, b in places):
        return None
    for start, end in places:
        place_part(found.label, body, start, end, base)
    if house is not None:
        found.house, found.house_words = house
        found.label.org = found.label.org or house[1]
    return found


def _pieces(text: str, at: int) -> list[tuple[int, int]]:
    found = []
    start = at
    for gap in [*_APART.finditer(text, at), None]:
        end = gap.start() if gap else len(text)
        begin = start + len(text[start:end]) - len(text[start:end].lstrip(" \u3000*_"))
        stop = begin + len(text[begin:end].rstrip(" \u3000*_"))
        if stop > begin:
            found.append((begin, stop))
        start = gap.end() if gap else end
    return found


def _label(piece: str, base: int) -> Label | None:
    label = read_label(piece, base, loose=False)
    if label is None or (label.latin and (label.given is None or not label.family[:1].isupper())):
        return None
    whole = label.honorific or label.title or label.given
    if not whole and len(piece) != label.end - label.start:
        return None
    if label.latin and read_english_role(piece) and label.title is None:
        return None
    return label


def _is_beside(piece: str) -> bool:
    """A post, a unit or a short word on the person stands beside a name; no figure and no clause."""
    return len(piece) <= 40 and not re.search(r"\d{2,}|[をがはにで](?=[^\s]{3,})", piece)
