"""Who is named in passing or has no part in it, whose house a name is given to, and moves that are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from agent.people import PeopleReading

Read = Callable[..., PeopleReading]
ENGLISH = {"name": "Acme Bindery Ltd", "csm": "Emi Esaki", "product": "Folio", "language": "en"}


def names(reading: PeopleReading) -> set[str]:
    return {p.name for p in reading.people}


@pytest.mark.parametrize(
    "line",
    [
        "帰りに会長の鴨井さんも顔を出した。鴨井さんは更新にはノータッチとのこと。",
        "印刷機はオリエンタ社のもの。夕方にオリエンタ鴨井様から電話。",
        "面接に来ていた鴨井さんとすれ違った。",
        "施主側の監督の鴨井さんが横で休んでいた。",
        "市の産業振興課の鴨井主査から照会が来る。",
        "玄関で鴨井様ご夫妻にあいさつした。",
    ],
)
def test_somebody_of_no_concern(read: Read, line: str) -> None:
    note = f"ヤマネ製作 訪問メモ 8/20 江崎\n・購買の小川課長が更新を決める。\n{line}\n"
    found = names(read({"memo.txt": note}))
    assert "小川" in found
    assert "鴨井" not in found


def test_who_is_said_to_have_no_part_in_english(read: Read) -> None:
    note = "Acme Bindery, 3 Sept\nTom Birch (head of print) signs the renewal in March.\nDr Una Vale, the group chaplain, looked in. She has no part in the budget, she said.\n"
    assert names(read({"memo.txt": note}, **ENGLISH)) == {"Tom Birch"}


@pytest.mark.parametrize("line", ["Filled in by Joss Kerr, 3 May", "Put together by Joss Kerr"])
def test_who_made_the_paper_is_ours(read: Read, line: str) -> None:
    note = f"# Hand-over: Acme Bindery\n\n{line}\n\nTom Birch (head of print) signs the renewal in March.\n"
    assert names(read({"memo.txt": note}, **ENGLISH)) == {"Tom Birch"}


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("小川課長は4月から育休に入っていたが、8月1日に戻った。", "active"),
        ("小川課長は7月末で定年。ただし嘱託で同じ席にいる。", "active"),
        ("小川課長のところはベテラン2名が来年3月で定年。", "active"),
        ("小川課長は6月に本来の企画課へ戻りました。", "left"),
        ("小川課長は10月から育休に入る予定。", "leaving"),
    ],
)
def test_an_absence_that_is_over_and_who_only_counts_others(read: Read, line: str, status: str) -> None:
    note = f"ヤマネ製作 訪問メモ 2026/8/20 江崎\n・更新は小川課長が決める。\n・{line}\n"
    assert {p.name: p.status for p in read({"20260820.txt": note}).people}["小川"] == status


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("北園の園長・黛さんが毎日使う。", "園長"),
        ("保全員の黛さんが毎日使う。", "保全員"),
        ("黛さん、係長になったばかり。毎日使う。", "係長"),
        ("オペレーターの黛さんが毎日使う。", "オペレーター"),
    ],
)
def test_titles_beside_a_japanese_name(read: Read, line: str, title: str) -> None:
    note = f"ヤマネ製作 訪問メモ 8/20 江崎\n・購買の小川課長が更新を決める。\n{line}\n"
    assert {p.name: p.title for p in read({"memo.txt": note}).people}["黛"] == title
