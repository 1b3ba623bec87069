"""Markup made shorter reads as the markup itself: the same text, lines, cells and facts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.interface import ReadError
from connectors.readers import ixbrl
from connectors.readers.ixbrl import InlineScanner
from connectors.readers.ixbrl_markup import CELL, ROW, Shortened, ShortTags, shortened

PAGE = (
    '<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" '
    'xmlns:ix="http://www.xbrl.org/2008/inlineXBRL" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><body>{}</body></html>'
)
PLAIN = '<td valign="top" style="width:3pt">\n<p class="right" style="margin:0">{}</p>\n</td>'
SHAPES = [
    PLAIN,
    "<td><p>{}</p></td>",
    '<td class="x"><p><span style="color:red">{}</span></p></td>',
    '<td style="width:1pt"/>',
    '<td colspan="2"><p>{}</p></td>',
    '<td rowspan="2"><p>{}</p></td>',
    "<th><p>{}</p></th>",
    "<td>{}</td>",
    "<td><p>{}</p><p>{}</p></td>",
    "<td><p>{}<br/>{}</p></td>",
    '<td><p><ix:nonFraction name="a:B" contextRef="C" unitRef="JPY">{}</ix:nonFraction></p></td>',
    "<td><table><tr><td><p>{}</p></td></tr></table></td>",
    "<td><p><sup>1</sup>{}</p><p>{}</p></td>",
    '<td colspan="3" style="width:1pt"><p>△<ix:nonFraction name="a:B" contextRef="C" unitRef="JPY">{}</ix:nonFraction></p></td>',
    '<td><p><ix:nonFraction name="a:B" contextRef="C" unitRef="JPY" xsi:nil="true"/>{}</p></td>',
    '<td><p>{}<span><ix:nonNumeric name="a:B" contextRef="C">{}<br/>{}</ix:nonNumeric></span>人 {}</p></td>',
    '<td><ix:nonNumeric name="a:BTextBlock" contextRef="C"><p>{}</p><p>{}</p></ix:nonNumeric></td>',
    '<td rowspan="2" colspan="2"><p><ix:nonNumeric name="a:B" contextRef="C">{}</ix:nonNumeric></p><p>{}</p></td>',
]
WORDS = ["", " ", "売上高", "1,234", "△5", "&#160;", "a&amp;b", "　令和  五年 ", "－"]


def scanned(markup: str) -> object:
    scanner = InlineScanner()
    scanner.feed(markup.encode())
    scan = scanner.finish()
    return scan.text, scan.blocks, [(fact.name, fact.start, fact.end, fact.block) for fact in scan.facts]


def both_ways(markup: str) -> tuple[object, object]:
    short = scanned(markup)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ixbrl, "shortened", lambda data, _tags: Shortened(data, False))
        return short, scanned(markup)


cell = st.builds(
    lambda shape, words: shape.replace("{}", words), st.sampled_from(SHAPES), st.sampled_from(WORDS)
)
row = st.lists(cell, min_size=1, max_size=5).map(lambda cells: "<tr>" + "\n".join(cells) + "</tr>")
table = st.lists(row, min_size=1, max_size=4).map(
    lambda rows: f"<table><thead>{rows[0]}</thead>" + "\n".join(rows) + "</table>"
)
outside = st.sampled_from(
    [
        "<p>本文。</p>",
        "words",
        "<td><p>no table</p></td>",
        "<tr><td><p>no table</p><p>at all</p></td><td/></tr>",
        '<h3 class="heading">１【事業】</h3>',
        '<h3>見出し<p style="margin:0">１　本文 <span>です</span></p>残り</h3>',
        '<ix:nonNumeric name="a:BTextBlock" contextRef="C"><p>(1) 説明</p>あと</ix:nonNumeric>',
        '<ix:nonNumeric name="a:B" contextRef="C"><p>一</p><p class="head">二</p></ix:nonNumeric>',
        "",
    ]
)


@given(st.lists(st.one_of(table, outside), max_size=6).map("".join))
def test_the_same_document_comes_out(body: str) -> None:
    short, whole = both_ways(PAGE.format(body))
    assert short == whole


def test_plain_cells_lose_their_tags_and_styles() -> None:
    markup = PAGE.format(f"<table><tr>{PLAIN.format('売上高')}</tr></table>").encode()
    assert f"<table>{ROW}\n売上高{CELL}{ROW}</table>" in shortened(markup, ShortTags()).data.decode()


@pytest.mark.parametrize(
    "body",
    [
        f"<table><tr><td><p>a</p></td></tr></table><p>{CELL}</p>",
        "<table><tr><td><p>a</p></td></tr></table><p>&#8232;b&#x2028;</p>",
        '<svg xmlns="http://www.w3.org/2000/svg"><td><p>a</p></td></svg>',
        '<table><tr><td><p>a style="b" c</p></td></tr></table><p> style="quoted"</p>',
        "<p><![CDATA[<td><p>a</p></td>]]></p>",
        "<!-- a > b <tr><td><p style='x'>c</p></td></tr> --><p>d</p>",
        "<p style='x'>a > b</p><table><tr><td style='x'><p>c</p></td></tr></table>",
        "<p>a > td <!-- < tr --></p><table><tr><td style='x'><p>p > b</p></td></tr></table>",
        "<!-- a < b --><p style='x'>c</p><!-- > -->",
        "<p>a >p<b>c</b></p>",
        "<table><tr><td><p>a</p></td></tr></table><p>\u2029 b\u2029</p>",
        '<table><tr><td class="heads"><p class="heading">a</p></td></tr></table><td class="head"><p>b</p></td>',
    ],
)
def test_what_could_be_taken_for_words_stays(body: str) -> None:
    short, whole = both_ways(PAGE.format(body))
    assert short == whole


@pytest.mark.parametrize(
    "body",
    [
        "<td><p>a</td></p>",
        '<p style="a>b</p><p style="c">d</p>',
        '<p style="a',
        "<td><p>a</p>",
        '<p style="a<b">c</p>',
        '<p style="a\x02b">c</p>',
        "<p>a\x05b</p>",
        "<p\x00>a</p>",
        "<p>a\x00</p>",
        "<p>a\x00b\x00<p>c</p></p>",
        "<p>a < p > b</p>",
        "<p>a <> b</p>",
        "<!-- a > b <p",
    ],
)
def test_broken_markup_is_refused_as_before(body: str) -> None:
    with pytest.raises(ReadError) as short:
        scanned(PAGE.format(body))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ixbrl, "shortened", lambda data, _tags: Shortened(data, False))
        with pytest.raises(ReadError) as whole:
            scanned(PAGE.format(body))
    assert short.value.reason == whole.value.reason


def test_a_row_longer_than_the_parsers_buffer_keeps_its_cells() -> None:
    words = "語" * 70_000
    body = "<table><tr>" + PLAIN.format(words) + PLAIN.format("b") + "</tr></table>"
    assert scanned(PAGE.format(body)) == both_ways(PAGE.format(body))[1]
