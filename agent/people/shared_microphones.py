"""One microphone for several people: whoever speaks says their name first ("会議室A: 〇〇です。今日は…")."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from agent.people.lexicon import title_pattern
from agent.people.names import is_common, is_family, split_name
from agent.people.types import Unit
from connectors.interface import Span

_SAYS_NAME = re.compile(
    r"(?:(?:はい|ええ|うん|えー+と?|あの|あ|どうも|すみません|すいません|失礼します|お疲れ(?:さま|様)です)[、。]?[ 　]?){0,2}(?:こちらは?、?|[一-龥ァ-ヶー]{2,10}の)?"
    r"(?P<name>[一-龥々ヶァ-ヶー]{1,6}(?:[ 　][一-龥ぁ-ん]{1,3})?)(?:です(?:けど|が)?|だけど|と申します|でございます)[、。！!]"
    r"|(?i:(?:(?:hi|hello|hey|yes|yeah|sorry|ok(?:ay)?)[,.]? ){0,2})(?:(?:[Tt]his is|[Ii]t['’]s) (?P<called>[A-Z][a-z]+)(?: here)?|(?P<here>[A-Z][a-z]+) here)[.,:]"
)
_ROOM = re.compile(
    r"室|階|[0-9]F\b|フロア|会議|ルーム|マイク|端末|棟|館|拠点|事務所|営業所|支[社店]|本社|工場|\b(?:room|office|mic|microphone|table|phone)\b",
    re.IGNORECASE,
)
"""A label with such a word is a place where one name is enough, as under a bare title; any other label needs two."""
LEAST_NAMES = 2


def shared_microphones(units: Sequence[Unit]) -> Mapping[int, tuple[str, Span]]:
    """Index of the unit → who speaks and where they say so (an empty span where they go on); only of shared labels."""
    said: dict[int, tuple[str, Span]] = {}
    by_label: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        if unit.block.speaker:
            by_label[unit.block.speaker].append(unit)
    for label, turns in by_label.items():
        named = {unit.index: found for unit in turns if (found := _named(unit))}
        if _is_shared(label, {name for name, _ in named.values()}):
            said |= _in_turn(turns, named)
    return said


def _in_turn(turns: Sequence[Unit], named: Mapping[int, tuple[str, Span]]) -> dict[int, tuple[str, Span]]:
    """Whoever said their name last speaks."""
    out: dict[int, tuple[str, Span]] = {}
    name = ""
    for unit in turns:
        name, place = named.get(unit.index, (name, Span(unit.start, unit.start)))
        if name:
            out[unit.index] = name, place
    return out


def _is_shared(label: str, names: set[str]) -> bool:
    """People whom the label does not name say their names under it."""
    surnames = {name for name in names if not _title().fullmatch(name)}
    if not surnames or any(name in label for name in surnames):
        return False
    called = _title().fullmatch(label) is not None
    return len(names) >= LEAST_NAMES or called or _ROOM.search(label) is not None


def _named(unit: Unit) -> tuple[str, Span] | None:
    found = _SAYS_NAME.match(unit.text)
    if found is None:
        return None
    group = next(name for name, words in found.groupdict().items() if words)
    name = found[group]
    if group == "name" and not (_is_surname(name) or _title().fullmatch(name)):
        return None
    return name, Span(unit.start + found.start(group), unit.start + found.end(group))


def _is_surname(name: str) -> bool:
    read = split_name(name)
    return read is not None and bool(read.given or (is_family(read.family) and not is_common(read.family)))


@cache
def _title() -> re.Pattern[str]:
    return re.compile(title_pattern())
