"""A page's news is one topic, however often notes and lines of the page tell it."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any, cast

import pytest

from agent.drafting.topics_once import told_once
from agent.models.evidence import Citation, Claim
from connectors.interface import Document


def claim(name: str, source: str, words: str, day: dt.date) -> Claim:
    cited = Citation(source_id=source, start=0, end=len(words), quote=words)
    return Claim(id=name, text=words, citations=[cited], as_of=day)


def page(source: str, words: str) -> Document:
    return cast(Document, cast(Any, SimpleNamespace(source_id=source, text=words)))


PAGE = "人事異動のお知らせ\n2027年4月1日付で下記のとおり人事異動を行います。\n物流本部長 早川 梢"
TITLE = claim("topic-1", "p", "人事異動のお知らせ", dt.date(2027, 3, 10))


def test_the_line_that_says_from_when_joins_the_title() -> None:
    line = claim("topic-9", "p", "2027年4月1日付で下記のとおり人事異動を行います。", dt.date(2027, 4, 1))
    told = told_once([TITLE], [line], [page("p", PAGE)])
    assert [topic.text for topic in told] == [
        "人事異動のお知らせ: 2027年4月1日付で下記のとおり人事異動を行います。"
    ]
    assert len(told[0].citations) == 2


def test_a_note_that_tells_the_page_again_is_no_topic() -> None:
    again = claim("topic-9", "n", "4月1日で早川さんが物流本部長になるそうです。", dt.date(2027, 4, 1))
    assert told_once([TITLE], [again], [page("p", PAGE), page("n", again.text)]) == [TITLE]


def test_another_matter_of_a_note_stays() -> None:
    other = claim("topic-9", "n", "4月に鶴見の倉庫を閉じます。", dt.date(2027, 4, 1))
    assert told_once([TITLE], [other], [page("p", PAGE), page("n", other.text)]) == [TITLE, other]


@pytest.mark.parametrize("title", ["港だより 4月号", "Newsletter, week of 8 March"])
def test_what_a_paper_announces_is_a_topic_of_its_own(title: str) -> None:
    paper = claim("topic-1", "p", title, dt.date(2027, 3, 8))
    line = claim("topic-2", "p", "人事のお知らせ(4月1日付)", dt.date(2027, 4, 1))
    assert told_once([paper], [line], [page("p", f"{title}\n{line.text}")]) == [paper, line]
