"""Outsiders told by how a house speaks of people: 先生 where nobody inside is called so, an outsider's own colleagues."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from agent.people.labels import english_unit, is_post, is_unit
from agent.people.latin_words import is_everyday, is_known_person
from agent.people.lexicon import alternatives, table
from agent.people.names import is_common, is_place
from agent.people.parties import Parties
from agent.people.types import Form, Mention, Person, Side, Source
from connectors.interface import DocumentKind

FEW = 2
"""Places at most where somebody is named whom a house's name alone makes an outsider."""
_CALLED_HOUSE = re.compile(
    r"(?<![一-龥々ァ-ヶーぁ-んA-Za-z0-9])(?P<house>[一-龥々ァ-ヶーA-Za-z0-9&]{2,12})さんの\Z"
)
_AT_HOUSE = re.compile(
    r",? (?P<link>of|from|(?:over |out )?at|with) (?:the )?(?P<house>[A-Z][\w&'’-]+(?: [A-Z][\w&'’-]+)?)(?=[ ,.;:)]|\Z)(?! (?:in|at|on) [A-Z])"
    r"(?! (?:boutique|branch|store|shop|site|depot|yard|plant|ward|wing|school|clinic|team|office|campus|practice|house|home|station|terminal|unit|desk|side|floor|hotel|farm|lab|kitchen))"
)
_TALKERS = (Form.SPEAKER, Form.CHAT_USER, Form.SENDER)
_HAS_TEACHERS = re.compile(
    r"医|病|診|クリニック|歯科|薬|看護|介護|福祉|療|リハ|整骨|動物|保育|幼稚|こども園|学|校|塾|教|研究|研修|法律|法務|弁護|税理|税務|会計|監査|特許|弁理|司法|行政書士|社労|労務|設計|芸術|美術|音楽|文化|出版|放送|劇|道場|スポーツ|議会|[市県町村区]役|寺|神社|組合"
)
"""Lines of business and houses whose own people are called 先生."""


def mark_strangers(persons: Sequence[Person], sources: Mapping[int, Source], parties: Parties) -> None:
    """Sets the side of persons whom nothing yet gives one, where the way they are spoken of makes them outsiders."""
    teachers = _HAS_TEACHERS.search(parties.industry + "".join(parties.customer))
    for person in persons:
        if person.side is Side.UNKNOWN and not teachers and _is_called_teacher(person):
            person.side, person.why_side = Side.THIRD, "先生"
    people = {m.family for p in persons for m in p.mentions if m.family}
    at_work = _customers_places(persons)
    for person in persons:
        if person.side is not Side.UNKNOWN or len(person.mentions) > FEW or _has_post(person):
            continue
        for mention in person.mentions:
            outside = None if mention.latin else _beside_outside(mention, sources, parties)
            if outside is not None:
                person.side, person.why_side = Side.THIRD, outside
                break
            house = (_english_house if mention.latin else _called_house)(mention, sources)
            if house is None or house in people or house.casefold() in at_work:
                continue
            if parties.of_words(house) in (Side.UNKNOWN, Side.THIRD) and not _is_counted(house, sources):
                person.side, person.why_side = Side.THIRD, house
    talkers = _outside_talkers(persons)
    for person in persons:
        if person.side is not Side.UNKNOWN or not talkers:
            continue
        said = [m for m in person.mentions if _speaker(m, sources) in talkers]
        others = [m for m in person.mentions if _speaker(m, sources) not in talkers]
        if any(_is_own(m) for m in said) and not any(m.title or m.honorific for m in others):
            person.side, person.why_side = Side.THIRD, "an outsider's colleague"


def _has_post(person: Person) -> bool:
    return any(
        m.title or m.department or m.side is not Side.UNKNOWN or m.form not in (Form.PROSE, Form.SELF)
        for m in person.mentions
    )


def _called_house(mention: Mention, sources: Mapping[int, Source]) -> str | None:
    """ "みつばさんの黒木さん": さん behind a proper name that no dictionary has for a word is a house's."""
    head = sources[mention.doc].folded[max(0, mention.start - 20) : mention.start]
    found = _CALLED_HOUSE.search(head)
    word = found["house"] if found else ""
    if not word or not mention.honorific or is_common(word) or is_unit(word) or is_post(word):
        return None
    return None if re.search(r"(?:屋|手|者|員|士|師|人|方|主|長|係|役|番|客|君|氏)\Z", word) else word


def _beside_outside(mention: Mention, sources: Mapping[int, Source], parties: Parties) -> str | None:
    """A word for houses and callings outside a company in the name's clause, before it: "取引銀行が寄越した黒木さん"."""
    source = sources[mention.doc]
    begin = max(source.units[mention.unit].start, mention.start - CLAUSE)
    clause = re.split(
        r"[。「」『』\n\t]|(?:が|けど|ので|から|て|し|ば|と)、", source.folded[begin : mention.start]
    )[-1]
    house = parties.industry + "".join(parties.customer)
    for found in _outside().finditer(clause):
        if found[0] not in house and not _HANDLES.search(clause[found.end() :]):
            return found[0]
    return None


