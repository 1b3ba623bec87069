"""Names that the words beside them give to a third party or to us: "SIerの山田氏", "Ann from our partner"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from agent.people.english_houses import third_house_beside
from agent.people.fold import name_key
from agent.people.houses import is_other_house, is_trade_name
from agent.people.latin_words import is_known_person
from agent.people.lexicon import alternatives, table
from agent.people.list_groups import HEAD
from agent.people.outside_callings import calling_patterns
from agent.people.outside_chains import house_of_chain
from agent.people.outside_told_english import house_told, told_of
from agent.people.parties import Parties
from agent.people.rivals import of_rival, rival_houses
from agent.people.types import Form, Mention, Side, Source, Unit
from connectors.interface import BlockKind, DocumentKind

_NAME = "\ue000"
_HOUSE_BEFORE = re.compile(
    r"([一-龥々ァ-ヶーA-Za-z0-9&]{3,14})[)）]?(?:さん|様|社)?の(?:[一-龥ァ-ヶーA-Za-z]{1,8}(?:の|、|・|[ 　])?)?\Z"
    r"|([一-龥々ァ-ヶーA-Za-z0-9&]{3,14})[(（](?:ご?担当(?:者)?|窓口|営業|責任者|SE)(?:は|が|[:：=])?[ 　]?\Z"
)
"""A house before a name, or before the post that the name's holder has there."""
_TOP = r"(?:chief executive|CEO|managing director|MD|president|founder|chairman|chairwoman|owner|boss)(?: officer)?"
_HEADED = re.compile(
    rf"(?P<house>[A-Z][\w&.\-]+(?: [A-Z][\w&.\-]+){{0,3}})['’]s (?:own |new |former |then |group )?{_TOP},? (?:(?:Mr|Ms|Mrs|Dr)\.? )?\Z"
    r"|(?P<japanese>(?!(?:親|当|同|弊|御|貴|本|支|自|子|新|グループ|会)社)[一-龥ァ-ヶーA-Za-z]{2,14}(?:社|株式会社|ホールディングス))の?(?:代表取締役|代表)?(?:社長|会長|CEO|代表)(?:の|、)?\Z"
)
"""A house with its head, whose name comes next: where the house is not the customer's, neither is the head."""
_HOUSE_BEHIND = re.compile(
    r"(?:さん|様|氏|先生)?[(（](?P<bracket>[一-龥々ァ-ヶーA-Za-z0-9&・]{3,15})(?:の[^()（）]{1,8})?[)）]"
    r"|(?:さん|様|氏|先生)?(?:。|、|は、?|って、?)(?P<house>[一-龥々ァ-ヶーA-Za-z0-9&・]{3,15})(?:さん|社)?の(?:営業|人|方|担当|社員|技術|社長|専務|部長|課長|店主|者)(?!が|に|と)"
)
"""A house given behind the name: "黒木さん。ヤマト計器の営業さん"."""
_THEM = re.compile(
    rf"{_NAME}|\b(?:them|(?:an?|one|this)(?: [a-z]+)? (?:customer|client)|(?:customer|client)s? of|[Tt]heir (?:[a-z-]+ ){{0,2}}(?:customer|client)s?)\b"
)
"""Words of a sentence on a stranger that are no party's name ("who leases them their vans")."""
_OTHER = {Side.OURS: Side.THIRD, Side.THIRD: Side.OURS}
AROUND = 60
"""Characters before and behind a name that are read for it."""
AROUND_RIVALS = 120
"""Characters before a name in which a house that sells may be named, with what it did."""


