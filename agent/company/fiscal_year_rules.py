"""Sentences that say when a fiscal year ends, by the patterns in fiscal_year.toml."""

from __future__ import annotations

import calendar
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from agent.calendar.number_words import KANJI_DIGITS, kanji_number

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_NAMES = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + ")(?![a-z])"
_TOKENS = {
    "<YEAR>": "(?:(?:\\d{4}|(?:令和|平成|昭和)(?:元|\\d{1,2}))年 ?)",
    "<MONTH>": "(?P<month><N>)月",
    "<N>": "(?:(?<!\\d)\\d{1,2}|(?<![一二三四五六七八九十])(?:十[一二]?|[一二三四五六七八九]))",
    "<DAY>": "(?:(?P<day>\\d{1,2})日|末日?)",
    "<DATE_EN>": f"(?:(?:the )?(?P<day>\\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?(?P<month>{_NAMES})"
    "(?: (?P<day2>\\d{1,2})(?:st|nd|rd|th)?)?",
    "<MONTH_NAME>": _NAMES,
    "<YEAR_EN>": "(?:fiscal|financial|budget|accounting) year",
    "<OWN>": "(?:(?<![一-龥々])|(?<=[今本来翌当新次前昨社])|(?<=事業)|(?<=営業)|(?<=会計)|(?<=予算)|(?<=財政))",
    "<BEGINS>": "(?:(?:から|に)(?:(?:始ま|はじま)る<SAID>|(?:始ま|はじま)り(?:ます|ました)(?!よう)|(?:始ま|はじま)っ(?:て(?!ほし|欲し|くれ|から)|た(?!ら|い)))"
    "|(?:から|に)?(?:始まり|はじまり|開始|スタート)<STOP>)",
    "<SAID>": "(?=の[でにはがだ]|から|けど|が|ん|よ|ね|し|(?:会社|法人|ため)|<CLAUSE_END>)",
    "<STOP>": "(?=です|だ(?!と)|で、|であ|なの|なん|や(?:から|ねん|で|し|な)|じゃ|の(?:会社|法人|\\d{1,2}月(?:末|に)?(?:終|締|まで))|<CLAUSE_END>)",
    "<CLAUSE_END>": "[。、.)」\\n\\t]|$",
    "<OTHER_CLOSING>": "申請|提出|請求|要望|予算|目標|支払|精算|経費|発注|受注|給与|勤怠|棚卸|募集|応募|申し?込|稟議"
    "|見積|入金|利用料|契約|更新|キャンペーン|アンケート|評価|報告|ポイント|登録|回答|月次",
}
_PLACES = (
    ("上", "前", "1", "一", "first"), ("下", "後", "2", "二", "second"), ("3", "三", "third"), ("4", "四", "fourth"),
)  # fmt: skip
"""How the first, second … part of a year is called."""
_TAIL = 16
"""Characters behind a phrase in which its sentence may take it back (だっけ, らしい, ?)."""


@dataclass(frozen=True, slots=True)
class YearEndPhrase:
    """A year-end stated at `[start, end)` of the folded text; `day` is None when only the month is.

    `words`: what the month was read from, as printed ("3月", "March", "calendar year").
    """

    start: int
    end: int
    month: int
    day: int | None
    rule: str
    words: str


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    pattern: re.Pattern[str]
    first_month: bool
    month: int | None  # of a rule whose words name no month
    part: bool  # the range is a half or a quarter of the year
    titled: re.Pattern[str] | None  # the document's head must say so


