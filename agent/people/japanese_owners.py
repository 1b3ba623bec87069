"""Houses that own the customer, as Japanese sources name them: a parent, a buyer, the group it joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.people.fold import fold
from agent.people.names import is_family, is_place, is_unknown
from agent.people.types import Source

LEAST = 3
"""Characters of the shortest name of an owner."""
_HOUSE = r"(?:株式会社)?(?P<one>[一-龥々ァ-ヶーA-Za-z0-9&・]{3,24}?)(?:株式会社)?"
_CALLED = r"(?:さん|さま|様|社)?"
_OWNS = (
    rf"(?<![一-龥ァ-ヶーA-Za-z・]){_HOUSE}(?:は|が)、?[^。\n]{{0,60}}{{C}}[^。\n]{{0,30}}(?:の?(?:全株式|株式|経営権)を?[^。\n]{{0,30}}(?:取得|譲り受け|買い取)|を[^。\n]{{0,12}}(?:子会社化|買収|完全子会社|連結子会社|傘下))",
    rf"{{OWN}}[^。\n]{{0,24}}?(?:から|より|に|、|は|が)、?(?<![一-龥ァ-ヶーA-Za-z・]){_HOUSE}{_CALLED}の(?:完全|連結|100%|全額出資の)?(?:子会社|孫会社|傘下|グループ(?:会社|企業)?(?:に(?:入|加|な)|入り|の一員))",
    rf"{{OWN}}[^。\n]{{0,24}}?(?:は|が|、)(?<![一-龥ァ-ヶーA-Za-z・]){_HOUSE}{_CALLED}(?:に|から)(?:買収され|買われ|買い取られ|株を(?:持|買)|全株を)",
    rf"親会社(?:の|は|である|に(?:あたる|なった)|が|、|「|=|＝|:|：)「?{_HOUSE}{_CALLED}(?=[」、。にがをはのとも(（\s]|で(?:す|あ|の)|です|から|より)",
)
"""{C}: the customer's name; {OWN}: that or the customer's own word for its house."""
_OWN = r"うち|弊社|当社|私ども|わたしども|当院|当園|当行|当校|こちら|先方|先様|お客様|お客さま"
_SAME = re.compile(
    r"(?:当|弊|親|子|新|旧|同|各|持株|関連|別)会?社|会社|グループ|ホールディングス|本社|株主|方針|意向|承認|都合|指示|決裁|稟議|社長|役員|部長|担当者?"
)
"""What stands where an owner's name would and is none."""


def japanese_owners(customer: str, sources: Sequence[Source]) -> Iterator[str]:
    """Names of houses that the Japanese sources call owners of the customer, whose name without legal form is
    `customer`; never the customer itself, a person or an everyday word."""
    if len(customer) < LEAST:
        return
    whole = rf"(?:株式会社)?{re.escape(customer)}(?:株式会社)?"
    own = rf"(?:{_OWN}|{whole})"
    patterns = [re.compile(p.replace("{C}", whole).replace("{OWN}", own)) for p in map(_plain, _OWNS)]
    for source in sources:
        if source.document.language == "en":
            continue
        for pattern in patterns:
            for found in pattern.finditer(source.folded):
                if _is_owner(found["one"], fold(customer)):
                    yield found["one"]


def _plain(pattern: str) -> str:
    return pattern.replace("{{C}}", "{C}").replace("{{OWN}}", "{OWN}")


def _is_owner(name: str, customer: str) -> bool:
    return (
        len(name) >= LEAST
        and not _SAME.fullmatch(name)
        and customer not in name
        and name not in customer
        and is_unknown(name)
        and not is_family(name)
        and not is_place(name)
    )


def short_name(owner: str) -> str | None:
    """What notes call an owner by: its first word in katakana or Latin letters, where no dictionary has it."""
    found = re.match(r"[ァ-ヶー]{4,}|[A-Za-z]{4,}", owner)
    return found[0] if found and found[0] != owner and is_unknown(found[0]) else None
