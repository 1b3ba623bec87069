"""What a goal's own words say beside its figures: its measure, and whether a sentence only tells how things are."""

from __future__ import annotations

import re

from agent.drafting.notes.goals.candidates import CUES, SUBJECTLESS, Candidate
from agent.drafting.notes.goals.values import SHARE
from agent.goals import ItemReading

BEFORE = re.compile(r"^(?P<what>[^。]{2,40}?)(?:を|は、|の目標)|^(?P<label>[A-Z][A-Za-z' -]{3,40}): ")
LOOSE = re.compile(r"^(?:目標は|ゴールは|まずは?|現状|当面|今期|[%％]の)+")
VERB_OBJECT = re.compile(
    r"\b(?:cut|reduce|increase|raise|lower|shorten|bring|get|halve|double|move|grow|lift|drop|improve) (?:the )?"
    r"(?P<what>[a-z][\w' -]{3,}?)(?: down| up)? (?:from|to|by|under|below|above|within)\b",
    re.I,
)
PRESENT = re.compile(
    r"(?:である|です|でした|だった|だ|にとどまる|ている|ています)$|(?:数え|測っ|計っ)た(?:こと|もの)|"
    r"^(?:baseline|currently|today|now)\b|\b(?:was|were|is at|are at|stands at|says)\b",
    re.I,
)
SUBJECT = re.compile(
    r"^(?:[A-Z][A-Za-z]{0,11}: )?(?P<what>[A-Za-z][A-Za-z' -]{3,40}?) (?:is|are|was|were|averages?|stands?)\b"
)
SENTENCE_END = re.compile(r"。|\.(?= +[A-Z]|$)")
GENERIC = re.compile(
    r"^(?:の|[0-9]|平均|件数|時間|率|数|日数|点|値|[件回名人個本枚台社割分秒日月年週円%から毎])*$|^(?:them|it|this|that|these|those)$"
)


def is_present(reading: ItemReading, candidate: Candidate) -> bool:
    """The only figure stands in a later sentence that tells how things are ("2月は2.1%である"), not what is to be reached."""
    value = reading.target_value
    return value is not None and tells_present(sentence_at(candidate, value.part.start))


def tells_present(sentence: str) -> bool:
    return bool(PRESENT.search(sentence)) and not CUES["goal_form"].search(sentence)


def sentence_at(candidate: Candidate, at: int) -> str:
    """The sentence of the candidate's text around a place; empty for its first one, which is the goal itself."""
    start = 0
    for gap in [*SENTENCE_END.finditer(candidate.text), None]:
        end = gap.start() if gap else len(candidate.text)
        if start <= at < end or gap is None:
            return candidate.text[start:end].strip() if start else ""
        start = gap.end()
    return ""


def metric_in_words(reading: ItemReading, candidate: Candidate) -> str | None:
    """What is measured, in the goal's words; None where nothing to be reached is stated (a wish has no measure)."""
    reached = reading.target_value
    if reached is None or not (re.search(r"\d", reached.part.text) or SHARE.search(reached.part.text)):
        return None
    words = LOOSE.sub("", reading.metric.text.strip("のを、 ①②③④⑤")) if reading.metric else ""
    english = VERB_OBJECT.search(candidate.statement) if words.isascii() else None
    subject = SUBJECT.match(candidate.text) if SUBJECTLESS.match(candidate.statement) else None
    if subject:
        return subject["what"].strip()
    if english and len(english["what"]) <= 60 and not GENERIC.match(english["what"].strip()):
        return english["what"].strip()
    if len(words) < 3 or GENERIC.match(words):
        before = BEFORE.match(candidate.statement)
        words = (before["what"] or before["label"]).strip("①②③④⑤ ") if before else words
    return words or None


def naming(metric: str | None) -> str | None:
    """The metric unless it is a figure itself or a word that names nothing."""
    return (
        None
        if metric is None
        or re.fullmatch(r"目標|ゴール|狙い|それ|これ|数字", metric)
        or re.match(r"^[\d約平均月年\s$£€¥]*\d|^(?:Wants?|If|It|They)\b", metric)
        else metric
    )
