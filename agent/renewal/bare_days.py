"""Whose day a sentence tells that only tells the day: the body that was asked for, or that the line before it names.

「社員会はいつですか。」「第3金曜です。7月は17日。」; "When do they meet?" "The twenty-fifth of November."; a mail's line
that breaks before "from 3 December to the 10th".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.models.plan import KeyPerson
from agent.renewal.clauses import DATED
from agent.renewal.holders import body_in, same_body
from agent.renewal.remarks import Remark
from connectors.language import JAPANESE

LEFT = {"ja": 6, "en": 24}
"""Characters that may be left of a bare day when days and the words around them are taken out."""
AROUND = re.compile(
    r"\d{1,2}\s*(?:月|日|/|時|:)?(?:\d{1,2}日?)?|毎月|第[1-5一二三四五]|[月火水木金土日]曜日?|[(（][月火水木金土日][)）]|定例(?:会)?|臨時|開催日?|日時|予定|変更|延期|前倒し|早まり|午[前後]|次回?は?|です|でした|ます|になり|から|に|は|で|の|が|を|。|、|：|\s"
    r"|\b(?:next|it|is|are|was|on|the|of|one|that|this|year|from|to|moved|now|st|nd|rd|th|at|a|once|per|each|every|quarter|month|(?:mon|tues|wednes|thurs|fri)day|january|february|march|april|may|june|july|august|september|october|november|december|first|second|third|fourth|last|then|(?:twenty|thirty)[- ]\w+|\w+(?:teenth|ieth)|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)\b|[.,;:'’!-]",
    re.I,
)
ASKS_WHEN = re.compile(
    r"いつ|何日|何月|日程|日取り|\bwhen\b|\bwhat (?:date|day)\b|\bwhich (?:date|day|month)\b", re.I
)
OF_PAPERS = re.compile(
    r"資料|議案|議題|書類|申請|締|〆|期限|まで|\b(?:papers?|deadline|due|clos\w+|by|submi\w+|cut-?off|template|form)\b",
    re.I,
)
OPENING = 8
"""Characters of a line within which its day stands when it goes on with one."""
WHOLE = re.compile(r"[。.!?！？」』)）]\s*$")
BACK = 10
"""Remarks before the question in which "they" may have been named."""


def body_of_the_day(remark: Remark, before: Sequence[Remark], people: Sequence[KeyPerson]) -> str | None:
    """The body as the plan names it; None where the sentence says more than a day or nothing before names one.

    `before` are the remarks before it in its document, the nearest first.
    """
    if body_in(remark.text) or OF_PAPERS.search(remark.text):
        return None
    if before and _breaks_before(before[0], remark):
        return _named(before[0], people)
    if not _is_bare(remark.text):
        return None
    asked = next((at for at, said in enumerate(before[:2]) if ASKS_WHEN.search(said.text)), None)
    if asked is None:
        return None
    for said in before[asked : asked + BACK]:
        if OF_PAPERS.search(said.text) and said is before[asked]:
            return None
        if found := _named(said, people):
            return found
    return None


def _is_bare(text: str) -> bool:
    rest = AROUND.sub("", text)
    return len(rest) <= LEFT["ja" if JAPANESE.search(text) else "en"]


def _breaks_before(before: Remark, here: Remark) -> bool:
    """The line before is no whole sentence, and this one goes on with a day."""
    if WHOLE.search(before.text) or before.speaker != here.speaker or before.kind != here.kind:
        return False
    dated = DATED.search(here.text)
    return dated is not None and dated.start() <= OPENING and not OF_PAPERS.search(before.text)


def _named(said: Remark, people: Sequence[KeyPerson]) -> str | None:
    words = body_in(said.text)
    if words is None:
        return None
    known = next((p for p in people if p.kind == "body" and same_body(words, p.name)), None)
    return known.name if known else words
