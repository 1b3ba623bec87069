"""Promises at purchase that a sentence tells of afterwards: what the business case said, what was sold, why they bought."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.drafting.notes.frames import frames
from agent.renewal.remarks import Remark
from connectors.interface import BlockKind
from connectors.language import JAPANESE

QUOTED = re.compile(r"「(?P<what>[^「」]{4,60})」|[\"“](?P<english>[^\"“”]{6,90})[\"”]")
EFFECT = re.compile(
    r"→|⇒|から[^。、]{0,14}に(?:する|なる|し)|\d[^。、]{0,6}(?:に(?:する|し)|以内|以下)|割いく|\d(?:%|割|件|分|日)(?:に|へ|まで|以)|でき(?:る|ます)(?:よ|$)|まとめる|即日|圧縮|断絶|減(?=[らりっるし少。、」)）]|$)|削|短縮|半分|半減|倍|増(?=[えやす加収大員強。、」)）]|$)|向上|改善|低減|なくす|なくな|要らな|不要|廃|ゼロ|早め|早く|速く|下がる|下がっ|(?<!以)上がる|(?<!以)上がっ|全員|できる(?:こと|よう|状態)|統一|見える|防|揃|そろ|"
    r"\b(?:removed?|eliminat\w+|acknowledged|from [^.;]{1,20} to|cut|save|sav(?:ing|ed)|reduc\w+|fewer|less|faster|no more|drop|down|halv\w+|increase|more|better|live|one view|single|replace|retire|go(?:es)? away|would go|stop|end|without|under|within|instead of|improv\w+|days?|hours?|minutes?|per cent)\b|\d ?%",
    re.I,
)
BY_A_DATE = re.compile(r"(?:まで(?:に)?(?:出|提出|上げ)|締切|締め切|月末です|経由)")
SHORTEST = 4
REACH = 3
"""Remarks after a promise within which another may be added to it ("あと「…」")."""
TO_WHOM = re.compile(
    r"^(?:their|the|his|her|its|our|your) (?:[a-z]+ ){0,2}?(?:boards?|owners?|council|directors?|committee|partners|trustees|members|boss|management|executives?|team|parent|group|shareholders|staff|customers?|regulator)(?: that (?:it|they|we) (?:would|will)| to) "
)
"""Whom it was promised to stands before what was promised: "their board to halve the queue"."""


def read_told(remarks: Sequence[Remark]) -> Iterator[tuple[str, Remark]]:
    """(promise in the source's words, remark) for each sentence that tells of one; offers and hopes for later are none."""
    last: tuple[Remark, int] | None = None
    for place, remark in enumerate(remarks):
        if not remark.is_note or remark.kind in (BlockKind.HEADING, BlockKind.FIELD):
            continue
        near = last is not None and last[0].document is remark.document and place - last[1] <= REACH
        what = promise_in(remark.text) or (further_in(remark.text) if near else None)
        if what is not None:
            last = remark, place
            yield what, remark


def further_in(text: str) -> str | None:
    """What a sentence adds to a promise told right before ("And also, no more …"), None where it adds none."""
    language = "ja" if JAPANESE.search(text) else "en"
    for pattern in frames("agent.drafting.notes.promises", "words", language, "further"):
        found = pattern.match(text)
        words = text[found.end() :].strip(' 　。.、「」"“”') if found else ""
        if len(words) > SHORTEST and EFFECT.search(words) and not _any("not_told", words, language):
            return words
    return None


def promise_in(text: str) -> str | None:
    """The expectation at purchase that a sentence tells of, None where it tells of none."""
    language = "ja" if JAPANESE.search(text) else "en"
    text = text.rstrip(" 。.")
    if _any("not_told", text, language):
        return None
    for pattern in frames("agent.drafting.notes.promises", "words", language, "told"):
        found = pattern.search(text)
        if not found:
            continue
        words = next(value for value in found.groupdict().values() if value)
        quoted = QUOTED.search(text, max(0, found.start() - 40))
        if quoted and EFFECT.search(quoted[0]) and len(quoted[0]) > SHORTEST:
            return (quoted["what"] or quoted["english"]).strip(" 、。")
        for cut in frames("agent.drafting.notes.promises", "words", language, "cut"):
            words = cut.sub("", words.strip(" 。「」"))
        words = words.strip(' 、。「」"“”')
        if len(words) >= SHORTEST and EFFECT.search(words) and not BY_A_DATE.search(words):
            return words
    return None


def _any(key: str, text: str, language: str) -> bool:
    return any(p.search(text) for p in frames("agent.drafting.notes.promises", "words", language, key))
