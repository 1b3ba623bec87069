"""Lines that stand among tasks and promise nothing: meetings, lasting states, rules of the house, days alone, polite replies."""

from __future__ import annotations

import datetime as dt
import re

from agent.drafting.notes.contradictions.numerals import in_digits
from agent.renewal.cues import cues

CUES = cues("agent.drafting.notes.commitments", "commitments")
NO_TASKS = cues("agent.drafting.notes.commitments", "no_tasks")
OWES_NOTHING = ("house_rule", "figures", "supposed", "happens", "appointment", "bare", "kept_back")
OWN_TASK = re.compile(r"\b(?:I|we)(?:'|’)?(?:ll| will)\b", re.I)
"""The speaker does something, be it before a date of the house."""
SPEAKER = re.compile(r"^[^:：。、「」]{1,28}[:：]\s+")
DAYS_ALONE = re.compile(
    r"(?:[\d０-９/:：.,、。~〜\-–()（）\s]|[一二三四五六七八九十]+(?=[月日])|[年月日時分]|[月火水木金土日]曜|[上中下]旬|今週|来週|今月|来月|明日|次回|まで|以降|ごろ|頃|末|中|予定|締め?|"
    r"その(?:あと|後)|それ|では|じゃあ|はい|ええ|です|ます|かな|ね|よ|[にはがのでと])+(?:[一-龠]{2}が(?:[\d０-９]|来月|今月)[\d月日末中/。]+)?|[一-龠]{2}が[\d/]+(?:月末?|日)?[。]?"
)
"""Only when something is, not what."""
LONG_PAST = dt.timedelta(days=90)
"""After so long a task may be history; whether it is still listed is weighed."""
IN_THE_ROOM = re.compile(
    r"(?:画面|音声|マイク|カメラ|ミュート|スライド|次のページ|声)(?:を|は|が|、|の共有|共有)?[^。、]{0,8}(?:お願い|出し|映し|共有|切り替え|入れ|見え|大きく)|"
    r"\b(?:share|see|show) (?:my|your|the) screen\b|\b(?:next|previous) slide\b|\byou(?:'|’)?re (?:on )?mute|\bunmute\b",
    re.I,
)
"""Asked for and done while they talk."""
INTRODUCES = re.compile(
    r"(?:と申します|と言います|といいます)(?:[。、よね]|$)|^(?:hi|hello|good (?:morning|afternoon))[,.]? (?:I(?:'|’)m|I am|my name is) ",
    re.I,
)
"""Who speaks says who they are."""
WEEKDAY = re.compile(r"[月火水木金土日]")
DAY_BEFORE = re.compile(r"[0-9０-９]日?\s*$")
UNTIL = re.compile(r"まで|期限|〆")


def is_no_task(text: str) -> bool:
    """True for "次回:10月5日(月)14:00" and for a state that goes on ("…しています") without a day until when."""
    meeting = CUES["meeting"].search(text)
    if meeting:
        return not CUES["matter"].search(text[meeting.end() :])
    return owes_nothing(text) or (bool(CUES["ongoing"].search(text)) and not UNTIL.search(text))


def owes_nothing(text: str) -> bool:
    """True for rules and dates of the house, a change of figures, what is only supposed or kept back, what happens by
    itself, when people meet, bare replies and days alone."""
    words = SPEAKER.sub("", text.strip())
    if IN_THE_ROOM.search(words) or INTRODUCES.search(words):
        return True
    kinds = [name for name in OWES_NOTHING if name != "house_rule" or OWN_TASK.search(words) is None]
    plain = in_digits(words)
    return any(NO_TASKS[name].search(plain) for name in kinds) or bool(DAYS_ALONE.fullmatch(words))


def is_finished(text: str) -> bool:
    """True where the line itself ends in what became of the task ("→ 送った", "(sent)")."""
    return bool(NO_TASKS["finished"].search(text))


def is_long_past(until: dt.date | None, as_of: dt.date) -> bool:
    """True for what was due more than LONG_PAST before the plan's day."""
    return until is not None and as_of - until > LONG_PAST


def is_weekday(label: str, before: str) -> bool:
    """True for the day of the week in a bracket behind a date; the letter may begin a family name as well."""
    return bool(WEEKDAY.fullmatch(label.strip())) and bool(DAY_BEFORE.search(before))
