"""Whether words name something: "I'll ask her.", 「私が書きます。」 and "I don't know." name nothing."""

from __future__ import annotations

import re

from agent.drafting.notes.commitments.objects import objects_of
from connectors.language import language_of

_LABEL = re.compile(r"^[^:：。、「」]{1,28}[:：]\s*")
_PERSON = re.compile(r"[一-龠々ァ-ヴーA-Za-z]{1,8}(?:さん|様|氏)|私(?:ども)?|自分")
_ONE_LETTER = re.compile(r"(?<![一-龠々])(?![私僕俺方件話旨点時側事中頃分内])[一-龠々](?=[をはがの])")
"""A noun of one kanji: 紙を, 鍵は."""
_SAYING = re.compile(
    r"\b(?:send|ask|give|tell|call|know|make|want|like|sure|note[ds]?|look(?:ing)?|mean[st]?|think|thought|see|say|said|find|"
    r"get|got|let|put|try|check|just|only|very|really|still|thing|something|anything|nothing|eleven|twelve)\b"
    r"|\b(?:do|does|did|is|are|was|were|has|have|had|would|could|should|can|wo)n['’]t\b|\b(?:cannot|not|never|nobody|well|yes)\b"
    r"|お話|返事|返答|相談|調整|承知|了解|約束|必要|大丈夫|問題|本当|正直",
    re.I,
)

_NAME = re.compile(
    r"(?<=[a-z,] )(?<!\bgo to )(?<!\bbe in )(?<!\bbe at )(?<!\bcome to )(?<!\bvisit )[A-Z][a-z]+"
)
"""A name within a sentence, but not where somebody goes."""
_ORDINALS = frozenset(
    ("sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "twentieth", "thirtieth")
)


def has_matter(words: str) -> bool:
    """True where the words name something besides persons, days and the act of promising."""
    said = _SAYING.sub(" ", _PERSON.sub(" ", _LABEL.sub("", words.strip())))
    if language_of(words) == "ja":
        return bool(objects_of(said)) or _ONE_LETTER.search(said) is not None
    return any(
        word not in _ORDINALS and not word.endswith("teenth") for word in objects_of(_NAME.sub(" ", said))
    )
