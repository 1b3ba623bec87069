"""How scorers compare words: names, titles, departments, quantities, dates."""

from __future__ import annotations

import pytest

from evals.scorers.dates import date_fits
from evals.scorers.decision import phrase_fits
from evals.scorers.words import (
    department_fits,
    names_fit,
    negated,
    quantity_fits,
    same_name,
    strange_figures,
    title_fits,
)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("山田 太郎", "山田太郎", True),
        ("山田　太郎", "山田 太郎様", True),
        ("髙橋 義昭", "高橋 義昭", True),
        ("齋藤 由美子", "斉藤由美子", True),
        ("山田 太郎", "山田 次郎", False),
        ("山田 太郎", "山本 太郎", False),
        ("Jane Doe", "Doe Jane", True),
        ("Jane Doe", "jane doe", True),
        ("Jane Doe", "Jane Dee", False),
        ("専務(氏名不明)", "専務", True),
    ],
)
def test_same_name(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same


@pytest.mark.parametrize(
    ("gold", "draft", "fits"),
    [
        ("部長", "DX推進部長", True),
        ("部長", "副部長", False),
        ("部長", "課長", False),
        ("代表取締役社長", "社長", True),
        ("社長", "副社長", False),
        ("執行役員 営業本部長", "営業本部長", True),
        ("営業部長", "前 営業部長", False),
        ("室長代理", "室長", False),
        ("IT Security Manager", "Manager, IT Security", True),
        ("Vice President", "Acting Vice President", False),
        ("主任", "主任", True),
    ],
)
def test_titles(gold: str, draft: str, fits: bool) -> None:
    assert title_fits(gold, draft) is fits


@pytest.mark.parametrize(
    ("gold", "draft", "fits"),
    [
        ("管理部 経理課", "経理課", True),
        ("経理課", "管理部経理課", True),
        ("経理課", "営業課", False),
        ("経理課", "", False),
    ],
)
def test_departments(gold: str, draft: str, fits: bool) -> None:
    assert department_fits(gold, draft) is fits


@pytest.mark.parametrize(
    ("gold", "draft", "unit", "fits"),
    [
        ("25分(2026年6月、サンプル20件)", 25, "分", True),
        ("25分(2026年6月、サンプル20件)", 20, "件", False),
        ("25分(2026年6月、サンプル20件)", "２５分", None, True),
        ("25分", 25, "時間", False),
        ("60%以上", "60%", None, True),
        ("60%以上", 60, "%", True),
        ("60%以上", 0.06, None, False),
        ("月820件前後(2025年10〜12月の平均)", 820, "件", True),
        ("半分(月410件程度)", "半分", None, True),
        ("半分(月410件程度)", 410, "件", True),
        ("120万円", 1_200_000, "円", True),
        ("120万円", 120_000, "円", False),
        ("1.8倍", "18倍", None, False),
    ],
)
def test_quantities(gold: str, draft: object, unit: str | None, fits: bool) -> None:
    assert quantity_fits(gold, draft, unit) is fits


@pytest.mark.parametrize(
    ("gold", "draft", "fits"),
    [
        ("2027-03-31", "2027-03-31", True),
        ("2027-03-31", "2027-04-01", False),
        ("2027-03", "2027-03-15", True),
        ("2027-03-31", "2027-03", False),
        ("2027-01-27", "2027年1月27日", True),
        ("2027-01-27", "1月27日", True),
        ("2026年12月15日から2027年1月8日", "2027-01-08", True),
        ("2026年12月15日から2027年1月8日", "2027-01-09", False),
        ("2027-01-27", "未定", False),
    ],
)
def test_dates(gold: str, draft: str, fits: bool) -> None:
    assert date_fits(gold, draft) is fits


@pytest.mark.parametrize(
    ("gold", "draft", "fits"),
    [
        ("申請書の提出期限は2026年12月11日17時(様式あり)", "2026-12-11", True),
        ("申請書の提出期限は2026年12月11日17時(様式あり)", "2026-11-11", False),
        ("役員会(8月。決めるのは社長)", "役員会", True),
        ("役員会(8月。決めるのは社長)", "取締役会", False),
        ("三宅 浩一(導入時の部長決裁)", "三宅浩一", True),
    ],
)
def test_budget_phrases(gold: str, draft: str, fits: bool) -> None:
    assert phrase_fits(gold, draft) is fits


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [("五十嵐 恵", "五十嵐", True), ("五十嵐 恵", "五十川 恵", False), ("森", "森川", False)],
)
def test_owner_names(one: str, other: str, fits: bool) -> None:
    assert names_fit(one, other) is fits


def test_negation() -> None:
    assert negated("予算は出ない")
    assert not negated("予算は出る")
    assert not negated("出ないわけではない")
    assert negated("It is not profitable")


@pytest.mark.parametrize(
    ("words", "known", "strange"),
    [
        (
            "2027年6月末までに95%",
            "FY2026は95パーセント。2027/6/30 まで",
            False,
        ),  # 95% may be read as 0.95 too
        ("月540万円の削減", "毎月 5,400,000 円を減らす", False),
        ("95%にする", "59%にする", True),
        ("19病棟で使う", "病棟で使う", True),
    ],
)
def test_a_figure_is_supported_by_any_of_its_readings(words: str, known: str, strange: bool) -> None:
    assert bool(strange_figures(words, [known])) is strange
