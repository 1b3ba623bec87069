"""Japanese titles that stand alone for their holder: 「本部長」, 「経営企画部長」, 「代表」."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from agent.people.lexicon import honorific_pattern, title_pattern
from agent.people.titles import is_unique, rank_of
from agent.people.types import Form, Mention, Phrase, Source
from connectors.interface import BlockKind, DocumentKind, Span

_NO_HOLDER = "夫人|責任者|長|決裁|承認|級|会議|会|クラス|職|枠|案件|候補|室|賞|印|名|人|以上|未満|研修|向け|代理|補佐|アドレス|番号|印鑑|会社|達|たち|ら|がた|陣|全員|名簿|者|的|例|電話|権|性|作|社員|団|選|制|経験|時代|同士"


@cache
def _bare_title() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<dept>{department_head()})?(?<!副)(?P<title>{title_pattern()})(?P<hon>{honorific_pattern()})?(?!{_NO_HOLDER})"
    )


@cache
def department_head() -> str:
    """The unit part of a fused title: 経営企画 in 経営企画部長."""
    return r"(?:(?:お客[様さ]ま?)?[一-龥ァ-ヶーA-Z]{2,12}?(?=(?:部|課|室|係|本部|支店|支社|営業所|工場|センター)長))"


def title_mentions(source: Source, known: list[Mention]) -> list[Mention]:
    """Titles that stand alone for their holder: 「本部長」, 「経営企画部長」, 「代表」 (also in 「代表決裁」)."""
    taken = [m.outer for m in known]
    taken += [Span(m.title.start, m.title.end) for m in known if m.title]
    held = {m.title.text for m in known if m.title}
    out: list[Mention] = []
    for unit in source.units:
        if unit.block.kind is BlockKind.FIELD and source.document.kind is DocumentKind.MAIL:
            continue
        for found in _titles(unit.text):
            start, end = unit.start + found[0], unit.start + found[1]
            if any(start < t.end and t.start < end for t in taken):
                continue
            dept, title = found[2], found[3]
            if rank_of(title) > 5 and not dept and title not in held:
                continue
            mention = Mention(
                doc=source.index, start=start, end=start + len(dept) + len(title), surface=dept + title, form=Form.TITLE_ONLY,
                outer=Span(start, end), day=unit.day, unit=unit.index,
            )  # fmt: skip
            mention.title = Phrase(dept + title, start, mention.end)
            if dept:
                stem = title[:-1] if title.endswith("長") else ""
                mention.department = Phrase(dept + stem, start, start + len(dept) + len(stem))
            out.append(mention)
    return out


def held_by_many(sources: Sequence[Source]) -> frozenset[str]:
    """Titles a source counts or speaks of as several people: 「各班長」, 「班長14名」, 「職長たち」."""
    found = (m for source in sources for m in _several().finditer(source.folded))
    return frozenset(m["title"] or m["title2"] for m in found)


@cache
def _several() -> re.Pattern[str]:
    title = title_pattern()
    return re.compile(
        rf"(?<![一-龥])[各全](?P<title>{title})|(?<![一-龥])(?P<title2>{title})(?:[0-9]{{1,3}}[名人]|たち|達|全員|の皆)"
    )


def _titles(text: str) -> list[tuple[int, int, str, str]]:
    found = [(m.start(), m.end(), m["dept"] or "", m["title"]) for m in _bare_title().finditer(text)]
    for m in re.finditer(rf"(?P<title>{title_pattern()})(?=(?:の)?(?:決裁|承認|判断|案件))", text):
        if is_unique(m["title"]) and not any(s <= m.start() < e for s, e, _, _ in found):
            found.append((m.start(), m.end(), "", m["title"]))
    return sorted(found)
