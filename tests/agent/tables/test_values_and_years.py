"""Amounts with the unit that holds for them, and the year a head names."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from agent.tables.grid import tables_in
from agent.tables.heads import cells_of
from agent.tables.values import money_units, value_of
from agent.tables.years import fiscal_year_of, year_in
from connectors.interface import Document

Filing = Callable[..., Document]


def value(document: Document, words: str, of: int = -1) -> str:
    tables = tables_in(document)
    units = money_units(tables)
    found = [(t, c, u) for t, u in zip(tables, units, strict=True) for c in cells_of(t) if c.words == words]
    table, cell, unit = found[of]
    return value_of(table, cell, unit).text


HEAD = ["", "前期", "当期"]


@pytest.mark.parametrize(
    ("rows", "words", "text"),
    [
        ([["売上高", "(百万円)", "10", "12"], ["純資産額", "〃", "7", "8"]], "8", "8000000"),
        ([["1株当たり配当額", "(円)", "10", "12.50"]], "12.50", "12.5"),
        ([["自己資本比率", "(％)", "60.0", "64.62"]], "64.62", "0.6462"),
        ([["従業員数", "(名)", "50", "1,060"]], "1,060", "1060"),
        ([["給料", "5,747百万円", "6,283百万円"], ["賞与", "2,860", "△ 2,475"]], "△ 2,475", "-2475000000"),
        ([["特別損失", "-", "－"]], "－", "－"),
    ],
)
def test_the_unit_beside_over_or_above_a_cell_scales_it(
    filing: Filing, rows: list[list[str]], words: str, text: str
) -> None:
    assert value(filing([["", *([""] * (len(rows[0]) - 3)), "前期", "当期"], *rows]), words) == text


def test_a_table_without_unit_takes_that_of_the_table_before_in_its_part(filing: Filing) -> None:
    first = [["", "(単位：千円)"], ["科目", "当期"], ["売上高", "12"]]
    second = [["科目", "当期"], ["仕入高", "34"], ["従業員数", "56"]]
    document = filing(
        "#第５【経理の状況】", first, second, "#第６【株式事務】", [["科目", "当期"], ["手数料", "78"]]
    )
    assert value(document, "34") == "34000"
    assert value(document, "56") == "56"  # people are not counted in thousands of yen
    assert value(document, "78") == "78"  # another part of the report


def test_days_are_written_one_way(filing: Filing) -> None:
    document = filing([["氏名", "生年月日", "株数"], ["秋山 進", "昭和40年7月9日生", "1"]])
    assert value(document, "昭和40年7月9日生") == "1965-07-09"


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("当連結会計年度(自2023年4月1日至2024年3月31日)", 2024),
        ("平成31年3月期", 2019),
        ("2023年度", 2024),
        ("第50期", 2022),
        ("前事業年度", 2023),
        ("2024年1月1日残高", 2023),
        ("2024年4月1日残高", 2024),
        ("セグメント利益", None),
    ],
)
def test_years_of_heads(words: str, year: int | None) -> None:
    assert year_in(words, (2024, 3), 52) == year


def test_the_cover_tells_when_the_fiscal_year_ends() -> None:
    assert fiscal_year_of("【事業年度】 第52期(自 2023年4月1日 至 2024年3月31日)") == ((2024, 3), 52)
    assert fiscal_year_of("議事録") == (None, None)


def test_numbers_keep_their_exact_digits(filing: Filing) -> None:
    table = tables_in(filing([["", "(百万円)"], ["売上高", "1,234.56"]]))[0]
    cell = next(c for c in cells_of(table) if c.words == "1,234.56")
    assert value_of(table, cell).number == Decimal("1234560000")
