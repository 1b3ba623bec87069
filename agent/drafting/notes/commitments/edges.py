"""What stands at the edges of a task set out in parts: signs, numbers, days, labels."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from tomllib import loads

OPEN, CLOSE = "(（[［【〔<＜〈「", ")）]］】〕>＞〉」"
GAP = r"[\s　:：;；,、，。．.|｜/／=＝@＠*_·~〜～▶►]|[-‐–—―]+(?=[\s　]|$)|(?<=[\s　])[-‐–—―]+|→|⇒|➡|➔|->|=>"
LEFT_GAP = re.compile(rf"(?:{GAP}|[・●○◎◇◆□■☐▪•※＊+>＞]|[-‐–—―→⇒])+")
RIGHT_GAP = re.compile(rf"(?:{GAP}|[・:：→⇒\-‐–—―])+$")
NUMBER = re.compile(
    r"(?:No\.? ?)?(?:[(（]?\d{1,2}(?:[.\-]\d{1,2})*[)）.．:：](?!\d)|\d{1,2}\.\d{1,2}(?=[\s　])|[①-⑳]|\d{1,2}(?=[\s　]*\t)|(?:A|AI|AP|T|ToDo|TODO|宿題|タスク)[\-#]?\d{0,2}[.:：)]?(?=[\s　]))"
)
BOX = re.compile(r"(?:\[[ xX✓]?\]|[☐☑✅□■✔])")
WEEKDAY = r"(?:[\s　]?[(（](?:[月火水木金土日](?:曜日?)?|祝|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?)[)）])?"
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)(?:[a-z]{1,6})?\.?"
DAY = (
    r"(?:(?:(?:20\d\d|令和\d{1,2}|R\d{1,2})[年/.\-])?\d{1,2}[月/.\-]\d{1,2}(?!\d)日?"
    rf"|(?:(?:Mon|Tue|Wed|Thu|Fri)[a-z]*,? )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}(?:,? 20\d\d)?"
    rf"|(?:(?:Mon|Tue|Wed|Thu|Fri)[a-z]*,? )?{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,? 20\d\d)?"
    rf"|(?:early |mid[- ]|late |(?:the )?end of |beginning of ){MONTH}(?: 20\d\d)?"
    r"|(?:20\d\d年)?\d{1,2}月(?:末|中旬|上旬|下旬|中|初め?|頭|前半|後半|半ば|第[1-5一二三四五]週|の(?:定例|打合せ|打ち合わせ|会議|訪問)(?:会|会議)?)|(?:今|来|再来)[週月](?:[月火水木金土日]曜日?|末|中|前半|後半|初め?|頭)?|(?:今|来)週(?:の)?[月火水木金土日]曜日?|月末|月内|年内|年末|週明け|週内|本日中|明日|次回(?:定例|打合せ|会議)?|\d{1,2}日|随時"
    r"|(?:(?:this|next|coming) )?(?:Mon|Tues|Wednes|Thurs|Fri)day|(?:this|next) (?:week|month)|(?:the )?end of (?:the |this |next )?(?:week|month|year)|tomorrow|today|EO[DWMY]|ASAP|TB[CDA]|未定|なし|調整中)"
)
DUE = re.compile(DAY + WEEKDAY, re.I)
BEHIND_DUE = re.compile(
    r"(?:[\s　]?(?:まで(?:に)?|迄(?:に)?|〆切?|締め?切?り?|必着|期限|ごろ|頃|目処|目途|めど|中|予定|を?目標))*(?:に(?!つ))?"
)
BEFORE_DUE = re.compile(
    r"(?:[~〜～]|(?i:\b(?:by|until|till|before|due(?: by| on)?|on|no later than|deadline(?: is)?|the|for)\b))[\s　:：]*$"
)
NAME = re.compile(r"[^\s　:：;；,、，。|｜/／=＝@＠→⇒()（）\[\]【】<>「」*\t]+")
SUBJECT_EN = re.compile(
    r"(?P<who>(?:(?:Mr|Ms|Mrs|Dr)\.? )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}|[Ww]e|I|[Tt]hey|[Yy]ou)(?:'ll|’ll| (?:to|will|is to|are to|shall|agreed to|has to|have to|is going to|needs to|should)) (?=\S)"
)
SUBJECT_JA = re.compile(
    r"(?P<who>[^\s　、。はがに:：()（）]{1,14}(?:[\s　][一-龠ァ-ヴーぁ-ん]{1,6}?)?)(?:側)?(?:には|は|が|より|にて)[\s　、]?(?=\S)"
)
SIGN_BEHIND = re.compile(
    r"(?:側|から|へ|さん|様|氏)?[\s　]*(?:[:：;；,、，|｜/／=＝→⇒\t)）\]】>＞]|[-–—―]+[\s　]|->|=>|…)"
)
BLANK_BEHIND = re.compile(r"[\s　]|$")
TO_WHOM = re.compile(r"\b(?:to|for|with|from|of|and|by|at|via|about|on|the|see|ask|tell|call)[\s]*$", re.I)
"""Behind such a word stands whom it is for, not who does it."""
ANY_DAY = re.compile(r"\d|[週月]|まで|後|前|\b(?:week|month|before|after|by|once|when)\b", re.I)
LONGEST_DAY = 20
LONGEST_NAME = 24
LEAST_WORDS = 4
MOST_PIECES = 3


@cache
def _labels() -> dict[str, str]:
    raw = files("agent.drafting.notes.commitments").joinpath("set_out.toml").read_text(encoding="utf-8")
    return {name: "|".join(words) for name, words in loads(raw).items()}


@cache
def label(name: str) -> re.Pattern[str]:
    """A label at the left, with what parts it from its value: a sign, a blank, or for Japanese words nothing but a bracket."""
    return re.compile(
        rf"[*_]*(?:{_labels()[name]})[*_]*(?:[\s　]*(?:[:：=＝]|->|→)[*_]*[\s　]*|[\s　\t]+|(?=[「（(]))"
    )


def is_label(words: str) -> bool:
    """The words announce a part and name nobody."""
    return any(
        words_for(name).fullmatch(words.strip(":："))
        for name in ("owner", "due", "task", "state", "state_label")
    )


@cache
def label_behind(name: str) -> re.Pattern[str]:
    """The same label at the right, before a value that ends the line."""
    return re.compile(
        rf"(?:^|(?<=[\s　,、;；(（\[【/|｜:：・\-–—。.\t*]))[*_]*(?:{_labels()[name]})[*_]*[\s　]*[:：=＝]?[*_]*[\s　]*$"
    )


@cache
def words_for(name: str) -> re.Pattern[str]:
    """The words of a part as one pattern."""
    return re.compile(_labels()[name])


@cache
def state_words() -> re.Pattern[str]:
    """What became of a task, with or without its label."""
    return re.compile(rf"(?:(?:{_labels()['state_label']})[\s　]*[:：=＝]?[\s　]*)?(?:{_labels()['state']})")
