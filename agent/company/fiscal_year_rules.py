"""Sentences that say when a fiscal year ends, by the patterns in fiscal_year.toml."""

from __future__ import annotations

import calendar
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_NAMES = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + ")(?![a-z])"
_TOKENS = {
    "<YEAR>": "(?:(?:\\d{4}|(?:令和|平成|昭和)(?:元|\\d{1,2}))年 ?)",
    "<MONTH>": "(?P<month>\\d{1,2})月",
    "<DAY>": "(?:(?P<day>\\d{1,2})日|末日?)",
    "<DATE_EN>": f"(?:(?:the )?(?P<day>\\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?(?P<month>{_NAMES})"
    "(?: (?P<day2>\\d{1,2})(?:st|nd|rd|th)?)?",
    "<MONTH_NAME>": _NAMES,
    "<YEAR_EN>": "(?:fiscal|financial|budget|accounting) year",
    "<BEGINS>": "(?:(?:から|に)(?:始まる<SAID>|始まり(?:ます|ました)(?!よう)|始まっ(?:て(?!ほし|欲し|くれ|から)|た(?!ら|い)))"
    "|(?:から|に)?(?:始まり|開始|スタート)<STOP>)",
    "<SAID>": "(?=の[でにはがだ]|から|けど|が|ん|よ|ね|し|(?:会社|法人|ため)|<CLAUSE_END>)",
    "<STOP>": "(?=です|だ(?!と)|で、|であ|なの|なん|や(?:から|ねん|で|し|な)|じゃ|の(?:会社|法人|\\d{1,2}月(?:末|に)?(?:終|締|まで))|<CLAUSE_END>)",
    "<CLAUSE_END>": "[。、.)」\\n\\t]|$",
    "<OTHER_CLOSING>": "申請|提出|請求|要望|予算|目標|支払|精算|経費|発注|受注|給与|勤怠|棚卸|募集|応募|申し?込|稟議"
    "|見積|入金|利用料|契約|更新|キャンペーン|アンケート|評価|報告|ポイント|登録|回答|月次",
}
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


def year_end_phrases(folded: str) -> Iterator[YearEndPhrase]:
    """Every place in folded text that states a fiscal year-end; doubted ones (だっけ, ?) are left out."""
    rules, unsure = _rules()
    for rule in rules:
        for match in rule.pattern.finditer(folded):
            parts = match.groupdict()
            printed = parts.get("month") or parts.get("month2") or ""
            month = rule.month or _month(printed)
            if month is None or not _is_year(parts.get("first"), month):
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


def _month(text: str) -> int | None:
    number = _MONTHS.get(text.lower()) or (int(text) if text.isdigit() else 0)
    return number if 1 <= number <= 12 else None


def _printed(month: str) -> str:
    return f"{month}月" if month.isdigit() else month


def _is_year(first: str | None, last: int) -> bool:
    """A range is a year when it ends in the month before it began."""
    return first is None or (_month(first) or 0) % 12 == (last + 1) % 12


@cache
def _rules() -> tuple[list[_Rule], re.Pattern[str]]:
    table = tomllib.loads(files(__package__).joinpath("fiscal_year.toml").read_text(encoding="utf-8"))
    rules = []
    for row in table["rule"]:
        pattern = row["pattern"]
        for token, meaning in _TOKENS.items():
            pattern = pattern.replace(token, meaning)
        rules.append(
            _Rule(
                row["name"],
                re.compile(pattern, re.IGNORECASE),
                row.get("first_month", False),
                row.get("month"),
            )
        )
    return rules, re.compile(table["unsure"], re.IGNORECASE)
