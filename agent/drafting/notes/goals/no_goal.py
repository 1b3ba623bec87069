"""Sentences that look like goals and set nothing: where things stand, a part of another goal, a date for a meeting, no answer."""

from __future__ import annotations

import re

from agent.calendar.month_names import MONTHS_LOWER
from agent.drafting.notes.goals.blocks import CHANGE, SURE, says
from agent.drafting.notes.goals.candidates import CUES, OWN_PART, TO_DO
from agent.drafting.notes.goals.figures import is_done, read_figures, states_aim
from agent.drafting.notes.goals.interviews import role_of
from agent.drafting.notes.goals.method import method_in
from agent.drafting.notes.goals.no_level import refuses_level
from agent.goals import GoalContext
from agent.models.plan import Goal
from agent.renewal.cues import cues
from agent.renewal.remarks import Remark
from connectors.interface import BlockKind
from connectors.language import JAPANESE

PROMISES = cues("agent.drafting.notes.promises", "lists")
COUNTING = re.compile(
    r"^\W*(?:数え方|測り方|計り方|はかり方|集計(?:の|方法|元)|算出方法|計測方法|出どころ|データの?元)[はを:：がも]|"
    r"^\W*(?:counted|measured|taken|read|pulled|reported) (?:in|by|from|with|at|on|off)\b|^\W*(?:how (?:it is|we|they) (?:count|measure)\w*|source|measure)(?::| is\b)",
    re.I,
)
"""Begins a sentence that says how something is counted."""
ARRANGED = re.compile(
    r"\b(?:aim(?:ing)?|shoot(?:ing)?|target(?:ing)?|hop(?:e|ing)|pencil\w*|plan(?:ning)?) (?:for |in |on )?(?:(?:the|some time|early|late|mid|a date) ?)*(?:in |on )?(?:the )?(?:weeks? (?:of|beginning|after)|end of|start of|first|second|third|last|\d{1,2}(?:st|nd|rd|th)? [A-Z]|(?:mon|tues?|wednes|thurs?|fri|satur|sun)day|"
    + MONTHS_LOWER
    + r")",
    re.I,
)
"""Puts a date to something: an appointment, unless the sentence measures as well."""
ASIDE = re.compile(r"[(（][^()（）]*[)）]")
"""When and by whom a figure was taken."""
NOTHING = re.compile(
    r"^\W*(?:no|none|nothing|nobody|not)\b[^.,;]{0,24}\b(?:named|set|given|agreed|yet|fixed|decided|known|stated|counted|measured)\W*$|^\W*(?:none|n/?a|tbc|tbd|unknown)\W*$|"
    r"^\W*(?:未定|なし|無し|不明|特にな[しい]|まだ|空欄|空白|[^。、]{0,10}(?:決まっていない|決めていない|名前は置かず|数えていない|未集計))\W*$",
    re.I,
)
RECALL = re.compile(
    r"(?:でした|ました|だった|てた|でしょう|たん)(?:です)?っけ[。?？]?$|(?:何が|どう|いつ|どこ|いくつ|誰が|だれが)[^。「」]{0,16}(?:か|かは|とは)(?:[^。]{0,8}(?:仰|言|聞|決|未定)[^。]{0,8})?[。?？]?$|^(?:いつまで|どこまで|どのくらい)(?:に)?(?:と|とは|とも)[^。]{0,10}[。]?$|\b(?:was|were|did|wasn't|weren't|didn't) [^.?!]{2,40}\?$",
    re.I,
)
"""Asks what was agreed once, or says that a part was left open."""
NO_GOAL = re.compile(
    r"目標(?:値)?(?:は|を|も)?(?:まだ)?(?:置か|立て|設け|決め|定め|書か)(?:て(?:い)?)?ない|目標(?:は)?(?:なし|無し|未定)|目標(?:で|と)は(?:ない|なく|ありません)|\bnot an? (?:goal|target)\b|\b(?:no|without an?) (?:goal|target|aim)s?\b(?! (?:date|owner))",
    re.I,
)


def sets_nothing(goal: Goal, remark: Remark, context: GoalContext) -> bool:
    """True where the goal's own sentence tells how it is counted, that nothing is known, when to meet, what a row is
    about, or only where things stand."""
    text = remark.text
    if says_nothing(text) or refuses_level(text) or RECALL.search(text.strip()):
        return True
    if goal.target is None and ARRANGED.search(text):
        return True
    if _is_question(remark) and not CHANGE.search(text) and not TO_DO.search(text.strip(" 。.")):
        return True
    if is_done(text) or _stands(remark, context):
        return True
    if aims(text):
        return False
    if goal.target is None and (OWN_PART.search(text) or (goal.baseline is None and method_in(text))):
        return True
    return goal.target is None and goal.baseline is not None


def says_nothing(text: str) -> bool:
    """The words only say how something is counted, or that nothing is known."""
    wanted = CHANGE.search(text) or CUES["goal_form"].search(text)
    return bool(COUNTING.search(text) or NOTHING.search(text) or (NO_GOAL.search(text) and not wanted))


def aims(text: str) -> bool:
    """The words speak of something wanted, set or changed."""
    return (
        states_aim(text) or bool(CHANGE.search(text) or CUES["goal_form"].search(text)) or says("wish", text)
    )


def _is_question(remark: Remark) -> bool:
    """The cell that says what its row is about, in a sheet of questions."""
    return remark.kind is BlockKind.TABLE_ROW and remark.text.strip() == remark.label.strip()


def _stands(remark: Remark, context: GoalContext) -> bool:
    """The answer of a row that asks for no aim gives a figure and says nothing of reaching it."""
    asked = f"{remark.label}\t{remark.column}"
    if remark.kind is not BlockKind.TABLE_ROW or not remark.label or not re.search(r"\d", remark.text):
        return False
    wanted = CUES["label"].search(asked) or CUES["heading"].search(asked) or PROMISES["opens"].search(asked)
    if wanted or any(role_of(words) == "target" for words in (remark.label, remark.column)):
        return False
    told = ASIDE.sub("", remark.text)
    if CHANGE.search(told) or CUES["goal_form"].search(told) or says("wish", told) or TO_DO.search(told):
        return False
    target = read_figures([told], "ja" if JAPANESE.search(told) else "en", context).target
    return target is None or target.target < SURE
