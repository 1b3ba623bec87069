"""What a promise of few words is about: "I'll ask her." and 「私が書きます。」 take it from what another has just said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.drafting.notes.claims import citation_of
from agent.models.plan import Commitment
from agent.renewal.remarks import Remark
from connectors.language import language_of

BACK = 3
"""Lines before a bare promise that may say what it is about, the nearest first."""
LONGEST = 90
"""Letters of a line that is put before a promise."""
_LABEL = re.compile(r"^[^:：。、「」]{1,28}[:：]\s*")
_NO_MATTER_JA = re.compile(
    r"私(?:ども)?|僕|自分|弊社|当社|当方|御社|貴社|先方|今[日週月年期]|来[週月年期]|再来[週月]|明日|本日|翌[日週月]|月[初末]|週[明末]|年[内末]|"
    r"[\d〇一二三四五六七八九十]+(?:月|日|時|分|年)?|日曜|[月火水木金土]曜日?|午[前後]|以内|最初|次回|前半|後半|中旬|上旬|下旬|"
    r"確認|連絡|返事|回答|返答|検討|対応|報告|用意|準備|相談|共有|送付|提出|提示|手配|調整|説明|お話|承知|了解|約束|期限|予定|必要|大丈夫|問題|本当|正直|早め|"
    r"[一-龠々]{1,4}(?:さん|様|氏)"
)
_MATTER_JA = re.compile(
    r"[一-龠々]{2,}|[ァ-ヴー]{2,}|[A-Za-z]{2,}|(?![方件話旨点時側事中頃分内])[一-龠々](?=[をはがの])"
)
_NO_MATTER_EN = frozenset(
    [
        "have",
        "been",
        "that",
        "this",
        "with",
        "from",
        "they",
        "them",
        "what",
        "when",
        "will",
        "would",
        "could",
        "should",
        "there",
        "their",
        "your",
        "ours",
        "about",
        "just",
        "only",
        "some",
        "very",
        "really",
        "still",
        "thing",
        "things",
        "think",
        "want",
        "like",
        "send",
        "give",
        "tell",
        "call",
        "know",
        "take",
        "make",
        "come",
        "back",
        "sure",
        "fine",
        "done",
        "note",
        "noted",
        "before",
        "after",
        "until",
        "week",
        "weeks",
        "month",
        "months",
        "today",
        "tomorrow",
        "friday",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "twentieth",
        "thirtieth",
        "next",
        "then",
        "mean",
        "means",
        "latest",
        "early",
        "late",
        "morning",
        "afternoon",
        "anything",
        "something",
        "nothing",
        "look",
        "looking",
    ]
)
_WORD_EN = re.compile(r"[A-Za-z]{4,}")


def has_matter(words: str) -> bool:
    """True where the words name something besides persons, days and the act of promising."""
    said = _LABEL.sub("", words.strip())
    if language_of(said) == "ja":
        return _MATTER_JA.search(_NO_MATTER_JA.sub("　", said)) is not None
    return any(word.lower() not in _NO_MATTER_EN and not word.istitle() for word in _WORD_EN.findall(said))


def with_matter(entry: Commitment, remarks: Sequence[Remark]) -> Commitment:
    """The promise with the line it answers before it, both cited; as it is where it says itself what it is about."""
    if has_matter(entry.text):
        return entry
    at = next((index for index, remark in enumerate(remarks) if _is_cited(remark, entry)), None)
    if at is None:
        return entry
    here = remarks[at]
    for before in reversed(remarks[max(0, at - BACK) : at]):
        if before.document is not here.document or before.day != here.day or before.column != here.column:
            break
        if not before.speaker or before.speaker == here.speaker:
            continue
        citation = citation_of(before)
        if citation is not None and len(before.text) <= LONGEST and has_matter(before.text):
            told = before.text.strip()
            citations = [*entry.citations, citation]
            return entry.model_copy(update={"text": f"{told} {entry.text}", "citations": citations})
    return entry


def _is_cited(remark: Remark, entry: Commitment) -> bool:
    first = entry.citations[0]
    return remark.document.source_id == first.source_id and first.start <= remark.start < first.end
