"""Sides told by whose house a name is given to: "our CEO …", "弊社の…", "御社の…", by who says it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from agent.people.lexicon import alternatives, titles_en
from agent.people.naming_sides import minuted_lines, naming_side, speakers_of
from agent.people.types import Form, Mention, Person, Side, Source
from connectors.interface import BlockKind, DocumentKind

_OUR_BEFORE = re.compile(r"\bour (?P<words>(?:[a-z&/\-]+,? ){1,6})\Z", re.IGNORECASE)
_OUR_BETWEEN = re.compile(r"(?:,| -| –| \(| is| was)? ?\(?our (?:own |new |acting |interim |current )?\Z")
_HOUSE_BEFORE = re.compile(
    r"(?:弊社|当社|自社|我社|こちら|うち|ウチ|私ども|わたしども|手前ども)の?[ 　]?[一-龥ァ-ヶー]{0,12}の?\Z"
)
_YOUR_HOUSE = re.compile(
    r"(?:御社|貴社|そちら(?:様|さま|さん)?|お宅)の[ 　]?[一-龥ァ-ヶーA-Z]{0,12}(?:の|だった|でいらした|をされていた|をしていた|をしてくれた)?\Z"
)
"""The house of whoever is spoken to."""
_THEIR_HOUSE = re.compile(
    r"(?:先方|先様|お客様|お客さま|お客さん|得意先|お得意先|取引先|仕入先|納入先|元請|荷主|施主|発注元)の[ 　]?[一-龥ァ-ヶーA-Z]{0,12}の?\Z"
)
"""The other house of whoever speaks: where the customer does, or we to them, that is neither theirs nor ours."""
_OF_THEIR_HOUSE = re.compile(
    r"(?:さん|様|氏)?(?:という|っていう|って)?[、 　]?(?:先方|先様|(?:向|む)こう|あちら|相手方?|得意先|お得意先|取引先|仕入先|納入先|元請|荷主|施主|発注元|開発元|販売元|メーカー|ベンダー|業者)(?:さん|側|様)?の(?:ご?担当|営業|責任者|窓口|技術|社員|社長|開発|かた|方|人|SE)"
)
"""The same behind the name: "黒木さんという先方の担当の方"."""
_COLLEAGUE = r"(?:colleagues?|team ?mates?|boss|manager|line manager|deputy|predecessor|intern|new starter)"
_OUR_NAME = re.compile(r"\b(?:our|my) (?:own )?\Z", re.IGNORECASE)
"""Before a name in words that one house says to the other."""
_OF_OURS = rf"\bmy (?:own |old |new |former )?{_COLLEAGUE},? \Z|\bour (?:own |new )?(?:colleague|support|solutions|onboarding|account|sales) (?:[a-z]+ )?\Z"
_OUR_COLLEAGUE = re.compile(_OF_OURS, re.IGNORECASE)
_OUR_BEHIND = re.compile(
    rf",? \((?:my|our) (?:new |old )?(?:{_COLLEAGUE}|[a-z ]{{2,24}})\)"
    r"|,?(?: is| was| will be| joins| joined)?(?: here| also| on)?,? (?:from|on|in|at|of) (?:our|my) (?:side|end|team|office|support|solutions|product|engineering|services|onboarding|technical|success|sales|finance|billing|legal|accounts|development)\b",
    re.IGNORECASE,
)
"""What shows a colleague of whoever speaks, before and behind an English name."""
_YOUR_BEFORE = re.compile(
    rf"\byour (?:own |lovely |very own |friend |man |guy )?\Z|\byour (?:{_COLLEAGUE}|(?:[a-z]+ )?(?:rep|account manager|account executive|csm|support|engineer|trainer|salesman|sales ?person|people))(?:,| called)? \Z",
    re.IGNORECASE,
)
_YOUR_BEHIND = re.compile(
    r",? (?:from|on|in|at|of) your (?:side|end|team|office|support|solutions|product|engineering|services|onboarding|technical|success|sales|finance|billing|legal|accounts)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(r"\b(?:said|says|told|tells|according to|mentioned|asked|wrote)\b", re.IGNORECASE)
"""Somebody else's words told in a sentence of a note: whose house "our" is stays open."""


WEAK = ("named", "likely", "politeness")
"""Grounds on which somebody is taken for the customer's where nothing else is said."""


