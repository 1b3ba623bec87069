"""Speakers written with a sign that the paper gives them ("(以下O)", 【H】, "head nurse (OF)") or with their initials."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from agent.people.fold import fold
from agent.people.types import Form, Mention, Source, Unit
from connectors.interface import BlockKind, Span

_SIGN = r"[A-Z][A-Za-z]{0,2}"
_CODE = re.compile(rf"{_SIGN}|[一-龥]")
_BEHIND = 48
"""Letters behind a name in which the sign is given: title and unit may stand between."""
_BRACKET = re.compile(r"[(（【\[]([^()（）【】\[\]\n]{1,24})[)）】\]]")
_GIVEN = re.compile(
    rf"(?:以下|略称?)、?[「『\"]?(?P<named>{_SIGN}|[一-龥])(?![一-龥A-Za-z])|[「『](?P<quoted>{_SIGN}|[一-龥])[」』]|\A(?P<alone>{_SIGN})(?=\Z|,)"
)
"""What a bracket says of the sign: 以下O, 「早」, or the sign alone."""
_BESIDE = re.compile(
    rf"\A(?:さん|様|氏)?(?P<beside>{_SIGN})(?![A-Za-z])|[=＝][ 　]?(?P<is>{_SIGN}|[一-龥])(?![A-Za-z一-龥ぁ-んァ-ヶ])"
)
"""The sign right behind a Japanese name, or behind an equals sign."""
_ENDS = re.compile(r"[/／;；\n]|[。、，](?=[^(（【\[]*\Z)")
LONG_ENOUGH = 2
"""Letters of initials that hold in all papers of the account; a single letter holds in its own."""

Owners = Mapping[str, Mention]


def coded_speakers(sources: Sequence[Source], found: Sequence[list[Mention]]) -> None:
    """Gives whoever speaks under a sign the name it stands for; adds mentions for speakers nobody had read."""
    everywhere = _initials([m for mentions in found for m in mentions])
    for source, mentions in zip(sources, found, strict=True):
        turns = [u for u in source.units if u.block.kind is BlockKind.TURN and u.block.speaker]
        known = {m.unit for m in mentions if m.form in (Form.SPEAKER, Form.CHAT_USER)}
        unread = [u for u in turns if u.index not in known]
        signs = {u.block.speaker or "" for u in turns if _CODE.fullmatch(u.block.speaker or "")}
        if not signs and not unread:
            continue
        others = [m for m in mentions if m.surface not in signs]
        owners = {
            **_whole_words(others, {u.block.speaker or "" for u in unread}),
            **{sign: owner for sign, owner in everywhere.items() if len(sign) >= LONG_ENOUGH},
            **_initials(others), **_listed(source, others),
        }  # fmt: skip
        for unit in turns:
            owner = owners.get(unit.block.speaker or "")
            if owner is not None:
                _name(unit, source, mentions, owner)


def _name(unit: Unit, source: Source, mentions: list[Mention], owner: Mention) -> None:
    """The turn's speaker is the owner of the sign."""
    label = unit.block.speaker or ""
    known = next((m for m in mentions if m.form is Form.SPEAKER and m.unit == unit.index), None)
    if known is not None:
        known.family, known.given, known.latin, known.side = (
            owner.family,
            owner.given,
            owner.latin,
            owner.side,
        )
        return
    at = source.folded.find(fold(label), unit.block.start, unit.start)
    if at < 0:
        return
    span = Span(at, at + len(label))
    mentions.append(
        replace(
            owner, doc=source.index, start=span.start, end=span.end, outer=span, surface=label, form=Form.SPEAKER, honorific="",
            title=None, department=None, unit=unit.index, day=unit.day, group=-1, note="", kana=None,
        )
    )  # fmt: skip


def _listed(source: Source, mentions: Sequence[Mention]) -> dict[str, Mention]:
    """Signs the paper itself gives in brackets behind names, each for one person."""
    named = [m for m in mentions if m.family and source.folded[max(m.start - 1, 0)] not in "(（「"]
    places = sorted(named, key=lambda m: (m.start, -m.end))
    given: dict[str, list[Mention]] = {}
    for place, mention in enumerate(places):
        following = next((m.start for m in places[place + 1 :] if m.start >= mention.end), len(source.folded))
        behind = source.folded[mention.end : min(mention.end + _BEHIND, following)]
        sign = _sign_in(behind, mention.latin)
        if sign:
            given.setdefault(sign, []).append(mention)
    return _of_one(given)


def _sign_in(behind: str, latin: bool) -> str | None:
    """The sign that the words behind a name give it."""
    beside = _BESIDE.search(behind)
    if beside and not (latin and beside["beside"]) and not _ENDS.search(behind, 0, beside.start()):
        return str(beside["beside"] or beside["is"])
    for bracket in _BRACKET.finditer(behind):
        if _ENDS.search(behind, 0, bracket.start()):
            return None
        sign = _GIVEN.search(bracket[1])
        if sign:
            return str(next(filter(None, sign.groups())))
    return None


def _whole_words(mentions: Sequence[Mention], labels: Collection[str]) -> dict[str, Mention]:
    """Labels that are a name of one person of the paper, though everyday words too."""
    return _of_one({label: [m for m in mentions if label in (m.family, m.given)] for label in labels})


def _initials(mentions: Sequence[Mention]) -> dict[str, Mention]:
    """Initials of Latin names: of the whole name, of its words apart, and one letter."""
    owned: dict[str, list[Mention]] = {}
    for mention in mentions:
        if not mention.latin or not mention.family:
            continue
        names = [name for name in (mention.given, mention.family) if name]
        signs = {name[0] for name in names}
        if mention.given:
            whole = f"{mention.given} {mention.family}"
            signs |= {
                "".join(word[0] for word in whole.split()),
                "".join(word[0] for word in re.split(r"[ -]", whole) if word),
            }
        for sign in signs:
            owned.setdefault(sign.upper(), []).append(mention)
    return _of_one(owned)


def _of_one(owned: Mapping[str, Sequence[Mention]]) -> dict[str, Mention]:
    """Signs that stand for one person; a bare family name beside the whole name is the same person."""
    out: dict[str, Mention] = {}
    for sign, mentions in owned.items():
        if not mentions:
            continue
        families = {m.family for m in mentions if m.given} or {m.family for m in mentions}
        given = {m.given for m in mentions if m.given}
        rest = {n for m in mentions if not m.given for n in [m.family] if n not in families | given}
        if len(families) == 1 and len(given) <= 1 and not rest:
            out[sign] = max(mentions, key=lambda m: (m.given is not None, -m.start))
    return out