def mark_outsiders(mentions: Sequence[Mention], sources: Sequence[Source], parties: Parties) -> None:
    """Sets the side of mentions in prose and lists whose own words tell it; the customer's group is never a third."""
    by_index = {s.index: s for s in sources}
    apart = _only_under_keys(mentions, by_index)
    public = any(_PUBLIC.search(name) for name in parties.customer)
    members = public or any(_MEMBERS.search(name) for name in parties.customer)
    rivals = _rivals(mentions, sources, parties)
    for mention in mentions:
        if mention.form is Form.CHAT_USER and mention.org in rivals and mention.side is Side.UNKNOWN:
            mention.side, mention.why_side = Side.THIRD, mention.org or ""
        if (
            mention.form not in (Form.PROSE, Form.ATTENDEE, Form.SELF, Form.SPEAKER, Form.TABLE)
            or mention.side is Side.OURS
        ):
            continue
        source = by_index[mention.doc]
        unit = source.units[mention.unit]
        if _labelled_with_a_house(mention, parties) or mention.family in apart:
            mention.side, mention.why_side = Side.THIRD, mention.org or mention.note or "key"
            mention.org = mention.org or mention.note
            continue
        if mention.family in rivals or mention.surface in rivals:
            mention.side, mention.why_side = Side.THIRD, mention.surface
            continue
        begin, end = max(0, unit.start - 2, mention.start - AROUND), mention.end + AROUND
        words = source.folded[begin : mention.start] + _NAME + source.folded[mention.end : end]
        before = _HOUSE_BEFORE.search(words[: words.index(_NAME)])
        house = (before[1] or before[2]) if before else ""
        if (
            before
            and parties.customer_printed
            and (is_other_house(house) or (is_trade_name(house) and house.startswith(mention.family or "-")))
            and not any(name.startswith(house[:2]) for name in parties.customer)
            and parties.of_words(house) in (Side.UNKNOWN, Side.THIRD)
        ):
            mention.side, mention.why_side, mention.org = Side.THIRD, before[0], house
            continue
        known = _of_known_house(words[: words.index(_NAME)], parties)
        if known:
            mention.side, mention.why_side, mention.org = Side.THIRD, known, known
            continue
        wide = source.folded[max(0, unit.start - 2, mention.start - AROUND_RIVALS) : mention.start]
        rival = of_rival(wide + words[words.index(_NAME) :], _NAME, rivals)
        if rival:
            mention.side, mention.why_side = Side.THIRD, rival.replace(_NAME, mention.surface)
            mention.org = mention.org or rival.replace(_NAME, mention.surface)
            continue
        behind = _HOUSE_BEHIND.match(words[words.index(_NAME) + 1 :])
        if (
            behind
            and parties.customer_printed
            and _is_elsewhere(
                stated := behind["bracket"] or behind["house"], parties, bool(behind["bracket"])
            )
        ):
            mention.side, mention.why_side, mention.org = Side.THIRD, stated, stated
            continue
        headed = _HEADED.search(words[: words.index(_NAME)])
        of = (headed["house"] or headed["japanese"]) if headed else None
        if (
            of
            and not is_known_person(of)
            and parties.customer_printed
            and parties.of_words(of) in (Side.UNKNOWN, Side.THIRD)
        ):
            mention.side, mention.why_side, mention.org = Side.THIRD, words.split(_NAME)[0][-AROUND:], of
            continue
        at_house = (
            third_house_beside(
                unit.text, mention.start - unit.start, mention.end - unit.start, mention.family or "", parties
            )
            if mention.latin and unit.start <= mention.start
            else None
        )
        if at_house:
            mention.side, mention.why_side, mention.org = Side.THIRD, at_house, at_house
            continue
        told = _told_elsewhere(mention, unit, source, parties)
        if told:
            mention.side, mention.why_side, mention.org = Side.THIRD, told, told
            continue
        for side, pattern in _patterns(public, members):
            found = pattern.search(words)
            if side is Side.OURS and found and _WHOSE.search(found[0]) and _is_spoken(unit, source):
                continue
            if side is Side.THIRD and found and _is_own_kind(found[0], parties):
                continue
            if found and parties.of_words(_THEM.sub("", found[0])) not in (Side.CUSTOMER, _OTHER[side]):
                mention.side, mention.why_side, mention.org = (
                    side,
                    found[0].replace(_NAME, mention.surface),
                    found[0],
                )
                break
    _in_one_row(mentions)


def _is_own_kind(words: str, parties: Parties) -> bool:
    """The kind of house in the words is what the customer itself is: 「銀行の黒木さん」 of a bank."""
    own = parties.industry + "".join(sorted(parties.customer))
    kinds = (word for word in table("third_parties")["callers_ja"] if len(word) > 1 and word in own)
    return any(re.match(rf"{re.escape(kind)}(?:さん|様|側)?の", words) for kind in kinds)


def _in_one_row(mentions: Sequence[Mention]) -> None:
    """A column for the customer's people is filled with whom the same row gives to another house."""
    outside = {
        (m.doc, m.unit, m.family): m for m in mentions if m.side is Side.THIRD and m.org and not m.latin
    }
    for mention in mentions:
        other = outside.get((mention.doc, mention.unit, mention.family))
        if other is not None and mention.form is Form.TABLE and mention.side is Side.CUSTOMER:
            mention.side, mention.why_side, mention.org = Side.THIRD, other.why_side, other.org


