"""Year-ends told by the year's parts, its start, a row's cells, an answer, or the law of the account's form."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.calendar import fold
from agent.company.fiscal_year import read_fiscal_year_end
from agent.company.fiscal_year_answers import year_end_answer
from agent.company.fiscal_year_by_law import year_end_by_law
from agent.company.fiscal_year_rules import year_end_phrases
from agent.models.account import Account
from connectors.interface import Document, RawSource
from connectors.registry import read_source


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("7|決算|9月末。社員総会は11月|", 9),
        ("期|6月〆", 6),
        ("決算月|5", 5),
        ("決算は毎年六月です。", 6),
        ("上期は10月から3月", 9),
        ("下半期(1〜6月)の見込み", 6),
        ("第2四半期(7-9月)", 3),
        ("3Qは10月から12月です", 3),
        ("26年11月期は増収", 11),
        ("FY26/12の計画", 12),
        ("1月から12月が会計年度", 12),
        ("8月から第31期に入ります", 7),
        ("9月に期が締まる", 9),
        ("年度替わりが10月", 9),
        ("来期(10月〜)の予算", 9),
        ("令和9年度(令和9年4月1日から)", 3),
        ("今期は9月末までなので", 9),
        ("H1 (April to September)", 3),
        ("our first quarter is July to September", 6),
        ("FY27 starts 1 July", 6),
        ("FY runs April-March", 3),
        ("our year-end's in June", 6),
        ("the accounts are made up to 31 August", 8),
        ("the new financial year in April", 3),
    ],
)
def test_told_by_its_parts(text: str, month: int) -> None:
    assert {phrase.month for phrase in year_end_phrases(fold(text).text)} == {month}


@pytest.mark.parametrize(
    "text",
    [
        "上期は4月から6月まで研修",
        "3Qは10月から11月です",
        "12月の期末評価",
        "今年度は7月末まで研修",
        "7月の新年度予算の提出",
        "この契約は6月から始まる",
        "(2026年12月31日現在)",
        "Q1 numbers from June",
    ],
)
def test_told_of_something_else(text: str) -> None:
    assert not list(year_end_phrases(fold(text).text))


def test_a_day_of_the_balance_counts_under_its_title() -> None:
    found = [p.month for p in year_end_phrases(fold("(2026年5月31日現在)").text, "第40期決算公告")]
    assert found == [5]


@pytest.mark.parametrize(
    ("answer", "month"),
    [
        ("8月です。うちは小さいので", 8),
        ("はい、うちは六月なんです", 6),
        ("It's March 31.", 3),
        ("End of June.", 6),
        ("それはまた今度", None),
        ("6月だったかもしれません", None),
        ("8件です", None),
    ],
)
def test_answer(answer: str, month: int | None) -> None:
    found = year_end_answer(fold(answer).text)
    assert (found.month if found else None) == month


def _account(name: str, industry: str | None = None) -> Account:
    return Account(id="A-1", name=name, industry=industry, as_of=dt.date(2026, 10, 1))


def _documents(text: str) -> list[Document]:
    return read_source(RawSource("memo.txt", text.encode()))[0]


@pytest.mark.parametrize(
    ("name", "industry", "law"),
    [
        ("学校法人青葉台学園", None, "private_schools_act"),
        ("社会福祉法人ひなた会", None, "social_welfare_act"),
        ("北沢県 土木部 道路課", None, "local_autonomy_act"),
        ("南原町役場", None, "local_autonomy_act"),
        ("北沢市", "市の行政", "local_autonomy_act"),
        ("みさき広域水道企業団", None, "local_autonomy_act"),
        ("株式会社みさき銀行", None, "banking_act"),
    ],
)
def test_year_end_by_law(name: str, industry: str | None, law: str) -> None:
    value = year_end_by_law(_account(name, industry), _documents(f"{name}さまを訪問した。\n次回は来月。"))
    assert value is not None
    assert (value.value.month, value.value.day) == (3, 31)
    assert value.derived is not None
    assert value.derived.rule == f"fiscal_year_by_law.{law}"
    assert str(value.derived.inputs[0].value) in value.citations[0].quote


@pytest.mark.parametrize(
    "name",
    ["株式会社青葉市場", "木村", "医療法人社団ひなた会", "北沢市商店株式会社", "Oak Valley City Bank Ltd"],
)
def test_no_law_sets_the_year(name: str) -> None:
    assert year_end_by_law(_account(name), _documents(f"{name}さまを訪問した。")) is None


def test_the_form_must_be_printed() -> None:
    assert year_end_by_law(_account("学校法人青葉台学園"), _documents("青葉台さまを訪問した。")) is None


@pytest.mark.parametrize(
    ("talk", "month"),
    [
        ("Aoi Kido: When does your financial year end?\nRoy Marsh: Thirty-first of May, every year.", 5),
        ("Aoi Kido: You have a May year-end, is that right?\nRoy Marsh: Yes, that one.", 5),
        ("木戸: 決算は何月でいらっしゃいますか。\n丸山: 5月です。", 5),
        ("木戸: 5月決算ですよね?\n丸山: はい、そうです。", 5),
        ("木戸: 決算発表はいつですか。\n丸山: 5月です。", None),
        ("木戸: 次の会議は何月ですか。\n丸山: 5月です。", None),
    ],
)
def test_told_in_a_conversation(talk: str, month: int | None) -> None:
    vtt = "WEBVTT\n\n" + "\n\n".join(
        f"00:0{i}:00.000 --> 00:0{i}:09.000\n{line}" for i, line in enumerate(talk.split("\n"))
    )
    documents = read_source(RawSource("call.vtt", vtt.encode()))[0]
    found = read_fiscal_year_end(_account("Maruyama Oak"), documents, "en").value
    assert (found.value.month if found else None) == month
    assert found is None or len(found.citations) == 2
