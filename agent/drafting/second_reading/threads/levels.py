"""The figures of a sentence by what they are said to be: where something stands, or what it is to reach."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from agent.calendar import Anchor, fold
from agent.calendar.number_words import number_of
from agent.drafting.notes.goals.dates import dates_in
from agent.drafting.notes.goals.groups import group_in
from agent.drafting.second_reading.parts.spans import Span, spans_of, unit_class
from agent.renewal.remarks import Remark
from connectors.language import JAPANESE

Role = Literal["stands", "aimed", "told"]
"""`told`: all that a sentence says; the lines around tell what it is."""

BARE = re.compile(
    r"(?<![\w.,/:：#第約])\d{1,4}(?:\.\d+)?(?=[。、」)）?？\s]|$|で(?!す)|なら|に|まで|と|は|かな|が|って|を|だ|です)"
)
"""A number alone, as people say it who know what they count (去年は35)."""
UNIT_BEHIND = re.compile(
    r" ?(?P<unit>(?:working |business |calendar )?(?:days?|hours?|minutes?|weeks?|months?)|per ?cent|%)\b",
    re.I,
)
PRONOUN = re.compile(r"^(?:one|every one|none|never|nobody|no more)$", re.I)
"""Words of number that mostly count nothing."""
STANDS_JA = re.compile(
    r"(?:いま|今|現在|現状|足元|目下|直近|当初|最初|出発点|スタート)(?:は|が|の|で|、|も)?[^。、]{0,10}$|(?:先月|昨年|去年|前年|前期|上期|下期|今春|昨冬|春先|導入(?:時|前)|始めた(?:とき|頃)|[春夏秋冬]|\d月|平均|実績|測り直したら)[^。]{0,12}$"
)
STANDS_AFTER_JA = re.compile(
    r"^[^。\d]{0,16}(?:かかっ|かかる|だった|でした|でしょ|しか|捨て|残っ|横ばい|止まり|出てい|発生|していない|ある(?:。|$)|います|いた(?:。|$))|^(?:です|だ|。|」|、)*$"
)
AIMED_JA = re.compile(
    r"(?:目標|ゴール|目指|めざ|狙い|ねらい|掲げ|到達|合格|終点|着地)[^。\d]{0,16}$|(?:これ|それ|そこ|ここ)を[^。\d]{0,10}$|(?:つまり|じゃあ?|では|せめて|次は|次の\S{0,3})[、 ]?$"
)
AIMED_AFTER_JA = re.compile(
    r"^[^。、\d]{0,5}(?:まで(?:に)?(?:抑|下げ|減|落と|上げ|増|縮|短|持って|した|引き|[。」、]|$)|に(?:抑|おさ|下げ|減ら|落と|上げ|増や|縮|短|し(?:た|よ|ま|て)|する|でき|なれば|なったら|持って|収め|戻|届|乗|近づ)|へ(?:$|[。、」と])|(?:を|は)(?:目指|めざ|狙|切り|切る|割り|割る|超え|上回|下回|掲げ|死守|達成)|で(?:いい|いけ|行け|よい|良い|結構|決まり|合意|握|手を打|お願い|行こ|いこ|行き|いき)|なら(?:飲|いけ|やれ|でき|引き受け|約束)|と(?:約束|決め|置)|以[下内上](?:に|を|が|で|[。」、]|$)|未満|かな|(?:が|は)[^。、]{0,8}(?:目標|ゴール|狙い|線|掲げ))|^(?:まで)?にな?[。」]?$"
)
STANDS_EN = re.compile(
    r"\b(?:now|today|currently|at present|was|were|used to|takes?|took|averag\w+|happened on|stands? at|(?:are|is|sits?|runs?) at|baseline|before|last (?:year|month|summer|quarter|spring|winter|autumn))\b[^.;\d]{0,24}$|^[^.;\d]{3,40}: $",
    re.I,
)
STANDS_AFTER_EN = re.compile(
    r"^[^.;\d]{0,24}\b(?:now|today|currently|last (?:year|month|summer|quarter)|at the moment|in (?:Q[1-4]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|when we (?:started|began)|these days)\b",
    re.I,
)
AIMED_EN = re.compile(
    r"\b(?:wants?|wanted|targets?|goals?|aims?|aiming|set|(?:get|bring|take|cut|push|drive|lift|raise) (?:it|that|this|them|those)(?: down| up| back)?(?: to)?|promised?|accept|commit\w*(?: to)?|told (?:the |our |my )?\w+|shoot for|reach|hit|line is|settled (?:on|for)|agreed(?: on)?|live with|make it|say|call it)\b[^.;\d]{0,16}$",
    re.I,
)
AIMED_AFTER_EN = re.compile(
    r"^[^.;,\d]{0,16}\b(?:is the (?:line|target|goal|aim|number)|or (?:less|fewer|better|more)|tops|at most|max(?:imum)?|must be reached|will do|would do)\b",
    re.I,
)
ASKS_AIM = re.compile(
    r"(?:目標|ゴール|目指|めざ|狙い|ねらい|着地)[^。]{0,12}(?:は|を|が)[^。]{0,16}(?:何|いくつ|どの|いかが|どう|でしょう|ですか|ますか|[?？])|(?:目標|ゴール|目指(?:す|される)(?:ところ|線|数字)?|めざすところ)は[。?？]?$|(?:何[%割件日時分]|いくつ|どこ|どのくらい|何パーセント)[^。]{0,6}(?:まで|に(?:したい|され|し(?:ます|たい)|置|なれば|なったら))|"
    r"\b(?:targets?|goals?|aim)\b[^.]{0,30}\?|\bwhere (?:do|would|should) (?:you|it|they) [^.]{0,30}\?|\bwhat (?:would|do|should|number|figure|level)[^.]{0,30}\b(?:good|like|want|happy|target|aim|be)\b[^.]{0,20}\?",
    re.I,
)
DONE_BEHIND = re.compile(
    r"^[^。、]{0,6}(?:超え|上回|下回|割|切|届|達|成功|なり|なっ|下が|上が|減|増え|伸び|済)[^。、]{0,4}(?:まし|てい?(?:る|ます)|た(?![いら]))|^ ?(?:already|so far|reached)\b",
    re.I,
)
"""Says that the figure has been reached."""
FROM_TO = re.compile(r"^[^。、\d]{0,4}(?:→|⇒|->|から|を|より)\s*(?:月|週|約|平均)?$|^[^.;,\d]{0,16}\bto\b ?$")
"""Between where something stands and what it is to reach."""
HEDGED = re.compile(
    r"(?:と言いたい|と思った|と言った|が理想|夢は|本当は|できれば)[^。]{0,6}(?:けど|が|のだが)|\b(?:pitched|joked|dreamt)\b",
    re.I,
)
"""Takes back the figure it names."""
RATIO = re.compile(
    r"(?P<of>\d+) ?[人件台社本店名回](?:のうち|中)(?:の)?(?P<part>\d+) ?[人件台社本店名回]?|\b(?P<few>\d+|one|two|three) (?:in|out of) (?:every )?(?P<many>\d+|three|four|five|six|ten|twenty)\b",
    re.I,
)
"""So many of so many (100人のうち27人, one in four)."""
SHARE_OF = "of"
"""The unit of a ratio in words."""
TO_COME = re.compile(r"までに|には|\b(?:by|before|until)\b", re.I)
ASKS_LEVEL = re.compile(
    r"(?:数字|実績|現状|いま|今|足元|状況|率|件数|時間)[^。]{0,8}(?:いかが|どう|どのくらい|いくつ|何)[^。]{0,12}[?？か。]|\b(?:where are you|how (?:many|much|long|often)|what is it)\b[^.]*\?",
    re.I,
)
WEAK_JA = re.compile(r"^(?:です|だ|。|」|、)*$")
"""Behind a figure that is all a sentence says: what it is depends on the lines around."""
NO_LEVEL = re.compile(
    r"^(?:つ|人(?:の|で|と|体制|分)|名(?:の|で|と|体制)|社(?:の|で|と|に)|年|月|時(?!間)|回目|番|位|億|円|万円)|^ ?(?:am|pm|people|users|seats|sites)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Level:
    """A figure of the line at `place`; `subject` is whose it is, where one of several is named (A班, team B)."""

    place: int
    remark: Remark
    span: Span
    role: Role
    subject: str | None = None


def levels_of(
    place: int, remark: Remark, before: Remark | None, asked: Role | None, dated: bool, anchor: Anchor
) -> list[Level]:
    """The figures of a line whose part is told. `before` is the line before it, `asked` what a question asked for,
    `dated` whether the line before gives a date to come and no figure."""
    found = list(_figures(remark, anchor))
    ahead = dated or _looks_ahead(remark, anchor)
    levels = []
    for at, span in enumerate(found):
        start = found[at - 1].end if at else 0
        end = found[at + 1].start if at + 1 < len(found) else len(remark.text)
        role = _role(remark.text[start : span.start], remark.text[span.end : end], asked, ahead)
        if at + 1 < len(found) and FROM_TO.match(remark.text[span.end : end]):
            role = "stands"
        if role is not None:
            levels.append(Level(place, remark, span, role, _subject(remark, span, before)))
    return levels


def _looks_ahead(remark: Remark, anchor: Anchor) -> bool:
    """The line gives a date to come as a limit."""
    day = remark.day or anchor.as_of
    return any(
        when.last > day and when.rule != "day_of_month" and TO_COME.search(remark.text[when.end :])
        for when in dates_in(remark.text, remark.day, anchor)
    )


def ends_open(remark: Remark, anchor: Anchor) -> bool:
    """Gives a date to come and no figure: the next line's figure is for it."""
    return _looks_ahead(remark, anchor) and not list(_figures(remark, anchor))


