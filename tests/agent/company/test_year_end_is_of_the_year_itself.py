"""A year-end is read from a year that begins or closes, never from what people do, ask for or bill on a day."""

from __future__ import annotations

import pytest

from agent.calendar import fold
from agent.company.fiscal_year_rules import year_end_phrases


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("年度は四月始まりです。", 3),
        ("弊社年度は4月から翌3月です。", 3),
        ("年度は4月始まりの3月終わりです。", 3),
        ("新年度が10月に始まる。", 9),
        ("新年度は4月1日から。", 3),
        ("うちの年度は7月スタートです", 6),
        ("会計年度は1月始まりなので", 12),
        ("来期は10月から始まる", 9),
        ("来年度は6月に始まります。", 5),
        ("期は9月始まり。", 8),
        ("期首は10月です。", 9),
        ("期初は4月から。", 3),
        ("年度の始まりは5月です", 4),
        ("事業年度は10月開始です。", 9),
        ("うちは2月締めです。", 2),
        ("弊社は6月末締めなので", 6),
        ("うちは世間と違って8月締めなんです", 8),
        ("決算は5月締めです", 5),
        ("うちの会社は11月締めだから", 11),
        ("年度は1月締めです。", 1),
        ("期は7月締めなので", 7),
        ("3月締めの会社なので", 3),
        ("4月が新年度なので忙しい", 3),
        ("新しい期は8月から始まります", 7),
        ("うちは3月20日締めです", 3),
        ("6月末が期末です", 6),
        ("The new year starts 1 April.", 3),
        ("new year starts 1 April", 3),
        ("Our new budget year begins in April.", 3),
        ("new budget year begins in April", 3),
        ("The new financial year starts in July", 6),
        ("Their new year always begins in October.", 9),
        ("the new business year opens on 1 September", 8),
        ("The fiscal year starts 1 October", 9),
        ("Our FY begins in February", 1),
        ("budget year starts on July 1", 6),
        ("The new trading year kicks off in May", 4),
    ],
)
def test_the_year_itself(text: str, month: int) -> None:
    assert {phrase.month for phrase in year_end_phrases(fold(text).text)} == {month}


@pytest.mark.parametrize(
    "text",
    [
        "来年度の予算申請は12月10日締め",
        "年度の目標提出は6月15日締め",
        "次年度の利用料の請求は4月末締めです",
        "来年度は9月から全店で使い始めます",
        "来期は6月からスタートしたい",
        "来年度は9月から。",
        "来年度は9月からお願いします",
        "年度は9月から使い始めます",
        "新年度は5月から利用する",
        "新年度は6月スタートを希望",
        "来期は10月から始まる新店舗で使う",
        "来期は10月に始まってほしい",
        "来年度は4月開始でお願いしたい",
        "来期は7月スタートしたい",
        "来年度は6月に始めます",
        "うちは請求が4月末締めです",
        "弊社の経費精算は3月末締めです",
        "うちの予算要望は10月末締めなので",
        "うちは12月10日締めです",
        "会社のアンケートは5月締めです",
        "募集は6月末締めです。",
        "目標は9月締めで、",
        "3月締めの会社への請求",
        "期首は4月に全店へ広げる",
        "期末は12月10日までに提出",
        "6月が期末評価です",
        "9月が新年度の予算の準備",
        "6月開始の期間限定",
        "4月スタートの年度契約",
        "来年度は3月で終わりにしたい",
        "今期は8月から本格稼働です",
        "次期は11月から研修を始める",
        "We start in September next fiscal year.",
        "Next fiscal year we want to start in June.",
        "Budget requests close on 10 December.",
        "Fiscal year targets are due 15 June.",
        "Next year's budget requests close 10 December",
        "The invoice for the next financial year is due in April.",
        "The new year starts on 1 January.",
        "The new school year starts in September.",
        "The new academic year begins in April.",
        "The contract year starts in May.",
        "New year campaign starts in March.",
        "In the new year we start in April.",
        "A new year of training starts in May.",
        "The FY26 rollout starts in September.",
        "Our budget round opens in October.",
        "Fiscal year planning starts in November.",
        "The budget year plan is due 10 December",
        "FY targets close 15 June",
        "by the December year-end party",
        "June year-end targets",
        "Accounts team closes the ticket in May",
        "We hope to begin the new year with ten shops in April.",
        "Financial year budget opens 1 October.",
        "The subscription year ends 30 June.",
        "Our pilot runs April to June.",
        "The project year begins in April.",
        "In the new year, training begins in April.",
        "The new year plan starts in April.",
        "The year-end review is in March.",
    ],
)
def test_what_is_done_on_a_day(text: str) -> None:
    assert list(year_end_phrases(fold(text).text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "米穀年度は11月から10月です。",
        "肥料年度は6月から翌5月",
        "契約年度は2月から1月まで。",
        "漁業年度は8月~翌7月です",
    ],
)
def test_the_year_of_a_trade_or_a_contract_is_not_the_account_s(text: str) -> None:
    assert not list(year_end_phrases(fold(text).text))
