"""A notice's table tells whose head changes; its row is a topic on the day it takes effect."""

from __future__ import annotations


def test_a_row_of_a_notice_is_a_topic(notes) -> None:
    notice = "2026年8月20日\n総務部\n\n人事異動のお知らせ\n\n2026年9月1日付\n\n| 新職 | 氏名 | 旧職 |\n|---|---|---|\n| 品質部長 | 名取 健 | 生産部 次長 |\n| 品質課 主任 | 堀 徹 | 品質課 |\n"
    topics = notes("ja", {"人事のお知らせ.md": notice}).reading.topics
    assert [(str(t.as_of), "名取 健" in t.text) for t in topics] == [("2026-09-01", True)]
