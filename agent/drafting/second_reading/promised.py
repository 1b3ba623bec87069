"""Whether a sentence that no rule saw can be a promise at purchase: it, or what it stands under, speaks of the purchase."""

from __future__ import annotations

import re

from agent.drafting.notes.claims import without_label_in_bold
from agent.drafting.notes.promises.read import CHANGE, is_case
from agent.drafting.notes.promises.scenes import speaks_of_purchase
from agent.drafting.second_reading.weighed import Weighed
from agent.renewal.remarks import Remark

REACH = 3
"""Remarks back in which the purchase may have been named."""
EXPECTED = re.compile(
    r"約束|期待|見込|見込み|想定|狙い|ねらい|目的|目論見|触れ込み|うたい文句|謳|はずだった|はずでした|つもりだった|理由|決め手|効果|提案書|営業(?:が|から|は)|当初|もともと|元々|"
    r"\b(?:promis\w+|expect\w+|suppos\w+ to|meant to|was to|were to|would|aims?|purpose|assum\w+|pledg\w+|guarante\w+|assur\w+|benefits?|outcomes?|sold|pitch\w*|told (?:us|them|her|him)|undertook|originally|reasons?|why|case|justif\w+|propos\w+|bought)\b",
    re.I,
)
"""What was promised or expected, as opposed to what came of it."""
RESULT = re.compile(
    r"(?:下が|上が|減|増え|短く|改善|向上|達成|伸び)[^。、]{0,6}(?:っ|し|き)?(?:た|ました|ている|ています|ており)[。」]?$|\d[^。]{0,8}(?:まで|に)(?:下が|減|伸び|上が|改善)[^。]{0,8}た[。」]?$|"
    r"\b(?:is|are|has|have|went|came|fell|dropped|rose|grew|now)\b[^.;]{0,24}\b(?:down|up|from|fallen|dropped|risen|improved|halved|cut|gone|stands? at)\b",
    re.I,
)
"""Where a figure has got to."""
PLAN = re.compile(
    r"計画|方針|提案|仕様|\b(?:plan|programme|strategy|proposal|specification|statement of work)\b", re.I
)
"""First line of a paper that says beforehand what is to come of something."""
SIGNATURE = re.compile(
    r"(?:契約|契約書|申込書|稟議|発注書|注文書)(?:に|を|は)[^。、]{0,12}(?:署名|サイン|捺印|押印|決裁|承認|締結|調印)[^。、]{0,6}(?:た|ました|ている|済み?)[。」]?$|(?:決裁|承認|署名|押印)(?:した|しました|された|されました|を得た)[。」]?$|"
    r"\b(?:signed|countersigned|approved|authori[sz]ed|sealed)\b(?!(?: it| this| us| them)?,? (?:off )?(?:to|so|because|on the|for)\b)",
    re.I,
)
"""Who put their name to it, which says nothing of what for."""

TERMS = re.compile(
    r"(?:\b(?:USD|EUR|GBP|AUD|NZD|CAD|SGD|CHF|SEK|MYR|JPY)|[$€£¥]) ?\d[\d,.]*k? (?:a|per) (?:year|annum|month)|"
    r"年額[\d,.]+\s?(?:億|万|千)?円|\d\s?(?:年契約|(?:ID|席|ユーザー)(?:、|・))",
    re.I,
)
"""Price, seats and term: what was sold, not what is to come of it."""
WAS_WRONG = re.compile(
    r"\b(?:ran at|was running at|were running at|had been|had (?:written|complained|warned)|used to|was (?:taking|costing|losing))\b|"
    r"(?:かかって|困って|起きて|発生して|悩んで|足りて)い(?:た|ました)[。」]?$|(?:なって|できて)いなかった[。」]?$",
    re.I,
)
"""How it was before the purchase."""


def may_be_promised(remark: Remark, weighed: Weighed) -> bool:
    """Its words, heading or label speak of the purchase's paper or of what was promised or expected then, or the remarks
    before it name the purchase; a result or a signature is no promise unless its own words say so."""
    if remark.text.rstrip(" 　*").endswith((":", "：")):
        return False  # it only opens the list
    words = without_label_in_bold(remark.text)
    if (TERMS.search(words) or WAS_WRONG.search(words)) and not CHANGE.search(words):
        return False
    own = speaks_of_purchase(remark.text) or bool(EXPECTED.search(remark.text))
    if own:
        return not (SIGNATURE.search(remark.text) and not EXPECTED.search(remark.text))
    if RESULT.search(remark.text) or SIGNATURE.search(remark.text):
        return False
    if is_case(remark.document) or PLAN.search(remark.document.text.partition("\n")[0]):
        return True
    above = " ".join((remark.section, remark.heading, remark.label, remark.column, remark.document.title))
    before = (earlier.text for earlier in weighed.before(remark, REACH))
    return any(speaks_of_purchase(words) or EXPECTED.search(words) for words in (above, *before))
