"""The few words that open an item and name what it is about: 「紙の点検表の廃止。」, "Hygiene training." """

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.models.evidence import Citation
from agent.renewal.remarks import Remark
from connectors.interface import BlockKind
from connectors.language import JAPANESE

WITH_TOPIC = 130
"""Characters from the words that name the matter to the end of the goal's sentence, at most."""
LONGEST_JA, LONGEST_EN = 26, 44
MARK = re.compile(
    r"^[\s・\-–*•●○□■◆◇▪☐]*(?:[①-⑳]|[(（]?\d{1,2}[)）.．:：]|(?:goal|target|目標|KPI) ?\d{0,2}[:：.)）]?)?\s*",
    re.I,
)
PREDICATE_JA = re.compile(
    r"(?:[るうくすつぬむぶい]|た|だ|です|ます|ません|まし(?:た|ょう)|ない|とのこと|って|ね|よ|か|が|は|も|を|に|で|と|へ|の)$"
)
PREDICATE_EN = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|should|must|may|want(?:s|ed)?|needs?|said|says?|thinks?|agreed|"
    r"asked|told|owns?|i|we|you|they|he|she|it|this|that|yes|no|not|ok|okay|thanks?|owner|due|now|currently|today|measured|baseline)\b|['’](?:ll|re|ve|m|d|s)\b",
    re.I,
)


NUMBERED = re.compile(r"^[\s・\-–*•●○□■◆◇▪☐]*(?:goal|target|objective|aim|KPI) ?\d", re.I)
DIRECTION = re.compile(
    r"(?:を|が)[^。、]{0,6}(?:減ら|短縮|短く|早く|速く|なく|無く|上げ|下げ|増や|高め|改善|向上|削減|抑え|縮め|そろえ|統一|廃止|底上げ)[^。、]{0,6}(?:ます|する|す|る|こと|たい)[。]?$|"
    r"^(?:[-*•\d.) ]*)(?:first|second|third|one|two|three|the (?:first|second|third)|next|then|finally)?[,:]? ?(?:we |they |to |is to )*(?:cut|reduce|lower|raise|increase|shorten|improve|speed up|get rid of|halve|lift)\b[^.]{3,60}\.?$",
    re.I,
)
BACK = re.compile(
    r"(?:^|、|。|\s)(?:これ|それ|この|その)(?:を|は|が|数|件数|時間|率)|\b(?:it|that|this|which)\b", re.I
)
UNMEASURED = re.compile(
    r"(?:ました|ます|です)?(?:が|けれど|けれども|ものの)?、?(?:まだ)?(?:指標|数字|数値|目標値|期限|時期|具体(?:策|的なこと)?|詳細|測り方|KPI)(?:は|も|の)[^。]{0,20}(?:ません|ない|未定|これから|なし)[。]?$"
)
TOLD = re.compile(
    r"、?と(?:の|いう)(?:お?話|ご?意見|ご?希望|声|思い|お考え|ご?発言)(?:が|を|も|で)[^。]{0,30}[。]?$"
)


MEASURABLE = re.compile(r"[一-龠ァ-ヴー]{2}|[A-Za-z]{4}")


def is_topic(text: str) -> bool:
    """A noun phrase alone, without figure or predicate."""
    words = MARK.sub("", text).strip(" 　。.:：*")
    if len(words) < 3 or re.search(r"[\d０-９「」『』\"“”?？!！]", words):
        return False
    if JAPANESE.search(words):
        return len(words) <= LONGEST_JA and PREDICATE_JA.search(words) is None and "、" not in words
    ends = text.rstrip(" *").endswith((".", ":"))
    opens = words[:1].isupper() or NUMBERED.match(text) is not None
    return ends and opens and len(words) <= LONGEST_EN and PREDICATE_EN.search(words) is None


def is_direction(text: str) -> bool:
    """Says what is to become better, without a figure: 「第一に、照会の電話を減らします」, "We cut the queue." """
    return re.search(r"[\d０-９]", text) is None and DIRECTION.search(text.strip()) is not None


def points_back(text: str) -> bool:
    """The matter stands in the sentence before."""
    return BACK.search(text) is not None


def told_wish(text: str) -> str:
    """The wish without who told of it, and without the remark that it has no measure yet."""
    return TOLD.sub("", UNMEASURED.sub("", text)) or text


def topic_over(citation: Citation, remarks: Sequence[Remark]) -> str | None:
    """The few words that open the item or paragraph a sentence stands in; None where they say more, or in talk."""
    block: list[Remark] = []
    for remark in remarks:
        if remark.document.source_id != citation.source_id:
            continue
        block = [*block, remark] if block and block[-1].block == remark.block else [remark]
        if remark.start <= citation.start < remark.end:
            first = block[0]
            spoken = first.speaker is not None or first.kind is BlockKind.TABLE_ROW
            words = MARK.sub("", first.text).strip(" 　。.:：*")
            measured = MEASURABLE.search(words) is not None
            return words if first is not remark and not spoken and measured and is_topic(first.text) else None
    return None