def _subject(remark: Remark, span: Span, before: Remark | None) -> str | None:
    """The one of several that the words before the figure name, also where another speaker began them."""
    words = remark.text[: span.start]
    if before is not None and not words.strip() and BEGUN.search(before.text):
        words = before.text.rstrip("…。. 、")
    return group_in(words)


BEGUN = re.compile(r"(?:が|は)(?:…|\.\.\.|、)?$")


def asked_in(text: str) -> Role | None:
    """What the sentence asks for: what is to be reached, or where things stand."""
    if ASKS_AIM.search(text):
        return "aimed"
    return "stands" if ASKS_LEVEL.search(text) else None


def comparable(one: Span, other: Span) -> bool:
    """Both count one kind of thing; a bare number goes with any that is not far from it."""
    if one.value is None or other.value is None or (one.unit == SHARE_OF) != (other.unit == SHARE_OF):
        return False
    if one.unit and other.unit:
        kinds = unit_class(one.unit), unit_class(other.unit)
        return kinds[0] == kinds[1] and (kinds[0] != "count" or one.unit == other.unit)
    return 0.04 <= (one.value + 0.01) / (other.value + 0.01) <= 25


def _role(before: str, after: str, asked: Role | None, ahead: bool) -> Role | None:
    japanese = JAPANESE.search(before + after) is not None
    aimed, aimed_after = (AIMED_JA, AIMED_AFTER_JA) if japanese else (AIMED_EN, AIMED_AFTER_EN)
    stands, stands_after = (STANDS_JA, STANDS_AFTER_JA) if japanese else (STANDS_EN, STANDS_AFTER_EN)
    if HEDGED.search(after) or DONE_BEHIND.match(after):
        return None
    if aimed.search(before) or aimed_after.search(after):
        return "aimed"
    if stands.search(before):
        return "stands"
    if asked is not None:
        return asked
    if WEAK_JA.match(after) and ahead:
        return "aimed"
    if japanese and WEAK_JA.match(after):
        return "told"
    opens = japanese and not before.strip()
    return "stands" if stands_after.search(after) and not opens else None


