"""What somebody's pushing, backing and liking is aimed at: another's product, a lower price, or a later day is not ours."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from agent.calendar.month_names import MONTHS, MONTHS_SHORT
from agent.people.claims.types import Claim
from agent.people.lexicon import alternatives, table
from agent.people.names import is_common, is_unknown

_KANA = re.compile(r"[ぁ-ん]")
_AIMS_EN = re.compile(
    r"push|argu|advocat|champion|keen|fan\b|enthus|favou?r|vouch|back|sell|sold|lobb|rooting|fight|fought|plug|tout|case for",
    re.IGNORECASE,
)
"""Words for driving that take what is driven for object; others (teaching, presenting) have people or days behind them."""
_LATER_EN = re.compile(
    r"\bpush\w* (?:(?:it|this|that|things|everything|(?:the|our|their|his|her|its|all) (?:[\w-]+ ){1,3}?))?"
    rf"(?:back|out|off|forward|into|(?:un)?til+|past|to (?:Q\d|next|the (?:new|end|following)|later|after|(?:{MONTHS_SHORT})))\b",
    re.IGNORECASE,
)
_PUSHED_THING = re.compile(
    r"\b(?:is|are|was|were|be|been|being|get|gets|got|['’]s) (?:\w+ly |now |again )?pushed\b", re.I
)
"""Something is put off; nobody drives."""
_LESS_EN = re.compile(
    r"(?:for|on|to get|to have) (?:(?:an?|the|some|more|bigger|better|further|lower|us|our|another|\d+ ?%|\d+ per ?cent) )*"
    r"(?:[\w-]+ )?(?:discounts?|rebates?|refunds?|reductions?|cuts?|credits?|lower|cheaper|tender|rfp|cancellation|termination|exit|price (?:freeze|cut|drop)|prices?|terms|concessions?)\b",
    re.IGNORECASE,
)
_OTHERS_EN = re.compile(
    r"(?:\w+ ){0,2}?(?:(?:their|his|her|its|an?)(?: own)?|another|a different|a rival|a competing|(?:an?|the) other|(?:the |a )?(?:competitor|rival)(?:['’]s)?) (?:[\w-]+ ){0,2}?"
    r"(?:modules?|products?|tools?|platforms?|systems?|software|suites?|apps?|add-ons?|solutions?|vendors?|suppliers?|packages?|offer(?:ing)?s?)\b"
)
_NAMED_EN = re.compile(
    r"\s*(?:(?:on|for|of|about|behind|in favou?r of|towards?|to (?:buy|use|get|adopt|try|bring in)|(?:(?:to )?(?:move|moving|switch|switching|go|going|change|changing) (?:over )?to)|using|buying|adopting|trying|with) )*"
    r"(?:the |an? )?(?P<name>[A-Z][\w&'’.-]*[\w](?: [A-Z][\w&-]+){0,2})(?P<after>[^.;!?\n]{0,24})"
)
_STILL_OURS_EN = re.compile(
    r"\s*(?:roll-?outs?|go-?live|launch|sites?|plants?|extension|expansion|to (?:go|join|start|use|come|adopt|sign|renew)|people|team|staff|users|start|day|week)",
    re.IGNORECASE,
)
_EVERYDAY_EN = re.compile(
    rf"(?:I|We|He|She|They|It|This|That|{MONTHS}|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?\b|Q[1-4]|FY|IT\b|HR\b|CFO|CEO|COO|CIO|VP"
)
_AIMS_JA = re.compile(
    r"推|後押し|プッシュ|勧め|薦め|売り込|熱心|乗り気|積極|前向き|気に入|旗|応援|主導|支持|惚れ|ファン|味方"
)
_OBJECT_JA = re.compile(
    r"(?P<name>[ァ-ヶーA-Za-z0-9&・]{3,})」?(?:社|さん|様)?(?:の(?:導入|採用|利用|製品|ツール|システム|サービス|提案|モジュール|ほう|方))?"
    r"(?:への(?:切り?替え|乗り?換え|移行))?(?:ばかり|だけ)?(?:を|に|の|が(?:良|い)いと|推し)[^、。「」]{0,6}\Z"
)

_RIVAL_JA = re.compile(
    r"(?:他社|競合|同業|よそ|別の(?:製品|会社|ベンダー|業者|ツール|システム|サービス)|他の(?:製品|会社|ベンダー|業者|ツール|システム|サービス)|ライバル)[^、。「」はがを]{0,12}(?:を|に|が(?:良|い)いと)[^、。「」をに]{0,6}\Z"
)


def aims_elsewhere(marked: str, claim: Claim, products: Collection[str] = ()) -> bool:
    """True where what is pushed, backed or liked is somebody else's product, a lower price or a later day.

    `products`: names of ours; without any, no name is taken for another's.
    """
    words = marked[claim.start : claim.end]
    if _KANA.search(marked):
        return bool(_AIMS_JA.search(words)) and _other_in_japanese(marked[: claim.start], products)
    if not _AIMS_EN.search(words):
        return False
    begin = max(0, claim.start - 12)
    if _PUSHED_THING.search(marked, begin, claim.end) or _LATER_EN.match(marked, claim.start):
        return True
    last = words.split()[-1]
    rest = marked[claim.end - len(last) if last in ("for", "on", "to", "of", "about") else claim.end :]
    return bool(_LESS_EN.match(rest.lstrip())) or _other_in_english(rest, products)


def _other_in_english(rest: str, products: Collection[str]) -> bool:
    clause = re.split(r"[.;!?\n]| (?:but|and|because|so) ", rest, maxsplit=1)[0]
    if _is_ours(clause, products):
        return False
    if _OTHERS_EN.match(clause.lstrip()):
        return True
    named = _NAMED_EN.match(rest) if products else None
    return (
        named is not None
        and not _EVERYDAY_EN.match(named["name"])
        and not _STILL_OURS_EN.match(named["after"])
        and not is_common(named["name"].casefold())
    )


def _other_in_japanese(before: str, products: Collection[str]) -> bool:
    if _RIVAL_JA.search(before):
        return True
    found = _OBJECT_JA.search(before) if products else None
    return (
        found is not None
        and not _is_ours(found[0], products)
        and not re.search(alternatives(table("stance_contexts")["us_ja"]), found["name"])
        and is_unknown(found["name"])
    )


def _is_ours(words: str, products: Collection[str]) -> bool:
    names = [p.casefold() for product in products for p in (product, *product.split()) if len(p) > 1]
    return any(n in words.casefold() for n in names) or bool(_ours().search(words))


@cache
def _ours() -> re.Pattern[str]:
    return re.compile(alternatives(table("stance_contexts")["ours_ja"]), re.IGNORECASE)
