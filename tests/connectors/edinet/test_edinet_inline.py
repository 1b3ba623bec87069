"""Inline XBRL: text, cells, tagged places and values on pages small enough to check by eye."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from connectors.interface import BlockKind, Document, Fact, FactPeriod, Locator, Span


def number(
    value: str, *, context: str = "CurrentYearDuration", name: str = "jppfs_cor:NetSales", **more: str
) -> str:
    attributes = {"decimals": "-6", "scale": "6", "format": "ixt:numdotdecimal", "unitRef": "JPY"} | more
    joined = " ".join(f'{key.replace("_", ":")}="{item}"' for key, item in attributes.items() if item)
    return f'<ix:nonFraction contextRef="{context}" name="{name}" {joined}>{value}</ix:nonFraction>'


def words(text: str, name: str = "jpcrp_cor:CompanyNameCoverPage", **more: str) -> str:
    joined = " ".join(f'{key.replace("_", ":")}="{item}"' for key, item in more.items())
    return f'<ix:nonNumeric contextRef="CurrentYearDuration" name="{name}" {joined}>{text}</ix:nonNumeric>'


def shown(document: Document, span: Span | None) -> str | None:
    return document.text[span.start : span.end] if span else None


def only(document: Document, name: str = "jppfs_cor:NetSales") -> Fact:
    (fact,) = [fact for fact in document.facts if fact.element == name]
    return fact


@pytest.mark.parametrize(
    ("body", "value", "span", "sign", "scale"),
    [
        (f"<p>売上高は{number('1,234')}百万円です。</p>", 1234000000, "1,234", None, "百万円"),
        (f"<table><tr><td>売上高(百万円)</td><td>{number('12')}</td></tr></table>", 12000000, "12", None, "百万円"),
        (f"<table><tr><td>(単位：千円)</td></tr><tr><td>損失</td><td>△{number('5', sign='-', scale='3')}</td></tr></table>",
         -5000, "5", "△", "千円"),
        (f"<p>(単位：百万円)</p><table><tr><td>売上高</td><td>{number('7')}</td></tr></table>", 7000000, "7", None, "百万円"),
        (f"<table><tr><td/><td>金額（百万円）</td></tr><tr><td>売上高</td><td>{number('7')}</td></tr></table>",
         7000000, "7", None, "百万円"),
        (f"<table><tr><td>千円</td><td>{number('7')}</td></tr></table>", 7000000, "7", None, None),
        (f"<table><tr><td>損失</td><td>▲</td><td>{number('9', sign='-', scale='0')}</td></tr></table>", -9, "9", "▲", None),
        (f"<p>比率 {number('58.4', scale='-2')}％</p>", "0.584", "58.4", None, "％"),
        (f"<p>{number('１，２３４', scale='0')}円</p>", 1234, "１，２３４", None, None),
        (f"<p>{number('1.234,5', scale='0', format='ixt:numcommadot')}</p>", "1234.5", "1.234,5", None, None),
        (f"<p>{number('－', scale='0', format='ixt:zerodash')}</p>", 0, "－", None, None),
        (f"<p>{number('5円50銭', scale='0', format='ixt:numunitdecimal')}</p>", "5.50", "5円50銭", None, None),
        (f"<p>{number('two', scale='0', format='ixt-sec:numwordsen')}</p>", 2, "two", None, None),
        (f"<p>{number('<b>1</b>,<span>2</span>34', scale='0')}</p>", 1234, "1,234", None, None),
        (f"<p>単価 {number('1.5', scale='0', unitRef='eps')}円</p>", "1.5", "1.5", None, None),
    ],
)  # fmt: skip
def test_figures(
    read_page: Any, body: str, value: Any, span: str, sign: str | None, scale: str | None
) -> None:
    document = read_page(body)
    fact = only(document)
    assert fact.value == Decimal(value)
    assert "E" not in str(fact.value)
    assert shown(document, fact.span) == span
    assert shown(document, fact.sign_span) == sign
    assert shown(document, fact.scale_span) == scale


def test_units_contexts_and_decimals(read_page: Any) -> None:
    document = read_page(
        f"<p>{number('1')}{number('2', unitRef='eps', decimals='2', name='a:Eps')}"
        f"{number('3', context='CurrentYearInstant_NonConsolidatedMember', decimals='INF', name='a:Alone')}"
        f"{number('4', context='CurrentYearDuration_AMember', name='a:Segment')}</p>",
        hidden=words("true", "jpdei_cor:WhetherConsolidatedFinancialStatementsArePreparedDEI"),
    )
    facts = {fact.local_name: fact for fact in document.facts}
    assert (facts["NetSales"].unit, facts["NetSales"].decimals) == ("JPY", -6)
    assert (facts["Eps"].unit, facts["Eps"].decimals) == ("JPYPerShares", 2)
    assert facts["NetSales"].context.consolidated is True
    assert str(facts["NetSales"].context.period.start) == "2025-04-01"
    assert facts["NetSales"].context.relative == "CurrentYearDuration"
    assert facts["Alone"].decimals is None
    assert facts["Alone"].context.consolidated is False
    assert facts["Alone"].context.period == FactPeriod(None, facts["NetSales"].context.period.end)
    assert facts["Segment"].context.members == (("jpcrp_cor:OperatingSegmentsAxis", "x:AMember"),)
    assert facts["Segment"].context.consolidated is True


def test_scope_is_unknown_where_the_filer_does_not_consolidate(read_page: Any) -> None:
    hidden = words("false", "jpdei_cor:WhetherConsolidatedFinancialStatementsArePreparedDEI")
    assert only(read_page(f"<p>{number('1')}</p>", hidden)).context.consolidated is None


def test_nil_figures_point_at_the_dash_beside_them(read_page: Any) -> None:
    tag = number("", xsi_nil="true").replace("></ix:nonFraction>", "/>")
    document = read_page(f"<table><tr><td>売上高</td><td>{tag}－</td><td>1</td></tr></table>")
    fact = only(document)
    assert fact.value is None
    assert shown(document, fact.span) == "－"


def test_hidden_facts_are_not_printed(read_page: Any) -> None:
    document = read_page("<p>本文</p>", hidden=words("E99901", "jpdei_cor:EDINETCodeDEI") + number("3"))
    assert document.text == "本文\n"
    code, figure = document.facts
    assert (code.value, code.span) == ("E99901", None)
    assert (figure.value, figure.span) == (Decimal(3000000), None)
    assert document.filer is not None
    assert document.filer.edinet_code == "E99901"


def test_nested_text_keeps_both_places(read_page: Any) -> None:
    outer = words(
        f"<p>前段。{words('株式会社みなと', 'a:Name')}は、</p><p>後段。</p>",
        "a:OuterTextBlock",
        escape="true",
    )
    document = read_page(f"<p>外</p>{outer}<p>外</p>")
    block, name = document.facts
    assert (block.text_block, block.value) == (True, "")
    assert shown(document, block.span) == "前段。株式会社みなとは、\n後段。"
    assert (name.value, shown(document, name.span)) == ("株式会社みなと", "株式会社みなと")
    assert [b.locator.element for b in document.blocks] == [
        None,
        "a:OuterTextBlock",
        "a:OuterTextBlock",
        None,
    ]


def test_a_continued_text_is_one_value(read_page: Any) -> None:
    document = read_page(
        f"<p>{words('前半と', 'a:Policy', continuedAt='c1')}</p><p>他の文。</p>"
        '<p><ix:continuation id="c1" continuedAt="c2">中ほどと</ix:continuation></p>'
        '<p><ix:continuation id="c2">後半。</ix:continuation></p>'
    )
    (fact,) = document.facts
    assert fact.value == "前半と中ほどと後半。"
    assert shown(document, fact.span) == "前半と"


def test_a_text_block_continues_as_the_element_of_later_blocks(read_page: Any) -> None:
    document = read_page(
        words("<p>一。</p>", "a:NoteTextBlock", escape="true", continuedAt="n")
        + '<p>間。</p><ix:continuation id="n"><p>二。</p></ix:continuation>'
    )
    assert [b.locator.element for b in document.blocks] == ["a:NoteTextBlock", None, "a:NoteTextBlock"]


@pytest.mark.parametrize(
    ("text", "form", "value"),
    [
        ("2026年６月25日", "ixt:dateyearmonthdaycjk", "2026-06-25"),
        ("令和８年６月25日", "ixt:dateerayearmonthdayjp", "2026-06-25"),
        ("平成元年１月８日", "ixt:dateerayearmonthdayjp", "1989-01-08"),
        ("２０２６年１月２日", "ixt:date-year-month-day", "2026-01-02"),
        ("未定", "ixt:dateyearmonthdaycjk", "未定"),
        ("○", "ixt:booleantrue", "true"),
        ("　みなと\u3000太郎 ", "", "みなと\u3000太郎"),
    ],
)
def test_text_under_its_transformation(read_page: Any, text: str, form: str, value: str) -> None:
    document = read_page(f"<p>日付 {words(text, 'a:Date', **({'format': form} if form else {}))}</p>")
    assert only(document, "a:Date").value == value


def test_tables_keep_their_grid(read_page: Any) -> None:
    document = read_page(
        "<table>"
        "<tr><td rowspan='2'>区分</td><td colspan='2'>当期</td><td rowspan='2'>計</td></tr>"
        "<tr><td>国内</td><td>海外</td></tr>"
        "<tr><td>売上<br/>高</td><td><p>10</p><p>20</p></td><td></td><td> 30\n</td></tr>"
        "<tr><td></td><td> &#160; </td><td>\u3000</td><td/></tr>"
        "</table><table><tr><td>別</td></tr></table>"
    )
    rows = [b for b in document.blocks if b.kind is BlockKind.TABLE_ROW]
    assert [[shown(document, cell) for cell in row.cells] for row in rows] == [
        ["区分", "当期", "", "計"],
        ["", "国内", "海外", ""],
        ["売上 高", "10 20", "", "30"],
        ["別"],
    ]
    assert [row.table for row in rows] == [0, 0, 0, 1]
    assert [row.header for row in rows] == [True, True, False, False]


def test_rows_of_a_table_inside_a_cell_follow_the_row_of_the_cell(read_page: Any) -> None:
    career = words("<table><tr><td>1990年</td><td>入社</td></tr></table>", "a:CareerTextBlock", escape="true")
    document = read_page(
        f"<table><tr><td>社長</td><td>湊 一郎</td><td>{career}</td><td>{number('5', scale='0')}</td></tr>"
        "<tr><td>会長</td><td>湊 二郎</td><td></td><td>6</td></tr></table>"
    )
    assert [document.text[b.start : b.end] for b in document.blocks] == [
        "社長\t湊 一郎\t\t5", "1990年\t入社", "会長\t湊 二郎\t\t6",
    ]  # fmt: skip
    assert shown(document, only(document, "a:CareerTextBlock").span) == "1990年\t入社"
    assert shown(document, only(document).span) == "5"
    assert [b.locator.element for b in document.blocks] == [None, "a:CareerTextBlock", None]


def test_headings_make_sections(read_page: Any) -> None:
    document = read_page(
        "<h1>第一部 【企業情報】</h1><h2>第１ 【企業の概況】</h2><p>３ 【事業の内容】</p><p>本文です。</p>"
        "<h4>（1）減速機事業</h4><p>本文。</p><h2>第２ 【事業の状況】</h2><h5>これは見出しの印がついた文章です。続きがあります。</h5>"
        "<p>・箇条</p><ul><li>項目</li></ul>"
    )
    kinds = [(b.kind, b.level) for b in document.blocks]
    assert kinds == [
        (BlockKind.HEADING, 1), (BlockKind.HEADING, 2), (BlockKind.HEADING, 3), (BlockKind.PARAGRAPH, 0),
        (BlockKind.HEADING, 4), (BlockKind.PARAGRAPH, 0), (BlockKind.HEADING, 2), (BlockKind.PARAGRAPH, 0),
        (BlockKind.LIST_ITEM, 0), (BlockKind.LIST_ITEM, 0),
    ]  # fmt: skip
    assert document.blocks[5].locator == Locator(
        section="第一部 【企業情報】 > 第１ 【企業の概況】 > ３ 【事業の内容】 > （1）減速機事業"
    )
    assert document.blocks[7].locator.section == "第一部 【企業情報】 > 第２ 【事業の状況】"


def test_what_is_not_shown_is_not_text(read_page: Any) -> None:
    document = read_page("<style>p{}</style><p>一<script>x()</script>二</p><!-- c --><p>&lt;三&gt; &amp;</p>")
    assert document.text == "一二\n<三> &\n"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ('<p style="color:red">一</p><p class="a" style="x" title="y">二</p>', "一\n二\n"),
        ('<p>属性は &lt;p style="a"> と書く。</p>', '属性は <p style="a"> と書く。\n'),
        ('<p><![CDATA[<b style="a">]]></p>', '<b style="a">\n'),
        ("<p title='a > b style=\"c\"'>三</p>", "三\n"),
    ],
)
def test_styles_are_no_text_and_words_about_styles_are(read_page: Any, body: str, text: str) -> None:
    assert read_page(body).text == text
