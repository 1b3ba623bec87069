"""What a promise of few words is about: "I'll ask her." and 「私が書きます。」 take it from what another has just said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.drafting.notes.claims import citation_of
from agent.drafting.notes.commitments.objects import objects_of
from agent.models.plan import Commitment
from agent.renewal.remarks import Remark
from connectors.language import language_of

BACK = 3
"""Lines before a bare promise that may say what it is about, the nearest first."""
LONGEST = 90
"""Letters of a line that is put before a promise."""
_LABEL = re.compile(r"^[^:：。、「」]{1,28}[:：]\s*")
_PERSON = re.compile(r"[一-龠々ァ-ヴーA-Za-z]{1,8}(?:さん|様|氏)|私(?:ども)?|自分")
_ONE_LETTER = re.compile(r"(?<![一-龠々])(?![私僕俺方件話旨点時側事中頃分内])[一-龠々](?=[をはがの])")
"""A noun of one kanji: 紙を, 鍵は."""
_SAYING = re.compile(
    r"\b(?:send|ask|give|tell|call|know|make|want|like|sure|note[ds]?|look(?:ing)?|mean[st]?|think|thought|see|say|said|find|"
    r"get|got|let|put|try|check|just|only|very|really|still|thing|something|anything|nothing|eleven|twelve)\b"
    r"|お話|返事|返答|相談|調整|承知|了解|約束|必要|大丈夫|問題|本当|正直",
    re.I,
)


def has_matter(words: str) -> bool:
    """True where the words name something besides persons, days and the act of promising."""
    said = _SAYING.sub(" ", _PERSON.sub(" ", _LABEL.sub("", words.strip())))
    if language_of(words) == "ja":
        return bool(objects_of(said)) or _ONE_LETTER.search(said) is not None
    return any(
        word not in _ORDINALS and not word.endswith("teenth") for word in objects_of(_NAME.sub(" ", said))
    )


_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
"""A name within a sentence."""
_ORDINALS = frozenset(
    ("sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "twentieth", "thirtieth")
)


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