def _told_elsewhere(mention: Mention, unit: Unit, source: Source, parties: Parties) -> str | None:
    """The words of the line that give the name to another house by what kind of house it is."""
    if source.public or mention.form not in (Form.PROSE, Form.SELF):
        return None
    if mention.latin:
        called = frozenset(w for w in (mention.surface, mention.family, mention.given) if w and len(w) > 1)
        before = source.folded[max(unit.start, mention.start - AROUND_RIVALS) : mention.start]
        return house_told(told_of(mention, unit, called), before)
    begin, end = min(mention.start, mention.outer.start or mention.start), mention.end
    return house_of_chain(source.folded[unit.start : begin], source.folded[end : unit.end], parties)


_WHOSE = re.compile(r"うち|弊社|当社|自社|\b(?:[Oo]ur|[Mm]y|[Uu]s|[Mm]e|[Mm]yself)\b")
"""Words for the house of whoever speaks."""


def _is_spoken(unit: Unit, source: Source) -> bool:
    """Someone's own words: whose house is meant shows when it is known who speaks (`own_house`)."""
    return bool(unit.block.speaker) or source.document.kind is DocumentKind.MAIL


def _is_elsewhere(house: str, parties: Parties, by_name: bool) -> bool:
    """A house by its line of business or known as a third party's, and neither party's; `by_name`: not by a calling
    ("元銀行員")."""
    side = parties.of_words(house)
    if by_name:
        return side in (Side.UNKNOWN, Side.THIRD) and is_other_house(house) and not house.startswith("元")
    return side is Side.THIRD or (side is Side.UNKNOWN and is_other_house(house))


def _rivals(mentions: Sequence[Mention], sources: Sequence[Source], parties: Parties) -> frozenset[str]:
    """Houses that sell or are compared, without the two parties' own names and what somebody is called."""
    called = {
        word
        for m in mentions
        if m.given or m.honorific or m.title or m.form is not Form.PROSE
        for word in (m.family, m.given)
        if word
    }
    return frozenset(
        house
        for house in rival_houses(sources)
        if house not in called and parties.of_words(house) in (Side.UNKNOWN, Side.THIRD)
    )


def _of_known_house(head: str, parties: Parties) -> str | None:
    """ "旅行社「たびなかま」の黒木さん", "ハヤテ計装さんの担当の黒木さん": a house that other words show as a third party's."""
    found = _HOUSE_OF.search(head)
    if found is None or not parties.customer_printed:
        return None
    key = name_key(re.sub(r"(?:さん|様|社)\Z", "", found["house"]))
    if any(len(name) >= LEAST_HOUSE and key.endswith(name) for name in parties.third):
        return found["house"] if parties.of_words(found["house"]) is Side.THIRD else None
    return None


LEAST_HOUSE = 3
"""Characters of the shortest known house that is looked for in front of a name."""
_HOUSE_OF = re.compile(
    r"(?P<house>[一-龥々ァ-ヶーぁ-んA-Za-z0-9&・]{3,24})」?(?:さん|様|社)?(?:[(（][^()（）]{1,20}[)）])?(?:の|から|より)(?:[^、。「」はがをにで\n]{1,8}の)?\Z"
)


_PUBLIC = re.compile(
    r"(?:市|県|町|村|区|府|都|道|庁|省|役所|役場|企業団|公社|水道局|教育委員会|council|borough|county|ministry|diocese|church|parish|(?:広域|事務|水道|消防|衛生|行政)[一-龥]{0,6}組合)\Z"
)
"""A customer that is a public office: another office's people need not be strangers."""
_MEMBERS = re.compile(r"(?:組合|連合会|協会|連盟|会議所|農協|漁協|生協)\Z")
"""A customer that is a body of members: nor need another such body's."""


def _labelled_with_a_house(mention: Mention, parties: Parties) -> bool:
    """ "西郷電工 西郷", "黒木(市民病院 用度課)": another house in the label, or an institution with its unit that the
    customer is none of."""
    if mention.latin or not parties.customer_printed or mention.form in (Form.PROSE, Form.TABLE):
        return False
    house = mention.org or ""
    if house and is_other_house(house) and parties.of_words(house) in (Side.UNKNOWN, Side.THIRD):
        return not any(name.startswith(house[:2]) for name in parties.customer)
    if _OFFICE.fullmatch(mention.note) and not any(_PUBLIC.search(name) for name in parties.customer):
        return True
    institution = _INSTITUTION.fullmatch(mention.note)
    return (
        institution is not None
        and parties.of_words(mention.note) is Side.UNKNOWN
        and not any(institution["kind"] in name for name in parties.customer)
        and not re.search(
            rf"{institution['kind']}(?:経営|運営|グループ)?(?:\Z|[(（)）・、/ ](?![^(（]*向け))",
            parties.industry,
        )
    )


