"""Pages: what is hidden is never text, what surrounds the article goes, tables stay cell by cell."""

from __future__ import annotations

import datetime as dt

import pytest

from connectors.interface import Document, RawSource
from connectors.registry import read_source

_ARTICLE = "<h1>業務基盤の見直しについて</h1><p>当社は、年内に業務ツールの見直しを完了する予定です。</p>"


def _read(body: str, head: str = "") -> Document:
    page = (
        f'<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    )
    documents, skipped = read_source(RawSource("page.html", page.encode()))
    assert skipped == []
    return documents[0]


@pytest.mark.parametrize(
    "hidden",
    [
        "<!-- 秘密 -->",
        "<script>var a='秘密'</script>",
        "<style>p::after{content:'秘密'}</style>",
        "<template><p>秘密</p></template>",
        "<noscript>秘密</noscript>",
        "<p hidden>秘密</p>",
        '<p aria-hidden="true">秘密</p>',
        '<p style="display:none">秘密</p>',
        '<p style="DISPLAY : NONE !important">秘密</p>',
        '<div style="visibility:hidden"><p>秘密</p></div>',
        '<span style="font-size:0">秘密</span>',
        '<p style="opacity:0;">秘密</p>',
        '<p style="position:absolute;left:-9999px">秘密</p>',
        '<p style="text-indent:-9999px">秘密</p>',
        '<p class="visually-hidden">秘密</p>',
        '<p class="bots">秘密</p>',
        '<p id="trap">秘密</p>',
        '<input value="秘密">',
        "<textarea>秘密</textarea>",
        "<select><option>秘密</option></select>",
        '<iframe srcdoc="秘密">秘密</iframe>',
        '<img alt="秘密" src="x.png">',
    ],
)
def test_what_a_visitor_does_not_see_is_no_text(hidden: str) -> None:
    head = "<style>.bots{display:none} #trap , .x { visibility: hidden }</style>"
    document = _read(f"<main>{_ARTICLE}{hidden}<p>以上です。</p></main>", head)
    assert "秘密" not in document.text
    assert "完了する予定です。" in document.text
    assert "以上です。" in document.text


@pytest.mark.parametrize(
    "around",
    [
        "<nav><ul><li>周り</li></ul></nav>",
        "<header><ul><li>周り</li></ul></header>",
        "<footer><p>周り</p></footer>",
        "<aside><h2>関連情報</h2><p>周り</p></aside>",
        '<div class="breadcrumb">周り</div>',
        '<div class="l-side"><p>周り</p></div>',
        '<ul class="share"><li>周り</li></ul>',
        '<div class="cookie-banner">周り</div>',
        "<section><h2>アクセスランキング</h2><ol><li>周り</li></ol></section>",
        "<section><h2>Read next</h2><ul><li>周り</li></ul></section>",
        '<section class="comments"><p>周り</p></section>',
        '<div role="navigation">周り</div>',
        "<p>Copyright (C) 周り Co., Ltd.</p>",
        "<p>トップ &gt; 周り</p>",
    ],
)
def test_what_surrounds_the_article_goes(around: str) -> None:
    document = _read(f"{around}<article>{_ARTICLE}</article>")
    assert "周り" not in document.text
    assert "完了する予定です。" in document.text


@pytest.mark.parametrize(
    "content",
    [
        '<div class="more"><p>本文の続きとして、費用対効果の観点から外部サービスを見直し、来期の予算に反映します。</p><h1>見直し</h1></div>',
        "<p>詳しくは<a href='/a'>こちらの資料</a>と<a href='/b'>別紙</a>をご覧ください。来期に反映します。</p>",
        "<ul><li><a href='/1'>第1四半期の見直し</a></li><li><a href='/2'>第2四半期</a></li><li><a href='/3'>来期に反映</a></li></ul>",
    ],
)
def test_content_that_looks_like_surroundings_stays(content: str) -> None:
    assert "来期" in _read(f"<main>{_ARTICLE}{content}</main>").text


def test_a_table_keeps_its_cells_in_their_columns() -> None:
    table = (
        "<table><tr><th>新職</th><th>氏名</th><th>旧職</th></tr>"
        "<tr><td rowspan=2>経営企画部</td><td>葉山 隆</td><td>部長</td></tr><tr><td>若宮 透</td><td></td></tr>"
        "<tr><td colspan=2>（計）</td><td>2名</td></tr></table>"
    )
    document = _read(_ARTICLE + table)
    rows = [
        [document.text[cell.start : cell.end] for cell in block.cells]
        for block in document.blocks
        if block.cells
    ]
    assert rows == [
        ["新職", "氏名", "旧職"],
        ["経営企画部", "葉山 隆", "部長"],
        ["", "若宮 透", ""],
        ["（計）", "", "2名"],
    ]


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        (
            '<meta property="article:published_time" content="2026-10-22T11:00:00+09:00">',
            "",
            dt.date(2026, 10, 22),
        ),
        (
            '<script type="application/ld+json">{"datePublished": "2026-10-22"}</script>',
            "",
            dt.date(2026, 10, 22),
        ),
        ("", '<time datetime="2026-10-22">昨日</time>', dt.date(2026, 10, 22)),
        ("", '<p class="date">2026年10月22日 11時00分</p>', dt.date(2026, 10, 22)),
        ("", '<p align="right">令和８年１０月２２日</p>', dt.date(2026, 10, 22)),
        ("", '<p class="by">22 October 2026</p>', dt.date(2026, 10, 22)),
        ("", "", None),
    ],
)
def test_the_day_of_publication(head: str, body: str, day: dt.date | None) -> None:
    assert _read(f"<main>{body}{_ARTICLE}</main>", head).published == day


def test_title_publisher_and_address() -> None:
    head = '<title>見直し | 株式会社アオバ精機</title><link rel="canonical" href="https://aoba.example/1">'
    document = _read(_ARTICLE, head)
    assert document.title == "業務基盤の見直しについて"
    assert document.filer is not None
    assert document.filer.name == "株式会社アオバ精機"
    assert (document.url, document.access) == ("https://aoba.example/1", "public")


@pytest.mark.parametrize("charset", ["utf-8", "shift_jis", "euc-jp", "iso-2022-jp"])
def test_declared_charsets(charset: str) -> None:
    page = f'<html><head><meta charset="{charset}"></head><body>{_ARTICLE}</body></html>'
    documents, skipped = read_source(RawSource("page.html", page.encode(charset)))
    assert skipped == []
    assert "完了する予定です。" in documents[0].text