@cache
def _outside() -> re.Pattern[str]:
    data, callings = table("third_parties"), table("outside_callings")
    words = alternatives([*data["callers_ja"], *data["offices_ja"], *data["posts_ja"], *callings["ja"]])
    return re.compile(
        rf"(?<![一-龥ァ-ヶー])(?:(?:取引|保守|清掃|警備|工事|設備|隣の|別の|よその|ほかの|他の){{0,2}}{words}|(?:頼んでいる|頼んだ|お願いしている|付き合いのある|別の|他の|よその|ほかの)会社)(?=さん|様|が|の|から|より|で|は|も|、)"
    )


_HANDLES = re.compile(
    r"\A(?:さん|様)?(?:への?|との|の|を|に)?[^の、]{0,4}(?:管理|対応|連絡|折衝|窓口|発注|購買|支払|請求|入力|手配|受付|係|担当(?!は|が)|出身|出向|回り|あがり|上がり|から来)|[部課室係局](?:の|[ 　])?\Z"
)
"""The customer's own work with such a house, where somebody was before, or a unit right before the name."""
CLAUSE = 26
"""Characters before a name that its clause is read in."""


def _english_house(mention: Mention, sources: Mapping[int, Source]) -> str | None:
    """ "Ann Lee of Meltwick", "from Meltwick": a proper name that no dictionary has for a word, and no unit or place."""
    found = _AT_HOUSE.match(sources[mention.doc].folded[mention.end : mention.end + 48])
    if found is None:
        return None
    words = found["house"].split()
    if any(is_everyday(w) or english_unit(w) or is_known_person(w) or is_place(w.casefold()) for w in words):
        return None
    if found["link"] in ("of", "from", "with"):
        return None if _is_a_site(found["house"], sources) else found["house"]
    return found["house"] if _is_nowhere(found["house"], sources) else None


def _is_a_site(house: str, sources: Mapping[int, Source]) -> bool:
    """Things are said to be at it or in it elsewhere: "the tablets at Polgarth"."""
    return any(
        re.search(rf"\b(?:[Aa]t|[Ii]n|[Oo]nto|[Aa]cross) (?:the )?{re.escape(house)}\b", source.folded)
        for source in sources.values()
    )


def _is_nowhere(house: str, sources: Mapping[int, Source]) -> bool:
    """No site that is spoken of elsewhere: the word stands here alone, or before what only other houses send."""
    places = [
        re.match(r"(?:['’]s)? (?P<what>[a-z]+)", source.folded[found.end() :])
        for source in sources.values()
        for found in re.finditer(rf"\b{re.escape(house)}\b", source.folded)
    ]
    return len(places) == 1 or any(p is not None and _SENT.fullmatch(p["what"]) for p in places)


_SENT = re.compile(
    r"auditors?|consultants?|advisers?|advisors?|assessors?|inspectors?|surveyors?|sales|salesman|reps?|quotes?|invoices?|licen[cs]es?|contractors?|lawyers?|brokers?|underwriters?|recruiters?"
)


def _customers_places(persons: Sequence[Person]) -> set[str]:
    """Words for where the customer's people work, folded."""
    return {
        words.casefold()
        for p in persons
        if p.side is Side.CUSTOMER
        for m in p.mentions
        for words in (m.org, m.department.text if m.department else None, m.note)
        if words
    }


def _is_counted(house: str, sources: Mapping[int, Source]) -> bool:
    """The word heads a row of a table, as sites do."""
    return any(
        source.folded[cell.start : cell.end].strip().casefold().startswith(house.casefold())
        for source in sources.values()
        for unit in source.units
        for cell in unit.block.cells[:1]
    )


def _is_called_teacher(person: Person) -> bool:
    """A company calls who advises it 先生, and none of its own."""
    called = any(
        m.honorific == "先生" or (m.title is not None and _OF_A_UNIVERSITY.fullmatch(m.title.text))
        for m in person.mentions
    )
    return called and not any(m.side is Side.CUSTOMER or m.form in _TALKERS for m in person.mentions)


_OF_A_UNIVERSITY = re.compile(r"(?:名誉|客員|特任|准|助)?教授|助教|学部長|学長")


def _outside_talkers(persons: Sequence[Person]) -> set[tuple[int, str]]:
    """Documents and labels of those of neither house who talk there or wrote the mail (label "")."""
    return {
        (m.doc, m.surface if m.form is not Form.SENDER else "")
        for p in persons
        if p.side is Side.THIRD
        for m in p.mentions
        if m.form in _TALKERS
    }


def _speaker(mention: Mention, sources: Mapping[int, Source]) -> tuple[int, str]:
    """Who speaks at the mention, as `_outside_talkers` writes it."""
    source = sources[mention.doc]
    if source.document.kind is DocumentKind.MAIL:
        return mention.doc, ""
    label = source.units[mention.unit].block.speaker or "" if mention.unit >= 0 else ""
    return mention.doc, re.split(r"[(（@＠ 　]", label)[0]


def _is_own(mention: Mention) -> bool:
    """Named bare or by the post alone, as one's own people are to another house."""
    return (
        mention.form in (Form.PROSE, Form.SELF)
        and not mention.latin
        and not mention.honorific
        and (mention.title is None or mention.title.end <= mention.start)
    )
