"""People in short texts: speaker labels, cells, attendee items."""

from __future__ import annotations

import pytest

from agent.people.fold import fold
from agent.people.label_lists import read_items
from agent.people.labels import read_label
from agent.people.titles import post_in_words


@pytest.mark.parametrize(
    ("words", "family", "given", "title", "department"),
    [
        ("経理課杉内課長", "杉内", None, "課長", "経理課"),
        ("CSセンター長 青木真理子様(推進役)", "青木", "真理子", "CSセンター長", "CSセンター"),
        ("川上（健）主任", "川上", "健", "主任", None),
        ("岩田(情シス)", "岩田", None, None, "情シス"),
        ("札幌北 小川", "小川", None, None, None),
        ("千葉支店の小川支店長", "小川", None, "支店長", "千葉支店"),
        ("花田 隆_ソヨギSE", "花田", "隆", None, None),
        ("お客様サービス部長 内藤浩一様", "内藤", "浩一", "部長", "お客様サービス部"),
        ("社長(根本 正義氏)", "根本", "正義", "社長", None),
        ("阿部様", "阿部", None, None, None),
        ("渡部課長", "渡部", None, "課長", None),
        ("南 沙織", "南", "沙織", None, None),
        ("Jane Roe (Head of IT, Acme Foods)", "Roe", "Jane", "Head of IT", "IT"),
        ("Jane Roe, Learning & Development Manager", "Roe", "Jane", "Learning & Development Manager", "Learning & Development"),
    ],
)  # fmt: skip
def test_one_person(
    words: str, family: str, given: str | None, title: str | None, department: str | None
) -> None:
    [label] = read_items(fold(words), 0)
    assert (label.family, label.given) == (family, given)
    assert (label.title.text if label.title else None) == title
    assert (label.department.text if label.department else None) == department


@pytest.mark.parametrize(
    ("words", "families"),
    [
        (
            "営業部 柏部長、川上（健）主任、品質保証部 五十嵐課長、営業企画部 田口様",
            ["柏", "川上", "五十嵐", "田口"],
        ),
        ("斎木C長 小林田L", ["斎木"]),
        ("野村、三島（記）、小池", ["野村", "三島", "小池"]),
        ("Jane Roe, Head of IT; Tom Baker (Finance Manager)", ["Roe", "Baker"]),
    ],
)
def test_lists_keep_every_person(words: str, families: list[str]) -> None:
    found = [label.family for label in read_items(fold(words), 0)]
    assert [f for f in families if f in found] == families


def test_a_department_holds_until_the_next(read: object) -> None:
    first, second, third = read_items("営業部 柏部長、川上主任、品質保証部 五十嵐課長", 0)
    assert [x.department.text if x.department else None for x in (first, second, third)] == [
        "営業部",
        "営業部",
        "品質保証部",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "情報システム課様",
        "本部長",
        "お客様",
        "各位",
        "クライアントさん",
        "メール部長",
        "管理部",
        "株式会社さくら",
        "",
    ],
)
def test_what_is_nobody(words: str) -> None:
    assert read_label(fold(words), 0, loose=False) is None


def test_offsets_point_at_the_words() -> None:
    words = "安全品質部 係長 児島 さゆり 様"
    label = read_label(words, 100)
    assert label is not None
    assert words[label.start - 100 : label.end - 100] == "児島 さゆり"
    assert label.title
    assert words[label.title.start - 100 : label.title.end - 100] == "係長"
    assert label.department
    assert words[label.department.start - 100 : label.department.end - 100] == "安全品質部"


@pytest.mark.parametrize(
    ("department", "title", "post"),
    [
        ("Claims", "Head of Claims", "Head of Claims"),
        ("IT", "Facilities Manager", "IT Facilities Manager"),
        ("製造部", "課長", "製造部 課長"),
        (None, "Bursar", "Bursar"),
    ],
)
def test_a_title_that_names_the_department_stands_alone(
    department: str | None, title: str, post: str
) -> None:
    assert post_in_words(department, title) == post
