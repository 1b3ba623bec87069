"""Whose word counted back then where the sentence leaves it to the one before: 「決めるのは黒沢です。導入のときもそうでした」,
"Dana signs. Same as last year.", "She signed the first contract too."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.evidence.cite import cite
from agent.models.evidence import Value
from agent.models.plan import KeyPerson
from agent.renewal.approved_then import BRACKETS, WORDS, who_approved
from agent.renewal.clauses import CUES
from agent.renewal.holders import body_in, holders_in
from agent.renewal.named_approver import TITLED, as_printed
from agent.renewal.power_then import EARLIER, GIVEN, POWER
from agent.renewal.purchased import of_something_else
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides

SAME = re.compile(
    r"同じ|同様|おなじ|変わら(?:ず|ない|ん|な)|変わりな|変わって(?:い)?(?:ない|ません)|(?:も|と)そう(?:です|でした|だった|だ|いう|$|。|、)|(?:去年|昨年|前回|導入|購入|契約|最初|初回|更新)(?:の)?(?:とき|時|際|分|契約)?も"
    r"|\b(?:(?:the )?same(?=[.,;!]|$)|(?:the )?same (?:as|again|person|then|for|at|back|here)\b|likewise|as (?:last|before|ever)\b|like last|so did|unchanged|no change)|\b(?:too|as well|again)[.!]?$",
    re.I,
)
AMOUNT = re.compile(r"[%％¥£$€]|\d[\d,.]*\s?(?:円|万|件|人|分|時間|k\b)")
SAME_AS = re.compile(
    r"(?:去年|昨年|昨年度|前回|導入(?:の)?(?:時|とき)|購入(?:の)?(?:時|とき)|最初|初回|これまで|今まで)(?:の(?:更新|契約))?(?:と(?:同じ(?:く|で)?|同様に?|変わらず)|同様に?|どおり|通り|に続き)"
    r"|\b(?:same as|just as|as|like) (?:last (?:year|time)|before|at (?:the )?purchase|the first time|for the (?:first|original) (?:contract|year|order)|when (?:we|they) bought(?: it)?)\b",
    re.I,
)
"""As it was back then."""
OTHER = re.compile(
    r"(?:値段|金額|内容|条件|台数|人数|やり方|流れ|時期|担当|窓口|日程|機能|件数)(?:は|も|が)|\b(?:price|amount|terms|scope|seats|dates?|timing|numbers?|contact|problem|question|issue)\b",
    re.I,
)
"""What else may be the same."""
DECIDES = re.compile(
    r"決め|決ま|決裁|決議|承認|判断|ハンコ|判を|印を|サイン|署名|最後|会"
    r"|\b(?:sign|decid|approv|final say|say-so|last word|yes|goes? to|board|committee|council|panel)",
    re.I,
)
BACK = 2
"""Remarks back to the one that names somebody."""


def held_as_now(
    remarks: Sequence[Remark], index: int, people: Sequence[KeyPerson], sides: Sides
) -> Value[str] | None:
    """Whom the sentence before names as the one who decides, where this one says that it was so back then too."""
    remark = remarks[index]
    told = BRACKETS.sub("", remark.text) or remark.text
    then = WORDS["then"].search(told) or EARLIER.search(told)
    if not then or OTHER.search(told) or AMOUNT.search(told) or of_something_else(told, sides.product_words):
        return None
    if any(CUES[name].search(told) for name in ("hedge", "question", "open", "wonders")):
        return None
    left = EARLIER.sub("", WORDS["then"].sub("", told))
    if not (SAME.search(told) or (POWER.search(left) and GIVEN.search(left))):
        return None
    if remark.side == "us":
        return None
    if _names_anybody(SAME_AS.sub("", told), sides):
        alike = SAME_AS.search(told) and DECIDES.search(told)
        return who_approved(remark, SAME_AS.sub("", told), people, sides) if alike else None
    return next(_named_before(remarks, index, sides), None)


def _names_anybody(text: str, sides: Sides) -> bool:
    return sides.person(text) is not None or body_in(text) is not None or TITLED.search(text) is not None


def _named_before(remarks: Sequence[Remark], index: int, sides: Sides) -> Iterator[Value[str]]:
    """The only one whom the nearest remark before that is about deciding names, with both quotes."""
    here = remarks[index]
    said = cite(here.document, here.start, here.end)
    for near in reversed(remarks[max(0, index - BACK) : index]):
        if near.document is not here.document or here.block - near.block > BACK:
            return
        if near.side == "us" or CUES["hedge"].search(near.text) or not DECIDES.search(near.text):
            continue
        quote = cite(near.document, near.start, near.end)
        if quote is None or said is None:
            continue
        people: list[KeyPerson] = [h.known for h in holders_in(near.text, (), sides) if h.known is not None]
        person = people[0] if len(people) == 1 else None if people else sides.person(near.text)
        body = body_in(near.text)
        name = body or (as_printed(person, quote) if person is not None and person.kind == "person" else None)
        if name is not None:
            yield Value[str](value=name, citations=[quote, said])
            return
