"""Aims under a label that names the purchase's paper, or that asks what for in a record of it; tasks of two sides are none."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("language", "name", "text", "wanted"),
    [
        ("ja", "hikitsugi.csv", "項目,内容\nお客様,青藍精機\n稟議の文言(椎名係長より),図面の最新版が全工場で一つになること。見積の返事を当日に返すこと。\n",
         ["図面の最新版が全工場で一つになること。", "見積の返事を当日に返すこと。"]),
        ("ja", "01_handover.md", "営業引継ぎ\n\n・目的(起案書): 日報の紙をなくす。転記 1日60分→10分\n・起案は部長の増田 豊\n",
         ["日報の紙をなくす。", "転記 1日60分→10分"]),
        ("ja", "01_handover.md", "# 引き継ぎ\n\n椎名係長いわく、会社で約束したことは「欠品を早めにつかんで、納期を守る」こと。数字は聞いていません。\nあと「棚卸しの漏れをなくす」。\n",
         ["欠品を早めにつかんで、納期を守る", "棚卸しの漏れをなくす"]),
        ("en", "01_handover.csv", 'Field,Entry\nAccount,Calderon\nWhy they bought,"Close claims faster. Be ready for the audit without a task force."\n',
         ["Close claims faster.", "Be ready for the audit without a task force."]),
        ("ja", "minutes.txt", "定例 2026年9月10日\n\n当方の約束\n・効果のまとめを9/18までに熊倉部長へ\n・見積を同日まで\n先方の約束\n・椎名係長 記録を9/16までに送る\n・熊倉部長 打合せを設定\n", []),
    ],
)  # fmt: skip
def test_what_it_was_for(notes, language: str, name: str, text: str, wanted: list[str]) -> None:
    found = [claim.text for claim in notes(language, {name: text}).reading.promises]
    assert [words.rstrip("。.") for words in found] == [words.rstrip("。.") for words in wanted]
