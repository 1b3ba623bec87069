from __future__ import annotations

import pytest

from agent.company.names import is_named_in, mentions, parse_name, same_name


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("株式会社ミドリ電算", "㈱ミドリ電算", "same"),
        ("株式会社ミドリ電算", "（株）ミドリ電算", "same"),
        ("株式会社　ミドリ電算", "ミドリ電算", "same"),
        ("ＡＢＣ商会株式会社", "ABC商会㈱", "same"),
        ("Midori Systems Co., Ltd.", "MIDORI SYSTEMS CO.,LTD.", "same"),
        ("Midori Holdings, Inc.", "Midori Holdings", "same"),
        ("株式会社ミドリ電算", "ミドリ電算株式会社", "form_differs"),
        ("株式会社ミドリ電算", "株式会社ミドリ電産", "different"),
        ("株式会社ミドリ電算", "株式会社ミドリ電算ホールディングス", "different"),
        ("", "", "different"),
    ],
)
def test_same_name(a: str, b: str, verdict: str) -> None:
    assert same_name(a, b) == verdict
    assert same_name(b, a) == verdict


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("株式会社ミドリ電算は発表した。", ["ミドリ電算"]),
        ("ミドリ電算社長に聞く", ["ミドリ電算"]),
        ("ＭＩＤＯＲＩとミドリ 電算の提携", ["ミドリ 電算"]),
        ("ミドリ電算ホールディングスの決算", []),
        ("ミドリ電算物流株式会社", []),
        ("アオミドリ電算が参入", []),
        ("緑電算の新社長", []),
    ],
)
def test_mentions_whole_names_only(text: str, found: list[str]) -> None:
    assert [text[span.start : span.end] for span in mentions(text, "株式会社ミドリ電算")] == found


def test_position_of_the_legal_form_is_kept() -> None:
    assert parse_name("ミドリ電算㈱").position == "after"
    assert parse_name("有限会社ミドリ").position == "before"


@pytest.mark.parametrize("form", ["医療法人社団", "医療法人財団", "学校法人", "株式会社"])
def test_a_legal_form_in_front_is_no_longer_name(form: str) -> None:
    assert is_named_in(f"お知らせ｜{form}若松会", f"{form}若松会")