def year_end_phrases(folded: str, head: str = "") -> Iterator[YearEndPhrase]:
    """Every place in folded text that states a fiscal year-end; doubted ones (だっけ, ?) are left out.

    `head`: title and first lines of the document, which tell what a bare 「2025年12月31日現在」 is the day of.
    """
    rules, unsure = _rules()
    folded = folded.replace("〆", "締")
    for rule in rules:
        if rule.titled is not None and not rule.titled.search(head):
            continue
        for match in rule.pattern.finditer(folded):
            parts = match.groupdict()
            printed = parts.get("month") or parts.get("month2") or ""
            month = rule.month or _month(printed)
            if month is None:
                continue
            if rule.part:
                ended = _end_of_year(parts, month)
                if ended is None:
                    continue
                yield YearEndPhrase(match.start(), match.end(), ended, None, rule.name, _printed(printed))
                continue
            if not _is_year(parts.get("first"), month):
                continue
            tail = re.split("[。\\n\t]", folded[match.end() : match.end() + _TAIL])[0]
            if unsure.search(tail):
                continue
            day = parts.get("day") or parts.get("day2")
            if rule.first_month:
                month, day = (month - 2) % 12 + 1, None
            words = match[0] if rule.month else _printed(printed)
            number = int(day) if day else None
            yield YearEndPhrase(match.start(), match.end(), month, number, rule.name, words)


_ANSWER = (
    "^(?:はい|ええ|あ|えっと|ええと|うちは|うち|弊社は|当社は|毎年|一応|、|,|。| )*<MONTH>(?:<DAY>)?"
    "(?:締め?)?(?=です|でし|だ|なの|なん|や|じゃ|。|、|で|$)",
    "^(?:(?:it|that)(?:\x27s| is| ends| closes| would be)|we close|yes|oh|well|the|at|on|in|end of|last day of|thirty-first of|thirtieth of|,|\\.| )*<DATE_EN>(?=$|[.,;! ])",
)


def answered_month(folded: str) -> YearEndPhrase | None:
    """The month, with its day where told, that an answer begins with; None when it begins otherwise or doubts."""
    for pattern in _answers():
        match = pattern.search(folded)
        if match is None or _rules()[1].search(re.split("[。\n]", folded[match.end() :])[0][:_TAIL]):
            continue
        parts = match.groupdict()
        month, day = _month(parts["month"] or ""), parts.get("day") or parts.get("day2")
        if month is not None:
            words = _printed(parts["month"] or "")
            return YearEndPhrase(0, match.end(), month, int(day) if day else None, "answered", words)
    return None


@cache
def _answers() -> list[re.Pattern[str]]:
    return [re.compile(_filled(pattern), re.IGNORECASE) for pattern in _ANSWER]


def _filled(pattern: str) -> str:
    for token, meaning in _TOKENS.items():
        pattern = pattern.replace(token, meaning)
    return pattern


def _month(text: str) -> int | None:
    kanji = all(letter in KANJI_DIGITS or letter == "十" for letter in text) and bool(text)
    number = (
        kanji_number(text) if kanji else _MONTHS.get(text.lower()) or (int(text) if text.isdigit() else 0)
    )
    return number if 1 <= number <= 12 else None


def _printed(month: str) -> str:
    return month if month.lower() in _MONTHS else f"{month}月"


def _end_of_year(parts: dict[str, str | None], last: int) -> int | None:
    """The last month of the year that has a half or a quarter end in `last`; None when the range is of another length."""
    which = next((value for name, value in parts.items() if name.startswith("which") and value), "").lower()
    first = _month(parts.get("first") or "")
    place = next(
        (place for place, words in enumerate(_PLACES, 1) if any(word in which for word in words)), None
    )
    months = 6 if re.search("[上下前後]|h[12]|half", which) else 3
    if first is None or place is None or (last - first) % 12 + 1 != months:
        return None
    return (last + 12 - place * months - 1) % 12 + 1


def _is_year(first: str | None, last: int) -> bool:
    """A range is a year when it ends in the month before it began."""
    return first is None or (_month(first) or 0) % 12 == (last + 1) % 12


@cache
def _rules() -> tuple[list[_Rule], re.Pattern[str]]:
    table = tomllib.loads(files(__package__).joinpath("fiscal_year.toml").read_text(encoding="utf-8"))
    rules = [
        _Rule(
            row["name"],
            re.compile(_filled(row["pattern"]), re.IGNORECASE),
            row.get("first_month", False),
            row.get("month"),
            row.get("part", False),
            re.compile(row["only_titled"]) if "only_titled" in row else None,
        )
        for row in table["rule"]
    ]
    return rules, re.compile(table["unsure"], re.IGNORECASE)
