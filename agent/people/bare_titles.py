"""Japanese titles that stand alone for their holder: 「本部長」, 「経営企画部長」, 「代表」."""

from __future__ import annotations

import re
from functools import cache

from agent.people.fold import fold
from agent.people.held_by_many import plural_posts
from agent.people.houses import is_other_house
from agent.people.lexicon import honorific_pattern, title_pattern
from agent.people.parties import Parties
from agent.people.titles import is_unique, rank_of
from agent.people.types import Form, Mention, Phrase, Side, Source, Unit
from connectors.interface import BlockKind, DocumentKind, Span

_NO_HOLDER = "夫人|責任者|長|決裁|承認|級|会議|会|クラス|職|枠|案件|候補|室|賞|印|名|人|以上|未満|研修|向け|代理|補佐|アドレス|番号|印鑑|会社|達|たち|ら|がた|陣|全員|名簿|者|的|例|員|電話|権|性|作|社員|団|選|制|経験|時代|同士|部(?![下員])|課(?![員])|局|本部|グループ|チーム|センター|方(?=[がはにのをも、。])|各位|連中|層"


@cache
def _bare_title() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<dept>{department_head()})?(?<!副)(?P<title>{title_pattern()})(?P<hon>{honorific_pattern()})?+(?!{_NO_HOLDER})"
    )


@cache
def department_head() -> str:
    """The unit part of a fused title: 経営企画 in 経営企画部長."""
    return r"(?:(?:お客[様さ]ま?)?[一-龥ァ-ヶーA-Z]{2,12}?(?=(?:部|課|室|係|本部|支店|支社|営業所|工場|センター)長))"


_OF_A_HOUSE = re.compile(r"(?P<house>[一-龥々ァ-ヶーA-Za-z0-9&・]{3,14})(?:さん|様|社)?の(?:今の|現)?\Z")


def _is_anothers(head: str, parties: Parties) -> bool:
    """ "岬水産の社長": the head of another house."""
    found = _OF_A_HOUSE.search(head)
    if found is None or any(name.startswith(found["house"][:2]) for name in parties.customer):
        return False
    side = parties.of_words(found["house"])
    return side is Side.THIRD or (side is Side.UNKNOWN and is_other_house(found["house"]))


def title_mentions(source: Source, known: list[Mention], parties: Parties) -> list[Mention]:
    """Titles that stand alone for their holder: 「本部長」, 「経営企画部長」, 「代表」 (also in 「代表決裁」)."""
    taken = [m.outer for m in known]
    taken += [Span(m.title.start, m.title.end) for m in known if m.title]
    held = {m.title.text for m in known if m.title}
    out: list[Mention] = []
    for unit in source.units:
        if unit.block.kind is BlockKind.FIELD and source.document.kind is DocumentKind.MAIL:
            continue
        spoken = _of_speaker(unit, source)
        if spoken is not None and not any(m.unit == unit.index and m.form is Form.SPEAKER for m in known):
            out.append(spoken)
        plural = plural_posts(unit.text)
        for found in _titles(unit.text):
            if not found[2] and found[0] in plural and is_unique(found[3]):
                continue
            start, end = unit.start + found[0], unit.start + found[1]
            if any(start < t.end and t.start < end for t in taken):
                continue
            dept, title = found[2], found[3]
            if _is_anothers(unit.text[: found[0]], parties):
                continue
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


def _of_speaker(unit: Unit, source: Source) -> Mention | None:
    """The speaker's label, where it is a title and nothing else ("社長: …")."""
    label = fold(unit.block.speaker or "")
    if unit.start <= unit.block.start or not _bare_title().fullmatch(label):
        return None
    start = source.folded.find(label, unit.block.start, unit.start)
    if start < 0:
        return None
    end = start + len(label)
    return Mention(
        doc=source.index, start=start, end=end, surface=label, form=Form.TITLE_ONLY, outer=Span(start, end),
        day=unit.day, unit=unit.index, title=Phrase(label, start, end),
    )  # fmt: skip


def _titles(text: str) -> list[tuple[int, int, str, str]]:
    found = [(m.start(), m.end(), m["dept"] or "", m["title"]) for m in _bare_title().finditer(text)]
    for m in re.finditer(rf"(?P<title>{title_pattern()})(?=(?:の)?(?:決裁|承認|判断|案件))", text):
        if is_unique(m["title"]) and not any(s <= m.start() < e for s, e, _, _ in found):
            found.append((m.start(), m.end(), "", m["title"]))
    return sorted(found)
