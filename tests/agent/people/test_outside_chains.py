"""Whose house a name's nouns and sentences tell."""

from __future__ import annotations

import pytest

from agent.people.outside_chains import house_of_chain
from agent.people.parties import Parties
from agent.people.select import is_heard


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("週に一度、空調機器メーカーの", "さんが来る"),
        ("商社ハヤマの担当・", "さんを紹介された"),
        ("みどり中央病院の事務長、", "先生"),
        ("", "さんはうちの仕入先。"),
        ("", "先生とも挨拶(別法人の方)"),
        ("最後まで残ったのはカネセキ情報。担当の", "さん"),
    ],
)
def test_of_another_house(head: str, tail: str) -> None:
    assert house_of_chain(head, tail, Parties())


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("取引先管理課の", "さん"),
        ("業者の手配の", "さん"),
        ("地元信金出身の", "部長が決める"),
        ("創業者の", "さん"),
        ("", "さんは銀行に行った"),
    ],
)
def test_of_the_customer(head: str, tail: str) -> None:
    assert house_of_chain(head, tail, Parties()) is None


def test_own_words_and_wishes_are_no_passing_by() -> None:
    assert is_heard("", "さん「重い」")
    assert is_heard('"Keep it." - ', " then")
    assert not is_heard("廊下で", "さんに挨拶した")
