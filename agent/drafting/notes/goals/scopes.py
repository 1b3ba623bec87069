"""Figures that say what a level is taken from, or that number something: neither where things stand nor what is to be reached."""

from __future__ import annotations

import re

DATED = re.compile(r"(?<![\d.,])(?:19|20)\d\d ?[/／–-] ?\d{1,2}(?:[/／–-]\d{1,2})?(?!\d|[%％])")
"""A year and what is printed with it (2025/26, 2026-01-23)."""
SEASON = re.compile(r"(?<![\d.,])(?P<year>(?:19|20)\d\d) ?[/／–-] ?(?:20)?\d\d(?![\d/-])")
TAKEN_FROM_JA = re.compile(
    r"[^\d\s、。,，()（）「」%％]{0,6}?(?:で(?:数え|測っ|測り|計っ|計り|調べ|取っ|とっ|試し|集計し|聞い)|で(?:の)?平均\D{0,6}\d|(?:を|で)(?:計測|測定|実測|集計|調査|抽出|試行)|"
    r"(?:の)?(?:自己申告|聞き取り|抜き取り|サンプル|アンケート|回答|ログ|計測|実測|集計)(?=[)）、。」]|$)|(?<=[店社校園宿院室所市])の?(?:平均|合計))"
)
"""Behind the number of cases that were looked at (5教室で数えた平均, 120件を計測, 20店の自己申告)."""
OF_ONE_JA = re.compile(r"[^\d\s、。()（）%％]{0,6}?(?:あたり|当たり|につき)(?!前)")
OF_ONE_EN = re.compile(r"\bper $", re.I)
"""Around what a figure is counted for (1教室あたり, per 100 orders)."""
SAMPLE_JA = re.compile(r"(?:サンプル|抽出|無作為|抜き取り|標本)[にで]?[ :：]?$")
TAKEN_FROM_EN = re.compile(
    r"\b(?:(?:average[sd]?|mean|counted|measured|timed|taken|reported|based) (?:over|across|from|on)|(?:sample[ds]?|survey(?:ed)?|data) (?:of|over|across|from|on)) (?:the |all |about |some |just |only )*$",
    re.I,
)
BEHIND, BEFORE = (TAKEN_FROM_JA, OF_ONE_JA), (SAMPLE_JA, TAKEN_FROM_EN, OF_ONE_EN)
NUMBERED_EN = re.compile(
    r"\b(?:berth|phase|stage|step|wave|tier|line|lane|platform|gate|dock|bay|crane|track|zone|area|region|district|sector|unit|site|plant|depot|store|branch|warehouse|building|block|floor|room|hall|ward|theatre|"
    r"section|chapter|clause|page|appendix|annex|table|figure|slide|item|version|release|v|batch|group|class|grade|band|cohort|form|type|category|option|plan|scenario|terminal|route|reactor|furnace|kiln|mill|pump|boiler|cell|press|shift|crew|week|day|sprint|round|lot|schedule|paragraph|rule|article|ticket|case|order|year) (?:no\.? ?|number )?$",
    re.I,
)
"""Before a number that is a name (berth 2, phase 3)."""
NUMBERED_ON = re.compile(r"[ -]?(?:%|per ?cent\b|x\b|(?:hours?|minutes?|days?|weeks?|months?)\b)", re.I)
"""Behind a number that counts, whatever stands before it."""


def counts_no_level(text: str, start: int, end: int) -> bool:
    """True where the figure at `start:end` is of a date, of the cases a level was taken from, or the name of something."""
    if any(found.start() <= start < found.end() for found in DATED.finditer(text)):
        return True
    digits = re.match(r"[\d.,]+", text[start:])
    behind = start + digits.end() if digits else end
    around = (*(p.match(text, behind) for p in BEHIND), *(p.search(text[:start]) for p in BEFORE))
    if any(around):
        return True
    return bool(NUMBERED_EN.search(text[:start]) and not NUMBERED_ON.match(text, behind))


def year_printed(text: str) -> int | None:
    """The year in which a year of two halves begins (2025/26 → 2025), None where the text prints none."""
    found = SEASON.search(text)
    return int(found["year"]) if found else None
