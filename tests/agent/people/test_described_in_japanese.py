"""Titles that Japanese sources put beside a name: own sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from agent.people import PeopleReading


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("午後は蔵前さん(業務課 課長)と話した。", "課長"),
        ("蔵前さん(見学の途中から、看護師)が来た。", "看護師"),
        ("取りまとめは副場長の蔵前さん。", "副場長"),
        ("運転手の蔵前さんが道を教えてくれた。", "運転手"),
        ("蔵前さんは東館を回っている看護師です。", "看護師"),
        ("蔵前さんという主査が対応する。", "主査"),
        ("若手の蔵前さんが操作した。", None),
        ("蔵前さんは組合員です。", None),
        ("元看護師の蔵前さんに会った。", None),
        ("蔵前さん(当社パートナー)と会った。", None),
    ],
)
def test_words_beside_a_name_are_a_title_where_they_name_work(
    line: str, title: str | None, read: Callable[..., PeopleReading]
) -> None:
    found = read({"notes.md": f"# 訪問メモ\n\n先方: 蔵前様\n\n{line}\n"})
    people = {person.name: person for person in found.people}
    assert people["蔵前"].title == title


def test_who_writes_of_a_colleague_gives_the_post(read: Callable[..., PeopleReading]) -> None:
    mail = "From: 穂積 <hozumi@yamane.example>\nTo: 江崎 薫 <esaki@soyogi.example>\nSubject: 審査\n\n審査の議長は専務の蔵前です。\n"
    found = read({"mail.eml": mail})
    assert {p.name: p.title for p in found.people}.get("蔵前") == "専務"


NOTICE = """# 異動のお知らせ(2026年9月1日付)

| 氏名 | 新 | 旧 |
|---|---|---|
| 蔵前 志保 | しらかば園 園長 | みずき園 主任 |
| 穂積 圭 | 常務取締役 | 取締役 営業本部長 |
"""


def test_a_cell_of_a_notice_gives_the_site_before_the_title(read: Callable[..., PeopleReading]) -> None:
    notes = "# 訪問\n\n先方: 蔵前様、穂積様\n\n蔵前様と穂積様に会った。\n"
    found = read({"notice.md": NOTICE, "notes.md": notes}, as_of="2026-11-01")
    people = {person.name: person for person in found.people}
    assert people["蔵前 志保"].department == "しらかば園"
    assert people["穂積 圭"].department is None
