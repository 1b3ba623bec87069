"""Whoever only tells of a goal does not answer for it."""

from __future__ import annotations

import pytest

from agent.drafting.notes.goals.tellers import tells


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("返品は来期から数えるつもり、と小菅さん。", "小菅"),
        ("棚卸を早く終えたい(小菅係長)", "小菅"),
        ("小菅課長「二割は減らせる」", "小菅"),
        ("小菅様より、まだ数えていないとのご説明。", "小菅"),
        ("Returns go down next year, according to Kosuge.", "Kosuge"),
        ("Kosuge said returns would fall.", "Kosuge"),
    ],
)
def test_a_teller(text: str, who: str) -> None:
    assert tells(text, who)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("返品 40→20 12月末 小菅課長", "小菅"),
        ("数は小菅さんが毎月出す。", "小菅"),
        ("Kosuge owns it and reads it out on Mondays.", "Kosuge"),
    ],
)
def test_no_teller(text: str, who: str) -> None:
    assert not tells(text, who)
