"""Several people in one short text: attendee lines, cells, lists of contacts, cut into labels."""

from __future__ import annotations

import re
from functools import cache

from agent.people.labels import Label, english_unit, phrase_at, place_part, read_label
from agent.people.lexicon import honorific_pattern, title_pattern
from agent.people.names import is_family, is_given
from agent.people.titles import read_english_role
from agent.people.types import Phrase

_ITEMS = re.compile(
    r"[、，,;；／\n\t]|(?<!\bv)(?<!\bc)(?<!\bw)/|(?<![ァ-ヶー])・|・(?![ァ-ヶー])|(?<=[a-z)]) and (?=[A-Z])"
)
_SIGN = r"(?<=[^\s　])[=＝][A-Za-z○●◎△▲◇◆□■]{1,3}(?=[\s　、，,/／]|\Z)"
"""The sign somebody is minuted by: "黒木 主任=K"."""
_REMARK = re.compile(
    _SIGN + r"|[※＊*].*\Z|(?<=[^\s　、，,・/／])(?:も|が)?(?:同席|同行|陪席)(?=[、，,\s　]|\Z)"
)


def read_items(text: str, base: int, loose: bool = True) -> list[Label]:
    """People of a list such as an attendee line; a department named once holds until the next one."""
    text = _REMARK.sub(lambda found: " " * len(found[0]), text)
    labels: list[Label] = []
    department: Phrase | None = None
    org: str | None = None
    for start, end in _cut(text):
        role = read_english_role(text[start:end])
        if (
            role
            and labels
            and labels[-1].latin
            and labels[-1].title is None
            and text[start:end].strip().startswith(role.title)
        ):
            place_part(labels[-1], text, start, end, base)
            continue
        unit = text[start:end].strip()
        if labels and labels[-1].latin and unit and english_unit(unit):
            if labels[-1].department is None:
                labels[-1].department = phrase_at(unit, text, start, base)
            continue
        label = read_label(text[start:end], base + start, loose)
        if label is None:
            continue
        own_org = label.org if label.org and label.org not in label.note else None
        if label.department or own_org:
            department, org = label.department, own_org or org
        elif labels and not label.latin:
            label.department, label.org = department, label.org or org
        labels.append(label)
    return labels


def _cut(text: str) -> list[tuple[int, int]]:
    """Items between separators outside brackets; also between people set apart by a space alone."""
    depth, at, cuts = 0, 0, []
    starts = {m.start(): m.end() for m in _ITEMS.finditer(text)}
    i = 0
    while i < len(text):
        if text[i] in "(（[［【":
            depth += 1
        elif text[i] in ")）]］】":
            depth = max(0, depth - 1)
        elif depth == 0 and i in starts:
            cuts.append((at, i))
            at = i = starts[i]
            continue
        i += 1
    cuts.append((at, len(text)))
    out: list[tuple[int, int]] = []
    for start, end in cuts:
        piece_at = start
        ends = [found.end() for found in _spaced().finditer(text, start, end)]
        for at, stop in zip(ends, [*ends[1:], end], strict=False):
            if text.count("(", start, at) > text.count(")", start, at):
                continue
            if read_label(text[piece_at:at], 0) and (
                read_label(text[at:stop].strip(), 0) or read_label(text[at:end].strip(), 0)
            ):
                out.append((piece_at, at))
                piece_at = at
        out += _bare_families(text, piece_at, end)
    return out


@cache
def _spaced() -> re.Pattern[str]:
    """A title or honorific, its remark in brackets and the sign it is minuted by, with the next person behind a space."""
    return re.compile(
        rf"(?:{title_pattern()}|{honorific_pattern()}|(?<=[一-龥])(?:[A-Z]長|[LM]))"
        r"(?:[(（\[［【〔＜<][^()（）\[\]［］【】〔〕＜＞<>]{1,16}[)）\]］】〕＞>])?(?:[=＝][^\s　、,]{1,3})?(?=[\s　]+[一-龥ァ-ヶA-Z])"
    )


def _bare_families(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """ "花田 勘解由小路(営業)" is two people where the second word is a family name and no given name."""
    words = [m.span() for m in re.finditer(r"[^\s　(（]+", text[start : _bracket_at(text, start, end)])]
    values = [
        re.sub(r"[\[［【〔＜<][^\s　]{1,3}[\]］】〕＞>]\Z", "", text[start + a : start + b]) for a, b in words
    ]
    if len(values) < 2 or not all(is_family(v) and not v.isascii() for v in values):
        return [(start, end)]
    if any(is_given(v) for v in values[1:]):
        return [(start, end)]
    spans = [(start + a, start + b) for a, b in words]
    spans[-1] = (spans[-1][0], end)
    return spans


def _bracket_at(text: str, start: int, end: int) -> int:
    found = re.compile(r"[(（]").search(text, start, end)
    return found.start() if found else end
