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
