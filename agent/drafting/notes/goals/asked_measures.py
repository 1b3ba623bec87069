"""What a question measures, as a noun phrase: いま配車にどれくらいかかっていますか → 配車にかかる時間."""

from __future__ import annotations

import re

LEADS = re.compile(
    r"^(?:いま(?!だ|す)|今(?=[のは、])|現在|現状|直近)[のは、]?|^(?:and )?(?:what is|where (?:is|does)|what['’]s)\s+(?:the |your |their )?",
    re.I,
)
ENDS = re.compile(
    r"[ ,]*\b(?:now|today|currently|at present|at the moment)$|(?:は|って|の)?(?:いま|今|現在|現状)(?:は|の)?$|(?:は|って)$",
    re.I,
)
AMOUNT_JA = re.compile(
    r"^(?P<what>[^?？]{2,30}?)(?P<to>に|を|が|は|(?<!ま)で|って)?、?(?:(?:1|１|一)?(?:か月|ヶ月|月|週|日|年|回|件)(?:に|あたり|平均)?(?:で|は)?)?(?:いま|今|現在|平均|およそ|だいたい|いったい|平均で|平均して|は|、)*"
    r"(?:(?:どの|どれ)(?:くらい|ぐらい|程度|ほど)|いくつ|いくら|何(?P<unit>時間|か月|[件分日回枚本割%％人名台秒週点]))(?P<rest>(?:の時間|の日数|[ぁ-ん、掛出来使居要])*)$"
)
TAKES_JA = re.compile(r"かか|掛か|要し")
TIME_EN = re.compile(
    r"^how (?:long|many (?P<unit>minutes|hours|days|weeks)) (?:does|do|is|are|did) (?:it take (?:you )?(?:to )?(?P<doing>.+)|(?:an? |the |your )?(?P<what>.+?) (?:take|last|wait|waiting|need))(?: you| them| us)?$",
    re.I,
)
COUNT_EN = re.compile(
    r"^how (?:many|much|often) (?:of )?(?P<what>.+?)(?: (?:do|does|did|are|is|were|was|have|has|get|go)\b(?:(?! per | a (?:day|week|month|year)).)*)?(?P<per> (?:a|per|each|every) (?:day|week|month|quarter|year))?$",
    re.I,
)
REASON = re.compile(
    r"^(?:なぜ|どうして|何(?:が|に|を|で)|どう(?:して|なれ|した)|困|お困り|きっかけ|理由|背景|経緯|課題|(?:いま|今|現在|現状)(?:は|の値)?[?？]?$)|^(?:why|what (?:hurts|bothers|worries|is the problem|made|brought)|pain|problem|reason|how (?:many|much|long|often)(?: (?:is it|are you|now|today|currently|at present))*\W*$)",
    re.I,
)
"""Asks why or what is wrong: its words name no measure, the answer's may."""
TAKES_SO_LONG = re.compile(r"(?P<what>[^、。「」:：]{2,20}(?:る|す|う|く|つ))のに[^、。\d]{0,12}\d")


def measure_asked(question: str) -> str:
    """What a question measures, without its question words and the word for now; the question where nothing is left."""
    asked = question.strip(" 　?？。:：")
    asked = re.sub(r"を?(?:教えてください|お教えください|をお聞かせください)$", "", asked)
    words = ENDS.sub("", LEADS.sub("", asked)).strip()
    japanese = AMOUNT_JA.match(words)
    if japanese:
        takes = TAKES_JA.search(japanese["rest"]) and japanese["to"] in ("に", "で", None)
        days = japanese["unit"] in ("日", "か月", "週") or "日数" in japanese["rest"]
        return japanese["what"] + (f"にかかる{'日数' if days else '時間'}" if takes else "")
    timed = TIME_EN.match(words)
    if timed:
        what = f"for {timed['what']}" if timed["what"] else f"to {timed['doing']}"
        return f"{timed['unit'] or 'time'} {what}"
    counted = COUNT_EN.match(words)
    if counted:
        return f"{counted['what'].strip()}{counted['per'] or ''}"
    return re.sub(r"^(?:the|your|their) ", "", words, flags=re.I) or question


def names_no_measure(question: str) -> bool:
    """The question asks for a reason, so that its words are no measure's name."""
    return REASON.search(question.strip()) is not None


def measure_told(answer: str) -> str | None:
    """What takes as long as the answer says (過去の実験を探すのに週3.5時間 → 過去の実験を探すのにかかる時間); None where it says none."""
    found = TAKES_SO_LONG.search(answer)
    return f"{found['what']}のにかかる時間" if found else None