def called_ours(persons: Sequence[Person], sources: dict[int, Source], again: bool = False) -> None:
    """ "our CEO …", "弊社の…": somebody of the house of whoever says it; "御社の…": of the house they speak to.

    `again`: once the sides of all who talk are known, of whom "御社の…" is said among those who have theirs on weak grounds alone.
    """
    speakers = speakers_of(persons)
    says = minuted_lines(persons, sources)
    faced = {
        m.doc
        for p in persons
        if p.side is not Side.OURS
        for m in p.mentions
        if m.form is Form.SPEAKER and sources[m.doc].document.kind is DocumentKind.TRANSCRIPT
    }
    written = {m.doc for p in persons if p.side is Side.CUSTOMER for m in p.mentions if m.form is Form.AUTHOR}
    for person in persons:
        if any(
            _of_their_customers(m, sources[m.doc], speakers, says, faced) for m in person.mentions
        ) and not any(m.form in _SHOWN for m in person.mentions):
            person.side, person.why_side = Side.THIRD, "their customer's"
        if person.side is not Side.UNKNOWN and not (again and person.why_side in WEAK):
            continue
        sides = {
            side
            for m in person.mentions
            if m.form in (Form.PROSE, Form.SELF) and m.unit >= 0
            and ((own := not again and _of_own_house(m, sources[m.doc])) or _of_your_house(m, sources[m.doc]))
            and (said := naming_side(m, sources[m.doc], speakers, says)) is not None
            and (side := said if own else _OTHER[said]) and not (side is Side.OURS and own and m.doc in written)
        }  # fmt: skip
        if len(sides) == 1:
            person.side, person.why_side = sides.pop(), "own_house"


_OTHER = {Side.OURS: Side.CUSTOMER, Side.CUSTOMER: Side.OURS}
_SHOWN = {
    Form.SPEAKER,
    Form.CHAT_USER,
    Form.SENDER,
    Form.RECEIVER,
    Form.SIGNATURE,
    Form.ATTENDEE,
    Form.NOTICE,
}
"""Forms that show whose somebody is, whatever is said of them."""


def _of_their_customers(
    mention: Mention,
    source: Source,
    speakers: dict[tuple[int, int], Person],
    says: dict[tuple[int, int], Person],
    faced: Collection[int],
) -> bool:
    """ "先方の黒木さん" in the customer's own words, or in ours to them (`faced`: talks in which they take part)."""
    if mention.latin or mention.unit < 0 or mention.form not in (Form.PROSE, Form.SELF):
        return False
    head = source.folded[source.units[mention.unit].start : min(mention.start, mention.outer.start)]
    tail = source.folded[mention.end : mention.end + 24]
    if not _THEIR_HOUSE.search(head) and not _OF_THEIR_HOUSE.match(tail):
        return False
    side = naming_side(mention, source, speakers, says)
    return side is Side.CUSTOMER or (side is Side.OURS and mention.doc in faced)


def _of_your_house(mention: Mention, source: Source) -> bool:
    """ "御社の…", "your colleague …": somebody of the house that is spoken to."""
    unit = source.units[mention.unit]
    head = source.folded[unit.start : min(mention.start, mention.outer.start)]
    if mention.latin:
        tail = source.folded[mention.end : mention.end + 40]
        return bool(_YOUR_BEFORE.search(head) or _YOUR_BEHIND.match(tail))
    return bool(_YOUR_HOUSE.search(head))


def _of_own_house(mention: Mention, source: Source) -> bool:
    """The words in front of the name, or between name and title, give whoever speaks as the house."""
    unit = source.units[mention.unit]
    if unit.block.kind in (BlockKind.TABLE_ROW, BlockKind.FIELD):
        return False
    head = source.folded[unit.start : min(mention.start, mention.outer.start)]
    if not mention.latin:
        return bool(_HOUSE_BEFORE.search(head)) and mention.honorific not in ("様", "さま")
    if _TELLS.search(re.split(r"[.!?;]\s", head)[-1]):
        return False
    if _OUR_NAME.search(head) and source.document.kind in (DocumentKind.TRANSCRIPT, DocumentKind.MAIL):
        return True
    if _OUR_COLLEAGUE.search(head) or _OUR_BEHIND.match(source.folded[mention.end : mention.end + 60]):
        return True
    before = _OUR_BEFORE.search(source.folded[unit.start : mention.start])
    if before is not None and _english_title().search(before["words"]):
        return True
    if mention.title is None:
        return False
    between = source.folded[mention.end : max(mention.end, mention.title.start)]
    return bool(_OUR_BETWEEN.fullmatch(between))


@cache
def _english_title() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(titles_en())}(?![a-z])", re.IGNORECASE)
