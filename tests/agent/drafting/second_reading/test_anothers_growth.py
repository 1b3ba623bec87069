"""Whose wider use a sentence speaks of."""

from __future__ import annotations

import pytest

from agent.drafting.second_reading.anothers_growth import is_anothers
from agent.drafting.second_reading.growth import SIGNS

TOOLS = ("はこぶ君", "Parcelly", "Excel")


@pytest.mark.parametrize(
    "text",
    [
        "B社は全拠点に広げているらしいです",
        "他社さんはグループ全体で使っているそうです",
        "前職では全店に展開していました",
        "はこぶ君の新機能に購買課が興味を持っているとのこと",
        "はこぶ君が来夏に配車アプリを出すらしく、倉庫の人が関心を持っている",
        "倉庫でも使うという噂があります",
        "産休の間は倉庫の係の西さんが代わりに入ります",
        "Competitors have extended it to every branch",
        "At my last company every site used it",
        "The yard team is interested in Parcelly's new app",
        "Parcelly offered to add the stores team for free",
        "Rumour has it the north site wants seats",
        "Ana from the north site is covering until they hire",
        "The insurance coverage is extended to all sites",
    ],
)
def test_wider_use_of_somebody_else(text: str) -> None:
    assert is_anothers(text, "積荷くん", TOOLS, SIGNS["want"])


@pytest.mark.parametrize(
    "text",
    [
        "倉庫でも使いたいと課長さん",
        "他社さんは全店で使っているので、うちの支店でも使いたい",
        "Excelを使っている設備の係からも入れてほしいと声があった",
        "はこぶ君をやめて全部積荷くんに寄せたい",
        "子会社も興味があるらしい",
        "The north site wants in too",
        "Other companies do it in stores, so we want it there as well",
        "Ana covers two sites until June and would like access for both",
    ],
)
def test_the_customers_own_wish(text: str) -> None:
    assert not is_anothers(text, "積荷くん", TOOLS, SIGNS["want"])
