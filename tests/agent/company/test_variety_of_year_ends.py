"""Fiscal year-ends as people write them in notes, mails and CRM fields."""

from __future__ import annotations

import pytest

from agent.calendar import fold
from agent.company.fiscal_year_rules import year_end_phrases


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [
        ("3月決算", 3, None),
        ("御社は6月決算と伺いました。", 6, None),
        ("決算は9月です。", 9, None),
        ("決算は毎年2月末。", 2, None),
        ("決算が12月なので、秋口には予算が固まる。", 12, None),
        ("決算:3月", 3, None),
        ("期末は3月31日です。", 3, 31),
        ("うちは8月が期末なんです。", 8, None),
        ("8月末が年度末。", 8, None),
        ("12月締めの会社なので", 12, None),
        ("年度は4月から3月まで。", 3, None),
        ("会計年度は7月〜6月。", 6, None),
        ("会計年度:1月~12月", 12, None),
        ("4月スタートの会計年度です。", 3, None),
        ("新年度は4月1日から。", 3, None),
        ("期首は10月。", 9, None),
        ("期は10月始まりです。", 9, None),
        ("10月が期首なので", 9, None),
        ("事業年度末:5月31日", 5, 31),
        ("決算期 11月", 11, None),
        ("FY ends June", 6, None),
        ("Their FY ends 30 June.", 6, 30),
        ("Year-end: 31 March", 3, 31),
        ("year end is September", 9, None),
        ("Our year ends in September.", 9, None),
        ("Fiscal year end month: June", 6, None),
        ("Fiscal year: April to March", 3, None),
        ("Financial year is April to March.", 3, None),
        ("Fiscal year runs July through June", 6, None),
        ("Fiscal year Oct-Sep", 9, None),
        ("We're on a calendar-year budget.", 12, None),
        ("Fiscal year = calendar year", 12, None),
        ("Our fiscal year starts on 1 February.", 1, None),
        ("The new financial year begins in July.", 6, None),
        ("Year ended 31 March 2026", 3, 31),
        ("we close our books on 30 September", 9, 30),
        ("with a June year-end", 6, None),
        ("a 30 June financial year end", 6, 30),
        ("決算\t9月末", 9, None),
        ("決算\t9月締め\t担当者 5/12", 9, None),
        ("決算\t聞いたら「うちは7月」と", 7, None),
        ("Fiscal: wraps up last Friday of March", 3, None),
        ("a deficit for the year to 30 June 2026", 6, 30),
        ("Asked. Calendar year. Budget is drafted in October.", 12, None),
    ],
)
def test_stated(text: str, month: int, day: int | None) -> None:
    found = {(phrase.month, phrase.day) for phrase in year_end_phrases(fold(text).text)}
    assert found == {(month, day)}


@pytest.mark.parametrize(
    "text",
    [
        "決算は9月に発表します。",
        "3月締めの請求書",
        "月末締めの翌月払い",
        "12月締め切りの申請",
        "契約期間は4月から3月まで。",
        "利用は10月から始まりました。",
        "The project runs April to March.",
        "The contract year ends 30 June.",
        "By the end of the year we want 40 users.",
        "I think their FY ends in June?",
        "School year ends in June.",
        "Our year-end review is in December.",
        "期末までに200人にする。",
        "半期の決算は9月です。",
        "中間決算は9月。",
        "四半期決算は6月",
    ],
)
def test_not_stated(text: str) -> None:
    assert list(year_end_phrases(fold(text).text)) == []
