"""A pattern asked only where its sign stands finds what it finds alone."""

from __future__ import annotations

import re
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from agent.calendar.only_where import only_where, pairs
from agent.goals import GoalContext, read_item

TEXTS = (
    "講師派遣の代わりに録画、監査が終わったら10月末までに手順書を作る",
    "Instead of visits, a dozen calls within an hour; two thirds closed in minutes by year two",
    "営業部長(東京)が毎月のレポートで確認する",
)


@cache
def _pairs() -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    """Every pair there is: some are made when a text first asks for them."""
    import datetime as dt

    for text in TEXTS:
        for kind in ("goal", "action"):
            for language in ("ja", "en"):
                promise = "全拠点で訪問研修を行う" if language == "ja" else "Visits to every site"
                context = GoalContext(dt.date(2026, 4, 10), kind, 3, 12, None, None, promise)  # type: ignore[arg-type]
                read_item(text, language, context, weighed=True)
    return list(pairs)


def test_there_are_pairs() -> None:
    assert len(_pairs()) >= 9


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_whatever_the_pattern_finds_holds_its_sign(data: st.DataObject) -> None:
    sign, pattern = data.draw(st.sampled_from(_pairs()))
    plain = re.compile(pattern.pattern, pattern.flags)
    text = (
        data.draw(st.text("a のに次.\nı", max_size=3))
        + data.draw(st.from_regex(plain))
        + data.draw(st.text("a のに次.\n", max_size=3))
    )
    asked = only_where(sign, plain)
    pairs.pop()
    assert [m.span() for m in asked.finditer(text)] == [m.span() for m in plain.finditer(text)]
    found, alone = asked.search(text), plain.search(text)
    assert (found and found.span()) == (alone and alone.span())
    assert asked.sub("", text) == plain.sub("", text)
