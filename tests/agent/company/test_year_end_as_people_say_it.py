"""Ways of saying in notes when the fiscal year ends."""

from __future__ import annotations

import pytest

from agent.calendar import fold
from agent.company.fiscal_year_rules import year_end_phrases


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("うちは2月締めやから、世間とずれる", 2),
        ("第12期=2027年6月1日〜2028年5月31日", 5),
        ("会計年度は暦どおり", 12),
        ("期が変わるのは7月", 6),
        ("年度末の3月は忙しい", 3),
        ("来期は10月から始まる", 9),
        ("事業年度 7/1-6/30", 6),
        ("our book year is broken, it ends with September", 9),
        ("books shut in March", 3),
        ("We run April to March.", 3),
        ("our year turns over on 1 July", 6),
    ],
)
def test_month(text: str, month: int) -> None:
    assert {phrase.month for phrase in year_end_phrases(fold(text).text)} == {month}


@pytest.mark.parametrize(
    "text", ["請求は末締め翌月払い", "毎月20日締め", "5月が忙しい", "we run Monday to Friday"]
)
def test_no_year_end(text: str) -> None:
    assert not list(year_end_phrases(fold(text).text))
