"""Family names alone in talk and mail: "決めるのは山口です", as people speak of their own house."""

from __future__ import annotations

import re

from agent.people.in_prose import Prose
from agent.people.names import SplitName, is_common, is_family, tokens_of
from agent.people.types import Form, Mention, Unit
from connectors.interface import BlockKind, DocumentKind

_AFTER = re.compile(r"(?:が|は|も|に|へ|から|と|の|です|で、|、)")


def bare_colleagues(prose: Prose) -> list[Mention]:
    """Names that SudachiPy takes for a family name where they stand, no everyday word, before a particle.

    Only in turns of talk and in mails; `prose` has read the document and knows what is taken.
    """
    source = prose.source
    if source.public:
        return []
    mail = source.document.kind is DocumentKind.MAIL
    out: list[Mention] = []
    for unit in source.units:
        if (
            (unit.block.speaker or mail)
            and unit.block.kind is not BlockKind.FIELD
            and _AFTER.search(unit.text)
        ):
            out += _of_unit(prose, unit)
    return out


def _of_unit(prose: Prose, unit: Unit) -> list[Mention]:
    out: list[Mention] = []
    for token in tokens_of(unit.text):
        pos, word, start, end = token.part_of_speech(), token.surface(), token.begin(), token.end()
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
