"""What was expected at purchase, as notes of all kinds tell it afterwards."""

from __future__ import annotations

import pytest

PROMISES = [
    ("ja", "稟議では「検査工数を年600時間減らす」ことを効果に挙げていた。", "検査工数を年600時間減らす"),
    ("ja", "導入時の前提は、紙の日報を全廃できること。", "紙の日報を全廃"),
    ("ja", "決裁を取ったときの説明は「外注費が年200万円下がる」だった。", "外注費が年200万円下がる"),
    ("ja", "受注時に約束したのは半年で全員が使い始めること。", "半年で全員が使い始める"),
    ("ja", "当初の期待は、新人の独り立ちを3か月早めること。", "新人の独り立ちを3か月早める"),
    ("ja", "購入の決め手は、転記が要らなくなるという点だった。", "転記が要らなくなる"),
    ("ja", "熊倉部長「買うときは、残業が2割減ると聞いて判を押した」", "残業が2割減る"),
    ("ja", "起案書には問い合わせ3割減と書いてある。", "問い合わせ3割減"),
    (
        "en",
        "We bought it to cut detention charges by USD 80,000 a year.",
        "cut detention charges by USD 80,000 a year",
    ),
    ("en", "The business case said it would save two headcount in billing.", "save two headcount in billing"),
    ("en", "What sold it to the board was a 25% drop in missed calls.", "25% drop in missed calls"),
    ("en", "At signature we promised a live dashboard within 90 days.", "live dashboard within 90 days"),
    ("en", "The original justification was fewer late deliveries (from 9% to 4%).", "fewer late deliveries"),
    ("en", "They signed on the expectation that paper logs would go.", "paper logs would go"),
    ("en", "It was approved on the basis of 300 hours saved a month.", "300 hours saved a month"),
]

NO_PROMISES = [
    ("ja", "稟議は8月に通った。"),
    ("ja", "導入時の担当は椎名係長だった。"),
    ("ja", "次の稟議では効果を数字で出してほしいとのこと。"),
    ("ja", "期待しているのは来期の利用拡大。"),
    ("en", "The business case was approved in March."),
    ("en", "We promised to call back on Monday."),
    ("en", "They bought 60 seats."),
]

FORMS = [
    ("ja", "## 導入の経緯\n- 期待されていたこと: 検索時間を半分に\n", ["検索時間を半分に"]),
    ("ja", "## 稟議に書いた効果\n- 電話を月100件減らす\n- 新人教育を2か月短縮する\n", ["電話を月100件減らす", "新人教育を2か月短縮する"]),
    ("ja", "## 導入目的\n- 技能伝承を進める\n", ["技能伝承を進める"]),
    ("en", "## Why they bought\n- One view of all depots\n", ["One view of all depots"]),
    ("en", "## Outcomes sold\n- 15% less idle time\n- No more paper dockets\n", ["15% less idle time", "No more paper dockets"]),
]  # fmt: skip


def _texts(notes, language: str, body: str) -> list[str]:
    head = "# 引き継ぎ 2026-09-20" if language == "ja" else "# Handover 2026-07-20"
    return [claim.text for claim in notes(language, {"m.md": f"{head}\n\n{body}\n"}).reading.promises]


@pytest.mark.parametrize(("language", "sentence", "promise"), PROMISES)
def test_a_promise_told(notes, language: str, sentence: str, promise: str) -> None:
    found = _texts(notes, language, f"- {sentence}")
    assert len(found) == 1
    assert promise in found[0]


@pytest.mark.parametrize(("language", "body", "promises"), FORMS)
def test_promises_under_a_heading(notes, language: str, body: str, promises: list[str]) -> None:
    found = _texts(notes, language, body)
    assert len(found) == len(promises)
    assert all(any(wanted in text for text in found) for wanted in promises)


@pytest.mark.parametrize(("language", "sentence"), NO_PROMISES)
def test_no_promise(notes, language: str, sentence: str) -> None:
    assert _texts(notes, language, f"- {sentence}") == []
