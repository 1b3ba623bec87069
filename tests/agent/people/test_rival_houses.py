"""Houses that sell or are compared: whoever is of them is nobody of the customer's, whoever only speaks of them is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from agent.people import PeopleReading
from agent.people.rivals import rival_houses
from agent.people.units import read_units
from connectors.interface import Document

Read = Callable[..., PeopleReading]
HEAD = "# ヤマネ製作 訪問 2026年9月10日\n\n出席: 先方 小川社長、内藤課長(製造部) / 当社 江崎\n\n"
HEAD_EN = "# Acme Bindery visit, 10 September 2026\n\nPresent: Helen Marsh (director), Tom Birch (head of print) / Emi Esaki\n\n"
ENGLISH = {"name": "Acme Bindery Ltd", "csm": "Emi Esaki", "product": "Folio", "language": "en"}


def names(reading: PeopleReading) -> str:
    return " / ".join(p.name for p in reading.people)


@pytest.mark.parametrize(
    "line",
    [
        "マワリードからも案内が来ています。営業の楡さんが熱心で。",
        "マワリードがデモに来た。楡さんという若い営業だった。",
        "内藤課長はマワリードと比較中。マワリードの楡部長が値引きを出してきた。",
        "競合はマワリード。楡さん(マワリード)が社長と会ったらしい。",
        "ミナセリース(車両のリース会社)の楡さんの紹介案件。",
        "楡さん(ミナセリース)からの紹介。",
        "物流の委託先のミナセ運輸、楡所長も使いたいと言っていた。",
        "基幹システムの会社の楡さんにも連携を聞いた。",
        "ホシノワというアプリの営業、楡さんから電話があった。",
        "点検で来た楡さんに履歴を見せた。",
        "内藤課長のご主人の楡さんは別の会社で使っている。",
    ],
)
def test_a_japanese_seller(read: Read, line: str) -> None:
    assert "楡" not in names(read({"m.md": f"{HEAD}{line}\n"}))


@pytest.mark.parametrize(
    "line",
    [
        "営業の楡さんという方が現場の旗を振っている。",
        "東雲の楡所長が渋い顔をしている。",
        "内藤課長の後任は楡さんになる。",
        "マワリードとの比較は経理の楡さんがまとめている。",
    ],
)
def test_a_japanese_colleague_of_theirs(read: Read, line: str) -> None:
    assert "楡" in names(read({"m.md": f"{HEAD}{line}\n"}))


@pytest.mark.parametrize(
    "line",
    [
        "RoundTally's rep, a Mr Dunmore, had lunch with Helen.",
        "Craig Dunmore, RoundTally's account manager, sent a quote.",
        "Helen knows Craig Dunmore, CEO of RoundTally, from school.",
        "RoundTally have sent Craig Dunmore in twice.",
        "They looked at Tallow, which was cheaper. Tallow's man is Craig Dunmore.",
        "RoundTally called again; a Craig Dunmore there wants to demo.",
        "We were introduced by Craig Dunmore, who leases them their vans.",
        "Their outside accountant, Craig Dunmore, will look at the numbers.",
        "Craig Dunmore of Hollis Packaging told Helen it works for them.",
        "Craig Dunmore (crane operator Grey Heron Marine) asked for the times.",
        "They have none of their own, Craig Dunmore at Cobalt IT does everything.",
        "An inspector called Craig Dunmore asked for the log.",
        "Craig Dunmore, a buyer at Tolland Foods, wants photos.",
        "Tolland Foods' quality manager Craig Dunmore comes in May.",
        "Their biggest customer's buyer, Craig Dunmore, wants photos.",
        "Craig Dunmore (Helen's brother-in-law) asked for a price.",
        "Craig Dunmore from the chamber of commerce introduced us.",
        "My predecessor Craig Dunmore promised them a Czech interface.",
    ],
)
def test_an_english_seller(read: Read, line: str) -> None:
    assert "Dunmore" not in names(read({"m.md": f"{HEAD_EN}{line}\n"}, **ENGLISH))


@pytest.mark.parametrize(
    "line",
    [
        "Halden's plant manager, Craig Dunmore, is not keen. We looked at Halden first. They make boxes in Halden.",
        "Craig Dunmore from finance asked about the price.",
        "Craig Dunmore looks after RoundTally for the night shift.",
        "The GM there is Craig Dunmore.",
        "Helen's deputy, Craig Dunmore, runs the rota.",
    ],
)
def test_an_english_colleague_of_theirs(read: Read, line: str) -> None:
    assert "Dunmore" in names(read({"m.md": f"{HEAD_EN}{line}\n"}, **ENGLISH))


def test_houses_are_told_by_the_words_around_them(
    documents: Callable[[dict[str, str]], list[Document]],
) -> None:
    words = "They looked at Tallow and at Halden. The Halden plant goes first. RoundTally rang. Bought by Orrin, compared to Orrin.\n"
    ja = "マワリードは高いが、アオグルに乗り換えるかも。アオグルは新しい親会社の傘下。\n"
    sources = read_units(documents({"a.md": words, "b.md": ja}))
    assert rival_houses(sources) == {"Tallow", "RoundTally", "マワリード"}