_INSTITUTION = re.compile(
    r"[一-龥ァ-ヶー]{1,8}(?P<kind>病院|医院|銀行|信金|大学|高校|学園|市役所|町役場|村役場|区役所|県庁|農協|漁協|生協|新聞|放送|ホテル|旅館)[ 　・]?[一-龥]{2,6}[課部室係局科]"
)
"""An institution with one of its units."""
_OFFICE = re.compile(
    r"(?:市|県|町|村|国|都|府|道)(?:の?(?:担当(?:者)?|職員|方|立会人?|係))?|(?:市|区|町|村)?役[所場]|[県都府道]庁"
)
"""Whoever a talk's label gives a public office for."""


def _only_under_keys(mentions: Sequence[Mention], by_index: dict[int, Source]) -> frozenset[str]:
    """Family names that stand nowhere but in rows or lines about competitors, agents, auditors and the like."""
    inside: dict[str, bool] = {}
    for mention in mentions:
        if mention.family and not mention.latin:
            under = _under_key(mention, by_index[mention.doc]) and not (mention.title or mention.department)
            inside[mention.family] = inside.get(mention.family, True) and under
    return frozenset(family for family, always in inside.items() if always)


def _under_key(mention: Mention, source: Source) -> bool:
    if source.public or mention.unit < 0:
        return False
    block = source.units[mention.unit].block
    if block.kind is BlockKind.TABLE_ROW:
        before = [source.folded[c.start : c.end].strip() for c in block.cells if c.end <= mention.start]
        return any(_keys().fullmatch(cell) for cell in before)
    head = HEAD.match(source.units[mention.unit].text)
    return head is not None and bool(_keys().fullmatch(head["head"].strip()))


@cache
def _keys() -> re.Pattern[str]:
    return re.compile("|".join(table("third_parties")["keys_ja"]))


@cache
def _patterns(public: bool, members: bool) -> tuple[tuple[Side, re.Pattern[str]], ...]:
    data = table("third_parties")
    third = [
        *data["third"],
        *_of_callers(
            [
                *data["callers_ja"],
                *([] if public else data["offices_ja"]),
                *([] if members else data["members_ja"]),
            ]
        ),
    ]
    third += calling_patterns(public)
    third += [*([] if public else data["offices"]), *([] if members else data["members"])]
    return tuple(
        (side, re.compile("|".join(p.replace("{N}", _NAME) for p in patterns)))
        for side, patterns in ((Side.OURS, data["ours"]), (Side.THIRD, third))
    )


def _of_callers(callers: list[str]) -> list[str]:
    """ "信金の担当の…", "商工会の指導員、…", "税理士の…": what somebody is, with no other clause between."""
    words, posts = alternatives(callers), alternatives(table("third_parties")["posts_ja"])
    called = "(?:さん|様|さま|氏|先生|殿)"
    return [
        rf"(?<![一-龥]){words}(?:さん|様)?の(?:(?!{_OWN_WORK})[一-龥ァ-ヶーA-Za-z]{{1,8}}(?:の|、|・))?{{N}}{called}",
        rf"(?<![一-龥]){words}(?:さん|様)?の{{N}}(?:です|と申し|でございます)",
        rf"(?:(?<![一-龥])|(?<=顧問)|(?<=当時の)){posts}(?:の|、|・|[ 　])?{{N}}",
        rf"(?<![一-龥]){words}(?:の[一-龥ァ-ヶー]{{1,6}})?、{{N}}{called}",
        rf"{{N}}{called}?[(（](?:顧問|外部|社外)?{words}(?!との|への|と|対応|管理|担当|窓口|折衝)[^)）]{{0,8}}[)）]",
        rf"(?<![一-龥ァ-ヶー]){words}(?:さん|様)?(?:から|より)(?:は|の|も|、)?{{N}}",
        rf"(?<![一-龥]){words}(?:さん|様)?(?:で|に)、?{{N}}(?:さん|様|氏)?(?:という|っていう|って|て)?(?:人|方|かた|者|の)(?:が|も)?",
    ]


_OWN_WORK = r"[一-龥ァ-ヶー]{0,4}(?:管理|対応|連絡|折衝|窓口|発注|購買|支払|請求|入力|手配|受付|係)"
"""A customer's own work with such a house: 「業者の手配の…さん」."""
