"""The day of a page that opens a paragraph with it, or says in a short line when it was published."""

from __future__ import annotations

import datetime as dt

import pytest
from bs4 import BeautifulSoup

from connectors.readers.page_meta import visible_date


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("1 December 2026. After eleven years our head of operations will retire.", dt.date(2026, 12, 1)),
        ("The Signal, Autumn 2026, published 10 October 2026", dt.date(2026, 10, 10)),
        ("2026年10月28日 西部包装新聞 電子版の記事からの抜粋です", dt.date(2026, 10, 28)),
        ("The inspector will visit the depot in Leeds on 12 March 2027.", None),
        ("2026年10月1日付で、次のとおり組織を改めることといたしました。", None),
    ],
)
def test_datelines(words: str, day: dt.date | None) -> None:
    page = BeautifulSoup(f"<main><h1>News</h1><p>{words}</p></main>", "lxml")
    assert visible_date(page) == day
