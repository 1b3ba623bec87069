"""Figures of filings without tags: the printed cell of just that period and scope, or not stated."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest

from agent.company.forecasts_printed import printed_forecasts, printed_results
from agent.tables.ask import ask
from connectors.interface import Block, BlockKind, Document, DocumentKind, FactPeriod, Locator, Span

Line = str | Sequence[Sequence[str]]


def _document(
    *lines: Line,
    title: str = "2024年3月期 第2四半期決算短信〔日本基準〕(連結)",
    kind: DocumentKind = DocumentKind.EARNINGS_SUMMARY,
    period: tuple[str, str] = ("2023-04-01", "2023-09-30"),
    page: int | None = 1,
) -> Document:
    """A string is a line or, with "#" before it, a heading; lists of cells are a table."""
    text, blocks, tables = "", list[Block](), 0
    for line in lines:
        if isinstance(line, str):
            words = line.lstrip("#")
            of = BlockKind.HEADING if line.startswith("#") else BlockKind.PARAGRAPH
            blocks.append(Block(of, len(text), len(text) + len(words), level=2, locator=Locator(page=page)))
            text += words + "\n"
            continue
        for row in line:
            start, cells = len(text), []
            for words in row:
                cells.append(Span(len(text), len(text) + len(words)))
                text += words + "\t"
            text = text[:-1] + "\n"
            blocks.append(
                Block(
                    BlockKind.TABLE_ROW, start, len(text) - 1, cells=tuple(cells), table=tables,
                    locator=Locator(page=page),
                )
            )  # fmt: skip
        tables += 1
    days = FactPeriod(*(dt.date.fromisoformat(day) for day in period))
    return Document(
        "s1", "a.pdf", title, kind, text, tuple(blocks), "0" * 64, "ja", period=days,
        published=dt.date(2023, 11, 10),
    )  # fmt: skip


_HEAD = ["", "売上高", "", "営業利益", "", "親会社株主に帰属する四半期純利益", ""]
_UNITS = ["", "百万円", "%", "百万円", "%", "百万円", "%"]
SUMMARY = _document(
    [["(1)連結経営成績(累計)", "(%表示は、対前年同四半期増減率)"]],
    [
        _HEAD,
        _UNITS,
        ["2024年3月期第2四半期", "17,141", "5.1", "△889", "-", "602", "15.2"],
        ["2023年3月期第2四半期", "16,307", "4.9", "712", "△12.6", "522", "26.9"],
    ],
    "(2)連結財政状態",
    [
        ["", "総資産", "純資産", "自己資本比率", "1株当たり純資産"],
        ["", "百万円", "百万円", "%", "円 銭"],
        ["2024年3月期第2四半期", "26,412", "11,784", "43.3", "1,398.28"],
        ["2023年3月期", "25,935", "11,509", "43.0", "1,363.58"],
    ],
    "3.2024年3月期の連結業績予想(2023年4月1日〜2024年3月31日)",
    [["", "(%表示は、対前期増減率)"]],
    [
        ["", "売上高", "", "営業利益", "", "親会社株主に帰属する当期純利益", "", "1株当たり当期純利益"],
        ["", "百万円", "%", "百万円", "%", "百万円", "%", "円 銭"],
        ["通 期", "34,500", "4.6", "1,500〜1,700", "-", "1,000", "1.9", "122.36"],
    ],
    "(3)四半期連結キャッシュ・フロー計算書",
    "(単位:千円)",
    "(自 2022年4月1日 (自 2023年4月1日",
    "至 2022年9月30日) 至 2023年9月30日)",
    [
        ["営業活動によるキャッシュ・フロー", "", ""],
        ["営業活動によるキャッシュ・フロー", "413,581", "724,687"],
        ["投資活動によるキャッシュ・フロー", "△533,227", "－"],
    ],
)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("2024年3月期 第2四半期の連結の売上高は", "17,141,000,000 円"),
        ("令和6年3月期第2四半期の営業利益は", "-889,000,000 円"),
        ("2023年3月期 第2四半期の営業利益は", "712,000,000 円"),
        ("2024年3月期 第2四半期の親会社株主に帰属する四半期純利益は", "602,000,000 円"),
        ("2023年3月期の総資産は", "25,935,000,000 円"),
        ("2023年3月期の自己資本比率は", "43.0 %"),
        ("2024年3月期の連結業績予想の売上高は", "34,500,000,000 円"),
        ("2024年3月期 第2四半期の営業キャッシュ・フローは", "724,687,000 円"),
        ("2024年3月期の連結業績予想の営業利益は", None),  # a range is no figure
        ("2023年3月期 第2四半期の投資キャッシュ・フローは", "-533,227,000 円"),
        ("2024年3月期 第2四半期の投資キャッシュ・フローは", None),  # a dash
        ("2024年3月期の売上高は", None),  # a forecast is no result
        ("2024年3月期 第1四半期の売上高は", None),
        ("2025年3月期の売上高の予想は", None),
        ("2024年3月期 第2四半期の個別の売上高は", None),
    ],
)
def test_a_summary_without_tags(question: str, value: str | None) -> None:
    answer = ask([SUMMARY], question)
    assert (answer.items[0].value if answer.items else None) == value
    assert answer.status == ("answered" if value else "not_stated")
    if value:
        assert answer.items[0].citation.locator.page == 1


def _year(scope: str, sales: str, head: str = "当期純利益", *, profit: str = "50") -> list[Line]:
    return [
        f"#{scope}",
        "(単位:百万円)",
        [
            ["", "前期(2023年3月31日)", "当期(2024年3月31日)"],
            ["売上高", "900", sales],
            [head, "40", profit],
        ],
    ]


@pytest.mark.parametrize(
    ("lines", "question", "value"),
    [
        pytest.param(
            [*_year("連結損益計算書", "1,000"), *_year("損益計算書", "700")],
            "2024年3月期の連結の売上高は",
            "1,000,000,000 円",
            id="the company alone beside the group",
        ),
        pytest.param(
            [*_year("連結損益計算書", "1,000"), *_year("損益計算書", "700")],
            "2024年3月期の個別の売上高は",
            "700,000,000 円",
            id="the group beside the company alone",
        ),
        pytest.param(
            [*_year("連結損益計算書", "1,000"), *_year("連結損益計算書", "1,234")],
            "2024年3月期の連結の売上高は",
            None,
            id="two amounts",
        ),
        pytest.param(
            _year("連結損益計算書", "1,000"),
            "2024年12月期の連結の売上高は",
            None,
            id="another month",
        ),
    ],
)
def test_scope_and_year_end_of_statements(lines: list[Line], question: str, value: str | None) -> None:
    document = _document(
        *lines, title="有価証券報告書", kind=DocumentKind.ANNUAL_REPORT, period=("2023-04-01", "2024-03-31")
    )
    answer = ask([document], question)
    assert (answer.items[0].value if answer.items else None) == value


def test_the_owners_share_is_not_the_whole_profit() -> None:
    rows = [
        ["", "2023年3月期", "2024年3月期"],
        ["当期純利益", "70", "80"],
        ["当期利益の帰属", "", ""],
        ["親会社の所有者", "60", "75"],
        ["非支配持分", "10", "5"],
    ]
    document = _document(
        "#連結損益計算書", "(単位:百万円)", rows, title="有価証券報告書(IFRS)", kind=DocumentKind.ANNUAL_REPORT,
        period=("2023-04-01", "2024-03-31"),
    )  # fmt: skip
    answer = ask([document], "2024年3月期の連結の親会社の所有者に帰属する当期利益は")
    assert [item.value for item in answer.items] == ["75,000,000 円"]


def test_a_changed_year_end_is_a_year_by_its_own_name() -> None:
    document = _document(
        "#主要な経営指標等の推移(連結)",
        [
            ["決算年月", "2022年3月", "2022年12月", "2023年12月", "2024年12月"],
            ["売上高(百万円)", "100", "80", "120", "130"],
        ],
        title="有価証券報告書", kind=DocumentKind.ANNUAL_REPORT, period=("2024-01-01", "2024-12-31"),
    )  # fmt: skip
    said = {
        year: [item.value for item in ask([document], f"{year}の連結の売上高は").items]
        for year in ("2022年3月期", "2022年12月期", "2024年12月期", "2023年3月期", "2024年3月期")
    }
    assert said == {
        "2022年3月期": ["100,000,000 円"],
        "2022年12月期": ["80,000,000 円"],
        "2024年12月期": ["130,000,000 円"],
        "2023年3月期": [],
        "2024年3月期": [],
    }


def _revision(*rows: list[str], announced: str) -> Document:
    head = [["", "売上高", "経常利益"], ["", "百万円", "百万円"]]
    return _document(
        announced, [*head, *rows], title="業績予想の修正に関するお知らせ", kind=DocumentKind.FORECAST_REVISION
    )


REVISION = _revision(
    ["前回発表予想(A)", "520", "22"],
    ["今回修正予想(B)", "540", "16"],
    ["増減額(B-A)", "20", "△6"],
    ["(ご参考)前期実績 (2023年3月期)", "501", "28"],
    announced="2024年3月期通期連結業績予想数値の修正(2023年4月1日〜2024年3月31日)",
)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("2024年3月期の連結業績予想の売上高は", "540,000,000 円"),
        ("修正前の2024年3月期の連結業績予想の売上高は", "520,000,000 円"),
        ("2023年3月期の連結の経常利益は", "28,000,000 円"),
        ("2024年3月期の連結の経常利益は", None),
    ],
)
def test_a_revision_notice(question: str, value: str | None) -> None:
    answer = ask([REVISION], question)
    assert (answer.items[0].value if answer.items else None) == value


@pytest.mark.parametrize(
    ("label", "announced", "start", "end"),
    [
        ("第2四半期(累計)", "2024年3月期の個別業績予想(2023年4月1日〜2024年3月31日)", "2023-04-01", "2023-09-30"),
        ("通期", "令和6年3月期の個別業績予想(令和5年4月1日〜令和6年3月31日)", "2023-04-01", "2024-03-31"),
        ("2024年3月期(予想)", "2024年3月期の個別業績予想", "2023-04-01", "2024-03-31"),
        ("今回修正予想", "2024年12月期第2四半期(累計)個別業績予想数値の修正(2024年1月1日〜2024年6月30日)", "2024-01-01", "2024-06-30"),
    ],
)  # fmt: skip
def test_the_period_of_a_forecast(label: str, announced: str, start: str, end: str) -> None:
    found = list(printed_forecasts(_revision([label, "540", "△16"], announced=announced)))
    assert [(place.start.isoformat(), place.end.isoformat()) for place, _, _ in found] == [(start, end)] * 2
    assert {place.scope for place, _, _ in found} == {"non_consolidated"}
    assert [fact.value for _, _, fact in found] == [Decimal(540_000_000), Decimal(-16_000_000)]


def test_results_beside_forecasts_of_half_a_year() -> None:
    announced = "2024年3月期の業績予想(2023年10月1日〜2024年3月31日)"
    notice = _revision(["前期実績(2023年9月期)", "501", "28"], announced=announced)
    places = [place for place, _, _ in printed_results(notice)]
    assert {(place.start, place.end) for place in places} == {(dt.date(2023, 4, 1), dt.date(2023, 9, 30))}


@pytest.mark.parametrize("table", ["配当予想の修正", "2024年3月期の運用方針"])
def test_other_tables_are_no_forecasts(table: str) -> None:
    assert list(printed_forecasts(_revision(["今回修正予想", "540", "16"], announced=table))) == []


def test_a_plan_is_no_result(filing: Callable[..., Document]) -> None:
    document = filing("#中期経営計画", "2026年3月期の売上高500億円を目標としています。")
    assert ask([document], "2026年3月期の連結の売上高は").status == "not_stated"
