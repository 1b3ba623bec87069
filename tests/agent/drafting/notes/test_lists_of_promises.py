"""Promises at purchase as a source lists them: under a line or beside a label that speaks of the purchase."""

from __future__ import annotations

import pytest


def promised(found) -> list[str]:
    return [claim.text for claim in found.reading.promises]


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        (
            "memo.txt",
            "二、仕様書に記された「期待する効果」(写しより)\n　(1) 巡回の回数を2割減らすこと\n　(2) 紙の台帳をやめること\n\n三、人\n　熊倉部長　窓口\n",
            ["巡回の回数を2割減らすこと", "紙の台帳をやめること"],
        ),
        (
            "ringi.txt",
            "導入伺い(写し)\n\n効 果\n 1 巡回の回数を月18回から5回にする\n 2 紙の台帳を廃止する\n 3 残業を減らす\n\n備 考\n 1 費用は総務が払う\n",
            ["巡回の回数を月18回から5回にする", "紙の台帳を廃止する", "残業を減らす"],
        ),
        (
            "sheet.csv",
            "項目,内容\n導入申請書の期待,①電話をなくす ②残業をゼロに ③全店で統一\nほか,①費用は月払い ②契約は1年\n",
            ["電話をなくす", "残業をゼロに", "全店で統一"],
        ),
        (
            "baton.txt",
            "引継票\n\n・稟議の効果:①巡回の回数を2割減らす ②紙の台帳をやめる\n・窓口は総務の係長\n・補助金は県から、初年度のみ\n",
            ["巡回の回数を2割減らす", "紙の台帳をやめる"],
        ),
    ],
)
def test_japanese_lists(notes, name: str, text: str, wanted: list[str]) -> None:
    assert promised(notes("ja", {name: text})) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Item,Entry\nTheir words in the business case,(a) first answer under 4 days (b) no more paper forms\n",
            ["first answer under 4 days", "no more paper forms"],
        ),
        ("Item,Entry\nWhat the price covers,(a) 40 seats (b) one training day\n", []),
    ],
)
def test_english_cells(notes, text: str, wanted: list[str]) -> None:
    assert promised(notes("en", {"handover.csv": text})) == wanted


def test_a_list_opened_by_the_last_words_of_a_longer_line(notes) -> None:
    text = (
        "# Handover\n\n**Why** Late boats at both moorings, and a whiteboard that nobody could read from the office any "
        "more. The business case promised:\n- halve the late boats at both moorings\n- one list of moorings for both sites\n"
    )
    assert promised(notes("en", {"handover.md": text})) == [
        "halve the late boats at both moorings",
        "one list of moorings for both sites",
    ]


def test_talk_of_the_list_adds_nothing(notes) -> None:
    text = "◆約束 提案書に書いたこと\n  ・誤配を半分に\n  ・夜の残業をなくす\n"
    talk = "# 定例 2026-09-28\n\n- 稟議では電話を3割減らすと言っていたはず、と熊倉部長。\n"
    assert promised(notes("ja", {"1.txt": text, "2.md": talk})) == ["誤配を半分に", "夜の残業をなくす"]
