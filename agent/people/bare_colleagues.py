"""Family names alone in talk and mail: "決めるのは山口です", as people speak of their own house."""

from __future__ import annotations

import re

from agent.dictionary import morphemes
from agent.people.in_prose import Prose
from agent.people.names import SplitName, is_common, is_family
from agent.people.types import Form, Mention, Unit
from connectors.interface import BlockKind, DocumentKind

_AFTER = re.compile(
    r"(?:が|は|も|に|へ|から|と|の|です|で、|、|か(?![一-龥ぁ-ん]{0,2}る)|や|って|なら|だけ|さえ|には|でし|だ(?:から|って|よ)|ん(?:とこ|ち)|さ(?=上|話|聞))"
)
_QUOTED = re.compile(r"「[^「」]*(?:「[^「」]*」[^「」]*)*」|『[^『』]*』|“[^“”]*”")
"""Somebody's own words in a note: there people speak of their own house as in talk."""


def bare_colleagues(prose: Prose) -> list[Mention]:
    """Names that SudachiPy takes for a family name where they stand, no everyday word, before a particle.

    Only in turns of talk, in mails and in the quoted words of notes; `prose` has read the document and knows what
    is taken.
    """
    source = prose.source
    if source.public:
        return []
    mail = source.document.kind is DocumentKind.MAIL
    out: list[Mention] = []
    for unit in source.units:
        if (unit.block.kind is BlockKind.FIELD and mail) or not _AFTER.search(unit.text):
            continue
        if unit.block.speaker or mail:
            out += _of_unit(prose, unit, [(0, len(unit.text))])
        else:
            out += _of_unit(prose, unit, [m.span() for m in _QUOTED.finditer(unit.text)])
    return out


def _of_unit(prose: Prose, unit: Unit, spans: list[tuple[int, int]]) -> list[Mention]:
    out: list[Mention] = []
    if not spans:
        return out
    for token in morphemes(unit.text):
        pos, word, start, end = token.part_of_speech(), token.surface(), token.begin(), token.end()
        if not any(a <= start and end <= b for a, b in spans):
            continue
        if pos[2] != "人名" or pos[3] != "姓" or len(word) < 2 or not _AFTER.match(unit.text, end):
            continue
        if is_common(word) or not is_family(word) or prose.parties.is_company(word):
            continue
        if start and re.match(r"[一-龥ァ-ヶーA-Za-z]", unit.text[start - 1]):
            continue
        mention = prose.mention_at(unit, start, end, SplitName(word, None), Form.PROSE)
        if mention is not None:
            out.append(mention)
    return out