def _figures(remark: Remark, anchor: Anchor) -> Iterator[Span]:
    """Figures in order, no dates and no counts of people or houses beside them."""
    text = remark.text
    dates = [
        (when.start, when.end)
        for when in dates_in(text, remark.day, anchor)
        if when.rule != "day_of_month" or not _is_stretch(text, when.start, when.end)
    ]
    found = list(_ratios(text))
    more = [_whole(span, text) for span in spans_of(text)]
    more += _bare(text) if JAPANESE.search(text) else []
    for span in more:
        if span.value is not None and not PRONOUN.match(span.words) and _is_free(span, found):
            found.append(span)
    for span in sorted(found, key=lambda span: span.start):
        dated = any(span.start < end and start < span.end for start, end in dates)
        count = span.unit != SHARE_OF and NO_LEVEL.match(span.unit + text[span.end :])
        if not dated and not count:
            yield span


def _is_stretch(text: str, start: int, end: int) -> bool:
    """A number of days that a sentence sets for something, and no day of a month (これを2日に)."""
    return (
        AIMED_JA.search(text[:start]) is not None
        and re.match(r"日(?:に|へ|まで|で|[。」]|$)", text[end - 1 :]) is not None
    )


def _is_free(span: Span, others: Sequence[Span]) -> bool:
    return all(span.end <= other.start or other.end <= span.start for other in others)


def _ratios(text: str) -> Iterator[Span]:
    folded = fold(text)
    for found in RATIO.finditer(folded.text):
        part, of = (number_of(found[a] or found[b]) for a, b in (("part", "few"), ("of", "many")))
        start, end = folded.original(*found.span())
        if part and of and part < of:
            yield Span(start, end, text[start:end], 100 * part / of, SHARE_OF, "word")


def _whole(span: Span, text: str) -> Span:
    """A number in words with the unit behind it."""
    unit = UNIT_BEHIND.match(text, span.end) if span.kind == "word" and not span.unit else None
    return replace(span, unit=unit["unit"]) if unit else span


def _bare(text: str) -> Sequence[Span]:
    folded = fold(text)
    return [
        Span(*folded.original(*m.span()), m[0], float(m[0]), "", "digits") for m in BARE.finditer(folded.text)
    ]
